"""What people send about courses, offerings, trainers, centres and certificates."""

from mithaq.register.training.forms.centres import (
    AddCentre,
    DescribeCentre,
    JudgeCriterion,
    NoteInspection,
    OpenDossier,
    PlanYear,
    SetCriterion,
    ShowEvidence,
    StepDossier,
)
from mithaq.register.training.forms.certificates import IssueCertificate, RevokeCertificate
from mithaq.register.training.forms.courses import (
    AddCourse,
    DescribeCourse,
    ImportCourses,
    ReleaseCourse,
    SetObjective,
    UndoImport,
)
from mithaq.register.training.forms.offerings import AddTrainer, AssignTrainer, DescribeTrainer, OfferCourse

__all__ = [
    "AddCentre",
    "AddCourse",
    "AddTrainer",
    "AssignTrainer",
    "DescribeCentre",
    "DescribeCourse",
    "DescribeTrainer",
    "ImportCourses",
    "IssueCertificate",
    "JudgeCriterion",
    "NoteInspection",
    "OfferCourse",
    "OpenDossier",
    "PlanYear",
    "ReleaseCourse",
    "RevokeCertificate",
    "SetCriterion",
    "SetObjective",
    "ShowEvidence",
    "StepDossier",
    "UndoImport",
]
