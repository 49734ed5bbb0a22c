"""The sources of a run of the full size: a course in five is tested by items, half of its people in each language, and everybody
is asked at the end by link. Models are imported at its head: import it after the settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import numpy as np

from bench.training_size import times
from bench.training_speed import AREAS, COURSES, ENROLMENTS, OFFERINGS, PEOPLE, STATES
from mithaq.core.words import Bilingual
from mithaq.register.instruments.results import Answers, Filled, ItemAsked, ResultTable
from mithaq.reviews.runs.sources import Asked, CourseRecord, OfferingRecord, Sources

ITEMS, OPTIONS = 20, 4
WITH_ITEMS = 5
WORDS = Bilingual("كلمات", "Words")
CHOICES = tuple({"code": "", "ar": f"جواب {at}", "en": f"Answer {at}"} for at in range(OPTIONS))
DAY = date(2026, 3, 1)
Row = tuple[str, str, str, str]  # course, offering, party, person


def sources() -> Sources:
    """Everything that a run of the full size is made from."""
    chance = np.random.default_rng(13)
    people, offerings, courses = times(PEOPLE), times(OFFERINGS), max(WITH_ITEMS, times(COURSES))
    offering, person = chance.integers(0, offerings, times(ENROLMENTS)), chance.integers(0, people, times(ENROLMENTS))
    _, kept = np.unique(offering.astype(np.int64) * people + person, return_index=True)
    state = chance.integers(0, STATES, people)
    rows = sorted(
        (f"C{offering[at] % courses:03}", f"O{offering[at]:05}", f"P{state[person[at]]:02}", f"{person[at]}") for at in kept
    )  # fmt: skip
    pre = np.clip(chance.normal(50, 12, len(rows)), 0, 100).round()
    post = np.clip(pre + 8 + chance.normal(0, 11, len(rows)), 0, 100).round()
    course, ran, party, who = (tuple(column) for column in zip(*rows, strict=True))
    n = len(rows)
    results = ResultTable(
        course, ran, party, tuple(f"{own}/{one}" for own, one in zip(party, who, strict=True)), tuple(pre.tolist()),
        tuple(post.tolist()), (None,) * n, (100.0,) * n, ("",) * n, (DAY,) * n, (True,) * n, (False,) * n,
    )  # fmt: skip
    records = tuple(
        CourseRecord(code, code, WORDS, "X", (f"A{at % AREAS}",), ("L1", "L2"), 5.0, 60.0, "", "", (), False)
        for at, code in enumerate(sorted(set(course)))
    )
    held = tuple(
        OfferingRecord(one, code, one, "2026-03-01", "2026-03-05", 24, 1000.0, "EUR", ())
        for code, one in sorted({row[:2] for row in rows})
    )
    asked = tuple(Asked(*cell, "reaction", 2) for cell in sorted({row[1:3] for row in rows}))
    return Sources(results, tuple(_answers(chance, rows)), records, held, (), asked, (), ())


def _answers(chance: np.random.Generator, rows: list[Row]) -> Iterator[Answers]:
    for at, (code, own) in enumerate(groupby(rows, key=lambda row: row[0])):
        taken = list(own)
        yield _reaction(chance, code, taken)
        if at % WITH_ITEMS == 0:
            yield from (_test(chance, code, wave, taken) for wave in ("post", "pre"))


def _reaction(chance: np.random.Generator, code: str, rows: list[Row]) -> Answers:
    items = tuple(
        ItemAsked(number, "scale", WORDS, (), None, 5.0, None, True, asks)
        for number, asks in enumerate(("engaging", "relevant", "will_use"), 1)
    )
    scales = chance.integers(1, 6, (len(rows), 3)).astype(float)
    said = [_filled(row, "", scales[at].tolist(), (None,) * 3) for at, row in enumerate(rows) if at % 5]
    return Answers(code, f"{code}/L1", "L1", "A", "reaction", 15.0, items, tuple(said))


def _test(chance: np.random.Generator, code: str, wave: str, rows: list[Row]) -> Answers:
    items = tuple(
        ItemAsked(number, "choice", WORDS, CHOICES, 0, 1.0, 1 + number % 4, True, "") for number in range(1, ITEMS + 1)
    )
    able = chance.normal(0, 1, len(rows))[:, None] - chance.normal(0, 0.8, ITEMS)
    right = chance.random((len(rows), ITEMS)) < 1 / (1 + np.exp(-able))
    chosen = np.where(right, 0, chance.integers(1, OPTIONS, right.shape))
    people = [
        _filled(row, f"{row[2]}/{row[3]}", right[at].astype(float).tolist(), tuple(chosen[at].tolist()))
        for at, row in enumerate(rows)
    ]
    return Answers(code, f"{code}/L2", "L2", "A", wave, float(ITEMS), items, tuple(people))


def _filled(row: Row, person: str, values: list[float], choices: tuple[int | None, ...]) -> Filled:
    language = "en" if int(row[3]) % 2 else "ar"
    blank = ("",) * len(values)
    return Filled(row[1], row[2], person, DAY, language, None, tuple(values), choices, blank, False, by_link=True)
