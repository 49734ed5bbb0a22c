"""Where the words of one edition of a text stand in the next. Pure."""

from __future__ import annotations


class Moves:
    """From places in `old` to places in `new`: what stands before the first change keeps its place, what stands after
    the last one is shifted, and what lies between is looked for by its words."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._head = _common(old, new)
        rest = min(len(old), len(new)) - self._head
        self._tail = _common(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1])
        self._shift = len(new) - len(old)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the same words stand in the new text, if that can be told: as often as before, or once."""
        if end <= self._head:
            return start, end
        if start >= len(self._old) - self._tail:
            return start + self._shift, end + self._shift
        words = self._old[start:end]
        before = _places(self._old, words, self._head, self._tail)
        after = _places(self._new, words, self._head, self._tail)
        if len(after) == 1:
            at = after[0]
        elif len(before) == len(after) and start in before:
            at = after[before.index(start)]
        else:
            return None
        return at, at + len(words)

    def near(self, start: int) -> int:
        """The offset in the new text that is nearest to where this one was."""
        if start >= len(self._old) - self._tail:
            return start + self._shift
        return min(start, len(self._new) - self._tail)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    most, done, step = min(len(one), len(other)), 0, 1 << 16
    while step:
        while done + step <= most and one[done : done + step] == other[done : done + step]:
            done += step
        step >>= 1
    return done


def find_once(text: str, words: str) -> tuple[int, int] | None:
    """Where these words stand in the text, if they stand there once."""
    places = _places(text, words, 0, 0)
    return (places[0], places[0] + len(words)) if len(places) == 1 else None


def _places(text: str, words: str, head: int, tail: int) -> list[int]:
    """Where these words stand between the head and the tail of the text, reaching into them at most."""
    first, last = max(0, head - len(words) + 1), len(text) - tail + len(words) - 1
    found, at = [], text.find(words, first, last)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1, last)
    return found
