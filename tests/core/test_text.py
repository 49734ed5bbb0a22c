"""Folded texts: one form for matching, and always the way back to the words as they stand."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mithaq.core.text import fold, language_of

# Letters of both scripts with what texts of the genre carry: tashkeel, tatweel, no-break spaces, bidi marks, three kinds of digits.
LETTERS = st.sampled_from('قطرالأمنىةؤئ Kuwaitİé\u00a0\u064b\u0651\u0640\u200f\u202b\u2069٠١٩۵7،.«»"\n\r\t-–•')
TEXTS = st.text(LETTERS, max_size=60)


@given(TEXTS, st.data())
@example("قَطَـــر  و\u200fالكويت غداً", None)
def test_every_span_leads_back_to_words_that_fold_to_it(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text))) if data else 0
    end = data.draw(st.integers(start, len(folded.text))) if data else len(folded.text)
    first, last = folded.source(start, end)
    assert 0 <= first <= last <= len(text)
    assert fold(text[first:last]).text.split() == folded.text[start:end].split()


@given(TEXTS)
def test_offset_is_the_way_there_of_source(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        assert folded.offset(folded.source(place, place + 1)[0]) == place


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once, lines=True).text == once


@given(st.text(max_size=40))
def test_any_text_folds_with_cased_of_the_same_length(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.cased)


def test_variants_of_a_letter_and_a_digit_are_one() -> None:
    assert (
        fold("إستانبول آسيا مؤتمر شؤون لجنة مستشفى ٢٠١٦ ۲۰۱۶").text == "استانبول اسيا موتمر شوون لجنه مستشفي 2016 2016"
    )
    assert fold("TÜRKİYE’s “São Tomé”").text == 'turkiye\'s "sao tome"'


def test_marks_and_repeated_blanks_go_and_the_last_letter_keeps_its_mark() -> None:
    text = "قَطَـــر  و\u200fالكويت غداً"
    folded = fold(text)
    assert folded.text == "قطر والكويت غدا"
    first, last = folded.source(folded.text.index("غدا"), len(folded.text))
    assert text[first:last] == "غداً"


def test_a_wrapped_line_goes_on_and_a_paragraph_ends() -> None:
    assert fold("North\nAtlantic\n\nCouncil").text == "north atlantic\ncouncil"
    assert fold("سطر\nسطر", lines=True).text == "سطر\nسطر"
    assert fold("Agenda\n• first\n• second").text == "agenda\n• first\n• second"


@pytest.mark.parametrize(
    ("text", "language"),
    [("اجتماع NATO في الدوحة", "ar"), ("The meeting of مجلس in Doha", "en"), ("", "ar"), ("12/3", "ar")],
)
def test_language_is_that_of_most_letters(text: str, language: str) -> None:
    assert language_of(text) == language
