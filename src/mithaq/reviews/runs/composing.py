"""From sources to a content: the report with the facts beside it. Pure, and the same to the last digit for the same sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from mithaq.evaluation.evidence import Level, ladder
from mithaq.evaluation.report import CourseReport, OfCourse, Report, Settings
from mithaq.evaluation.tables import Table, make_table
from mithaq.reviews.runs.content import Content, CourseFacts
from mithaq.reviews.runs.facts.areas import areas_of
from mithaq.reviews.runs.facts.bases import Base, bases_of
from mithaq.reviews.runs.facts.columns import columns_of
from mithaq.reviews.runs.facts.courses import courses_of, offerings_of
from mithaq.reviews.runs.facts.parties import ledger_of, parties_of
from mithaq.reviews.runs.facts.people import people_of

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import Sources

RELIABLE_FROM = 10  # people, before a low reliability is held against a course
LEVELS = {"L1": Level.REACTION, "L2": Level.LEARNING, "L3": Level.BEHAVIOUR, "L4": Level.RESULTS}


@dataclass(frozen=True, slots=True)
class Composed:
    """A content, what releases are cut from, and the hash of all that both were made from."""

    content: Content
    base: tuple[Base, ...]
    data_hash: str


def compose(sources: Sources, settings: Settings) -> Composed:
    """The content of these sources. Raises BadTable where there is no result at all."""
    columns = columns_of(sources.results, sources.courses)
    people = people_of(sources, columns)
    courses = courses_of(sources, columns, people)
    table = make_table(sources.results.columns() | {"area": columns.area})
    report = _evaluated(table, _settings(settings, courses), courses)
    parties = parties_of(sources, columns, people, report.within_sd)
    content = Content(
        report=report, courses=courses, offerings=offerings_of(sources, columns, people, report), parties=parties,
        areas=areas_of(sources, columns, courses, report),
        ledger=ledger_of(sources, columns, people, parties, report),
    )  # fmt: skip
    return Composed(content, bases_of(columns), data_hash(sources, table))


def _settings(settings: Settings, courses: Iterable[CourseFacts]) -> Settings:
    """With the worthwhile gain of each course, and the reliability of its test where enough people took it."""
    own = [(one.code, one.least_gain, _reliability(one)) for one in courses]
    told = tuple(OfCourse(code, gain, known) for code, gain, known in own if gain is not None or known is not None)
    return replace(settings, courses=told)


def _reliability(course: CourseFacts) -> float | None:
    known = course.reliability
    return min(1.0, max(0.0, known.alpha)) if known and known.n >= RELIABLE_FROM else None


def _evaluated(table: Table, settings: Settings, courses: Iterable[CourseFacts]) -> Report:
    from mithaq.evaluation.evaluate import evaluate  # noqa: PLC0415  (loads scipy: only where it is used)

    report, looked = evaluate(table, settings), {one.code: one.asked for one in courses}
    return replace(report, courses=tuple(_laddered(one, looked.get(one.course, ())) for one in report.courses))


def _laddered(one: CourseReport, asked: Iterable[str]) -> CourseReport:
    """With the levels at which somebody answered."""
    levels = {LEVELS[level] for level in asked if level in LEVELS} | set(one.evidence.levels)
    return replace(one, evidence=ladder(tuple(levels), one.evidence.design))


def data_hash(sources: Sources, table: Table) -> str:
    """SHA-256 of everything that a content is made from: another datum is another hash."""
    more = repr((sources.results.completed, sources.results.begins, sources.results.demonstration))
    rest = [sources.answers, sources.courses, sources.offerings, sources.nominations, sources.asked]
    found = sha256(table.data_hash.encode() + more.encode())
    for part in (*rest, sources.needs, sources.goals):
        found.update(repr(part).encode())
    return found.hexdigest()
