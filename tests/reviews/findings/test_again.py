"""Whether a remedy worked: told from later offerings alone, against the pooled first estimate."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mithaq.core.words import Bilingual
from mithaq.evaluation.missing import Ceiling
from mithaq.evaluation.remeasuring import Remeasured
from mithaq.evaluation.report import Estimate
from mithaq.evaluation.shares import Ratio, share
from mithaq.reviews.findings.again import measured_again
from mithaq.reviews.runs.answered import FairnessFacts
from mithaq.reviews.runs.content import Content, ItemFacts, ObjectiveFacts, Reliability, Said, Seats, Share, Transfer
from tests.reviews.findings.contents import Course, Ran, content_of, usual

WORDS = Bilingual("كلمات", "Words")
BEFORE, SINCE, AFTER, TODAY = "2026-02-01", "2026-06-01", "2026-09-01", "2026-11-26"


def judged(trigger: str, first: Content, now: Content, *codes: str, predicted: float = 5.0) -> Remeasured | None:
    return measured_again(trigger, codes, "B", first=first, now=now, since=SINCE, until=TODAY, predicted=predicted)


def gains(before: float, after: float | None, n: int = 30, seed: int = 1, **more: Any) -> Remeasured | None:
    first = content_of(*usual(Course("B", (Ran(BEFORE, before, n),))), seed=seed)
    later = (Ran(AFTER, after, n),) if after is not None else ()
    now = content_of(*usual(Course("B", (Ran(BEFORE, before, n), *later))), seed=seed)
    return judged("below_worthwhile", first, now, **more)


def told(found: Remeasured | None) -> str:
    assert found is not None
    return found.outcome.value


def test_a_real_rise_worked() -> None:
    found = gains(0.0, 16.0)
    assert told(found) == "worked"
    assert found is not None
    assert found.low > 0
    assert found.before > found.raw_before - 0.01


def test_no_rise_is_not_called_worked() -> None:
    assert told(gains(0.0, 0.0, n=60, predicted=12.0)) == "did_not"


def test_few_people_leave_it_open() -> None:
    assert told(gains(4.0, 9.0, n=6)) == "not_yet_known"


def test_nothing_is_said_before_a_later_offering_was_measured() -> None:
    assert gains(0.0, None) is None
    first = content_of(*usual(Course("B", (Ran(BEFORE, 0.0),))))
    too_early = content_of(*usual(Course("B", (Ran(BEFORE, 0.0), Ran("2026-06-01", 20.0)))))
    assert judged("below_worthwhile", first, too_early) is None
    not_over = content_of(*usual(Course("B", (Ran(BEFORE, 0.0), Ran("2026-12-01", 20.0)))))
    assert judged("below_worthwhile", first, not_over) is None


def test_old_offerings_in_the_later_run_do_not_count() -> None:
    """The old offering is in the later run, too; only the new one is set against what was."""
    found = gains(0.0, 16.0)
    assert found is not None
    assert found.after == pytest.approx(16.0, abs=6)


def test_offerings_that_differ_much_make_it_less_sure() -> None:
    first = content_of(*usual(Course("B", (Ran(BEFORE, 0.0),))))
    shaky = tuple(Course(f"G-{at}", (Ran(BEFORE, 5.0), Ran("2026-03-01", 25.0))) for at in range(6))
    now = content_of(*shaky, Course("B", (Ran(BEFORE, 0.0), Ran(AFTER, 16.0))))
    steady = content_of(*usual(Course("B", (Ran(BEFORE, 0.0), Ran(AFTER, 16.0)))))
    wide, narrow = judged("below_worthwhile", first, now), judged("below_worthwhile", first, steady)
    assert wide is not None
    assert narrow is not None
    assert wide.se > narrow.se


def both(before: dict[str, Any], after: dict[str, Any]) -> tuple[Content, Content]:
    """A first run, and one over later offerings alone."""
    first = content_of(*usual(Course("B", (Ran(BEFORE, 15.0),), before)))
    now = content_of(*usual(Course("B", (Ran(AFTER, 15.0),), after)))
    return first, now


def objective(middle: float) -> tuple[ObjectiveFacts, ...]:
    gain = Estimate(middle, middle - 3, middle + 3)
    return (ObjectiveFacts(2, WORDS, "", 4, 30, 40.0, 42.0, gain, "not_learned"),)


def barrier(count: int) -> Transfer:
    one = share(count, 40)
    shown = Share("no_chance", WORDS, count, 40, 40, one.estimate, one.low, one.high)
    return Transfer(Said(40, 40, None), Said(0, 0, None), None, 0, (shown,))


def unfair(odds: float) -> ItemFacts:
    told = FairnessFacts("tested", (("ar", 80), ("en", 70)), Estimate(odds, odds / 1.6, odds * 1.6), "C", "en")
    return ItemFacts("A", 2, WORDS, 1, 150, 0.4, 0.6, 0.5, (), (), told)


CASES: list[tuple[str, tuple[str, ...], dict[str, Any], dict[str, Any]]] = [
    ("objective_not_learned", ("2",), {"objectives": objective(0)}, {"objectives": objective(15)}),
    ("barrier", ("no_chance",), {"transfer": barrier(30)}, {"transfer": barrier(4)}),
    (
        "low_reliability",
        (),
        {"reliability": Reliability(0.2, -0.1, 0.4, None, 40, 10)},
        {"reliability": Reliability(0.9, 0.85, 0.94, None, 40, 10)},
    ),
    (
        "negative_item",
        ("A2",),
        {"items": (ItemFacts("A", 2, WORDS, 1, 60, 0.4, 0.4, -0.5, ("negative",)),)},
        {"items": (ItemFacts("A", 2, WORDS, 1, 60, 0.4, 0.6, 0.5, ()),)},
    ),
    ("unfair_item", ("A2",), {"items": (unfair(8.0),)}, {"items": (unfair(1.05),)}),
]


@pytest.mark.parametrize(("trigger", "codes", "before", "after"), CASES)
def test_each_trigger_is_measured_by_what_it_looks_at(
    trigger: str, codes: tuple[str, ...], before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert told(judged(trigger, *both(before, after), *codes)) == "worked"
    assert told(judged(trigger, *both(before, before), *codes)) != "worked"


def test_seats_are_counted_over_later_offerings() -> None:
    first = content_of(*usual(Course("B", (Ran(BEFORE, 15.0, unused=30),), {"seats": Seats(60, 30)})))
    full, empty = (content_of(*usual(Course("B", (Ran(AFTER, 15.0, unused=left),)))) for left in (0, 30))
    assert told(judged("seats_unused", first, full)) == "worked"
    assert told(judged("seats_unused", first, empty)) != "worked"


def test_what_only_whole_courses_show_waits_for_a_run_over_later_offerings_alone() -> None:
    first, now = both({"objectives": objective(0)}, {"objectives": objective(15)})
    mixed = content_of(*usual(Course("B", (Ran(BEFORE, 15.0), Ran(AFTER, 15.0)), {"objectives": objective(15)})))
    assert judged("objective_not_learned", first, mixed, "2") is None
    assert told(judged("objective_not_learned", first, now, "2")) == "worked"


def test_tests_missing_and_scores_at_the_top_and_what_was_kept() -> None:
    lost = content_of(*usual(Course("B", (Ran(BEFORE, 15.0, n=40, lost=22),))))
    now = content_of(*usual(Course("B", (Ran(BEFORE, 15.0, n=40, lost=22), Ran(AFTER, 15.0, n=40)))))
    assert told(judged("missing", lost, now)) == "worked"
    first, after = both({}, {})
    assert told(judged("ceiling", _top(first, 0.5), _top(after, 0.0))) == "worked"
    assert told(judged("low_retention", _kept(first, 0.2), _kept(after, 0.9))) == "worked"


def _top(content: Content, of: float) -> Content:
    return _told(content, ceiling=Ceiling(of, 0.5, True, 60))


def _kept(content: Content, of: float) -> Content:
    return _told(content, retention=Ratio(of, of - 0.15, of + 0.15, 30, 0))


def _told(content: Content, **given: Any) -> Content:
    rows = tuple(replace(one, **given) if one.course == "B" else one for one in content.report.courses)
    return replace(content, report=replace(content.report, courses=rows))


def test_a_lucky_rise_is_seldom_called_worked() -> None:
    """The course that looked worst of eight that are all alike, measured again with nothing done."""
    called = 0
    for seed in range(12):
        alike = [Course(f"C{at}", (Ran(BEFORE, 8.0, 12),)) for at in range(8)]
        first = content_of(*alike, seed=seed)
        worst = min(first.report.courses, key=lambda one: one.own.estimate if one.own else 99.0).course
        later = [replace(one, ran=(Ran(AFTER, 8.0, 12),)) for one in alike]
        found = measured_again(
            "below_worthwhile", (), worst, first=first, now=content_of(*later, seed=500 + seed), since=SINCE,
            until=TODAY, predicted=5.0,
        )  # fmt: skip
        called += found is not None and found.outcome.value == "worked"
    assert called <= 1
