"""Every test of this folder stands in the house of the cast and reads English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils.translation import override

from tests.kept import kept
from tests.make import make_house


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with override("en"):
        yield
