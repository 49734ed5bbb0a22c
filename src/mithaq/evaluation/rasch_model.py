"""The Rasch model: difficulties of items and abilities of people on one scale, fair to people of different entry level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from mithaq.evaluation.arrays import Bools, Floats, Ints, Numbers, enough, numbers
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.refusals import unfit
from mithaq.evaluation.symmetric import symmetric, without_one, without_two

STEPS = 100
NEAR = 1e-10


@dataclass(frozen=True, slots=True)
class Ability:
    """The ability of those who answered all items and got `score` right: by maximum likelihood (nan for none and all
    right) and Warm's weighted likelihood, each with its standard error; `n` of the people did."""

    score: int
    n: int
    estimate: float
    se: float
    warm: float
    warm_se: float


@dataclass(frozen=True, slots=True)
class Rasch:
    """Difficulties (their sum is 0) with standard errors and 95 % intervals, in the order of the items.

    `infit` and `outfit` are mean squares (1 where the model holds). `n` people count; `extreme` of those who answered
    got none or all right and say nothing of the items; `missing` answers were not given and are left out.
    """

    difficulties: tuple[float, ...]
    se: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    infit: tuple[float, ...]
    outfit: tuple[float, ...]
    abilities: tuple[Ability, ...]
    log_likelihood: float
    n: int
    extreme: int
    missing: int
    k: int


@dataclass(frozen=True, slots=True)
class Block:
    """People who were given the same items: how many got r of them right, and how often each item was right."""

    items: Ints
    scores: Ints
    right: Floats


def rasch(items: Numbers) -> Rasch:
    """P(right) = exp(theta - b) / (1 + exp(theta - b)); b by conditional maximum likelihood (Andersen 1972).

    persons x items of 0 and 1, nan where an item was not given (forms may share items). Given a person's score, what they
    got right does not depend on theta, so neither does b: gamma_r are elementary symmetric functions of exp(-b). Abilities
    by maximum likelihood and Warm 1989. Unfit where an item was answered alike by everybody, or parts are not linked.
    """
    answers = _checked(items)
    given = ~np.isnan(answers)
    score, asked = np.nansum(answers, axis=1), given.sum(axis=1)
    useful = (score > 0) & (score < asked)
    b, cover, log_likelihood = calibrated(answers)
    se = np.sqrt(np.diag(cover))
    abilities = _abilities(b, score[given.all(axis=1)])
    infit, outfit = _fit(answers[useful], given[useful], b)
    return Rasch(
        difficulties=tuple(b.tolist()), se=tuple(se.tolist()), low=tuple((b - Z * se).tolist()),
        high=tuple((b + Z * se).tolist()), infit=tuple(infit.tolist()), outfit=tuple(outfit.tolist()),
        abilities=abilities, log_likelihood=log_likelihood, n=int(useful.sum()),
        extreme=int(((asked > 0) & ~useful).sum()), missing=int((~given).sum()), k=answers.shape[1],
    )  # fmt: skip


def _checked(items: Numbers) -> Floats:
    answers = numbers(items, "items", 2)
    if answers.shape[1] < 2:
        raise unfit("shape", name="items", wanted="a table of persons x items with two items or more")
    _only_zero_and_one(answers[~np.isnan(answers)])
    return answers


def calibrated(items: Numbers) -> tuple[Floats, Floats, float]:
    """Difficulties (their sum is 0), their covariance, and the conditional log-likelihood. Unfit as `rasch`."""
    answers = _checked(items)
    given = ~np.isnan(answers)
    score, asked = np.nansum(answers, axis=1), given.sum(axis=1)
    useful = (score > 0) & (score < asked)
    enough(int(useful.sum()), 2, "items")
    _identified(answers[useful], given[useful])
    b, information, height = _estimate(_blocks(answers[useful], given[useful]), _start(answers[useful]))
    return b, _inverse(information), height


def _only_zero_and_one(answers: Floats) -> None:
    odd = answers[(answers != 0) & (answers != 1)]
    if len(odd):
        raise unfit("not_zero_one", name="items", value=float(odd[0]))


def _identified(answers: Floats, given: Bools) -> None:
    """Fischer's condition: from every item a chain of people who got it right and the next one wrong leads to every other."""
    right = np.nan_to_num(answers).sum(axis=0)
    alike = [str(at + 1) for at in np.flatnonzero((right == 0) | (right == given.sum(axis=0)))]
    if alike:
        raise unfit("same_answers", items=", ".join(alike))
    won = np.nan_to_num(answers)
    beats = csr_array((won.T @ (given - won)) > 0)
    if connected_components(beats, directed=True, connection="strong")[0] > 1:
        raise unfit("not_connected")


def _alike(given: Bools) -> Iterator[tuple[Bools, Bools]]:
    """The items that some people were given, and which people those are."""
    if given.all():
        yield given[0], given[:, 0]
        return
    patterns, which = np.unique(given, axis=0, return_inverse=True)
    for at, pattern in enumerate(patterns):
        yield pattern, which.ravel() == at


