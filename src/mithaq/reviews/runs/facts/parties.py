"""The facts of parties, and the ledger of what each has of the training."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from mithaq.evaluation.arrays import Floats, Ints
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.report import Estimate, Report
from mithaq.evaluation.verdicts import Verdict, judge
from mithaq.reviews.runs.content import Learned, Ledger, Need, PartyArea, PartyFacts
from mithaq.reviews.runs.facts.columns import NOWHERE, Columns, curve_of, kept, mean_gain
from mithaq.reviews.runs.facts.costs import Cost, costs_of
from mithaq.reviews.runs.facts.goals import goals_of
from mithaq.reviews.runs.facts.people import Cell, People
from mithaq.reviews.runs.facts.said import of_party, transfer_of

if TYPE_CHECKING:
    from mithaq.reviews.runs.sources import Sources

POOLED_FROM = 3


def seen_parties(columns: Columns, people: People) -> tuple[str, ...]:
    """All that have results, people or seats."""
    return tuple(
        sorted({*columns.party, *(party for _, party in people.flows), *(party for _, party in people.turnout)})
    )


def _cells(people: People) -> dict[str, list[Cell]]:
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in sorted({*people.flows, *people.turnout}):
        found[cell[1]].append(cell)
    return found


def parties_of(sources: Sources, columns: Columns, people: People, within: float | None) -> tuple[PartyFacts, ...]:
    """Every party, in the order of the codes."""
    rows = {key[0]: places for key, places in columns.places("party").items()}
    cells, areas, wanted = _cells(people), _areas(columns, within), needs_of(sources)
    costs = costs_of(sources, columns, people)
    later, above = (
        [one for one in sources.answers if one.level == "L3" and one.wave == wave]
        for wave in ("followup", "supervisor")
    )
    told = []
    for party in seen_parties(columns, people):
        own = rows.get(party, NOWHERE)
        scores, paid = (columns.pre[own], columns.post[own], columns.followup[own]), costs.get(party, Cost())
        transfer = transfer_of(of_party(later, party), of_party(above, party), people.waves(cells.get(party, ())))
        told.append(PartyFacts(
            party, people.flow(cells.get(party, ())), people.seats(cells.get(party, ())), areas.get(party, ()),
            kept(*scores), curve_of(*scores), transfer, tuple(wanted.get(party, ())), paid.cost, paid.currency,
            paid.per_point, paid.why,
        ))  # fmt: skip
    return tuple(told)


def _areas(columns: Columns, within: float | None) -> dict[str, tuple[PartyArea, ...]]:
    """The mean gain of every party in every area, alone and drawn towards all those means."""
    gains, keys, means, sizes = columns.gains, [], [], []
    for key, rows in columns.places("party", "area").items():
        own = gains[rows]
        known = own[~np.isnan(own)]
        keys.append(key)
        sizes.append(len(known))
        means.append(float(known.mean()) if len(known) else float("nan"))
    drawn = _drawn(np.array(means), np.array(sizes), within)
    found: defaultdict[str, list[PartyArea]] = defaultdict(list)
    for at, (party, area) in enumerate(keys):
        raw = means[at] if sizes[at] else None
        found[party].append(PartyArea(area, sizes[at], raw, drawn[at] if drawn else None))
    return {party: tuple(own) for party, own in found.items()}


def _drawn(means: Floats, sizes: Ints, within: float | None) -> list[Estimate | None] | None:
    if not within or (sizes > 0).sum() < POOLED_FROM:
        return None
    variances = np.where(sizes > 0, within**2 / np.maximum(sizes, 1), np.nan)
    found = pool(means, variances, within, df=max(1, int(sizes.sum() - (sizes > 0).sum())), levels=(), draws=0)
    return [
        None if np.isnan(mean) else Estimate(mean, low, high)
        for mean, low, high in zip(found.means, found.low, found.high, strict=True)
    ]


def needs_of(sources: Sources) -> dict[str, list[Need]]:
    """By party: what it wants, an area a need, and the courses that have an objective for somebody's need there."""
    serving: defaultdict[str, list[str]] = defaultdict(list)
    for course in sources.courses:
        if any(one.need for one in course.objectives):
            for area in course.areas:
                serving[area].append(course.code)
    found: defaultdict[str, list[Need]] = defaultdict(list)
    for one in sources.needs:
        for area in sorted(one.areas):
            for party in one.parties:
                found[party].append(Need(area, one.words, tuple(serving[area])))
    return found


def ledger_of(
    sources: Sources, columns: Columns, people: People, facts: tuple[PartyFacts, ...], report: Report
) -> tuple[Ledger, ...]:
    """Of every party: seats offered, used, completed, learned, applied, and where its goals stand."""
    rows = {key[0]: places for key, places in columns.places("party").items()}
    lines = report.settings.by_course()
    worthwhile = np.array([
        lines[code].worthwhile if code in lines else report.settings.worthwhile for code in columns.course
    ])  # fmt: skip
    cells, goals = _cells(people), goals_of(sources, people)
    return tuple(
        Ledger(
            one.party, one.seats.offered, one.seats.used, people.done(cells.get(one.party, ())),
            _learned(columns, rows.get(one.party, NOWHERE), worthwhile),
            one.transfer.graduates.applied if one.transfer else None,
            goals.get(one.party, ()),
        )
        for one in facts
    )  # fmt: skip


def _learned(columns: Columns, rows: Ints, worthwhile: Floats) -> Learned:
    """The mean gain, judged against the worthwhile gain of the courses that its people attended."""
    pre, post = columns.pre[rows], columns.post[rows]
    gain, above = mean_gain(pre, post), mean_gain(pre + worthwhile[rows] if len(rows) else pre, post)
    n = int((~np.isnan(post - pre)).sum())
    if above is None:
        return Learned(n, None, Verdict.NOT_MEASURABLE.value)
    return Learned(n, gain, judge(above.low, above.high, 0.0, n=n).verdict.value)
