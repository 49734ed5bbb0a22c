"""What may be done with a case. Whoever sees it is of those who run or keep the offering. Inside a visit."""

from __future__ import annotations

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.reviews.cases.codes import State
from mithaq.reviews.cases.models import Case

NEEDS = P.FINDINGS_EVALUATE


def may_on(viewer: Viewer, case: Case) -> tuple[str, ...]:
    """The operations on this case that would not be refused to the viewer."""
    if NEEDS not in viewer.permissions:
        return ()
    if case.state == State.DRAWN:
        return ("cases.interview", "cases.no_interview")
    if case.state != State.INTERVIEWED:
        return ()
    second = () if case.interviewed_by == viewer.account else ("cases.confirm",)
    return ("cases.interview", *second)
