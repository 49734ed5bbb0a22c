"""A meeting on its way: planned, moved, held, cancelled. Nothing of it is lost whichever way it goes."""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils.translation import get_language, pgettext

from mithaq.access.models import Label
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.days import Language, gregorian
from mithaq.core.errors import Problem
from mithaq.register.meetings.cadence import turn
from mithaq.register.meetings.filing import checked, found_meeting, index_meeting, new_meeting, series_named
from mithaq.register.meetings.formats import CANCELLED, HELD, PLANNED, FormatSpec
from mithaq.register.meetings.forms import CancelMeeting, HoldMeeting, MoveMeeting, PlanMeeting, StepMeeting
from mithaq.register.meetings.holding import took_place
from mithaq.register.meetings.hours import Slot, check_slots, slot_of, when
from mithaq.register.meetings.models import AgendaItem, Invitation, Meeting, Series
from mithaq.register.meetings.notices import notify
from mithaq.register.meetings.reach import can_see, check_reach
from mithaq.register.meetings.rights import all_formats, format_of
from mithaq.register.meetings.shipped import shipped_formats
from mithaq.register.parties.reach import labels_as_wide

KNOWN = frozenset(
    step.code for spec in shipped_formats().values() for step in spec.steps
)  # states that pages have words for
HOURS = ("opens", "closes", "zone", "date", "until")
PLANNED_HERE = "خُطِّط له هنا · Planned here"  # the source of a meeting that no document reports yet


@operation("meetings.plan", needs=Permission.MEETINGS_MANAGE, form=PlanMeeting)
def plan_meeting(
    viewer: Viewer,
    /,
    *,
    level: str,
    series: str,
    audience: tuple[str, ...] = (),
    source: str = "",
    unnumbered: bool = False,
    **held: Any,
) -> Reference:
    """A meeting still to come, on days or at an hour on the clock of its place.

    Number and host follow from the series where they are left out (by what everybody sees who sees the new meeting), format
    and level are those of the series.
    """
    label, row = label_for(viewer, level, audience), series_named(series)
    times = when(**{name: held.pop(name) for name in HOURS})
    columns = checked({**held, **times}, label)
    _check_ahead(columns)
    _follow(columns, row, label, numbered=not unnumbered)
    check_reach(filter(None, [columns["host"]]), label, "host")
    meeting = new_meeting(label, row, None, source=source or PLANNED_HERE, state=PLANNED, **columns)
    return Reference(meeting.public_id, label.id, {"ref": [None, meeting.ref]})


def _check_ahead(columns: dict[str, Any]) -> None:
    over = columns["until"] or columns["date"]
    if over and PartialDate.parse(over).last < clock.today(columns["zone"] or "UTC"):
        field = "opens" if columns["opens"] else "date"
        raise invalid(field, "This day is over. A meeting that was held is added, not planned.", "past")


def _follow(columns: dict[str, Any], series: Series, label: Label, *, numbered: bool) -> None:
    """Fill in what the series says of a meeting under this label."""
    seen = Meeting.objects.filter(series=series, label__in=labels_as_wide(label.id))
    columns["level"] = columns.get("level") or series.level
    if columns.get("ordinal") is None and numbered:
        last = seen.exclude(state=CANCELLED).aggregate(last=Max("ordinal"))["last"]
        columns["ordinal"] = last + 1 if last else None
    if not columns.get("host"):
        held = seen.filter(took_place(all_formats())).order_by("date", "pk")
        host = turn(series.rotation, held.values_list("host", flat=True))
        columns["host"] = host if host and can_see(host, label) else ""


@operation("meetings.move", needs=Permission.MEETINGS_MANAGE, form=MoveMeeting)
def move_meeting(
    viewer: Viewer,
    /,
    *,
    meeting: str,
    version: int,
    reason: str = "",
    **hours: Any,
) -> Reference:
    """Other days, or another hour. The hours of its agenda move along; calendars are told (the sequence goes up)."""
    found = found_meeting(meeting)
    _check_to_come(found)
    columns = checked(when(**{**hours, "zone": hours["zone"] or found.zone}), found.label)
    _check_ahead(columns)
    told = changed(found, **columns)
    items = list(AgendaItem.objects.filter(meeting=found).order_by("number", "pk"))
    moved = _moved(found, columns, items)
    update_at(Meeting.objects.filter(pk=found.pk), version, sequence=found.sequence + 1, **columns)
    for item, slot in moved:
        AgendaItem.objects.filter(pk=item.pk).update(opens=slot.opens, closes=slot.closes)
    index_meeting(found_meeting(meeting))
    notify(found)
    return Reference(found.public_id, found.label_id, told, reason)


