"""What the seats of a party's people cost: by hand-made offerings."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.words import Bilingual
from mithaq.register.instruments.results import ResultTable
from mithaq.reviews.runs.content import PartyFacts
from mithaq.reviews.runs.facts.bases import bases_of
from mithaq.reviews.runs.facts.columns import columns_of
from mithaq.reviews.runs.facts.costs import Cost, costs_of
from mithaq.reviews.runs.facts.people import people_of
from mithaq.reviews.runs.numbers import part_of
from mithaq.reviews.runs.plain import canonical, from_plain
from mithaq.reviews.runs.sources import CourseRecord, OfferingRecord, Sources
from mithaq.reviews.runs.telling.party import ministry, own_of
from mithaq.reviews.runs.telling.release import own_part
from tests.reviews.contents import content
from tests.reviews.runs.told import part, release, speaker

GAINS = (8.0, 10.0, 12.0, 10.0, 9.0, 11.0)  # a mean of ten
Seat = tuple[str, str, float]
"""Offering, party, gain."""


def costs(seats: list[Seat], *offerings: tuple[str, float | None, str]) -> dict[str, Cost]:
    """The costs of these people in these offerings (id, cost, currency)."""
    n = len(seats)
    table = ResultTable(
        course=("RC-1",) * n, offering=tuple(seat[0] for seat in seats), party=tuple(seat[1] for seat in seats),
        person=tuple(f"p{at}" for at in range(n)), pre=(40.0,) * n, post=tuple(40.0 + seat[2] for seat in seats),
        followup=(None,) * n, maximum=(100.0,) * n, area=("",) * n, begins=(date(2026, 3, 1),) * n,
        completed=(True,) * n, demonstration=(False,) * n,
    )  # fmt: skip
    course = CourseRecord(
        "RC-1", "id", Bilingual("دورة", "Course"), "NATO-ICI-RC", (), (), None, None, "", "", (), demonstration=False
    )
    held = tuple(
        OfferingRecord(name, "RC-1", "", "2026-03-01", "2026-03-05", 20, cost, currency, ())
        for name, cost, currency in offerings
    )
    made = Sources(table, (), (course,), held, (), (), (), ())
    columns = columns_of(made.results, made.courses)
    return costs_of(made, columns, people_of(made, columns))


def people(offering: str, party: str, gains: tuple[float, ...] = GAINS) -> list[Seat]:
    """So many people with these gains."""
    return [(offering, party, gain) for gain in gains]


def test_a_party_bears_the_cost_by_the_seats_in_which_its_people_sat() -> None:
    seats = [*people("o1", "QAT"), *people("o1", "KWT", GAINS[:3]), *people("o2", "QAT", GAINS[:1])]
    found = costs(seats, ("o1", 9000.0, "EUR"), ("o2", 500.0, "EUR"))
    assert found["QAT"].cost == 6500.0
    assert found["KWT"].cost == 3000.0
    ratio = found["KWT"].per_point
    assert ratio is not None
    assert ratio.n == 3
    assert ratio.estimate == pytest.approx(3000 / (3 * 10))
    assert ratio.low is not None
    assert ratio.high is not None
    assert ratio.low < 100 < ratio.high


def test_one_party_alone_bears_all_of_it() -> None:
    (found,) = costs(people("o1", "QAT"), ("o1", 1200.0, "EUR")).values()
    assert (found.cost, found.currency, found.why) == (1200.0, "EUR", "")
    assert found.per_point is not None
    assert found.per_point.estimate == pytest.approx(1200 / (6 * 10))


def test_what_may_have_gained_nothing_has_no_cost_a_point() -> None:
    found = costs(people("o1", "QAT", (-4.0, 5.0, 0.0, 3.0)), ("o1", 1200.0, "EUR"))["QAT"]
    assert found.cost == 1200.0
    assert found.per_point is not None
    assert (found.per_point.estimate, found.per_point.low, found.per_point.high) == (None, None, None)


def test_too_few_people_or_no_spread_have_none_either() -> None:
    for gains in ((8.0,), (10.0,) * 6):
        found = costs(people("o1", "QAT", gains), ("o1", 1200.0, "EUR"))["QAT"]
        assert (found.cost, found.per_point) == (1200.0, None)


def test_two_currencies_make_no_sum_but_for_who_paid_in_one() -> None:
    seats = [*people("o1", "QAT"), *people("o2", "QAT"), *people("o2", "KWT")]
    found = costs(seats, ("o1", 1000.0, "EUR"), ("o2", 1000.0, "USD"))
    assert (found["QAT"].cost, found["QAT"].why) == (None, "currencies")
    assert (found["KWT"].cost, found["KWT"].currency) == (500.0, "USD")


def test_offerings_without_a_cost_count_neither_with_seats_nor_with_gains() -> None:
    seats = [*people("o1", "QAT"), *people("o2", "QAT", (50.0, 60.0, 55.0))]
    found = costs(seats, ("o1", 1200.0, "EUR"), ("o2", None, ""))["QAT"]
    assert found.per_point is not None
    assert found.per_point.n == 6
    assert found.per_point.estimate == pytest.approx(1200 / 60)
    assert costs(people("o1", "QAT"), ("o1", None, "")) == {}


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.sampled_from(["o1", "o2"]), st.sampled_from(["BHR", "KWT", "QAT"])), min_size=1, max_size=12)
)
def test_the_shares_of_all_parties_are_the_whole_cost(where: list[tuple[str, str]]) -> None:
    found = costs([(*one, 5.0) for one in where], ("o1", 700.0, "EUR"), ("o2", 90.0, "EUR"))
    held = {offering for offering, _ in where}
    whole = sum({"o1": 700.0, "o2": 90.0}[one] for one in held)
    assert sum(one.cost or 0 for one in found.values()) == pytest.approx(whole)


def test_a_part_of_a_release_has_no_cost_for_the_seats_of_others_would_follow() -> None:
    made = content()
    seats = people("o1", "BHR")
    n = len(seats)
    table = ResultTable(
        ("RC-101",) * n, ("o1",) * n, ("BHR",) * n, tuple(f"p{at}" for at in range(n)), (40.0,) * n, (50.0,) * n,
        (None,) * n, (100.0,) * n, ("",) * n, (date(2026, 3, 1),) * n, (True,) * n, (False,) * n,
    )  # fmt: skip
    given_out = part_of(made, bases_of(columns_of(table, ())), "BHR", 5).facts
    assert made.parties[0].cost == 30_000.0
    assert (given_out.cost, given_out.currency, given_out.cost_per_point) == (None, "", None)
    assert given_out.no_cost == "withheld"


def test_a_run_of_before_costs_were_told_is_still_read() -> None:
    plain = json.loads(canonical(content().parties[0]))
    for name in ("cost", "currency", "cost_per_point", "no_cost"):
        del plain[name]
    found = from_plain(PartyFacts, plain)
    without = replace(content().parties[0], cost=None, currency="", cost_per_point=None, no_cost="unknown")
    assert canonical(found) == canonical(without)


def said(party: str) -> dict[str, str]:
    """What a party's report says of costs, by code."""
    made = content()
    with override("en"):
        ledger = ministry(speaker(made, "en"), own_of(made, party)).parts[0]
    return {one.code: one.text for one in ledger.statements if "cost" in one.code}


def test_a_report_tells_what_a_point_came_to_with_its_interval() -> None:
    assert said("BHR") == {
        "ledger_cost": "Its share of what the offerings cost, by the seats in which its people sat: 30,000 EUR.",
        "ledger_cost_per_point": "A point gained by one of 21 people came to 179 EUR (between 119 and 357).",
    }


def test_what_is_not_defined_or_not_given_is_no_number_but_its_reason() -> None:
    assert said("KWT")["ledger_cost_undefined"].endswith("is not defined: the gain itself may be nothing.")
    assert "too few people" in said("OMN")["ledger_cost_unmeasured"]
    assert "several currencies" in said("QAT")["ledger_no_cost"]
    made = content()
    own = part(made, "KWT")
    withheld = replace(own, facts=replace(own.facts, cost=None, cost_per_point=None, no_cost="withheld"))
    with override("en"):
        told = ministry(speaker(made, "en"), own_part(withheld, release(made), "KWT", "pre_post"))
    assert "would follow from it" in next(one.text for one in told.parts[0].statements if "cost" in one.code)
