"""Dates, durations and repetitions, Arabic and English.

The words of a sentence become letters (`time_words.py`), expressions are patterns of letters (`date_patterns.py`), each
with its meaning (`date_values.py`). What is relative («أمس», "last May") is counted from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mithaq.reading.date_checks import Place, stands
from mithaq.reading.date_patterns import EXPRESSION
from mithaq.reading.date_values import Expression, value_of
from mithaq.reading.findings import Date
from mithaq.reading.page import Page, Words
from mithaq.reading.time_words import STRETCH, time_words, triggers

_AHEAD = re.compile(
    r"(?<!\w)(?:[وف]?(?:س[يتن]\w{2,}|سوف|المقرر|المزمع|المرتقب|المتوقع)|will|shall|to be held|scheduled|upcoming|is to|are to)(?!\w)"
)
_NOT_AHEAD = re.compile(
    r"(?<!\w)[وف]?(?:سي(?:اس|اد|اق|ار|ناء|دة|ده|ول|نار)|ستين|ستون|سته|ستار|ستوكهولم|ستولت|سنو|سنت)\w*"
)
# What may stand before an expression and is no part of it.
_LEADING = "GLr"
_TRAILING = ".,(-/x"


def find_dates(page: Page) -> tuple[Date, ...]:
    """All dates, durations and repetitions, in order."""
    published = date.fromisoformat(page.published) if page.published else None
    found: list[Date] = []
    forms = triggers()
    for index in range(len(page.edges)):
        sentence = page.words_in(index)
        if not forms.isdisjoint(sentence.texts):
            found += _in_sentence(page, index, sentence, published)
    return tuple(found)


def _in_sentence(page: Page, index: int, sentence: Words, published: date | None) -> list[Date]:
    time = time_words(sentence)
    letters = "".join(word.letter for word in time)
    found: list[Date] = []
    ahead: bool | None = None
    for match in _expressions(letters):
        start, end = match.span()
        while start < end and letters[start] in _LEADING:
            start += 1
        while start < end and letters[end - 1] in _TRAILING:
            end -= 1
        if letters[end : end + 1] == ")" and "(" in letters[start:end] and ")" not in letters[start:end]:
            end += 1
        pattern = match.lastgroup or ""
        place = Place(page, index, sentence, time, letters, start, end)
        if not stands(pattern, place):
            continue
        if ahead is None:
            ahead = _looks_ahead(page, index)
        # the letters before `start` (between, from) tell a range from a list
        expression = Expression(letters[match.start() : end], time[match.start() : end], sentence, published, ahead)
        lead = start - match.start()
        for value, kind, first, last in value_of(pattern, expression):
            a, b = page.source(expression.words[max(first, lead)].start, expression.words[last - 1].end)
            found.append(Date(a, b, page.text[a:b], value, kind, f"date.{pattern}"))
    return found


def _expressions(letters: str) -> Iterator[re.Match[str]]:
    for stretch in STRETCH.finditer(letters):
        yield from EXPRESSION.finditer(letters, *stretch.span())


def _looks_ahead(page: Page, index: int) -> bool:
    start, end = page.edges[index]
    return any(not _NOT_AHEAD.fullmatch(match[0]) for match in _AHEAD.finditer(page.folded.text, start, end))
