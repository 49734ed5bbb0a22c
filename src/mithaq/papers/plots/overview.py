"""Over many courses: how far the evidence reaches, and what is missing. The words of headings and verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mithaq.papers.plots.drawing import LONGEST, WIDTH, Column, Pen, Plot, nothing
from mithaq.papers.plots.lettering import Lettering, _, cut, known

HEADINGS = {
    "relevance": _("Relevance"),
    "coherence": _("Coherence"),
    "effectiveness": _("Effectiveness"),
    "efficiency": _("Efficiency"),
    "impact": _("Impact"),
    "sustainability": _("Sustainability"),
}
"""The six criteria of the Development Assistance Committee of the OECD (2019)."""
VERDICTS = {
    "benefit_shown": (_("Benefit shown"), "done", "✓"),
    "no_worthwhile_benefit": (_("No worthwhile benefit"), "late", "×"),
    "not_yet_known": (_("Not known yet"), "wait", "?"),
    "not_measurable": (_("Not measurable"), "none", "–"),
}
DESIGNS = {
    "after_only": _("tested after alone"),
    "retrospective_pre": _("asked afterwards what was known before"),
    "pre_post": _("tested before and after"),
    "waiting_list": _("compared with those who wait"),
    "stepped": _("begun in steps"),
    "randomised": _("places drawn by lot"),
}
LEVELS = {
    "reaction": _("1 Reaction"),
    "learning": _("2 Learning"),
    "behaviour": _("3 Behaviour"),
    "results": _("4 Results"),
}
MOST = 40


def ladder(letters: Lettering, levels: Mapping[str, int], designs: Mapping[str, int], courses: int) -> Plot:
    """How many of the courses were looked at on each of these levels (of LEVELS), and how gains were compared."""
    title = letters.words(_("The evidence ladder: how far the evidence reaches"))
    if courses < 1:
        return nothing(letters, "ladder", title, letters.words(_("No course was evaluated yet.")))
    rows = [(letters.words(name), levels[code]) for code, name in LEVELS.items() if code in levels]
    pen, full = Pen(letters), WIDTH - 16
    for at, (name, count) in enumerate(reversed(rows)):  # the highest rung stands on top
        y = 20 + at * 46
        pen.start(y, name, "", 8)
        pen.end(
            y,
            letters.words(_("%(count)s of %(all)s"), count=letters.number(count), all=letters.number(courses)),
            "val",
            8,
        )
        pen.bar(8, y + 8, full, 12, "rest")
        pen.bar(8, y + 8, full * min(1.0, count / courses), 12, "fill-brand")
    table = [(name, count, count / courses) for name, count in rows]
    table += [
        (letters.words(name), designs[code], designs[code] / courses)
        for code, name in DESIGNS.items()
        if designs.get(code)
    ]
    columns = (
        Column(letters.words(_("level or design"))), Column(letters.words(_("courses")), "count"),
        Column(letters.words(_("share")), "percent"),
    )  # fmt: skip
    desc = letters.listed(f"{name}: {letters.number(count)}" for name, count in rows)
    return pen.plot("ladder", title, desc, 8 + len(rows) * 46, columns, table)


@dataclass(frozen=True, slots=True)
class Gap:
    """A course: the share of those tested before who lack the test after, and by how many points the gain of those missing
    would have to differ for the verdict to change (None: nothing could change it, or nobody is missing)."""

    name: str
    tested: int
    missing: float | None
    tipping: float | None
    judged: bool


def missing(letters: Lettering, gaps: Iterable[Gap], *, most: float) -> Plot:
    """Who is missing, and how much would have to hide there. Above `most` no verdict is given; of more than MOST courses
    only those are drawn, the table has all."""
    title = letters.words(_("Who is missing after, and what it would take to change the verdict"))
    told = [one for one in gaps if known(one.missing) is not None]
    if not told:
        return nothing(
            letters, "missing", title, letters.words(_("Nobody was tested before, so nobody can be missing after."))
        )
    pen, row, full = Pen(letters), 56.0, WIDTH - 16
    drawn = told if len(told) <= MOST else [one for one in told if (known(one.missing) or 0) > most][:MOST]
    for at, one in enumerate(drawn):
        y, share = 20 + at * row, min(1.0, max(0.0, known(one.missing) or 0.0))
        pen.start(y, cut(one.name, LONGEST - 6), "", 8)
        pen.end(y, letters.percent(share), "val", 8)
        pen.bar(8, y + 6, full, 10, "rest")
        pen.bar(8, y + 6, full * share, 10, "fill-late" if share > most else "fill-brand")
        limit = pen.mirrored(8 + full * most)
        pen.line(limit, y + 2, limit, y + 20, "limit")
        pen.start(y + 31, _tips(letters, one), "sub", 8)
    legend = [
        letters.words(
            _("The dotted line: where more than %(most)s are missing no verdict is given."), most=letters.percent(most)
        )
    ]
    columns = (
        Column(letters.words(_("course"))), Column(letters.words(_("tested before")), "count"),
        Column(letters.words(_("missing after")), "percent"), Column(letters.words(_("tipping point"))),
    )  # fmt: skip
    rows = [(one.name, one.tested, known(one.missing), _tips(letters, one)) for one in told]
    above = sum((known(one.missing) or 0) > most for one in told)
    desc = letters.words(
        _("Courses: %(count)s; those in which more than %(most)s of the people tested before are missing after: %(above)s."),
        count=letters.number(len(told)), above=letters.number(above), most=letters.percent(most),
    )  # fmt: skip
    return pen.plot("missing", title, desc, 4 + len(drawn) * row, columns, rows, legend)


def _tips(letters: Lettering, one: Gap) -> str:
    if not one.judged:
        return letters.words(_("there is no verdict to change"))
    if not known(one.missing):
        return letters.words(_("nobody is missing"))
    points = known(one.tipping)
    if points is None:
        return letters.words(_("nothing that those missing scored could change it"))
    return letters.words(_("changes if theirs differs by %(points)s points"), points=letters.signed(points))


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely one is to be the highest, and its mean rank over all that may be so (1 is the highest; None: not known)."""

    name: str
    highest: float
    rank: float | None


