"""What the tests of the archive stand on."""

from __future__ import annotations

import pytest

from tests.make import make_parties


@pytest.fixture
def parties(db: None) -> None:
    """The parties of the cast."""
    make_parties("SEC", "QAT", "KWT", "OMN")
