"""Numbers in digits or words, Arabic and English, in the words of a sentence."""

from __future__ import annotations

from collections.abc import KeysView
from functools import cache
from typing import NamedTuple

from mithaq.reading.lexicon import words
from mithaq.reading.page import Words

_GROUP = 3
_LINKS = ("-", "and")
_FIRST_CLITICS = ("و", "ف", "ب", "ك", "ل", "وب", "ول", "فب", "فل")


class Number(NamedTuple):
    """A number: its value, the folded offset where it begins (without a clitic), the index of the word after it."""

    value: float
    start: int
    after: int


class _Part(NamedTuple):
    """A number word: `op` is u (add), t (only before عشر), h (hundred), H (hundreds), s (scale), S (two of a scale)."""

    op: str
    value: int
    clitic: str


@cache
def _parts() -> dict[str, _Part]:
    parts: dict[str, _Part] = {}
    for form, code in words("number").items():
        parts[form] = _Part(code[0], int(code[1:]), "")
    for form, part in list(parts.items()):
        if not form.isascii():
            for clitic in _FIRST_CLITICS:
                parts.setdefault(clitic + form, part._replace(clitic=clitic))
    return parts


def number_at(tokens: Words, index: int) -> Number | None:
    """The number that begins at the word of this index, whole: `ثلاثمئة وخمسة عشر ألفا`, `1,000`, `2.5 million`."""
    text = tokens.texts[index]
    if text[0].isdigit():
        return _in_digits(tokens, index)
    part = _parts().get(text)
    return _in_words(tokens, index, part) if part else None


def _in_digits(tokens: Words, index: int) -> Number:
    texts = tokens.texts
    digits, after = texts[index], index + 1
    groups: list[str] = []
    while after + 1 < len(texts) and texts[after] in (",", ".", "،") and _touch(tokens, after):
        groups += texts[after : after + 2]
        after += 2
    scale, end = _scale(tokens, after)
    return Number(_value(digits, groups, scale) * scale, tokens.spans[index][0], end)


def _touch(tokens: Words, mark: int) -> bool:
    joined = tokens.spans[mark - 1][1] == tokens.spans[mark][0] and tokens.spans[mark][1] == tokens.spans[mark + 1][0]
    return joined and tokens.texts[mark + 1][0].isdigit()


def _value(digits: str, groups: list[str], scale: int) -> float:
    """Groups of three after one kind of mark are thousands, unless a full stop stands before "million"."""
    thousands = (
        len(digits) <= _GROUP and all(len(group) == _GROUP for group in groups[1::2]) and len(set(groups[::2])) == 1
    )
    if groups and not (thousands and not (scale > 1 and groups[0] == "." and len(groups) == 2)):
        return float(digits + "".join(groups[1:-1:2]) + "." + groups[-1])
    return float(digits + "".join(groups[1::2]))


def _scale(tokens: Words, after: int) -> tuple[int, int]:
    scale = 1
    while after < len(tokens.texts):
        part = _parts().get(tokens.texts[after])
        if part is None or part.op not in "s" or part.clitic:
            break
        scale *= part.value
        after += 1
    return scale, after


def _in_words(tokens: Words, index: int, part: _Part) -> Number | None:
    if part.op == "t" and _next(tokens, index) != "عشر" and _next(tokens, index) != "عشره":
        return None
    start = tokens.spans[index][0] + len(part.clitic)
    total, current, after, last = *_added(0, 0, part), index + 1, part
    while after < len(tokens.texts):
        place = after + 1 if tokens.texts[after] in _LINKS and after + 1 < len(tokens.texts) else after
        following = _parts().get(tokens.texts[place])
        if following is None or not _continues(last, following, tokens.texts[after] if place > after else ""):
            break
        total, current = _added(total, current, following)
        after, last = place + 1, following
    return Number(float(total + current), start, after)


def _next(tokens: Words, index: int) -> str:
    return tokens.texts[index + 1] if index + 1 < len(tokens.texts) else ""


def _continues(last: _Part, part: _Part, link: str) -> bool:
    """Can this word carry the number on? خمسة عشر, مئة ألف and two hundred stand bare, خمسة وعشرون with و."""
    if part.clitic not in ("", "و"):
        return False
    if part.op in "sh" and not part.clitic:
        return not link
    if last.op in "hHsS":
        return part.value < last.value and (link == "and" or not link)
    if part.clitic or link == "-":
        return (
            (last.value < part.value) == bool(part.clitic)
            and 20 <= max(last.value, part.value) < 100
            and part.op == "u"
        )
    return part.value == 10 and last.value < 10 and not link


def _added(total: int, current: int, part: _Part) -> tuple[int, int]:
    if part.op == "h" and not part.clitic:
        return total, max(current, 1) * part.value
    if part.op == "s":
        return total + max(current, 1) * part.value, 0
    return (total + part.value, current) if part.op == "S" else (total, current + part.value)


def number_words() -> KeysView[str]:
    """All words that a number can begin with, with and without a clitic."""
    return _parts().keys()
