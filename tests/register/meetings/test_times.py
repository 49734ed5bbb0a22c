"""Hours on the clock of a place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.register.meetings.times import NotAnHour, instant, local, written, zones

MOMENTS = st.datetimes(datetime.fromisoformat("1995-01-01"), datetime.fromisoformat("2040-01-01"))
PLACES = ("Asia/Qatar", "Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca")


def test_an_hour_there_is_one_instant() -> None:
    assert instant(written("2026-12-14 09:30"), "Asia/Qatar") == datetime(2026, 12, 14, 6, 30, tzinfo=UTC)
    assert local(datetime(2026, 12, 14, 6, 30, tzinfo=UTC), "Asia/Qatar") == "2026-12-14T09:30+03:00"
    assert local(None, "Asia/Qatar") == ""


def test_the_hour_that_clocks_leave_out() -> None:
    with pytest.raises(Problem) as said:
        instant(written("2026-03-29T02:30"), "Europe/Brussels")
    assert said.value.code == "no_such_hour"
    assert "02:30" in said.value.say()


def test_the_hour_that_clocks_show_twice_is_told_apart_by_its_offset() -> None:
    with pytest.raises(Problem) as said:
        instant(written("2026-10-25T02:30"), "Europe/Brussels")
    assert said.value.code == "hour_twice"
    assert "2026-10-25T02:30+02:00 / 2026-10-25T02:30+01:00" in said.value.say()
    assert instant(written("2026-10-25T02:30+02:00"), "Europe/Brussels") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert instant(written("2026-10-25T02:30+01:00"), "Europe/Brussels") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    with pytest.raises(Problem) as said:
        instant(written("2026-10-25T02:30+05:00"), "Europe/Brussels")
    assert said.value.code == "other_offset"


@pytest.mark.parametrize("text", ["", "2026-12-14", "tomorrow", "2026-13-01 09:00", "2026-12-14 25:00", "09:00"])
def test_what_is_no_hour(text: str) -> None:
    with pytest.raises(NotAnHour):
        written(text)


def test_arabic_digits_are_read() -> None:
    assert written("٢٠٢٦-١٢-١٤ ٠٩:٣٠") == datetime.fromisoformat("2026-12-14T09:30")


@given(MOMENTS, st.sampled_from(PLACES))
def test_every_instant_is_found_again_by_its_local_hour_and_offset(at: datetime, zone: str) -> None:
    moment = at.replace(second=0, microsecond=0, tzinfo=UTC)
    assert instant(written(local(moment, zone)), zone) == moment


@given(MOMENTS, st.sampled_from(PLACES))
def test_an_hour_is_taken_if_and_only_if_it_comes_once(at: datetime, zone: str) -> None:
    naive = at.replace(second=0, microsecond=0)
    around = [naive.replace(tzinfo=UTC) + timedelta(minutes=30 * n) for n in range(-28, 29)]
    shown = [moment for moment in around if moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == naive]
    try:
        assert [instant(naive, zone)] == shown
    except Problem:
        assert len(shown) != 1


def test_the_zones_of_the_world() -> None:
    assert set(PLACES) <= zones()
