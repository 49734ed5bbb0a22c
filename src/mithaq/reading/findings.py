"""What the reader finds: spans of the text with their meaning, each with the rule that found it.

`start` and `end` are `str` offsets into the text that was read: `text[start:end]` are the words quoted.
`rule` is a stable id that `rules.csv` explains in Arabic and English. Dates are written as in `core/dates.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import Any

_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a heading on a line of its own."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month, year, interval, duration or repetition. `type` is DATE, DURATION or SET."""

    start: int
    end: int
    text: str
    value: str
    type: str
    rule: str


@dataclass(frozen=True, slots=True)
class Party:
    """A state (ISO 3166-1 alpha-3) or an organisation (code of `organisations.csv`) mentioned by name."""

    start: int
    end: int
    text: str
    party: str
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """The first full mention of a person; `position` as written beside the name, `party` whom they act for."""

    start: int
    end: int
    text: str
    name: str
    position: str | None
    party: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `value` of `unit`, as `what` describes it. `comparator` is one of = > >= < <= ~."""

    start: int
    end: int
    text: str
    value: float
    unit: str
    what: str
    comparator: str
    as_of: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A distinct meeting or event; `sentence` is the index of the sentence where `evidence` (a span) stands."""

    sentence: int
    series: str
    ordinal: int | None
    date: str | None
    city: str | None
    country: str | None
    evidence: tuple[int, int]
    rule: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said; `direct` where it is quoted or in the first person."""

    start: int
    end: int
    speaker: str | None
    party: str | None
    direct: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """A clause that recommends, calls for, proposes, decides, pledges or asks for an action.

    `type` is one of recommendation, call, proposal, decision, pledge, request; `area` are codes of areas;
    `by` and `to` codes of parties (several joined by `+`) or a person's fullest name; `speaker` who said it;
    `due` a partial date by when; `clear`: the rule is nearly always right, so it may be accepted with others at once.
    """

    sentence: int
    start: int
    end: int
    type: str
    area: tuple[str, ...]
    by: str | None
    to: str | None
    speaker: str | None
    due: str | None
    rule: str
    clear: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What is found before meetings, statements and commitments are looked for, each in order of its start."""

    dates: tuple[Date, ...]
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    figures: tuple[Figure, ...]


def days_in(dates: tuple[Date, ...], start: int, end: int) -> list[Date]:
    """Those that begin in the span, of dates in order of start; no durations and repetitions."""
    first, last = bisect_left(dates, start, key=_START), bisect_left(dates, end, key=_START)
    return [date for date in dates[first:last] if date.type == "DATE"]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one text; the same text always gives the same reading."""

    language: str
    published: str | None
    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...]
    parties: tuple[Party, ...]
    people: tuple[Person, ...]
    meetings: tuple[Meeting, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    areas: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values ready for JSON; sentences are `[start, end]` pairs."""
        plain = asdict(self)
        plain["sentences"] = [[sentence.start, sentence.end] for sentence in self.sentences]
        return plain
