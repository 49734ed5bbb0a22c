"""How often evaluation claims what is not so: of parties that are all alike, of the highest, of actions that changed nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.figure import Figure
from bench.training_size import WITHIN, times
from mithaq.evaluation.crossed_model import crossed
from mithaq.evaluation.parties import claims_of
from mithaq.evaluation.pooling import pool
from mithaq.evaluation.ranking import CLAIM
from mithaq.evaluation.remeasuring import Outcome, remeasure

STATES = 40


def figures() -> Iterator[Figure]:
    """False alarms, claims of the highest, lucky rises, and whether true ones are seen."""
    yield from _false_alarms()
    yield _best_claims()
    yield from _again()


def _false_alarms() -> Iterator[Figure]:
    """Years of 40 states that are all alike: in how many is any called above or below the average, or P(best) is .9."""
    chance, called, best = np.random.default_rng(6), 0, 0
    rounds = times(500)
    for _ in range(rounds):
        state = np.repeat(np.arange(STATES), chance.integers(4, 16, STATES))
        found = crossed(8 + chance.normal(0, WITHIN, len(state)), {"state": state}).effects["state"]
        called += any(one.code != "about_average" for one in claims_of(list(found), 0.05).values())
        best += any((one.p_best or 0) >= CLAIM for one in found)
    yield Figure("training.false_alarms", called / rounds, "of years", goal=0.10, at_most=True)
    yield Figure("training.false_best", best / rounds, "of years", goal=0.10, at_most=True)


def _best_claims() -> Figure:
    """Of the times that P(best) is .9 or more, how often it is the best."""
    chance, right = np.random.default_rng(7), []
    for _ in range(times(1000)):
        true, n = chance.normal(8, 5, 4), chance.integers(4, 16, 4)
        known = pool(true + chance.normal(0, WITHIN / np.sqrt(n)), WITHIN**2 / n, WITHIN, draws=4_000)
        best = np.array(known.p_best)
        if best.max() >= CLAIM:
            right.append(best.argmax() == true.argmax())
    return Figure("training.best_claims_right", float(np.mean(right)) if right else 1.0, "share", goal=0.85)


def _again() -> Iterator[Figure]:
    """Courses picked because they looked worst, measured again: nothing changed but looks better, or it was made better."""
    chance, lucky, called, seen, rounds = np.random.default_rng(9), 0, 0, 0, times(200)
    for _ in range(rounds):
        true = chance.normal(8, 2, 12)
        first = true + chance.normal(0, 3, 12)
        at = int(first.argmin())
        second = true[at] + chance.normal(0, 3)
        same = remeasure(first, [9.0] * 12, at, second, 9.0, prior_scale=WITHIN)
        better = remeasure(first, [9.0] * 12, at, second + 15, 9.0, prior_scale=WITHIN)
        lucky += second > first[at]
        called += same.outcome is Outcome.WORKED
        seen += better.outcome is Outcome.WORKED
    yield Figure("training.rose_by_luck", lucky / rounds, "of runs")
    yield Figure("training.lucky_rise_called_success", called / rounds, "of runs", goal=0.05, at_most=True)
    yield Figure("training.true_rise_called_success", seen / rounds, "of runs")
