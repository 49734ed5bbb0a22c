"""Under which item of an agenda each sentence of a document belongs: by its headings, else by the areas it names. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mithaq.archive.analysis import analyse
from mithaq.archive.reads import Sentence
from mithaq.core.numbers import whole_number
from mithaq.core.text import fold

HEADING, BELOW, AREA, NOWHERE = "heading", "below", "area", ""
LONG = 20  # words; what is longer is no heading
ALIKE = 2 / 3  # of the words of a title that a heading has
_ORDINALS = (
    ["اول", "حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"],
    ["first", "one", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
)
_FIRSTLY = ["اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"]
_NUMBERS = {word: max(1, at) for words in _ORDINALS for at, word in enumerate(words)}
_NUMBERS |= {word: at for at, word in enumerate(_FIRSTLY, 1)}
_ITEM = re.compile(
    r"^(?:ال)?(?:بند|item)\s+(?:no\.?\s*)?(?:رقم\s+)?(?:ال)?(?P<item>\w+)"
    r"|^\(?(?P<digits>\d{1,2})\s*[-.):/]"
    rf"|^(?P<firstly>{'|'.join(_FIRSTLY)})\s*[-.):،,]"
)


@dataclass(frozen=True, slots=True)
class Point:
    """An item that sentences can be laid under: its id, number, titles in both languages, areas."""

    key: str
    number: int
    titles: tuple[str, ...]
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """Where a sentence belongs (the id of a point; empty: nowhere in particular) and why: it is a heading, stands below one,
    or names an area of the point."""

    number: int
    key: str
    why: str


def laid_out(
    sentences: Sequence[Sentence], areas: Sequence[tuple[str, ...]], points: Sequence[Point]
) -> Iterator[Laid]:
    """Each sentence in turn. `areas`: those that each sentence names, in the same order.

    What stands below a heading belongs to its item whatever it names; before the first heading, and where there is none, the
    first item with an area in common.
    """
    stems = {point.key: [held for held in map(_stems, point.titles) if held] for point in points}
    under = ""
    for sentence, named in zip(sentences, areas, strict=True):
        if point := _headed(sentence, points, stems):
            under = point.key
            yield Laid(sentence.number, under, HEADING)
        elif under:
            yield Laid(sentence.number, under, BELOW)
        else:
            key = next((point.key for point in points if set(point.areas) & set(named)), "")
            yield Laid(sentence.number, key, AREA if key else NOWHERE)


def _headed(sentence: Sentence, points: Sequence[Point], stems: dict[str, list[frozenset[str]]]) -> Point | None:
    """The item of which this sentence is the heading; None if it is none."""
    if not sentence.opens or len(sentence.text.split()) > LONG:
        return None
    mine = _stems(sentence.text)
    alike = [(_alike(mine, title), point) for point in points for title in stems[point.key]]
    best, named = max(alike, key=lambda one: one[0], default=(0.0, None))
    if named is not None and best >= ALIKE:
        return named
    number = _number(fold(sentence.text).text.strip())
    return next((point for point in points if point.number == number), None) if number else None


def _alike(mine: frozenset[str], title: frozenset[str]) -> float:
    """How much of a title stands in a heading; nothing where the heading says much more."""
    return len(title & mine) / len(title) if len(mine) <= 2 * len(title) + 2 else 0.0


def _number(folded: str) -> int:
    """The number of the item that a heading names; 0 if it names none."""
    match = _ITEM.match(folded)
    if match is None:
        return 0
    word = match["item"] or match["digits"] or match["firstly"]
    return whole_number(word, _NUMBERS.get(word, 0))


def _stems(*texts: str) -> frozenset[str]:
    return frozenset(word.stem for word in analyse(*texts).words)
