"""One server a run; one browser while tests of this folder run, because its event loop would disturb the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.server import serving
from tests.browser.visitor import Visitors, chromium


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where a Mithaq answers that these tests may use as they like."""
    with serving() as found:
        yield found


@pytest.fixture(scope="package")
def visitors(address: str) -> Iterator[Visitors]:
    """People at browsers. Fails, and says why, where there is no Chromium."""
    with chromium() as browser:
        yield Visitors(browser, address)


@pytest.fixture(scope="package")
def onlookers(visitors: Visitors) -> Iterator[Visitors]:
    """People at browsers in a house in which nobody acts: what they look at does not depend on which tests came before."""
    with serving() as found:
        yield Visitors(visitors.browser, found)


@pytest.fixture
def apart(visitors: Visitors) -> Iterator[Visitors]:
    """People at browsers in a house of their own: for a test that moves its time or evaluates, which everybody
    in the house would feel."""
    with serving() as found:
        yield Visitors(visitors.browser, found)
