"""What tests of findings share."""

from __future__ import annotations

import pytest

from tests.kept import kept
from tests.reviews.findings.worlds import make_evaluated


@pytest.fixture
def courses(db: None) -> dict[str, str]:
    """Good courses and a bad one, kept by the secretariat and run by the centre, evaluated by the secretariat in June: to be
    answered by the first of July."""
    return kept(make_evaluated)
