"""What the answers to tests say: items, objectives, how far a test can be relied on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any

import numpy as np

from mithaq.core.words import Bilingual
from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.items import cronbach_alpha, item_analysis
from mithaq.evaluation.objectives import objective_gains
from mithaq.evaluation.omega import mcdonald_omega
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Estimate
from mithaq.reviews.runs.content import ItemFacts, ObjectiveFacts, Reliability
from mithaq.reviews.runs.facts.choices import choices_of
from mithaq.reviews.runs.facts.fairness import fairness_of

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers, ItemAsked
    from mithaq.reviews.runs.sources import CourseRecord

TESTED = "L2"
NOT_TESTED = "not_tested"
_EMPTY = Bilingual("", "")


def matrix_of(filled: Answers) -> Floats:
    """Persons x items, of the items that have points; nan where one was left empty."""
    kept = [at for at, item in enumerate(filled.items) if item.maximum]
    rows = [[one.values[at] for at in kept] for one in filled.sittings]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(kept))


def items_of(tests: Sequence[Answers]) -> tuple[ItemFacts, ...]:
    """Every item of every form, as it went before and after: its answers, and whether it is the same test in both languages."""
    by_form: defaultdict[tuple[str, str], dict[str, Answers]] = defaultdict(dict)
    for one in tests:
        by_form[one.form, one.instrument][one.wave] = one
    return tuple(fact for key in sorted(by_form) for fact in _items(key[0], by_form[key]))


def _items(form: str, waves: dict[str, Answers]) -> list[ItemFacts]:
    items = next(iter(waves.values())).items
    places = [at for at, item in enumerate(items) if item.maximum]
    asked = [items[at] for at in places]
    tops = [float(item.maximum or 0) for item in asked]
    easy = {wave: _facilities(found, tops) for wave, found in waves.items()}
    if "post" not in waves:
        return [_item(form, item, easy, at) for at, item in enumerate(asked)]
    scores, after = matrix_of(waves["post"]), _analysed(waves["post"], tops)
    answered, chosen = (~np.isnan(scores)).sum(axis=0), choices_of(waves["post"])
    fair = fairness_of(waves["post"], scores, tops)
    return [
        replace(
            _item(form, item, easy, at), n=int(answered[at]), item_rest=_finite(after.items[at].item_rest) if after else None,
            flags=after.items[at].flags if after else (), choices=chosen.get(places[at], ()), fairness=fair[at],
        )
        for at, item in enumerate(asked)
    ]  # fmt: skip


def _item(form: str, item: ItemAsked, easy: dict[str, list[float | None]], at: int) -> ItemFacts:
    """As it went before and after, nothing known of the test after but that."""
    before, later = (easy[wave][at] if wave in easy else None for wave in ("pre", "post"))
    return ItemFacts(form, item.number, item.words, item.objective, 0, before, later, None, ())


def _finite(value: float) -> float | None:
    return value if isfinite(value) else None


def _analysed(filled: Answers, tops: list[float]) -> Any:
    try:
        return item_analysis(matrix_of(filled), tops)
    except Unfit:
        return None


def _facilities(filled: Answers, tops: list[float]) -> list[float | None]:
    """The mean share of the points of every item."""
    scores = matrix_of(filled)
    there = (~np.isnan(scores)).sum(axis=0)
    sums = np.nan_to_num(scores).sum(axis=0)
    return [float(total / n / top) if n else None for total, n, top in zip(sums, there, tops, strict=True)]


def reliability_of(tests: Sequence[Answers]) -> Reliability | None:
    """Of the form that most people filled after the course; None where its items say nothing of it."""
    after = [one for one in tests if one.wave == "post"]
    if not after:
        return None
    scores = matrix_of(max(after, key=lambda one: (len(one.sittings), one.form)))
    try:
        alpha = cronbach_alpha(scores)
    except Unfit:
        return None
    omega = _tried(lambda: mcdonald_omega(scores).estimate)
    return Reliability(alpha.estimate, alpha.low, alpha.high, omega, alpha.n, alpha.k)


def _tried(ask: Callable[[], float]) -> float | None:
    try:
        found = ask()
    except Unfit:
        return None
    return _finite(found)


def objectives_of(course: CourseRecord, tests: Sequence[Answers]) -> tuple[ObjectiveFacts, ...]:
    """Every objective of the catalogue, and those that items name beside them, with what was learned of it."""
    items = {(one.form, item.number): item.objective for one in tests for item in one.items if item.maximum}
    numbers = sorted({*(one.number for one in course.objectives), *(at for at in items.values() if at is not None)})
    tested = {at: max(_count(items, form, at) for form in {form for form, _ in items}) for at in numbers if items}
    gains = {one.objective: one for one in _gains(course, tests, numbers)}
    known = {one.number: one for one in course.objectives}
    told = []
    for at in numbers:
        gain, record = gains.get(at), known.get(at)
        found = None
        if gain and gain.estimate is not None and gain.low is not None and gain.high is not None:
            found = Estimate(gain.estimate, gain.low, gain.high)
        state = gain.state.value if gain and tested.get(at) else "not_yet_known" if tested.get(at) else NOT_TESTED
        told.append(ObjectiveFacts(
            at, record.words if record else _EMPTY, record.need if record else "", tested.get(at, 0),
            gain.n if gain else 0, gain.pre if gain else None, gain.post if gain else None, found, state,
        ))  # fmt: skip
    return tuple(told)


def _count(items: dict[tuple[str, int], int | None], form: str, objective: int) -> int:
    return sum(own == form and about == objective for (own, _), about in items.items())


def _gains(course: CourseRecord, tests: Sequence[Answers], numbers: list[int]) -> Any:
    """The share of the points of every objective that each person had before and after, forms allowed to differ."""
    before, after = (_shares([one for one in tests if one.wave == wave], numbers) for wave in ("pre", "post"))
    people = sorted(before.keys() & after.keys())
    if not people or not numbers:
        return ()
    pre, post = (np.array([wave[one] for one in people], dtype=np.float64) for wave in (before, after))
    return objective_gains(pre, post, numbers, worthwhile=course.least_gain or 0.0, wanted=numbers)


def _shares(tests: Sequence[Answers], numbers: list[int]) -> dict[tuple[str, str], list[float]]:
    """By offering and person: of every objective the share of its points, nan where no item or an empty one is."""
    found: dict[tuple[str, str], list[float]] = {}
    for one in tests:
        kept = [item for item in one.items if item.maximum]
        scores = matrix_of(one)
        groups = [[at for at, item in enumerate(kept) if item.objective == number] for number in numbers]
        tops = [sum(float(kept[at].maximum or 0) for at in own) for own in groups]
        for filled, row in zip(one.sittings, scores, strict=True):
            found[filled.offering, filled.person] = [
                float(row[own].sum() / top) if own else np.nan for own, top in zip(groups, tops, strict=True)
            ]
    return found
