"""Handing over what somebody who leaves is the focal point of."""

from __future__ import annotations

from mithaq.access.models import Account
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid
from mithaq.access.shapes import own_label
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.followup.forms import HandOver
from mithaq.followup.operations.actions import reroute


@operation("accounts.hand_over", needs=Permission.ACCOUNTS_MANAGE, form=HandOver)
def hand_over(viewer: Viewer, *, account: str, to: str = "") -> Reference:
    """Hand what an account is the focal point of, and is open, to another account of its party; or to nobody.

    It reaches as far as the viewer sees. What the other account may not see is left without a focal point: then its party
    is asked as a whole.
    """
    leaving = Account.objects.filter(username=account).first()
    if leaving is None:
        raise Absent
    colleagues = Account.objects.filter(party=leaving.party, is_active=True).exclude(pk=leaving.pk)
    taking = colleagues.filter(username=to).first() if to else None
    if to and taking is None:
        raise invalid("to", "There is no other account of this party with this name.", "unknown_account")
    reroute(leaving, taking)
    return Reference("", own_label(viewer).id, {"focal": [account, to or None]})
