"""Where the parts of a chart stand, in units of its drawing. A table behind each chart says the same in figures.

Time runs as the page is read: from the right in Arabic.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from mithaq.register.meetings.reads import Beat, DialogueIndex
from mithaq.web.bidi import in_digits
from mithaq.web.days import tongue

HEIGHT, FOOT, HEAD, SIDE = 180.0, 26.0, 18.0, 34.0  # of the drawing; under the bars, over them, before them
STEP, WIDE = 56.0, 30.0  # from one bar to the next; of a bar
NARROW = 360.0  # the least width of a drawing
LEVELS = {"summit": "who", "minister": "brand", "ambassador": "run", "expert": "done", "": "mute"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: where it stands, its colour by meaning, what stands over it (`value`, in the middle of the bar) and under it."""

    x: float
    y: float
    width: float
    height: float
    tone: str
    value: str
    name: str

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing, and the number at it."""

    y: float
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of bars. `side` is where the numbers of the lines stand; `band` the wanted range, from `band_y` downwards, and
    `target_y` the line in it: None where nothing is wanted."""

    width: float
    height: float
    foot: float
    side: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    band_y: float | None = None
    band_height: float = 0
    target_y: float | None = None

    @property
    def names_y(self) -> float:
        """Where what stands under the bars stands."""
        return self.foot + 17


def interval_chart(
    beats: Iterable[Beat], every: int | None, tolerance: int | None, since: float | None
) -> Chart | None:
    """The months between the meetings of a series against the target; `since`: the months since the last one, still running.

    None where no interval is known.
    """
    known = [
        (beat.months, in_digits(beat.date[:4]), _tone(beat.months, every, tolerance))
        for beat in beats
        if beat.months is not None
    ]
    if since is not None:
        known.append((since, "…", "wait"))
    if not known:
        return None
    wanted = (every or 0) + (tolerance or 0)
    scale = _Scale(max([wanted, *(months for months, _, _ in known)]) * 1.1, len(known))
    bars = [scale.bar(at, 0, months, tone, in_months(months), name) for at, (months, name, tone) in enumerate(known)]
    if not every:
        return scale.chart(bars)
    top, bottom = scale.y(wanted), scale.y(every - (tolerance or 0))
    return replace(scale.chart(bars), band_y=top, band_height=round(bottom - top, 1), target_y=scale.y(every))


def _tone(months: float, every: int | None, tolerance: int | None) -> str:
    if not every:
        return "mute"
    return "late" if months > every + (tolerance or 0) else "done"


def in_months(months: float) -> str:
    """So many months in the digits of the reader, to one decimal."""
    return in_digits(f"{months:.1f}").replace(".", "٫" if in_digits("1") != "1" else ".")


def index_chart(index: DialogueIndex) -> Chart | None:
    """How many meetings a year, one part of the bar for each level; None where there were none."""
    cells: Mapping[tuple[str, str], int] = {(cell.key, cell.year): cell.meetings for cell in index.by_level}
    totals = {year: sum(cells.get((level, year), 0) for level in index.levels) for year in index.years}
    if not any(totals.values()):
        return None
    scale = _Scale(max(totals.values()), len(index.years))
    bars: list[Bar] = []
    for at, year in enumerate(index.years):
        under = 0
        for level in index.levels:
            if count := cells.get((level, year), 0):
                bars.append(scale.bar(at, under, under + count, LEVELS[level], "", ""))
                under += count
        bars.append(
            scale.bar(at, under, under, "mute", in_digits(totals[year]) if totals[year] else "", in_digits(year))
        )
    return scale.chart(bars)


class _Scale:
    """From values to places in the drawing."""

    def __init__(self, highest: float, count: int) -> None:
        self.unit = _unit(highest)
        self.top = max(1, ceil(highest / self.unit)) * self.unit
        self.width = max(NARROW, 2 * SIDE + count * STEP)
        self.back = tongue() == "ar"

    def y(self, value: float) -> float:
        """Where a value stands."""
        foot = HEIGHT - FOOT
        return round(foot - max(0.0, value) / self.top * (foot - HEAD), 1)

    def bar(self, at: int, low: float, high: float, tone: str, value: str, name: str) -> Bar:
        """The bar at this place, between two values."""
        x = SIDE + at * STEP + (STEP - WIDE) / 2
        x = self.width - x - WIDE if self.back else x
        return Bar(round(x, 1), self.y(high), WIDE, round(self.y(low) - self.y(high), 1), tone, value, name)

    def chart(self, bars: Sequence[Bar]) -> Chart:
        """The drawing with its lines."""
        steps = range(0, int(self.top / self.unit) + 1)
        ticks = tuple(Tick(self.y(step * self.unit), in_digits(step * self.unit)) for step in steps)
        side = self.width - SIDE / 2 if self.back else SIDE / 2
        return Chart(self.width, HEIGHT, HEIGHT - FOOT, side, tuple(bars), ticks)


def _unit(highest: float) -> int:
    """What lies between two lines: four to six of them fit."""
    return next((unit for unit in (1, 2, 5, 6, 12, 24, 60, 120) if highest / unit <= 6), 240)
