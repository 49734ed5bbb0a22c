"""What can be done with courses, offerings, trainers, centres and certificates."""

from mithaq.register.training.operations.centres import add_centre, describe_centre, plan_year
from mithaq.register.training.operations.certificates import issue_certificate, revoke_certificate
from mithaq.register.training.operations.courses import add_course, describe_course, release_course, set_objective
from mithaq.register.training.operations.dossiers import (
    judge_criterion,
    note_inspection,
    open_dossier,
    set_criterion,
    show_evidence,
    step_dossier,
)
from mithaq.register.training.operations.importing import take_in_courses, undo_take_in
from mithaq.register.training.operations.offerings import add_trainer, assign_trainer, describe_trainer, offer_course

__all__ = [
    "add_centre",
    "add_course",
    "add_trainer",
    "assign_trainer",
    "describe_centre",
    "describe_course",
    "describe_trainer",
    "issue_certificate",
    "judge_criterion",
    "note_inspection",
    "offer_course",
    "open_dossier",
    "plan_year",
    "release_course",
    "revoke_certificate",
    "set_criterion",
    "set_objective",
    "show_evidence",
    "step_dossier",
    "take_in_courses",
    "undo_take_in",
]
