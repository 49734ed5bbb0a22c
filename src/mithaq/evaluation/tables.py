"""A table of results, read from CSV and checked: one row a person in an offering of a course."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from io import StringIO
from typing import Any

import numpy as np

from mithaq.core.text import fold
from mithaq.evaluation.arrays import Floats
from mithaq.evaluation.table_checks import (
    SCORES,
    BadTable,
    check,
    codes_of,
    known_selection,
    one_calendar,
    scores_of,
    wrong,
)

SEPARATOR = re.compile(r"\s*sep=([,;\t])[ \t]*\n", re.IGNORECASE)
SEPARATORS = ",;\t،؛"
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
FOLDED = {fold(name).text: column for name, column in NAMES.items()}


def _(text: str) -> str:
    """Marks the key of a translation. It is said in the user's language where it is shown, not here."""
    return text


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
    """The table in a CSV text, its columns separated by commas, semicolons (also Arabic ones) or tabs. BadTable says what is
    wrong and where."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in lines:
        raise BadTable(_("This is no table in text. Save the results as CSV in UTF-8, then try again."), code="no_text")
    first, mark = SEPARATOR.match(lines), ""
    if first:  # what Excel writes above a table
        lines, mark = "\n" * first[0].count("\n") + lines[first.end() :], first[1]  # other lines keep their numbers
    if not lines.strip():
        raise BadTable(
            _("The table is empty. It needs a line of column names and a line for every person."), code="empty"
        )
    head = lines.lstrip().split("\n", 1)[0]
    rows = csv.reader(StringIO(lines), delimiter=mark or max(SEPARATORS, key=head.count))
    try:
        return _read(rows)
    except csv.Error:
        raise BadTable(_("Line %(lines)s cannot be read: a cell in it is far too long or has no end. Check its quotation marks."), code="no_end",
            lines=rows.line_num,
        ) from None  # fmt: skip


def _read(rows: Any) -> Table:
    head: list[str] = next((row for row in rows if any(cell.strip() for cell in row)), [])
    names = [FOLDED.get(name, name) for name in (fold(cell).text.strip() for cell in head)]
    if lacking := [name for name in NEEDED if name not in names]:
        raise BadTable(_("The table lacks these columns: %(names)s. It needs course, offering, party, person, pre, post, max."),
            code="no_column", names=", ".join(lacking),
        )  # fmt: skip
    if twice := [name for name in dict.fromkeys(names) if name in NAMES.values() and names.count(name) > 1]:
        raise BadTable(
            _("These columns stand twice in the table: %(names)s. Keep one of each."),
            code="column_twice",
            names=", ".join(twice),
        )
    kept = [(rows.line_num, row) for row in rows if any(cell.strip() for cell in row)]
    if not kept:
        raise BadTable(
            _("The table is empty. It needs a line of column names and a line for every person."), code="empty"
        )
    if short := [line for line, row in kept if len(row) < len(names)]:
        raise wrong(
            _("Some lines have fewer cells than there are columns (%(lines)s). Correct them."), "short_line", short
        )
    if long := [line for line, row in kept if any(cell.strip() for cell in row[len(names) :])]:
        raise wrong(
            _("Some lines have more cells than there are columns (%(lines)s). Put cells that hold the separator in quotation marks."),
            "long_line", long,
        )  # fmt: skip
    return make_table({name: [row[at] for _, row in kept] for at, name in enumerate(names)}, [line for line, _ in kept])


def make_table(columns: Mapping[str, Sequence[Any]], lines: Sequence[int] | None = None) -> Table:
    """The table made of columns by name, each with one entry a row (texts or numbers; empty or None where missing)."""
    at = list(range(1, 1 + len(columns["course"])) if lines is None else lines)
    words = {name: codes_of(name, columns[name], at) for name in NEEDED[:4]}
    for name, cells in words.items():
        if empty := [line for line, cell in zip(at, cells, strict=True) if not cell]:
            raise wrong(_("“%(name)s” is empty in some lines (%(lines)s). Fill it in."), "no_code", empty, name=name)
    one_calendar(columns, at)
    if "selection" in columns:
        known_selection(columns["selection"], at)
    scores = {name: scores_of(name, columns[name], at) for name in (*SCORES, "max") if name in columns}
    check(words, scores, at)
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
