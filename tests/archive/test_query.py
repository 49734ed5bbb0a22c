"""What is typed is understood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.archive.query import MOST_WORDS, understood


def test_words_are_looked_for_by_stem_and_rank_by_form() -> None:
    query = understood("تقييم الدورات، دورة")
    assert query.stems == {"تقييم": ("تقييم",), "دور": ("الدورات", "دوره")}
    assert (query.required, query.phrases, query.references) == ((), (), ())


def test_an_equals_sign_asks_for_the_exact_word() -> None:
    assert understood("=الدورات").required == (("دور", "الدورات"),)


def test_quotes_of_any_kind_ask_for_the_phrase() -> None:
    for typed in ('"حلف شمال الأطلسي"', "«حلف شمال الأطلسي»", "“حلف شمال الأطلسي”"):
        query = understood(typed)
        assert query.phrases == (("حلف", "شمال", "الاطلسي"),)
        assert [form for _, form in query.required] == ["حلف", "شمال", "الاطلسي"]


def test_a_phrase_keeps_its_stop_words_and_asks_for_the_others() -> None:
    query = understood('"the end of the year"')
    assert query.phrases == (("the", "end", "of", "the", "year"),)
    assert [form for _, form in query.required] == ["end", "year"]


def test_reference_numbers_are_read_in_any_digits_and_case() -> None:
    assert understood("c-2016-012 و D-٢٠٢٦-WST-٠٠١").references == ("C-2016-012", "D-2026-WST-001")


def test_nothing_to_look_for_is_no_error() -> None:
    assert understood('  "" = the في ').stems == {}


@given(st.text(max_size=600))
def test_anything_can_be_typed(typed: str) -> None:
    query = understood(typed)
    assert len(query.stems) <= MOST_WORDS
    assert all(stem and all(forms) for stem, forms in query.stems.items())
