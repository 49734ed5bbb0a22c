"""Lists of delegations: own until approved, then released."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.reads import DelegationShown
from mithaq.register.parties import operations as parties
from mithaq.register.parties.reads import people
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_invitation, make_parties, make_person, make_planned, make_tenure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> Iterator[None]:
    make_parties()
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def invitation(house: None) -> str:
    return make_invitation(make_planned(date="2026-12-14", level="OFFICIAL", audience=["QAT", "KWT", "OMN"]), quota=3)


def name(invitation: str, name_en: str, viewer: Any = HESSA, **fields: Any) -> str:
    return operations.name_participant(viewer, invitation=invitation, name_en=name_en, **fields).public_id


def shown(viewer: Any, party: str = "QAT", language: str = "en") -> DelegationShown:
    (meeting,) = reads.meeting_list(LAYLA).entries
    found = reads.delegations(viewer, meeting=meeting.public_id, language=language)
    return next(one for one in found if one.party == party)


def names(viewer: Any, party: str = "QAT") -> list[str]:
    return [one.name.en for one in shown(viewer, party).participants]


def test_a_list_is_the_partys_own_until_its_head_approves_it(invitation: str) -> None:
    name(invitation, "Salem Al-Mamari", name_ar="سالم المعمري", heads=True)
    name(invitation, "Noura Al-Kuwari", function_en="Adviser", function_ar="مستشارة")
    assert names(HESSA) == names(RASHID) == ["Salem Al-Mamari", "Noura Al-Kuwari"]
    assert names(LAYLA) == names(BADER) == names(SALIM) == []
    assert shown(HESSA).participants[0].seen.audience == ("QAT",)
    with pytest.raises(Refused):
        operations.approve_delegation(HESSA, invitation=invitation, version=1)
    with pytest.raises(Refused):
        operations.approve_delegation(BADER, invitation=invitation, version=1)
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    for viewer in (LAYLA, BADER, SALIM, HESSA):
        assert names(viewer) == ["Salem Al-Mamari", "Noura Al-Kuwari"]
        assert [one.released for one in shown(viewer).participants] == [True, True]
    assert shown(BADER).approved_at == "2026-11-25T08:00:00+00:00"
    assert [row.name.en for row in people(BADER, q="Mamari").entries] == ["Salem Al-Mamari"]
    with pytest.raises(Conflict):
        operations.approve_delegation(RASHID, invitation=invitation, version=1)


def test_a_name_added_later_waits_for_another_approval(invitation: str) -> None:
    name(invitation, "Salem Al-Mamari", heads=True)
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    name(invitation, "Noura Al-Kuwari")
    assert (names(BADER), names(HESSA)) == (["Salem Al-Mamari"], ["Salem Al-Mamari", "Noura Al-Kuwari"])
    assert [one.released for one in shown(HESSA).participants] == [True, False]
    operations.approve_delegation(RASHID, invitation=invitation, version=2)
    assert len(names(BADER)) == 2


def test_a_list_that_cannot_be_approved_is_explained(invitation: str) -> None:
    def refused() -> str:
        with pytest.raises(Problem) as said:
            operations.approve_delegation(RASHID, invitation=invitation, version=1)
        assert said.value.say()
        return said.value.code

    assert refused() == "empty"
    name(invitation, "One")
    assert refused() == "no_head"
    for one in ("Two", "Three", "Four"):
        last = name(invitation, one, heads=one == "Two")
    assert refused() == "over_quota"
    assert names(BADER) == []
    operations.drop_participant(HESSA, participant=last, version=1)
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    assert names(BADER) == ["Two", "One", "Three"]


def test_a_person_known_by_name_is_found_with_the_post_of_that_day(invitation: str) -> None:
    person = make_person("Ali Al Thani", "علي آل ثاني", honorific_en="Sheikh", honorific_ar="الشيخ")
    make_tenure(person, "Ambassador of the State of Qatar", since="2016", until="2025")
    post = make_tenure(person, "Minister of State", since="2026-01")
    made = name(invitation, "Ali Al-Thani", heads=True)
    (one,) = shown(HESSA).participants
    assert (one.person, one.post, one.title.en) == (person, post, "Minister of State")
    assert (one.address.en, one.honorific.ar) == ("H.E.", "الشيخ")
    with pytest.raises(Invalid) as said:
        name(invitation, "Ali Al Thani")
    assert said.value.errors["person"][0]["code"] == "listed"
    operations.drop_participant(RASHID, participant=made, version=1)
    assert names(HESSA) == []


def test_what_only_some_may_see_is_not_released_by_a_list(invitation: str) -> None:
    given: dict[str, Any] = {"level": "RESTRICTED", "audience": ["QAT"]}
    hidden = make_person("Hidden One", **given)
    post = parties.add_post(LAYLA, party="QAT", title_ar="منصب", title_en="Secret post", **given).public_id
    parties.begin_tenure(LAYLA, post=post, person=hidden, since="2020", source="Test", **given)
    with pytest.raises(Invalid) as said:
        name(invitation, "", viewer=RASHID, person=hidden, post=post)
    assert said.value.errors["post"][0]["code"] == "post_narrower"
    name(invitation, "", viewer=RASHID, person=hidden, heads=True)
    assert shown(RASHID).participants[0].post == ""
    operations.approve_delegation(RASHID, invitation=invitation, version=1)  # the secretariat saw it and sees it still
    assert names(BADER) == ["Hidden One"]


def test_who_is_known_to_others_than_those_at_the_meeting_is_not_taken(invitation: str) -> None:
    other = make_person("Known To Bahrain", level="OFFICIAL", audience=["QAT", "BHR"])
    name(invitation, "", person=other, heads=True)
    with pytest.raises(Problem) as said:
        operations.approve_delegation(RASHID, invitation=invitation, version=1)
    assert said.value.code == "person_narrower"
    assert names(BADER) == []


def test_one_heads_the_delegation(invitation: str) -> None:
    name(invitation, "One", heads=True)
    name(invitation, "Two", heads=True)
    assert [(one.name.en, one.heads) for one in shown(HESSA).participants] == [("Two", True), ("One", False)]


def test_others_name_nobody_for_a_party_and_drop_nobody(invitation: str) -> None:
    made = name(invitation, "One")
    for viewer in (BADER, SALIM):
        with pytest.raises(Refused):
            name(invitation, "Two", viewer=viewer)
    for viewer in (BADER, LAYLA):
        with pytest.raises(Absent):
            operations.drop_participant(viewer, participant=made, version=1)
    with pytest.raises(Invalid):
        operations.name_participant(HESSA, invitation=invitation)
    with pytest.raises(Absent):
        name("nothing", "Two")


def test_the_secretariat_names_for_those_who_have_no_account(invitation: str) -> None:
    name(invitation, "One", viewer=HESSA)
    made = name(invitation, "One", viewer=LAYLA)  # it sees no list of Qatar's, and nothing tells it of one
    assert names(BADER) == ["One"]
    assert len(names(HESSA)) == 2
    operations.drop_participant(LAYLA, participant=made, version=1)
    assert (names(BADER), names(HESSA)) == ([], ["One"])


def test_who_came_is_noted(invitation: str) -> None:
    (meeting,) = reads.meeting_list(LAYLA).entries
    name(invitation, "One", heads=True)
    name(invitation, "Two")
    ids = tuple(one.public_id for one in shown(HESSA).participants)
    with pytest.raises(Absent):
        operations.note_attendance(LAYLA, meeting=meeting.public_id, participants=ids, attended=True)
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    operations.note_attendance(LAYLA, meeting=meeting.public_id, participants=ids, attended=True)
    operations.note_attendance(LAYLA, meeting=meeting.public_id, participants=ids[1:], attended=False)
    assert [one.attended for one in shown(BADER).participants] == [True, False]
    with pytest.raises(Refused):
        operations.note_attendance(RASHID, meeting=meeting.public_id, participants=ids, attended=True)


def test_lists_stand_by_rank_whatever_the_order_of_naming() -> None:
    meeting = make_planned(date="2026-12-14", host="KWT")
    first, second = make_invitation(meeting, "QAT"), make_invitation(meeting, "KWT")
    for title in ("First secretary", "Deputy minister", "Minister of Defence"):
        person = make_person(title)
        make_tenure(person, title, since="2020")
        name(first, title, viewer=LAYLA, person=person)
    name(second, "Of Kuwait", viewer=LAYLA)
    found = reads.delegations(PUBLIC, meeting=meeting, language="en")
    assert [one.party for one in found] == ["KWT", "QAT"]
    assert [one.title.en for one in found[1].participants] == [
        *("Minister of Defence", "Deputy minister", "First secretary"),
    ]
