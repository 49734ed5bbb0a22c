"""Who is highest: said as a probability, since the order of estimates is mostly chance."""

from __future__ import annotations

import numpy as np

from mithaq.evaluation.arrays import Floats, Ints

DRAWS, MOST_DRAWS = 20_000, 1_000_000
MOST = 200
CLAIM = 0.9


def ranked(
    weights: Floats, centres: Floats, own: Floats, shared: Floats, draws: int, seed: int
) -> tuple[Floats, Floats] | tuple[None, None]:
    """P(best) and expected rank (1 is the highest) of every unit, from joint draws; None without draws or for more than
    MOST units.

    Draw g has theta_j = centres[g, j] + shared[g, j] a + own[g, j] b_j with one a for all units.
    """
    if centres.shape[1] > MOST or draws < 1:
        return None, None
    chance = np.random.default_rng(seed)
    grid = systematic(weights, draws)
    drawn = centres[grid] + shared[grid] * chance.standard_normal((draws, 1))
    return ranks(drawn + own[grid] * chance.standard_normal((draws, centres.shape[1])))


def ranks(drawn: Floats) -> tuple[Floats, Floats]:
    """How often each column is the highest, and its mean rank."""
    order = np.argsort(np.argsort(-drawn, axis=1, kind="stable"), axis=1, kind="stable")
    return (order == 0).mean(axis=0), 1 + order.mean(axis=0)


def systematic(weights: Floats, draws: int) -> Ints:
    """Places in `weights`, each as often as it weighs, to within one draw."""
    steps = (np.arange(draws) + 0.5) / draws
    return np.minimum(np.searchsorted(np.cumsum(weights) / weights.sum(), steps), len(weights) - 1)
