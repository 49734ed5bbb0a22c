"""Courses, offerings, trainers, centres and certificates: for pages and papers."""

from mithaq.register.training.reads.centres import centre_list, centre_page, criterion_page, dossier_page
from mithaq.register.training.reads.courses import course_list, course_page
from mithaq.register.training.reads.offerings import offering_of, trainer_list
from mithaq.register.training.reads.shapes import (
    CentrePage,
    CentreRow,
    CoursePage,
    CourseRow,
    CriterionShown,
    DossierShown,
    InspectionShown,
    ObjectiveShown,
    OfferingShown,
    TrainerShown,
    YearShown,
)

__all__ = [
    "CentrePage",
    "CentreRow",
    "CoursePage",
    "CourseRow",
    "CriterionShown",
    "DossierShown",
    "InspectionShown",
    "ObjectiveShown",
    "OfferingShown",
    "TrainerShown",
    "YearShown",
    "centre_list",
    "centre_page",
    "course_list",
    "course_page",
    "criterion_page",
    "dossier_page",
    "offering_of",
    "trainer_list",
]
