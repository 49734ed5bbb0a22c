"""Every piece of a text is of one script, and nothing of the text is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mithaq.papers.bidi import Language, direction, pieces, plain

_TEXT = st.text(st.sampled_from("ابجدًّ،؟٣ abcé 0123456789-–/.,:%+()[]«»\"'\n\u200f\u2066\r\t"), max_size=60)


def cut(text: str, language: Language) -> list[str]:
    """The pieces, islands in braces, text of the other script in angles."""
    signs = {(True, "en"): "{%s}", (False, language): "%s"}
    return [signs.get((piece.island, piece.language), "<%s>") % piece.text for piece in pieces(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في المرجع 2026-014 و", ["في المرجع ", "{2026-014}", " و"]),
        ("بنسبة 12.5% من", ["بنسبة ", "{12.5%}", " من"]),
        ("من 5–10.", ["من ", "{5–10}", "."]),
        ("بين 2005 – 2010", ["بين ", "{2005 – 2010}"]),
        ("و10:30", ["و", "{10:30}"]),
        ("عام 2024", ["عام ", "<2024>"]),
        ("نقص -5 و 2,500", ["نقص ", "{-5}", " و ", "<2,500>"]),
        ("الهاتف +965 2200 0000", ["الهاتف ", "{+965 2200 0000}"]),
        ("الوثيقة PO(2019)0123 هنا", ["الوثيقة ", "<PO(2019)0123>", " هنا"]),
        ("مرجع 2026-NATO-1", ["مرجع ", "{2026-NATO-1}"]),
        ("شبكة 5G", ["شبكة ", "<5G>"]),
    ],
)
def test_references_ranges_and_percentages_are_islands_among_arabic(text: str, expected: list[str]) -> None:
    assert cut(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التوصية (REC-2019-014) هنا", ["التوصية ", "<(REC-2019-014)>", " هنا"]),
        ("كلية «NATO» هنا", ["كلية ", "<«NATO»>", " هنا"]),
        ("(حلف NATO)", ["(حلف ", "<NATO>", ")"]),
        ("(2026-014)", ["{(2026-014)}"]),
    ],
)
def test_brackets_stay_with_what_they_close_in(text: str, expected: list[str]) -> None:
    assert cut(text, "ar") == expected


def test_arabic_among_english_leaves_the_number_after_it_whole() -> None:
    assert cut("The call (مبادرة إسطنبول) 2026-014", "en") == ["The call ", "<(مبادرة إسطنبول)>", " ", "{2026-014}"]


def test_english_alone_is_one_piece() -> None:
    assert cut("From 5–10 to 12%, see 2026-014.", "en") == ["From 5–10 to 12%, see 2026-014."]


@pytest.mark.parametrize(
    ("text", "expected"), [("NATO only.", "en"), ("حلف NATO", "ar"), ("2026-014", "ar"), ("", "ar")]
)
def test_a_paragraph_turns_only_for_words_all_of_the_other_script(text: str, expected: str) -> None:
    assert direction(text, "ar") == expected


@given(_TEXT, st.sampled_from(["ar", "en"]))
def test_the_pieces_join_to_the_text(text: str, language: Language) -> None:
    assert "".join(piece.text for piece in pieces(text, language)) == plain(text)


@given(_TEXT, st.sampled_from(["ar", "en"]))
@example("+0a", "ar")
def test_no_piece_has_letters_of_the_other_script(text: str, language: Language) -> None:
    for piece in pieces(text, language):
        assert piece.text
        assert not re.search("[a-zé]" if piece.language == "ar" else "[ابجد]", piece.text)


def test_a_minus_stays_with_its_number_also_behind_a_word_that_is_joined_to_it() -> None:
    islands = [piece.text for piece in pieces("بين −7.3 و−0.7 (أي 2−3)", "ar") if piece.island]
    assert islands == ["−7.3", "−0.7", "2−3"]
