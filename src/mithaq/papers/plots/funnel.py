"""Courses by their size: within the funnel they differ from the mean by no more than chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from mithaq.papers.plots.drawing import WIDTH, Column, Pen, Plot, Scale, nothing
from mithaq.papers.plots.lettering import Lettering, _, known

_LEFT, _RIGHT, _TOP, _FOOT, _HEIGHT = 52.0, WIDTH - 16.0, 14.0, 240.0, 290.0
_STEPS = 60  # points along a limit
INNER, OUTER = 1.959964, 3.090232
"""Of the normal distribution, for limits that hold 95 % and 99.8 %."""


@dataclass(frozen=True, slots=True)
class Point:
    """A course: its mean gain as measured, of `n` people."""

    name: str
    n: int
    gain: float | None


def funnel(letters: Lettering, points: Iterable[Point], mean: float | None, sd: float | None) -> Plot:
    """Every course by its number of people, with the limits mean -+ z sd / sqrt(n) (Spiegelhalter 2005) of 95 and 99.8 %."""
    title = letters.words(_("Courses by their size, with the limits of chance"))
    told = [(one, gain) for one in points if (gain := known(one.gain)) is not None and one.n > 0]
    centre, spread = known(mean), known(sd)
    if not told or centre is None or not spread or spread <= 0:
        why = letters.words(_("Too few courses could be measured for limits of chance to be drawn."))
        return nothing(letters, "funnel", title, why)
    widest = spread / sqrt(max(2, min(one.n for one, _gain in told)))
    pen = Pen(letters)
    across = Scale([0, *(one.n for one, _gain in told)], _LEFT, _RIGHT)
    heights = [*(gain for _one, gain in told), centre - OUTER * widest, centre + OUTER * widest]
    up = Scale(heights, _FOOT, _TOP)
    _grid(pen, across, up, centre)
    for z, role in ((INNER, "inner"), (OUTER, "outer")):
        for side in (-1, 1):
            pen.curve(_limit(across, up, centre, side * z * spread), role)
    for one, gain in told:
        pen.dot(across.at(one.n), up.at(gain), "dot odd" if _within(one, gain, centre, spread) == 2 else "dot", 4.5)
    legend = map(letters.words, (
        _("Dashed: 95% of courses that are alike lie between; full line: 99.8%."),
        _("A course outside the full line differs from the mean by more than chance; nothing else here tells courses apart."),
    ))  # fmt: skip
    outside = sum(_within(one, gain, centre, spread) == 2 for one, gain in told)
    desc = letters.words(
        _("Courses: %(count)s; outside the limits of 99.8%%: %(outside)s. The mean gain is %(mean)s points."),
        count=letters.number(len(told)), outside=letters.number(outside), mean=letters.number(centre),
    )  # fmt: skip
    places = [letters.words(one) for one in (_("within 95%"), _("between 95% and 99.8%"), _("outside 99.8%"))]
    rows = [(one.name, one.n, gain, places[_within(one, gain, centre, spread)]) for one, gain in told]
    columns = (
        Column(letters.words(_("course"))), Column(letters.words(_("people")), "count"),
        Column(letters.words(_("as measured")), "signed"), Column(letters.words(_("where it lies"))),
    )  # fmt: skip
    return pen.plot("funnel", title, desc, _HEIGHT, columns, rows, legend)


def _grid(pen: Pen, across: Scale, up: Scale, centre: float) -> None:
    for value in up.ticks:
        pen.line(_LEFT, up.at(value), _RIGHT, up.at(value), "grid")
        pen.text(_LEFT - 8, up.at(value) + 4, pen.letters.number(value), "tick", "right")
    for value in across.ticks:
        pen.text(across.at(value), _FOOT + 20, pen.letters.number(value), "tick")
    pen.line(_LEFT, up.at(centre), _RIGHT, up.at(centre), "ax")
    words = pen.letters.words(_("across: people; upwards: mean gain in points"))
    pen.text(WIDTH / 2, _HEIGHT - 10, words, "sub")


def _limit(across: Scale, up: Scale, centre: float, width: float) -> list[tuple[float, float]]:
    """Points along a limit, from where it comes into the drawing."""
    sizes = [across.high * at / _STEPS for at in range(1, _STEPS + 1)]
    inside = ((n, centre + width / sqrt(n)) for n in sizes)
    return [(across.at(n), up.at(value)) for n, value in inside if up.low <= value <= up.high]


def _within(one: Point, gain: float, centre: float, spread: float) -> int:
    """0 within 95 %, 1 within 99.8 %, 2 outside."""
    away = abs(gain - centre) / (spread / sqrt(one.n))
    return int(away > INNER) + int(away > OUTER)
