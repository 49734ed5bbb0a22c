"""The acts of the reader's page: accept, amend, reject, undo, one by one and together."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from mithaq.register.commitments.operations import state_stand
from mithaq.register.commitments.reads import commitment_list
from tests.cast import HESSA, LAYLA, RASHID
from tests.make import make_meeting, make_person, make_proposals
from tests.web.door import IN_PLACE, act, make_address, page, place, proposals, signed_in, states, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def document() -> str:
    """A document of Qatar's, released to Oman too, with three proposals that wait."""
    return make_address()


@pytest.mark.parametrize(
    ("route", "fields", "becomes"),
    [
        ("proposal-accept", {}, "accepted"),
        ("proposal-accept", {"due_words": "2028"}, "amended"),
        ("proposal-amend", {"addressees": ["", "QAT"]}, "amended"),
        ("proposal-reject", {"reason": "لا وعد فيه"}, "rejected"),
    ],
)
def test_a_decision_leads_to_the_next_that_waits(
    document: str, route: str, fields: dict[str, Any], becomes: str
) -> None:
    client = signed_in(HESSA)
    answer = act(client, route, proposals(HESSA, document)[0], **fields)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{place(document)}?p=2#p2")
    assert states(HESSA, document) == [becomes, "waiting", "waiting"]
    assert 'data-key="KeyZ"' in page(client.get(answer.headers["Location"]))


def test_in_place_only_what_changed_comes_back(document: str) -> None:
    first = proposals(HESSA, document)[0]
    shown = page(act(signed_in(HESSA), "proposal-accept", first, headers=IN_PLACE))
    assert shown.lstrip().startswith("<article")
    assert "<html" not in shown
    assert re.findall(r'id="(\w+)"[^>]*hx-swap-oob', shown) == ["p2", "s1", "s2", "progress", "toasts"]
    assert "k-commit off" in shown


def test_boxes_that_nobody_touched_are_no_amendment(document: str) -> None:
    client, first = signed_in(HESSA), proposals(HESSA, document)[0]
    form = page(client.get(reverse("proposal-amend", args=[first.public_id])))
    assert re.search(r'name="addressees" value="NATO" checked', form)
    fields = {"kind": "call", "words": first.quote, "addressees": ["", "NATO"], "areas": ["", "training_education"]}
    act(client, "proposal-amend", first, **fields)
    assert states(HESSA, document)[0] == "accepted"


def test_a_field_that_does_not_fit_is_said_at_the_field_and_nothing_is_lost(document: str) -> None:
    client, first = signed_in(HESSA, "en"), proposals(HESSA, document)[0]
    for headers in ({}, IN_PLACE):
        answer = act(client, "proposal-amend", first, due_words="someday", title_en="A mechanism", headers=headers)
        assert answer.status_code == 400
        assert 'id="id_due_words_error"' in page(answer)
        assert 'value="someday"' in page(answer)
        assert 'value="A mechanism"' in page(answer)
    assert states(HESSA, document)[0] == "waiting"


def test_a_rejection_without_a_reason_is_asked_again_on_the_card(document: str) -> None:
    answer = act(signed_in(HESSA), "proposal-reject", proposals(HESSA, document)[1], reason=" ")
    assert answer.status_code == 400
    assert re.search(r'id="p2".*?role="alert"', page(answer), re.DOTALL)
    assert states(HESSA, document)[1] == "waiting"


def test_undo_makes_it_wait_again(document: str) -> None:
    client = signed_in(HESSA)
    act(client, "proposal-accept", proposals(HESSA, document)[0])
    assert len(commitment_list(HESSA).entries) == 1
    answer = act(client, "proposal-undo", proposals(HESSA, document)[0])
    assert answer.headers["Location"] == f"{place(document)}?p=1#p1"
    assert states(HESSA, document)[0] == "waiting"
    assert commitment_list(HESSA).entries == ()


