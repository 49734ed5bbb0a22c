"""A centre on its way to accreditation: criteria with their evidence, the visit, the decision, the date of the review."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.training.dossiers import check_step
from mithaq.register.training.filing import centre_of, check_own_centre
from mithaq.register.training.forms import (
    JudgeCriterion,
    NoteInspection,
    OpenDossier,
    SetCriterion,
    ShowEvidence,
    StepDossier,
)
from mithaq.register.training.models import Criterion, Dossier, Inspection


@operation("dossiers.open", needs=Permission.CENTRES_MANAGE, form=OpenDossier)
def open_dossier(
    viewer: Viewer, /, *, level: str, centre: str, audience: tuple[str, ...] = (), **columns: Any
) -> Reference:
    """A centre was put forward for a network: the dossier of its accreditation begins."""
    label = label_for(viewer, level, audience)
    dossier = Dossier.objects.create(label=label, centre=centre_of(centre), **columns)
    return Reference(dossier.public_id, label.id, {"dossier": [None, dossier.network_en]})


def _dossier(named: str) -> Dossier:
    dossier: Dossier = find(Dossier.objects.select_related("centre", "label"), named)
    return dossier


@operation("dossiers.set_criterion", needs=Permission.CENTRES_MANAGE, form=SetCriterion)
def set_criterion(viewer: Viewer, /, *, dossier: str, number: int, **words: str) -> Reference:
    """Write down a criterion under its number. Said again in other words, it has to be judged again."""
    found = _dossier(dossier)
    anew = {"met": "", "judged_by": "", "judged_at": None, "version": F("version") + 1}
    if not Criterion.objects.filter(dossier=found, number=number).update(**words, **anew):
        Criterion.objects.create(label_id=found.label_id, dossier=found, number=number, **words)
    ar, en = words["words_ar"] or words["words_en"], words["words_en"] or words["words_ar"]
    told = {"ar": f"{number}: {ar}", "en": f"{number}: {en}"}
    return Reference(found.public_id, found.label_id, {"criterion": [None, told]})


def _criterion(named: str) -> Criterion:
    criterion: Criterion = find(Criterion.objects.select_related("dossier__centre"), named)
    return criterion


@operation("dossiers.show_evidence", needs=Permission.COURSES_MANAGE, form=ShowEvidence)
def show_evidence(viewer: Viewer, *, criterion: str, version: int, evidence: str) -> Reference:
    """What the centre shows for a criterion: a document here, an address, or words."""
    found = _criterion(criterion)
    check_own_centre(viewer, found.dossier.centre.party)
    update_at(Criterion.objects.filter(pk=found.pk), version, evidence=evidence)
    return Reference(found.dossier.public_id, found.label_id, {"evidence": [found.evidence, evidence]})


@operation("dossiers.judge", needs=Permission.CENTRES_MANAGE, form=JudgeCriterion)
def judge_criterion(viewer: Viewer, *, criterion: str, version: int, met: str) -> Reference:
    """Say whether a criterion is met."""
    found = _criterion(criterion)
    judged = {"met": met, "judged_by": viewer.account, "judged_at": clock.now()}
    update_at(Criterion.objects.filter(pk=found.pk), version, **judged)
    return Reference(found.dossier.public_id, found.label_id, {"met": [found.met, met]})


@operation("dossiers.note_visit", needs=Permission.CENTRES_MANAGE, form=NoteInspection)
def note_inspection(viewer: Viewer, /, *, dossier: str, on: date, **found_there: str) -> Reference:
    """Who visited the centre on which day, and what was found."""
    found = _dossier(dossier)
    Inspection.objects.create(label_id=found.label_id, dossier=found, on=on, **found_there)
    return Reference(found.public_id, found.label_id, {"visit": [None, on.isoformat()]})


@operation("dossiers.step", needs=Permission.CENTRES_MANAGE, form=StepDossier)
def step_dossier(
    viewer: Viewer,
    *,
    dossier: str,
    version: int,
    state: str,
    decision: str = "",
    decided_on: date | None = None,
    review_due: date | None = None,
) -> Reference:
    """Take a dossier a step further by the written table; a decision has its words, its day and the date of the review."""
    found = _dossier(dossier)
    check_step(
        found.state,
        state,
        criteria=list(Criterion.objects.filter(dossier=found).values_list("met", flat=True)),
        visited=Inspection.objects.filter(dossier=found).exists(),
        decision=decision,
        review_due=review_due,
    )
    columns: dict[str, Any] = {"state": state}
    if decision:
        columns |= {"decision": decision, "decided_on": decided_on or clock.today(), "review_due": review_due}
    update_at(Dossier.objects.filter(pk=found.pk), version, **columns)
    return Reference(found.public_id, found.label_id, {"state": [found.state, state]}, decision)
