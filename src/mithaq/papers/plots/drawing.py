"""A plot: a drawing with the table of the same numbers. Widths and places are units of the drawing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, isfinite, log10
from typing import Literal
from zlib import crc32

from mithaq.papers.plots.ink import STYLE
from mithaq.papers.plots.lettering import Cell, Kind, Lettering

WIDTH = 380.0
"""Of every drawing: on a phone of 390 pixels its letters are 11 pixels high."""
BROAD = 760.0
"""Of a drawing for a desk and for paper, beside one for a phone."""
LONGEST = 46
"""Letters of a name that stand on a line of it."""
_MARKS = re.compile("[\u064b-\u065f\u0670]")  # vowel marks: a letter with one has no glyph of its own in a PDF
Anchor = Literal["left", "middle", "right"]
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its heading, and how its values are written."""

    name: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing and the numbers in it. `desc` says what it shows; without `marks` there is nothing to draw, and `desc` says
    why. One wider than others keeps its size and is scrolled; `wide` is the same drawn BROAD, for a desk and for paper, where that
    is read better. `legend` tells the signs apart. Values in `rows` are bare; `shown` has them as they are written."""

    kind: str
    title: str
    desc: str
    marks: str
    height: float
    legend: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    letters: Lettering
    width: float = WIDTH
    wide: Plot | None = None

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.marks)

    @property
    def svg(self) -> str:
        """For a page: its colours are those of the page's classes, light or dark. Empty where nothing is drawn."""
        return self._svg("")

    @property
    def file(self) -> str:
        """For a PDF or a file by itself: its colours are its own, and it is the wide one where there is one."""
        return _MARKS.sub("", (self.wide or self)._svg(f"<style>{STYLE}</style>"))

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table as they are written."""
        kinds = [column.kind for column in self.columns]
        return tuple(
            tuple(self.letters.cell(value, kind) for value, kind in zip(row, kinds, strict=True)) for row in self.rows
        )

    def _svg(self, style: str) -> str:
        if not self.marks:
            return ""
        key = f"{self.kind}-{crc32((self.title + self.desc + self.marks).encode()):08x}"
        size, fits = f"{self.width:g} {self.height:g}", {WIDTH: " fit", BROAD: " fit broad"}.get(self.width, "")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="chart{fits}" role="img" direction="ltr" viewBox="0 0 {size}" '
            f'width="{self.width:g}" height="{self.height:g}" aria-labelledby="{key}-t {key}-d">'
            f'<title id="{key}-t">{escape(self.title)}</title><desc id="{key}-d">{escape(self.desc)}</desc>'
            f"{style}{self.marks}</svg>"
        )


class Pen:
    """Draws the marks. `start` and `end` are the edges where lines of the reader's language begin and end."""

    def __init__(self, letters: Lettering, width: float = WIDTH) -> None:
        self.letters, self.width = letters, width
        self.marks: list[str] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, role: str) -> None:
        """A line."""
        self._mark(f'<line class="{role}" x1="{_place(x1)}" y1="{_place(y1)}" x2="{_place(x2)}" y2="{_place(y2)}"/>')

    def curve(self, points: Sequence[tuple[float, float]], role: str) -> None:
        """A line through points."""
        through = " ".join(f"{_place(x)},{_place(y)}" for x, y in points)
        self._mark(f'<polyline class="{role}" points="{through}"/>')

    def rect(self, x: float, y: float, width: float, height: float, role: str) -> None:
        """A rectangle; of no width it is not drawn."""
        if width > 0 and height > 0:
            self._mark(
                f'<rect class="{role}" x="{_place(x)}" y="{_place(y)}" width="{_place(width)}" height="{_place(height)}"/>'
            )

    def dot(self, x: float, y: float, role: str, radius: float = 5) -> None:
        """A dot, hollow or solid by its role."""
        self._mark(f'<circle class="{role}" cx="{_place(x)}" cy="{_place(y)}" r="{radius:g}"/>')

    def text(self, x: float, y: float, words: str, role: str = "", at: Anchor = "middle") -> None:
        """A line of text whose left end, middle or right end stands here."""
        role = f' class="{role}"' if role else ""
        self._mark(
            f'<text{role} x="{_place(x)}" y="{_place(y)}" text-anchor="{_ANCHORS[at]}">{self.letters.drawn(words)}</text>'
        )

    def start(self, y: float, words: str, role: str = "", inset: float = 0) -> None:
        """Text where lines begin."""
        self.text(self.mirrored(inset), y, words, role, "right" if self.letters.back else "left")

    def end(self, y: float, words: str, role: str = "", inset: float = 0) -> None:
        """Text where lines end."""
        self.text(self.mirrored(self.width - inset), y, words, role, "left" if self.letters.back else "right")

    def bar(self, begin: float, y: float, length: float, height: float, role: str) -> None:
        """A bar from so far after the edge where lines begin."""
        self.rect(self.width - begin - length if self.letters.back else begin, y, length, height, role)

    def mirrored(self, x: float) -> float:
        """A place counted from the edge where lines begin."""
        return self.width - x if self.letters.back else x

    def plot(
        self, kind: str, title: str, desc: str, height: float, columns: Iterable[Column],
        rows: Iterable[Sequence[Cell]], legend: Iterable[str] = (),
    ) -> Plot:  # fmt: skip
        """What was drawn."""
        told = tuple(tuple(row) for row in rows)
        return Plot(kind, title, desc, "".join(self.marks), height, tuple(legend), tuple(columns), told, self.letters)

    def _mark(self, mark: str) -> None:
        self.marks.append(mark)


def _place(value: float) -> str:
    """A place or a length as it is written. ValueError where it is no number."""
    if not isfinite(value):
        raise ValueError(f"A place in a drawing has to be a number, not {value}.")
    return f"{value:.1f}"


def nothing(letters: Lettering, kind: str, title: str, why: str) -> Plot:
    """A plot of nothing: a sentence in its place."""
    return Plot(kind, title, why, "", 0, (), (), (), letters)


class Scale:
    """From values to places, low at the left in every language; wide enough for all of `values`, with round ticks."""

    def __init__(
        self, values: Iterable[float], left: float, right: float, *, most: int = 5, step: float | None = None
    ) -> None:
        shown = list(values) or [0.0]
        low, high = min(shown), max(shown)
        if high - low < 1e-9:
            low, high = low - 1, high + 1
        self.step = step or _step((high - low) / most)
        self.low, self.high = floor(low / self.step) * self.step, ceil(high / self.step) * self.step
        self.left, self.right = left, right

    def at(self, value: float) -> float:
        """Where a value stands; one beyond the ends at the end."""
        inside = min(max(value, self.low), self.high)
        return self.left + (inside - self.low) / (self.high - self.low) * (self.right - self.left)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round values along it."""
        count = round((self.high - self.low) / self.step)
        return tuple(round(self.low + at * self.step, 10) + 0.0 for at in range(count + 1))


def _step(least: float) -> float:
    unit = 10.0 ** floor(log10(least))
    return next(unit * times for times in (1, 2, 5, 10) if unit * times >= least * 0.999)
