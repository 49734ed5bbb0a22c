"""Where a part of a meeting belongs."""

from __future__ import annotations

from django.db.models import Model

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.register.meetings.models import AgendaItem, AgendaPaper, Invitation, Participant

PARTS: tuple[tuple[type[Model], str], ...] = (
    (AgendaItem, "meeting__public_id"),
    (Invitation, "meeting__public_id"),
    (Participant, "invitation__meeting__public_id"),
    (AgendaPaper, "item__meeting__public_id"),
)


@read("meetings.whole")
def whole_of(viewer: Viewer, *, thing: str) -> str:
    """The meeting (its public id) to which a point of an agenda, a paper under it, an invitation or somebody on a
    delegation's list belongs."""
    for model, meeting in PARTS:
        found = model._default_manager.filter(public_id=thing).values_list(meeting, flat=True).first()
        if found:
            return str(found)
    raise Absent
