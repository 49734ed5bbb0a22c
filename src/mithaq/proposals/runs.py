"""A text cut into runs, each under the findings that cover it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding over a piece of the text.

    `kind`: commitment, meeting, person, figure (with `number` and `state` of its proposal), or date, party (number 0,
    `value` the date or the code). `first` and `last`: the run begins, ends it.
    """

    kind: str
    number: int
    state: str
    value: str
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence and the findings over it, the longest first. The runs of a sentence joined are its text."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """A finding with its span of the text."""

    start: int
    end: int
    kind: str
    number: int = 0
    state: str = ""
    value: str = ""


def runs_of(text: str, start: int, end: int, over: Iterable[Over]) -> Iterator[Run]:
    """Cut ``text[start:end]`` at the edges of the findings; those may overlap and reach beyond."""
    inside = sorted(
        (o for o in over if o.start < end and o.end > start), key=lambda o: (o.start - o.end, o.start, o.number)
    )
    cuts = sorted({start, end, *(max(start, o.start) for o in inside), *(min(end, o.end) for o in inside)})
    for first, last in pairwise(cuts):
        covering = [o for o in inside if o.start <= first and o.end >= last]
        marks = (
            Mark(o.kind, o.number, o.state, o.value, max(start, o.start) == first, min(end, o.end) == last)
            for o in covering
        )
        yield Run(text[first:last], tuple(marks))
