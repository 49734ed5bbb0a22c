"""Silence that has held: writing it down, once."""

from __future__ import annotations

from django.db.models import F, Q

from mithaq.access.operation import journal
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.texts.models import JointText, Silence
from mithaq.register.texts.notices import Event, announce
from mithaq.register.texts.silence import Act, State, effect
from mithaq.register.texts.table import locked, move, release


def run_out() -> list[str]:
    """The ids of the procedures whose hour has come and that nobody has closed, the earliest first."""
    come = Q(expiry__lte=clock.now()) | Q(heard__gte=F("expiry"))  # its own clock may be ahead of one that was set back
    rows = Silence.objects.filter(come, state=State.RUNNING)
    return list(rows.order_by("expiry", "pk").values_list("public_id", flat=True))


def close(silence: str) -> bool:
    """Write down that silence has held on this text, as of its expiry, and tell all; whether there was something to do.

    Two at once: the second finds it done. The journal says that the house did it. Inside a visit that writes.
    """
    found, now = locked(silence)
    try:
        effect(Act.CLOSE, State(found.state), found.expiry, now)
    except Problem:
        return False
    move(found, now, state=State.HELD, ended_at=found.expiry, closed_at=now, version=F("version") + 1)
    release(found, JointText.State.AGREED)
    changes = {"silence": [State.RUNNING, State.HELD], "at": [None, found.expiry.isoformat()]}
    journal("silence.close", silence, found.label_id, changes)
    announce(found, Event.HELD)
    return True
