"""A line drawn from left to right is put back into the order in which it was written."""

from __future__ import annotations

import pytest

from mithaq.extraction.visual import brackets_by_place, is_right_to_left, reading_order

_DRAWN = [
    # as drawn, left to right; as written
    (".2027 ماعلا يف", "في العام 2027."),
    ("%85 تغلب", "بلغت 85%"),
    ("12/03/2026 خيراتب", "بتاريخ 12/03/2026"),
    ("2025-2020 ةرتفلا", "الفترة 2020-2025"),
    ("٢٠٢٧ ماع", "عام ٢٠٢٧"),
    ("ةئملا يف 2.5", "2.5 في المئة"),
    ("أدبيس Individual Partnership 2030 جمانرب", "برنامج Individual Partnership 2030 سيبدأ"),
    ("ةرود 12", "12 دورة"),
    (".The Council met in 2026", "The Council met in 2026."),
]


@pytest.mark.parametrize(("drawn", "written"), _DRAWN)
def test_lines_of_an_arabic_text(drawn: str, written: str) -> None:
    assert reading_order(list(drawn), arabic=True) == written


def test_a_ligature_stays_in_its_order() -> None:
    assert reading_order(["ج", "لا", "س"], arabic=True) == "سلاج"


def test_an_arabic_word_in_an_english_line() -> None:
    assert reading_order(list("the term ةردابم means initiative"), arabic=False) == "the term مبادرة means initiative"


def test_an_english_line_stays_as_it_is() -> None:
    line = "On 12-13 March 2026 (in Kuwait) 85% agreed."
    assert reading_order(list(line), arabic=False) == line


@pytest.mark.parametrize("turned", ["في )الناتو( اجتماع", "في (الناتو( اجتماع", "في (الناتو) اجتماع"])
def test_brackets_open_before_a_word_and_close_after_it(turned: str) -> None:
    assert brackets_by_place(turned) == "في (الناتو) اجتماع"


def test_the_bracket_of_a_numbered_item_stays_closed() -> None:
    assert brackets_by_place("1) البند الأول") == "1) البند الأول"


def test_brackets_between_letters_follow_each_other() -> None:
    assert brackets_by_place("الحلف)الناتو(والدول") == "الحلف(الناتو)والدول"


def test_the_direction_of_most_letters_counts() -> None:
    assert is_right_to_left("اجتماع NATO")
    assert not is_right_to_left("NATO اجتماع summit meeting")
    assert not is_right_to_left("2026")