def test_the_same_page_sent_twice_is_one_act(document: str) -> None:
    client, first = signed_in(HESSA), proposals(HESSA, document)[0]
    for _ in range(2):
        assert act(client, "proposal-accept", first, due_words="2028").status_code == 302
    assert len(commitment_list(HESSA).entries) == 1


def test_who_comes_second_sees_what_stands_and_what_they_sent(document: str) -> None:
    first = proposals(HESSA, document)[0]
    act(signed_in(LAYLA), "proposal-reject", first, reason="سبق أن قيل")
    answer = act(signed_in(HESSA, "en"), "proposal-amend", first, due_words="2028-06")
    assert answer.status_code == 409
    assert "What you sent" in words(answer)
    assert "June 2028" in words(answer)
    assert "سبق أن قيل" in words(answer)
    in_place = act(signed_in(HESSA), "proposal-accept", first, headers=IN_PLACE)
    assert in_place.status_code == 409
    assert "سبق أن قيل" in words(in_place)


def test_what_rests_on_a_record_keeps_it(document: str) -> None:
    client = signed_in(RASHID)
    act(client, "proposal-accept", proposals(HESSA, document)[0])
    commitment = commitment_list(HESSA).entries[0].public_id
    state_stand(RASHID, commitment=commitment, stand="accept")
    answer = act(client, "proposal-undo", proposals(HESSA, document)[0])
    assert answer.status_code == 400
    assert 'role="alert"' in page(answer)
    assert states(HESSA, document)[0] == "accepted"


def test_the_clear_ones_are_shown_then_accepted_then_taken_back(document: str) -> None:
    client, address = signed_in(HESSA), reverse("proposals-accept-clear", args=[document])
    shown = page(client.get(address))
    chosen = re.findall(r'name="proposals" value="([\w-]+)" checked', shown)
    assert len(chosen) == 2
    assert states(HESSA, document) == ["waiting"] * 3
    answer = client.post(address, {"proposals": chosen})
    assert answer.headers["Location"] == place(document)
    assert states(HESSA, document) == ["accepted", "waiting", "accepted"]
    toast = page(client.get(place(document)))
    back = re.search(r'name="proposals" value="([^"]+)"', toast)
    assert back
    client.post(reverse("proposals-undo", args=[document]), {"proposals": back[1]})
    assert states(HESSA, document) == ["waiting"] * 3


def test_one_that_cannot_be_accepted_keeps_the_others_out_and_is_named(document: str) -> None:
    first, _, third = proposals(HESSA, document)
    act(signed_in(LAYLA), "proposal-reject", first, reason="لا")
    answer = signed_in(HESSA, "en").post(
        reverse("proposals-accept-clear", args=[document]), {"proposals": [first.public_id, third.public_id]}
    )
    assert answer.status_code == 400
    assert "Proposal 1 cannot be accepted" in words(answer)
    assert states(HESSA, document) == ["rejected", "waiting", "waiting"]


def test_a_person_and_a_meeting_can_be_chosen_from_those_known() -> None:
    make_person("Salem Al-Mamari", "سالم المعمري")
    make_meeting(ordinal=3, date="2016-11-21", city_en="Doha")
    text = "قال السفير سالم المعمري إن الاجتماع الثالث عُقد في الدوحة."
    document = make_proposals(
        HESSA,
        text,
        {"kind": "person", "quote": "سالم المعمري", "name": "سالم المعمري", "position": "سفير", "party": "QAT"},
        {"kind": "meeting", "quote": "الاجتماع الثالث", "ordinal": 3, "city": "Doha"},
    )
    client = signed_in(HESSA, "en")
    person, meeting = proposals(HESSA, document)
    for proposal, name in ((person, "Salem Al-Mamari"), (meeting, "Advisory Group")):
        assert name in words(client.get(reverse("proposal-amend", args=[proposal.public_id])))
    assert _accepted(client, document) == ["accepted", "accepted"]


def _accepted(client: Any, document: str) -> list[str]:
    for proposal in proposals(HESSA, document):
        act(client, "proposal-accept", proposal)
    return states(HESSA, document)
