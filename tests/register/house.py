"""The house of the cast on a day after the first meetings, as folders of tests stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from mithaq.core import clock
from tests.kept import kept
from tests.make import make_house

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house_now)
    with clock.stopped_at(NOW):
        yield


def make_house_now() -> None:
    with clock.stopped_at(NOW):
        make_house()
