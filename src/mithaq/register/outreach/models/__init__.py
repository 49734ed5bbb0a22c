"""Message houses with their lines, proofs and who agreed; fact sheets for the public."""

from mithaq.register.outreach.models.houses import Line, MessageHouse, Proof, Question, Stand, Wording
from mithaq.register.outreach.models.sheets import FactSheet, SheetFigure

__all__ = ["FactSheet", "Line", "MessageHouse", "Proof", "Question", "SheetFigure", "Stand", "Wording"]
