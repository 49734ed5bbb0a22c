"""Courses and their offerings, centres and their dossiers, trainers, certificates, imports of the catalogue."""

from mithaq.register.training.models.centres import Centre, Criterion, Dossier, Inspection, YearProgramme
from mithaq.register.training.models.certificates import Certificate, Proof
from mithaq.register.training.models.courses import CatalogueImport, Course, Objective
from mithaq.register.training.models.holds import Hold
from mithaq.register.training.models.offerings import Offering, Teaching, Trainer

__all__ = [
    "CatalogueImport",
    "Centre",
    "Certificate",
    "Course",
    "Criterion",
    "Dossier",
    "Hold",
    "Inspection",
    "Objective",
    "Offering",
    "Proof",
    "Teaching",
    "Trainer",
    "YearProgramme",
]
