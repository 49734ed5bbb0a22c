"""What is wrong in a table of results, said with its lines and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from mithaq.core.errors import Problem
from mithaq.core.numbers import is_of_two_minds
from mithaq.core.text import fold
from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.lord import Selection

SHOWN = 5
DATES = ("date", "taken_on")
SCORES = ("pre", "post", "followup")
MISSING = frozenset({"", "-", "na", "n/a", "nan", "null", "none"})  # as they are when folded
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]*)?")
# Marks of direction and joints that tell two codes apart which look the same.
_UNSEEN = dict.fromkeys(
    [0xAD, 0x61C, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF]
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# A cell that is a date, and a year in a column of dates, however the rest is written.
DAY = re.compile(r"(\d{4})[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4})")
YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


class BadTable(Problem, ValueError):
    """A table that cannot be evaluated; the message names the lines and says what to do."""

    code, status = "bad_table", 422
    text = "This table cannot be evaluated."


def wrong(text: str, code: str, lines: Iterable[int], **params: Any) -> BadTable:
    """The error of these lines, of which the first are named."""
    found = list(lines)
    told = ", ".join(map(str, found[:SHOWN])) + (f" … ({len(found)})" if len(found) > SHOWN else "")
    return BadTable(text, code=code, lines=told, **params)


def scores_of(name: str, cells: Sequence[Any], lines: list[int]) -> Floats:
    """The numbers of a column, nan where one is missing."""
    try:
        found = np.array([_score(cell) for cell in cells], dtype=np.float64)
    except ValueError:
        bad = [line for line, cell in zip(lines, cells, strict=True) if not _is_score(cell)]
        if thousands := [line for line, cell in zip(lines, cells, strict=True) if _parts_thousands(cell)]:
            raise wrong(
                _("“%(name)s” holds a comma that may part thousands or begin decimals (%(lines)s). Write the number without it."),
                "thousands", thousands, name=name,
            ) from None  # fmt: skip
        raise wrong(
            _("“%(name)s” holds something that is not a number (%(lines)s). Correct it, or leave it empty."),
            "not_a_number", bad, name=name,
        ) from None  # fmt: skip
    if np.isinf(found).any():
        bad = [lines[at] for at in np.flatnonzero(np.isinf(found))]
        raise wrong(_("“%(name)s” is infinite in some lines (%(lines)s). Correct it."), "infinite", bad, name=name)
    return found


def _score(cell: Any) -> float:
    if not isinstance(cell, str):
        return np.nan if cell is None else float(cell)
    if _PLAIN.fullmatch(cell):
        return float(cell)
    text = fold(cell).text.strip()
    if text in MISSING:
        return np.nan
    found = float(text.removesuffix("%").replace(",", "."))
    if "_" in text or is_of_two_minds(text) or np.isnan(found):
        raise ValueError(text)
    return found


def _is_score(cell: Any) -> bool:
    try:
        _score(cell)
    except (TypeError, ValueError):
        return False
    return True


def _parts_thousands(cell: Any) -> bool:
    return isinstance(cell, str) and is_of_two_minds(fold(cell).text.strip())


def codes_of(name: str, cells: Sequence[Any], lines: list[int]) -> list[str]:
    """The codes of a column without what cannot be seen in them. BadTable where one holds a line break or the like."""
    found = [str(cell).translate(_UNSEEN).strip() for cell in cells]
    if bad := [line for line, cell in zip(lines, found, strict=True) if _CONTROL.search(cell)]:
        raise wrong(
            _("“%(name)s” holds a line break or another control character (%(lines)s). Write it in one line."),
            "control", bad, name=name,
        )  # fmt: skip
    return found


def check(words: Mapping[str, list[str]], scores: Mapping[str, Floats], lines: list[int]) -> None:
    """BadTable where a score does not fit its maximum, or a person stands twice in an offering."""
    at, top = np.array(lines), scores["max"]
    if len(bad := at[~(top > 0)]):
        raise wrong(
            _("The highest score (max) is missing or not above zero in some lines (%(lines)s). Fill it in."),
            "no_maximum",
            bad,
        )
    for name in SCORES:
        if name in scores and len(bad := at[scores[name] > top]):
            raise wrong(
                _("“%(name)s” is above the highest score in some lines (%(lines)s). Correct the score or max."),
                "above_maximum", bad, name=name,
            )  # fmt: skip
        if name in scores and len(bad := at[scores[name] < 0]):
            raise wrong(
                _("“%(name)s” is below zero in some lines (%(lines)s). Correct it."), "below_zero", bad, name=name
            )
    keys = list(zip(words["course"], words["offering"], words["person"], strict=True))
    if len(set(keys)) < len(keys):
        times = Counter(keys)
        parties = Counter(key for key, _party in set(zip(keys, words["party"], strict=True)))
        if of_two := [line for line, key in zip(lines, keys, strict=True) if parties[key] > 1]:
            raise wrong(
                _("A person stands for two parties in one offering (%(lines)s). Correct the party, or give two people two codes."),
                "two_parties", of_two,
            )  # fmt: skip
        twice = [line for line, key in zip(lines, keys, strict=True) if times[key] > 1]
        raise wrong(
            _("A person stands twice in one offering (%(lines)s). Keep one line for each person."),
            "person_twice",
            twice,
        )


def one_calendar(columns: Mapping[str, Sequence[Any]], lines: list[int]) -> None:
    """Dates of a column are written by one calendar: years of both cannot be put in order."""
    for name in (name for name in columns if name not in (*SCORES, "max")):
        look = YEAR.search if name in DATES else DAY.fullmatch
        found = {cell: look(str(cell).strip()) for cell in dict.fromkeys(columns[name])}
        years = {cell: int(next(filter(None, day.groups()))) for cell, day in found.items() if day}
        hijri = {cell for cell, year in years.items() if 1300 <= year < 1600}
        if hijri and len(hijri) < len(years):
            few = hijri if len(hijri) * 2 <= len(years) else set(years) - hijri
            bad = [line for line, cell in zip(lines, columns[name], strict=True) if cell in few]
            raise wrong(
                _("“%(name)s” mixes Hijri and Gregorian dates (%(lines)s). Write all of them by one calendar."),
                "two_calendars", bad, name=name,
            )  # fmt: skip


def known_selection(cells: Sequence[Any], lines: list[int]) -> None:
    """BadTable where a word for how people were chosen is not one of those that are known."""
    known = {"", *Selection}
    if bad := [line for line, cell in zip(lines, cells, strict=True) if str(cell or "").strip() not in known]:
        raise wrong(
            _("“selection” holds a word that is not known (%(lines)s). Write test, nominated, volunteer, unit or unknown."),
            "bad_selection", bad,
        )  # fmt: skip
