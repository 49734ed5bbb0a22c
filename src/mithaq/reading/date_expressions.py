"""An expression of time: the words that fit a pattern, ready to be asked what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mithaq.reading.page import Words
from mithaq.reading.time_words import TimeWord

_SIGNS = {"P": -1, "<": -1, "N": 1, ">": 1, "C": 0, "=": 0}


class Context(Protocol):
    """The sentence around an expression."""

    words: Words
    published: date | None

    @property
    def ahead(self) -> bool:
        """Does it speak of what is to come?"""


@dataclass(frozen=True, slots=True)
class Expression:
    """Time words that fit a pattern, in their sentence; nothing relative can be told without a day of publication."""

    letters: str
    words: list[TimeWord]
    sentence: Context

    @property
    def published(self) -> date | None:
        """The day that relative dates are counted from."""
        return self.sentence.published

    def numbers(self, letters: str) -> list[int]:
        """The numbers of the words with one of these letters, in order."""
        return [int(word.code.rstrip("?")) for word in self.words if word.letter in letters]

    def months(self) -> list[int]:
        """The months, a double name (نوفمبر/تشرين الثاني) once."""
        found = self.numbers("M")
        return [month for place, month in enumerate(found) if not place or month != found[place - 1]]

    def sign(self) -> int | None:
        """-1 for past, 1 for next, 0 for this; None where no such word stands."""
        return next((_SIGNS[letter] for letter in reversed(self.letters) if letter in _SIGNS), None)

    def relative_year(self) -> int | None:
        """The year of «العام الماضي», «هذا العام» in the expression."""
        sign = self.sign()
        if sign is None or self.published is None or not ("V" in self.letters or "Y" in self.letters):
            return None
        return self.published.year + sign
