"""Where words stand after a text was corrected."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.proposals.carrying import Moves, find_once

LETTERS = st.text("اب. ", max_size=12)


def place(old: str, new: str, words: str, nth: int = 0) -> str | None:
    """What stands in `new` before the words that stand in `old`; None if it cannot be told where they are."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    (found,) = Moves(old, new).places([(start, start + len(words))])
    return new[: found[0]] if found else None


def test_what_stands_before_and_after_a_change_moves_with_it() -> None:
    old, new = "قبل. خطأ هنا. بعد ذلك.", "قبل. صواب كثير هنا. بعد ذلك."
    assert place(old, new, "قبل") == ""
    assert place(old, new, "خطأ") is None
    assert place(old, new, "بعد") == "قبل. صواب كثير هنا. "


def test_between_two_changes_words_are_looked_for() -> None:
    assert place("س. دعا إلى آلية. س.", "ص ص. دعا إلى آلية. ص.", "دعا إلى آلية") == "ص ص. "
    assert place("س. وقد دعا إلى آلية. س.", "ص. ثم دعا إلى آلية. ص.", "دعا إلى آلية") == "ص. ثم "


def test_words_that_stand_as_often_as_before_keep_their_order() -> None:
    old, new = "س آلية آلية س", "ص ص آلية آلية ص"
    assert [place(old, new, "آلية", 0), place(old, new, "آلية", 1)] == ["ص ص ", "ص ص آلية "]


def test_words_that_stand_more_often_cannot_be_told() -> None:
    assert place("س آلية س", "ص آلية آلية ص", "آلية") is None


def test_words_are_looked_for_between_the_sentences_that_were_kept() -> None:
    old = "أ أ. آلية خطأ. وسط. آلية خطأ. ب ب."
    new = "أ ص. آلية صواب. وسط. آلية خطأ كبير. ص ب."
    assert [place(old, new, "آلية", 0), place(old, new, "آلية", 1)] == ["أ ص. ", "أ ص. آلية صواب. وسط. "]


def test_a_sentence_that_moved_elsewhere_is_found_there() -> None:
    assert place("أولاً. دعا إلى آلية. ثانياً. ثالثاً.", "ثانياً. ثالثاً هنا. دعا إلى آلية. أولاً.", "آلية") is not None


def test_what_is_taken_out_of_the_same_letters_leaves_the_end_where_it_can_be_found() -> None:
    assert Moves("ا" * 24, "ا" * 12).places([(23, 24)]) == [(11, 12)]


def test_words_are_found_where_they_stand_once() -> None:
    assert find_once("آلية واحدة", "آلية") == (0, 4)
    assert find_once("آلية آلية", "آلية") is None
    assert find_once("لجنة", "آلية") is None


@given(LETTERS, LETTERS, LETTERS, LETTERS, st.data())
def test_a_place_holds_the_same_words(head: str, old: str, new: str, tail: str, data: st.DataObject) -> None:
    before, after = head + old + tail, head + new + tail
    start = data.draw(st.integers(0, max(0, len(before) - 1)))
    end = data.draw(st.integers(start, len(before)))
    moves = Moves(before, after)
    assert 0 <= moves.near(start) <= len(after)
    if start < end:
        (found,) = moves.places([(start, end)])
        if found is not None:
            assert after[found[0] : found[1]] == before[start:end]
        if end <= len(head) or start >= len(head + old):
            assert found is not None
        if before == after:
            assert found == (start, end)
