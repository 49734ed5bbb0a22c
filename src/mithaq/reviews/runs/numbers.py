"""The numbers of a release once it is settled which are shown. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import sqrt

from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.report import Estimate, Report
from mithaq.evaluation.verdicts import Verdict
from mithaq.register.instruments.meaning import SAID_FROM
from mithaq.reviews.runs.content import Content, CourseFacts, Flow, PartyFacts, Said, Share, Transfer
from mithaq.reviews.runs.facts.bases import Base
from mithaq.reviews.runs.facts.costs import WITHHELD
from mithaq.reviews.runs.facts.people import total
from mithaq.reviews.runs.facts.said import share_of
from mithaq.reviews.runs.released import (
    LEVELS,
    OTHERS,
    Cell,
    Column,
    PartContent,
    PartCourse,
    Preview,
    ReleasedArea,
    ReleasedCourse,
    ReleasedParty,
    Table,
)

STAGES = ("nominated", "accepted", "attended", "pre", "post", "followup", "supervisor")
COMPARED_FROM = 3  # parties


def cell_of(own: Iterable[Base]) -> Cell:
    """How many they are and what they gained, with Student's interval where they do not all gain the same."""
    rows = list(own)
    n = sum(one.n for one in rows)
    if not n:
        return Cell(0, None)
    mean = sum(one.gains for one in rows) / n
    spread = max(0.0, sum(one.squares for one in rows) - n * mean**2)
    if n < 2 or spread < 1e-9:
        return Cell(n, None)
    half = t_quantile(n - 1) * sqrt(spread / (n - 1) / n)
    return Cell(n, Estimate(mean, mean - half, mean + half))


def courses_told(content: Content, people: Mapping[str, Cell]) -> tuple[ReleasedCourse, ...]:
    """Every course of the run; without gain and verdict where its people are hidden."""
    report = {one.course: one for one in content.report.courses}
    found = []
    for one in content.courses:
        cell, told = people[one.code], report.get(one.code)
        known = told if cell.n else None
        found.append(ReleasedCourse(
            one.code, one.title, one.areas[0] if one.areas else "", cell,
            (known.pooled or known.own) if known and known.verdict is not Verdict.NOT_MEASURABLE else None,
            known.verdict.value if known else "", known.reasons if known else (),
            tuple(level for level in LEVELS if known and level in one.asked),
            one.demonstration,
        ))  # fmt: skip
    return tuple(found)


def areas_told(
    content: Content, courses: Sequence[ReleasedCourse], table: Table, threshold: int
) -> tuple[ReleasedArea, ...]:
    """Every area of the table; seats and flow only where the people of all its years are shown."""
    totals: dict[str, list[Cell]] = {}
    for column, cell in zip(table.columns, table.totals, strict=True):
        totals.setdefault(column.area, []).append(cell)
    return tuple(
        _area(
            area, [one for one in content.courses if (one.areas[:1] or ("",))[0] == area],
            [one for one in courses if one.area == area],
            None if any(cell.n is None for cell in cells) else sum(cell.n or 0 for cell in cells), threshold,
        )
        for area, cells in sorted(totals.items())
    )  # fmt: skip


def _area(
    area: str, facts: Sequence[CourseFacts], courses: Sequence[ReleasedCourse], n: int | None, threshold: int
) -> ReleasedArea:
    """`n`: with both tests; None where that is hidden, and with it whatever could narrow it down."""
    shown = [one for one in courses if one.verdict]
    flow = total(one.flow for one in facts)
    offered, used = sum(one.seats.offered for one in facts), sum(one.seats.used for one in facts)
    told = dict.fromkeys(STAGES) if n is None else _stages(flow, n, threshold)
    fits = used == flow.attended and told["attended"] is not None and _apart(offered, used, threshold)
    transfers = [one.transfer for one in facts if one.transfer]
    return ReleasedArea(
        area=area, verdicts=tuple((verdict.value, sum(one.verdict == verdict for one in shown)) for verdict in Verdict),
        hidden=len(courses) - len(shown), offered=None if n is None else offered, used=used if fits else None,
        flow=tuple(told.items()),
        relevant=_together([item for one in facts if one.reaction for item in one.reaction.items if item.code == "relevant"]),
        applied=_together([one.graduates.applied for one in transfers if one.graduates.applied]),
        applied_by_supervisors=_together([one.supervisors.applied for one in transfers if one.supervisors.applied]),
    )  # fmt: skip


def _apart(one: int, other: int, threshold: int) -> bool:
    """Whether two nested counts differ by nobody or by enough."""
    return one == other or abs(one - other) >= threshold


