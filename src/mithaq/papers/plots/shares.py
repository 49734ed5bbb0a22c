"""Shares of people, each with its interval: what they said at the end, at work, and how many stayed. Bars grow from the
edge where lines begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mithaq.papers.plots.drawing import LONGEST, WIDTH, Column, Pen, Plot, nothing
from mithaq.papers.plots.lettering import Lettering, _, cut, known

_SIDE = 8.0
_FULL = WIDTH - 2 * _SIDE
_ROW = 50.0


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the `n` who answered, of `asked`: with its 95 % interval, or None where nobody answered."""

    name: str
    count: int
    n: int
    asked: int
    share: float | None
    low: float | None
    high: float | None


def parts(letters: Lettering, kind: str, told: Iterable[Part], *, title: str, empty: str) -> Plot:
    """Several shares one under the other, each with the interval as a thin line over its bar."""
    rows = [one for one in told if known(one.share) is not None]
    if not rows:
        return nothing(letters, kind, title, empty)
    pen = Pen(letters)
    for at, one in enumerate(rows):
        _part(pen, one, 22 + at * _ROW)
    desc = letters.listed(_said(letters, one) for one in rows)
    return pen.plot(kind, title, desc, 10 + len(rows) * _ROW, _columns(letters), [_row(one) for one in rows])


def _part(pen: Pen, one: Part, y: float) -> None:
    letters = pen.letters
    pen.start(y, cut(one.name, LONGEST), "", _SIDE)
    pen.end(y, letters.percent(one.share), "val", _SIDE)
    pen.bar(_SIDE, y + 9, _FULL, 14, "rest")
    pen.bar(_SIDE, y + 9, _FULL * _inside(one.share), 14, "fill-brand")
    if known(one.low) is not None and known(one.high) is not None:
        low, high = (pen.mirrored(_SIDE + _FULL * _inside(end)) for end in (one.low, one.high))
        for role in ("halo", "whisker"):
            pen.line(low, y + 16, high, y + 16, role)
            for x in (low, high):
                pen.line(x, y + 11, x, y + 21, role)


def _inside(share: float | None) -> float:
    return min(1.0, max(0.0, known(share) or 0.0))


def _said(letters: Lettering, one: Part) -> str:
    return letters.words(
        _("%(name)s: %(share)s of %(n)s who answered, of %(asked)s asked"),
        name=one.name.rstrip("."), share=letters.percent(one.share), n=letters.number(one.n), asked=letters.number(one.asked),
    )  # fmt: skip


def _columns(letters: Lettering) -> tuple[Column, ...]:
    return (
        Column(letters.words(_("answer"))), Column(letters.words(_("said so")), "count"),
        Column(letters.words(_("answered")), "count"), Column(letters.words(_("asked")), "count"),
        Column(letters.words(_("share")), "percent"), Column(letters.words(_("interval from")), "percent"),
        Column(letters.words(_("interval to")), "percent"),
    )  # fmt: skip


def _row(one: Part) -> tuple[str | int | float | None, ...]:
    return one.name, one.count, one.n, one.asked, one.share, one.low, one.high


def utility(letters: Lettering, told: Iterable[Part]) -> Plot:
    """What people said at the end of the course: foremost whether they will use it."""
    return parts(
        letters, "utility", told, title=letters.words(_("What people said at the end")),
        empty=letters.words(_("Nobody was asked at the end of the course, or nobody answered.")),
    )  # fmt: skip


def transfer(letters: Lettering, graduates: Part | None, supervisors: Part | None) -> Plot:
    """What is applied at work, by the graduates and by their supervisors: side by side, and never averaged."""
    title = letters.words(_("Applied at work: what graduates say, and what their supervisors say"))
    names = letters.words(_("graduates")), letters.words(_("supervisors"))
    graduates, supervisors = (
        None if one is None else replace(one, name=name)
        for one, name in zip((graduates, supervisors), names, strict=True)
    )
    sides = [one for one in (graduates, supervisors) if one is not None and known(one.share) is not None]
    if not sides:
        why = letters.words(_("Neither graduates nor supervisors have said yet what is applied at work."))
        return nothing(letters, "transfer", title, why)
    pen, foot = Pen(letters), 190.0
    for at, one in enumerate((graduates, supervisors)):
        middle = pen.mirrored(WIDTH * (1 + 2 * at) / 4)
        _column(pen, middle, foot, one, names[at])
    desc = letters.listed(_said(letters, one) for one in sides)
    legend = [letters.words(_("The two are different answers to one question and are never averaged."))]
    return pen.plot("transfer", title, desc, foot + 52, _columns(letters), [_row(one) for one in sides], legend)


