"""The whole loop: years of courses, what they raise, what is done, the next offerings measured again by the same functions that
findings use. How often a bad course is found, a good year raises an alarm, a real improvement is seen, and a lucky rise with
nothing done is taken for a success."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from bench.figure import Figure
from bench.training_size import times
from mithaq.core.words import Bilingual
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Settings
from mithaq.evaluation.tables import read_table
from mithaq.reviews.findings.again import measured_again
from mithaq.reviews.findings.triggers import found_in
from mithaq.reviews.runs.content import Content, CourseFacts, Flow, OfferingFacts, Seats

COURSES, PEOPLE, WITHIN, WORTHWHILE, BETWEEN = 12, 37, 12.0, 8.0, 2.0
BEFORE, DONE, AFTER, TODAY = "2026-02-01", "2026-06-01", "2026-09-01", date(2026, 12, 1)
NO_WORDS = Bilingual("", "")


def figures() -> Iterator[Figure]:
    """Found, false alarms, real improvements seen, lucky rises taken for a success."""
    rounds = times(200)
    chance = np.random.default_rng(12)
    yield _false_alarms(chance, rounds)
    found, seen, lucky = 0, 0, 0
    for _ in range(rounds):
        true = chance.normal(18, 3, COURSES)
        true[0] = 0.0
        first = _year(chance, true, BEFORE)
        raised = {one.code for one in found_in(first, TODAY) if one.trigger == "below_worthwhile"}
        found += "C0" in raised
        better = true.copy()
        better[0] = 18.0
        seen += _called(first, _year(chance, better, AFTER), "C0") == "worked"
        lucky += _lucky(chance)
    yield Figure("training.loop.bad_course_found", found / rounds, "of years")
    yield Figure("training.loop.improvement_seen", seen / rounds, "of years", goal=0.8)
    yield Figure("training.loop.lucky_rise_called_worked", lucky / rounds, "of years", goal=0.05, at_most=True)


def _false_alarms(chance: np.random.Generator, rounds: int) -> Figure:
    """Years in which each course brings just what is worthwhile: how many raise anything."""
    alarms = 0
    for _ in range(rounds):
        alarms += bool(found_in(_year(chance, np.full(COURSES, WORTHWHILE), BEFORE), TODAY))
    return Figure("training.loop.false_alarms", alarms / rounds, "of years", goal=0.10, at_most=True)


def _lucky(chance: np.random.Generator) -> bool:
    """The course that looked worst of those that are alike but for chance, with nothing done about it."""
    true = chance.normal(WORTHWHILE, BETWEEN, COURSES)
    first = _year(chance, true, BEFORE)
    worst = min(first.report.courses, key=lambda one: one.own.estimate if one.own else 99.0).course
    return _called(first, _year(chance, true, AFTER), worst) == "worked"


def _called(first: Content, now: Content, course: str) -> str:
    again = measured_again(
        "below_worthwhile", (), course, first=first, now=now, since=DONE, until=TODAY.isoformat(), predicted=WORTHWHILE
    )
    return again.outcome.value if again else ""


def _year(chance: np.random.Generator, true: np.ndarray, begins: str) -> Content:
    """What a run over one offering of each of these courses holds."""
    lines = ["course,offering,party,person,pre,post,max"]
    for course, gain in enumerate(true):
        pre = np.clip(chance.normal(42, 8, PEOPLE), 2, 70).round(1)
        post = np.clip(pre + chance.normal(gain, WITHIN, PEOPLE), 0, 99.5).round(1)
        lines += [f"C{course},O{course},P,{at},{pre[at]},{post[at]},100" for at in range(PEOPLE)]
    report = evaluate(read_table("\n".join(lines)), Settings(worthwhile=WORTHWHILE, agreed=True))
    spread = (report.within_sd or 0.0) ** 2
    offerings = tuple(
        OfferingFacts(
            one.course, one.offering, "", begins, begins, Seats(PEOPLE, PEOPLE), Flow(), None, "", one.n,
            one.own.estimate if one.own else None, spread / one.n if one.n else None, COURSES * (PEOPLE - 1),
        )
        for one in report.offerings
    )  # fmt: skip
    return Content(report, tuple(_facts(one.course) for one in report.courses), offerings, (), (), ())


def _facts(code: str) -> CourseFacts:
    return CourseFacts(
        code=code, public_id=code, title=NO_WORDS, centre="", areas=(), levels=(), asked=(), least_gain=None, standard=None,
        control_signed="", review_due="", objectives=(), items=(), reliability=None, reaction=None, transfer=None, curve=None,
        flow=Flow(), seats=Seats(PEOPLE, PEOPLE), passed=None, cost=None, currency="", cost_per_point=None, pairs=(),
        demonstration=True,
    )  # fmt: skip
