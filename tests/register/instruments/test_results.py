"""Results and answers as evaluation takes them."""

from __future__ import annotations

import pytest

from mithaq.access.viewer import acting_as
from mithaq.register.instruments.results import answers_of, person_key, results_table
from tests.cast import LAYLA

pytestmark = pytest.mark.django_db


def test_where_there_are_no_results_there_is_an_empty_table() -> None:
    with acting_as(LAYLA):
        assert len(results_table()) == 0
        assert results_table(["RC-101"], year=2027).columns()["course"] == ()
        assert answers_of() == ()


def test_the_number_of_a_nomination_is_one_of_its_offering_alone() -> None:
    assert person_key("x", "QAT", "N12") == "QAT/N12/x"
    assert person_key("x", "QAT", "P12") == "QAT/P12"
    assert person_key("x", "QAT", "") == ""
