"""Gains with their intervals: one against the line of what is worthwhile, several one under the other, and by size.

Values run from the left in every language. The order of the rows is the caller's, and never that of the gains.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.papers.plots.drawing import LONGEST, WIDTH, Column, Pen, Plot, Scale, nothing
from mithaq.papers.plots.lettering import Interval, Lettering, _, cut, known, sure

_LEFT, _RIGHT = 18.0, WIDTH - 18.0
_ROW, _HEAD = 44.0, 26.0
_LEGEND = (
    _("Hollow: as measured. Solid: drawn towards the others by as much as its sample is weak, with its 95% interval."),
    _("This is no order of merit: the rows stand by their names."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: as measured (`raw`), as drawn towards the others (`pooled`), of `n` people (None: not told)."""

    name: str
    raw: float | None
    pooled: Interval | None
    n: int | None


def gain(letters: Lettering, n: int, own: Interval | None, pooled: Interval | None, worthwhile: float | None) -> Plot:
    """The mean gain with its interval against the smallest gain that counts as worthwhile."""
    title = letters.words(_("The mean gain against what counts as worthwhile"))
    own, pooled = sure(own), sure(pooled)
    rows = [
        (letters.words(name), one)
        for name, one in ((_("by its own results"), own), (_("drawn towards the other courses"), pooled))
        if one is not None
    ]
    if not rows:
        return nothing(
            letters, "gain", title, letters.words(_("No mean gain can be stated, so there is nothing to draw."))
        )
    line = known(worthwhile)
    pen = Pen(letters)
    ends = [end for _name, one in rows for end in (one.low, one.high)]
    scale = _axis(pen, [*ends, 0.0, *([line] if line is not None else [])], _HEAD + len(rows) * _ROW, line)
    for at, (name, one) in enumerate(rows):
        y = _HEAD + at * _ROW + 14
        pen.start(y, name, "over", 8)
        pen.end(y, letters.number(one.estimate), "val over", 8)
        _mark(pen, scale, y + 16, one, None)
    shown = pooled or own
    desc = letters.words(
        _("Mean gain of %(n)s people in points of 100: %(gain)s."), n=letters.number(n), gain=letters.interval(shown)
    )
    if line is not None:
        desc += " " + letters.words(_("Counts as worthwhile: %(line)s."), line=letters.number(line))
    table = [(name, n, one.estimate, one.low, one.high, line) for name, one in rows]
    columns = (
        Column(letters.words(_("estimate"))), Column(letters.words(_("people")), "count"),
        Column(letters.words(_("gain")), "signed"), *_interval_columns(letters),
        Column(letters.words(_("worthwhile")), "number"),
    )  # fmt: skip
    return pen.plot("gain", title, desc, _HEAD + len(rows) * _ROW + 40, columns, table)


def forest(
    letters: Lettering, rows: Iterable[Row], *, title: str, line: float | None = None, empty: str = "",
    together: Interval | None = None,
) -> Plot:  # fmt: skip
    """Gains of several, each as measured and as drawn towards the others. `line` is the smallest worthwhile gain; `together`, what
    all parties gained, is a band behind them."""
    told = list(rows)
    values = [value for row in told for value in _values(row)]
    if not values:
        return nothing(
            letters,
            "forest",
            title,
            empty or letters.words(_("No gain is known here yet, so there is nothing to draw.")),
        )
    line, together = known(line), sure(together)
    pen, foot = Pen(letters), _HEAD + len(told) * _ROW
    beside = [one for one in (line, *((together.low, together.high) if together else ())) if one is not None]
    scale = _axis(pen, [*values, 0.0, *beside], foot, line, together)
    for at, row in enumerate(told):
        y = _HEAD + at * _ROW + 14
        pen.start(y, cut(row.name, LONGEST), "over", 8)
        if row.n is not None:
            pen.end(y, letters.words(_("n %(n)s"), n=letters.number(row.n)), "sub over", 8)
        _mark(pen, scale, y + 16, sure(row.pooled), known(row.raw))
    desc = letters.words(
        _("Rows: %(count)s, in points of 100, each with its 95%% interval. All figures are in the table."),
        count=letters.number(len(told)),
    )
    columns = (
        Column(letters.words(_("name"))), Column(letters.words(_("people")), "count"),
        Column(letters.words(_("as measured")), "signed"), Column(letters.words(_("drawn towards the others")), "signed"),
        *_interval_columns(letters),
    )  # fmt: skip
    legend = [letters.words(_LEGEND[1])]
    if any(known(row.raw) is not None for row in told):
        legend.insert(0, letters.words(_LEGEND[0]))
    table = [(row.name, row.n, known(row.raw), *_parts(sure(row.pooled))) for row in told]
    if together:
        legend.append(letters.words(_("Shaded band: all parties together.")))
        table.append((letters.words(_("all parties together")), None, None, *_parts(together)))
    return pen.plot("forest", title, desc, foot + 40, columns, table, legend)


def _mark(pen: Pen, scale: Scale, y: float, found: Interval | None, raw: float | None) -> None:
    if found is not None:
        pen.line(scale.at(found.low), y, scale.at(found.high), y, "ci")
    if raw is not None:
        pen.dot(scale.at(raw), y, "hol", 4.5)
    if found is not None:
        pen.dot(scale.at(found.estimate), y, "dot")


def _axis(
    pen: Pen, values: Sequence[float], foot: float, line: float | None, together: Interval | None = None
) -> Scale:
    """The scale with its lines: none, and what counts as worthwhile; behind them the band."""
    scale = Scale(values, _LEFT, _RIGHT)
    if together:
        pen.rect(
            scale.at(together.low),
            _HEAD - 6,
            scale.at(together.high) - scale.at(together.low),
            foot - _HEAD + 6,
            "sunk",
        )
    for value in scale.ticks:
        pen.line(scale.at(value), _HEAD - 6, scale.at(value), foot, "grid")
        pen.text(scale.at(value), foot + 16, pen.letters.number(value), "tick")
    pen.line(scale.at(0), _HEAD - 6, scale.at(0), foot, "ax")
    pen.text((_LEFT + _RIGHT) / 2, foot + 34, pen.letters.words(_("points of 100")), "sub")
    if line is not None:
        pen.line(scale.at(line), _HEAD - 6, scale.at(line), foot, "target")
        words = pen.letters.words(_("worthwhile from %(line)s"), line=pen.letters.number(line))
        pen.text(min(max(scale.at(line), 80), WIDTH - 80), 14, words, "target-t")
    return scale


def _values(row: Row) -> list[float]:
    found, raw = sure(row.pooled), known(row.raw)
    return [*([raw] if raw is not None else []), *([found.low, found.high] if found else [])]


def _parts(found: Interval | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if found is None else (found.estimate, found.low, found.high)


def _interval_columns(letters: Lettering) -> tuple[Column, Column]:
    return Column(letters.words(_("interval from")), "signed"), Column(letters.words(_("interval to")), "signed")
