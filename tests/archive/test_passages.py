"""The sentence that answers, marked in the original text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.archive.passages import WINDOW, Passage, best_passage, pattern_of
from mithaq.core.text import fold
from mithaq.reading.page import Page

TEXT = "أقيمت دَوْرةٌ في الدوحة. دعا إلى تقيـيم الدورات.\nThe centre evaluates courses."


def passage(text: str, *forms: str, phrases: tuple[tuple[str, ...], ...] = ()) -> Passage:
    spans = [(s.start, s.end) for s in Page(text, language="ar").sentences]
    return best_passage(fold(text, lines=True), spans, pattern_of(forms, phrases))


def marked(found: Passage) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_the_sentence_with_most_of_the_words_wins() -> None:
    found = passage(TEXT, "دوره", "الدورات", "تقييم")
    assert found.number == 2
    assert marked(found) == ["تقيـيم", "الدورات"]


def test_marks_hold_the_letters_of_the_original() -> None:
    found = passage(TEXT, "دوره")
    assert (found.number, marked(found)) == (1, ["دَوْرةٌ"])


def test_words_are_marked_whole_or_not() -> None:
    assert passage("الدورات والدورات", "الدورات").marks == ((0, 7),)


def test_a_phrase_is_one_mark_and_wins() -> None:
    found = passage("تقييم. الدورات تقييم الدورات", "تقييم", "الدورات", phrases=(("تقييم", "الدورات"),))
    assert marked(found) == ["الدورات", "تقييم الدورات"]


def test_where_nothing_matches_the_first_sentence_stands() -> None:
    assert passage(TEXT, "غير") == Passage(1, "أقيمت دَوْرةٌ في الدوحة.", ())


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200))
def test_a_long_sentence_is_cut_around_its_first_mark(before: int, between: int, after: int) -> None:
    text = f"{'كلمة ' * before}تقييم{' دورة' * between} تقييم{' و' * after}"
    found = passage(text, "تقييم")
    assert found.text in text
    assert len(found.text) <= WINDOW + 20
    assert marked(found)[:1] == ["تقييم"]
    assert set(marked(found)) == {"تقييم"}
    assert (found.cut_before, found.cut_after) == (not text.startswith(found.text), not text.endswith(found.text))
