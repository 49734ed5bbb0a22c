"""A text made ready for the finders: folded, cut into sentences, its known words marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from mithaq.core.text import Folded, fold, language_of
from mithaq.reading.findings import Sentence
from mithaq.reading.lexicon import Hit, lexicon
from mithaq.reading.sentences import sentence_edges

_WORDS = re.compile(r"\d+|[^\W\d]+|[^\w ]")
_NEXT_WORD = re.compile(r" (\w+)")


class Words:
    """The words and marks of a sentence, folded, with their folded spans. Digits and letters are never one word."""

    __slots__ = ("_spans", "_start", "_text", "texts")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.texts: list[str] = _WORDS.findall(text, start, end)
        self._text = text
        self._start = start
        self._spans: list[tuple[int, int]] = []

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of each word; found when first asked for, because most sentences are not."""
        if not self._spans:
            last = self._start
            find = self._text.find
            for word in self.texts:
                start = find(word, last)
                last = start + len(word)
                self._spans.append((start, last))
        return self._spans


class Page:
    """What all finders work on. They look in `folded.text`, by folded offsets, and quote through `source`.

    `edges[i]` is the folded span of the sentence `sentences[i]`; no sentence holds a line break of the folded text.
    """

    def __init__(self, text: str, *, language: str | None = None, published: str | None = None) -> None:
        self.text = text
        self.language = language or language_of(text)
        self.published = published
        self.folded: Folded = fold(text, lines=self.language == "ar")
        self.edges: tuple[tuple[int, int], ...] = tuple(sentence_edges(self.folded.text))
        self._starts = [start for start, _ in self.edges]
        self._words: dict[int, Words] = {}
        self._layers: dict[str, list[list[Hit]]] = {}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences by offsets of the original text."""
        return tuple(Sentence(*self.folded.source(start, end)) for start, end in self.edges)

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in `text` of a folded span."""
        return self.folded.source(start, end)

    def quote(self, start: int, end: int) -> str:
        """The words of `text` at a folded span, as they stand there."""
        first, last = self.folded.source(start, end)
        return self.text[first:last]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence at, or else before, a folded offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def word_start(self, end: int) -> int:
        """Where the folded word that ends at `end` begins."""
        text = self.folded.text
        while end and text[end - 1].isalnum():
            end -= 1
        return end

    def word_before(self, start: int) -> str:
        """The folded word just before `start`, one blank between; empty where something else stands there."""
        if start < 2 or self.folded.text[start - 1] != " ":
            return ""
        return self.folded.text[self.word_start(start - 1) : start - 1]

    def word_after(self, end: int) -> str:
        """The folded word just after `end`, one blank between; empty where something else stands there."""
        match = _NEXT_WORD.match(self.folded.text, end)
        return match[1] if match else ""

    def words_in(self, sentence: int) -> Words:
        """The words and marks of the sentence of that index."""
        words = self._words.get(sentence)
        if words is None:
            words = self._words[sentence] = Words(self.folded.text, *self.edges[sentence])
        return words

    def hits_in(self, sentence: int, layer: str) -> list[Hit]:
        """The hits of a layer of the lexicon that lie in the sentence of that index, by start."""
        if layer not in self._layers:
            self._layers[layer] = self._found(layer)
        return self._layers[layer][sentence]

    def _found(self, layer: str) -> list[list[Hit]]:
        rows: list[list[Hit]] = [[] for _ in self.edges]
        index = 0
        for hit in lexicon(layer).find(self.folded.text, self.folded.cased):
            while index < len(rows) and self.edges[index][1] <= hit.start:
                index += 1
            if index < len(rows) and self.edges[index][0] <= hit.start and hit.end <= self.edges[index][1]:
                rows[index].append(hit)
        return rows
