"""The sentence that answers a query, with the words found marked in the original text. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mithaq.archive.analysis import LONGEST, WORD, stem_of
from mithaq.core.text import Folded

WINDOW = 400  # characters shown of a sentence that is longer


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document (`number` from 1) or a line of a record (`number` 0), or a part of it around the words.

    `marks`: spans of `text` that were looked for, in order. `cut_before`, `cut_after`: something was left out there.
    """

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]
    cut_before: bool = False
    cut_after: bool = False


def phrase_pattern(words: Sequence[str]) -> str:
    """What finds these words one after the other in a folded text, within a sentence."""
    return r"(?:[^\w\n.!?؟…]|[.!?؟…](?!\s))+".join(words)


def pattern_of(forms: Iterable[str], phrases: Iterable[Sequence[str]] = ()) -> re.Pattern[str] | None:
    """Matches phrases and folded forms as whole words, the longest first; None if there are none."""
    wanted = [*map(phrase_pattern, phrases), *sorted(forms, key=lambda form: (-len(form), form))]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(wanted)})(?![^\W_])") if wanted else None


def best_passage(text: Folded, spans: Sequence[Sequence[int]], pattern: re.Pattern[str] | None) -> Passage:
    """The sentence (of `spans`) with the phrase and the most different words, the first of several.

    The first sentence, with nothing marked, if nothing matches.
    """
    starts = [start for start, _ in spans]
    found: dict[int, list[tuple[int, int, str]]] = {}
    for match in pattern.finditer(text.text) if pattern else ():
        start, end = text.source(*match.span())
        found.setdefault(bisect_right(starts, start) - 1, []).append((start, end, match[0]))
    found.pop(-1, None)
    best = max(found, key=lambda n: (_worth(found[n]), -n), default=0)
    if not found:
        return _cut(1, text.original, spans[0], []) if spans else Passage(0, "", ())
    return _cut(best + 1, text.original, spans[best], [(start, end) for start, end, _ in found[best]])


def _worth(matches: list[tuple[int, int, str]]) -> tuple[bool, int, int]:
    words = [WORD.findall(match) for *_, match in matches]
    return any(len(held) > 1 for held in words), len({stem_of(word) for held in words for word in held}), len(matches)


def _cut(number: int, text: str, span: Sequence[int], marks: list[tuple[int, int]]) -> Passage:
    start, end = first, last = span
    if end - start > WINDOW:
        first = max(start, min(marks[0][0] - WINDOW // 4 if marks else start, end - WINDOW))
        last = min(end, first + WINDOW)
        low, high = max(start, first - LONGEST), min(end, last + LONGEST)
        while first > low and not text[first - 1].isspace():
            first -= 1
        while last < high and not text[last].isspace():
            last += 1
    kept = tuple((a - first, min(b, last) - first) for a, b in marks if a < last)
    return Passage(number, text[first:last], kept, first > start, last < end)
