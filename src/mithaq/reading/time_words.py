"""The words of a sentence that speak of time, each as one letter, so that a date is a short pattern of letters."""

from __future__ import annotations

from collections.abc import Iterator
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
    del single["باب"]  # a door, not "in August"
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


@cache
def _members() -> frozenset[str]:
    """Words and marks that may stand in a time expression: known ones, and those inside known phrases."""
    single, phrases = _known()
    return frozenset((*single, *_MARKS, *(word for phrase in phrases for word in phrase.split())))


def stretches(tokens: Words) -> Iterator[list[TimeWord]]:
    """The runs of words that may be time expressions, each around a trigger, in order."""
    texts = tokens.texts
    forms, members = triggers(), _members()
    done = 0
    for place in [place for place, text in enumerate(texts) if text in forms]:
        if place < done:
            continue
        first = place
        while first > done and (texts[first - 1] in members or "0" <= texts[first - 1][0] <= "9"):
            first -= 1
        done = place + 1
        while done < len(texts) and (texts[done] in members or "0" <= texts[done][0] <= "9"):
            done += 1
        yield _time_words(tokens, first, done)


def _time_words(tokens: Words, first: int, last: int) -> list[TimeWord]:
    """A letter for each of these words and marks; a joined و before a word of time is a letter of its own."""
    found: list[TimeWord] = []
    place = first
    while place < last:
        text, (start, end) = tokens.texts[place], tokens.spans[place]
        known, size = _looked_up(tokens, place)
        if size > 1:
            end = tokens.spans[place + size - 1][1]
        if known is None:
            found.append(TimeWord(_letter(text), text, start, end, place))
        else:
            letter, code, clitic = known
            if clitic and text[0] == "و":
                found.append(TimeWord("&", "", start, start + 1, place))
            found.append(TimeWord(letter, code, start + clitic, end, place))
        place += size
    return found


def _looked_up(tokens: Words, place: int) -> tuple[tuple[str, str, int] | None, int]:
    """What is known of the longest phrase that begins here, or of the word, and how many words that is."""
    single, phrases = _known()
    text = tokens.texts[place]
    if text in _first_words():
        for size in (3, 2):
            words_ahead = tokens.texts[place : place + size]
            known = phrases.get(" ".join(words_ahead))
            if known and len(words_ahead) == size:
                return known, size
    return single.get(text), 1


def _letter(text: str) -> str:
    if "0" <= text[0] <= "9":
        value = int(text)
        if len(text) <= 2:
            return DAY_NUMBER if 0 < value <= 31 else NUMBER
        if len(text) == 4:
            return YEAR if 1900 <= value <= 2100 else HIJRI_YEAR if 1300 <= value <= 1500 else NUMBER
        return NUMBER
    return _MARKS.get(text, OTHER)
