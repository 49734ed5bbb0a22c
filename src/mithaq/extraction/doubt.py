"""How likely it is that the text layer of a PDF says what its pages show."""

from __future__ import annotations

import re

# Below this a text is shown beside its pages with a warning, and a second program is asked.
DOUBTFUL = 0.6

_ARABIC_WORD = re.compile(r"[ء-ي]{2,}")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{4,}")
_COMMON = re.compile(
    r"(?:[وفبك]?ال[ء-ي]{2,}|لل[ء-ي]{2,}|في|من|على|إلى|الى|أن|ان|إن|عن|مع|هذا|هذه|التي|الذي|بين|كما|قد|ما|لا|أو|خلال|بعد)"
)
# No Arabic word begins with ة ى ؤ ئ or two alefs, and neither ة nor ى stands before another letter.
_IMPOSSIBLE = re.compile(r"[ةىؤئ].*|[اأإآ]{2}.*|.*[ةى][ء-ي].*")
_VOWEL = re.compile(r"[aeiouyà-ɏ]", re.IGNORECASE)
_JUNK = re.compile(r"[\ufffd\ue000-\uf8ff]")
_ACCENTED = re.compile(r"[¡-ÿ]")
_FEW_WORDS = 12


def quality(text: str) -> float:
    """From 0 (garbled) to 1: the share of words that can be words of their language, less what no text holds."""
    arabic, latin = _ARABIC_WORD.findall(text), _LATIN_WORD.findall(text)
    words = len(arabic) + len(latin)
    if not words:
        return 1.0
    shares = (_arabic_quality(arabic) * len(arabic) + _latin_quality(latin) * len(latin)) / words
    junk = len(_JUNK.findall(text)) / len(text)
    return shares * max(1 - 10 * junk, 0)


def _arabic_quality(words: list[str]) -> float:
    if not words:
        return 0.0
    impossible = sum(1 for word in words if _IMPOSSIBLE.fullmatch(word)) / len(words)
    common = sum(1 for word in words if _COMMON.fullmatch(word)) / len(words)
    likely = 1.0 if len(words) < _FEW_WORDS else min(common / 0.2, 1)
    return likely * max(1 - 5 * impossible, 0)


def _latin_quality(words: list[str]) -> float:
    """Letters shifted by a font without a map leave words without vowels or full of accents."""
    if not words:
        return 0.0
    dumb = sum(1 for word in words if not _VOWEL.search(word)) / len(words)
    accented = sum(len(_ACCENTED.findall(word)) for word in words) / sum(map(len, words))
    return max(1 - 4 * max(dumb - 0.05, 0), 0) * (1.0 if accented < 0.3 else 0.0)
