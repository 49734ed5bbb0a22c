"""Whether the items of a test are as hard in Arabic as in English: for people who know as much, by the forms they filled."""

from __future__ import annotations

from collections import Counter
from math import exp, isfinite
from typing import TYPE_CHECKING

import numpy as np

from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.fairness import DELTA, ItemFairness, item_fairness
from mithaq.evaluation.refusals import Unfit
from mithaq.evaluation.report import Estimate
from mithaq.reviews.runs.answered import FairnessFacts

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers

# In draws of two groups that differ in one item by two logits, which is a gross fault of translation, 15 and 20 people in each
# found it 1 and 10 times in 100, 25 people 25 times, 50 people 80 times; an item without fault was of class C once in 100. Below
# this many "nothing was seen" would say nothing.
FEWEST_IN_LANGUAGE = 25
FEWEST_ITEMS = 5  # as many as two forms must share: by fewer it is not known who knows as much


def fairness_of(filled: Answers, scores: Floats, tops: list[float]) -> list[FairnessFacts]:
    """Of every item that has points, by the scores of people in it and its highest one."""
    languages = [one.language for one in filled.sittings]
    people = tuple(sorted(Counter(filter(None, languages)).items()))
    why = _not_looked_at(people)
    known = np.isnan(scores) | (scores == 0) | (scores == np.array(tops))
    plain = np.flatnonzero(known.all(axis=0))
    if not why and len(plain) < FEWEST_ITEMS:
        why = "few_items"
    if why:
        return [FairnessFacts(why, people)] * len(tops)
    told = _told(scores[:, plain] / np.array(tops)[plain], languages)
    looked = dict(zip(plain.tolist(), told or (), strict=False))
    return [
        FairnessFacts("not_right_or_wrong", people) if at not in plain else _facts(looked.get(at), people, languages)
        for at in range(len(tops))
    ]


def _not_looked_at(people: tuple[tuple[str, int], ...]) -> str:
    if not people:
        return "no_language"
    if len(people) < 2:
        return "one_language"
    return "too_few" if min(count for _, count in people) < FEWEST_IN_LANGUAGE else ""


def _told(right: Floats, languages: list[str]) -> tuple[ItemFairness, ...]:
    """Empty where nothing can be told of any."""
    try:
        return item_fairness(right, languages).items
    except Unfit:
        return ()


def _facts(found: ItemFairness | None, people: tuple[tuple[str, int], ...], languages: list[str]) -> FairnessFacts:
    if found is None or not found.classed or not isfinite(found.se):
        return FairnessFacts("not_told", people)
    low, high = sorted(exp(end / DELTA) for end in (found.low, found.high))
    odds = Estimate(found.odds_ratio, low, high)
    return FairnessFacts("tested", people, odds, found.classed, str(found.harder_for or ""))
