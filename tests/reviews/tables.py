"""Results as the register hands them over, made up: for what is pure."""

from __future__ import annotations

from datetime import date

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.register.instruments.results import ResultTable
from mithaq.reviews.runs.sources import CourseRecord, ObjectiveRecord, OfferingRecord, Sources

PARTIES = ("BHR", "KWT", "OMN", "QAT")


def result_table(
    seed: int = 1, *, courses: int = 3, offerings: int = 2, people: int = 20, parties: tuple[str, ...] = PARTIES
) -> ResultTable:
    """So many people in each offering, over these parties by chance; a gain of ten points, nobody missing."""
    chance = np.random.default_rng(seed)
    n = courses * offerings * people
    course = [f"RC-{1 + at // (offerings * people)}" for at in range(n)]
    run = [at // people for at in range(n)]
    pre = np.clip(chance.normal(50, 10, n), 0, 100).round()
    post = np.clip(pre + 10 + chance.normal(0, 8, n), 0, 100).round()
    party = [parties[at] for at in chance.integers(len(parties), size=n)]
    return ResultTable(
        course=tuple(course),
        offering=tuple(f"o{at:04}" for at in run),
        party=tuple(party),
        person=tuple(f"{own}/p{at}" for at, own in enumerate(party)),
        pre=tuple(pre.tolist()),
        post=tuple(post.tolist()),
        followup=tuple(None if at % 2 else float(max(0, score - 2)) for at, score in enumerate(post.tolist())),
        maximum=(100.0,) * n,
        area=("",) * n,
        begins=tuple(date(2025 + at % 2, 3, 1) for at in run),
        completed=(True,) * n,
        demonstration=(False,) * n,
    )


def sources(table: ResultTable | None = None) -> Sources:
    """These results with their courses and offerings, and nothing else."""
    results = table or result_table()
    codes = sorted(set(results.course))
    runs = sorted(set(zip(results.course, results.offering, results.begins, strict=True)))
    return Sources(
        results=results,
        answers=(),
        courses=tuple(
            CourseRecord(
                code, f"id-{code}", Bilingual("دورة", code), "NATO-ICI-RC", ("cyber",) if at % 2 else ("energy",), ("L2",),
                5.0, 60.0, "2024-01-01", "", (ObjectiveRecord(1, Bilingual("يعرف", "Knows"), ""),), False,
            )
            for at, code in enumerate(codes)
        ),
        offerings=tuple(
            OfferingRecord(run, course, f"A-{run}", day.isoformat(), day.isoformat(), 24, 1000.0, "EUR", (("QAT", 6),))
            for course, run, day in runs
        ),
        nominations=(),
        asked=(),
        needs=(),
        goals=(),
    )  # fmt: skip
