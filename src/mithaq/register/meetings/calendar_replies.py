"""The answer that a calendar program sends to an invitation (METHOD:REPLY of RFC 5546). Pure: bytes in, one reply out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from mithaq.core.errors import Unreadable

ANSWERS = {"ACCEPTED": "accepted", "TENTATIVE": "tentative", "DECLINED": "declined"}


@dataclass(frozen=True, slots=True)
class CalendarReply:
    """Who answers what, to which invitation, in which of its sequence, when it was written (an instant), and in which words."""

    uid: str
    sequence: int
    written: datetime
    by: str
    answer: str
    words: str


class NoReply(Unreadable):
    """What was sent is no answer to an invitation."""

    code = "no_reply"
    text = "This is no answer of a calendar program. Send the .ics file that it made when you answered the invitation."


def read_reply(data: bytes) -> CalendarReply:
    """The one reply in this file. NoReply if it is anything else, or does not say whether they come."""
    event = _only_event(data)
    attendees = event.get("ATTENDEE")
    if attendees is None or isinstance(attendees, list):
        raise NoReply("An answer is of one person. This file names none, or several.", code="attendees")
    answer = ANSWERS.get(str(attendees.params.get("PARTSTAT", "")).upper())
    if answer is None:
        raise NoReply("This answer does not say whether you come. Choose yes, no or perhaps.", code="partstat")
    comment = event.get("COMMENT", "")
    words = comment[0] if isinstance(comment, list) else comment
    return CalendarReply(
        str(event.get("UID", "")),
        int(event.get("SEQUENCE", 0)),
        _written(event),
        str(attendees).strip().removeprefix("mailto:").removeprefix("MAILTO:").lower(),
        answer,
        str(words)[:500],
    )


def _only_event(data: bytes) -> Any:
    from icalendar import Calendar  # noqa: PLC0415  most of what is done needs no calendar

    try:
        calendar = Calendar.from_ical(data.decode())
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise NoReply from error
    events = [part for part in calendar.subcomponents if part.name == "VEVENT"]
    if str(calendar.get("METHOD", "")).upper() != "REPLY" or len(events) != 1 or events[0].errors:
        raise NoReply
    return events[0]


def _written(event: Any) -> datetime:
    stamp = getattr(event.get("DTSTAMP"), "dt", None)
    if not isinstance(stamp, datetime):
        raise NoReply
    return stamp.astimezone(UTC) if stamp.tzinfo else stamp.replace(tzinfo=UTC)
