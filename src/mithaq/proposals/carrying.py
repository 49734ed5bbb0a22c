"""Where the words of one edition of a text stand in the next. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

Span = tuple[int, int]
_SEGMENT = re.compile(r"[^.!?؟\n]*[.!?؟\n]+|[^.!?؟\n]+")


class Moves:
    """From places in `old` to places in `new`, for texts of any length in one pass each.

    What stands before the first change keeps its place and what stands after the last one is shifted. Between them a
    sentence that stands as often as before is taken for itself; words of any other are looked for between the nearest
    sentences that were.
    """

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._head = _common(old, new)
        alike = _common(old[::-1], new[::-1])  # it may reach into the head, where words are repeated
        self._shifted = len(old) - alike
        self._tail = min(alike, min(len(old), len(new)) - self._head)
        self._kept = self._kept_segments()

    def places(self, spans: Sequence[Span]) -> list[Span | None]:
        """Where the same words stand in the new text, span by span; None where that cannot be told."""
        places = [self._easy(*span) for span in spans]
        sought = {self._old[slice(*span)] for span, place in zip(spans, places, strict=True) if place is None}
        before, after = _occurrences(self._old, sought), _occurrences(self._new, sought)
        for index, (start, end) in enumerate(spans):
            if places[index] is None:
                words = self._old[start:end]
                places[index] = self._searched(start, end, before[words], after[words])
        return places

    def near(self, start: int) -> int:
        """The offset in the new text that is nearest to where this one was."""
        place = self._easy(start, start)
        return place[0] if place else self._window(start, start)[2]

    def _kept_segments(self) -> list[tuple[int, int, int]]:
        """(start, end, new start) of the sentences between first and last change that stand as often as before."""
        before = _segments(self._old, self._head, len(self._old) - self._tail)
        after = _segments(self._new, self._head, len(self._new) - self._tail)
        pairs = [
            (at, at + len(words), moved)
            for words, places in before.items()
            if len(places) == len(after.get(words, ()))
            for at, moved in zip(places, after[words], strict=True)
        ]
        return sorted(pairs)

    def _easy(self, start: int, end: int) -> Span | None:
        if end <= self._head:
            return start, end
        if start >= self._shifted:
            shift = len(self._new) - len(self._old)
            return start + shift, end + shift
        index = bisect_right(self._kept, start, key=lambda kept: kept[0]) - 1
        if index >= 0 and end <= self._kept[index][1]:
            shift = self._kept[index][2] - self._kept[index][0]
            return start + shift, end + shift
        return None

    def _searched(self, start: int, end: int, before: list[int], after: list[int]) -> Span | None:
        """By what stands in the window: as often as before, or once."""
        old_low, old_high, new_low, new_high = self._window(start, end)
        size = end - start
        was = before[bisect_left(before, old_low) : bisect_right(before, old_high - size)]
        now = after[bisect_left(after, new_low) : bisect_right(after, new_high - size)]
        if len(now) == 1:
            at = now[0]
        elif len(was) == len(now):
            at = now[was.index(start)]
        else:
            return None
        return at, at + size

    def _window(self, start: int, end: int) -> tuple[int, int, int, int]:
        """What lies between the nearest kept sentences around a span: from and to in the old text, then in the new."""
        low = bisect_right(self._kept, start, key=lambda kept: kept[1]) - 1
        high = bisect_left(self._kept, end, key=lambda kept: kept[0])
        reach = max(0, end - start - 1)  # into what is the same before and after
        old_low = new_low = max(0, self._head - reach)
        old_high, new_high = len(self._old) - self._tail + reach, len(self._new) - self._tail + reach
        if low >= 0:
            old_low, new_low = self._kept[low][1], self._kept[low][2] + self._kept[low][1] - self._kept[low][0]
        if high < len(self._kept):
            old_high, new_high = self._kept[high][0], self._kept[high][2]
        return old_low, old_high, new_low, new_high


def find_once(text: str, words: str) -> Span | None:
    """Where these words stand in the text, if they stand there once."""
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and text.find(words, at + 1) < 0 else None


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    most, done, step = min(len(one), len(other)), 0, 1 << 16
    while step:
        while done + step <= most and one[done : done + step] == other[done : done + step]:
            done += step
        step >>= 1
    return done


def _segments(text: str, start: int, end: int) -> dict[str, list[int]]:
    """The sentences of a stretch of text, roughly, and where each stands in it."""
    found: dict[str, list[int]] = {}
    for match in _SEGMENT.finditer(text, start, end):
        found.setdefault(match[0], []).append(match.start())
    return found


def _occurrences(text: str, sought: set[str]) -> dict[str, list[int]]:
    """Where each of these words stands in the text, found together in one pass."""
    words = sorted(sought)
    found: dict[str, list[int]] = {word: [] for word in words}
    if words:
        automaton = AhoCorasick(words, matchkind=MatchKind.Standard)
        for index, start, _ in automaton.find_matches_as_indexes(text, overlapping=True):
            found[words[index]].append(start)
    return found
