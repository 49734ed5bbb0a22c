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
    Seen("desk", "/", "maryam"),
    Seen("commitments", "/commitments/", "maryam"),
    Seen("commitments-applied", "/commitments/?state=open&owner=SEC", "rashid"),
    Seen("commitment", "/commitments/C-2016-008/", "maryam"),
    Seen("commitment-add", "/commitments/add/", "rashid"),
    Seen("commitment-act", "/act/C-2016-008/commitment-describe/", "maryam"),
    Seen("commitment-relate", "/act/C-2016-001/commitment-relate/", "maryam"),
    Seen("commitments-none-ticked", "/commitments/assign/", "maryam"),
    Seen("actions", "/actions/", "maryam"),
    Seen("action", "/actions/A-2026-001/", "maryam"),
    Seen("action-add", "/actions/add/?for=C-2016-008", "rashid"),
    Seen("parties", "/parties/", "salim"),
    Seen("parties-on", "/parties/?on=yesterday", "maryam"),
    Seen("party", "/parties/QAT/", "maryam"),
    Seen("party-observer", "/parties/KWT/", "salim"),
    Seen("party-act", "/act/QAT/party-tenure/", "maryam"),
    Seen("people", "/people/", "salim"),
    Seen("figures", "/figures/", "salim"),
    Seen("areas", "/areas/", "maryam"),
    Seen("meetings", "/meetings/", "maryam"),
    Seen("meeting", "/meetings/M-2016-001/", "maryam"),
    Seen("meeting-add", "/meetings/add/", "maryam"),
    Seen("meetings-none", "/meetings/?year=1900", "salim"),
    Seen("meeting-plan", "/meetings/plan/?series=icg", "maryam"),
    Seen("meeting-act", "/act/M-2016-001/meeting-invite/", "maryam"),
    Seen("meeting-planned", "/meetings/M-2026-005/", "khalid"),
    Seen("calendar-reply", "/meetings/reply/", "khalid"),
    Seen("series-list", "/meetings/series/", "maryam"),
    Seen("series", "/meetings/series/icg/", "maryam"),
    Seen("dialogue-index", "/meetings/dialogue/?since=2004", "salim"),
    Seen("formats", "/meetings/formats/", "maryam"),
    Seen("calendar", "/calendar/2026-12/", "rashid"),
    Seen("calendar-none", "/calendar/1999-01/", "salim"),
    Seen("calendar-agenda", "/calendar/2026-10/agenda/", "rashid"),
    Seen("calendar-feeds", "/calendar/feeds/", "rashid"),
    Seen("texts", "/texts/", "maryam"),
    Seen("texts-none", "/texts/?q=zzzz", "salim"),
    Seen("text", "/texts/T-2026-CWG-001/", "maryam"),
    Seen("text-agreed", "/texts/T-2026-DFB-001/", "salim"),
    Seen("text-add", "/texts/add/", "maryam"),
    Seen("text-amend", "/texts/T-2026-CWG-001/amend/?change=add", "khalid"),
    Seen("text-revise", "/texts/T-2026-CWG-001/revise/", "maryam"),
    Seen("text-compare", "/texts/T-2026-DFB-001/compare/", "salim"),
    Seen("silence-propose", "/texts/T-2026-CWG-001/propose/", "maryam"),
    Seen("silence-running", "/texts/T-2026-DFB-002/silence/", "khalid"),
    Seen("silence-held", "/texts/T-2026-DFB-001/silence/", "maryam"),
    Seen("silence-noting", "/texts/T-2026-DFB-002/silence/", "salim"),
    Seen("desk-silence", "/", "khalid"),
    Seen("journal", "/journal/", "maryam"),
    Seen("accounts", "/accounts/", "maryam"),
    Seen("account-add", "/accounts/add/", "maryam"),
    Seen("account-close", "/accounts/rashid/close/", "maryam"),
    Seen("tokens", "/preferences/tokens/", "salim"),
    Seen("absent", "/no/such/page/", "khalid", 404),
    Seen("absent-public", "/no/such/page/", status=404),
)


@pytest.mark.parametrize("seen", PAGES, ids=lambda seen: seen.name)
def test_page_is_as_it_must_be(visitors: Visitors, seen: Seen) -> None:
    faults = faults_of(visitors, seen)
    assert not faults, "\n".join(faults)
