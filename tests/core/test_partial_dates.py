"""Partial dates: as fine as the words, comparable, and both calendars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.dates import NotADate, PartialDate, from_hijri, interval, to_hijri


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-11-20", "2016-11-20", "2016-11-20"),
        ("2019-SU", "2019-06-01", "2019-08-31"),
        ("2019-WI", "2019-12-01", "2020-02-29"),
        ("2016-Q4", "2016-10-01", "2016-12-31"),
        ("2016-H1", "2016-01-01", "2016-06-30"),
        ("2016-W46", "2016-11-14", "2016-11-20"),
        ("2019-05-06/2019-05-08", "2019-05-06", "2019-05-08"),
        ("2020-03/2020-04", "2020-03-01", "2020-04-30"),
        ("2010/2015", "2010-01-01", "2015-12-31"),
    ],
)
def test_a_date_is_its_days(text: str, first: str, last: str) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.first.isoformat(), parsed.last.isoformat(), str(parsed)) == (first, last, text)


@pytest.mark.parametrize(
    "text", ["", "16", "2016-13", "2016-02-30", "2016-W60", "2016-Q5", "2016-11-20/2016-11-01", "now", "2016/"]
)
def test_what_is_no_date_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(NotADate, match="Write it as 2016"):
        PartialDate.parse(text)


def test_order_and_before() -> None:
    year, month, day = map(PartialDate.parse, ("2016", "2016-11", "2017-01-01"))
    assert sorted([day, month, year]) == [year, month, day]
    assert year.before(day)
    assert not year.before(month)
    assert month.includes(date(2016, 11, 30))
    assert not month.includes(date(2016, 12, 1))


def test_an_interval_of_one_date_is_that_date() -> None:
    assert interval("2016-11", "2016-11") == "2016-11"
    assert interval("2016-11-20", "2016-11-21") == "2016-11-20/2016-11-21"


def test_hijri_by_umm_al_qura() -> None:
    assert from_hijri(1436, 10, 25) == "2015-08-10"
    assert from_hijri(1444, 9) == "2023-03-23/2023-04-20"
    assert from_hijri(1445) == "2023-07-19/2024-07-06"
    assert from_hijri(1436, 13, 1) is None
    assert from_hijri(900) is None
    assert to_hijri(date(1800, 1, 1)) is None


@given(st.dates(date(1950, 1, 1), date(2070, 1, 1)))
def test_there_and_back_is_the_same_day(day: date) -> None:
    hijri = to_hijri(day)
    assert hijri is not None
    assert from_hijri(*hijri) == day.isoformat()
