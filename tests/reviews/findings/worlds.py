"""Courses with results, made by operations, for tests of findings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import numpy as np

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import FindingRow, finding_list
from tests.cast import DANA, LAYLA
from tests.make import make_course, make_house, make_offering, make_results

CENTRE = "NATO-ICI-RC"
GOOD = {"RC-1": 16.0, "RC-2": 15.0, "RC-3": 17.0}


@contextmanager
def at(year: int, month: int, day: int = 1) -> Iterator[None]:
    """On this day, at eight."""
    with clock.stopped_at(datetime(year, month, day, 8, tzinfo=UTC)):
        yield


def make_course_run(course: str, gain: float, begins: str, viewer: Viewer = DANA, n: int = 30, seed: int = 0) -> str:
    """A run of this course that began on this day, held, with results of people of Qatar and Kuwait who gained so much."""
    activity = make_offering(course, viewer, begins=begins, ends=begins, capacity=n)
    chance = np.random.default_rng([seed, int(begins.replace("-", ""))])
    pre = np.clip(chance.normal(45, 8, n), 5, 80).round(1)
    post = np.clip(pre + chance.normal(gain, 10, n), 0, 99).round(1)
    rows = [("QAT" if at % 2 else "KWT", f"X{at}", float(pre[at]), float(post[at])) for at in range(n)]
    make_results(activity, *rows, viewer=viewer)
    return activity


def make_catalogue(viewer: Viewer = DANA, **bad: float) -> dict[str, str]:
    """Good courses and one with the gain named here (RC-9), each with a run in February 2026; ids by code."""
    gains = {**GOOD, "RC-9": bad.get("bad", 0.0)}
    courses = {}
    for number, (code, gain) in enumerate(gains.items()):
        courses[code] = make_course(code=code, title_en=f"Course {code}", least_gain="8", least_gain_agreed_by="All")
        make_course_run(courses[code], gain, "2026-02-01", viewer, seed=number)
    return courses


def evaluate(viewer: Viewer = DANA, **given: Any) -> str:
    """A run over all that this viewer sees; its id."""
    return findings.evaluate(viewer, title_en="All", **given).public_id


def make_evaluated() -> dict[str, str]:
    """The house with its catalogue, kept by the secretariat in January and evaluated by it in June; ids by code."""
    with at(2026, 1):
        make_house()
        made = make_catalogue(LAYLA)
    with at(2026, 6):
        evaluate(LAYLA)
    return made


def the_finding(viewer: Viewer = DANA, trigger: str = "below_worthwhile") -> FindingRow:
    """The one finding of this kind that this viewer sees."""
    (row,) = finding_list(viewer, trigger=trigger).entries
    return row
