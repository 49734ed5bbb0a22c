"""One of every plot, from plain numbers, in any language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mithaq.papers.plots import answers, bars, forest, funnel, items, matrix, overview, shares, silence, slope
from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import Lettering

ENGLISH, ARABIC = Lettering("en"), Lettering("ar")
PAIRS = [(40.0, 55.0), (52.5, 50.0), (30.0, 71.0), (61.0, 80.0)]


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its interval."""

    estimate: float
    low: float
    high: float


FOUND = Found(16.2, 10.8, 21.7)
ROWS = [
    forest.Row("Crisis", 19.1, FOUND, 22),
    forest.Row("Energy", -4.0, Found(-2.4, -7, 1.8), 31),
    forest.Row("Few", None, None, 3),
]
POINTS = [funnel.Point("A", 20, 14.0), funnel.Point("B", 33, 11.0), funnel.Point("C", 40, 30.0)]
OBJECTIVES = [
    items.Objective(1, "Draws up a plan", (("1", 21.0), ("2", None)), FOUND, "learned", True),
    items.Objective(2, "Leads the media", (), None, "not_tested", False),
]
ITEMS = [
    items.Item("1", "What is a warning?", "1", 24, 0.41, 0.83, 0.35, ()),
    items.Item("2", "Which channel?", "2", 24, 0.5, None, -0.1, ("negative",)),
]
ANSWERS = [
    (
        "1",
        (
            answers.Choice("On the radio", True, 14, 0.58, 0.9, 0.2, ()),
            answers.Choice("By letter", False, 0, 0.0, 0.0, 0.0, ("unused",)),
        ),
    ),
    (
        "2",
        (
            answers.Choice("Later", True, 9, 0.38, 0.2, 0.6, ()),
            answers.Choice("At once", False, 15, 0.62, 0.8, 0.4, ("takes_the_able",)),
        ),
    ),
]
FAIR = [
    answers.Fair("1", "What is a warning?", (40, 31), Found(1.2, 0.6, 2.4), "A", ""),
    answers.Fair("2", "Which channel?", (40, 31), Found(0.2, 0.04, 0.6), "C", "Arabic"),
    answers.Fair("3", "By when?", (40, 31), None, "", "", "nothing bounds it"),
]
QUIET = [
    silence.Quiet("I will use it", 0.7, 30, 0.9, 0.5, Found(0.6, 0.4, 0.75), 60),
    silence.Quiet("It kept me engaged", 0.8, 0, None, None, Found(0.78, 0.6, 0.9), 60),
]
PART = shares.Part("I will use it", 19, 22, 24, 19 / 22, 0.66, 0.95)
STEPS = [("nominated", 31), ("accepted", 26), ("attended", 26), ("tested before", 24)]
AREAS = [matrix.Area("Crisis", {"effectiveness": {"benefit_shown": 3, "not_yet_known": 1}})]
BARS = [bars.Bar("2014", "13.0", ((13.0, "done"),)), bars.Bar("2015", "", ((10.0, "who"), (20.0, "late")))]
GAPS = [overview.Gap("CM-101", 24, 0.08, -40.2, True), overview.Gap("CY-200", 31, 0.45, None, False)]


def gallery(letters: Lettering) -> Iterator[Plot]:
    """Every plot there is, each with something to draw."""
    yield slope.slope(letters, PAIRS)
    yield slope.retention(letters, 21, 41.5, 63.2, 56.1, Found(0.67, 0.41, 0.92))
    yield forest.gain(letters, 24, Found(18.4, 11.2, 25.6), FOUND, 8.0)
    yield forest.forest(letters, ROWS, title="Gains", line=8.0)
    yield funnel.funnel(letters, POINTS, 14.2, 12.0)
    yield items.coverage(letters, OBJECTIVES)
    yield items.items(letters, ITEMS)
    yield items.ceiling(letters, 0.18, 0.52, flag=0.15, stop=0.2)
    yield answers.choices(letters, ANSWERS)
    yield answers.fairness(letters, FAIR, ("Arabic", "English"), "", 1.9)
    yield silence.silence(letters, QUIET)
    yield shares.utility(letters, [PART])
    yield shares.transfer(letters, PART, None)
    yield shares.barriers(letters, [PART])
    yield shares.flow(letters, STEPS)
    yield shares.seats(letters, [("KWT", 8, 7), ("QAT", 8, 0)])
    yield (plot := matrix.matrix(letters, AREAS))
    assert plot.wide
    yield plot.wide
    yield overview.ladder(letters, {"reaction": 0, "learning": 24, "behaviour": 9, "results": 0}, {"pre_post": 24}, 24)
    yield overview.missing(letters, GAPS, most=0.4)
    yield overview.highest(letters, [overview.Chance("Kuwait", 0.3, 1.7), overview.Chance("Qatar", 0.7, 1.3)])
    yield bars.bars(
        letters, BARS, kind="intervals", title="Months", wanted=(10, 12, 14), unit=6,
        columns=(Column("Date"), Column("Months", "number")), rows=[("2014", 13.0), ("2015", 30.0)],
    )  # fmt: skip


def bare(letters: Lettering) -> Iterator[Plot]:
    """Every plot there is, of nothing."""
    yield slope.slope(letters, [])
    yield slope.retention(letters, 0, None, None, None, None)
    yield forest.gain(letters, 0, None, None, 8.0)
    yield forest.forest(letters, [], title="Gains")
    yield funnel.funnel(letters, [], None, None)
    yield items.coverage(letters, [])
    yield items.items(letters, [])
    yield items.ceiling(letters, None, None, flag=0.15, stop=0.2)
    yield answers.choices(letters, [])
    yield answers.fairness(letters, FAIR[2:], ("Arabic", "English"), "Too few.", 1.9)
    yield silence.silence(letters, [])
    yield shares.utility(letters, [])
    yield shares.transfer(letters, None, None)
    yield shares.barriers(letters, [])
    yield shares.flow(letters, [])
    yield shares.seats(letters, [("KWT", 0, 0)])
    yield matrix.matrix(letters, [])
    yield overview.ladder(letters, {}, {}, 0)
    yield overview.missing(letters, [], most=0.4)
