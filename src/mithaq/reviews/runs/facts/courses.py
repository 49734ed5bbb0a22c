"""The facts of courses and of their offerings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.evaluation.arrays import Ints
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Report
from mithaq.evaluation.shares import Ratio, cost_per_point
from mithaq.evaluation.verdicts import FEWEST, Verdict
from mithaq.reviews.runs.content import CourseFacts, OfferingFacts, Seats, Share
from mithaq.reviews.runs.facts.columns import NOWHERE, Columns, counted, curve_of
from mithaq.reviews.runs.facts.goals import followed
from mithaq.reviews.runs.facts.people import Cell, People
from mithaq.reviews.runs.facts.said import reaction_of, share_of, transfer_of
from mithaq.reviews.runs.facts.tested import items_of, objectives_of, reliability_of

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers
    from mithaq.reviews.runs.sources import CourseRecord, OfferingRecord, Sources

LINES = 400  # of single people that are kept for a chart
PASSED = Bilingual("بلغ المعيار", "Reached the standard")


def courses_of(sources: Sources, columns: Columns, people: People) -> tuple[CourseFacts, ...]:
    """Every course of the sources, in the order of the codes."""
    rows = {key[0]: places for key, places in columns.places("course").items()}
    forms: defaultdict[str, list[Answers]] = defaultdict(list)
    for form in sources.answers:
        forms[form.course].append(form)
    held: defaultdict[str, list[OfferingRecord]] = defaultdict(list)
    for offering in sources.offerings:
        held[offering.course].append(offering)
    cells: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in people.flows:
        cells[cell[0]].append(cell)
    return tuple(
        _course(
            course, columns, rows.get(course.code, NOWHERE), forms[course.code], held[course.code],
            people, [cell for one in held[course.code] for cell in cells[one.offering]],
            results=followed(course.code, sources.goals, held[course.code]),
        )
        for course in sources.courses
    )  # fmt: skip


def _course(
    course: CourseRecord, columns: Columns, rows: Ints, forms: Sequence[Answers], held: Sequence[OfferingRecord],
    people: People, cells: list[Cell], *, results: bool,
) -> CourseFacts:  # fmt: skip
    by = {
        wave: [one for one in forms if one.wave == wave]
        for wave in ("reaction", "pre", "post", "followup", "supervisor")
    }
    tests = [one for one in forms if one.level == "L2"]
    later, above = ([one for one in by[wave] if one.level == "L3"] for wave in ("followup", "supervisor"))
    asked, flow = people.waves(cells), people.flow(cells)
    by_party = {wave: people.asked_by_party(cells, wave) for wave in ("reaction", "followup", "supervisor")}
    pre, post, followup = columns.pre[rows], columns.post[rows], columns.followup[rows]
    levels = {one.level for one in forms if one.sittings} | ({"L2"} if counted(post) else set())
    levels |= {"L4"} if results else set()
    cost, currency = _cost(held)
    return CourseFacts(
        code=course.code, public_id=course.public_id, title=course.title, centre=course.centre, areas=course.areas,
        levels=course.levels, asked=tuple(sorted(levels)), least_gain=course.least_gain, standard=course.standard,
        control_signed=course.control_signed, review_due=course.review_due, objectives=objectives_of(course, tests),
        items=items_of(tests), reliability=reliability_of(tests),
        reaction=reaction_of(by["reaction"], asked["reaction"] or flow.attended, by_party["reaction"]),
        transfer=transfer_of(later, above, asked, by_party), curve=curve_of(pre, post, followup), flow=flow,
        seats=Seats(sum(one.capacity for one in held), flow.attended), passed=_passed(course, columns, rows), cost=cost,
        currency=currency, cost_per_point=_per_point(held, columns, rows), pairs=_pairs(columns, rows),
        demonstration=course.demonstration,
    )  # fmt: skip


def _cost(held: Sequence[OfferingRecord]) -> tuple[float | None, str]:
    """What the offerings cost together, where all costs that are known are in one currency."""
    known = [(one.cost, one.currency) for one in held if one.cost is not None]
    if not known or len({currency for _, currency in known}) > 1:
        return None, ""
    return float(sum(cost or 0 for cost, _ in known)), known[0][1]


def _per_point(held: Sequence[OfferingRecord], columns: Columns, rows: Ints) -> Ratio | None:
    """Of the offerings whose cost is known."""
    cost, _ = _cost(held)
    paid = {one.offering for one in held if one.cost is not None}
    own = rows[[columns.offering[at] in paid for at in rows]] if len(rows) else rows
    if cost is None or not len(own):
        return None
    try:
        return cost_per_point(cost, columns.pre[own], columns.post[own])
    except Unfit:
        return None


def _passed(course: CourseRecord, columns: Columns, rows: Ints) -> Share | None:
    if course.standard is None:
        return None
    post = columns.post[rows]
    n = counted(post)
    return share_of("passed", PASSED, int((post >= course.standard).sum()), n, len(rows))


def _pairs(columns: Columns, rows: Ints) -> tuple[tuple[float, float], ...]:
    """The tests of single people by their size, evenly thinned where they are many; none of so few that each is known."""
    pre, post = columns.pre[rows], columns.post[rows]
    both = ~(np.isnan(pre) | np.isnan(post))
    found = sorted(zip(pre[both].tolist(), post[both].tolist(), strict=True))
    if len(found) < FEWEST:
        return ()
    step = -(-len(found) // LINES)
    return tuple(found[::step])


def offerings_of(sources: Sources, columns: Columns, people: People, report: Report) -> tuple[OfferingFacts, ...]:
    """Every offering, with its mean gain as a later measurement compares with it."""
    rows = {key[0]: places for key, places in columns.places("offering").items()}
    cells: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in people.flows:
        cells[cell[0]].append(cell)
    df = sum(max(0, one.n - 1) for one in report.courses if one.verdict is not Verdict.NOT_MEASURABLE)
    return tuple(
        _offering(
            one, columns.gains[rows.get(one.offering, NOWHERE)], people, cells[one.offering], report.within_sd, df
        )
        for one in sources.offerings
    )


def _offering(
    one: OfferingRecord, gains: Iterable[float], people: People, cells: list[Cell], within: float | None, df: int
) -> OfferingFacts:
    known = [gain for gain in gains if not np.isnan(gain)]
    n, flow = len(known), people.flow(cells)
    return OfferingFacts(
        course=one.course, offering=one.offering, ref=one.ref, begins=one.begins, ends=one.ends,
        seats=Seats(one.capacity, flow.attended), flow=flow, cost=one.cost, currency=one.currency, n=n,
        gain=float(np.mean(known)) if n else None, variance=within**2 / n if within and n else None,
        df=df if within and n else None,
    )  # fmt: skip
