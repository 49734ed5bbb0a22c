"""The rows of a file of results, each checked by itself and against the others. What is wrong is said by row; nothing is
dropped without a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext

from mithaq.core.errors import Unreadable
from mithaq.register.instruments.tables.cells import (
    Doubtful,
    Unfit,
    as_date,
    is_hijri,
    language,
    lines_said,
    of_two_calendars,
    score,
    truth,
    year_month_day,
)
from mithaq.register.instruments.tables.columns import DAYS, FIELDS, NAMES, SCORES, Matched, field_words

T = TypeVar("T")
UNSCORED = 100.0  # of a file that tells who took part and no scores: nothing is out of it
AVERAGES = frozenset(
    {"overall average", "overall average grade", "المتوسط العام", "المعدل العام"}
)  # Moodle's last line


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a row, and how to put it right. `column` is what the column stands for."""

    row: int
    column: str
    message: str

    def said(self) -> str:
        """The whole as one sentence."""
        told = field_words(self.column)
        text = gettext("Row %(row)s, %(field)s: %(message)s") if told else gettext("Row %(row)s: %(message)s")
        return text % {"row": self.row, "field": told, "message": self.message}


@dataclass(slots=True)
class Row:
    """A row as it was understood. Empty or None: the file does not say."""

    line: int
    words: dict[str, str] = field(default_factory=dict)
    pre: float | None = None
    post: float | None = None
    followup: float | None = None
    maximum: float | None = None
    pre_on: date | None = None
    post_on: date | None = None
    followup_on: date | None = None
    completed: bool | None = None
    percent: bool = False  # a score is written with a percent sign
    language: str = ""
    points: dict[int, str] = field(default_factory=dict)  # by question: points, or the answer itself
    chosen: dict[int, str] = field(default_factory=dict)  # by question: what was chosen

    @property
    def answers(self) -> bool:
        """Whether there is an answer to some question."""
        return any(self.points.values()) or any(self.chosen.values())


@dataclass(slots=True)
class Understood:
    """The rows of a file, what is wrong, and what is worth knowing."""

    rows: list[Row]
    wrong: list[Wrong]
    notes: list[str]


def understood(
    lines: Sequence[list[str]], by: Matched, wave: str = "post", maximum: float | None = None, skipped: int = 0
) -> Understood:
    """The rows below the header, cells understood. `wave`: which test a column of scores, days or points is of; `maximum`: the
    highest score where the file does not say; `skipped`: how many lines of the file were empty before the header."""
    made = Understood([], [], [])
    kept = _kept(lines, by, made, 2 + skipped)
    if not kept and not made.wrong:
        raise Unreadable(
            "The file has no rows. It needs a line of column names and a line for every person.", code="empty"
        )
    made.rows = [Row(number) for number, _ in kept]
    _items(kept, by, made)
    _words(kept, by, made)
    for name in ("max", *SCORES):
        if name in by.fields:
            target = {"max": "maximum", "score": wave}.get(name, name)
            _column(kept, by.fields[name], name, score, made, target)
    _maxima(made.rows, by, maximum)
    if "completed" in by.fields:
        _column(kept, by.fields["completed"], "completed", truth, made, "completed")
    for name in DAYS:
        if name in by.fields:
            _days(kept, by.fields[name], name, made, f"{wave}_on" if name == "on" else name)
    _check_scores(made, "score" if "score" in by.fields else "", wave)
    return made


def _kept(lines: Sequence[list[str]], by: Matched, made: Understood, first: int) -> list[tuple[int, list[str]]]:
    """The lines that speak of somebody, with their numbers in the file; a line that is shorter or longer is wrong."""
    kept, width = [], len(lines[0]) if lines else 0
    for number, line in enumerate(lines[1:], first):
        if not any(line):
            continue
        if by.moodle and any(cell.strip().lower() in AVERAGES for cell in line):
            made.notes.append(gettext("Row %(row)s holds averages and was left out.") % {"row": number})
            continue
        if len(line) < width or any(line[width:]):
            message = gettext("It has %(have)s cells, and there are %(want)s columns.")
            made.wrong.append(Wrong(number, "", message % {"have": len(line), "want": width}))
            continue
        kept.append((number, line))
    return kept


def _words(kept: list[tuple[int, list[str]]], by: Matched, made: Understood) -> None:
    names = [name for name in ("course", "offering", "party", "person", "area", *NAMES) if name in by.fields]
    places = [by.fields[name] for name in names]
    for row, (_, line) in zip(made.rows, kept, strict=True):
        row.words = {name: line[at] for name, at in zip(names, places, strict=True)}


def _items(kept: list[tuple[int, list[str]]], by: Matched, made: Understood) -> None:
    """What stands in the columns of questions, and in which language they were asked: kept with the answers alone."""
    if not by.items:
        if "language" in by.fields:
            made.notes.append(gettext("The language is kept with answers by question, and this file has none."))
        return
    for row, (_, line) in zip(made.rows, kept, strict=True):
        row.points = {number: line[at] for number, at in by.questions.items()}
        row.chosen = {number: line[at] for number, at in by.choices.items()}
    if "language" in by.fields:
        _column(kept, by.fields["language"], "language", language, made, "language")


