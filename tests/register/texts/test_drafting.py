"""Words by paragraph: how they come in, and what several amendments make of them together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.register.texts.drafting import MOST, Wanted, Words, amended, check_size, differ, paragraphs_of

ONE = Words("a", "تلتقي الأطراف مرتين في السنة.", "The parties meet twice a year in Kuwait.")
TWO = Words("b", "وتتبادل المعلومات.", "They share information.")


def replaced(ar: str = "", en: str = "", was: Words = ONE) -> Wanted:
    return Wanted("replace", was.key, ar, en, "", was)


def test_blank_lines_part_paragraphs_and_languages_belong_together_in_order() -> None:
    assert paragraphs_of("أ\n\nب\r\n\r\n \nج", "a\n\n  \nb") == (
        Words("", "أ", "a"),
        Words("", "ب", "b"),
        Words("", "ج", ""),
    )
    assert paragraphs_of("", " ") == ()


def test_amendments_are_made_in_their_order() -> None:
    wanted = [
        replaced(en="The parties meet once a year in Kuwait."),
        Wanted("add", "n1", "جديد", "New", "a"),
        Wanted("add", "n2", "أجدّ", "Newer", "a"),
        Wanted("add", "n0", "", "Opening", ""),
        Wanted("remove", "b"),
    ]
    words, could = amended([ONE, TWO], wanted)
    assert [one.key for one in words] == ["n0", "a", "n1", "n2"]
    assert words[1] == Words("a", ONE.ar, "The parties meet once a year in Kuwait.")
    assert could == (True,) * 5


def test_two_that_touch_different_words_are_put_together() -> None:
    words, could = amended(
        [ONE], [replaced(en=ONE.en.replace("twice", "once")), replaced(en=ONE.en.replace("Kuwait", "Doha"))]
    )
    assert words[0].en == "The parties meet once a year in Doha."
    assert could == (True, True)


def test_one_whose_words_were_changed_or_are_gone_is_passed_over() -> None:
    words, could = amended(
        [ONE, TWO],
        [
            replaced(en=ONE.en.replace("twice", "once")),
            replaced(en=ONE.en.replace("twice", "often")),
            Wanted("remove", "b"),
            replaced(ar="غيره", was=TWO),
            Wanted("remove", "b"),
        ],
    )
    assert could == (True, False, True, False, False)
    assert words == (Words("a", ONE.ar, "The parties meet once a year in Kuwait."),)


def test_one_against_an_earlier_edition_still_fits_where_other_words_changed() -> None:
    now = Words("a", ONE.ar, ONE.en.replace("Kuwait", "Doha"))
    words, could = amended([now], [replaced(en=ONE.en.replace("twice", "once"))])
    assert could == (True,)
    assert words[0].en == "The parties meet once a year in Doha."


def test_a_new_paragraph_whose_place_is_gone_comes_last() -> None:
    words, _ = amended([ONE], [Wanted("add", "n", "", "New", "gone")])
    assert [one.key for one in words] == ["a", "n"]


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), unique=True), st.lists(st.sampled_from(["a", "b", "x", ""]), max_size=6)
)
def test_no_paragraph_is_ever_twice_and_none_is_lost_unless_removed(keys: list[str], wanted: list[str]) -> None:
    words = [Words(key, f"{key} ar", f"{key} en") for key in keys]
    made, could = amended(words, [Wanted("add", f"n{n}", "", "new", key) for n, key in enumerate(wanted)])
    assert len({one.key for one in made}) == len(made) == len(keys) + len(wanted)
    assert [one for one in made if one.key in keys] == words
    assert all(could)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], "empty"),
        ([Words("", "", "x")] * (MOST + 1), "too_long"),
        ([ONE, Words("a", "", "again")], "paragraph_twice"),
    ],
)
def test_a_text_that_cannot_be(words: list[Words], code: str) -> None:
    with pytest.raises(Problem) as problem:
        check_size(words)
    assert problem.value.code == code


def test_space_alone_is_no_difference() -> None:
    assert not differ("a  b\n", "a b")
    assert differ("a b", "ab")
