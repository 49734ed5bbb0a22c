"""What comes in, checked: lists, tuples and arrays become arrays of numbers, nan where one is missing, or Unfit is raised."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mithaq.evaluation.refusals import unfit

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]
Numbers = ArrayLike | Sequence[Any]
# Differences smaller than this share of the numbers themselves are rounding, not spread.
ROUNDING = 1e-12
# Squares of numbers beyond these are no numbers any more.
LARGEST, SMALLEST = 1e100, 1e-100


def numbers(values: Any, name: str, dimensions: int) -> Floats:
    """An array of `dimensions` with nan (or None) for what is missing."""
    wanted = ("one number", "a list of numbers", "a table of numbers", "a list of tables of numbers")[dimensions]
    try:
        raw = np.ma.filled(np.ma.asarray(values, dtype=object), np.nan) if np.ma.isMaskedArray(values) else values
        array = np.array(raw, dtype=np.float64)
    except (TypeError, ValueError):
        raise unfit("not_numbers" if _is_even(values, dimensions) else "shape", name=name, wanted=wanted) from None
    except OverflowError:  # a whole number that no double holds
        raise unfit("infinite", name=name) from None
    if array.ndim != dimensions:
        raise unfit("shape", name=name, wanted=wanted)
    if (np.abs(array[~np.isnan(array)]) > LARGEST).any():
        raise unfit("infinite", name=name)
    return array


def _is_even(values: Any, dimensions: int) -> bool:
    """Whether these are rows of equal length, so that what is wrong is what stands in them."""
    try:
        return np.array(values, dtype=object).ndim == dimensions
    except ValueError:
        return False


def number(value: Any, name: str, *, above: float = -np.inf, least: float = -np.inf, most: float = np.inf) -> float:
    """One number that is there, above `above`, not under `least` and not over `most`."""
    found = float(numbers(value, name, 0))
    if np.isnan(found) or found <= above or found < least or found > most:
        raise unfit("range", name=name, value=found, wanted=_wanted(above, least, most))
    return found


def _wanted(above: float, least: float, most: float) -> str:
    limits = ((">", above), (">=", least), ("<=", most))
    return ", ".join(f"{sign} {limit:g}" for sign, limit in limits if np.isfinite(limit)) or "a number"


def whole(value: Any, name: str, *, least: int = 0, most: int = 2**63 - 1) -> int:
    """A whole number from `least` to `most`."""
    found = number(value, name, least=least, most=most)
    if found != int(found):
        raise unfit("range", name=name, value=found, wanted=f"{least}, {least + 1}, {least + 2} …")
    return int(value if isinstance(value, int) else found)


def listed(values: Any, name: str) -> tuple[Hashable, ...]:
    """Codes in the order in which they are given, each once."""
    try:
        return tuple(dict.fromkeys(_plain(value) for value in values))
    except TypeError:
        raise unfit("shape", name=name, wanted="a list of codes") from None


def vector(values: Any, name: str) -> tuple[Floats, int]:
    """The values that are there, and how many are missing."""
    array = numbers(values, name, 1)
    there = ~np.isnan(array)
    return array[there], int((~there).sum())


def together(needed: int, **columns: Any) -> tuple[list[Floats], Bools]:
    """Columns of equal length cut to the rows where all are there, and which rows those are. At least `needed` of them."""
    arrays = {name: numbers(values, name, 1) for name, values in columns.items()}
    names = list(arrays)
    for name in names[1:]:
        same_length(arrays[names[0]], arrays[name], names[0], name)
    kept = ~np.any([np.isnan(array) for array in arrays.values()], axis=0)
    enough(int(kept.sum()), needed, " + ".join(names))
    return [array[kept] for array in arrays.values()], kept


def same_length(
    first: Sequence[Any] | NDArray[Any], second: Sequence[Any] | NDArray[Any], name: str, other: str
) -> None:
    """Unfit unless there is one of each for everybody."""
    if len(first) != len(second):
        raise unfit("unequal", first=name, m=len(first), second=other, n=len(second))


def enough(found: int, needed: int, name: str) -> None:
    """Unfit if there are fewer than needed."""
    if found < needed:
        raise unfit("too_few", found=found, needed=needed, name=name)


def codes(values: Any, name: str) -> tuple[tuple[Hashable, ...], Ints]:
    """The levels of a grouping in order, and for each value the place of its level; -1 where it is missing."""
    try:
        column = [_plain(value) for value in values]
        levels = sorted({value for value in column if value is not None}, key=_order)
    except TypeError:
        raise unfit("shape", name=name, wanted="a list of codes") from None
    place = {level: at for at, level in enumerate(levels)}
    return tuple(levels), np.array([-1 if value is None else place[value] for value in column], dtype=np.intp)


def _plain(value: Any) -> Hashable:
    value = value.item() if isinstance(value, np.generic) else value
    missing = value is None or (isinstance(value, str) and not value) or (isinstance(value, float) and np.isnan(value))
    return None if missing else value


def _order(level: Hashable) -> tuple[bool, Any]:
    """Numbers first, in their order, then words."""
    is_number = isinstance(level, int | float)
    return (not is_number, level if is_number else str(level))


def has_spread(values: Floats, size: float = 0.0) -> bool:
    """Whether these values differ by more than rounding, of themselves or of the numbers (`size`) they were made from."""
    return bool(len(values) and np.ptp(values) > max(ROUNDING * max(size, float(np.abs(values).max())), SMALLEST))


def spread(values: Floats, name: str, size: float = 0.0) -> float:
    """The standard deviation (n - 1). Unfit if all are equal."""
    if not has_spread(values, size):
        raise unfit("no_spread", name=name)
    return float(values.std(ddof=1))
