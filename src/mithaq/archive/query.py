"""What somebody typed into the search field, understood. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mithaq.archive.analysis import LONGEST, WORD, stem_of, worth
from mithaq.core.text import fold

MOST_LETTERS, MOST_WORDS = 400, 12
_REFERENCE = re.compile(r"\b[a-z]{1,2}-\d{4}(?:-[a-z]{3})?-\d{3,}\b")
_PART = re.compile(r'"([^"]*)"|(=?)([^\W_]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """`stems`: what is looked for, each with the exact forms typed. `required`: (stem, form) that must stand exactly so.

    `phrases`: words that must follow one another. `references`: reference numbers, as they are written.
    """

    stems: dict[str, tuple[str, ...]]
    required: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, ...], ...]
    references: tuple[str, ...]


def understood(typed: str) -> Query:
    """Read a query: words; ``=word`` for the exact form alone; ``"words in quotes"`` for a phrase; reference numbers."""
    text = fold(typed[:MOST_LETTERS]).text
    references = tuple(dict.fromkeys(found.upper() for found in _REFERENCE.findall(text)))
    phrases: list[tuple[str, ...]] = []
    words: list[tuple[str, bool]] = []
    for quoted, exact, word in _PART.findall(_REFERENCE.sub(" ", text)):
        inside = tuple(WORD.findall(quoted))
        if len(inside) > 1:
            phrases.append(inside)
        words += [(one, True) for one in inside] or [(word, bool(exact))]
    asked = [(word[:LONGEST], exact) for word, exact in words if worth(word)][:MOST_WORDS]
    stems: dict[str, tuple[str, ...]] = {}
    for word, _ in asked:
        stem = stem_of(word)
        stems[stem] = tuple(dict.fromkeys((*stems.get(stem, ()), word)))
    required = tuple(dict.fromkeys((stem_of(word), word) for word, exact in asked if exact))
    return Query(stems, required, tuple(phrases), references)
