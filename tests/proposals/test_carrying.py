"""Where words stand after a text was corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.proposals.carrying import Moves, find_once

LETTERS = st.text("اب. ", max_size=12)


def test_what_stands_before_and_after_a_change_moves_with_it() -> None:
    moves = Moves("قبل. خطأ هنا. بعد ذلك.", "قبل. صواب كثير هنا. بعد ذلك.")
    assert moves.place(0, 4) == (0, 4)
    assert moves.place(5, 8) is None
    assert moves.place(14, 17) == (20, 23)


def test_between_two_changes_words_are_looked_for() -> None:
    moves = Moves("س. دعا إلى آلية. س.", "ص ص. دعا إلى آلية. ص.")
    assert moves.place(3, 16) == (5, 18)


def test_words_that_stand_as_often_as_before_keep_their_order() -> None:
    moves = Moves("س آلية آلية س", "ص ص آلية آلية ص")
    assert [moves.place(2, 6), moves.place(7, 11)] == [(4, 8), (9, 13)]


def test_words_that_stand_more_often_cannot_be_told() -> None:
    assert Moves("س آلية س", "ص آلية آلية ص").place(2, 6) is None


def test_words_are_found_where_they_stand_once() -> None:
    assert find_once("آلية واحدة", "آلية") == (0, 4)
    assert find_once("آلية آلية", "آلية") is None
    assert find_once("لجنة", "آلية") is None


@given(LETTERS, LETTERS, LETTERS, LETTERS, st.data())
def test_a_place_holds_the_same_words(head: str, old: str, new: str, tail: str, data: st.DataObject) -> None:
    before, after = head + old + tail, head + new + tail
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    moves = Moves(before, after)
    place = moves.place(start, end) if start < end else None
    if place is not None:
        assert after[place[0] : place[1]] == before[start:end]
    if start < end and (end <= len(head) or start >= len(head + old)):
        assert place is not None
    assert 0 <= moves.near(start) <= len(after)
    if before == after and start < end:
        assert place == (start, end)
