"""What is asked, links to forms, filled forms with their answers, results, and imports of results."""

from mithaq.register.instruments.models.instruments import Instrument, Item
from mithaq.register.instruments.models.results import Result, ResultImport
from mithaq.register.instruments.models.sittings import Answer, Link, Sitting, Wave

__all__ = ["Answer", "Instrument", "Item", "Link", "Result", "ResultImport", "Sitting", "Wave"]
