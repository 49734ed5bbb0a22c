"""What those who did not answer may change in the shares of those who did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mithaq.papers.plots.drawing import LONGEST, WIDTH, Column, Pen, Plot, nothing
from mithaq.papers.plots.lettering import Cell, Interval, Lettering, _, cut, known, sure

_SIDE, _ROW = 8.0, 64.0
_FULL = WIDTH - 2 * _SIDE


@dataclass(frozen=True, slots=True)
class Quiet:
    """A share: as those who answered have it, as the `halves` of people who answered first and last have it, and as it would be
    if the silent were like others of their party."""

    name: str
    share: float | None
    halves: int
    first: float | None
    last: float | None
    weighted: Interval | None
    asked: int


def silence(letters: Lettering, told: Sequence[Quiet]) -> Plot:
    """Shares of those who answered first and last, and of all if the silent are like others of their party."""
    title = letters.words(_("What those who did not answer may change"))
    if not told:
        why = letters.words(_("Too few answered to say what those who did not may change, or nobody was silent."))
        return nothing(letters, "silence", title, why)
    pen = Pen(letters)
    for at, one in enumerate(told):
        _quiet(pen, one, 22 + at * _ROW)
    desc = letters.listed(filter(None, (_said(letters, one) for one in told)))
    columns = (
        Column(letters.words(_("answer"))), Column(letters.words(_("of those who answered")), "percent"),
        Column(letters.words(_("first and last answers")), "count"), Column(letters.words(_("of the first")), "percent"),
        Column(letters.words(_("of the last")), "percent"), Column(letters.words(_("asked")), "count"),
        Column(letters.words(_("if the silent are like their party")), "percent"),
        Column(letters.words(_("interval from")), "percent"), Column(letters.words(_("interval to")), "percent"),
    )  # fmt: skip
    legend = map(letters.words, (
        _("Hollow: those who answered first. Solid: those who answered last."),
        _("The lower line: the share of all who were asked, if those who are silent are like the others of their party."),
    ))  # fmt: skip
    return pen.plot("silence", title, desc, 8 + len(told) * _ROW, columns, [_row(one) for one in told], legend)


def _place(pen: Pen, share: float) -> float:
    return pen.mirrored(_SIDE + _FULL * min(1.0, max(0.0, share)))


def _quiet(pen: Pen, one: Quiet, y: float) -> None:
    pen.start(y, cut(one.name, LONGEST), "", _SIDE)
    pen.end(y, pen.letters.percent(one.share), "val", _SIDE)
    pen.bar(_SIDE, y + 15, _FULL, 2, "rest")
    first, last, found = known(one.first), known(one.last), sure(one.weighted)
    if first is not None and last is not None:
        pen.line(_place(pen, first), y + 16, _place(pen, last), y + 16, "ci")
        pen.dot(_place(pen, last), y + 16, "dot", 4)
        pen.dot(_place(pen, first), y + 16, "hol", 5.5)
    if found is not None:
        low, middle, high = (_place(pen, end) for end in (found.low, found.estimate, found.high))
        pen.line(low, y + 32, high, y + 32, "whisker")
        for x in (low, middle, high):
            pen.line(x, y + 27, x, y + 37, "whisker")


def _said(letters: Lettering, one: Quiet) -> str:
    found = sure(one.weighted)
    told = [letters.words(_("answered: %(share)s"), share=letters.percent(one.share))]
    if known(one.first) is not None:
        told.append(letters.words(_("first: %(share)s"), share=letters.percent(one.first)))
        told.append(letters.words(_("last: %(share)s"), share=letters.percent(one.last)))
    if found is not None:
        told.append(letters.words(_("weighted: %(share)s"), share=letters.percent(found.estimate)))
    return f"{one.name}: {letters.listed(told, ',')}"


def _row(one: Quiet) -> tuple[Cell, ...]:
    found = sure(one.weighted)
    parts = (None, None, None) if found is None else (found.estimate, found.low, found.high)
    return one.name, known(one.share), one.halves, known(one.first), known(one.last), one.asked, *parts
