"""Figures: a number with what it counts, and what the words around it say of the number."""

from __future__ import annotations

import pytest

from mithaq.reading.dates import find_dates
from mithaq.reading.figures import find_figures
from mithaq.reading.findings import Figure
from mithaq.reading.numbers import number_at
from mithaq.reading.page import Page


def figures(text: str) -> list[Figure]:
    page = Page(text, published="2023-05-10")
    return list(find_figures(page, find_dates(page)))


FIGURES = [
    ("درب المركز 889 عنصرا من دول المبادرة", [("889 عنصرا", 889, "people", "=")]),
    ("وأكثر من مئتي مدرب ونحو 1500 جندي", [("مئتي مدرب", 200, "trainers", ">"), ("1500 جندي", 1500, "troops", "~")]),
    ("(12) عطاء و(9) شركات بمبلغ (6.750.270) ريالا", [("(12) عطاء", 12, "bids", "="), ("(9) شركات", 9, "companies", "="), ("(6.750.270) ريالا", 6750270, "SAR", "=")]),
    ("أربع دول وخمسا وعشرين منظمة", [("أربع دول", 4, "countries", "="), ("خمسا وعشرين منظمة", 25, "organisations", "=")]),
    ("100 مليون دولار و5.5 مليارات يورو", [("100 مليون دولار", 100_000_000, "USD", "="), ("5.5 مليارات يورو", 5_500_000_000, "EUR", "=")]),
    ("بنسبة 25 في المئة و(10%)", [("25 في المئة", 25, "%", "="), ("(10%)", 10, "%", "=")]),
    ("دورتين تدريبيتين وثلاث اتفاقيات", [("دورتين", 2, "courses", "="), ("ثلاث اتفاقيات", 3, "agreements", "=")]),
    ("ما لا يقل عن ثلاثين خبيرا", [("ثلاثين خبيرا", 30, "experts", ">=")]),
    ("الدول الـ28 الأعضاء", [("28", 28, "countries", "=")]),
    ("up to $102 million and more than 40 million vaccine doses", [("$102 million", 102_000_000, "USD", "<="), ("40 million vaccine doses", 40_000_000, "doses", ">")]),
    ("28 NATO Allies agreed on three areas of focus", [("28 NATO Allies", 28, "countries", "="), ("three areas", 3, "areas", "=")]),
    ("the 30-member alliance and 1,200 officers", [("30-member", 30, "members", "="), ("1,200 officers", 1200, "officers", "=")]),
]  # fmt: skip
NONE = [
    "القرار 2231 والمادة 5 والدورة 79",
    "في 25 مايو 2019 ولمدة خمسة أيام وعام 2015",
    "قتل 20 شخصا وأصيب 30 شخصا بجروح وسقط خمسة قتلى",
    "عشرات الدول ومئات المشاركين والدولتين والجانبين",
    "the two countries and our three nations; dozens of participants; the 5th meeting",
    "12 people were killed; a 3-day exercise; P5+1",
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures(text: str, expected: list[tuple[str, float, str, str]]) -> None:
    assert [(found.text, found.value, found.unit, found.comparator) for found in figures(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_report_nothing(text: str) -> None:
    assert figures(text) == []


def test_what_is_counted_and_as_of_when() -> None:
    found = figures("The Centre trained 1,200 officers from the Gulf, as of May 2023.")[0]
    assert (found.what, found.as_of) == ("officers from the Gulf", "2023-05")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ثلاثمئة وخمسة عشر ألفا", 315_000),
        ("مليونين وثلاثمئة ألف", 2_300_000),
        ("ألفان وخمسمئة", 2_500),
        ("مائة وعشرين", 120),
        ("ثمانية عشر", 18),
        ("أحد عشر", 11),
        ("twenty-five", 25),
        ("one hundred and five", 105),
        ("1,500.75", 1500.75),
        ("6.750 billion", 6_750_000_000),
        ("٣ آلاف", 3000),
    ],
)
def test_numbers_in_words_and_digits(text: str, value: float) -> None:
    number = number_at(Page(text).words_in(0), 0)
    assert number is not None
    assert number.value == value


def test_two_numbers_in_a_row_are_two() -> None:
    tokens = Page("ثلاثة وأربعة").words_in(0)
    first = number_at(tokens, 0)
    assert first is not None
    assert (first.value, first.after) == (3, 1)
    assert number_at(Page("أحد الوزراء").words_in(0), 0) is None
