"""When a meeting and the points of its agenda are held, out of what was typed. For the operations of this area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language

from mithaq.access.resolving import invalid
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.meetings.models import AgendaItem, Meeting
from mithaq.register.meetings.times import instant


def hour_of(field: str, at: datetime, zone: str) -> datetime:
    """The instant of this hour on the clock of the zone; Invalid for this field if there is none, or more than one."""
    try:
        return instant(at, zone)
    except Problem as problem:
        raise invalid(field, problem.text, problem.code, **problem.params) from problem


def when(*, opens: datetime | None, closes: datetime | None, zone: str, date: str, until: str) -> dict[str, Any]:
    """The columns of a meeting that say when it is held: days alone, or instants and the days they fall on there.

    Invalid for an hour without a zone, one that is not there or comes twice, and for an end before the beginning.
    """
    if opens is None:
        return {"date": date, "until": until, "opens": None, "closes": None, "zone": zone}
    if not zone:
        raise invalid("zone", "Say on which clock: the time zone of the place.", "required")
    begins = hour_of("opens", opens, zone)
    ends = hour_of("closes", closes, zone) if closes else None
    if ends and ends <= begins:
        raise invalid("closes", "It ends before it begins.", "order")
    first = begins.astimezone(ZoneInfo(zone)).date().isoformat()
    last = ends.astimezone(ZoneInfo(zone)).date().isoformat() if ends else first
    days = {"date": first, "until": last if last != first else ""}
    return {**days, "opens": begins, "closes": ends, "zone": zone}


@dataclass(frozen=True, slots=True)
class Slot:
    """From when to when a point of an agenda is taken; both None where no hour is set."""

    title: Bilingual
    opens: datetime | None
    closes: datetime | None

    @property
    def called(self) -> str:
        """Its title in the language of whoever reads the message."""
        return self.title.in_language(get_language() or "ar")


def slot_of(item: AgendaItem) -> Slot:
    """When this point is taken."""
    return Slot(Bilingual(item.title_ar, item.title_en), item.opens, item.closes)


def typed_slot(meeting: Meeting, title: Bilingual, opens: datetime | None, closes: datetime | None) -> Slot:
    """When a point is to be taken; Invalid unless it has both hours, on the clock of the meeting's place, in order."""
    if opens is None and closes is None:
        return Slot(title, None, None)
    if opens is None or closes is None:
        raise invalid("closes" if opens else "opens", "Say when it begins and when it ends.", "required")
    if not meeting.zone:
        raise invalid("opens", "The hour of the meeting is not set yet. Move the meeting to an hour first.", "no_zone")
    begins, ends = hour_of("opens", opens, meeting.zone), hour_of("closes", closes, meeting.zone)
    if ends <= begins:
        raise invalid("closes", "It ends before it begins.", "order")
    return Slot(title, begins, ends)


def check_slots(meeting: Meeting, slots: Iterable[Slot]) -> None:
    """Invalid for a point outside the meeting's hours, and for two that overlap, naming both."""
    timed = sorted((slot.opens, slot.closes, slot.called) for slot in slots if slot.opens and slot.closes)
    for opens, closes, called in timed:
        if (meeting.opens and opens < meeting.opens) or (meeting.closes and closes > meeting.closes):
            raise invalid(
                "opens",
                "“%(item)s” lies outside the hours of the meeting. Choose others, or move the meeting.",
                "outside",
                item=called,
            )
    for (_, ended, before), (begins, _, after) in pairwise(timed):
        if begins < ended:
            raise invalid(
                "opens",
                "“%(one)s” and “%(other)s” are at the same time. Let one begin when the other has ended.",
                "overlap",
                one=before,
                other=after,
            )
