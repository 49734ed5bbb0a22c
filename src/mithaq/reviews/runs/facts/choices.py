"""What the wrong answers of a test do: who takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mithaq.core.words import Bilingual
from mithaq.evaluation.choices import Choice, distractors
from mithaq.evaluation.refusals import Unfit
from mithaq.reviews.runs.answered import ChoiceFacts

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers, ItemAsked

CHOSE_FROM = 20  # people: of fewer, one alone is more than the twentieth below which an answer counts as unused


def choices_of(filled: Answers) -> dict[int, tuple[ChoiceFacts, ...]]:
    """By its place among the items: every answer of an item with a right one. Those alone count whose choices are on record,
    and not only their points."""
    places = [at for at, item in enumerate(filled.items) if item.maximum and item.key is not None and item.options]
    rows = [[one.choices[at] for at in places] for one in filled.sittings]
    rows = [row for row in rows if any(choice is not None for choice in row)]
    if len(places) < 2 or len(rows) < CHOSE_FROM:
        return {}
    items = [filled.items[at] for at in places]
    most = max(len(item.options) for item in items)
    try:
        told = distractors(rows, [item.key for item in items], range(most)).items
    except Unfit:
        return {}
    return {at: _choices(item, one.choices) for at, item, one in zip(places, items, told, strict=True)}


def _choices(item: ItemAsked, told: tuple[Choice, ...]) -> tuple[ChoiceFacts, ...]:
    return tuple(
        ChoiceFacts(
            at, Bilingual(option.get("ar", ""), option.get("en", "")), one.is_key, one.n, one.share, one.upper, one.lower,
            one.flags,
        )
        for at, (option, one) in enumerate(zip(item.options, told, strict=False), 1)
    )  # fmt: skip
