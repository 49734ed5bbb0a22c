"""What tests of findings share."""

from __future__ import annotations

import pytest

from tests.cast import LAYLA
from tests.make import make_house
from tests.reviews.findings.worlds import at, evaluate, make_catalogue


@pytest.fixture
def courses(db: None) -> dict[str, str]:
    """Good courses and a bad one, kept by the secretariat and run by the centre, evaluated by the secretariat in June: to be
    answered by the first of July."""
    make_house()
    with at(2026, 1):
        made = make_catalogue(LAYLA)
    with at(2026, 6):
        evaluate(LAYLA)
    return made
