"""Bars in their order of time, each of one part or of several: as wide as there are bars, beside what is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mithaq.papers.plots.drawing import Column, Pen, Plot, Scale
from mithaq.papers.plots.lettering import Cell, Lettering, known

_HEIGHT, _FOOT, _HEAD, _SIDE = 180.0, 26.0, 18.0, 34.0  # of the drawing; under the bars, over them, before them
_STEP, _BAR = 56.0, 30.0  # from one bar to the next; of a bar
_NARROW = 360.0  # the least width of a drawing
_LEAST = 1e-9  # what is less high is not told from nought


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what stands under it and over it, and its parts from below, each with its height and its tone."""

    name: str
    value: str
    parts: tuple[tuple[float, str], ...]

    @property
    def height(self) -> float:
        """All parts together."""
        return sum(known(part) or 0 for part, _tone in self.parts)


def bars(
    letters: Lettering, told: Sequence[Bar], *, kind: str, title: str, columns: Iterable[Column] = (),
    rows: Iterable[Sequence[Cell]] = (), unit: float | None = None, wanted: tuple[float, float, float] | None = None,
) -> Plot:  # fmt: skip
    """The bars, first to last as the page is read. `unit` lies between two lines; `wanted` is a target with the ends of its
    band: low, target, high."""
    width = max(_NARROW, 2 * _SIDE + len(told) * _STEP)
    pen, foot = Pen(letters, width), _HEIGHT - _FOOT
    highest = max([*(bar.height for bar in told), *([wanted[2] * 1.1] if wanted else [])], default=0.0)
    scale = Scale([0, highest if highest > _LEAST else 1], foot, _HEAD, step=unit)  # bars stand on nought, also none
    if wanted:
        pen.rect(0, scale.at(wanted[2]), width, scale.at(wanted[0]) - scale.at(wanted[2]), "band")
    for value in scale.ticks:
        pen.line(0, scale.at(value), width, scale.at(value), "grid")
        pen.text(pen.mirrored(_SIDE / 2), scale.at(value) - 3, letters.number(value), "tick")
    if wanted:
        pen.line(0, scale.at(wanted[1]), width, scale.at(wanted[1]), "target")
    for at, bar in enumerate(told):
        _bar(pen, scale, bar, _SIDE + at * _STEP + (_STEP - _BAR) / 2)
    desc = letters.listed(f"{bar.name}: {bar.value or letters.number(bar.height)}" for bar in told)
    return replace(pen.plot(kind, title, desc, _HEIGHT, columns, rows), width=width)


def _bar(pen: Pen, scale: Scale, bar: Bar, across: float) -> None:
    under, middle = 0.0, pen.mirrored(across + _BAR / 2)
    for part, tone in bar.parts:
        over = under + max(0.0, known(part) or 0)
        pen.bar(across, scale.at(over), _BAR, scale.at(under) - scale.at(over), f"fill-{tone}")
        under = over
    if bar.value:
        pen.text(middle, scale.at(under) - 5, bar.value, "val")
    pen.text(middle, _HEIGHT - _FOOT + 17, bar.name)
