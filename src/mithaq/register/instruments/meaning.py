"""What an answer means, whatever words an instrument uses: whether it is a yes, how often something was done. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mithaq.register.instruments.results import ItemAsked

AGREES_FROM = 4  # of 5 on a scale
SCALE = 5
SAID_FROM = 10  # answers; of fewer neither a share nor what stands in the forms is told
YES = frozenset({"yes", "agree", "strongly_agree", "fully", "mostly", "often", "always"})
NONE = "none"  # the option of a barrier that there was none


def says_yes(item: ItemAsked, value: float | None, choice: int | None) -> bool | None:
    """Whether an answer means yes; None for no answer. The first option does where none is marked as a yes."""
    if choice is not None and item.options:
        marked = {at for at, option in enumerate(item.options) if option.get("code") in YES} or {0}
        return choice in marked
    if value is None:
        return None
    return value >= AGREES_FROM if item.kind == "scale" else value > 0


def how_often(item: ItemAsked, value: float | None, choice: int | None) -> float | None:
    """How often, from 0 (never) to 1: the place among the options, which go from least to most, or on the scale; None for no
    answer, and for a bare number, which has no most."""
    if choice is not None and len(item.options) > 1:
        return min(choice, len(item.options) - 1) / (len(item.options) - 1)
    return (value - 1) / (SCALE - 1) if value is not None and item.kind == "scale" else None
