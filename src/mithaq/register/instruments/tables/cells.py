"""What stands in a cell: a score, a day by either calendar, yes or no, a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import pgettext

from mithaq.core.dates import from_hijri
from mithaq.core.numbers import is_of_two_minds
from mithaq.core.text import fold


def _folded(*words: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


MISSING = _folded("", "-", "–", "—", "na", "n/a", "nan", "null", "none", "لا يوجد")
YES = _folded("1", "yes", "y", "true", "completed", "complete", "passed", "نعم", "اتم", "اكمل", "ناجح", "اجتاز")
NO = _folded("0", "no", "n", "false", "لا", "لم يتم", "لم يكمل", "absent", "غائب", "dropped")
LANGUAGES = {
    **dict.fromkeys(_folded("ar", "ara", "arabic", "عربي", "عربية", "العربية"), "ar"),
    **dict.fromkeys(_folded("en", "eng", "english", "انجليزي", "انجليزية", "الانجليزية"), "en"),
    **dict.fromkeys(_folded("انكليزي", "انكليزية", "الانكليزية"), "en"),
}
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t].*)?|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ ,t].*)?")
_WRITTEN = re.compile(
    r"(\d{1,2}) ([^\W\d]+(?: [^\W\d]+)?),? (\d{4})(?:[ ,].*)?"
)  # as Moodle writes: 14 March 2027 10:05 AM
_MONTHS = (
    *("january يناير", "february فبراير", "march مارس", "april ابريل", "may مايو", "june يونيو", "july يوليو"),
    *("august اغسطس", "september سبتمبر", "october اكتوبر", "november نوفمبر", "december ديسمبر"),
)
_LEVANT = ("كانون الثاني", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول", "تشرين الاول")
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items()) if name.isascii()}
MONTHS |= {name: number for number, name in enumerate((*_LEVANT, "تشرين الثاني", "كانون الاول"), 1)}
HIJRI = range(1300, 1600)
LARGEST = 99_999.0


class Unfit(ValueError):
    """A cell that holds no such thing."""


class Doubtful(Unfit):
    """A cell that may mean two things."""


def score(cell: str) -> float | None:
    """The score in a cell, to two decimals; None where there is none. Unfit for what is no number, Doubtful for 1,000.

    A decimal comma and Arabic digits are read, and a percent sign is taken off.
    """
    if "_" in cell:  # which Python reads as nothing
        raise Unfit
    try:
        found = float(cell)
    except ValueError:
        text = fold(cell).text.strip()
        if text in MISSING:
            return None
        if is_of_two_minds(text):
            raise Doubtful from None
        try:
            found = float(text.removesuffix("%").strip().replace(",", "."))
        except ValueError as wrong:
            raise Unfit from wrong
    if not abs(found) <= LARGEST:  # also not a number
        if found != found and cell.strip().lower() in MISSING:
            return None
        raise Unfit
    return round(found, 2)


def truth(cell: str) -> bool | None:
    """Yes or no; None where the cell is empty. Unfit for anything else."""
    text = fold(cell).text.strip()
    if text in YES:
        return True
    if text in NO:
        return False
    if text in MISSING:
        return None
    raise Unfit


def language(cell: str) -> str | None:
    """The language, ar or en; None where the cell is empty. Unfit for anything else."""
    text = fold(cell).text.strip()
    if text in MISSING:
        return None
    if text not in LANGUAGES:
        raise Unfit
    return LANGUAGES[text]


def year_month_day(cell: str) -> tuple[int, int, int] | None:
    """The numbers of a day as it is written, by whichever calendar; None for an empty cell. Unfit for what is no day."""
    text = fold(cell).text.strip()
    if text in MISSING:
        return None
    if found := _DAY.fullmatch(text):
        first = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
        year, month, day = map(int, first)
        return year, month, day
    if (found := _WRITTEN.fullmatch(text)) and (number := MONTHS.get(found[2])):
        return int(found[3]), number, int(found[1])
    raise Unfit


def is_hijri(year: int) -> bool:
    """Whether this is a year of the Hijri calendar."""
    return year in HIJRI


def as_date(numbers: tuple[int, int, int]) -> date:
    """The day of these numbers, a Hijri one by Umm al-Qura. Unfit where there is no such day."""
    year, month, day = numbers
    try:
        if not is_hijri(year):
            return date(year, month, day)
        return date.fromisoformat(from_hijri(year, month, day) or "")
    except ValueError as wrong:
        raise Unfit from wrong


def of_two_calendars(days: Sequence[tuple[int, int, int] | None], lines: Sequence[int]) -> list[int]:
    """The lines whose days are written by the calendar that fewer of them use; none where all use one."""
    years = [(day[0], line) for day, line in zip(days, lines, strict=True) if day]
    hijri = [line for year, line in years if is_hijri(year)]
    other = [line for year, line in years if not is_hijri(year)]
    return min(hijri, other, key=len) if hijri and other else []


def lines_said(lines: Iterable[int], shown: int = 5) -> str:
    """Numbers of lines as a sentence names them, the first few and how many in all."""
    told = list(lines)
    return pgettext("between names", ", ").join(map(str, told[:shown])) + (
        f" … ({len(told)})" if len(told) > shown else ""
    )
