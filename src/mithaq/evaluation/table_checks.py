"""What is wrong in a table of results, said with its lines and what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from mithaq.core.errors import Problem
from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.lord import Selection

SHOWN = 5
DATES = ("date", "taken_on")
SCORES = ("pre", "post", "followup")
MISSING = frozenset({"", "-", "–", "—", "na", "n/a", "nan", "null", "none"})
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
        raise wrong(
            _("“%(name)s” holds something that is not a number (%(lines)s). Correct it, or leave it empty."),
            "not_a_number", bad, name=name,
        ) from None  # fmt: skip
    if np.isinf(found).any():
        bad = [lines[at] for at in np.flatnonzero(np.isinf(found))]
        raise wrong(_("“%(name)s” is infinite in some lines (%(lines)s). Correct it."), "infinite", bad, name=name)
    return found


def _score(cell: Any) -> float:
    if isinstance(cell, str):
        text = cell.strip()
        if text.lower() in MISSING:
            return np.nan
        if "_" in text:
            raise ValueError(text)
        return float(text.replace("٫", ".").replace(",", ".").removesuffix("%").removesuffix("٪"))
    return np.nan if cell is None else float(cell)


def _is_score(cell: Any) -> bool:
    try:
        _score(cell)
    except (TypeError, ValueError):
        return False
    return True


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
