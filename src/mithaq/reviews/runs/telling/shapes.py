"""A report as it is told to one reader: parts of sentences and plots, and how each of them is known."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.papers.bidi import Language
from mithaq.papers.plots.drawing import Plot

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What a report was made from: the run by its reference, its day (ISO), the version of Mithaq, the hash of the data, the
    seed; whether it is made-up data for a demonstration."""

    ref: str
    on: str
    version: str
    data_hash: str
    seed: int
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that code made of a verdict: its code, its text in the reader's language, its tone (done, late, wait, none)."""

    code: str
    text: str
    tone: str = "none"


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a report: what is said, what is drawn, and how it is known. `folded`: behind a click."""

    code: str
    title: str
    statements: tuple[Statement, ...]
    plots: tuple[Plot, ...]
    how: Pairs
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The whole report. `reader`: director, ministry or secretariat. `verdict` is a code where one verdict leads it."""

    reader: str
    language: Language
    title: str
    subtitle: str
    verdict: str
    parts: tuple[Part, ...]
    made: Made
