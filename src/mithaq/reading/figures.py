"""Quantities that report on the cooperation: a number, in digits or words, with what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mithaq.reading.findings import Date, Figure, days_in
from mithaq.reading.lexicon import words
from mithaq.reading.numbers import Number, number_at, number_words
from mithaq.reading.page import Page, Words

_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP",
    "dh": "AED", "dhs": "AED", "aed": "AED", "sr": "SAR", "sar": "SAR", "qr": "QAR", "qar": "QAR", "kd": "KWD", "kwd": "KWD", "bd": "BHD",
    "bhd": "BHD", "omr": "OMR"}  # fmt: skip
_PERCENT = ("في الميه", "في المايه", "في ميه", "بالميه", "بالمايه", "per cent")
_LONGEST_PHRASE = 80
_DETERMINED = frozenset(("the", "our", "their", "these", "those", "both", "its", "all"))
_AS_OF = re.compile(r"(?:as of|until|حتي|لغايه|بنهايه|مع نهايه) $")
_END_OF_PHRASE = re.compile(r"[.,،؛;:!?()\"]|(?<!\w)(?:و?[يتس]\w{3,}|التي|الذي|الذين|who|which|that|will|to)(?!\w)")
_FAR = 4  # words on each side where casualties are looked for
_ADJECTIVES = 2  # words between an English number and its noun


@cache
def _starts() -> frozenset[str]:
    return frozenset((*number_words(), *words("counted_pair")))


def find_figures(page: Page, dates: tuple[Date, ...]) -> tuple[Figure, ...]:
    """All figures, in order. Numbers inside `dates` are none."""
    taken = [page.folded.offset(found.start) for found in dates], [page.folded.offset(found.end) for found in dates]
    found: list[Figure] = []
    starts = _starts()
    for index in range(len(page.edges)):
        sentence = page.words_in(index)
        places = [place for place, text in enumerate(sentence.texts) if text in starts or "0" <= text[0] <= "9"]
        if places:
            found += _in_sentence(page, index, sentence, places, dates, taken)
    return tuple(found)


def _in_sentence(
    page: Page,
    index: int,
    sentence: Words,
    places: list[int],
    dates: tuple[Date, ...],
    taken: tuple[list[int], list[int]],
) -> Iterator[Figure]:
    """The figures among the places where a number may begin."""
    done = 0
    for place in places:
        if place < done:
            continue
        counted = _pair(sentence, place) or _counted(sentence, place, taken)
        if counted:
            yield _figure(page, index, sentence, place, counted, dates)
        number = None if counted else number_at(sentence, place)
        done = counted.after if counted else number.after if number else 0


class _Counted(NamedTuple):
    """A number with its unit: folded span, the index of the word after it."""

    value: float
    unit: str
    start: int
    end: int
    after: int
    rule: str


def _pair(sentence: Words, place: int) -> _Counted | None:
    """دورتين, مشروعين: the dual is a number too."""
    text, (start, end) = sentence.texts[place], sentence.spans[place]
    for cut in (0, 1):
        unit = words("counted_pair").get(text[cut:])
        if unit and text[:cut] in ("", "و", "ب", "ل"):
            return _Counted(2.0, unit, start + cut, end, place + 1, "figure.dual")
    return None


def _counted(sentence: Words, place: int, taken: tuple[list[int], list[int]]) -> _Counted | None:
    number = number_at(sentence, place)
    if (
        number is None
        or _is_part_of_a_name(sentence, place)
        or _is_dated(number.start, taken)
        or _among_casualties(sentence.texts, place, number.after)
    ):
        return None
    texts, spans = sentence.texts, sentence.spans
    currency = _CURRENCIES.get(texts[place - 1]) if place else None
    if currency:
        return _Counted(
            number.value, currency, spans[place - 1][0], spans[number.after - 1][1], number.after, "figure.money"
        )
    bracket = place > 0 and texts[place - 1] == "(" and texts[number.after : number.after + 1] == [")"]
    after = number.after + bracket
    unit, end = _unit(sentence, place, number, after)
    if not unit or (number.value <= 1 and unit not in ("%", *_CURRENCIES.values())):
        return None
    closes = unit == "%" and place > 0 and texts[place - 1] == "(" and texts[end : end + 1] == [")"]
    start = spans[place - 1][0] if bracket or closes else number.start
    rule = "figure.percent" if unit == "%" else "figure.digits" if texts[place][0].isdigit() else "figure.words"
    return _Counted(number.value, unit, start, spans[end + closes - 1][1], end + closes, rule)


def _is_part_of_a_name(sentence: Words, place: int) -> bool:
    """G7, COP27."""
    if place == 0 or sentence.spans[place - 1][1] < sentence.spans[place][0]:
        return False
    return sentence.texts[place - 1].isascii() and sentence.texts[place - 1].isalpha()


def _is_dated(start: int, taken: tuple[list[int], list[int]]) -> bool:
    index = bisect_right(taken[0], start) - 1
    return index >= 0 and start < taken[1][index]


def _among_casualties(texts: list[str], place: int, after: int) -> bool:
    dead = words("casualties")
    return any(
        text in dead or text[1:] in dead
        for text in (*texts[max(0, place - _FAR) : place], *texts[after : after + _FAR])
    )


# الدورة الـ15 is the fifteenth, not fifteen of them.
_NUMBERED = frozenset(
    ("الدوره", "الورشه", "الاجتماع", "الموتمر", "التمرين", "الجلسه", "القمه", "الزياره", "الجوله", "البرنامج", "اللجنه", "المناوره", "المبادره",
     "البند", "الماده", "التقرير", "الدفعه", "النسخه", "الفريق", "المحطه")
)  # fmt: skip


def _unit(sentence: Words, place: int, number: Number, after: int) -> tuple[str, int]:
    """The unit that is counted and the index of the word after it; nothing where the number counts nothing known."""
    texts = sentence.texts
    if after < len(texts) and texts[after] == "%":
        return "%", after + 1
    phrase = " ".join(texts[after : after + 2])
    if phrase.startswith(_PERCENT):
        return "%", after + (1 if phrase.startswith("ب") else 2)
    counted = words("counted")
    if texts[after : after + 1] == ["-"] and texts[after + 1 : after + 2] in (["member"], ["nation"], ["country"]):
        return ("members" if texts[after + 1] == "member" else "countries"), after + 2
    if after < len(texts) and texts[after] in counted:
        return (counted[texts[after]], after + 1) if not _determined(texts, place) else ("", after)
    if (
        place > 1
        and texts[place - 1] == "ال"
        and texts[place - 2] not in _NUMBERED
        and texts[place - 2].removeprefix("ال") in counted
    ):
        return counted[texts[place - 2].removeprefix("ال")], after
    if texts[after : after + 1] == ["من"]:
        end = after + 1 + (texts[after + 1 : after + 2] == ["كبار"])
        unit = counted.get(texts[end].removeprefix("ال"), "") if end < len(texts) else ""
        return unit, end + 1
    for end in range(after + 1, min(after + 1 + _ADJECTIVES, len(texts))):
        if not texts[end - 1].isascii() or not texts[end - 1].isalpha() or texts[end - 1] in words("no_adjective"):
            break
        if texts[end] in counted and texts[end].isascii() and not _determined(texts, place):
            return counted[texts[end]], end + 1
    return "", after


def _determined(texts: list[str], place: int) -> bool:
    """The three countries, our two nations: not news, unless in digits."""
    return place > 0 and texts[place - 1] in _DETERMINED and not texts[place][0].isdigit()


def _figure(page: Page, index: int, sentence: Words, place: int, counted: _Counted, dates: tuple[Date, ...]) -> Figure:
    start, end = page.source(counted.start, counted.end)
    return Figure(
        start,
        end,
        page.text[start:end],
        int(counted.value) if counted.value.is_integer() else counted.value,
        counted.unit,
        _what(page, index, sentence, counted),
        _comparator(sentence.texts, place - (page.folded.text[counted.start] in "(" or counted.rule == "figure.money")),
        _as_of(page, index, dates),
        counted.rule,
    )


def _comparator(texts: list[str], place: int) -> str:
    """More than, about, at least ...: what the words just before say of the number."""
    comparators = words("comparator")
    for size in (3, 2, 1):
        before = " ".join(texts[max(0, place - size) : place])
        for cut in (0, 1):
            if before[cut:] in comparators:
                return comparators[before[cut:]]
    return "="


def _what(page: Page, index: int, sentence: Words, counted: _Counted) -> str:
    """What is counted, as written: from the unit to the end of its phrase."""
    last = page.edges[index][1]
    stop = _END_OF_PHRASE.search(page.folded.text, counted.end, last)
    end = stop.start() if stop else last
    if counted.rule in ("figure.money", "figure.percent") or counted.after == 0:
        start = counted.end
    else:
        start = sentence.spans[counted.after - 1][0]
    return " ".join(page.quote(start, max(start, end)).split())[:_LONGEST_PHRASE].strip()


def _as_of(page: Page, index: int, dates: tuple[Date, ...]) -> str | None:
    """The date that the sentence says the number holds for."""
    first = page.edges[index][0]
    sentence = page.sentences[index]
    for found in days_in(dates, sentence.start, sentence.end):
        start = page.folded.offset(found.start)
        if _AS_OF.search(page.folded.text, max(first, start - 12), start):
            return found.value
    return None