def _moved(meeting: Meeting, columns: dict[str, Any], items: list[AgendaItem]) -> list[tuple[AgendaItem, Slot]]:
    """The points of the agenda that have hours, as long after the meeting's opening as before; Invalid where they do not fit."""
    timed = [item for item in items if item.opens and item.closes]
    if not timed:
        return []
    if columns["opens"] is None:
        raise invalid("opens", "Its agenda has hours. Say at which hour it opens.", "agenda")
    by = columns["opens"] - (meeting.opens or columns["opens"])
    moved = [(item, Slot(slot_of(item).title, item.opens + by, item.closes + by)) for item in timed]
    at = Meeting(opens=columns["opens"], closes=columns["closes"])
    check_slots(at, [slot for _, slot in moved])
    return moved


def _check_to_come(meeting: Meeting) -> None:
    if meeting.state == CANCELLED:
        raise Problem("This meeting was cancelled. Plan another one.", code="cancelled")
    if meeting.state in format_of(meeting).held:
        raise Problem("This meeting was held. What is known of it can be put right.", code="held")


@operation("meetings.step", needs=Permission.MEETINGS_MANAGE, form=StepMeeting)
def step_meeting(viewer: Viewer, *, meeting: str, version: int, state: str, reason: str = "") -> Reference:
    """The next state of a meeting, one of those that its format lets follow. What is cancelled says why."""
    if state == CANCELLED and not reason:
        raise invalid("reason", "Say why it is cancelled.", "required")
    found = found_meeting(meeting)
    told = _go(found, version, state, reason)
    return Reference(found.public_id, found.label_id, told, reason)


@operation("meetings.cancel", needs=Permission.MEETINGS_MANAGE, form=CancelMeeting)
def cancel_meeting(viewer: Viewer, *, meeting: str, version: int, reason: str) -> Reference:
    """A meeting that will not be held, and why. Its agenda, lists and texts stay; calendars are told."""
    found = found_meeting(meeting)
    told = _go(found, version, CANCELLED, reason)
    return Reference(found.public_id, found.label_id, told, reason)


@operation("meetings.hold", needs=Permission.MEETINGS_MANAGE, form=HoldMeeting)
def hold_meeting(viewer: Viewer, *, meeting: str, version: int, parties: tuple[str, ...] = ()) -> Reference:
    """The meeting has taken place. The parties that took part are those named, else those invited that did not decline."""
    found = found_meeting(meeting)
    known_parties(parties, "parties")
    declined = Invitation.Reply.DECLINED
    asked = list(Invitation.objects.filter(meeting=found).order_by("pk").values_list("party", "reply"))
    came = parties or tuple(party for party, reply in asked if reply != declined) or found.parties
    told = _go(found, version, HELD, "", parties=came)
    return Reference(found.public_id, found.label_id, told)


def _go(meeting: Meeting, version: int, state: str, reason: str, **columns: Any) -> dict[str, Any]:
    """Let the meeting go to this state; Invalid if its format lets no such state follow, or its day has not come."""
    spec = format_of(meeting)
    if state not in spec.after(meeting.state):
        then = pgettext("between names", ", ").join(_named(spec, after) for after in spec.after(meeting.state))
        raise invalid(
            "state",
            "From “%(now)s” it cannot go there. What may follow: %(then)s.",
            "no_way",
            now=_named(spec, meeting.state),
            then=then or "-",
        )
    if state in spec.held and meeting.date:
        _check_begun(meeting)
    if state == CANCELLED:
        columns["sequence"] = meeting.sequence + 1
    columns |= {"state": state, "state_reason": reason}
    told = changed(meeting, **{name: value for name, value in columns.items() if name != "sequence"})
    told["state"] = [_written(spec, meeting.state), _written(spec, state)]
    update_at(Meeting.objects.filter(pk=meeting.pk), version, **columns)
    if state == CANCELLED:
        notify(meeting)
    return told


def _named(spec: FormatSpec, state: str) -> str:
    """A state by its name and its code, which is what is sent."""
    step = spec.step(state)
    return f"{step.name.in_language(get_language() or 'ar')} ({state})" if step else state


def _written(spec: FormatSpec, state: str) -> dict[str, str] | str:
    """A state as the journal keeps it: by its name where this format alone knows it, by its code where all know it."""
    step = spec.step(state)
    return step.name.written() if step and state not in KNOWN else state


def _check_begun(meeting: Meeting) -> None:
    begins = PartialDate.parse(meeting.date).first
    language: Language = "en" if get_language() == "en" else "ar"
    if begins > clock.today(meeting.zone or "UTC"):
        raise Problem(
            "This meeting is still to come: it begins on %(day)s.",
            code="to_come",
            day=gregorian(begins.isoformat(), language),
        )
