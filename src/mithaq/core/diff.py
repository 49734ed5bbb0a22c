"""What differs between two wordings of a text, word by word, and two changes of one text put together. Pure.

A word is a run of letters, digits and marks, or one sign; the blanks after it belong to it. Nothing is lost: what stayed and
what is gone joins to the old text, what stayed and what is new to the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import LCSseq

_WORD = re.compile(r"(?:\A\s+)?(?:[\w\u0610-\u061a\u0640\u064b-\u065f\u0670]+|[^\w\s])\s*|\A\s+\Z")
SAME, GONE, NEW = "same", "gone", "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed (`same`), that is only in the old wording (`gone`) or only in the new one (`new`)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """The words ``base[start:end]`` become these."""

    start: int
    end: int
    words: tuple[str, ...]


def words_of(text: str) -> list[str]:
    """The words of a text, each with the blanks after it."""
    return _WORD.findall(text)


def pieces_between(old: str, new: str) -> tuple[Piece, ...]:
    """The two wordings as one text, in order; where words were replaced, what is gone stands before what is new."""
    before, after = words_of(old), words_of(new)
    found: list[Piece] = []
    at = 0
    for edit in _edits(before, after):
        found += _piece(SAME, before[at : edit.start])
        found += _shown(before[edit.start : edit.end], edit.words)
        at = edit.end
    return _joined([*found, *_piece(SAME, before[at:])])


def put_together(base: str, one: str, other: str) -> str | None:
    """The text with both changes in it; None where they touch the same words and are not the same change."""
    words = words_of(base)
    mine, theirs = list(_edits(words, words_of(one))), list(_edits(words, words_of(other)))
    if any(_collide(a, b) for a in mine for b in theirs if a != b):
        return None
    built: list[str] = []
    at = 0
    for edit in sorted({*mine, *theirs}, key=lambda e: (e.start, e.end)):
        built += [*words[at : edit.start], *edit.words]
        at = edit.end
    return "".join([*built, *words[at:]])


def _collide(one: _Edit, other: _Edit) -> bool:
    """Whether they change a word in common, or put words in at one place."""
    apart = one.start >= other.end or other.start >= one.end
    return not apart or one.start == one.end == other.start == other.end


def _shown(gone: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """What an edit replaced; a word whose blanks alone changed stayed, and so did the signs that both end with."""
    if gone and new and gone[0].rstrip() == new[0].rstrip():
        word = gone[0].rstrip()
        yield from _piece(SAME, [word])
        gone, new = [gone[0][len(word) :], *gone[1:]], [new[0][len(word) :], *new[1:]]
    ends = 0
    while ends < min(len(gone), len(new)) and gone[-1 - ends] == new[-1 - ends] and not _holds_apart([gone[-1 - ends]]):
        ends += 1
    yield from _piece(GONE, gone[: len(gone) - ends])
    yield from _piece(NEW, new[: len(new) - ends])
    yield from _piece(SAME, new[len(new) - ends :])


def _piece(kind: str, words: Sequence[str]) -> Iterator[Piece]:
    if text := "".join(words):
        yield Piece(kind, text)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """No two pieces of one kind next to each other."""
    groups = groupby(pieces, key=lambda piece: piece.kind)
    return tuple(Piece(kind, "".join(piece.text for piece in same)) for kind, same in groups)


def _edits(before: list[str], after: list[str]) -> Iterator[_Edit]:
    """The stretches that changed, in order; signs alone do not hold two of them apart."""
    pending: _Edit | None = None
    for start, end, words in _stretches(before, after):
        changes = list(words) != before[start:end]
        if pending and (changes or not _holds_apart(words)):
            pending = _Edit(pending.start, end, (*pending.words, *words))
        elif changes:
            pending = _Edit(start, end, words)
        if pending and not changes and _holds_apart(words):
            yield pending
            pending = None
    if pending:
        yield pending


def _stretches(before: list[str], after: list[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(start, end, words): the old words at ``start:end`` and what stands there now. A word that stays is one by itself."""
    old, new = [word.rstrip() for word in before], [word.rstrip() for word in after]
    for code in LCSseq.opcodes(old, new):
        if code.tag == "equal":
            for step in range(code.src_end - code.src_start):
                yield code.src_start + step, code.src_start + step + 1, (after[code.dest_start + step],)
        else:
            yield code.src_start, code.src_end, tuple(after[code.dest_start : code.dest_end])


def _holds_apart(words: Sequence[str]) -> bool:
    return any(word[:1].isalnum() for word in words)
