"""What the wrong answers of a test of choice do: whether anybody takes them, and whether those who know more do."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Sized
from dataclasses import dataclass
from typing import Any

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats, Ints, codes, enough, has_spread, listed
from mithaq.evaluation.distributions import Z
from mithaq.evaluation.refusals import unfit

# Haladyna and Downing 1993: a distractor that fewer than one in twenty take does not work.
LEAST_TAKEN = 0.05
# Kelley 1939: the groups that tell most apart.
TAIL_SHARE = 0.27
NEARLY_ONE = 1 - 1e-12


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of an item: how many took it, their share, that among the 27 % with most and with fewest right, the
    difference of both, and `r` of taking it with the number right of the *other* items.

    `flags` of a wrong answer: `unused` (fewer than 5 % took it), `takes_the_able` (r is above 0 by more than chance).
    """

    option: Hashable
    is_key: bool
    n: int
    share: float
    upper: float
    lower: float
    discrimination: float
    r: float
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemChoices:
    """One item: `choices` in the order of their codes, how many wrong answers work (`working`: taken, and not by the able),
    and `flags`: `key_suspect` where a wrong answer goes with the other items better than the key, by more than chance."""

    number: int
    n: int
    missing: int
    facility: float
    choices: tuple[Choice, ...]
    working: int
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distractors:
    """All items in their order. `n` people answered at least one; a question left open counts as not right."""

    items: tuple[ItemChoices, ...]
    n: int
    missing: int


def distractors(answers: Any, keys: Sequence[Hashable], options: Sequence[Hashable] | None = None) -> Distractors:
    """Every answer of every item of persons x items of codes (None where left open), with the right one in `keys`.

    `options`: all that can be taken, so that one that nobody took is told too; without it those that were. Discrimination
    is the share among the upper less that among the lower 27 % (Kelley 1939). Unfit with fewer than two people or items, or
    keys that do not fit.
    """
    table = [list(row) for row in _rows(answers)]
    if not isinstance(keys, Sized):
        raise unfit("shape", name="keys", wanted="a list with the right answer of every item")
    k = len(keys)
    if k < 2 or any(len(row) != k for row in table):
        raise unfit(
            "shape", name="answers", wanted="a table of persons x items, with as many items as keys, two or more"
        )
    columns = [codes([row[at] for row in table], "answers") for at in range(k)]
    taken = np.column_stack([place for _, place in columns]) if table else np.empty((0, k), dtype=np.intp)
    kept = (taken >= 0).any(axis=1)
    enough(int(kept.sum()), 2, "answers")
    taken = taken[kept]
    right = np.column_stack([
        taken[:, at] == levels.index(key) if key in levels else np.zeros(len(taken), dtype=bool)
        for at, (key, (levels, _)) in enumerate(zip(keys, columns, strict=True))
    ])  # fmt: skip
    total = right.sum(axis=1).astype(float)
    upper, lower = _tails(total)
    told = []
    for at, (levels, _) in enumerate(columns):
        shown = levels if options is None else listed(options, "options")
        if keys[at] not in shown and options is not None:
            raise unfit("range", name="keys", value=keys[at], wanted=", ".join(map(str, shown)))
        rest = total - right[:, at]
        told.append(_item(at + 1, taken[:, at], levels, shown, keys[at], rest, (upper, lower)))
    return Distractors(tuple(told), len(taken), int((~kept).sum()))


def _rows(answers: Any) -> Any:
    try:
        rows = answers.tolist() if isinstance(answers, np.ndarray) else [*answers]
        if any(isinstance(row, str) or not hasattr(row, "__len__") for row in rows):
            raise TypeError
    except TypeError:
        raise unfit("shape", name="answers", wanted="a table of persons x items") from None
    return rows


def _tails(total: Floats) -> tuple[Bools, Bools]:
    """Those with most and with fewest right: 27 % each, more where several have the same score."""
    ordered = np.sort(total)
    size = max(1, round(TAIL_SHARE * len(total)))
    return total >= ordered[-size], total <= ordered[size - 1]


def _item(
    number: int, taken: Ints, levels: tuple[Hashable, ...], shown: tuple[Hashable, ...], key: Hashable, rest: Floats,
    tails: tuple[Bools, Bools],
) -> ItemChoices:  # fmt: skip
    choices = []
    for option in shown:
        own = taken == levels.index(option) if option in levels else np.zeros(len(taken), dtype=bool)
        choices.append(_choice(option, own, rest, tails, is_key=option == key))
    key_r = next((one.r for one in choices if one.is_key), float("nan"))
    wrong = [one for one in choices if not one.is_key]
    beyond = any("takes_the_able" in one.flags and not one.r <= key_r for one in wrong)
    answered = int((taken >= 0).sum())
    return ItemChoices(
        number=number, n=answered, missing=len(taken) - answered,
        facility=next((one.share for one in choices if one.is_key), 0.0), choices=tuple(choices),
        working=sum(not one.flags for one in wrong), flags=("key_suspect",) if beyond else (),
    )  # fmt: skip


def _choice(option: Hashable, own: Bools, rest: Floats, tails: tuple[Bools, Bools], *, is_key: bool) -> Choice:
    n, share = int(own.sum()), float(own.mean())
    high, low = (float(own[tail].mean()) for tail in tails)
    r = float(np.corrcoef(own, rest)[0, 1]) if has_spread(own.astype(float)) and has_spread(rest) else float("nan")
    flags = []
    if not is_key and share < LEAST_TAKEN:
        flags.append("unused")
    # Fisher's z: by more than chance, one-sided
    if not is_key and len(own) > 3 and r > 0 and np.arctanh(min(r, NEARLY_ONE)) * np.sqrt(len(own) - 3) > Z:
        flags.append("takes_the_able")
    return Choice(option, is_key, n, share, high, low, high - low, r, tuple(flags))
