"""McDonald's omega: how much of a test's sum is one thing, without the promise of alpha that all items measure it alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import special
from scipy.optimize import minimize

from mithaq.evaluation.arrays import ROUNDING, Floats, Numbers, enough, has_spread
from mithaq.evaluation.distributions import Z, chi2_upper
from mithaq.evaluation.items import complete
from mithaq.evaluation.refusals import unfit

FEWEST_ITEMS = 3
# A share of an item's variance that is its own is not taken to be less, as in R's factanal.
LEAST_OWN = 0.005
# Loadings that are no larger on average say nothing.
NOTHING = 1e-3


@dataclass(frozen=True, slots=True)
class Omega:
    """omega_total with its 95 % interval. People with any item missing were left out: `missing` of them.

    `loadings` and `uniquenesses` are in the units of the items, `standardised` those loadings over the items' deviations.
    `chi2`, `df` and `p` test whether one factor is enough (p is nan for three items, which one factor always fits);
    `improper`: an item seems to be measured without error, which is a sign of too few people or of more than one factor.
    """

    estimate: float
    low: float
    high: float
    n: int
    missing: int
    k: int
    loadings: tuple[float, ...]
    standardised: tuple[float, ...]
    uniquenesses: tuple[float, ...]
    chi2: float
    df: int
    p: float
    improper: bool


def mcdonald_omega(items: Numbers) -> Omega:
    """omega = (sum l)^2 / ((sum l)^2 + sum psi), l and psi of a one-factor model of persons x items (McDonald 1999).

    The model is fitted by maximum likelihood (Joereskog 1967). The interval is that of the logit of omega by the delta
    method (Kelley and Pornprasertmanit 2016, “mll” of MBESS). Unfit with fewer than three items, with no more people than
    items, where an item does not vary, or where items have nothing in common.
    """
    scores, missing = complete(items)
    n, k = scores.shape
    if k < FEWEST_ITEMS:
        raise unfit("shape", name="items", wanted="a table of persons x items with three items or more")
    enough(n, k + 1, "items")
    for at in range(k):
        if not has_spread(scores[:, at]):
            raise unfit("no_spread", name=f"items {at + 1}")
    sds = scores.std(axis=0, ddof=1)
    together = np.asarray(np.corrcoef(scores, rowvar=False))
    if np.linalg.eigvalsh(together)[0] < ROUNDING * k:
        raise unfit("perfect_fit")
    loadings, own, misfit = _one_factor(together)
    if loadings.sum() < NOTHING * k or (np.abs(loadings) > NOTHING).sum() < FEWEST_ITEMS:
        raise unfit("nothing_common")
    df = k * (k - 3) // 2
    chi2 = (n - 1 - (2 * k + 5) / 6 - 2 / 3) * misfit
    raw, left = loadings * sds, own * sds**2
    estimate, low, high = _interval(loadings, own, sds / sds.max(), n)
    return Omega(
        estimate=estimate, low=low, high=high, n=n, missing=missing, k=k, loadings=tuple(raw.tolist()),
        standardised=tuple(loadings.tolist()), uniquenesses=tuple(left.tolist()), chi2=chi2, df=df,
        p=chi2_upper(chi2, df) if df else float("nan"), improper=bool((own < 2 * LEAST_OWN).any()),
    )  # fmt: skip


def _one_factor(together: Floats) -> tuple[Floats, Floats, float]:
    """Loadings (their sum is not negative), uniquenesses and the misfit of the best one-factor model of correlations."""

    def whole(own: Floats) -> tuple[Floats, Floats]:
        root = np.sqrt(own)
        values, vectors = np.linalg.eigh(together / np.outer(root, root))
        return values, np.asarray(vectors[:, -1] * root * np.sqrt(max(values[-1] - 1, 0.0)))

    def misfit(own: Floats) -> tuple[float, Floats]:
        values, loadings = whole(own)
        rest = values[:-1]
        gap = np.diag(np.outer(loadings, loadings)) + own - np.diag(together)
        return float((rest - np.log(rest) - 1).sum()), np.asarray(gap / own**2)

    k = len(together)
    start = np.clip((1 - 0.5 / k) / np.diag(np.linalg.inv(together)), LEAST_OWN, 1)
    found = minimize(
        misfit, start, jac=True, method="L-BFGS-B", bounds=[(LEAST_OWN, 1.0)] * k,
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 2000},
    )  # fmt: skip
    loadings = whole(found.x)[1]
    return loadings * (1 if loadings.sum() >= 0 else -1), np.asarray(found.x), max(float(found.fun), 0.0)


def _interval(loadings: Floats, own: Floats, size: Floats, n: int) -> tuple[float, float, float]:
    """Omega of items of this size, and its 95 % limits from the expected information of loadings and uniquenesses."""
    inverse = np.linalg.inv(np.outer(loadings, loadings) + np.diag(own))
    pulled = inverse @ loadings
    between = inverse * pulled
    information = n * np.block([
        [inverse * float(loadings @ pulled) + np.outer(pulled, pulled), between], [between.T, inverse**2 / 2]
    ])  # fmt: skip
    common, rest = float(size @ loadings) ** 2, float(size**2 @ own)
    omega = common / (common + rest)
    by_loading, by_own = 2 * np.sqrt(common) * rest * size, -common * size**2
    slope = np.concatenate([by_loading, by_own]) / (common + rest) ** 2
    half = Z * float(np.sqrt(slope @ np.linalg.solve(information, slope))) / (omega * (1 - omega))
    middle = float(np.log(omega / (1 - omega)))
    return omega, float(special.expit(middle - half)), float(special.expit(middle + half))
