"""What the tests of pages stand on."""

from __future__ import annotations

import pytest

from tests.make import make_house


@pytest.fixture
def house(db: None) -> None:
    """The parties of the cast, the initiative, two areas, everybody's account."""
    make_house()
