"""Meetings as a calendar that programs read (iCalendar, RFC 5545; as mail, RFC 5546). Pure: entries in, bytes out.

The lines are written here, because a feed has thousands of them; the rules of time zones come from `icalendar`, which,
like any other program, reads what is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from mithaq.core.days import Language

LINE = 75  # octets of a line, the blank that continues one among them
REFRESH = "PT1H"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # all but the tabulator and the end of a line


class Status(StrEnum):
    """How firm a meeting is."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class Method(StrEnum):
    """What a calendar that travels by mail asks of its reader."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody with an address for mail."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A meeting as a calendar holds it, in one language.

    `starts` is an instant (aware) or a day, and `ends` of the same kind: None where it is not known, and for days the day
    after the last. `zone` is the IANA name of the place's; empty: the instants are given in UTC. `changed`: when this was last
    changed. `kind`: ``PUBLIC``, ``PRIVATE`` or ``CONFIDENTIAL``. `within`: the uid of the meeting on whose margins it is held.
    A line of `words` ends with a newline.
    """

    uid: str
    sequence: int
    changed: datetime
    starts: datetime | date
    ends: datetime | date | None
    zone: str
    title: str
    words: str
    place: str
    status: Status
    kind: str
    organiser: Mailbox
    within: str
    address: str


def feed(name: str, language: Language, entries: Iterable[Entry]) -> bytes:
    """A calendar to subscribe to, under this name. It takes up nobody's time: who looks is not always invited."""
    head = [
        *(f"NAME:{_text(name)}", f"X-WR-CALNAME:{_text(name)}"),
        *(f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}"),
    ]
    return _calendar(language, head, list(entries), ["TRANSP:TRANSPARENT"])


def message(method: Method, language: Language, entry: Entry, guest: Mailbox, at: datetime) -> bytes:
    """An invitation to one guest, or its withdrawal, made at this instant. The guest learns of no other guest."""
    asked = "PARTSTAT=NEEDS-ACTION;RSVP=TRUE" if method is Method.REQUEST else "RSVP=FALSE"
    who = f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;{asked};CN={_name(guest.name)}:mailto:{_address(guest.address)}"
    return _calendar(language, [f"METHOD:{method}"], [replace(entry, changed=at)], [who])


def _calendar(language: Language, head: list[str], entries: list[Entry], more: list[str]) -> bytes:
    first = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Mithaq//Meetings//{language.upper()}", "CALSCALE:GREGORIAN"]
    lines = [_folded(line) for line in (*first, *head)]
    lines += [_zone(*used).rstrip() for used in _zones(entries)]
    lines += [_folded(line) for entry in entries for line in _event(entry, more)]
    return b"\r\n".join([*lines, b"END:VCALENDAR", b""])


def _event(entry: Entry, more: list[str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTAMP:{_utc(entry.changed)}"
    yield f"DTSTART{_when(entry.starts, entry.zone)}"
    if entry.ends is not None:
        yield f"DTEND{_when(entry.ends, entry.zone)}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.words:
        yield f"DESCRIPTION:{_text(entry.words)}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    yield f"STATUS:{entry.status}"
    yield f"CLASS:{entry.kind}"
    yield f"ORGANIZER;CN={_name(entry.organiser.name)}:mailto:{_address(entry.organiser.address)}"
    if entry.within:
        yield f"RELATED-TO;RELTYPE=PARENT:{_text(entry.within)}"
    yield f"URL:{_address(entry.address)}"
    yield from more
    yield "END:VEVENT"


def _when(at: datetime | date, zone: str) -> str:
    """The rest of the line after DTSTART or DTEND. An hour that a place has twice is given in UTC the second time."""
    if not isinstance(at, datetime):
        return f";VALUE=DATE:{at:%Y%m%d}"
    if zone:
        local = at.astimezone(ZoneInfo(zone))
        if not local.fold:
            return f";TZID={zone}:{local:%Y%m%dT%H%M%S}"
    return f":{_utc(at)}"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _zones(entries: Iterable[Entry]) -> list[tuple[str, int, int]]:
    """Each zone that is used, with the first and the last year in which it is."""
    years: dict[str, list[int]] = {}
    for entry in entries:
        if isinstance(entry.starts, datetime) and entry.zone:
            years.setdefault(entry.zone, []).append(entry.starts.year)
    return [(zone, min(used), max(used)) for zone, used in sorted(years.items())]


@lru_cache(maxsize=256)
def _zone(name: str, first: int, last: int) -> bytes:
    """The rules of a time zone from the year before the first to the year after the last."""
    from icalendar import Timezone  # noqa: PLC0415  most of what is done needs no calendar

    made: bytes = Timezone.from_tzid(name, first_date=date(first - 1, 1, 1), last_date=date(last + 1, 12, 31)).to_ical()
    return made


def _text(words: str) -> str:
    kept = CONTROLS.sub("", words)
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _name(words: str) -> str:
    """In quotation marks; it has no way to hold such a mark itself."""
    kept = " ".join(CONTROLS.sub("", words).split()).replace('"', "'")
    return f'"{kept}"'


def _address(address: str) -> str:
    """An address that stands alone on its line: nothing in it may end the line."""
    return "".join(CONTROLS.sub("", address).split())


def _folded(line: str) -> bytes:
    """The line, broken so that no piece is longer than 75 octets and no letter is cut through."""
    raw = line.encode()
    if len(raw) <= LINE:
        return raw
    pieces, at, room = [], 0, LINE
    while len(raw) - at > room:
        end = at + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[at:end])
        at, room = end, LINE - 1
    return b"\r\n ".join([*pieces, raw[at:]])
