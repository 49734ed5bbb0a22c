"""What holds on a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.dates import PartialDate
from mithaq.register.parties.standing import Claim, Span, disputed, standing_claim

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
PARTIALS = DAYS.flatmap(lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]]))
INVITED = Claim(1, "invited", "2004-06", "", True)
MEMBER = Claim(2, "member", "2005-03", "", True)
MEMBER_TOO = Claim(3, "member", "2005-02", "", False)
SEEN = Claim(4, "member", "", "2016-11-20", False)


@pytest.mark.parametrize(
    ("on", "status"),
    [("2003", None), ("2004-06-28", "invited"), ("2005-02-15", "invited"), ("2005-03", "member"), ("2016", "member")],
)
def test_of_one_status_the_preferred_source_counts(on: str, status: str | None) -> None:
    claim = standing_claim([SEEN, MEMBER_TOO, MEMBER, INVITED], PartialDate.parse(on))
    assert (claim.status if claim else None) == status


def test_without_a_preferred_source_the_earliest_counts() -> None:
    claim = standing_claim([SEEN, MEMBER_TOO], PartialDate.parse("2006"))
    assert claim == MEMBER_TOO


def test_sources_that_differ_on_the_beginning_dispute_it_and_one_seen_later_does_not() -> None:
    assert disputed([MEMBER, MEMBER_TOO], "member")
    assert not disputed([MEMBER, SEEN], "member")


@settings(deadline=None)
@given(PARTIALS, DAYS)
def test_what_holds_since_a_date_holds_on_every_day_after(since: str, day: date) -> None:
    holds = Span(since=since).holds(PartialDate.parse(day.isoformat()))
    assert holds == (PartialDate.parse(since).first <= day)


@settings(deadline=None)
@given(PARTIALS, DAYS)
def test_what_is_over_holds_on_no_day_after(until: str, day: date) -> None:
    holds = Span(since="1990", until=until).holds(PartialDate.parse(day.isoformat()))
    assert holds == (day <= PartialDate.parse(until).last)


@settings(deadline=None)
@given(DAYS)
def test_who_is_seen_in_a_post_held_it_in_the_month_before_and_since(day: date) -> None:
    span = Span(seen_on=day.isoformat())
    assert span.holds(PartialDate.parse((day - timedelta(days=31)).isoformat()))
    assert not span.holds(PartialDate.parse((day - timedelta(days=32)).isoformat()))
    assert span.holds(PartialDate.parse((day + timedelta(days=900)).isoformat()))


def test_knowing_it_less_finely_is_no_dispute() -> None:
    year, month, day = (
        Claim(n, "member", since, "", False) for n, since in enumerate(("2005", "2005-06", "2005-06-22"))
    )
    assert not disputed([year, month, day], "member")
    assert disputed([month, Claim(4, "member", "2005-07", "", False)], "member")
    assert disputed([year, Claim(5, "member", "2004-12", "", False)], "member")
