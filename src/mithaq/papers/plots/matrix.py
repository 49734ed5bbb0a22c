"""Verdicts by heading and area: as wide as a page on a desk and on paper, an area below the other on a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mithaq.papers.plots.drawing import BROAD, LONGEST, WIDTH, Column, Pen, Plot, nothing
from mithaq.papers.plots.lettering import Lettering, _, cut, wrapped
from mithaq.papers.plots.overview import HEADINGS, VERDICTS

_NAME, _SLOT, _TALL = 148.0, 23.0, 26.0  # broad: the column of the areas, one verdict, the box of a count
_ACROSS = (BROAD - _NAME) / len(HEADINGS)
_BOX, _LINE = 60.0, 26.0  # narrow: the box of a count and its line
_LETTERS = 21  # of an area, on one line of its column
_WORD = 11  # letters over a narrow column


@dataclass(frozen=True, slots=True)
class Area:
    """An area: its name, and by heading how many courses have which verdict."""

    name: str
    counts: Mapping[str, Mapping[str, int]]

    def count(self, heading: str, verdict: str) -> int:
        """How many courses have this verdict under this heading."""
        return self.counts.get(heading, {}).get(verdict, 0)


def matrix(letters: Lettering, areas: Sequence[Area]) -> Plot:
    """The six headings in every area, with how many courses have which of the four verdicts. Counts, never scores. A heading stands
    over every column."""
    title = letters.words(_("Verdicts by heading and area"))
    if not any(sum(cell.values()) for one in areas for cell in one.counts.values()):
        return nothing(letters, "matrix", title, letters.words(_("No course was evaluated in any area yet.")))
    columns = (
        Column(letters.words(_("area"))), Column(letters.words(_("heading"))),
        *(Column(letters.words(name), "count") for name, _tone, _sign in VERDICTS.values()),
    )  # fmt: skip
    rows: list[tuple[str | int, ...]] = [
        (one.name, letters.words(name), *(one.count(code, verdict) for verdict in VERDICTS))
        for one in areas
        for code, name in HEADINGS.items()
    ]
    legend = [f"{sign} {letters.words(name)}" for name, _tone, sign in VERDICTS.values()]
    desc = letters.words(
        _("How many courses have which of the four verdicts under six headings; areas: %(count)s. The table has all counts."),
        count=letters.number(len(areas)),
    )  # fmt: skip
    narrow, broad = Pen(letters), Pen(letters, BROAD)
    low, high = _stacked(narrow, areas), _spread(broad, areas)
    wide = replace(broad.plot("matrix", title, desc, high, columns, rows, legend), width=BROAD)
    return replace(narrow.plot("matrix", title, desc, low, columns, rows, legend), wide=wide)


def _spread(pen: Pen, areas: Sequence[Area]) -> float:
    """An area a line, a heading a column, the four verdicts side by side in it under their signs; how high it is."""
    letters = pen.letters
    for at, name in enumerate(HEADINGS.values()):
        left = _NAME + at * _ACROSS
        pen.text(pen.mirrored(left + 2 * _SLOT), 16, letters.words(name), "val")
        for slot, (_name, _tone, sign) in enumerate(VERDICTS.values()):
            pen.text(pen.mirrored(left + (slot + 0.5) * _SLOT), 36, sign, "tick")
    y = 46.0
    for one in areas:
        pen.line(8, y, BROAD - 8, y, "grid")
        for line, words in enumerate(lines := wrapped(one.name, _LETTERS, 2)):
            pen.start(y + 28 - 8 * (len(lines) - 1) + 16 * line, words, "val", 8)
        for at, code in enumerate(HEADINGS):
            for slot, (verdict, (_name, tone, _sign)) in enumerate(VERDICTS.items()):
                left = _NAME + at * _ACROSS + slot * _SLOT
                _counted(pen, one.count(code, verdict), tone, (left, y + 10, _SLOT - 1, _TALL))
        y += _TALL + 20
    return y


def _stacked(pen: Pen, areas: Sequence[Area]) -> float:
    """An area below the other, a heading a line, a verdict a column under its name; how high it is."""
    letters, y = pen.letters, 4.0
    names = [wrapped(letters.words(name), _WORD, 3) for name, _tone, _sign in VERDICTS.values()]
    tall = max(map(len, names))
    for one in areas:
        pen.start(y + 18, cut(one.name, LONGEST), "val", 8)
        y += 28
        for at, lines in enumerate(names):
            for line, words in enumerate(lines):
                middle = WIDTH - 8 - (4 - at) * (_BOX + 4) + _BOX / 2
                pen.text(pen.mirrored(middle), y + 10 + 14 * (tall - len(lines) + line), words, "tick")
        y += 14 * tall + 4
        for code, name in HEADINGS.items():
            pen.start(y + 17, letters.words(name), "", 8)
            for at, (verdict, (_name, tone, sign)) in enumerate(VERDICTS.items()):
                across = WIDTH - 8 - (4 - at) * (_BOX + 4)
                _counted(pen, one.count(code, verdict), tone, (across, y + 1, _BOX, _LINE - 4), f"{sign} ")
            y += _LINE
        y += 12
    return y


def _counted(pen: Pen, count: int, tone: str, box: tuple[float, float, float, float], sign: str = "") -> None:
    """A count in its box, in the colour of its verdict; an empty box for none."""
    across, y, width, height = box
    pen.bar(across, y, width, height, f"fill-{tone}" if count else "rest")
    if count:
        words = f"{sign}{pen.letters.number(count)}"
        pen.text(pen.mirrored(across + width / 2), y + height / 2 + 5, words, "sign")
