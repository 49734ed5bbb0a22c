"""Contents of runs for tests: courses with offerings whose gains are drawn, and facts beside them as asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.evaluation.evaluate import evaluate
from mithaq.evaluation.report import Settings
from mithaq.evaluation.tables import read_table
from mithaq.reviews.runs.content import AreaFacts, Content, CourseFacts, Flow, OfferingFacts, Seats

SD = 10.0


@dataclass(frozen=True)
class Ran:
    """One offering: when it began, the true mean gain, how many came, how many of them lack the test after, how many
    seats stayed empty."""

    begins: str
    gain: float
    n: int = 30
    lost: int = 0
    unused: int = 0


@dataclass(frozen=True)
class Course:
    """A course by its code, its offerings, and what is said of it beside."""

    code: str
    ran: tuple[Ran, ...]
    facts: dict[str, Any] = field(default_factory=dict)


def content_of(*courses: Course, worthwhile: float = 8.0, seed: int = 1, areas: tuple[AreaFacts, ...] = ()) -> Content:
    """The content of a run over these courses; the same seed gives the same people."""
    chance, lines = np.random.default_rng(seed), []
    for course in courses:
        for at, one in enumerate(course.ran):
            pre = np.clip(chance.normal(45, 8, one.n), 5, 80).round(1)
            post = np.clip(pre + chance.normal(one.gain, SD, one.n), 0, 99).round(1)
            for person in range(one.n):
                after = "" if person < one.lost else post[person]
                lines.append(f"{course.code},{course.code}-{at},P{person % 3},{at}-{person},{pre[person]},{after},100")
    text = "course,offering,party,person,pre,post,max\n" + "\n".join(lines)
    report = evaluate(read_table(text), Settings(worthwhile=worthwhile, agreed=True))
    told = {(one.course, one.offering): one for one in report.offerings}
    offerings = []
    for course in courses:
        for at, one in enumerate(course.ran):
            ran = told[course.code, f"{course.code}-{at}"]
            gain = ran.own.estimate if ran.own else None
            variance = report.within_sd**2 / ran.n if ran.own and report.within_sd else None
            kept = one.n - one.lost
            offerings.append(
                OfferingFacts(
                    course.code, ran.offering, f"A-{at}", one.begins, one.begins, Seats(one.n + one.unused, one.n),
                    Flow(one.n, one.n, one.n, one.n, kept), None, "", ran.n, gain, variance, 100,
                )
            )  # fmt: skip
    return Content(report, tuple(map(_facts, courses)), tuple(offerings), (), areas, ())


def _facts(course: Course) -> CourseFacts:
    n = sum(one.n for one in course.ran)
    plain = CourseFacts(
        code=course.code, public_id=f"id-{course.code}", title=Bilingual("دورة", "Course"), centre="NATO-ICI-RC", areas=("cyber",),
        levels=("L2",), asked=("L2",), least_gain=None, standard=None, control_signed="", review_due="", objectives=(), items=(),
        reliability=None, reaction=None, transfer=None, curve=None, flow=Flow(n, n, n, n, n), seats=Seats(n, n), passed=None,
        cost=None, currency="", cost_per_point=None, pairs=(), demonstration=True,
    )  # fmt: skip
    return replace(plain, **course.facts)


def usual(*bad: Course, count: int = 6, gain: float = 15.0) -> tuple[Course, ...]:
    """So many good courses, and these beside them."""
    return (*(Course(f"G-{at}", (Ran("2026-02-01", gain),)) for at in range(count)), *bad)
