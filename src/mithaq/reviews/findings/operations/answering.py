"""Who was asked answers: accepts, rejects with a reason, comments; then says what is done, and what change it expects."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.followup.filing import new_action
from mithaq.register.training.holding import lift
from mithaq.reviews.findings.codes import Answer, State
from mithaq.reviews.findings.filing import found_asked, set_state
from mithaq.reviews.findings.forms import ActOnFinding, AnswerFinding, RejectFinding
from mithaq.reviews.findings.indexing import index_asked
from mithaq.reviews.findings.models import Asked, Finding, Remedy
from mithaq.reviews.findings.rights import NOT_ASKED, acts, answers, check


@operation("findings.answer", needs=Permission.FINDINGS_ANSWER, form=AnswerFinding)
def answer_finding(viewer: Viewer, *, asked: str, version: int, answer: str, text: str = "") -> Reference:
    """Accept what your party was asked, or comment on it. When the centre has accepted, its next run may be opened again."""
    return _answered(viewer, asked, version, answer, text)


@operation("findings.reject", needs=Permission.FINDINGS_ANSWER, form=RejectFinding)
def reject_finding(viewer: Viewer, *, asked: str, version: int, reason: str) -> Reference:
    """Reject what your party was asked, with the reason. When the centre has answered so, its next run may be opened again."""
    return _answered(viewer, asked, version, Answer.REJECTED, reason)


def _answered(viewer: Viewer, named: str, version: int, answer: str, text: str) -> Reference:
    found = found_asked(named)
    check(answers(viewer, found), NOT_ASKED)
    if found.over_at is not None:
        raise Problem("This finding is settled: nothing is asked any more.", code="settled")
    told = changed(found, answer=answer)
    update_at(Asked.objects.filter(pk=found.pk), version, answer=answer, text=text, by=viewer.account, at=clock.now())
    finding = _finding(found)
    if answer != Answer.COMMENT and finding is not None and finding.centre == found.party:
        _settle(finding, answer)
    index_asked(found_asked(named))
    return Reference(found.public_id, found.label_id, told, text)


def _finding(asked: Asked) -> Finding | None:
    """The finding itself, if the viewer sees it: a state that was asked does not."""
    row: Finding | None = Finding.objects.filter(pk=asked.finding_id).first()
    return row


def _settle(finding: Finding, answer: str) -> None:
    """The centre has answered: the course waits no longer for this."""
    acting = Remedy.objects.filter(finding=finding).exists()
    accepted = State.ACTING if acting else State.ANSWERED
    set_state(finding.pk, State.REJECTED if answer == Answer.REJECTED else accepted, late=0)
    lift(finding.public_id)


@operation("findings.act", needs=Permission.FINDINGS_ANSWER, form=ActOnFinding)
def act_on_finding(
    viewer: Viewer,
    *,
    asked: str,
    due: date,
    predicted: Decimal,
    title_ar: str = "",
    title_en: str = "",
    owner: str = "",
    focal: str = "",
) -> Reference:
    """Say what is done about what your party accepted, who does it until when, and what change in points is expected. It is
    followed up as any action; whether it worked, the next measurement says. Answers the id of the action."""
    found = found_asked(asked)
    check(acts(viewer, found), NOT_ASKED)
    if found.answer != Answer.ACCEPTED:
        raise Problem("Accept it first, then say what is done.", code="not_accepted")
    title = Bilingual(title_ar, title_en)
    action = new_action(
        found.label, owner=owner or found.party, due=due, focal=focal, title=title, demonstration=found.demonstration
    )
    remedy = Remedy.objects.create(
        label=found.label, asked=found, finding_id=found.finding_id, action=action, predicted=predicted,
        made_by=viewer.account, made_at=clock.now(),
    )  # fmt: skip
    finding = _finding(found)
    if finding is not None and finding.centre in ("", found.party):
        set_state(finding.pk, State.ACTING, late=0)
    told = {"action": [None, action.ref], "predicted": [None, str(remedy.predicted)]}
    return Reference(action.public_id, found.label_id, told)
