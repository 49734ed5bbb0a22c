"""Instruments: made, written, put in use; who may, and who sees them."""

from __future__ import annotations

import pytest

from mithaq.access.viewer import acting_as
from mithaq.register.instruments.models import Instrument, Item
from tests.cast import DANA
from tests.make import make_house, make_instrument

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    make_house()


def test_a_centre_writes_a_test_and_puts_it_in_use() -> None:
    made = make_instrument(questions=6, points=2)
    with acting_as(DANA):
        row = Instrument.objects.get(public_id=made)
        assert (row.level, row.form, row.state, row.maximum) == ("L2", "A", "in_use", 12)
        assert list(Item.objects.filter(instrument=row).values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
