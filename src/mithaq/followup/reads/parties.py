"""What a party answers for, asks for and does; what one account is the focal point of."""

from __future__ import annotations

from mithaq.access.models import Party
from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.followup.models import Action
from mithaq.followup.reads.actions import action_rows
from mithaq.followup.reads.shapes import AccountFollowed, PartyFollowed
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads import rows_of
from mithaq.register.commitments.states import OPEN

SHOWN = 20


@read("followup.of_party")
def of_party(viewer: Viewer, *, party: str) -> PartyFollowed:
    """The open commitments a party answers for, the open ones it asked of others, and its open actions."""
    if not Party.objects.filter(code=party).exists():
        raise Absent
    still = Commitment.objects.filter(state__in=OPEN)
    asked = still.filter(by__contains=f",{party},").exclude(owner=party)
    return PartyFollowed(
        party,
        rows_of(still.filter(owner=party).order_by("due", "pk")[:SHOWN]),
        rows_of(asked.order_by("-said_on", "-pk")[:SHOWN]),
        action_rows(Action.objects.filter(owner=party, state__in=OPEN).order_by("due", "pk")[:SHOWN]),
    )


@read("followup.of_account")
def of_account(viewer: Viewer, *, account: str) -> AccountFollowed:
    """The open commitments and actions that this account is the focal point of, as far as the viewer sees them."""
    mine = {"focal__username": account, "state__in": OPEN}
    return AccountFollowed(
        account,
        rows_of(Commitment.objects.filter(**mine).order_by("due", "pk")[:SHOWN]),
        action_rows(Action.objects.filter(**mine).order_by("due", "pk")[:SHOWN]),
    )
