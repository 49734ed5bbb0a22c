"""What the tests of pages stand on."""

from __future__ import annotations

import pytest

from tests.kept import kept
from tests.make import make_house


@pytest.fixture
def house(db: None) -> None:
    """The parties of the cast, the initiative, two areas, everybody's account."""
    kept(make_house)