def _reason(kind: str) -> str:
    known = {
        "score": gettext("Write a number, or leave it empty."),
        "thousands": gettext("The comma may part thousands or begin decimals. Write the number without it."),
        "truth": gettext("Write yes or no, or leave it empty."),
        "language": gettext("Write ar or en, Arabic or English, or leave it empty."),
        "day": gettext("Write the day as 2027-03-14 or 14/3/2027."),
    }
    return known[kind]


def _column(
    kept: list[tuple[int, list[str]]], at: int, name: str, read: Callable[[str], Any], made: Understood, target: str
) -> None:
    for row, (number, line) in zip(made.rows, kept, strict=True):
        try:
            value = read(line[at])
        except Unfit as unfit:
            kind = {"completed": "truth", "language": "language"}.get(name, "score")
            made.wrong.append(Wrong(number, name, _reason("thousands" if isinstance(unfit, Doubtful) else kind)))
        else:
            if value is not None:
                setattr(row, target, value)
                row.percent |= target != "maximum" and "%" in line[at]


def _maxima(rows: list[Row], by: Matched, said: float | None) -> None:
    """The highest score where no column says it: the name of the column does, or who sends the file, or it is a percentage."""
    named, said = by.most.get(by.fields.get("score", -1)), said if by.scored or by.items else said or UNSCORED
    for row in rows:
        if row.maximum is None:
            row.maximum = float(named) if named is not None else said or (100.0 if row.percent else None)


def _days(kept: list[tuple[int, list[str]]], at: int, name: str, made: Understood, target: str) -> None:
    found: list[tuple[int, int, int] | None] = []
    for number, line in kept:
        try:
            found.append(year_month_day(line[at]))
        except Unfit:
            found.append(None)
            made.wrong.append(Wrong(number, name, _reason("day")))
    mixed = set(of_two_calendars(found, [number for number, _ in kept]))
    for row, day in zip(made.rows, found, strict=True):
        if row.line in mixed:
            message = gettext("The other days of this column are by the other calendar. Write all of them by one.")
            made.wrong.append(Wrong(row.line, name, message))
        elif day:
            try:
                setattr(row, target, as_date(day))
            except Unfit:
                made.wrong.append(Wrong(row.line, name, gettext("There is no such day.")))
    if not mixed and any(day and is_hijri(day[0]) for day in found):
        made.notes.append(
            gettext("The days of “%(field)s” are Hijri and were converted (Umm al-Qura).") % {"field": FIELDS[name]}
        )


def _check_scores(made: Understood, single: str, wave: str) -> None:
    """Every row has a highest score, and scores between zero and it."""
    low, above = gettext("The score is below zero."), gettext("The score is above the highest score, %(most)s.")
    percent = gettext("A percentage goes with a highest score of 100. Write points, or 100 as the highest score.")
    lacking = gettext("The highest score is missing or not above zero.")
    for row in made.rows:
        if row.maximum is None or row.maximum <= 0:
            if not row.points and not row.chosen:
                made.wrong.append(Wrong(row.line, "max", lacking))
            continue
        if row.percent and row.maximum != 100:
            made.wrong.append(Wrong(row.line, single, percent))
            continue
        for name in ("pre", "post", "followup"):
            value = getattr(row, name)
            if value is None:
                continue
            column = single if name == wave and single else name
            if value < 0:
                made.wrong.append(Wrong(row.line, column, low))
            elif value > row.maximum:
                made.wrong.append(Wrong(row.line, column, above % {"most": f"{row.maximum:g}"}))


def told_of(rows: Sequence[Row]) -> list[str]:
    """What is worth knowing of rows in which nothing is wrong: who has no score before or after, where all are equal."""
    notes = []
    before = [row.line for row in rows if row.pre is None and row.post is not None]
    after = [row.line for row in rows if row.pre is not None and row.post is None]
    neither = [row.line for row in rows if row.pre is None and row.post is None and row.followup is None]
    for found, message in (
        (
            before,
            gettext(
                "%(count)s people have a score after and none before (rows %(rows)s): no gain can be told of them."
            ),
        ),
        (after, gettext("%(count)s people have a score before and none after (rows %(rows)s): they count as missing.")),
        (neither, gettext("%(count)s people have no score at all (rows %(rows)s).")),
    ):
        if found:
            notes.append(message % {"count": len(found), "rows": lines_said(found)})
    for name in ("pre", "post"):
        values = [value for row in rows if (value := getattr(row, name)) is not None]
        if len(values) > 1 and len(set(values)) == 1:
            message = gettext("All scores of “%(field)s” are equal: a gain can be told, and not how sure it is.")
            notes.append(message % {"field": FIELDS[name]})
    return notes
