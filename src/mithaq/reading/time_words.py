"""The words of a sentence that speak of time, each as one letter, so that a date is a short pattern of letters."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mithaq.reading.lexicon import words
from mithaq.reading.page import Words

# The letter of each kind of time word in `lexicons/words/time.csv`; numbers and marks have their own below.
LETTERS = {
    "month": "M", "hijri_month": "H", "weekday": "W", "year": "Y", "the_year": "V", "month_word": "K", "the_month": "k",
    "day": "Z", "today": "t", "unit": "U", "the_unit": "u", "the_units": "q", "two_units": "B", "the_two_units": "D",
    "pair": "v", "past": "P", "next": "N", "current": "C", "latest": "l", "past_before": "<", "next_before": ">",
    "this": "=", "relative_day": "a", "edge": "e", "season": "s", "from": "f", "of": "O", "until": "i", "before": "b",
    "ago": "g", "between": "G", "since": "r", "the": "T", "and": "&", "every": "E", "era": "m", "hijri_era": "j",
    "ordinal_ending": "z", "repeated": "S", "ordinal": "o", "the_number": "p", "part": "Q", "week": "F",
    "during": "L", "the_decade": "X", "about": "A", "agency": "x",
}  # fmt: skip
OTHER, DAY_NUMBER, YEAR, HIJRI_YEAR, NUMBER, NUMBER_WORD = "_", "d", "y", "h", "n", "w"
_TRIGGERS = "MHWYVKktUFuqBDvasSEZXx"
# Words of time that follow each other, with one among them without which they are no time expression.
STRETCH = re.compile(f"[^_]*[{_TRIGGERS}yh][^_]*")
_MARKS = {",": ",", "،": ",", "-": "-", "/": "/", ".": ".", "(": "(", ")": ")", "ـ": "-"}
_CLITICS = ("و", "ف", "ب", "ك", "ل", "وب", "ول", "فب", "فل", "وك")
_MELTED = ("لل", "ولل", "فلل")


class TimeWord(NamedTuple):
    """One word of time: its letter, its code, its folded span without a clitic, its place among the sentence's words."""

    letter: str
    code: str
    start: int
    end: int
    place: int


_NO_TIME = TimeWord(OTHER, "", 0, 0, 0)


@cache
def _known() -> tuple[dict[str, tuple[str, str, int]], dict[str, tuple[str, str, int]]]:
    """Single words and phrases of two or three: letter, code, length of the clitic (-1: a و that joins)."""
    single: dict[str, tuple[str, str, int]] = {}
    phrases: dict[str, tuple[str, str, int]] = {}
    for form, what in words("time").items():
        kind, _, code = what.partition(" ")
        into = phrases if " " in form else single
        into[form] = (LETTERS[kind], code, 0)
    for form in words("number"):
        single.setdefault(form, (NUMBER_WORD, "", 0))
    for known in (single, phrases):
        for form, (letter, code, _) in list(known.items()):
            if not form.isascii() and letter not in "fi&mjT":
                for clitic in _CLITICS:
                    known.setdefault(clitic + form, (letter, code, len(clitic)))
                if form.startswith("ال"):
                    for clitic in _MELTED:
                        known.setdefault(clitic + form[2:], (letter, code, len(clitic) - 2))
    single["و"] = ("&", "", 0)
    return single, phrases


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in _known()[1])


@cache
def triggers() -> frozenset[str]:
    """The words without one of which there is no time expression in a sentence."""
    forms = (form for known in _known() for form, (letter, _, _) in known.items() if letter in _TRIGGERS)
    return frozenset(
        (*(form.split(" ", 1)[0] for form in forms), *map(str, range(1900, 2101)), *map(str, range(1300, 1501)))
    )


def time_words(tokens: Words) -> list[TimeWord]:
    """A letter for every word and mark of the sentence; a joined و before a word of time is a letter of its own."""
    single, _ = _known()
    first_words = _first_words()
    found: list[TimeWord] = []
    skip = 0
    for index, (text, (start, end)) in enumerate(zip(tokens.texts, tokens.spans, strict=True)):
        if skip:
            skip -= 1
            continue
        known = None
        if text in first_words:
            known, skip = _phrase(tokens, index)
            end = tokens.spans[index + skip][1]
        known = known or single.get(text)
        if known is None:
            letter = _letter(text)
            found.append(TimeWord(letter, text, start, end, index) if letter != OTHER else _NO_TIME)
            continue
        letter, code, clitic = known
        if clitic and text[0] == "و":
            found.append(TimeWord("&", "", start, start + 1, index))
        found.append(TimeWord(letter, code, start + clitic, end, index))
    return found


def _phrase(tokens: Words, index: int) -> tuple[tuple[str, str, int] | None, int]:
    for size in (3, 2):
        words_ahead = tokens.texts[index : index + size]
        known = _known()[1].get(" ".join(words_ahead))
        if known and len(words_ahead) == size:
            return known, size - 1
    return None, 0


def _letter(text: str) -> str:
    if "0" <= text[0] <= "9":
        value = int(text)
        if len(text) <= 2:
            return DAY_NUMBER if 0 < value <= 31 else NUMBER
        if len(text) == 4:
            return YEAR if 1900 <= value <= 2100 else HIJRI_YEAR if 1300 <= value <= 1500 else NUMBER
        return NUMBER
    return _MARKS.get(text, OTHER)
