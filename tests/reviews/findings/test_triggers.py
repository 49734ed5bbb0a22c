"""What raises a finding, and what does not: each threshold, and how seldom a year in which nothing is wrong raises one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from mithaq.core.words import Bilingual
from mithaq.evaluation.missing import Ceiling
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.shares import Ratio, share
from mithaq.reviews.findings.codes import SEVERITY, Trigger
from mithaq.reviews.findings.triggers import Found, Thresholds, as_data, found_in
from mithaq.reviews.runs.answered import FairnessFacts
from mithaq.reviews.runs.content import (
    AreaFacts,
    Flow,
    ItemFacts,
    Need,
    ObjectiveFacts,
    Reliability,
    Said,
    Seats,
    Share,
    Transfer,
)
from tests.reviews.findings.contents import Course, Ran, content_of, usual

TODAY = date(2026, 11, 26)
WORDS = Bilingual("كلمات", "Words")


def found(*bad: Course, **given: Any) -> list[Found]:
    return [one for one in found_in(content_of(*usual(*bad)), TODAY, **given) if one.code.startswith("B")]


def with_facts(**facts: Any) -> Course:
    return Course("B", (Ran("2026-02-01", 15.0),), facts)


def only(course: Course, **given: Any) -> Found:
    (one,) = found(course, **given)
    return one


def test_a_good_year_raises_nothing() -> None:
    assert found_in(content_of(*usual()), TODAY) == ()


def test_a_gain_wholly_below_what_is_worthwhile() -> None:
    one = only(Course("B", (Ran("2026-02-01", 0.0),)))
    assert one.trigger == Trigger.BELOW_WORTHWHILE
    assert one.verdict == "no_worthwhile_benefit"
    assert one.severity == "high"
    assert one.evidence.high is not None
    assert one.evidence.high < 8.0 == one.evidence.line
    assert one.course == "id-B"


def test_the_gain_agreed_for_the_course_itself_is_the_line() -> None:
    poor = Course("B", (Ran("2026-02-01", 4.0),), {"least_gain": 1.0})
    assert found(poor) == []
    assert [one.trigger for one in found(replace(poor, facts={"least_gain": 12.0}))] == [Trigger.BELOW_WORTHWHILE]


def test_a_gain_that_may_be_worthwhile_raises_nothing() -> None:
    assert found(Course("B", (Ran("2026-02-01", 6.5, n=8),))) == []


def objective(number: int, low: float, high: float) -> ObjectiveFacts:
    gain = Estimate((low + high) / 2, low, high)
    state = "not_learned" if high < 8 else "learned"
    return ObjectiveFacts(number, WORDS, "", 4, 30, 40.0, 42.0, gain, state)


def test_objectives_that_were_not_learned_are_named() -> None:
    one = only(with_facts(objectives=(objective(1, 10, 20), objective(2, -3, 3), objective(3, -2, 4))))
    assert one.trigger == Trigger.OBJECTIVE_NOT_LEARNED
    assert {part.code for part in one.parts} == {"2", "3"}
    assert one.evidence.estimate == 0.0


def test_one_objective_of_many_just_below_the_line_may_be_chance() -> None:
    goals = tuple(objective(number, 10, 20) for number in range(1, 12))
    assert found(with_facts(objectives=(*goals, objective(12, 4.2, 7.9)))) == []


def item(number: int, r: float, n: int = 60) -> ItemFacts:
    return ItemFacts("A", number, WORDS, 1, n, 0.4, 0.6, r, ("negative",) if r < 0 else ())


def test_an_item_that_the_able_answer_worse() -> None:
    one = only(with_facts(items=(item(1, 0.4), item(2, -0.45), item(3, 0.3))))
    assert one.trigger == Trigger.NEGATIVE_ITEM
    assert [part.code for part in one.parts] == ["A2"]
    assert found(with_facts(items=(item(1, 0.4), item(2, -0.05)))) == []


def unfair(number: int, odds: float, se: float = 0.3, classed: str = "C") -> ItemFacts:
    low, high = (float(odds * np.exp(sign * 1.96 * se)) for sign in (-1, 1))
    told = FairnessFacts(
        "tested", (("ar", 80), ("en", 70)), Estimate(odds, low, high), classed, "en" if odds > 1 else "ar"
    )
    return replace(item(number, 0.4), fairness=told)


def test_an_item_that_is_harder_in_one_language() -> None:
    one = only(with_facts(items=(unfair(1, 1.1, classed="A"), unfair(2, 4.5), unfair(3, 0.2))))
    assert one.trigger == Trigger.UNFAIR_ITEM
    assert [part.code for part in one.parts] == ["A3", "A2"]
    assert (one.evidence.n, one.evidence.estimate) == (150, 0.2)
    assert one.severity == "high"


def test_an_item_that_may_be_harder_or_looks_so_by_chance_among_many_raises_nothing() -> None:
    assert found(with_facts(items=(unfair(1, 1.7, classed="B"),))) == []
    alike = tuple(unfair(at, 1.0, classed="A") for at in range(1, 30))
    assert found(with_facts(items=(*alike, unfair(30, 2.4, 0.35)))) == []
    untold = replace(item(1, 0.4), fairness=FairnessFacts("too_few", (("ar", 30), ("en", 3))))
    assert found(with_facts(items=(untold,))) == []


def test_a_test_shown_to_be_unreliable() -> None:
    one = only(with_facts(reliability=Reliability(0.2, -0.2, 0.5, None, 60, 10)))
    assert one.trigger == Trigger.LOW_RELIABILITY
    assert one.evidence.line == 0.6
    assert found(with_facts(reliability=Reliability(0.58, 0.4, 0.72, None, 30, 10))) == []


def test_little_that_was_kept() -> None:
    content = content_of(*usual(with_facts()))
    kept = tuple(
        replace(one, retention=Ratio(0.2, 0.05, 0.35, 25, 5)) if one.course == "B" else one
        for one in content.report.courses
    )
    (one,) = found_in(replace(content, report=replace(content.report, courses=kept)), TODAY)
    assert one.trigger == Trigger.LOW_RETENTION


def barrier(count: int, n: int) -> Transfer:
    told = share(count, n)
    shown = Share("no_chance", WORDS, count, n, n, told.estimate, told.low, told.high)
    return Transfer(Said(n, n, None), Said(0, 0, None), None, 0, (shown,))


def test_a_barrier_that_many_name() -> None:
    one = only(with_facts(transfer=barrier(20, 40)))
    assert one.trigger == Trigger.BARRIER
    assert one.parts[0].code == "no_chance"
    assert one.evidence.count == 20
    assert found(with_facts(transfer=barrier(3, 9))) == []


def test_facts_are_counted() -> None:
    assert only(with_facts(seats=Seats(40, 29))).evidence.count == 11
    assert found(with_facts(seats=Seats(40, 30))) == []
    assert only(Course("B", (Ran("2026-02-01", 15.0, n=40, lost=20),))).trigger == Trigger.MISSING
    assert only(with_facts(control_signed="2023-11-25")).trigger == Trigger.CONTROL_OLD
    assert found(with_facts(control_signed="2023-11-26")) == []
    assert only(with_facts(review_due="2026-11-01")).evidence.day == "2026-11-01"


def test_a_test_that_many_finish_with_the_highest_score() -> None:
    content = content_of(*usual(with_facts()))
    top = Ceiling(0.3, 0.5, True, 30)
    told = tuple(replace(one, ceiling=top) if one.course == "B" else one for one in content.report.courses)
    (one,) = found_in(replace(content, report=replace(content.report, courses=told)), TODAY)
    assert (one.trigger, one.evidence.n) == (Trigger.CEILING, 30)


def test_a_need_that_no_course_serves() -> None:
    need = Need("cyber", WORDS, ())
    area = AreaFacts("cyber", (), 0, None, Flow(), Seats(), (), (), (need,))
    (one,) = found_in(content_of(*usual(), areas=(area,)), TODAY)
    assert (one.trigger, one.course, one.subject) == (Trigger.NEED_WITHOUT_COURSE, "", "cyber: Words")


def test_thresholds_can_be_set() -> None:
    assert found(with_facts(seats=Seats(40, 29)), limits=Thresholds(seats_unused=0.5)) == []


def test_every_trigger_has_its_severity() -> None:
    assert set(SEVERITY) == set(Trigger)


def test_what_is_kept_of_it_is_plain() -> None:
    kept = as_data(only(with_facts(transfer=barrier(20, 40))))
    assert kept["parts"] == [{"code": "no_chance", "ar": "كلمات", "en": "Words"}]
    assert kept["evidence"]["estimate"] == 0.5
    assert "day" not in kept["evidence"]


@pytest.mark.parametrize("seed", range(3))
def test_years_in_which_nothing_changed_raise_few_alarms(seed: int) -> None:
    """Courses exactly at the line, the hardest of such years: of twenty no more than two raise anything."""
    alarms = 0
    for year in range(20):
        chance = np.random.default_rng(100 * seed + year)
        courses = [
            Course(
                f"C{at}",
                (Ran("2026-02-01", 8.0),),
                {"objectives": tuple(_goal(chance, number) for number in range(1, 6)), "items": _items(chance)},
            )
            for at in range(8)
        ]
        alarms += bool(found_in(content_of(*courses, seed=1000 * seed + year), TODAY))
    assert alarms <= 2


def _goal(chance: np.random.Generator, number: int) -> ObjectiveFacts:
    middle = 8 + chance.normal(0, 3)
    return objective(number, middle - 1.96 * 3, middle + 1.96 * 3)


def _items(chance: np.random.Generator) -> tuple[ItemFacts, ...]:
    """Twenty items; those that chance puts far from one are of class C, as in a test of a hundred people in each language."""
    made = []
    for number in range(1, 21):
        log_odds = chance.normal(0, 0.3)
        classed = "C" if abs(log_odds) > 1.5 / 2.35 else "A"
        plain = item(number, float(np.tanh(chance.normal(0, 1 / np.sqrt(27)))), n=30)
        made.append(replace(plain, fairness=unfair(number, float(np.exp(log_odds)), classed=classed).fairness))
    return tuple(made)
