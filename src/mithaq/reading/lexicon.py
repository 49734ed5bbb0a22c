"""The words that the reader knows: every CSV file under `lexicons/`, found in a folded text in one pass a layer.

A subfolder of `lexicons/` is a layer. Within a layer the longest entry that starts first wins; layers do not disturb
each other. `lexicons/README.md` says what the columns mean.
"""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from mithaq.core.text import fold

CLITICS = frozenset(("", *"وفبكلس", "وب", "وك", "ول", "وس", "فب", "فك", "فل", "فس"))
SUFFIXES = frozenset(("", *"تهاي", "وا", "تا", "تم", "نا", "ها", "هم", "هما", "ون", "ين", "ان", "تان", "تين", "ات", "ته")) | {
    "تها", "تهم", "يه", "s", "es", "d", "ed", "ing",
}  # fmt: skip


class Entry(NamedTuple):
    """One line of a lexicon: `form` as written there, what `kind` of thing it is, its `code`, how it may stand."""

    form: str
    kind: str
    code: str
    match: frozenset[str]


class Hit(NamedTuple):
    """An entry found in a folded text: `start` and `end` are folded offsets, without the `clitic` before it.

    With the clitic `لل` (or `ولل`, `فلل`) the article is melted in, and `start` is at its first lam.
    """

    start: int
    end: int
    kind: str
    code: str
    clitic: str


def hits_between(hits: list[Hit], start: int, end: int) -> Iterator[Hit]:
    """Those of `hits`, which stand by start, that begin in the folded span."""
    for place in range(bisect_left(hits, start, key=attrgetter("start")), len(hits)):
        if hits[place].start >= end:
            return
        yield hits[place]


class Lexicon:
    """The entries of one layer behind one automaton."""

    def __init__(self, entries: list[Entry]) -> None:
        self._forms: dict[str, list[tuple[Entry, str, str]]] = {}
        for entry, (text, cased) in zip(entries, _folded(entries), strict=True):
            self._add(entry, text, cased)
        self._automaton = AhoCorasick(list(self._forms), matchkind=MatchKind.LeftmostLongest)
        self._by_index = list(self._forms.values())

    def _add(self, entry: Entry, text: str, cased: str) -> None:
        forms = [text, "ال" + text] if "al" in entry.match else [text]
        if "quoted" in entry.match:
            first, _, rest = text.partition(" ")
            forms += [f'{first} "{rest}"', f"{first} ({rest})"]
        for form in forms:
            self._forms.setdefault(form, []).append((entry, "", cased))
            if form.startswith("ال"):
                melted = "لل" + form[3 if form.startswith("الل") else 2 :]
                self._forms.setdefault(melted, []).append((entry, "لل", cased))

    def find(self, text: str, cased: str) -> list[Hit]:
        """All hits in the folded `text`, by start; several entries of one form follow each other as they were read."""
        hits: list[Hit] = []
        size = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            before = _word_before(text, start)
            if before not in CLITICS:
                continue
            after = _word_after(text, end, size) if end < size and text[end].isalnum() else ""
            found = self._kept(index, before, after, start, end, cased)
            hits += found or self._shorter(text, cased, start, end, before)
        return hits

    def _kept(self, index: int, before: str, after: str, start: int, end: int, cased: str) -> list[Hit]:
        kept: list[Hit] = []
        for entry, melted, form in self._by_index[index]:
            match = entry.match
            if match:
                if "bare" in match and (before or melted):
                    continue
                if "cased" in match and cased[start:end] != form and not cased[start:end].isupper():
                    continue
            if after and not ("stem" in match and after in SUFFIXES):
                continue
            hit = Hit(start, end + len(after), entry.kind, entry.code, before + melted)
            if not kept or hit not in kept:
                kept.append(hit)
        return kept

    def _shorter(self, text: str, cased: str, start: int, end: int, before: str) -> list[Hit]:
        """The longest entry of fewer words that the rejected one hid."""
        cut = text.rfind(" ", start, end)
        while cut > start:
            for entry, melted, _ in self._forms.get(text[start:cut], ()):
                return [Hit(start, cut, entry.kind, entry.code, before + melted)]
            cut = text.rfind(" ", start, cut)
        return []


def _word_before(text: str, start: int) -> str:
    """The letters that stand before `start` in the same word; four at most are looked at."""
    first = start
    while first and start - first < 4 and text[first - 1].isalnum():
        first -= 1
    return text[first:start]


def _word_after(text: str, end: int, size: int) -> str:
    last = end + 1
    while last < size and text[last].isalnum():
        last += 1
    return text[end:last]


def _folded(entries: list[Entry]) -> list[tuple[str, str]]:
    """Each form folded, in small letters and cased: all at one time, because each time has its price."""
    whole = fold("\n".join(entry.form for entry in entries), lines=True)
    return list(zip(whole.text.split("\n"), whole.cased.split("\n"), strict=True))


def _read(layer: str) -> Iterator[Entry]:
    for file in sorted((Path(__file__).parent / "lexicons" / layer).glob("*.csv")):
        for form, kind, code, match in csv.reader(file.read_text(encoding="utf-8").splitlines()[1:]):
            yield Entry(form, kind, code, frozenset(match.split()))


@cache
def lexicon(layer: str) -> Lexicon:
    """The lexicon of a layer, read once a process."""
    return Lexicon(list(_read(layer)))


def words(kind: str) -> Mapping[str, str]:
    """Folded form to code, of a kind of the folder `words`, which is not searched for but asked: is this word one of them?"""
    return _words().get(kind, {})


@cache
def written(layer: str, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Code to the forms in which a kind of thing of a layer is written, in the order of its files."""
    forms: dict[str, tuple[str, ...]] = {}
    for entry in _read(layer):
        if entry.kind == kind:
            forms[entry.code] = (*forms.get(entry.code, ()), entry.form)
    return forms


@cache
def single_words(layer: str) -> frozenset[str]:
    """The folded forms of one word in a layer."""
    return frozenset(text for text, _ in _folded(list(_read(layer))) if " " not in text)


@cache
def _words() -> dict[str, dict[str, str]]:
    kinds: dict[str, dict[str, str]] = {}
    entries = list(_read("words"))
    for entry, (text, _) in zip(entries, _folded(entries), strict=True):
        kinds.setdefault(entry.kind, {})[text] = entry.code
    return kinds
