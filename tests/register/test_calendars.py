"""Calendars as programs read them: what we write, two readers of others understand alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream

from mithaq.core.lines import RLM
from mithaq.register.meetings.calendars import Entry, Mailbox, Method, Status, feed, message

pytestmark = pytest.mark.any_database
AT = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
ARABIC = RLM + "الاجتماع الثالث للمجموعة الاستشارية لمبادرة إسطنبول للتعاون، على مستوى السفراء؛ في الدوحة"


def entry(**given: Any) -> Entry:
    """An entry of two whole days, but for what is given."""
    known: dict[str, Any] = {
        **{
            "uid": "abc@mithaq.example",
            "sequence": 2,
            "changed": AT,
            "zone": "",
            "title": ARABIC,
            "words": "سطر\nآخر\n",
        },
        **{"starts": date(2016, 11, 20), "ends": date(2016, 11, 22), "place": "الدوحة، قطر", "kind": "PRIVATE"},
        **{"status": Status.CONFIRMED, "organiser": Mailbox('دولة "قطر"', "mithaq@example.org"), "within": ""},
        "address": "https://mithaq.example/meetings/abc/",
    }
    return Entry(**{**known, **given})


def read_by_both(raw: bytes) -> tuple[Any, Any]:
    """The one event of a calendar, as `icalendar` and as `ical` read it."""
    first = icalendar.Calendar.from_ical(raw)
    (event,) = first.walk("VEVENT")
    assert not event.errors
    (other,) = IcsCalendarStream.calendar_from_ics(raw.decode()).events
    return event, other


def test_whole_days_are_dates_and_the_end_is_the_day_after() -> None:
    one, other = read_by_both(feed("ميثاق", "ar", [entry()]))
    assert (
        (one["DTSTART"].dt, one["DTEND"].dt) == (other.dtstart, other.dtend) == (date(2016, 11, 20), date(2016, 11, 22))
    )
    assert str(one["SUMMARY"]) == other.summary == ARABIC
    assert str(one["DESCRIPTION"]) == other.description == "سطر\nآخر\n"
    assert str(one["LOCATION"]) == other.location == "الدوحة، قطر"
    assert (one["SEQUENCE"], one["DTSTAMP"].dt, str(one["UID"])) == (other.sequence, other.dtstamp, other.uid)
    assert (str(one["STATUS"]), str(one["CLASS"]), str(one["TRANSP"])) == ("CONFIRMED", "PRIVATE", "TRANSPARENT")
    assert one["ORGANIZER"].params["CN"] == other.organizer.common_name == "دولة 'قطر'"


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 14)])
def test_hours_are_those_of_the_place_whatever_its_clocks_do(day: date) -> None:
    starts = datetime(day.year, day.month, day.day, 9, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    raw = feed(
        "M",
        "en",
        [
            entry(
                starts=starts.astimezone(UTC),
                ends=(starts + timedelta(hours=8)).astimezone(UTC),
                zone="Europe/Brussels",
            )
        ],
    )
    assert f"DTSTART;TZID=Europe/Brussels:{day:%Y%m%d}T093000" in raw.decode()
    one, other = read_by_both(raw)
    assert one["DTSTART"].dt.astimezone(UTC) == other.dtstart.astimezone(UTC) == starts.astimezone(UTC)


def test_the_rules_of_each_zone_that_is_used_go_with_it_once() -> None:
    timed = [
        entry(starts=AT + timedelta(days=n), ends=None, zone=zone)
        for n, zone in enumerate(["Asia/Qatar", "Europe/Brussels"] * 3)
    ]
    read = icalendar.Calendar.from_ical(feed("M", "en", [*timed, entry()]))
    zones: list[Any] = read.walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["Asia/Qatar", "Europe/Brussels"]
    rules = zones[1].to_tz(lookup_tzid=False)
    assert AT.astimezone(rules).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 7, 1, tzinfo=UTC).astimezone(rules).utcoffset() == timedelta(hours=2)


def test_an_hour_that_comes_twice_is_said_without_doubt() -> None:
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 in Brussels, the second time
    raw = feed("M", "en", [entry(starts=again, ends=None, zone="Europe/Brussels")])
    assert b"DTSTART:20261025T013000Z\r\n" in raw
    assert read_by_both(raw)[0].get("DTEND") is None


def test_no_line_is_longer_than_75_octets_and_no_letter_is_cut() -> None:
    raw = feed("ميثاق", "ar", [entry(title="م" * 75, words="اجتماع، " * 200)])
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\\\"'"), min_size=1, max_size=300))
def test_words_come_out_as_they_went_in(words: str) -> None:
    (read,) = IcsCalendarStream.calendar_from_ics(feed("M", "en", [entry(words=words)]).decode()).events
    assert read.description == words


@pytest.mark.parametrize("bad", ["a\r\nATTENDEE:mailto:spy@example.org", "a\nX:1", "a\x00b\x0bc", 'a";X="b'])
def test_nothing_in_words_names_or_addresses_adds_a_line(bad: str) -> None:
    guest = Mailbox(bad, f"n@example.org{bad}")
    raw = message(
        Method.REQUEST,
        "en",
        entry(title=bad, words=bad, place=bad, uid=bad, address=f"https://x/{bad}", organiser=guest),
        guest,
        AT,
    )
    names = [line.partition(b":")[0].partition(b";")[0] for line in raw.replace(b"\r\n ", b"").split(b"\r\n")]
    assert names.count(b"ATTENDEE") == 1
    assert b"X" not in names
    icalendar.Calendar.from_ical(raw)


def test_an_invitation_asks_one_guest_and_tells_of_no_other() -> None:
    guest = Mailbox("حصة", "hessa@example.org")
    raw = message(Method.REQUEST, "ar", entry(within="def@mithaq.example"), guest, AT + timedelta(hours=1))
    one, other = read_by_both(raw)
    assert (
        icalendar.Calendar.from_ical(raw)["METHOD"]
        == IcsCalendarStream.calendar_from_ics(raw.decode()).method
        == "REQUEST"
    )
    assert (str(one["ATTENDEE"]), one["ATTENDEE"].params["PARTSTAT"]) == ("mailto:hessa@example.org", "NEEDS-ACTION")
    assert one["ATTENDEE"].params["RSVP"] == "TRUE"
    assert [attendee.common_name for attendee in other.attendees] == ["حصة"]
    assert str(one["RELATED-TO"]) == other.related_to[0].uid == "def@mithaq.example"
    assert "TRANSP" not in one
    assert one["DTSTAMP"].dt == AT + timedelta(hours=1)


def test_a_feed_says_its_name_and_how_often_to_look() -> None:
    raw = feed("ميثاق: الاجتماعات", "ar", [])
    read: Any = icalendar.Calendar.from_ical(raw)
    assert str(read["X-WR-CALNAME"]) == str(read["NAME"]) == "ميثاق: الاجتماعات"
    assert read["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert IcsCalendarStream.calendar_from_ics(raw.decode()).events == []
