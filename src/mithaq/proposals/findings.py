"""Which of the reader's findings become proposals, and in what form. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mithaq.proposals.models import Proposal
from mithaq.reading.findings import Commitment, Figure, Meeting, Person, Reading

Kind = Proposal.Kind
ORDER = list(Kind.values)
PLACE = ("sentence", "start", "end", "text", "evidence", "rule", "clear")  # what is not a field of the record proposed


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that asks for a decision: its place in the text, its words, and what was read out of them."""

    kind: str
    sentence: int
    start: int
    end: int
    quote: str
    fields: dict[str, Any]
    rule: str
    clear: bool


def findings_of(reading: Reading, text: str) -> list[Finding]:
    """The findings of a reading that wait for a person, in the order of the text; sentences are counted from 1."""
    starts = [sentence.start for sentence in reading.sentences]
    found = [
        Finding(kind, max(1, bisect_right(starts, start)), start, end, text[start:end], _fields(what), what.rule, clear)
        for kind, what, start, end, clear in _all(reading)
    ]
    return sorted(found, key=lambda f: (f.start, -f.end, ORDER.index(f.kind), f.rule))


def _all(reading: Reading) -> Iterator[tuple[str, Commitment | Meeting | Person | Figure, int, int, bool]]:
    for commitment in reading.commitments:
        yield Kind.COMMITMENT, commitment, commitment.start, commitment.end, commitment.clear
    for meeting in reading.meetings:
        yield Kind.MEETING, meeting, *meeting.evidence, False
    for person in reading.people:
        yield Kind.PERSON, person, person.start, person.end, False
    for figure in reading.figures:
        yield Kind.FIGURE, figure, figure.start, figure.end, False


def _fields(finding: Commitment | Meeting | Person | Figure) -> dict[str, Any]:
    """The fields as JSON keeps them, so that what was stored compares with what is read anew."""
    plain = ((name, getattr(finding, name)) for name in finding.__slots__ if name not in PLACE)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in plain}
