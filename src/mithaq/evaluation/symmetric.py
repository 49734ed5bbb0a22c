"""Elementary symmetric functions of item easiness: gamma_r is the sum, over all ways to get r items right, of their products."""

from __future__ import annotations

import numpy as np

from mithaq.evaluation.arrays import Floats


def symmetric(easiness: Floats) -> Floats:
    """gamma_0 … gamma_k, by adding one item at a time: only sums of positive terms, so no digits are lost."""
    gamma = np.zeros(len(easiness) + 1)
    gamma[0] = 1.0
    for at, value in enumerate(easiness, start=1):
        gamma[1 : at + 1] += value * gamma[:at]
    return gamma


def without_one(easiness: Floats) -> Floats:
    """items x (k + 1): the functions with each item left out."""
    k = len(easiness)
    gamma = np.zeros((k, k + 1))
    gamma[:, 0] = 1.0
    for at, value in enumerate(easiness):
        others = np.arange(k) != at
        gamma[others, 1:] += value * gamma[others, :-1]
    return gamma


def without_two(easiness: Floats) -> Floats:
    """items x items x (k + 1): the functions with each pair left out."""
    k = len(easiness)
    gamma = np.zeros((k, k, k + 1))
    gamma[:, :, 0] = 1.0
    for at, value in enumerate(easiness):
        step = value * gamma[:, :, :-1]
        step[at, :, :] = 0.0
        step[:, at, :] = 0.0
        gamma[:, :, 1:] += step
    return gamma
