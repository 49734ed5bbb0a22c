"""Every page is right in both languages, both themes, at a desk and on a phone."""

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
    Seen("documents", "/documents/", "rashid"),
    Seen("documents-waiting", "/documents/?show=waiting", "rashid"),
    Seen("document-add", "/documents/add/", "rashid"),
    Seen("reader", "/r/D-2026-001", "rashid"),
    Seen("reader-observer", "/r/D-2026-002", "salim"),
    Seen("search", "/search/?q=تقييم الدورات", "rashid"),
    Seen("search-nothing", '/search/?q="zzzz"', "rashid"),
    Seen("search-how", "/search/", "rashid"),
    Seen("absent", "/no/such/page/", "khalid", 404),
    Seen("absent-public", "/no/such/page/", status=404),
)


@pytest.mark.parametrize("seen", PAGES, ids=lambda seen: seen.name)
def test_page_is_as_it_must_be(visitors: Visitors, seen: Seen) -> None:
    faults = faults_of(visitors, seen)
    assert not faults, "\n".join(faults)
