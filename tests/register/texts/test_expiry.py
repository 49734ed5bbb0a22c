"""The hour of expiry: local times that mean one instant, none, or two."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.register.texts.expiry import NoSuchTime, instant_of

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))
ZONES = st.sampled_from(["Europe/Brussels", "Asia/Kuwait", "America/New_York", "Africa/Casablanca", "UTC"])


@pytest.mark.parametrize(
    ("day", "hour", "zone", "utc"),
    [
        (date(2015, 6, 11), time(18, 0), "Europe/Brussels", datetime(2015, 6, 11, 16, 0, tzinfo=UTC)),
        (date(2018, 1, 3), time(17, 30), "Europe/Brussels", datetime(2018, 1, 3, 16, 30, tzinfo=UTC)),
        (date(2026, 3, 29), time(1, 59, 59), "Europe/Brussels", datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC)),
        (date(2026, 3, 29), time(3, 0), "Europe/Brussels", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(1, 59), "Europe/Brussels", datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (date(2026, 10, 25), time(3, 0), "Europe/Brussels", datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (date(2026, 10, 25), time(2, 30), "Asia/Kuwait", datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
    ],
)
def test_a_local_hour_means_one_instant(day: date, hour: time, zone: str, utc: datetime) -> None:
    assert instant_of(day, hour, zone) == utc


@pytest.mark.parametrize(
    ("day", "hour", "zone", "field", "code"),
    [
        (date(2026, 3, 29), time(2, 30), "Europe/Brussels", "at", "no_such_hour"),
        (date(2026, 3, 29), time(2, 0), "Europe/Brussels", "at", "no_such_hour"),
        (date(2026, 10, 25), time(2, 0), "Europe/Brussels", "at", "hour_twice"),
        (date(2026, 10, 25), time(2, 59, 59), "Europe/Brussels", "at", "hour_twice"),
        (date(2026, 10, 25), time(12, 0), "Europe/Atlantis", "zone", "unknown_zone"),
        (date(2026, 10, 25), time(12, 0), "", "zone", "unknown_zone"),
        (date(2026, 10, 25), time(12, 0), "../../etc/passwd", "zone", "unknown_zone"),
    ],
)
def test_an_hour_that_is_none_or_two_is_refused(day: date, hour: time, zone: str, field: str, code: str) -> None:
    with pytest.raises(NoSuchTime) as problem:
        instant_of(day, hour, zone)
    assert (problem.value.field, problem.value.code) == (field, code)
    assert "offset" not in problem.value.say()


@given(DAYS, st.times(), ZONES)
def test_what_is_taken_shows_again_as_it_was_typed(day: date, hour: time, zone: str) -> None:
    try:
        instant = instant_of(day, hour, zone)
    except NoSuchTime:
        return
    assert instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == datetime.combine(day, hour)


@given(DAYS, st.integers(0, 24 * 60 - 1))
def test_only_hours_of_a_change_of_clocks_are_refused(day: date, minute: int) -> None:
    """Brussels changes its clocks twice a year, by one hour: any other hour is taken."""
    hour = (datetime.combine(day, time()) + timedelta(minutes=minute)).time()
    changes = day.month in (3, 10) and day.weekday() == 6 and day.day > 24 and hour.hour == 2
    try:
        instant_of(day, hour, "Europe/Brussels")
    except NoSuchTime:
        assert changes
    else:
        assert not changes
