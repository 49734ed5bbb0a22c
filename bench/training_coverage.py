"""Whether the intervals of evaluation cover, how wide they are, and how far its estimates are off: simulated years."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.figure import Figure
from bench.training_size import WITHIN, times
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.distributions import t_quantile
from mithaq.evaluation.pooling import pool


def figures() -> Iterator[Figure]:
    """Courses by themselves, then parties and courses crossed."""
    yield from _coverage()
    yield _crossed_coverage()


def _coverage() -> Iterator[Figure]:
    """Years of K courses of 4 to 15 people whose true gains differ by tau: how often 95 % intervals hold the truth.

    Of twelve courses that are all alike more than .99 hold, which is a goal missed and no error: `docs/evaluation.md` says why.
    """
    for k in (4, 6, 12):
        for tau in (0, 2, 5):
            yield from _cell(k, tau, times(2000))


def _cell(k: int, tau: int, years: int) -> Iterator[Figure]:
    chance = np.random.default_rng(1000 * k + tau)
    told = [_year(chance, k, tau) for _ in range(years)]
    held, widths, errors = (
        np.array([one[0] for one in told]),
        [one[1] for one in told],
        np.array([one[2] for one in told]),
    )
    name, covered, error = f"training.{k}x{tau}", float(held.mean()), float(held.std(ddof=1) / np.sqrt(years))
    yield Figure(f"{name}.covered", covered, "share", goal=0.93, error=error)
    yield Figure(f"{name}.not_too_wide", covered, "share", goal=0.99, at_most=True, error=error)
    goal = 0.75 if tau <= 2 else None
    yield Figure(f"{name}.width", float(np.mean(widths)), "of unpooled", goal=goal, at_most=True)
    rmse = float(np.sqrt((errors[:, 0] ** 2).mean() / (errors[:, 1] ** 2).mean()))
    yield Figure(f"{name}.error", rmse, "of raw", goal=goal, at_most=True)


def _year(chance: np.random.Generator, k: int, tau: float) -> tuple[float, float, tuple[float, float]]:
    """How many intervals held, their width against those of each course alone, and both errors."""
    true, n = chance.normal(8, tau, k), chance.integers(4, 16, k)
    gains = [chance.normal(mean, WITHIN, size) for mean, size in zip(true, n, strict=True)]
    means = np.array([own.mean() for own in gains])
    df = int((n - 1).sum())
    sd = float(np.sqrt(sum(((own - own.mean()) ** 2).sum() for own in gains) / df))
    known = pool(means, sd**2 / n, sd, df=df, draws=0)
    low, high = np.array(known.low), np.array(known.high)
    alone = [2 * t_quantile(len(own) - 1) * own.std(ddof=1) / np.sqrt(len(own)) for own in gains]
    held = float(((low <= true) & (true <= high)).mean())
    squares = (
        float(np.sqrt(((np.array(known.means) - true) ** 2).mean())),
        float(np.sqrt(((means - true) ** 2).mean())),
    )
    return held, float((high - low).mean() / np.mean(alone)), squares


def _crossed_coverage() -> Figure:
    """States as differences from their average, in years of 24 courses, 5 states and 4 areas with a host that sends most."""
    chance, held = np.random.default_rng(5), []
    for _ in range(times(200)):
        state = chance.choice(5, 24 * 31, p=[0.45, 0.2, 0.15, 0.1, 0.1])
        course = np.repeat(np.arange(24), 31)
        both, effect = state * 4 + course % 4, chance.normal(0, 2, 5)
        y = effect[state] + chance.normal(0, 4, 24)[course] + chance.normal(0, 1.5, 20)[both]
        found = crossed(
            y + chance.normal(0, 10, len(y)), {"state": state, "course": course, "both": both}, told=["state"]
        )
        away = effect - effect.mean()
        held += [one.low <= true <= one.high for one, true in zip(found.effects["state"], away, strict=True)]
    of_years = np.array(held).reshape(-1, 5).mean(axis=1)
    error = float(of_years.std(ddof=1) / np.sqrt(len(of_years)))
    return Figure("training.crossed.covered", float(np.mean(held)), "share", goal=0.92, error=error)
