"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.numbers import whole_number


@given(st.integers(0, 999_999_999))
def test_a_number_is_that_number(number: int) -> None:
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "-1", "1.5", "²", "٣", "9" * 5000, "1e3", " 1"])
def test_anything_else_is_none(text: str) -> None:
    assert whole_number(text, 7) == 7
