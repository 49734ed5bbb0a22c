"""A meeting on its way: planned, moved, held, cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.reads import MeetingPage
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document, make_invitation, make_meeting, make_parties, make_planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
TIMED: dict[str, Any] = {"opens": "2026-12-14 09:30", "closes": "2026-12-15T17:00", "zone": "Asia/Qatar"}


@pytest.fixture
def house() -> Iterator[None]:
    make_parties()
    rotation = ("KWT", "QAT", "BHR")
    given: dict[str, Any] = {"format": "advisory_group", "meeting_level": "expert", "rotation": rotation}
    operations.add_series(LAYLA, code="icg", name_ar="المجموعة الاستشارية", name_en="Advisory Group", **given)
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


def page(meeting: str, viewer: Any = LAYLA) -> MeetingPage:
    return reads.meeting_page(viewer, meeting=meeting)


def test_number_host_format_and_level_follow_from_the_series() -> None:
    make_meeting(ordinal=7, date="2025-12-08", host="KWT")
    meeting = page(make_planned(**TIMED, venue_en="The old library", city_en="Doha", country="QAT"))
    row = meeting.row
    assert (row.ordinal, row.host, row.format, row.level, row.state, row.held) == (
        *(8, "QAT", "advisory_group", "expert", "planned", False),
    )
    assert (row.date, row.until, row.opens, row.closes) == (
        *("2026-12-14", "2026-12-15", "2026-12-14T09:30+03:00", "2026-12-15T17:00+03:00"),
    )
    assert (meeting.venue.en, meeting.sequence, meeting.source) == ("The old library", 0, "خُطِّط له هنا · Planned here")
    own = page(make_planned(date="2027-03", ordinal=12, host="BHR", format="workshop", meeting_level="minister")).row
    assert (own.ordinal, own.host, own.format, own.level, own.opens) == (12, "BHR", "workshop", "minister", "")


def test_what_a_series_says_comes_from_what_all_may_see_who_see_the_new_meeting() -> None:
    make_meeting(ordinal=7, date="2025-12-08", host="KWT")
    make_meeting(ordinal=8, date="2026-02-08", host="QAT", level="RESTRICTED", audience=["KWT"])
    assert (page(make_planned(date="2026-12")).row.ordinal, page(make_planned(date="2026-12")).row.host) == (8, "QAT")
    among = page(make_planned(date="2026-12", level="RESTRICTED", audience=["KWT"])).row
    assert (among.ordinal, among.host) == (10, "")  # Bahrain's turn, which may not see it


def test_on_the_margins_of_another() -> None:
    summit = make_planned("summit", date="2026-12-14", title_en="Summit")
    talk = make_planned("bilateral", date="2026-12-14", margins_of=summit, co_organisers=("NATO", "QAT"))
    assert page(talk).margins_of
    assert page(talk).co_organisers == ("NATO", "QAT")
    assert [name.public_id for name in page(summit).on_margins] == [talk]
    hidden = make_planned(date="2026-12-14", level="RESTRICTED", audience=["KWT"])
    with pytest.raises(Invalid) as said:
        make_planned(date="2026-12-14", margins_of=hidden)
    assert set(said.value.errors) == {"margins_of"}
    inner = make_planned("bilateral", date="2026-12-14", margins_of=summit, level="RESTRICTED", audience=["KWT"])
    assert [name.public_id for name in page(summit, RASHID).on_margins] == [talk]
    assert [name.public_id for name in page(summit, BADER).on_margins] == [talk, inner]


@pytest.mark.parametrize(
    ("bad", "field", "code"),
    [
        ({"opens": "2026-12-14 09:30"}, "zone", "required"),
        ({**TIMED, "zone": "Doha"}, "zone", "unknown_zone"),
        ({**TIMED, "opens": "in the morning"}, "opens", "not_an_hour"),
        ({**TIMED, "closes": "2026-12-14 09:00"}, "closes", "order"),
        ({**TIMED, "date": "2026-12-14"}, "date", "one"),
        ({"closes": "2026-12-14 09:00", "zone": "Asia/Qatar"}, "opens", "required"),
        ({"opens": "2027-03-28 02:30", "zone": "Europe/Brussels"}, "opens", "no_such_hour"),
        ({"opens": "2027-10-31 02:30", "zone": "Europe/Brussels"}, "opens", "hour_twice"),
        ({"date": "2026-11-24"}, "date", "past"),
        ({"opens": "2026-11-24 23:00", "zone": "Asia/Qatar"}, "opens", "past"),
        ({"date": "2026-12-14", "until": "2026-12-13"}, "until", "order"),
        ({"date": "2026-12", "host": "XYZ"}, "host", "unknown_party"),
        ({"date": "2026-12", "co_organisers": ["XYZ"]}, "co_organisers", "unknown_party"),
        ({"date": "2026-12", "format": "tea"}, "format", "unknown_format"),
        ({"date": "2026-12", "series": "nobody"}, "series", "unknown_series"),
        ({"date": "2026-12", "host": "QAT", "level": "OFFICIAL", "audience": ["KWT"]}, "host", "not_released"),
    ],
)
def test_bad_input_is_said_by_field_and_nothing_is_planned(bad: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(Invalid) as said:
        make_planned(**bad)
    assert said.value.errors[field][0]["code"] == code
    assert reads.meeting_list(LAYLA).entries == ()


def test_the_hour_that_comes_twice_is_named_by_its_offset() -> None:
    row = page(make_planned(opens="2027-10-31T02:30+01:00", zone="Europe/Brussels")).row
    assert (row.opens, row.date) == ("2027-10-31T02:30+01:00", "2027-10-31")


@pytest.mark.parametrize("viewer", [RASHID, HESSA, SALIM, PUBLIC], ids=lambda viewer: viewer.account)
def test_a_mission_plans_nothing(viewer: Viewer) -> None:
    meeting = make_planned(date="2026-12-14")
    with pytest.raises(Refused):
        operations.plan_meeting(viewer, series="icg", level="PUBLIC", date="2026-12-14")
    with pytest.raises(Refused):
        operations.move_meeting(viewer, meeting=meeting, version=1, date="2027-01-01")
    with pytest.raises(Refused):
        operations.cancel_meeting(viewer, meeting=meeting, version=1, reason="No")
    with pytest.raises(Refused):
        operations.hold_meeting(viewer, meeting=meeting, version=1)


def test_moved_counts_the_sequence_up_and_takes_the_agenda_along() -> None:
    meeting = make_planned(**TIMED)
    operations.add_item(LAYLA, meeting=meeting, title_en="Opening", opens="2026-12-14 09:30", closes="2026-12-14 10:00")
    moved: dict[str, Any] = {"opens": "2027-01-11 10:00", "closes": "2027-01-12 17:00", "reason": "Hall taken"}
    operations.move_meeting(LAYLA, meeting=meeting, version=1, **moved)
    found = page(meeting)
    assert (found.sequence, found.version, found.row.date, found.row.until) == (1, 2, "2027-01-11", "2027-01-12")
    assert (found.agenda[0].opens, found.agenda[0].closes) == ("2027-01-11T10:00+03:00", "2027-01-11T10:30+03:00")
    assert (found.history[0].operation, found.history[0].reason) == ("meetings.move", "Hall taken")
    with pytest.raises(Conflict):
        operations.move_meeting(LAYLA, meeting=meeting, version=1, **moved)
    with pytest.raises(Invalid) as said:  # the first item would not fit any more
        operations.move_meeting(
            LAYLA, meeting=meeting, version=2, opens="2027-01-11 10:00", closes="2027-01-11 10:15", zone="Asia/Qatar"
        )
    assert "Opening" in said.value.in_full()
    with pytest.raises(Invalid):
        operations.move_meeting(LAYLA, meeting=meeting, version=2, date="2027-01-11")
    assert page(meeting).sequence == 1


def test_moved_to_days_alone_and_back() -> None:
    meeting = make_planned(date="2026-12-14")
    with pytest.raises(Invalid) as said:
        operations.move_meeting(LAYLA, meeting=meeting, version=1, opens="2027-02-03 09:00")
    assert set(said.value.errors) == {"zone"}
    meeting = make_planned(**TIMED)
    operations.move_meeting(LAYLA, meeting=meeting, version=1, date="2027-02")
    assert (page(meeting).row.opens, page(meeting).row.date, page(meeting).row.zone) == ("", "2027-02", "Asia/Qatar")
    operations.move_meeting(LAYLA, meeting=meeting, version=2, opens="2027-02-03 09:00", zone="Asia/Kuwait")
    assert (page(meeting).row.opens, page(meeting).sequence) == ("2027-02-03T09:00+03:00", 2)


def test_where_the_hour_is_set_the_day_is_not_described() -> None:
    meeting = make_planned(**TIMED)
    with pytest.raises(Invalid) as said:
        operations.describe_meeting(LAYLA, meeting=meeting, version=1, date="2026-12-16")
    assert said.value.errors["date"][0]["code"] == "timed"
    operations.describe_meeting(LAYLA, meeting=meeting, version=1, note_en="Bring a jacket")
    assert page(meeting).sequence == 0
    operations.describe_meeting(LAYLA, meeting=meeting, version=2, venue_en="Another hall", meeting_level="minister")
    assert (page(meeting).sequence, page(meeting).row.level) == (1, "minister")


def test_cancelled_loses_nothing_and_says_why() -> None:
    meeting = make_planned(**TIMED)
    invitation = make_invitation(meeting, quota=2)
    operations.add_item(LAYLA, meeting=meeting, title_en="Opening")
    operations.attach(LAYLA, meeting=meeting, document=make_document(LAYLA, "Agenda.", level="PUBLIC"))
    operations.name_participant(HESSA, invitation=invitation, name_en="Ali Al Thani")
    with pytest.raises(Invalid):
        operations.cancel_meeting(LAYLA, meeting=meeting, version=page(meeting).version, reason="")
    with pytest.raises(Invalid):
        operations.step_meeting(LAYLA, meeting=meeting, version=page(meeting).version, state="cancelled")
    operations.cancel_meeting(LAYLA, meeting=meeting, version=page(meeting).version, reason="The hall burnt down")
    found = page(meeting, HESSA)
    assert (found.row.state, found.state_reason, found.sequence) == ("cancelled", "The hall burnt down", 1)
    assert (len(found.agenda), len(found.papers), len(found.delegations[0].participants)) == (1, 1, 1)
    refused: list[Callable[[], Any]] = [
        lambda: operations.move_meeting(LAYLA, meeting=meeting, version=found.version, date="2027-01-01"),
        lambda: operations.hold_meeting(LAYLA, meeting=meeting, version=found.version),
        lambda: operations.invite(LAYLA, meeting=meeting, parties=("KWT",), role="member"),
        lambda: operations.reply(HESSA, invitation=invitation, version=1, reply="accepted"),
        lambda: operations.name_participant(HESSA, invitation=invitation, name_en="Somebody else"),
    ]
    for run in refused:
        with pytest.raises(Problem):
            run()


def test_held_only_when_its_day_has_come_and_by_those_who_did_not_decline() -> None:
    meeting = make_planned(**TIMED)
    operations.invite(LAYLA, meeting=meeting, parties=("QAT", "KWT"), role="member")
    declined = next(d for d in page(meeting).delegations if d.party == "KWT")
    operations.reply(BADER, invitation=declined.public_id, version=1, reply="declined", reply_words="Regrets")
    with pytest.raises(Problem) as said:
        operations.hold_meeting(LAYLA, meeting=meeting, version=page(meeting).version)
    assert said.value.code == "to_come"
    with clock.stopped_at(datetime(2026, 12, 14, 9, tzinfo=UTC)):
        operations.hold_meeting(LAYLA, meeting=meeting, version=page(meeting).version)
        assert (page(meeting).row.held, page(meeting).row.parties) == (True, ("QAT",))
        with pytest.raises(Problem):
            operations.move_meeting(LAYLA, meeting=meeting, version=page(meeting).version, date="2027-01-01")
        assert [step.code for step in page(meeting).steps] == ["closed"]
        operations.step_meeting(LAYLA, meeting=meeting, version=page(meeting).version, state="closed")
    assert page(meeting).steps == ()


def test_steps_go_along_the_format_only() -> None:
    meeting = make_planned(date="2026-12-14")
    with pytest.raises(Invalid) as said:
        operations.step_meeting(LAYLA, meeting=meeting, version=1, state="closed")
    assert "convened" in said.value.in_full()
    operations.step_meeting(LAYLA, meeting=meeting, version=1, state="convened")
    with pytest.raises(Conflict):
        operations.step_meeting(LAYLA, meeting=meeting, version=1, state="cancelled", reason="x")
    assert (page(meeting).row.state, page(meeting).state_name.en) == ("convened", "Convened")


def test_a_planned_meeting_of_others_is_absent() -> None:
    secret = make_planned(date="2026-12-14", level="RESTRICTED", audience=["KWT"])
    for meeting in (secret, "nothing"):
        with pytest.raises(Absent):
            reads.meeting_page(RASHID, meeting=meeting)
        with pytest.raises(Absent):
            reads.agenda(RASHID, meeting=meeting)
        with pytest.raises(Absent):
            reads.delegations(RASHID, meeting=meeting)
    assert page(secret, BADER).row.state == "planned"


def test_the_list_by_state_and_between_days() -> None:
    make_meeting(date="2025-12-08")
    make_planned(date="2026-12-14")
    make_planned(date="2027")
    dates = [row.date for row in reads.meeting_list(PUBLIC, state="planned").entries]
    assert dates == ["2027", "2026-12-14"]
    assert [row.date for row in reads.meeting_list(PUBLIC, since="2026-12", until="2026-12").entries] == ["2026-12-14"]
    assert [row.date for row in reads.meeting_list(PUBLIC, until="2026").entries] == ["2026-12-14", "2025-12-08"]
