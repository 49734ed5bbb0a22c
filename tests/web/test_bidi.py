"""Words of two scripts on one line: islands, digits, hidden controls."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from mithaq.web import bidi
from mithaq.web.look import Look, looking_like


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """A page in each language."""
    with override(request.param):
        yield request.param


@pytest.mark.parametrize("text", ["−0.5", "2014–2016", "82.5%", "09:30", "+1", "3"])
def test_an_island_without_a_letter_runs_from_the_left(text: str) -> None:
    assert bidi.island(text) == f'<bdi dir="ltr">{text}</bdi>'


@pytest.mark.parametrize("text", ["C-2026-012", "NAC + 4", "المركز 3"])
def test_an_island_with_letters_goes_by_its_first(text: str) -> None:
    assert bidi.island(text) == f"<bdi>{text}</bdi>"


def test_an_island_escapes() -> None:
    assert bidi.island("<b>") == "<bdi>&lt;b&gt;</bdi>"


@given(st.text(alphabet=st.sampled_from("ab١2 \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f\u200d")))
def test_clean_text_holds_no_nesting_controls_and_loses_nothing_else(text: str) -> None:
    nesting = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert bidi.clean(text) == "".join(character for character in text if character not in nesting)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12000, "12,000"), (889, "889"), (Decimal("24.00"), "24"), (Decimal("0.50"), "0.5"), (100, "100"), ("7", "7")],
)
def test_plain_numbers_need_no_island(language: str, value: object, shown: str) -> None:
    assert bidi.number(value) == shown


def test_signs_are_true_and_islands(language: str) -> None:
    assert bidi.number(-0.5) == '<bdi dir="ltr">−0.5</bdi>'
    assert bidi.signed(1) == '<bdi dir="ltr">+1</bdi>'
    assert bidi.signed(0) == '<bdi dir="ltr">0</bdi>'
    assert bidi.signed(-1) == '<bdi dir="ltr">−1</bdi>'


def test_a_price_keeps_its_currency() -> None:
    assert bidi.money("51000.00", "EUR") == "<bdi>51,000 EUR</bdi>"
    assert bidi.money("99.50", "KWD") == "<bdi>99.5 KWD</bdi>"
    assert bidi.percent(82.5) == '<bdi dir="ltr">82.5%</bdi>'
    assert bidi.span(2014, 2016) == '<bdi dir="ltr">2014–2016</bdi>'


def test_chosen_digits_are_for_arabic_pages_and_words_of_ours_alone() -> None:
    with looking_like(Look(digits="arabic")):
        with override("ar"):
            assert bidi.number(12000) == "١٢٬٠٠٠"
            assert bidi.percent(82.5) == '<bdi dir="ltr">٨٢٫٥٪</bdi>'
            assert bidi.in_digits("20 نوفمبر 2026") == "٢٠ نوفمبر ٢٠٢٦"
            assert bidi.island("C-2026-012") == "<bdi>C-2026-012</bdi>"
        with override("en"):
            assert bidi.number(12000) == "12,000"
