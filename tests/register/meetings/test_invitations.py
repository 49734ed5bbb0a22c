"""Invitations, replies, and what a role lets a party do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.formats import CONDUCTS, EVERY_RIGHT, Right
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.rights import rights_at
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_invitation, make_meeting, make_parties, make_planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> Iterator[None]:
    make_parties()
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


def asked(meeting: str, viewer: Any = PUBLIC) -> dict[str, tuple[str, int | None, str]]:
    found = reads.delegations(viewer, meeting=meeting, language="en")
    return {one.party: (one.role, one.quota, one.reply) for one in found}


def test_several_parties_at_once_with_role_and_seats() -> None:
    meeting = make_planned(date="2026-12-14", host="QAT")
    operations.invite(LAYLA, meeting=meeting, parties=("KWT", "QAT"), role="member", quota=4)
    written: dict[str, Any] = {"parties": "OMN, BHR", "role": "observer"}
    operations.invite(LAYLA, meeting=meeting, **written)
    assert list(asked(meeting).items()) == [
        ("QAT", ("member", 4, "none")),
        ("KWT", ("member", 4, "none")),
        ("BHR", ("observer", None, "none")),
        ("OMN", ("observer", None, "none")),
    ]
    page = reads.meeting_page(PUBLIC, meeting=meeting)
    assert page.row.parties == ("KWT", "QAT", "OMN", "BHR")
    assert page.delegations[0].sent_at == "2026-11-25T08:00:00+00:00"


@pytest.mark.parametrize(
    ("bad", "field", "code"),
    [
        ({"parties": ["BHR", "KWT", "BHR"]}, "parties", "twice"),
        ({"parties": "BHR, BHR"}, "parties", "twice"),
        ({"parties": ["BHR", "QAT"]}, "parties", "invited"),
        ({"parties": ["XYZ"]}, "parties", "unknown_party"),
        ({"parties": []}, "parties", "required"),
        ({"parties": ["OMN"]}, "parties", "not_released"),
        ({"role": "king"}, "role", "unknown_role"),
        ({"quota": 0}, "quota", "min_value"),
    ],
)
def test_bad_invitations_are_explained_and_none_goes_out(bad: dict[str, Any], field: str, code: str) -> None:
    meeting = make_planned(date="2026-12-14", level="OFFICIAL", audience=["QAT", "KWT", "BHR"])
    make_invitation(meeting)
    with pytest.raises(Invalid) as said:
        operations.invite(LAYLA, **{"meeting": meeting, "parties": ["BHR"], "role": "member", **bad})
    assert said.value.errors[field][0]["code"] == code
    assert list(asked(meeting, LAYLA)) == ["QAT"]


def test_who_took_part_in_a_meeting_that_was_held() -> None:
    meeting = make_meeting(date="2016-11-20", host="QAT", format="advisory_group")
    operations.invite(LAYLA, meeting=meeting, parties=("QAT",), role="host")
    (host,) = reads.delegations(PUBLIC, meeting=meeting)
    assert (host.sent_at, host.role_name.ar, host.reply) == ("", "المضيف", "none")


def test_only_the_party_that_is_invited_replies() -> None:
    meeting = make_planned(date="2026-12-14")
    invitation = make_invitation(meeting)
    operations.reply(HESSA, invitation=invitation, version=1, reply="tentative", reply_words="نعم إن شاء الله")
    operations.reply(RASHID, invitation=invitation, version=2, reply="accepted")
    assert asked(meeting) == {"QAT": ("member", None, "accepted")}
    with pytest.raises(Conflict):
        operations.reply(HESSA, invitation=invitation, version=2, reply="declined")
    for viewer in (BADER, LAYLA):
        with pytest.raises(Refused):
            operations.reply(viewer, invitation=invitation, version=3, reply="declined")
    with pytest.raises(Refused):
        operations.reply(SALIM, invitation=invitation, version=3, reply="declined")
    with pytest.raises(Invalid):
        operations.reply(HESSA, invitation=invitation, version=3, reply="none")
    with pytest.raises(Absent):
        operations.reply(HESSA, invitation="nothing", version=3, reply="declined")


def test_an_invitation_is_changed_and_taken_back() -> None:
    meeting = make_planned(date="2026-12-14")
    invitation = make_invitation(meeting, quota=2)
    operations.change_invitation(LAYLA, invitation=invitation, version=1, role="observer", quota=3)
    assert asked(meeting) == {"QAT": ("observer", 3, "none")}
    operations.reply(HESSA, invitation=invitation, version=2, reply="accepted")
    with pytest.raises(Problem) as said:
        operations.uninvite(LAYLA, invitation=invitation, version=3)
    assert said.value.code == "accepted"
    operations.reply(HESSA, invitation=invitation, version=3, reply="declined")
    operations.uninvite(LAYLA, invitation=invitation, version=4, reason="It does not come")
    assert asked(meeting) == {}
    assert reads.meeting_page(PUBLIC, meeting=meeting).row.parties == ()
    make_invitation(meeting)


def test_a_mission_invites_nobody() -> None:
    meeting = make_planned(date="2026-12-14")
    invitation = make_invitation(meeting)
    for viewer in (RASHID, SALIM, DANA):
        with pytest.raises(Refused):
            operations.invite(viewer, meeting=meeting, parties=("KWT",), role="member")
        with pytest.raises(Refused):
            operations.uninvite(viewer, invitation=invitation, version=1)


def test_what_waits_for_my_party() -> None:
    later = make_planned(date="2027-01-14", title_en="Later")
    soon = make_planned(date="2026-12-14", title_en="Soon")
    make_meeting(date="2016", title_en="Long ago")
    for meeting in (later, soon):
        invitation = make_invitation(meeting, quota=3)
    operations.name_participant(HESSA, invitation=invitation, name_en="Ali Al Thani", heads=True)
    rows = reads.invitations(RASHID)
    assert [(row.meeting.title.en, row.reply, row.named, row.waiting) for row in rows] == [
        ("Soon", "none", 1, 1),
        ("Later", "none", 0, 0),
    ]
    assert reads.invitations(BADER) == reads.invitations(PUBLIC) == ()
    operations.cancel_meeting(LAYLA, meeting=later, version=2, reason="No")
    assert [row.meeting.public_id for row in reads.invitations(RASHID)] == [soon]


def rights(meeting: str, party: str) -> frozenset[Right]:
    with acting_as(LAYLA):
        return rights_at(Meeting.objects.get(public_id=meeting), party)


def test_rights_are_those_of_the_role_at_that_meeting() -> None:
    meeting = make_planned(date="2026-12-14", host="BHR", format="council")
    operations.invite(LAYLA, meeting=meeting, parties=("QAT",), role="member")
    operations.invite(LAYLA, meeting=meeting, parties=("OMN",), role="observer")
    operations.invite(LAYLA, meeting=meeting, parties=("NATO",), role="chair")
    assert rights(meeting, "QAT") == EVERY_RIGHT - {Right.CHAIR}
    assert rights(meeting, "OMN") == {Right.ATTEND}
    assert rights(meeting, "NATO") == EVERY_RIGHT
    assert rights(meeting, "BHR") == EVERY_RIGHT  # hosts without an invitation: the role of the host, and it chairs
    assert rights(meeting, "KWT") == rights(meeting, "") == frozenset()
    assert rights(meeting, "SEC") == CONDUCTS


def test_an_observer_here_is_a_member_there() -> None:
    here, there = make_planned(date="2026-12-14"), make_planned(date="2027-12-14")
    make_invitation(here, "OMN", "observer")
    make_invitation(there, "OMN", "member")
    assert Right.SPEAK not in rights(here, "OMN")
    assert Right.SPEAK in rights(there, "OMN")
    assert reads.meeting_page(SALIM, meeting=here).rights == ("attend",)


def test_the_invitations_of_a_bilateral_meeting_are_hidden_with_it() -> None:
    before = reads.invitations(RASHID), reads.meeting_list(RASHID)
    meeting = make_planned(date="2026-12-14", level="RESTRICTED", audience=["KWT"])
    invitation = make_invitation(meeting, "KWT")
    assert (reads.invitations(RASHID), reads.meeting_list(RASHID)) == before
    assert len(reads.invitations(BADER)) == 1
    for named in (invitation, "nothing"):
        with pytest.raises(Absent):
            operations.reply(RASHID, invitation=named, version=1, reply="accepted")
