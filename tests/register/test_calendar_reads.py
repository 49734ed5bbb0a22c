"""The meetings of some days, as a calendar page asks for them; and what an agenda pulls in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import NotADate
from mithaq.core.errors import Absent
from mithaq.register.commitments.reads import on_agenda
from mithaq.register.meetings.operations import add_item
from mithaq.register.meetings.reads import calendar
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, SALIM
from tests.make import make_commitment, make_house, make_invitation, make_meeting, make_planned

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house() -> Iterator[None]:
    """Everybody has an account; the clock stands."""
    with clock.stopped_at(NOW):
        make_house()
        yield


def titles(viewer: Viewer = PUBLIC, **asked: str) -> list[str]:
    """The English titles of what is found, in its order."""
    return [one.title.en for one in calendar(viewer, **asked)]


def test_this_month_unless_days_are_named() -> None:
    for day in ("2026-10-31", "2026-11-01", "2026-11-30", "2027-01-15"):
        make_meeting(date=day, title_en=day)
    assert titles() == ["2026-11-01", "2026-11-30"]
    assert titles(since="2026-10", until="2026-10") == ["2026-10-31"]
    assert titles(since="2026-12", until="2027") == ["2027-01-15"]
    with pytest.raises(NotADate):
        titles(since="tomorrow")


def test_what_began_before_and_ends_within_is_there_and_so_is_what_is_known_less_finely() -> None:
    make_meeting(date="2025-12-30", until="2026-01-02", title_en="over the year")
    make_meeting(date="2025-12-30", until="2025-12-31", title_en="over")
    for vague in ("2026", "2026-01", "2026-WI", "2026-Q1", "2026-W01", "2026-SU", "2025"):
        make_meeting(date=vague, title_en=vague)
    found = titles(since="2026-01-01", until="2026-01-31")
    assert sorted(found) == ["2026", "2026-01", "2026-Q1", "2026-W01", "over the year"]


def test_more_than_four_hundred_days_are_not_asked_for_at_once() -> None:
    make_meeting(date="2027-12-31", title_en="far")
    assert titles(since="2026-11-01", until="2100") == []
    assert titles(since="2027-11-01", until="2100") == ["far"]


def test_a_bilateral_meeting_is_in_nobody_elses_calendar_however_it_is_asked_for() -> None:
    made = make_planned(level="OFFICIAL", audience=["KWT"], date="2026-11-28", host="KWT", title_en="talks")
    make_invitation(made, "KWT")
    assert titles(BADER, party="KWT") == titles(BADER, series="icg") == titles(BADER) == ["talks"]
    for viewer in (HESSA, SALIM, PUBLIC):
        assert titles(viewer, party="KWT") == titles(viewer, series="icg") == titles(viewer) == []


def test_a_party_finds_what_it_hosts_organises_attends_or_is_invited_to_and_its_own_reply() -> None:
    given: dict[str, Any] = {"date": "2026-11-28", "level": "OFFICIAL", "audience": ["QAT", "KWT"]}
    make_planned(**given, host="QAT", title_en="hosts")
    make_planned(**given, host="KWT", co_organisers=["QAT"], title_en="organises")
    make_invitation(make_planned(**given, host="KWT", title_en="invited"), "QAT")
    make_planned(**given, host="KWT", title_en="neither")
    assert titles(HESSA, party="QAT") == ["hosts", "organises", "invited"]
    assert {one.title.en: one.reply for one in calendar(HESSA)}["invited"] == "none"
    assert {one.reply for one in calendar(BADER)} == {""}


def test_an_agenda_pulls_at_most_five_the_next_due_first_and_says_that_there_are_more() -> None:
    meeting = make_planned(date="2026-12-14")
    add_item(LAYLA, meeting=meeting, title_en="Courses", areas=("training_education",))
    for month in range(1, 8):
        make_commitment(f"Number {month}", areas=["training_education"], owner="QAT", due=f"2027-0{month}-01")
    make_commitment("Without a date", areas=["training_education"])
    make_commitment("Due first", areas=["training_education"], due="2026-12-01", owner="QAT")
    (pulled,) = on_agenda(HESSA, meeting=meeting)
    assert [row.words for row in pulled.commitments] == ["Due first", "Number 1", "Number 2", "Number 3", "Number 4"]
    assert pulled.more
    assert [one.commitments for one in on_agenda(SALIM, meeting=meeting)] == [()]
    with pytest.raises(Absent):
        on_agenda(HESSA, meeting="nothing")
