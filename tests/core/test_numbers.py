"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.numbers import is_of_two_minds, whole_number, year_in


@given(st.integers(0, 999_999_999))
def test_a_number_is_that_number(number: int) -> None:
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "٣", "9" * 5000, "1e3", " 1"])
def test_anything_else_is_none(text: str) -> None:
    assert whole_number(text, 7) == 7


@pytest.mark.parametrize(
    ("text", "doubtful"), [("1,000", True), ("12,345,678.5", True), ("0,500", False), ("12,5", False)]
)
def test_a_comma_may_part_thousands(text: str, doubtful: bool) -> None:
    assert is_of_two_minds(text) is doubtful


@pytest.mark.parametrize(
    ("text", "year"),
    [("2027", 2027), ("٢٠٢٧", 2027), ("۲۰۲۷", 2027), ("0001", 1), ("9998", 9998)],
)
def test_a_year_has_four_digits_of_any_script(text: str, year: int) -> None:
    assert year_in(text) == year


@pytest.mark.parametrize("text", ["", "0000", "9999", "27", "02027", "-202", "²⁰²⁷", "2O27"])
def test_what_is_no_year_is_none(text: str) -> None:
    assert year_in(text) == 0
