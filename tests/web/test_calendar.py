"""The calendar of meetings as a month and as an agenda, and its feeds: pages, addresses, what a program is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import icalendar
import pytest
from django.test import Client

from mithaq.core import clock
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_meeting
from tests.web.door import page, queries, signed_in, words

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
ADDRESS = re.compile(r"http://127\.0\.0\.1:8000(/calendar/feed/mthc_[0-9a-f]{64}\.ics)")


@pytest.fixture(autouse=True)
def _today(house: None) -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def cell(answer: Any, day: str) -> str:
    """The markup of one day of the table."""
    found = re.search(rf'<td[^>]*>\s*<p class="d"><time datetime="{day}">.*?</td>', page(answer), re.DOTALL)
    assert found, day
    return found[0]


def test_a_meeting_stands_on_each_of_its_days_with_both_calendars() -> None:
    make_meeting(date="2026-11-20", until="2026-11-21", title_ar="الاجتماع الثالث")
    answer = signed_in(HESSA).get("/calendar/2026-11/")
    for day, hijri in (("2026-11-20", "10"), ("2026-11-21", "11")):
        assert "الاجتماع الثالث" in cell(answer, day)
        assert f'<bdi dir="ltr">{hijri}</bdi>' in cell(answer, day)
    assert "الاجتماع الثالث" not in cell(answer, "2026-11-19")
    assert "نوفمبر 2026" in words(answer)
    assert "جمادى" in words(answer)


def test_the_week_begins_on_sunday_in_arabic_and_on_monday_in_english() -> None:
    def first_of_week(language: str) -> str:
        names: list[str] = re.findall(r'<th scope="col">([^<]+)', page(signed_in(HESSA, language).get("/calendar/")))
        return names[0]

    assert (first_of_week("ar"), first_of_week("en")) == ("الأحد", "Monday")


def test_digits_and_calendars_are_those_the_reader_chose() -> None:
    client = signed_in(HESSA)
    client.cookies["look"] = "arabic.gregorian"
    answer = client.get("/calendar/2026-11/")
    assert "<b>٢٥</b>" in cell(answer, "2026-11-25")
    assert "<small>" not in cell(answer, "2026-11-25")
    assert "نوفمبر ٢٠٢٦" in words(answer)


def test_a_month_leads_to_the_one_before_and_after_and_keeps_its_filters() -> None:
    answer = page(signed_in(HESSA).get("/calendar/2026-01/?series=icg"))
    for month in ("2025-12", "2026-02"):
        assert f'href="/calendar/{month}/?series=icg"' in answer
    assert 'href="/calendar/?series=icg"' in answer


@pytest.mark.parametrize(
    "address", ["/calendar/2026-13/", "/calendar/2026/", "/calendar/0001-01/", "/calendar/x/agenda/"]
)
def test_what_is_no_month_is_no_page(address: str) -> None:
    assert signed_in(HESSA).get(address).status_code == 404


def test_filters_by_series_and_party() -> None:
    make_meeting(date="2026-11-20", title_en="Hosted", host="QAT")
    make_meeting(date="2026-11-20", title_en="Attended", parties=["BHR", "KWT"])
    make_meeting("summit", date="2026-11-20", title_en="Allies")
    client = signed_in(HESSA, "en")

    def shown(query: str) -> set[str]:
        return {
            name
            for name in ("Hosted", "Attended", "Allies")
            if name in words(client.get(f"/calendar/2026-11/?{query}"))
        }

    assert shown("") == {"Hosted", "Attended", "Allies"}
    assert shown("series=summit") == {"Allies"}
    assert shown("party=QAT") == {"Hosted"}
    assert shown("party=KWT") == {"Attended"}
    assert shown("party=OMN") == set()


def test_what_is_known_to_the_month_alone_stands_below() -> None:
    make_meeting(date="2026-11", title_en="Some day")
    make_meeting(date="2026-10", title_en="Last month")
    make_meeting(date="2026-FA", title_en="In autumn")
    answer = words(signed_in(HESSA, "en").get("/calendar/2026-11/"))
    assert "Not known to the day Some day" in answer.replace("  ", " ")
    assert "In autumn" in answer
    assert "Last month" not in answer


def test_the_agenda_tells_three_months_with_place_and_hours_of_the_place() -> None:
    make_meeting(date="2026-12-14", title_en="Coming", city_en="Doha", country="QAT", host="QAT")
    make_meeting(date="2027-02-01", title_en="Later")
    make_meeting(date="2026-10-31", title_en="Before")
    make_meeting(level="RESTRICTED", audience=["KWT"], date="2026-12-14", title_en="Of others")
    answer = words(signed_in(HESSA, "en").get("/calendar/2026-11/agenda/"))
    assert "Coming" in answer
    assert "Doha, Party QAT" in answer
    assert not {"Later", "Before", "Of others"} & set(re.findall(r"Later|Before|Of others", answer))
    assert "Later" in words(signed_in(HESSA, "en").get("/calendar/2027-02/agenda/"))
    assert "Of others" in words(signed_in(BADER, "en").get("/calendar/2026-12/agenda/"))


def test_an_empty_month_says_so() -> None:
    assert "No meeting that was released to you falls on these days." in words(
        signed_in(SALIM, "en").get("/calendar/1999-01/")
    )


def make_address(client: Client, **fields: str) -> str:
    """The path of a new feed, made on its page."""
    answer = client.post("/calendar/feeds/", {"name": "phone", "language": "en", **fields})
    found = ADDRESS.search(page(answer))
    assert found, words(answer)
    return found[1]


def test_an_address_is_shown_once_and_opens_without_signing_in() -> None:
    make_meeting(level="OFFICIAL", audience=["QAT"], date="2026-12-14", title_en="Official")
    make_meeting(level="RESTRICTED", audience=["QAT"], date="2026-12-14", title_en="Restricted")
    client = signed_in(HESSA, "en")
    own, mission = make_address(client), make_address(client, of_mission="on")
    assert not ADDRESS.search(page(client.get("/calendar/feeds/")))
    assert "phone" in words(client.get("/calendar/feeds/"))
    read = {path: icalendar.Calendar.from_ical(Client().get(path).content) for path in (own, mission)}
    titles = {path: {str(event["SUMMARY"]) for event in calendar.walk("VEVENT")} for path, calendar in read.items()}
    assert titles == {own: {"Official", "Restricted"}, mission: {"Official"}}
    assert str(read[own]["X-WR-CALNAME"]) == "Mithaq: meetings (Party QAT)"


def test_the_same_page_sent_twice_makes_one_feed() -> None:
    client = signed_in(HESSA)
    sent = {"name": "phone", "language": "ar", "csrfmiddlewaretoken": "same"}
    assert ADDRESS.findall(page(client.post("/calendar/feeds/", sent))) == ADDRESS.findall(
        page(client.post("/calendar/feeds/", sent))
    )
    assert words(client.get("/calendar/feeds/")).count("phone") == 2  # the name, and the name on its button


def test_what_a_program_is_answered_that_has_it_already() -> None:
    make_meeting(date="2026-12-14")
    path = make_address(signed_in(HESSA))
    first = Client().get(path)
    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Last-Modified"] == "Wed, 25 Nov 2026 09:00:00 GMT"
    assert Client().get(path, headers={"If-None-Match": first["ETag"]}).status_code == 304
    assert Client().head(path).status_code == 200
    make_meeting(level="RESTRICTED", audience=["KWT"], date="2026-12-14")
    assert Client().get(path)["ETag"] == first["ETag"]
    make_meeting(date="2026-12-15")
    assert Client().get(path, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_revoked_and_unknown_addresses_are_answered_alike() -> None:
    client = signed_in(RASHID, "en")
    path = make_address(client)
    revoke = re.search(r'action="(/calendar/feeds/[\w-]+/revoke/)"', page(client.get("/calendar/feeds/")))
    assert revoke
    assert "The address shows nothing any more." in words(client.post(revoke[1], follow=True))
    answers = [Client().get(one) for one in (path, "/calendar/feed/mthc_unknown.ics")]
    assert [answer.status_code for answer in answers] == [404, 404]
    tokens = re.compile(rb'"x-csrftoken": "\w+"|csrfmiddlewaretoken" value="\w+"|mthc_\w+')
    assert tokens.sub(b"", answers[0].content) == tokens.sub(b"", answers[1].content)
    assert Client().post(path).status_code in (403, 405)


def test_one_meeting_as_a_file() -> None:
    made = make_meeting(date="2026-12-14", title_en="One")
    (event,) = icalendar.Calendar.from_ical(signed_in(HESSA, "en").get(f"/meetings/{made}/calendar.ics").content).walk(
        "VEVENT"
    )
    assert str(event["SUMMARY"]) == "One"
    vague, hidden = make_meeting(date="2026-12"), make_meeting(date="2026-12-14", level="RESTRICTED", audience=["KWT"])
    for absent in (vague, hidden, "nothing"):
        assert signed_in(HESSA).get(f"/meetings/{absent}/calendar.ics").status_code == 404


@pytest.mark.parametrize("address", ["/calendar/2026-11/", "/calendar/2026-11/agenda/"])
def test_as_many_queries_for_three_meetings_as_for_one(address: str) -> None:
    client = signed_in(LAYLA)
    make_meeting(date="2026-11-20")
    client.get(address)
    once = queries(client, address)
    for day in (21, 22):
        make_meeting(date=f"2026-11-{day}")
    assert queries(client, address) == once