def _blocks(answers: Floats, given: Bools) -> list[Block]:
    found = []
    for pattern, people in _alike(given):
        own, items = answers[people][:, pattern], np.flatnonzero(pattern)
        scores = np.bincount(own.sum(axis=1).astype(np.intp), minlength=len(items) + 1)
        found.append(Block(items, scores, own.sum(axis=0)))
    return found


def _start(answers: Floats) -> Floats:
    share = np.nanmean(answers, axis=0)
    start = -np.log(share / (1 - share))
    return np.asarray(start - start.mean())


def _estimate(blocks: list[Block], b: Floats) -> tuple[Floats, Floats, float]:
    """Newton's steps on the conditional likelihood, which has one peak; a step that leads down is halved."""
    height, slope, information = _conditional(blocks, b)
    for _ in range(STEPS):
        step = _inverse(information) @ slope
        while True:
            new = b + step - (b + step).mean()
            tried = _conditional(blocks, new)
            if tried[0] >= height - 1e-9 * abs(height) or np.abs(step).max() < NEAR:
                break
            step = step / 2
        b, (height, slope, information) = new, tried
        if np.abs(step).max() < NEAR:
            return b, information, height
    raise unfit("no_convergence", name="items")


def _inverse(information: Floats) -> Floats:
    """The inverse among difficulties whose sum is 0: nothing is known of their common level."""
    k = len(information)
    common = np.full((k, k), float(np.trace(information)) / k**2)
    return np.asarray(np.linalg.inv(information + common) - 1 / float(np.trace(information)))


def _conditional(blocks: list[Block], b: Floats) -> tuple[float, Floats, Floats]:
    """The conditional log-likelihood, its slope in b and its information."""
    height, slope, information = 0.0, np.zeros(len(b)), np.zeros((len(b), len(b)))
    for block in blocks:
        own = b[block.items]
        easiness, people = np.exp(own.mean() - own), block.scores
        gamma = symmetric(easiness)
        # P(item right | score), and P(both right | score) off the diagonal
        one = easiness[:, None] * without_one(easiness)[:, :-1] / gamma[1:]
        one = np.column_stack([np.zeros(len(own)), one])
        two = np.outer(easiness, easiness)[:, :, None] * without_two(easiness)[:, :, :-2] / gamma[2:]
        both = np.einsum("ijr,r->ij", two, people[2:])
        np.fill_diagonal(both, one @ people)
        centred = own - own.mean()
        height += float(-block.right @ centred - people @ np.log(gamma))
        slope[block.items] += one @ people - block.right
        information[np.ix_(block.items, block.items)] += both - (one * people) @ one.T
    return height, slope, information


def _abilities(b: Floats, scores: Floats) -> tuple[Ability, ...]:
    people = np.bincount(scores.astype(np.intp), minlength=len(b) + 1)
    told = []
    for score in range(len(b) + 1):
        inner = 0 < score < len(b)
        theta, se = solved(score, b, 0.0) if inner else (float("nan"), float("nan"))
        warm, warm_se = solved(score, b, 0.5)
        told.append(Ability(score, int(people[score]), theta, se, warm, warm_se))
    return tuple(told)


def solved(score: float, b: Floats, weight: float) -> tuple[float, float]:
    """theta with score = sum p, or (weight .5) with Warm's term sum p q (1 - 2 p) / 2 sum p q, and its standard error."""
    low, high = float(b.min()) - 20.0, float(b.max()) + 20.0
    for _ in range(200):
        theta = (low + high) / 2
        p = 1 / (1 + np.exp(b - theta))
        spread = p * (1 - p)
        excess = score - p.sum() + weight * (spread * (1 - 2 * p)).sum() / spread.sum()
        low, high = (theta, high) if excess > 0 else (low, theta)
        if high - low < NEAR:
            break
    return theta, float(1 / np.sqrt(spread.sum()))


def _fit(answers: Floats, given: Bools, b: Floats) -> tuple[Floats, Floats]:
    """Infit and outfit of every item, people at their maximum likelihood."""
    misfit, spread, outfit = np.zeros((3, len(b)))
    for pattern, people in _alike(given):
        own, items = answers[people][:, pattern], b[pattern]
        score = own.sum(axis=1).astype(np.intp)
        theta = {value: solved(value, items, 0.0)[0] for value in set(score.tolist())}
        p = {value: 1 / (1 + np.exp(items - theta[value])) for value in theta}
        for value, expected in p.items():
            squared = (own[score == value] - expected) ** 2
            misfit[pattern] += squared.sum(axis=0)
            spread[pattern] += len(squared) * expected * (1 - expected)
            outfit[pattern] += squared.sum(axis=0) / (expected * (1 - expected))
    return misfit / spread, outfit / given.sum(axis=0)
