"""Series and meetings."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.reads import listing
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document, make_meeting, make_parties
from tests.register.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]


@pytest.fixture
def parties() -> None:
    make_parties()


def test_a_meeting_is_added_and_seen() -> None:
    meeting = make_meeting(ordinal=3, date="2016-11-20", until="2016-11-21", city_en="Doha", country="QAT", host="QAT")
    row = reads.meeting_page(PUBLIC, meeting=meeting).row
    assert (row.ref, row.series, row.ordinal, row.date, row.until) == (
        "M-2016-001",
        "icg",
        3,
        "2016-11-20",
        "2016-11-21",
    )
    assert (row.city.en, row.country, row.host, row.seen.level) == ("Doha", "QAT", "QAT", "PUBLIC")


def test_a_series_of_the_house_and_one_nobody_knows() -> None:
    operations.add_series(LAYLA, code="ambassadors", name_ar="السفراء", name_en="Ambassadors")
    make_meeting("ambassadors", date="2026-09")
    with pytest.raises(Invalid):
        make_meeting("nobody-knows")
    with pytest.raises(Invalid):
        operations.add_series(LAYLA, code="ambassadors", name_ar="السفراء", name_en="Ambassadors")
    assert [(s.code, s.last) for s in reads.series_list(PUBLIC)] == [("ambassadors", "2026-09")]


def test_a_mission_adds_no_meeting() -> None:
    for viewer in (RASHID, SALIM):
        with pytest.raises(Refused):
            operations.add_meeting(viewer, series="icg", level="PUBLIC", source="S")


@pytest.mark.parametrize(
    "bad",
    [{"host": "XYZ"}, {"parties": ["XYZ"]}, {"date": "2016-11-20", "until": "2016-10"}, {"date": "tomorrow"}],
)
def test_what_does_not_fit_is_said_by_field(bad: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as said:
        make_meeting(**bad)
    assert set(said.value.errors) <= {"host", "parties", "until", "date"}


def test_what_was_left_out_stays_and_what_was_sent_changes() -> None:
    meeting = make_meeting(date="2026-11", city_en="Doha", country="QAT")
    operations.describe_meeting(LAYLA, meeting=meeting, version=1, date="2026-11-20", note_en="Two days")
    page = reads.meeting_page(LAYLA, meeting=meeting)
    assert (page.row.date, page.row.city.en, page.note.en, page.version) == ("2026-11-20", "Doha", "Two days", 2)
    assert page.history[0].changes == {"date": ["2026-11", "2026-11-20"], "note_en": ["", "Two days"]}
    with pytest.raises(Conflict):
        operations.describe_meeting(LAYLA, meeting=meeting, version=1, date="2026-11-21")


def test_a_meeting_of_others_is_absent() -> None:
    secret = make_meeting(level="RESTRICTED", audience=["KWT"])
    for change in ({"meeting": secret}, {"meeting": "nothing"}):
        with pytest.raises(Absent):
            reads.meeting_page(RASHID, **change)
    assert reads.meeting_list(RASHID).entries == ()
    assert len(reads.meeting_list(BADER).entries) == 1


def test_a_paper_is_seen_by_those_who_may_see_both() -> None:
    meeting = make_meeting(level="RESTRICTED", audience=["KWT", "QAT"])
    paper = make_document(LAYLA, "Agenda.", "KWT")
    operations.attach(LAYLA, meeting=meeting, document=paper)
    operations.attach(LAYLA, meeting=meeting, document=paper)
    assert [len(reads.meeting_page(v, meeting=meeting).papers) for v in (LAYLA, BADER, RASHID)] == [1, 1, 0]
    with pytest.raises(Absent):
        operations.attach(HESSA, meeting=meeting, document=paper)


def test_a_document_that_tells_of_a_meeting_is_one_of_its_papers() -> None:
    report = make_document(LAYLA, "The group met in Doha.", "QAT", published="2016-11-22")
    given: dict[str, Any] = {"series": "icg", "level": "PUBLIC", "document": report, "sentence": 1}
    meeting = operations.add_meeting(LAYLA, **given, date="2016-11-20").public_id
    before = operations.add_meeting(LAYLA, **given, date="2014-11").public_id
    page = reads.meeting_page(RASHID, meeting=meeting)
    assert page.cited is not None
    assert (page.cited.quote, page.row.seen.audience) == ("The group met in Doha.", ("QAT", "SEC"))
    assert [paper.document for paper in page.papers] == [report]
    assert reads.meeting_page(RASHID, meeting=before).papers == ()


def test_the_beat_of_a_series() -> None:
    for ordinal, date in ((1, "2014-11"), (2, "2015-12"), (3, "2016-11-20")):
        last = make_meeting(ordinal=ordinal, date=date)
    make_meeting("summit", date="2015-01")
    beats = reads.meeting_page(PUBLIC, meeting=last).beats
    assert [(beat.ordinal, beat.months) for beat in beats] == [(1, None), (2, 13.0), (3, 11.7)]


def test_meetings_by_series_country_year_and_words() -> None:
    make_meeting(date="2016-11-20", city_en="Doha", country="QAT")
    make_meeting("summit", date="2016-07", city_en="Warsaw", country="POL")
    make_meeting(date="2015", city_en="Kuwait", country="KWT", title_en="Second meeting")

    def cities(**asked: str) -> list[str]:
        return [row.city.en for row in reads.meeting_list(PUBLIC, **asked).entries]

    assert cities() == ["Doha", "Warsaw", "Kuwait"]
    assert cities(series="icg") == ["Doha", "Kuwait"]
    assert cities(year="2016") == ["Doha", "Warsaw"]
    assert cities(country="POL") == cities(q="warsaw") == ["Warsaw"]
    assert cities(q="second advisory") == ["Kuwait"]


def test_page_after_page_shows_every_meeting_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 2)
    made = [make_meeting(date=date) for date in ("2016", "2016-11", "2016-11", "", "2014-06-28")]
    shown, after = [], ""
    while True:
        page = reads.meeting_list(PUBLIC, after=after)
        shown += [row.public_id for row in page.entries]
        if not (after := page.more):
            break
    assert sorted(shown) == sorted(made)


def test_as_many_queries_for_three_as_for_one() -> None:
    meeting = make_meeting(date="2016")
    operations.attach(LAYLA, meeting=meeting, document=make_document(LAYLA, "One.", level="PUBLIC"))
    reading = [
        lambda: reads.meeting_list(RASHID),
        lambda: reads.series_list(RASHID),
        lambda: reads.meeting_page(RASHID, meeting=meeting),
    ]
    once = [counted(run) for run in reading]
    for n in (2, 3):
        make_meeting(date=f"201{n}")
        operations.attach(LAYLA, meeting=meeting, document=make_document(LAYLA, f"Number {n}.", level="PUBLIC"))
    assert [counted(run) for run in reading] == once
