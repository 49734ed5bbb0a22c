"""What the crossed model answers."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """One level of a factor, as its difference from the average of all levels: posterior mean, deviation, central 95 %.

    `blup` is the best linear unbiased prediction at the REML variances (what lme4's ranef prints).
    """

    level: Hashable
    n: int
    estimate: float
    sd: float
    low: float
    high: float
    blup: float
    p_best: float | None
    expected_rank: float | None


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A fixed effect with its standard error and normal 95 % interval at the REML variances."""

    estimate: float
    se: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Crossed:
    """REML: `estimate` (the intercept) with `se`, `coefficients`, `variances` by factor, `residual`, `criterion`
    (-2 log restricted likelihood). Posterior: `effects` by factor, `mean` … `high` of the overall mean at average
    covariates, with `points` (how many points carry the sum over variances; below 30 look again). `low` … `high` belong to
    `mean`; the interval of the intercept stands with it in `coefficients`."""

    estimate: float
    se: float
    coefficients: Mapping[str, Coefficient]
    variances: Mapping[str, float]
    sds: Mapping[str, float]
    residual: float
    residual_sd: float
    criterion: float
    effects: Mapping[str, tuple[Effect, ...]]
    mean: float
    sd: float
    low: float
    high: float
    points: float
    df: int
    n: int
    missing: int
