"""Quantiles of mixtures: each thing's distribution is a weighted sum of normal (or t) distributions over a common grid."""

from __future__ import annotations

import numpy as np
from scipy import special

from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.distributions import t_below, t_density

STEPS = 100
NEAR = 1e-10
CHUNK = 256
REACH = 12.0


def mixture_quantiles(weights: Floats, centres: Floats, scales: Floats, levels: Floats, df: float = np.inf) -> Floats:
    """Things x levels: the quantiles of sum_g weights[g] T_df((x - centres[g, j]) / scales[g, j]) for every thing j.

    Newton's steps on the normal score of the probability, which is nearly straight, between bounds that only close in.
    """
    found = [
        _solve(weights, centres[:, at : at + CHUNK], scales[:, at : at + CHUNK], levels, df)
        for at in range(0, centres.shape[1], CHUNK)
    ]
    return np.concatenate(found)


def _solve(weights: Floats, centres: Floats, scales: Floats, levels: Floats, df: float) -> Floats:
    mean, spread = moments(weights, centres, scales)
    low, high = _bounds(centres, scales, levels, df)
    wanted = special.ndtri(levels)
    x = np.clip(mean[:, None] + spread[:, None] * wanted, low, high)
    for _ in range(STEPS):
        z = (x[None] - centres[:, :, None]) / scales[:, :, None]
        below = np.einsum("g,gjl->jl", weights, t_below(df, z))
        slope = np.einsum("g,gjl->jl", weights, t_density(df, z) / scales[:, :, None])
        low, high = np.where(below < levels, x, low), np.where(below < levels, high, x)
        score = special.ndtri(np.clip(below, 1e-15, 1 - 1e-15))
        step = x - (score - wanted) * np.exp(-0.5 * score**2) / np.maximum(slope * np.sqrt(2 * np.pi), 1e-300)
        new = np.where((step >= low) & (step <= high), step, (low + high) / 2)
        moved, x = np.abs(new - x), new
        if (moved <= NEAR * spread[:, None]).all():
            break
    return np.asarray(x)


def _bounds(centres: Floats, scales: Floats, levels: Floats, df: float) -> tuple[Floats, Floats]:
    reach = REACH if np.isinf(df) else REACH * (1 + 400 / df**2)
    low, high = (centres - reach * scales).min(axis=0), (centres + reach * scales).max(axis=0)
    shape = (centres.shape[1], len(levels))
    return np.broadcast_to(low[:, None], shape), np.broadcast_to(high[:, None], shape)


def moments(weights: Floats, centres: Floats, scales: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of every mixture of normals."""
    mean = weights @ centres
    return mean, np.sqrt(weights @ (scales**2 + (centres - mean) ** 2))
