"""The equations of a crossed model: effects of several factors that are not nested, solved together (Henderson 1953).

y = X beta + sum_k Z_k b_k + e, b_k ~ N(0, (lambda_k sigma)^2), e ~ N(0, sigma^2). Effects are kept as u_k = b_k / lambda_k,
so that nothing breaks where a lambda is 0. The factor with most levels has a diagonal block and is eliminated first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.linalg.lapack import dpotri
from scipy.sparse import csr_array, hstack, tril

from mithaq.evaluation.arrays import Floats, Ints
from mithaq.evaluation.refusals import unfit

DENSE = 0.2


@dataclass(frozen=True, slots=True)
class Pairs:
    """What the elimination takes from the rest, kept so that another lambda needs a product with a vector alone.

    Levels of the eliminated factor with equally many rows weigh the same: `sums` holds, for each entry of the lower triangle
    that is not 0 (`row`, `column`), the sum of the products of the columns of `cross` over the levels of each of `counts`.
    """

    counts: Floats
    row: Ints
    column: Ints
    sums: csr_array


@dataclass(frozen=True, slots=True)
class Equations:
    """The sums that every solution needs. `wide` is the eliminated factor, `order` the others, as places in the list.

    `pairs` are None where `cross` is dense.
    """

    wide: int
    order: tuple[int, ...]
    levels: tuple[int, ...]
    counts: Floats
    cross: Floats | csr_array
    pairs: Pairs | None
    rest: Floats
    wide_sums: Floats
    rest_sums: Floats
    square: float
    n: int
    p: int

    @property
    def df(self) -> int:
        """Degrees of freedom of the residual in REML."""
        return self.n - self.p

    def of(self, factor: int) -> slice:
        """Where the levels of a factor stand among the rest."""
        start = sum(self.levels[other] for other in self.order[: self.order.index(factor)])
        return slice(start, start + self.levels[factor])

    def scale(self, lambdas: Floats) -> Floats:
        """What u of each of the rest is multiplied with: its lambda, and 1 for fixed effects."""
        found = np.ones(len(self.rest))
        for factor in self.order:
            found[self.of(factor)] = lambdas[factor]
        return found


@dataclass(frozen=True, slots=True)
class Solution:
    """The model at one value of every lambda. `criterion` is -2 log of the restricted likelihood.

    `rest` solves for the other factors and then the fixed effects, `wide` for the eliminated factor; `diagonal` is
    1 + lambda^2 n of its levels, `coupling` (levels x rest) ties it to the rest, `factor` is the Cholesky factor of what
    is left of the rest.
    """

    lambdas: Floats
    criterion: float
    residual: float
    wide: Floats
    rest: Floats
    diagonal: Floats
    coupling: Floats | csr_array
    factor: tuple[Floats, bool]

    @property
    def variance(self) -> float:
        """sigma^2."""
        return self.residual


def equations(y: Floats, places: Sequence[Ints], levels: Sequence[int], fixed: Floats) -> Equations:
    """The sums for y (with its mean taken off), the place of every row in every factor, and the fixed columns."""
    wide = int(np.argmax(levels))
    order = tuple(at for at in range(len(levels)) if at != wide)
    n, row = len(y), np.arange(len(y))
    columns = [csr_array((np.ones(n), (row, places[at])), shape=(n, levels[at])) for at in order]
    rest = hstack([*columns, csr_array(fixed)], format="csr")
    z = csr_array((np.ones(n), (row, places[wide])), shape=(n, levels[wide]))
    cross = csr_array(z.T @ rest)
    is_dense = cross.nnz > DENSE * cross.shape[0] * cross.shape[1]
    counts = np.bincount(places[wide], minlength=levels[wide]).astype(float)
    return Equations(
        wide=wide, order=order, levels=tuple(levels), counts=counts, cross=cross.toarray() if is_dense else cross,
        pairs=None if is_dense else _pairs(cross, counts), rest=(rest.T @ rest).toarray(), wide_sums=z.T @ y,
        rest_sums=rest.T @ y, square=float(y @ y), n=n, p=fixed.shape[1],
    )  # fmt: skip


def _pairs(cross: csr_array, counts: Floats) -> Pairs:
    width, found = cross.shape[1], np.unique(counts)
    parts = [tril(part.T @ part, format="coo") for part in (cross[counts == count] for count in found)]
    places = np.concatenate([part.row.astype(np.int64) * width + part.col for part in parts])
    known, place = np.unique(places, return_inverse=True)
    of = np.repeat(np.arange(len(found)), [part.nnz for part in parts])
    sums = csr_array((np.concatenate([part.data for part in parts]), (place, of)), shape=(len(known), len(found)))
    return Pairs(found, known // width, known % width, sums)


def solve(system: Equations, lambdas: Floats) -> Solution:
    """The mixed model equations at these lambdas. Unfit where fixed effects cannot be told apart."""
    scale = system.scale(lambdas)
    own = lambdas[system.wide]
    diagonal = 1 + own**2 * system.counts
    coupling = system.cross * (own * scale)
    left = system.rest * np.outer(scale, scale)
    effects = len(left) - system.p
    left[np.arange(effects), np.arange(effects)] += 1
    sums, wide_sums = scale * system.rest_sums, own * system.wide_sums
    if (pairs := system.pairs) is None:
        left -= coupling.T @ (coupling / diagonal[:, None])
    else:
        taken = pairs.sums @ (own**2 / (1 + own**2 * pairs.counts))
        left[pairs.row, pairs.column] -= taken * scale[pairs.row] * scale[pairs.column]
    right = sums - coupling.T @ (wide_sums / diagonal)
    try:  # of what is left, the lower triangle alone is read
        factor = cho_factor(left, lower=True, check_finite=False)
    except np.linalg.LinAlgError:
        raise unfit("confounded", name="factors") from None
    rest = cho_solve(factor, right, check_finite=False)
    wide = (wide_sums - coupling @ rest) / diagonal
    residual = system.square - float(wide_sums @ (wide_sums / diagonal)) - float(right @ rest)
    residual = max(residual, 1e-300)
    log_determinant = float(np.log(diagonal).sum()) + 2 * float(np.log(np.diag(factor[0])).sum())
    criterion = log_determinant + system.df * (1 + np.log(2 * np.pi * residual / system.df))
    return Solution(lambdas, float(criterion), residual / system.df, wide, rest, diagonal, coupling, factor)


def effects_of(system: Equations, solution: Solution, factor: int) -> Floats:
    """u of a factor."""
    return solution.wide if factor == system.wide else solution.rest[system.of(factor)]


def inverse_of_rest(solution: Solution) -> Floats:
    """The covariance of the rest, over sigma^2."""
    lower = np.tril(dpotri(solution.factor[0], lower=1)[0])
    return np.asarray(lower + np.tril(lower, -1).T)


def sums_of_variances(system: Equations, solution: Solution, inverse: Floats) -> list[float]:
    """For every factor, the sum of the variances of its u, over sigma^2."""
    own = float((1 / solution.diagonal).sum() + _moved(system, solution, inverse))
    diagonal = np.diag(inverse)
    return [own if at == system.wide else float(diagonal[system.of(at)].sum()) for at in range(len(system.levels))]


def _moved(system: Equations, solution: Solution, inverse: Floats) -> float:
    """What not knowing the rest adds to the sum of the variances of the eliminated factor."""
    if (pairs := system.pairs) is None:
        weighted = solution.coupling / solution.diagonal[:, None]
        return float((inverse * (weighted.T @ weighted)).sum())
    own, scale = solution.lambdas[system.wide], system.scale(solution.lambdas)
    through = pairs.sums @ (own / (1 + own**2 * pairs.counts)) ** 2
    both = np.where(pairs.row == pairs.column, 1.0, 2.0)  # the upper triangle is the same again
    return float((inverse[pairs.row, pairs.column] * through * scale[pairs.row] * scale[pairs.column] * both).sum())


def slope(system: Equations, solution: Solution) -> Floats:
    """The slope of the criterion in every lambda: 2 / lambda (sum of (1 - var u) - u'u / sigma^2)."""
    sums = sums_of_variances(system, solution, inverse_of_rest(solution))
    found = np.zeros(len(system.levels))
    for at, (levels, total) in enumerate(zip(system.levels, sums, strict=True)):
        if solution.lambdas[at] != 0:
            u = effects_of(system, solution, at)
            found[at] = 2 / solution.lambdas[at] * (levels - total - u @ u / solution.variance)
    return found
