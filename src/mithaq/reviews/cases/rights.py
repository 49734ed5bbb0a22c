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
    if case.state == State.CONFIRMED:
        return ("cases.withdraw",) if withdraws(viewer, case) else ()
    if case.state != State.INTERVIEWED:
        return ()
    second = () if case.interviewed_by == viewer.account else ("cases.confirm",)
    return ("cases.interview", *second)


def withdraws(viewer: Viewer, case: Case) -> bool:
    """Whether this viewer withdraws the case once it is confirmed: who recorded it, who confirmed it."""
    return viewer.account in (case.interviewed_by, case.confirmed_by)
