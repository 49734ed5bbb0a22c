"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.numbers import is_of_two_minds, whole_number


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
