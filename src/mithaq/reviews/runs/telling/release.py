"""The report on a release: what is shown to everybody in its audience, and what a party reads of its own people beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from mithaq.papers.plots import forest, overview, shares
from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import Cell as Shown
from mithaq.reviews.runs.released import LEVELS, OTHERS, Cell, PartContent, Released, ReleasedArea
from mithaq.reviews.runs.telling.overall import FOREST
from mithaq.reviews.runs.telling.overall import LEVELS as CODES
from mithaq.reviews.runs.telling.party import DIFFER, Compared, Own, both_answers
from mithaq.reviews.runs.telling.shapes import Pairs, Part, Statement, Told
from mithaq.reviews.runs.telling.speaker import STEPS, Speaker, _

WITHHELD = _("withheld")


def released(speak: Speaker, found: Released) -> Told:
    """What everybody reads to whom it was released. What is hidden is said to be withheld, never nought."""
    parts = [
        _overall(speak, found), _table(speak, found), _courses(speak, found), _evidence(speak, found), _areas(speak, found),
        *_parties(speak, found),
    ]  # fmt: skip
    title = speak.words(_("What the training brought to those who came"))
    subtitle = speak.words(_("Release %(release)s"), release=speak.made.ref)
    return Told("release", speak.letters.language, title, subtitle, "", tuple(parts), speak.made)


def own_part(part: PartContent, found: Released | None, party: str, design: str) -> Own:
    """What a party reads of its own people: its part, and of the others what the release shows of all together."""
    told = part.compared
    n = part.ledger.learned.n
    return Own(
        party=party, facts=part.facts, ledger=part.ledger, design=design, together=found.mean if found else None,
        compared=None if told is None else Compared(n, told.by_gain, told.at_same_start, told.sentence),
        differ=tuple(one for one in found.warnings if one.code in DIFFER) if found else (),
        courses=tuple(forest.Row(one.code, one.gain.estimate if one.gain else None, None, one.n) for one in part.courses),
    )  # fmt: skip


def _how(speak: Speaker, found: Released) -> Pairs:
    n = found.table.total.n
    return speak.how(
        n=speak.words(WITHHELD) if n is None else speak.letters.number(n),
        design=speak.words(_("by course: see the run")),
        reliability=speak.words(_("by course: see the run")),
        missing=speak.words(_("in the table of areas, by stage")),
    )  # fmt: skip


def _overall(speak: Speaker, found: Released) -> Part:
    counts = Counter(one.verdict for one in found.courses if one.verdict)
    said = [
        speak.statement(
            f"count_{code}", _("%(verdict)s: %(count)s of %(all)s courses."), tone, verdict=speak.words(name),
            count=speak.letters.number(counts[code]), all=speak.letters.number(len(found.courses)),
        )
        for code, (name, tone, _sign) in overview.VERDICTS.items()
    ]  # fmt: skip
    if found.mean is not None:
        text = _("The mean gain over courses: %(gain)s points of 100.")
        said.append(speak.statement("mean", text, gain=speak.letters.interval(found.mean)))
    text = _(
        "Of the cells with people %(share)s are shown; the others are withheld to protect fewer than %(least)s people."
    )
    share, least = speak.letters.percent(found.shown), speak.letters.number(found.threshold)
    said.append(speak.statement("shown", text, share=share, least=least))
    said += speak.sentences(
        *(one for one in found.warnings if not (one.code == "no_worthwhile_gain" and _agreed(found)))
    )
    return Part("overall", speak.words(_("Over all courses")), tuple(said), (), _how(speak, found))


def _agreed(found: Released) -> bool:
    """Whether a verdict that is shown was measured against a gain that somebody agreed."""
    return any(dict(why.params).get("worthwhile", "0") != "0" for one in found.courses for why in one.reasons)


def _table(speak: Speaker, found: Released) -> Part:
    """Parties by area and year with their margins: how many people, and their mean gain."""
    table, letters = found.table, speak.letters
    heads = [speak.area(one.area) + (f" {one.year}" if one.year else "") for one in table.columns]
    together = speak.words(_("together"))
    names = [speak.words(_("other parties")) if one == OTHERS else speak.party(one) for one in table.parties]
    lines = [*zip(names, table.cells, table.rows, strict=True), (together, table.totals, table.total)]
    rows = tuple((name, *(_cell(speak, cell) for cell in (*cells, last))) for name, cells, last in lines)
    columns = tuple(Column(name) for name in (speak.words(_("party")), *heads, together))
    desc = speak.words(_("Each cell: people with both tests, and their mean gain with its interval."))
    plot = Plot(
        "table", speak.words(_("People and gains by party, area and year")), desc, "", 0, (), columns, rows, letters
    )
    return Part("table", speak.words(_("Parties, areas, years")), (), (plot,), _how(speak, found))


def _cell(speak: Speaker, cell: Cell) -> str:
    if cell.n is None:
        return speak.words(WITHHELD)
    n = speak.letters.number(cell.n)
    if cell.gain is None:
        return n
    return speak.words(_("%(n)s people, %(gain)s"), n=n, gain=speak.letters.interval(cell.gain))


def _courses(speak: Speaker, found: Released) -> Part:
    told = sorted(found.courses, key=lambda one: one.code)
    names = {one.code: f"{one.code} {speak.said(one.title)}".strip() for one in told}
    plots = []
    shown = [one for one in told if one.gain is not None]
    if len(shown) <= FOREST:
        rows = [forest.Row(names[one.code], None, one.gain, one.people.n) for one in shown]
        plots.append(forest.forest(speak.letters, rows, title=speak.words(_("Mean gain by course"))))
    withheld = speak.words(WITHHELD)
    columns = (
        Column(speak.words(_("course"))), Column(speak.words(_("people"))), Column(speak.words(_("verdict"))),
        Column(speak.words(_("why"))),
    )  # fmt: skip
    table = tuple(
        (
            names[one.code], withheld if one.people.n is None else speak.letters.number(one.people.n),
            speak.words(overview.VERDICTS[one.verdict][0]) if one.verdict else withheld,
            " ".join(said.text for said in speak.sentences(*one.reasons)) or withheld,
        )
        for one in told
    )  # fmt: skip
    title, desc = speak.words(_("Every course, its verdict and the reason")), speak.words(_("Courses by their codes."))
    plots.append(Plot("verdicts", title, desc, "", 0, (), columns, table, speak.letters))
    return Part("courses", speak.words(_("Courses")), (), tuple(plots), _how(speak, found))


def _evidence(speak: Speaker, found: Released) -> Part:
    told = [one for one in found.courses if one.verdict]
    asked = Counter(level for one in told for level in set(one.levels))
    levels = {CODES[level]: asked[level] for level in LEVELS}
    plot = overview.ladder(speak.letters, levels, {}, len(told))
    return Part("evidence", speak.words(_("How far the evidence reaches")), (), (plot,), _how(speak, found))


def _areas(speak: Speaker, found: Released) -> Part:
    rows = [(speak.area(one.area), one.offered, one.used) for one in found.areas]
    known = [(name, offered, used) for name, offered, used in rows if offered is not None and used is not None]
    said = [one for area in found.areas for one in _said(speak, area)]
    plots = (shares.seats(speak.letters, known), _stages(speak, found))
    return Part("areas", speak.words(_("Areas")), tuple(said), plots, _how(speak, found))


def _said(speak: Speaker, area: ReleasedArea) -> Iterator[Statement]:
    told = (
        ("relevant", area.relevant, _("%(area)s: relevant to the work, say %(share)s (between %(low)s and %(high)s).")),
        ("applied", area.applied, _("%(area)s: applied at work, say %(share)s of the graduates (between %(low)s and %(high)s).")),
        (
            "applied_by_supervisors", area.applied_by_supervisors,
            _("%(area)s: applied at work by %(share)s, say the supervisors (between %(low)s and %(high)s)."),
        ),
    )  # fmt: skip
    for code, one, text in told:
        if one is not None:
            share, low, high = (speak.letters.percent(value) for value in (one.estimate, one.low, one.high))
            yield speak.statement(code, text, area=speak.area(area.area), share=share, low=low, high=high)


def _stages(speak: Speaker, found: Released) -> Plot:
    """How many came how far, by area; what would tell of few people is withheld."""
    names = {code: speak.words(name) for code, name in STEPS}
    columns = (Column(speak.words(_("area"))), Column(speak.words(_("step"))), Column(speak.words(_("people"))))
    withheld = speak.words(WITHHELD)
    rows: tuple[tuple[Shown, ...], ...] = tuple(
        (speak.area(one.area), names.get(stage, stage), withheld if count is None else speak.letters.number(count))
        for one in found.areas
        for stage, count in one.flow
    )
    title, desc = speak.words(_("How many came how far")), speak.words(_("By area and stage."))
    return Plot("stages", title, desc, "", 0, (), columns, rows, speak.letters)


def _parties(speak: Speaker, found: Released) -> Iterator[Part]:
    own = sorted(found.parties, key=lambda one: one.party)
    if not own:
        return
    people = dict(zip(found.table.parties, (cell.n for cell in found.table.rows), strict=True))
    rows = [
        (speak.party(one.party), Compared(people.get(one.party), one.by_gain, one.at_same_start, one.sentence))
        for one in own
    ]
    said = []
    for name, one in rows:
        if one.sentence is not None:
            told = speak.sentence(one.sentence)
            said.append(replace(told, text=f"{name}: {told.text}"))
    title = speak.words(_("Parties beside their average"))
    yield Part("parties", title, tuple(said), both_answers(speak, rows), _how(speak, found))