def _stages(flow: Flow, both: int, threshold: int) -> dict[str, int | None]:
    """The stages, those left out that differ from any shown one, or from those with both tests, by few people."""
    shown, found = [both], dict[str, int | None]()
    for stage in STAGES:
        count = getattr(flow, stage)
        fits = (count == 0 or count >= threshold) and all(_apart(count, other, threshold) for other in shown)
        found[stage] = count if fits else None
        shown += [count] if fits else []
    return found


def _together(shares: Sequence[Share]) -> Share | None:
    """Shares of several courses as one; None below ten answers or where all said the same."""
    if not shares:
        return None
    count, n, asked = (sum(getattr(one, name) for one in shares) for name in ("count", "n", "asked"))
    if n < SAID_FROM or count in (0, n):
        return None
    return share_of(shares[0].code, shares[0].words, count, n, asked)


def parties_told(report: Report, table: Table) -> tuple[ReleasedParty, ...]:
    """Those with a row of their own whose people are shown, against the average."""
    shown = {
        party for party, cell in zip(table.parties, table.rows, strict=True) if party != OTHERS and cell.n is not None
    }
    return tuple(
        ReleasedParty(str(one.party), one.by_gain, one.at_same_start, one.sentence)
        for one in report.parties
        if one.party in shown
    )


def mean_told(report: Report, table: Table) -> Estimate | None:
    """The mean over courses, where the people of all are shown."""
    return report.mean if table.total.n is not None else None


def part_of(content: Content, base: Sequence[Base], party: str, threshold: int) -> PartContent:
    """What this party gets of its own. Not its share of the costs: it knows what an offering cost and how many seats it used
    there, so that the seats of the others would follow."""
    facts = next(one for one in content.parties if one.party == party)
    ledger = next(one for one in content.ledger if one.party == party)
    titles = {one.code: one.title for one in content.courses}
    own = [one for one in base if one.party == party]
    courses = []
    for code in sorted({one.course for one in own}):
        cell = cell_of(one for one in own if one.course == code)
        courses.append(PartCourse(code, titles[code], cell.n or 0, cell.gain))
    transfer = _enough(facts, [one.transfer for one in content.courses if one.transfer])
    applied = transfer.graduates.applied if transfer else None
    return PartContent(
        facts=replace(facts, transfer=transfer, cost=None, currency="", cost_per_point=None, no_cost=WITHHELD),
        ledger=replace(ledger, applied=applied), courses=tuple(courses),
        compared=_compared(content, base, party, threshold),
        demonstration=any(one.demonstration for one in content.courses),
    )  # fmt: skip


def _enough(facts: PartyFacts, everybody: Sequence[Transfer]) -> Transfer | None:
    """What was said of the application, each side where ten of the party's answered, and nobody or ten of the others: who
    knows both knows the rest."""
    if (told := facts.transfer) is None:
        return None
    graduates = _side(told.graduates, [one.graduates for one in everybody])
    supervisors = _side(told.supervisors, [one.supervisors for one in everybody])
    whole = graduates.applied is not None
    barriers = tuple(one for one in told.barriers if whole and one.n >= SAID_FROM and one.count < one.n)
    kappa = told.kappa if told.both >= SAID_FROM else None
    return replace(told, graduates=graduates, supervisors=supervisors, barriers=barriers, kappa=kappa)


def _side(own: Said, everybody: Sequence[Said]) -> Said:
    own = replace(own, silent=None)
    applied = own.applied
    rest = sum(one.applied.n for one in everybody if one.applied) - (applied.n if applied else 0)
    fits = applied is not None and applied.n >= SAID_FROM and applied.count not in (0, applied.n)
    return own if fits and (rest <= 0 or rest >= SAID_FROM) else replace(own, applied=None)


def _compared(content: Content, base: Sequence[Base], party: str, threshold: int) -> ReleasedParty | None:
    others = [one for one in base if one.party != party]
    if len({one.party for one in others}) < COMPARED_FROM - 1 or sum(one.n for one in others) < threshold:
        return None
    told = next((one for one in content.report.parties if one.party == party), None)
    return ReleasedParty(party, told.by_gain, told.at_same_start, told.sentence) if told else None


def preview_of(base: Sequence[Base], party: str, threshold: int) -> Preview:
    """What others would see of this party at most, from its own people alone."""
    own = [one for one in base if one.party == party]
    columns = sorted({(one.area, one.year) for one in own})
    cells = [cell_of(one for one in own if (one.area, one.year) == column) for column in columns]
    return Preview(
        party, tuple(Column(*one) for one in columns), tuple(_hidden_if_few(cell, threshold) for cell in cells),
        _hidden_if_few(cell_of(own), threshold),
    )  # fmt: skip


def _hidden_if_few(cell: Cell, threshold: int) -> Cell:
    few = cell.n is not None and 0 < cell.n < threshold
    return Cell(None, None) if few or (cell.n and cell.gain is None) else cell
