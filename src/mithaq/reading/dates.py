"""Dates, durations and repetitions, Arabic and English.

The words of a sentence become letters (`time_words.py`), expressions are patterns of letters (`date_patterns.py`), each
with its meaning (`date_values.py`). What is relative («أمس», "last May") is counted from the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from mithaq.reading.date_checks import Place, stands
from mithaq.reading.date_expressions import Expression
from mithaq.reading.date_patterns import EXPRESSION
from mithaq.reading.date_values import value_of
from mithaq.reading.findings import Date
from mithaq.reading.page import Page, Words
from mithaq.reading.time_words import TimeWord, stretches, triggers

_AHEAD = re.compile(
    r"(?<!\w)(?:[وف]?(?:س[يتن]\w{2,}|سوف|المقرر|المزمع|المرتقب|المتوقع)|will|shall|to be held|scheduled|upcoming|is to|are to|plans for)(?!\w)"
)
_NOT_AHEAD = re.compile(
    r"(?<!\w)[وف]?(?:سي(?:اس|اد|اق|ار|ناء|دة|ده|ول|نار)|ستين|ستون|سته|ستار|ستوكهولم|ستولت|سنو|سنت)\w*"
)
_WEEKDAY_AHEAD = re.compile(
    r"(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت) (?:المقبل|القادم)|next (?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_LEAD = 250
# said on Monday that ... will; قال أمس إن ... سيعقد
_SAID = re.compile(
    r"(?<!\w)(?:said|told|announced|stated|declared|reported|confirmed|added|[وف]?(?:قال|اعلن|اكد|اوضح|ذكر|صرح|اضاف|افاد|كشف|اشار)(?:ت|وا|ا)?)"
    r"(?!\w)[^.،,]{0,110}$"
)
_THAT = re.compile(r"(?<!\w)(?:that|[بل]?ان(?:ه|ها)?)(?!\w)")
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
            found += _Sentence(page, index, sentence, published).dates()
    return tuple(found)


class _Sentence:
    """A sentence with words of time in it."""

    def __init__(self, page: Page, index: int, words: Words, published: date | None) -> None:
        self.page = page
        self.index = index
        self.words = words
        self.published = published
        self.at = 0  # where the expression that is being read begins

    @cached_property
    def _ahead_at(self) -> list[int]:
        """Where words look to what is to come."""
        start, end = self.page.edges[self.index]
        headline = self.index == 0 and self.page.folded.text.startswith("\n", end)
        if headline and _WEEKDAY_AHEAD.search(self.page.folded.text, end, end + _LEAD):
            return [start]  # a headline looks where the report does
        cues = _AHEAD.finditer(self.page.folded.text, start, end)
        return [match.start() for match in cues if not _NOT_AHEAD.fullmatch(match[0])]

    @property
    def ahead(self) -> bool:
        """Does the sentence speak of what is to come? Not where it tells when somebody said that something will be."""
        if not self._ahead_at:
            return False
        said = _SAID.search(self.page.folded.text, self.page.edges[self.index][0], self.at)
        that = _THAT.search(self.page.folded.text, self.at, self._ahead_at[0]) if said else None
        return that is None

    def dates(self) -> Iterator[Date]:
        """Its dates, in order."""
        before = ""
        for time in stretches(self.words):
            letters = "".join(word.letter for word in time)
            for match in EXPRESSION.finditer(letters):
                yield from self._read(match, time, letters, before)
            before += letters

    def _read(self, match: re.Match[str], time: list[TimeWord], letters: str, before: str) -> Iterator[Date]:
        start, end = _trimmed(letters, *match.span())
        pattern = match.lastgroup or ""
        if not stands(pattern, Place(self.page, self.index, self.words, time, letters, start, end, before)):
            return
        # the letters before `start` (between, from) tell a range from a list
        lead = start - match.start()
        self.at = time[start].start
        expression = Expression(letters[match.start() : end], time[match.start() : end], self)
        for value, kind, first, last in value_of(pattern, expression):
            a, b = self.page.source(expression.words[max(first, lead)].start, expression.words[last - 1].end)
            yield Date(a, b, self.page.text[a:b], value, kind, f"date.{pattern}")


def _trimmed(letters: str, start: int, end: int) -> tuple[int, int]:
    """Without what may stand around an expression; with the bracket that closes one inside it."""
    while start < end and letters[start] in _LEADING:
        start += 1
    while start < end and letters[end - 1] in _TRAILING:
        end -= 1
    opened = "(" in letters[start:end] and ")" not in letters[start:end]
    return start, end + (opened and letters[end : end + 1] == ")")