def _column(pen: Pen, middle: float, foot: float, one: Part | None, name: str) -> None:
    letters, tall = pen.letters, foot - 40
    pen.rect(middle - 40, 40, 80, tall, "rest")
    pen.text(middle, foot + 20, name)
    if one is None or known(one.share) is None:
        pen.text(middle, foot + 38, letters.words(_("nobody answered")), "sub")
        return
    high = tall * _inside(one.share)
    pen.rect(middle - 40, foot - high, 80, high, "fill-brand")
    if known(one.low) is not None and known(one.high) is not None:
        for role in ("halo", "whisker"):
            pen.line(middle, foot - tall * _inside(one.low), middle, foot - tall * _inside(one.high), role)
    pen.text(middle, 28, letters.percent(one.share), "val")
    told = letters.words(_("%(n)s of %(asked)s answered"), n=letters.number(one.n), asked=letters.number(one.asked))
    pen.text(middle, foot + 38, told, "sub")


def barriers(letters: Lettering, told: Iterable[Part]) -> Plot:
    """What kept people from applying what they learned."""
    return parts(
        letters, "barriers", told, title=letters.words(_("What stood in the way of applying it")),
        empty=letters.words(_("Nobody has named anything that stood in the way.")),
    )  # fmt: skip


def flow(letters: Lettering, steps: Sequence[tuple[str, int]]) -> Plot:
    """How many came how far, from the nomination to the supervisor's answer; from step to step, how many fewer."""
    title = letters.words(_("How many came how far"))
    most = max((count for _name, count in steps), default=0)
    if not most:
        return nothing(letters, "flow", title, letters.words(_("Nobody has been nominated yet.")))
    pen, row = Pen(letters), 42.0
    before: int | None = None
    rows = []
    for at, (name, count) in enumerate(steps):
        y, lost = 18 + at * row, 0 if before is None else max(0, before - count)
        pen.start(y, name, "", _SIDE)
        shown = letters.number(count)
        if lost:
            shown = f"{shown} ({letters.signed(-lost)})"
        pen.end(y, shown, "val", _SIDE)
        pen.bar(_SIDE, y + 7, _FULL, 10, "rest")
        pen.bar(_SIDE, y + 7, _FULL * count / most, 10, "fill-brand")
        rows.append((name, count, None if before is None else count - before, count / most))
        before = count
    columns = (
        Column(letters.words(_("step"))), Column(letters.words(_("people")), "count"),
        Column(letters.words(_("against the step before")), "signed"),
        Column(letters.words(_("share of the most")), "percent"),
    )  # fmt: skip
    desc = letters.listed((f"{name}: {letters.number(count)}" for name, count in steps), ",")
    rows[0] = (*rows[0][:2], 0, rows[0][3])
    return pen.plot("flow", title, desc, 6 + len(steps) * row, columns, rows)


def seats(letters: Lettering, told: Iterable[tuple[str, int, int]]) -> Plot:
    """Seats offered and, of them, used: (name, offered, used) a row."""
    title = letters.words(_("Seats offered and used"))
    rows = [one for one in told if one[1] or one[2]]
    if not rows:
        return nothing(letters, "seats", title, letters.words(_("No seats were offered.")))
    pen, most = Pen(letters), max(max(offered, used) for _name, offered, used in rows)
    for at, (name, offered, used) in enumerate(rows):
        y = 22 + at * _ROW
        pen.start(y, cut(name, LONGEST - 14), "", _SIDE)
        pen.end(y, _used(letters, offered, used), "val", _SIDE)
        pen.bar(_SIDE, y + 9, _FULL * offered / most, 14, "rest")
        pen.bar(_SIDE, y + 9, _FULL * used / most, 14, "fill-brand")
    columns = (
        Column(letters.words(_("whose"))), Column(letters.words(_("offered")), "count"),
        Column(letters.words(_("used")), "count"), Column(letters.words(_("not used")), "count"),
        Column(letters.words(_("share used")), "percent"),
    )  # fmt: skip
    table = [
        (name, offered, used, max(0, offered - used), used / offered if offered else None)
        for name, offered, used in rows
    ]
    desc = letters.listed(f"{name}: {_used(letters, offered, used)}" for name, offered, used in rows)
    return pen.plot("seats", title, desc, 10 + len(rows) * _ROW, columns, table)


def _used(letters: Lettering, offered: int, used: int) -> str:
    return letters.words(_("%(used)s of %(offered)s used"), used=letters.number(used), offered=letters.number(offered))
