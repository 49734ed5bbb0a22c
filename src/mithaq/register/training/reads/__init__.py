"""Courses, offerings, trainers, centres and certificates: for pages and papers."""

from mithaq.register.training.reads.centres import centre_list, centre_page, criterion_page, dossier_page
from mithaq.register.training.reads.certificates import (
    CertificateShown,
    Proved,
    certificate_list,
    certificate_page,
    issuer,
    revoked,
    verify,
)
from mithaq.register.training.reads.courses import CatalogueRows, course_list, course_page, course_rows
from mithaq.register.training.reads.expiring_counts import ExpiringCount, expiring_of_course
from mithaq.register.training.reads.imports import ImportShown, import_list
from mithaq.register.training.reads.naming import CourseCoded, course_names
from mithaq.register.training.reads.offerings import offering_of, trainer_list, trainer_page
from mithaq.register.training.reads.packing import Pack, PackCourse, Shown, Trainers, dossier_pack
from mithaq.register.training.reads.running_out import ExpiringShown, RunningOut, expiring, expiring_unnamed
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
    TrainerPage,
    TrainerShown,
    YearShown,
)

__all__ = [
    "CatalogueRows",
    "CentrePage",
    "CentreRow",
    "CertificateShown",
    "CourseCoded",
    "CoursePage",
    "CourseRow",
    "CriterionShown",
    "DossierShown",
    "ExpiringCount",
    "ExpiringShown",
    "ImportShown",
    "InspectionShown",
    "ObjectiveShown",
    "OfferingShown",
    "Pack",
    "PackCourse",
    "Proved",
    "RunningOut",
    "Shown",
    "TrainerPage",
    "TrainerShown",
    "Trainers",
    "YearShown",
    "centre_list",
    "centre_page",
    "certificate_list",
    "certificate_page",
    "course_list",
    "course_names",
    "course_page",
    "course_rows",
    "criterion_page",
    "dossier_pack",
    "dossier_page",
    "expiring",
    "expiring_of_course",
    "expiring_unnamed",
    "import_list",
    "issuer",
    "offering_of",
    "revoked",
    "trainer_list",
    "trainer_page",
    "verify",
]
