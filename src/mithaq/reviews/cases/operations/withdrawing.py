"""A confirmed case is withdrawn by one of the two who answer for it: it counts nowhere from then on, and stands with the reason."""

from __future__ import annotations

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.reviews.cases.codes import State
from mithaq.reviews.cases.filing import found_case
from mithaq.reviews.cases.forms import Withdraw
from mithaq.reviews.cases.models import Case
from mithaq.reviews.cases.rights import withdraws


@operation("cases.withdraw", needs=Permission.FINDINGS_EVALUATE, form=Withdraw)
def withdraw(viewer: Viewer, *, case: str, version: int, reason: str) -> Reference:
    """Withdraw a case that you recorded or confirmed, and say why: it counts nowhere from then on, its words leave the annual
    reviews that hold them, and it stands with the reason. Nobody takes that back."""
    found = found_case(case)
    if found.state != State.CONFIRMED:
        raise Problem(
            "Only a confirmed case is withdrawn: what is not confirmed counts nowhere yet.", code="not_confirmed"
        )
    if not withdraws(viewer, found):
        raise Refused("Who recorded the interview or who confirmed it withdraws the case.", code="not_yours")
    now = {"state": State.WITHDRAWN, "reason": reason, "withdrawn_by": viewer.account, "withdrawn_at": clock.now()}
    update_at(Case.objects.filter(pk=found.pk), version, **now)
    told = {"case": [found.state, State.WITHDRAWN.value]}
    return Reference(found.public_id, found.label_id, told, reason)
