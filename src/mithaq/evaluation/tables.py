"""A table of results, read from CSV and checked: one row a person in an offering of a course."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from io import StringIO
from typing import Any

import numpy as np

from mithaq.core.errors import Problem
from mithaq.evaluation.arrays import Floats

SHOWN = 5
NEEDED = ("course", "offering", "party", "person", "pre", "post", "max")
# What columns may also be called, as ministries write them.
NAMES = {
    **dict(zip(NEEDED, NEEDED, strict=True)), "followup": "followup", "area": "area", "selection": "selection",
    "date": "date", "maximum": "max", "follow-up": "followup", "follow_up": "followup", "state": "party",
    "الدورة": "course", "دورة": "course", "الانعقاد": "offering", "انعقاد": "offering", "الطرف": "party",
    "الدولة": "party", "طرف": "party", "دولة": "party", "الشخص": "person", "المتدرب": "person", "شخص": "person",
    "قبل": "pre", "القبلي": "pre", "الاختبار القبلي": "pre", "بعد": "post", "البعدي": "post",
    "الاختبار البعدي": "post", "الحد الأعلى": "max", "الدرجة القصوى": "max", "المتابعة": "followup",
    "المجال": "area", "الاختيار": "selection", "التاريخ": "date",
}  # fmt: skip
SCORES = ("pre", "post", "followup")
MISSING = frozenset({"", "-", "–", "—", "na", "n/a", "nan", "null", "none"})
DAY = re.compile(r"(\d{4})[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4})")


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


class BadTable(Problem, ValueError):
    """A table that cannot be evaluated; the message names the lines and says what to do."""

    code, status = "bad_table", 422
    text = "This table cannot be evaluated."


@dataclass(frozen=True, slots=True)
class Table:
    """Checked results, in the order of course, offering, party, person; scores and `maximum` nan where missing.

    `lines` are those of the file, for messages; `area`, `selection` and `followup` are None where there is no such column.
    """

    course: tuple[str, ...]
    offering: tuple[str, ...]
    party: tuple[str, ...]
    person: tuple[str, ...]
    pre: Floats
    post: Floats
    maximum: Floats
    followup: Floats | None
    area: tuple[str, ...] | None
    selection: tuple[str, ...] | None
    lines: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.course)

    @property
    def data_hash(self) -> str:
        """SHA-256 of everything that counts: the same for the same results in any order of rows."""
        kept = [getattr(self, field.name) for field in fields(self) if field.name != "lines"]
        columns = [column if isinstance(column, tuple) else column.tolist() for column in kept if column is not None]
        return sha256("\n".join(map(repr, zip(*columns, strict=True))).encode()).hexdigest()


def read_table(text: str) -> Table:
    """The table in a CSV text, its columns separated by commas, semicolons or tabs. BadTable says what is wrong and where."""
    lines = text.removeprefix("\ufeff")
    if not lines.strip():
        raise BadTable("The table is empty. It needs a line of column names and a line for every person.", code="empty")
    head = lines.lstrip().splitlines()[0]
    rows = csv.reader(StringIO(lines), delimiter=max(",;\t", key=head.count))
    names = [NAMES.get(name.strip().lower(), name.strip().lower()) for name in next(rows)]
    if lacking := [name for name in NEEDED if name not in names]:
        raise BadTable(
            "The table lacks these columns: %(names)s. It needs course, offering, party, person, pre, post, max.",
            code="no_column", names=", ".join(lacking),
        )  # fmt: skip
    kept = [(rows.line_num, row) for row in rows if any(cell.strip() for cell in row)]
    if not kept:
        raise BadTable("The table is empty. It needs a line of column names and a line for every person.", code="empty")
    if short := [line for line, row in kept if len(row) < len(names)]:
        raise _wrong(
            _("Some lines have fewer cells than there are columns (%(lines)s). Correct them."), "short_line", short
        )
    return make_table({name: [row[at] for _, row in kept] for at, name in enumerate(names)}, [line for line, _ in kept])


def make_table(columns: Mapping[str, Sequence[Any]], lines: Sequence[int] | None = None) -> Table:
    """The table made of columns by name, each with one entry a row (texts or numbers; empty or None where missing)."""
    at = list(range(1, 1 + len(columns["course"])) if lines is None else lines)
    words = {name: [str(cell).strip() for cell in columns[name]] for name in ("course", "offering", "party", "person")}
    for name, cells in words.items():
        if empty := [line for line, cell in zip(at, cells, strict=True) if not cell]:
            raise _wrong(_("“%(name)s” is empty in some lines (%(lines)s). Fill it in."), "no_code", empty, name=name)
    _one_calendar(columns, at)
    scores = {name: _scores(name, columns[name], at) for name in (*SCORES, "max") if name in columns}
    _check(words, scores, at)
    extra = {
        name: tuple(str(cell).strip() for cell in columns[name]) for name in ("area", "selection") if name in columns
    }
    return _sorted(words, scores, extra, at)


def _sorted(
    words: Mapping[str, list[str]], scores: Mapping[str, Floats], extra: Mapping[str, tuple[str, ...]], lines: list[int]
) -> Table:
    keys = list(zip(words["course"], words["offering"], words["party"], words["person"], strict=True))
    order = sorted(range(len(keys)), key=keys.__getitem__)
    place = np.array(order, dtype=np.intp)
    later = scores.get("followup")
    more = {name: tuple(cells[at] for at in order) for name, cells in extra.items()}
    course, offering, party, person = (tuple(words[name][at] for at in order) for name in NEEDED[:4])
    return Table(
        course, offering, party, person, scores["pre"][place], scores["post"][place], scores["max"][place],
        None if later is None else later[place], more.get("area"), more.get("selection"), tuple(lines[at] for at in order),
    )  # fmt: skip


def _wrong(text: str, code: str, lines: Iterable[int], **params: Any) -> BadTable:
    found = list(lines)
    told = ", ".join(map(str, found[:SHOWN])) + (f" … ({len(found)})" if len(found) > SHOWN else "")
    return BadTable(text, code=code, lines=told, **params)


def _scores(name: str, cells: Sequence[Any], lines: list[int]) -> Floats:
    try:
        found = np.array([_score(cell) for cell in cells], dtype=np.float64)
    except ValueError:
        bad = [line for line, cell in zip(lines, cells, strict=True) if not _is_score(cell)]
        raise _wrong(
            _("“%(name)s” holds something that is not a number (%(lines)s). Correct it, or leave it empty."),
            "not_a_number", bad, name=name,
        ) from None  # fmt: skip
    if np.isinf(found).any():
        bad = [lines[at] for at in np.flatnonzero(np.isinf(found))]
        raise _wrong(_("“%(name)s” is infinite in some lines (%(lines)s). Correct it."), "infinite", bad, name=name)
    return found


def _score(cell: Any) -> float:
    if isinstance(cell, str):
        text = cell.strip()
        if text.lower() in MISSING:
            return np.nan
        return float(text.replace("٫", ".").replace(",", ".").removesuffix("%"))
    return np.nan if cell is None else float(cell)


def _is_score(cell: Any) -> bool:
    try:
        _score(cell)
    except (TypeError, ValueError):
        return False
    return True


def _check(words: Mapping[str, list[str]], scores: Mapping[str, Floats], lines: list[int]) -> None:
    at, top = np.array(lines), scores["max"]
    if len(bad := at[~(top > 0)]):
        raise _wrong(
            _("The highest score (max) is missing or not above zero in some lines (%(lines)s). Fill it in."),
            "no_maximum",
            bad,
        )
    for name in SCORES:
        if name in scores and len(bad := at[scores[name] > top]):
            raise _wrong(
                _("“%(name)s” is above the highest score in some lines (%(lines)s). Correct the score or max."),
                "above_maximum", bad, name=name,
            )  # fmt: skip
        if name in scores and len(bad := at[scores[name] < 0]):
            raise _wrong(
                _("“%(name)s” is below zero in some lines (%(lines)s). Correct it."), "below_zero", bad, name=name
            )
    keys = list(zip(words["course"], words["offering"], words["person"], strict=True))
    if len(set(keys)) < len(keys):
        times = Counter(keys)
        twice = [line for line, key in zip(lines, keys, strict=True) if times[key] > 1]
        raise _wrong(
            _("A person stands twice in one offering (%(lines)s). Keep one line for each person."),
            "person_twice",
            twice,
        )


def _one_calendar(columns: Mapping[str, Sequence[Any]], lines: list[int]) -> None:
    """Dates of a column are written by one calendar: years of both cannot be put in order."""
    for name in (name for name in columns if name not in (*SCORES, "max")):
        found = {cell: DAY.fullmatch(str(cell).strip()) for cell in dict.fromkeys(columns[name])}
        years = {cell: int(day[1] or day[2]) for cell, day in found.items() if day}
        hijri = {cell for cell, year in years.items() if 1300 <= year < 1600}
        if hijri and len(hijri) < len(years):
            few = hijri if len(hijri) * 2 <= len(years) else set(years) - hijri
            bad = [line for line, cell in zip(lines, columns[name], strict=True) if cell in few]
            raise _wrong(
                _("“%(name)s” mixes Hijri and Gregorian dates (%(lines)s). Write all of them by one calendar."),
                "two_calendars", bad, name=name,
            )  # fmt: skip
