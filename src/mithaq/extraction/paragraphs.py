"""Drawn lines put together to paragraphs, where a line clearly ends only because the page did."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from mithaq.extraction.lines import Line
from mithaq.extraction.visual import is_right_to_left

_ITEM = re.compile(r"(?:[•●▪◦‣■□➢✓*–—>-]|\(?(?:\d{1,2}|[٠-٩]{1,2}|[A-Za-zأ-ي])[.)]|\(?[ivx]{1,4}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?؟:؛][\"”’»)\]]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})-$")
# Words that begin so are written with a hyphen more often than without.
_PREFIXES = frozenset(["non", "self", "long", "short", "high", "low", "well", "cross", "multi"])

# In parts of the type size.
_SHORTEST = 9
_SLACK = 0.6
_INDENT = 1.0
_SAME_EDGE = 2.0
_SAME_ROW = 0.3
_WIDE_GAP = 1.25  # of the usual distance between two lines


def joined(lines: Sequence[Line], words: Set[str], shortest: float = _SHORTEST) -> list[str]:
    """The paragraphs that the `lines` of one page make, in order.

    `words`: those of the whole document, lower case, which tell whether a hyphen at a line's end belongs to the word.
    A line narrower than `shortest`, in parts of its type size, is never taken for one that goes on below. Cells of a
    row are parted by a tab.
    """
    if not lines:
        return []
    page = _Page(lines)
    paragraphs = [[lines[0].text]]
    for before, line in pairwise(lines):
        if abs(before.base - line.base) < _SAME_ROW * line.size:
            paragraphs[-1] += ["\t", line.text]
        elif before.right - before.left >= shortest * before.size and page.goes_on(before, line):
            paragraphs[-1] += _next_part(paragraphs[-1].pop(), line.text, words)
        else:
            paragraphs.append([line.text])
    return ["".join(parts) for parts in paragraphs]


def words_of(lines: Iterable[Line]) -> frozenset[str]:
    """Every word in the lines, lower case, those with a hyphen as a whole."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line.text))


class _Page:
    """What is usual on a page: how far its lines reach and how far apart they stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps = sorted(one.base - other.base for one, other in pairwise(lines) if one.base - other.base > 0.5 * one.size)
        self._gap = gaps[len(gaps) // 4] if gaps else math.inf
        self._rightmost = _reach((self._edge(line.left, line), line.right) for line in lines)
        self._leftmost = _reach((self._edge(line.right, line), -line.left) for line in lines)

    def goes_on(self, before: Line, line: Line) -> bool:
        """Whether `line` continues the paragraph of `before`: there was no room for its first word up there."""
        gap = before.base - line.base
        ends = bool(_SENTENCE_END.search(before.text))
        if _ITEM.match(line.text) or gap > _WIDE_GAP * self._gap or (gap < 0 and ends):
            return False
        if abs(before.size - line.size) > 0.12 * before.size or (ends and _indent(before, line) > _INDENT * line.size):
            return False
        first_word = (line.right - line.left) * len(line.text.split(maxsplit=1)[0]) / len(line.text)
        return self._room_after(before) < first_word + _SLACK * before.size

    def _room_after(self, line: Line) -> float:
        """From the end of a line to where the lines beside it reach; to the edge of the page where it stands alone."""
        if is_right_to_left(line.text):
            return self._leftmost[self._edge(line.right, line)] + line.left
        return self._rightmost[self._edge(line.left, line)] - line.right

    @staticmethod
    def _edge(place: float, line: Line) -> int:
        return round(place / (_SAME_EDGE * line.size or 1))


def _reach(lines: Iterable[tuple[int, float]]) -> dict[int, float]:
    """How far the lines that begin at one edge reach; those of an edge where hardly any begin, as far as all do."""
    ends: dict[int, list[float]] = defaultdict(list)
    for edge, end in lines:
        ends[edge].append(end)
    farthest = max(map(max, ends.values()))
    return {edge: max(beside) if len(beside) > 2 else farthest for edge, beside in ends.items()}


def _indent(before: Line, line: Line) -> float:
    """How much further in `line` begins than `before`."""
    return before.right - line.right if is_right_to_left(line.text) else line.left - before.left


def _next_part(last: str, following: str, words: Set[str]) -> list[str]:
    """The end of a paragraph and the line that follows it, with a blank between or, in a broken word, nothing."""
    broken, rest = _BROKEN_WORD.search(last), _WORD.match(following)
    if not broken or not rest:
        return [last, " ", following]
    first, second = broken.group(1).lower(), rest.group().lower()
    written = f"{first}-{second}" in words or (first in _PREFIXES and first + second not in words)
    return [last if written or not following[0].islower() else last[:-1], following]
