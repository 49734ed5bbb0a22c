"""Every page of the base is right in both languages, both themes, at a desk and on a phone."""

from __future__ import annotations

import pytest

from tests.browser.checks import Seen, faults_of
from tests.browser.visitor import Visitors

PAGES = (
    Seen("design", "/design/"),
    Seen("sign-in", "/sign-in/"),
    Seen("forgotten", "/sign-in/forgotten/"),
    Seen("forgotten-sent", "/sign-in/forgotten/sent/"),
    Seen("signup-closed", "/sign-in/closed/"),
    Seen("inactive", "/sign-in/inactive/"),
    Seen("preferences", "/preferences/", "maryam"),
    Seen("first-password", "/sign-in/password/", "rashid"),
    Seen("sign-out", "/sign-in/out/", "khalid"),
    Seen("absent", "/no/such/page/", "khalid", 404),
    Seen("absent-public", "/no/such/page/", status=404),
)


@pytest.mark.parametrize("seen", PAGES, ids=lambda seen: seen.name)
def test_page_is_as_it_must_be(visitors: Visitors, seen: Seen) -> None:
    faults = faults_of(visitors, seen)
    assert not faults, "\n".join(faults)
