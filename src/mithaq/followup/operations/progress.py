"""Progress of actions: reported by the party, confirmed or returned with a question by those who follow all up."""

from __future__ import annotations

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.core import clock
from mithaq.core.errors import Conflict
from mithaq.followup.forms import ConfirmReport, ReportProgress, ReturnReport
from mithaq.followup.models import Action, Evidence, Progress
from mithaq.followup.rights import reports
from mithaq.followup.standing import bring_up_to_date
from mithaq.register.commitments.keeping import check, seen_by_secretariat


@operation("actions.report", needs=Permission.ACTIONS_REPORT, form=ReportProgress)
def report_progress(
    viewer: Viewer,
    *,
    action: str,
    percent: int,
    text_ar: str = "",
    text_en: str = "",
    document: str = "",
    sentence: int | None = None,
    address: str = "",
    note: str = "",
) -> Reference:
    """Report how far an action is, with evidence. It counts when it is confirmed; at once where no secretariat sees it.

    Done by the party that owns it, or for a party without accounts by those who follow all up. A sentence of a document
    is seen as evidence by those who may see the document.
    """
    found = find(Action.objects.select_related("label", "focal"), action)
    check(reports(viewer, found))
    report = Progress(percent=percent, text_ar=text_ar, text_en=text_en)
    report.label, report.action, report.by, report.at = found.label, found, viewer.account, clock.now()
    if not seen_by_secretariat(found.label_id):
        report.state, report.answered_by, report.answered_at = Progress.State.CONFIRMED, viewer.account, report.at
    report.save()
    _prove(viewer, report, found.label, document, sentence, address, note)
    if report.state == Progress.State.CONFIRMED:
        _counts(found, percent)
    return Reference(report.public_id, found.label_id, {"percent": [found.percent, percent]})


def _prove(
    viewer: Viewer, report: Progress, label: Label, document: str, sentence: int | None, address: str, note: str
) -> None:
    if document:
        proof = cite_sentence(document, sentence or 0)
        both = narrowed(viewer, [label, proof.label])
        Evidence.objects.create(label=both, progress=report, citation=proof, note=note)
    if address:
        Evidence.objects.create(label=label, progress=report, address=address, note=note)


def _counts(action: Action, percent: int) -> None:
    """The action, and what it serves, stands as reported."""
    Action.objects.filter(pk=action.pk).update(percent=percent)
    bring_up_to_date(action)


def _answered(viewer: Viewer, public_id: str, version: int, state: str, answer: str) -> Progress:
    """The report, answered. Conflict if it was answered before."""
    found: Progress = find(Progress.objects.select_related("action"), public_id)
    if found.state != Progress.State.FILED:
        raise Conflict
    update_at(
        Progress.objects.filter(pk=found.pk),
        version,
        state=state,
        answer=answer,
        answered_by=viewer.account,
        answered_at=clock.now(),
    )
    return found


@operation("actions.confirm", needs=Permission.PROGRESS_CONFIRM, form=ConfirmReport)
def confirm_report(viewer: Viewer, *, report: str, version: int, answer: str = "") -> Reference:
    """Confirm a report: the action, and what it serves, now stands as reported."""
    found = _answered(viewer, report, version, Progress.State.CONFIRMED, answer)
    _counts(found.action, found.percent)
    return Reference(report, found.label_id, {"percent": [found.action.percent, found.percent]}, answer)


@operation("actions.return", needs=Permission.PROGRESS_CONFIRM, form=ReturnReport)
def return_report(viewer: Viewer, *, report: str, version: int, answer: str) -> Reference:
    """Return a report with a question; the party answers with a new report."""
    found = _answered(viewer, report, version, Progress.State.RETURNED, answer)
    return Reference(report, found.label_id, {"state": ["filed", "returned"]}, answer)
