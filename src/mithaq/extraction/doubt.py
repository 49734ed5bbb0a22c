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
# Signs that stand for no letter, and signs between letters where no language has them.
_JUNK = re.compile(r"[\ufffd\ue000-\uf8ff]|(?<=[^\W\d_])[©®£¥¢§¶±¿¡«»¬µ¹²³∫∂™°÷×¤¦](?=[^\W\d_])")
_FEW_WORDS = 12


def quality(text: str) -> float:
    """From 0 (garbled) to 1: the share of words that can be words of their language, less what no text holds."""
    arabic, latin = _ARABIC_WORD.findall(text), _LATIN_WORD.findall(text)
    bad = _arabic_doubt(arabic) * len(arabic) + _latin_doubt(latin) * len(latin)
    junk = len(_JUNK.findall(text)) / max(len(text), 1)
    return max(1 - bad / max(len(arabic) + len(latin), 1) - 10 * junk, 0)


def _arabic_doubt(words: list[str]) -> float:
    if not words:
        return 0.0
    impossible = sum(1 for word in words if _IMPOSSIBLE.fullmatch(word)) / len(words)
    common = sum(1 for word in words if _COMMON.fullmatch(word)) / len(words)
    unlikely = max(1 - common / 0.2, 0) if len(words) >= _FEW_WORDS else 0
    return min(5 * impossible + unlikely, 1)


def _latin_doubt(words: list[str]) -> float:
    """Letters shifted by a font without a map leave words without vowels."""
    if not words:
        return 0.0
    dumb = sum(1 for word in words if not _VOWEL.search(word)) / len(words)
    return min(4 * max(dumb - 0.05, 0), 1)
