"""Intervals, due dates, turns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.dates import PartialDate
from mithaq.register.meetings.cadence import Due, Met, due, first_day, intervals, later, months_between, turn

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31)).map(date.isoformat)
MONTHS = DAYS.map(lambda day: day[:7])
YEARS = DAYS.map(lambda day: day[:4])
FINE = st.one_of(DAYS, MONTHS)
ANY = st.one_of(DAYS, MONTHS, YEARS, st.sampled_from(["", "2019-SU", "2016-Q1", "2016-H2", "2016-W46"]))
COUNTS = st.integers(1, 60)


def test_the_intervals_of_the_advisory_group() -> None:
    held = [Met("2014-11", 1), Met("2015-12", 2), Met("2016-11-20", 3)]
    assert [months for months, _ in intervals(held)] == [None, 13.0, 11.7]


def test_a_year_alone_says_nothing_of_months() -> None:
    held = [Met("2014-11"), Met("2015"), Met("2016-11-20"), Met("2017-SU")]
    assert [months for months, _ in intervals(held)] == [None, None, None, None]
    assert months_between("2016-Q1", "2017-01-01") is None


def test_meetings_that_are_missing_between_are_no_interval() -> None:
    held = [Met("2018-01-22", 4), Met("2025-12-08", 7), Met("2026-10-13"), Met("2026-12-14", 8)]
    assert intervals(held) == [(None, 0), (None, 2), (10.2, 0), (2.0, 0)]


@given(st.lists(ANY.filter(bool), max_size=12))
def test_an_interval_for_each_meeting_and_none_for_the_first(dates: list[str]) -> None:
    found = intervals([Met(text) for text in sorted(dates)])
    assert len(found) == len(dates)
    assert not found or found[0] == (None, 0)
    for (months, _), before, text in zip(found[1:], sorted(dates), sorted(dates)[1:], strict=False):
        assert (months is None) == (first_day(before) is None or first_day(text) is None)


@given(FINE, FINE)
def test_an_interval_turned_round_is_the_same(one: str, other: str) -> None:
    there, back = months_between(one, other), months_between(other, one)
    assert there is not None
    assert back is not None
    assert there == -back
    days = (PartialDate.parse(other).first - PartialDate.parse(one).first).days
    assert abs(there - days / 30.4375) <= 0.05 + 1e-9


@given(FINE, COUNTS)
def test_so_many_months_later_is_so_many_months_later(text: str, months: int) -> None:
    then = later(text, months)
    assert len(then) == len(text)
    assert (int(then[:4]) - int(text[:4])) * 12 + int(then[5:7]) - int(text[5:7]) == months
    assert abs((months_between(text[:7], then[:7]) or 0) - months) <= 0.2
    assert later(then[:7], -months) == text[:7]


@given(DAYS, COUNTS)
def test_the_day_stays_where_the_month_has_it(text: str, months: int) -> None:
    then = later(text, months)
    assert (
        then[8:] == text[8:]
        or date.fromisoformat(then) + timedelta(days=1) == PartialDate.parse(later(then[:7], 1)).first
    )


@given(ANY, COUNTS, st.none() | st.integers(0, 60), st.dates(date(1990, 1, 1), date(2095, 1, 1)))
def test_late_is_after_the_window_and_never_before(last: str, every: int, spare: int | None, today: date) -> None:
    found = due(last, every, spare, today)
    if first_day(last) is None:
        assert found == Due()
        return
    assert found.window_from <= found.by <= found.window_to
    over = PartialDate.parse(found.window_to).last
    assert (found.overdue_since != "") == (today > over)
    assert not found.overdue_since or date.fromisoformat(found.overdue_since) == over + timedelta(days=1)


def test_when_the_group_should_have_met() -> None:
    last = "2016-11-20"
    assert due(last, 12, 3, date(2018, 2, 20)) == Due("2017-11-20", "2017-08-20", "2018-02-20", "")
    assert due(last, 12, 3, date(2018, 2, 21)).overdue_since == "2018-02-21"
    assert due("2015-12", 12, None, date(2017, 1, 1)) == Due("2016-12", "2016-12", "2016-12", "2017-01-01")
    assert due(last, None, None, date(2030, 1, 1)) == due("", 12, 3, date(2030, 1, 1)) == Due()
    assert later("9999-12-31", 1) == later("", 1) == ""
    assert later("2024-01-31", 1) == "2024-02-29"


@pytest.mark.parametrize(
    ("hosts", "whose"),
    [
        ([], "BHR"),
        (["TUR"], "BHR"),
        (["BHR"], "KWT"),
        (["BHR", "KWT", "QAT", "ARE"], "BHR"),
        (["QAT", "TUR", ""], "ARE"),
    ],
)
def test_whose_turn_it_is(hosts: list[str], whose: str) -> None:
    assert turn(("BHR", "KWT", "QAT", "ARE"), hosts) == whose
    assert turn((), hosts) == ""


@given(st.lists(st.sampled_from("ABCDEF"), unique=True, min_size=1), st.lists(st.sampled_from("ABCDEFGH")))
def test_a_turn_is_somebodys_in_the_rotation(rotation: list[str], hosts: list[str]) -> None:
    assert turn(rotation, hosts) in rotation
    for _ in rotation:  # each in turn, once round
        hosts = [*hosts, turn(rotation, hosts)]
    assert sorted(hosts[-len(rotation) :]) == sorted(rotation)
