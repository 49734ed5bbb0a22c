"""One analyser: forms of a word have one stem, other words another, and nothing gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.archive.analysis import FORMS, WORD, analyse, stem_of, worth
from mithaq.core.text import fold

FAMILIES = [
    "دورة الدورات دورات دورتان دورتها بالدورات للدورات ودورة والدورة",
    "وزير الوزير والوزير للوزير بوزير",
    "التزام الالتزام بالتزاماتها والتزامات للالتزام",
    "تقييم التقييم لتقييم وتقييم بتقييم للتقييم",
    "قطر بقطر لقطر وقطر القطري قطرية",
    "الكويت بالكويت للكويت والكويت كويتي",
    "لبنان بلبنان اللبنانية",
    "عُمان بعمان العُماني",
    "سياسة السياسية سياسي بالسياسات",
    "برنامج ببرنامج البرنامج وبرنامج",
    "لقاء لقاءات اللقاء",
    "إسطنبول اسطنبول بإسطنبول",
    "يقوم سيقوم وسيقوم",
    "train trained training Trains",
    "COMMITMENT commitment commitments",
]
APART = [("لبنان", "لبن"), ("عُمان", "عام"), ("بحرية", "حرية"), ("وحدة", "حدة"), ("training", "train-station")]


@pytest.mark.parametrize("family", FAMILIES)
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem_of(fold(word).text) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stem_of(fold(one).text) != stem_of(fold(other).text)


def test_words_are_counted_by_stem_with_their_forms() -> None:
    analysis = analyse("Training: he trained 24. Train!", "التَّدريب في المركز")
    assert [(word.stem, word.times, word.forms) for word in analysis.words] == [
        ("24", 1, " 24 "),
        ("train", 3, " train trained training "),
        ("تدريب", 1, " التدريب "),
        ("مركز", 1, " المركز "),
    ]
    assert analysis.length == 6


def test_stop_words_and_lone_letters_tell_nothing() -> None:
    assert analyse("the of في من هذه x و").words == ()


def test_no_stop_word_hides_a_word_that_is_written_like_it() -> None:
    assert analyse("آلية علي May US WHO").length == 5


def test_the_forms_kept_are_whole_and_few() -> None:
    (word,) = analyse(
        " ".join(f"{prefix}دراس{ending}" for prefix in ("", "ال", "وال", "بال") for ending in ("ه", "ات"))
    ).words
    assert word.forms.split() == sorted(word.forms.split())
    many = analyse(" ".join("1" * n for n in range(1, 200)))
    assert all(len(word.forms.encode()) <= FORMS for word in many.words)


@given(st.lists(st.text("ابتةهويلكف السنمات", min_size=1, max_size=9), max_size=30).map(" ".join))
def test_every_word_worth_it_is_found_by_its_stem_and_its_form(text: str) -> None:
    words = {word.stem: word.forms for word in analyse(text).words}
    for form in WORD.findall(fold(text).text):
        if worth(form):
            assert f" {form} " in words[stem_of(form)]
