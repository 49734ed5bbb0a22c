"""Actions as rows: made, numbered, findable. For the operations of this area and of areas below. Inside a visit that writes."""

from __future__ import annotations

from datetime import date

from mithaq.access.models import Label, next_ref
from mithaq.access.resolving import focal_point
from mithaq.archive.index import index_record
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.models import Action
from mithaq.register.commitments.keeping import check_released


def new_action(
    label: Label, *, owner: str, due: date, focal: str = "", title: Bilingual, demonstration: bool = False
) -> Action:
    """An action of this party under this label: it comes to the owner's desk, is reminded of and reported on like any other.

    Invalid where the owner or the focal point may not see it. Whether the viewer may add it is for the caller to check.
    """
    check_released("owner", owner, label.id)
    action: Action = Action.objects.create(
        label=label,
        ref=next_ref("A", clock.today().year, label),
        title_ar=title.ar,
        title_en=title.en,
        owner=owner,
        focal=focal_point(focal, label),
        due=due,
        demonstration=demonstration,
        added_at=clock.now(),
    )
    index_action(action)
    return action


def index_action(action: Action) -> None:
    """Let the action be found as it is now."""
    title = Bilingual(action.title_ar, action.title_en)
    index_record("action", action.public_id, action.label, action.due.isoformat(), ref=action.ref, title=title)
