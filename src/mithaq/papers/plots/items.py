"""What a test shows of a course: objectives and their items, the items themselves, and how near people came to its top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.papers.plots.drawing import LONGEST, WIDTH, Column, Pen, Plot, Scale, nothing
from mithaq.papers.plots.lettering import Interval, Lettering, _, cut, known, sure

STATES = {
    "learned": (_("learned"), "done"),
    "not_learned": (_("not learned"), "late"),
    "not_yet_known": (_("not known yet"), "wait"),
    "not_tested": (_("not tested"), "none"),
}
FLAGS = {
    "negative": _("negative: those who know more answer it less often"),
    "weak": _("weak: it hardly tells those who know from the others"),
    "easy": _("easy for nearly all"),
    "hard": _("hard for nearly all"),
    "constant": _("all answered alike"),
}
_BOX, _GAP, _A_LINE = 34.0, 6.0, 9  # of an item; between two; so many on a line


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective: its items with the gain of each in points of 100 (None: not known), its own gain, its state (a code of
    STATES), and whether a need of a state is served by it."""

    number: int
    name: str
    items: tuple[tuple[str, float | None], ...]
    gain: Interval | None
    state: str
    needed: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a test: shares of its highest score before and after, its correlation with the rest, codes of FLAGS."""

    number: str
    name: str
    objective: str
    n: int
    before: float | None
    after: float | None
    item_rest: float | None
    flags: tuple[str, ...]


def coverage(letters: Lettering, objectives: Sequence[Objective]) -> Plot:
    """Which objectives were learned, which not, which no item tests; each item with its gain."""
    title = letters.words(_("Objectives: tested, learned, needed"))
    if not objectives:
        return nothing(letters, "coverage", title, letters.words(_("The course has no objectives on record.")))
    pen, y = Pen(letters), 4.0
    for one in objectives:
        y = _objective(pen, one, y)
    counts = {code: sum(one.state == code for one in objectives) for code in STATES}
    desc = letters.listed(
        f"{letters.words(STATES[code][0])}: {letters.number(count)}" for code, count in counts.items() if count
    )
    columns = (
        Column(letters.words(_("objective"))), Column(letters.words(_("items"))),
        Column(letters.words(_("gain")), "signed"), Column(letters.words(_("interval from")), "signed"),
        Column(letters.words(_("interval to")), "signed"), Column(letters.words(_("verdict"))), Column(letters.words(_("need"))),
    )  # fmt: skip
    rows = [
        (
            f"{letters.number(one.number)}. {one.name}", _items_told(letters, one), *_parts(sure(one.gain)),
            letters.words(STATES[one.state][0]), letters.words(_("of a state") if one.needed else _("none on record")),
        )
        for one in objectives
    ]  # fmt: skip
    legend = [letters.words(_("A square is an item with its gain in points of 100."))]
    return pen.plot("coverage", title, desc, y, columns, rows, legend)


def _objective(pen: Pen, one: Objective, y: float) -> float:
    """Draws an objective from here down; answers where the next begins."""
    letters = pen.letters
    words, tone = STATES[one.state]
    state = letters.words(words)
    pen.start(y + 16, cut(f"{letters.number(one.number)}. {one.name}", LONGEST - len(state)), "", 8)
    pen.bar(WIDTH - 14, y + 6, 12, 12, f"fill-{tone}")
    pen.end(y + 16, state, "val", 20)
    y += 24
    for at, (number, gained) in enumerate(one.items):
        across = 8 + at % _A_LINE * (_BOX + _GAP)
        down = y + at // _A_LINE * (_BOX + _GAP + 14)
        shown = known(gained)
        pen.bar(across, down, _BOX, _BOX, "untested" if shown is None else "sunk")
        middle = pen.mirrored(across + _BOX / 2)
        pen.text(middle, down + 22, "?" if shown is None else letters.signed(round(shown)), "val")
        pen.text(middle, down + _BOX + 12, number, "sub")
    if not one.items:
        pen.bar(8, y, WIDTH - 16, 22, "untested")
        pen.start(y + 15, letters.words(_("no item tests it")), "sub", 18)
        return y + 32
    return y + (1 + (len(one.items) - 1) // _A_LINE) * (_BOX + _GAP + 14) + 4


def _items_told(letters: Lettering, one: Objective) -> str:
    told = (f"{number}: {letters.signed(gained)}" for number, gained in one.items)
    return letters.listed(told, ",") or letters.words(_("none"))


def _parts(found: Interval | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if found is None else (found.estimate, found.low, found.high)


def items(letters: Lettering, told: Sequence[Item]) -> Plot:
    """Every item before (hollow) and after (solid): which share of its highest score people reached."""
    title = letters.words(_("Items of the test, before and after"))
    if not told:
        return nothing(
            letters, "items", title, letters.words(_("The test came without its items, so they cannot be looked at."))
        )
    pen, row = Pen(letters), 26.0
    scale = Scale((0, 1), 60, WIDTH - 40)
    foot = 8 + len(told) * row
    for value in scale.ticks:
        pen.line(scale.at(value), 4, scale.at(value), foot, "grid")
        pen.text(scale.at(value), foot + 16, letters.percent(value), "tick")
    for at, one in enumerate(told):
        _item(pen, scale, one, 20 + at * row)
    columns = (
        Column(letters.words(_("item"))), Column(letters.words(_("wording"))), Column(letters.words(_("objective"))),
        Column(letters.words(_("people")), "count"), Column(letters.words(_("before")), "percent"),
        Column(letters.words(_("after")), "percent"), Column(letters.words(_("item against the rest")), "number"),
        Column(letters.words(_("to look at"))),
    )  # fmt: skip
    flagged = [one for one in told if one.flags]
    desc = letters.words(
        _("Items: %(count)s; to look at: %(flagged)s."),
        count=letters.number(len(told)), flagged=letters.number(len(flagged)),
    )  # fmt: skip
    nothing_said = letters.words(_("nothing"))
    rows = [
        (one.number, one.name, one.objective, one.n, known(one.before), known(one.after), known(one.item_rest),
         letters.listed(letters.words(FLAGS[flag]) for flag in one.flags) or nothing_said)
        for one in told
    ]  # fmt: skip
    legend = map(letters.words, (_("Hollow: before. Solid: after."), _("Red with a “!”: an item to look at.")))
    return pen.plot("items", title, desc, foot + 26, columns, rows, legend)


def _item(pen: Pen, scale: Scale, one: Item, y: float) -> None:
    before, after = known(one.before), known(one.after)
    pen.text(52, y + 4, one.number, "", "right")
    if before is not None and after is not None:
        pen.line(scale.at(before), y, scale.at(after), y, "ci")
    if before is not None:
        pen.dot(scale.at(before), y, "hol", 4.5)
    if after is not None:
        pen.dot(scale.at(after), y, "dot odd" if one.flags else "dot")
    if one.flags:
        pen.text(WIDTH - 16, y + 5, "!", "val limit-t")


def ceiling(
    letters: Lettering, at_maximum: float | None, mean_before: float | None, *, flag: float, stop: float
) -> Plot:
    """How many reached the highest score after. From `flag` on gains look smaller than they are, from `stop` on they cannot
    be measured."""
    title = letters.words(_("How near to the highest score"))
    share, before = known(at_maximum), known(mean_before)
    if share is None:
        return nothing(
            letters, "ceiling", title, letters.words(_("Nobody was tested after, so nothing is known of the ceiling."))
        )
    pen = Pen(letters)
    rows = [(letters.words(_("reached the highest score after")), share)]
    rows += [(letters.words(_("mean before, as a share of it")), before)] if before is not None else []
    for at, (name, value) in enumerate(rows):
        y = 22 + at * 56
        pen.start(y, name, "", 8)
        pen.end(y, letters.percent(value), "val", 8)
        pen.bar(8, y + 10, WIDTH - 16, 16, "rest")
        pen.bar(
            8,
            y + 10,
            (WIDTH - 16) * min(1.0, max(0.0, value)),
            16,
            "fill-late" if not at and value > flag else "fill-brand",
        )
    for limit in (flag, stop):
        x = pen.mirrored(8 + (WIDTH - 16) * limit)
        pen.line(x, 28, x, 52, "limit")
    near = letters.words(
        _("The dotted lines: from %(flag)s on gains look smaller than they are, from %(stop)s on they cannot be measured."),
        flag=letters.percent(flag), stop=letters.percent(stop),
    )  # fmt: skip
    desc = letters.words(_("%(share)s reached the highest score after."), share=letters.percent(share))
    columns = (Column(letters.words(_("measure"))), Column(letters.words(_("share")), "percent"))
    return pen.plot("ceiling", title, desc, 16 + len(rows) * 56, columns, rows, [near])
