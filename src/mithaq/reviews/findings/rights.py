"""Who may do what with a finding. Inside a visit."""

from __future__ import annotations

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.reviews.findings.codes import SETTLED, Answer, State
from mithaq.reviews.findings.models import Asked, Finding

NOT_ASKED = Refused("Only the party that was asked does this.", code="not_yours")


def check(allowed: bool, refusal: Refused) -> None:
    """Raise such a refusal unless it is allowed."""
    if not allowed:
        raise Refused(refusal.text, code=refusal.code)


def answers(viewer: Viewer, asked: Asked) -> bool:
    """Whether this viewer answers for the party that was asked."""
    return P.FINDINGS_ANSWER in viewer.permissions and bool(viewer.party) and viewer.party == asked.party


def acts(viewer: Viewer, asked: Asked) -> bool:
    """Whether this viewer says what is done: of the party that was asked, or who follows all up."""
    return answers(viewer, asked) or {P.FINDINGS_ANSWER, P.PROGRESS_CONFIRM} <= viewer.permissions


def may_on_asked(viewer: Viewer, asked: Asked) -> tuple[str, ...]:
    """The operations on what was put to a party that would not be refused to the viewer."""
    own = ["findings.answer", "findings.reject"] if answers(viewer, asked) and asked.over_at is None else []
    doing = ["findings.act"] if acts(viewer, asked) and asked.answer == Answer.ACCEPTED else []
    return (*own, *doing)


def may_on(viewer: Viewer, finding: Finding) -> tuple[str, ...]:
    """The operations on this finding that would not be refused to the viewer."""
    if P.FINDINGS_EVALUATE not in viewer.permissions or finding.state in SETTLED:
        return ()
    closes = ("findings.close",) if finding.state != State.OPEN else ()
    return ("findings.share", *closes)