def highest(letters: Lettering, chances: Sequence[Chance]) -> Plot:
    """How likely each is to be the highest and its expected rank, in the order that is given: never that of the ranks. Never
    shown without the sentence beside it."""
    title = letters.words(_("How likely each is to be the highest, and its expected rank"))
    if not chances:
        return nothing(letters, "highest", title, letters.words(_("These cannot be compared.")))
    pen, full = Pen(letters), WIDTH - 16
    for at, one in enumerate(chances):
        y = 20 + at * 42
        pen.start(y, cut(one.name, LONGEST - 20), "", 8)
        pen.end(y, _chance(letters, one), "val", 8)
        pen.bar(8, y + 7, full, 10, "rest")
        pen.bar(8, y + 7, full * min(1.0, max(0.0, one.highest)), 10, "fill-none")
    desc = letters.words(
        _("Chances and expected ranks (1 is the highest gain, %(last)s the lowest), not an order: with few people they are mostly luck."),
        last=letters.number(len(chances)),
    )  # fmt: skip
    columns = (
        Column(letters.words(_("name"))), Column(letters.words(_("chance")), "percent"),
        Column(letters.words(_("expected rank")), "number"),
    )  # fmt: skip
    rows = [(one.name, one.highest, known(one.rank)) for one in chances]
    return pen.plot("highest", title, desc, 4 + len(chances) * 42, columns, rows)


def _chance(letters: Lettering, one: Chance) -> str:
    chance, rank = letters.percent(one.highest), known(one.rank)
    if rank is None:
        return chance
    return letters.words(_("%(chance)s, expected rank %(rank)s"), chance=chance, rank=letters.number(rank, 1))
