"""Answers to the items of a form, checked and counted. Pure: items and what was sent in, answers and a score out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Protocol

from django.utils.translation import gettext

from mithaq.core.errors import Invalid
from mithaq.core.numbers import whole_number
from mithaq.core.text import fold
from mithaq.core.words import Bilingual

SCALE = 5
LONGEST = 2_000  # characters of an answer in words
ZERO = Decimal(0)


class Asked(Protocol):
    """What is needed of an item."""

    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def options(self) -> list[dict[str, str]]: ...
    @property
    def key(self) -> int | None: ...
    @property
    def points(self) -> Decimal: ...


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to the item of this number: what it counts, which option was chosen (from 0), what was written."""

    item: int
    value: Decimal | None = None
    choice: int | None = None
    text: str = ""


def answered(items: Iterable[Asked], given: Mapping[str, str], *, test: bool) -> tuple[list[Answered], Decimal | None]:
    """The answers to these items, out of what was sent by their numbers (``{"3": "2"}``), and in a test the score.

    A choice is sent by its place from 1, a place on the scale from 1 to 5, a number and words as they are written. What is
    left empty has no answer; in a test it is worth nothing. Invalid, by item, for what fits none.
    """
    wrong: dict[str, list[dict[str, str]]] = {}
    found: list[Answered] = []
    for item in items:
        raw = str(given.get(str(item.number), "") or "").strip()
        try:
            one = _answer(item, raw, test=test)
        except _Unfit as unfit:
            wrong[f"q{item.number}"] = [{"code": "answer", "message": str(unfit)}]
            continue
        if one is not None:
            found.append(one)
    if wrong:
        raise Invalid(wrong)
    return found, sum((one.value or ZERO for one in found), ZERO) if test else None


class _Unfit(ValueError):
    """An answer that fits no option."""


def _answer(item: Asked, raw: str, *, test: bool) -> Answered | None:
    counts = test and item.points > 0
    if not raw:
        return Answered(item.number, ZERO) if counts else None
    if item.kind == "text":
        if counts:
            return Answered(item.number, _points(item, raw))
        return Answered(item.number, text=raw[:LONGEST])
    if item.kind == "choice":
        place = _whole(raw, len(item.options)) - 1
        return Answered(item.number, _worth(item, place) if counts else None, place)
    if item.kind == "scale":
        return Answered(item.number, Decimal(_whole(raw, SCALE)))
    return Answered(item.number, _points(item, raw) if counts else _number(raw))


def _worth(item: Asked, place: int) -> Decimal:
    return item.points if place == item.key else ZERO


def _whole(raw: str, most: int) -> int:
    number = whole_number(fold(raw).text)
    if not 1 <= number <= most:
        raise _Unfit(gettext("Choose one of the answers, 1 to %(most)s.") % {"most": most})
    return number


def _number(raw: str) -> Decimal:
    try:
        number = Decimal(fold(raw).text.replace(",", "."))
    except InvalidOperation as wrong:
        raise _Unfit(gettext("Write a number.")) from wrong
    if not number.is_finite() or abs(number) >= 10_000_000:
        raise _Unfit(gettext("Write a number."))
    return number.quantize(Decimal("0.01"))


def _points(item: Asked, raw: str) -> Decimal:
    number = _number(raw)
    if not 0 <= number <= item.points:
        raise _Unfit(gettext("The points are from 0 to %(most)s.") % {"most": f"{item.points.normalize():f}"})
    return number


def answered_in_cells(
    items: Iterable[Asked], points: Mapping[int, str], chosen: Mapping[int, str], most: Mapping[int, Decimal]
) -> tuple[list[Answered], Decimal, dict[int, str]]:
    """The answers to these items of a test out of the points that stand for each, or out of what was chosen; their sum, and
    what is wrong by item. An empty cell is worth nothing.

    A number in `points` is always points, and what is no number there is the choice of an item that has one; `chosen` is
    always the choice. `most`: what the points of an item are out of, where it is not what the item is worth.
    """
    found, wrong = list[Answered](), dict[int, str]()
    for item in items:
        cell, choice = (_said(given.get(item.number, "")) for given in (points, chosen))
        if item.kind == "choice" and cell and not choice and not _is_number(cell):
            cell, choice = "", cell
        try:
            found.append(_in_cells(item, cell, choice, most.get(item.number)))
        except _Unfit as unfit:
            wrong[item.number] = str(unfit)
    return found, sum((one.value or ZERO for one in found), ZERO), wrong


def _said(cell: str) -> str:
    """What a cell says; Moodle writes a dash where nothing was answered."""
    said = cell.strip()
    return "" if said in ("-", "–", "—") else said


def _is_number(cell: str) -> bool:
    try:
        _number(cell)
    except _Unfit:
        return False
    return True


def _in_cells(item: Asked, cell: str, choice: str, most: Decimal | None) -> Answered:
    given = _out_of(item, cell, most) if cell else None
    if not choice:
        return Answered(item.number, given or ZERO)
    if item.kind != "choice":
        raise _Unfit(gettext("There is nothing to choose in this question. Write its points."))
    place = _whole(as_place(item, choice), len(item.options)) - 1
    if given is not None and given != _worth(item, place):
        raise _Unfit(gettext("The points do not go with what was chosen."))
    return Answered(item.number, _worth(item, place), place)


def _out_of(item: Asked, raw: str, most: Decimal | None) -> Decimal:
    """The points of an item, brought from what they are out of to what it is worth."""
    if not most or most == item.points:
        return _points(item, raw)
    number = _number(raw)
    if not 0 <= number <= most:
        raise _Unfit(gettext("The points are from 0 to %(most)s.") % {"most": f"{most.normalize():f}"})
    return (number * item.points / most).quantize(Decimal("0.01"))


LETTERS = (
    "abcdefghijklmnopqrstuvwxyz",
    fold("ابجدهوزحطيكلمنسعفصقرشت").text,
)  # as options are lettered in either language


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    """The text as it is compared."""
    return " ".join(fold(text).text.split())


def as_place(item: Asked, raw: str) -> str:
    """The place of the option that is written here in words, by its code or by its letter (A, B …; أ، ب …); what is written,
    where it is none of them."""
    said = _plain(raw)
    for place, option in enumerate(item.options, 1):
        if said and said in {_plain(option.get(name, "")) for name in ("code", "ar", "en")}:
            return str(place)
    letter = said.strip(".)(- ")
    places = [letters.index(letter) + 1 for letters in LETTERS if len(letter) == 1 and letter in letters]
    return str(places[0]) if item.kind == "choice" and places else raw.removesuffix(".0")


def marked_by_hand(items: Iterable[Asked]) -> list[int]:
    """The numbers of the items of a test that somebody has to mark: they count and are not chosen."""
    return [item.number for item in items if item.points > 0 and item.kind != "choice"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A question before it is an item: what an instrument begins with."""

    kind: str
    words: Bilingual
    asks: str = ""
    options: tuple[tuple[str, str, str], ...] = ()  # code, Arabic, English
    objective: int | None = None
