"""What differs between two wordings, and two changes put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.diff import GONE, NEW, SAME, pieces_between, put_together, words_of

WORDS = st.lists(
    st.sampled_from(["قال ", "السفير ", "نعم", "، ", "the ", "group ", "met.", " ", "\n", "٣ "]), max_size=14
).map("".join)


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in pieces_between(old, new)]


@given(WORDS, WORDS)
def test_nothing_is_lost(old: str, new: str) -> None:
    pieces = pieces_between(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == old
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == new
    assert "".join(words_of(old)) == old


@given(WORDS)
def test_what_did_not_change_is_one_piece(text: str) -> None:
    assert told(text, text) == ([(SAME, text)] if text else [])


def test_a_word_is_replaced_and_the_rest_stays() -> None:
    assert told("قرّر الاجتماع إنشاء آلية مشتركة", "قرّر الاجتماع إنشاء لجنة مشتركة") == [
        (SAME, "قرّر الاجتماع إنشاء "),
        (GONE, "آلية "),
        (NEW, "لجنة "),
        (SAME, "مشتركة"),
    ]


def test_a_sentence_that_goes_on_keeps_its_last_word() -> None:
    assert told("The group met", "The group met again") == [(SAME, "The group met"), (NEW, " again")]


def test_signs_alone_do_not_hold_two_changes_apart() -> None:
    assert told("one, two", "three, four") == [(GONE, "one, two"), (NEW, "three, four")]


BASE = "The group decided to meet twice a year in Kuwait."


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (
            BASE.replace("twice", "once"),
            BASE.replace("Kuwait", "Doha"),
            "The group decided to meet once a year in Doha.",
        ),
        (BASE.replace("twice", "once"), BASE, BASE.replace("twice", "once")),
        (BASE.replace("twice", "once"), BASE.replace("twice", "once"), BASE.replace("twice", "once")),
        (BASE.replace("twice", "once"), BASE.replace("twice", "often"), None),
        (BASE.replace("meet ", "meet and talk "), BASE.replace("meet ", "meet and eat "), None),
    ],
)
def test_two_changes_of_one_text(one: str, other: str, both: str | None) -> None:
    assert put_together(BASE, one, other) == both
    assert put_together(BASE, other, one) == both


@given(WORDS, WORDS)
def test_a_change_and_no_change_is_the_change(base: str, changed: str) -> None:
    assert put_together(base, changed, base) == changed
    assert put_together(base, base, changed) == changed
    assert put_together(base, changed, changed) == changed


def test_a_sign_that_both_end_with_stays() -> None:
    old, new = "تبادل المعلومات البحرية.", "تبادل المعلومات البحرية والسيبرانية."
    told = [(piece.kind, piece.text) for piece in pieces_between(old, new)]
    assert told == [("same", "تبادل المعلومات البحرية"), ("new", " والسيبرانية"), ("same", ".")]
