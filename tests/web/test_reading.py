"""The reader: what stands on its page, and what comes of each act there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mithaq.archive.operations import correct
from mithaq.proposals.operations import read_document
from mithaq.proposals.reads import ProposalEntry
from mithaq.register.commitments.operations import state_stand
from mithaq.register.commitments.reads import commitment_list
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_document, make_meeting, make_person, make_proposals
from tests.web.door import IN_PLACE, act, page, proposals, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

TEXT = "دعا السفير إلى إنشاء آلية لتقييم الدورات. وأقيمت 24 دورة في الكويت.\nوطالب بزيادة الحوار قبل نهاية 2027."
FOUND: tuple[dict[str, Any], ...] = (
    {"kind": "commitment", "quote": "إنشاء آلية لتقييم الدورات", "to": "NATO", "area": ["training_education"]},
    {"kind": "figure", "quote": "24 دورة", "value": 24, "unit": "دورة", "what": "دورات في الكويت", "clear": False},
    {"kind": "commitment", "quote": "زيادة الحوار", "due": "2027"},
)


@pytest.fixture
def document() -> str:
    """A document of Qatar's, released to Oman too, with three proposals that wait."""
    return make_proposals(HESSA, TEXT, *FOUND, audience=("QAT", "OMN", "SEC"), level="OFFICIAL")


def place(document: str) -> str:
    """The reader's page of this document."""
    return reverse("document", args=[document])


def states(document: str) -> list[str]:
    """The states of its proposals in their order."""
    return [proposal.state for proposal in proposals(HESSA, document)]


def test_the_text_stands_in_its_own_direction_with_each_finding_at_its_words(document: str) -> None:
    shown = page(signed_in(HESSA, "en").get(place(document)))
    assert '<html lang="en" dir="ltr"' in shown
    assert re.search(r'<article class="card doc"[^>]* lang="ar" dir="rtl"', shown)
    for number, opens in ((1, True), (2, False), (3, True)):
        assert f'<div class="sent{" opens" if opens else ""}' in shown
        assert f'id="s{number}"><a class="n" href="#s{number}"' in shown
    assert 'data-n="1">إنشاء آلية لتقييم الدورات' in shown
    assert '<mark class="k-fig" data-n="2">24 دورة' in shown
    assert 'href="#p3"' in shown


def test_the_first_that_waits_is_open_and_says_what_would_enter_the_register(document: str) -> None:
    shown = words(signed_in(HESSA, "en").get(place(document)))
    assert "0 of 3 decided" in shown
    assert "Addressed to Party NATO" in shown
    assert "Training and education" in shown
    assert "Due Nothing is said about when" in shown
    markup = page(signed_in(HESSA).get(place(document)))
    assert re.findall(r'id="p(\d)"[^>]*aria-current="true"', markup) == ["1"]
    assert re.findall(r'id="p(\d)"[^>]*aria-current="true"', page(signed_in(HESSA).get(f"{place(document)}?p=3"))) == [
        "3"
    ]


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
    assert states(document) == [becomes, "waiting", "waiting"]
    assert 'data-key="KeyZ"' in page(client.get(answer.headers["Location"]))


def test_in_place_only_what_changed_comes_back(document: str) -> None:
    first = proposals(HESSA, document)[0]
    shown = page(act(signed_in(HESSA), "proposal-accept", first, headers=IN_PLACE))
    assert shown.lstrip().startswith("<article")
    assert "<html" not in shown
    assert re.findall(r'id="(\w+)"[^>]*hx-swap-oob', shown) == ["p2", "s1", "s2", "progress", "toasts"]
    assert "k-commit off" in shown


def test_what_was_read_stands_beside_what_was_decided(document: str) -> None:
    act(signed_in(HESSA), "proposal-accept", proposals(HESSA, document)[0], addressees=["QAT"], due_words="2028-06")
    shown = words(signed_in(LAYLA, "en").get(place(document)))
    assert "As read: Party NATO As decided: Party QAT" in shown
    assert "As read: Nothing As decided: June 2028" in shown
    assert "Hessa" in shown


def test_boxes_that_nobody_touched_are_no_amendment(document: str) -> None:
    client, first = signed_in(HESSA), proposals(HESSA, document)[0]
    form = page(client.get(reverse("proposal-amend", args=[first.public_id])))
    assert re.search(r'name="addressees" value="NATO" checked', form)
    fields = {"kind": "call", "words": first.quote, "addressees": ["", "NATO"], "areas": ["", "training_education"]}
    act(client, "proposal-amend", first, **fields)
    assert states(document)[0] == "accepted"


def test_a_field_that_does_not_fit_is_said_at_the_field_and_nothing_is_lost(document: str) -> None:
    client, first = signed_in(HESSA, "en"), proposals(HESSA, document)[0]
    for headers in ({}, IN_PLACE):
        answer = act(client, "proposal-amend", first, due_words="someday", title_en="A mechanism", headers=headers)
        assert answer.status_code == 400
        assert 'id="id_due_words_error"' in page(answer)
        assert 'value="someday"' in page(answer)
        assert 'value="A mechanism"' in page(answer)
    assert states(document)[0] == "waiting"


def test_a_rejection_without_a_reason_is_asked_again_on_the_card(document: str) -> None:
    answer = act(signed_in(HESSA), "proposal-reject", proposals(HESSA, document)[1], reason=" ")
    assert answer.status_code == 400
    assert re.search(r'id="p2".*?role="alert"', page(answer), re.DOTALL)
    assert states(document)[1] == "waiting"


def test_undo_makes_it_wait_again(document: str) -> None:
    client = signed_in(HESSA)
    act(client, "proposal-accept", proposals(HESSA, document)[0])
    assert len(commitment_list(HESSA).entries) == 1
    answer = act(client, "proposal-undo", proposals(HESSA, document)[0])
    assert answer.headers["Location"] == f"{place(document)}?p=1#p1"
    assert states(document)[0] == "waiting"
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
    assert states(document)[0] == "accepted"


def test_a_reader_looks_and_cannot_decide(document: str) -> None:
    client, first = signed_in(SALIM), proposals(HESSA, document)[0]
    shown = page(client.get(place(document)))
    assert "k-commit" in shown
    assert 'data-key="KeyA"' not in shown
    assert act(client, "proposal-accept", first).status_code == 403
    assert client.get(reverse("proposals-accept-clear", args=[document])).status_code == 403
    assert states(document)[0] == "waiting"


def test_hidden_and_absent_are_the_same(document: str) -> None:
    client, first = signed_in(BADER), proposals(HESSA, document)[0]
    absent = "a" * 22
    for route, hidden in (("document", document), ("document-original", document), ("document-correct", document)):
        answers = [client.get(reverse(route, args=[one])) for one in (hidden, absent)]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert words(answers[0]).replace(hidden, absent) == words(answers[1])
    for route in ("proposal-accept", "proposal-reject", "proposal-undo", "proposal-amend"):
        for one in (first.public_id, absent):
            assert client.post(reverse(route, args=[one]), {"version": 1, "reason": "x"}).status_code == 404


def test_acts_are_posted_and_pages_are_got(document: str) -> None:
    client, first = signed_in(HESSA), proposals(HESSA, document)[0]
    for route in ("proposal-accept", "proposal-reject", "proposal-undo"):
        assert client.get(reverse(route, args=[first.public_id])).status_code == 405
    for route in ("document", "document-original"):
        assert client.post(reverse(route, args=[document])).status_code == 405


def test_the_clear_ones_are_shown_then_accepted_then_taken_back(document: str) -> None:
    client, address = signed_in(HESSA), reverse("proposals-accept-clear", args=[document])
    shown = page(client.get(address))
    chosen = re.findall(r'name="proposals" value="([\w-]+)" checked', shown)
    assert len(chosen) == 2
    assert states(document) == ["waiting"] * 3
    answer = client.post(address, {"proposals": chosen})
    assert answer.headers["Location"] == place(document)
    assert states(document) == ["accepted", "waiting", "accepted"]
    toast = page(client.get(place(document)))
    back = re.search(r'name="proposals" value="([^"]+)"', toast)
    assert back
    client.post(reverse("proposals-undo", args=[document]), {"proposals": back[1]})
    assert states(document) == ["waiting"] * 3


def test_one_that_cannot_be_accepted_keeps_the_others_out_and_is_named(document: str) -> None:
    first, _, third = proposals(HESSA, document)
    act(signed_in(LAYLA), "proposal-reject", first, reason="لا")
    answer = signed_in(HESSA, "en").post(
        reverse("proposals-accept-clear", args=[document]), {"proposals": [first.public_id, third.public_id]}
    )
    assert answer.status_code == 400
    assert "Proposal 1 cannot be accepted" in words(answer)
    assert states(document) == ["rejected", "waiting", "waiting"]


def test_an_edition_that_was_not_read_can_be_read_from_its_page() -> None:
    document, client = make_document(HESSA, "نص لم يُقرأ بعد."), signed_in(HESSA)
    assert reverse("document-read", args=[document]) in page(client.get(place(document)))
    assert client.post(reverse("document-read", args=[document])).status_code == 302
    assert reverse("document-read", args=[document]) not in page(client.get(place(document)))


def test_a_corrected_text_opens_again_what_it_changed_and_says_why(document: str) -> None:
    client = signed_in(HESSA, "en")
    act(client, "proposal-accept", proposals(HESSA, document)[0])
    changed = TEXT.replace("إنشاء آلية لتقييم الدورات", "وضع نظام للتقييم")
    correct(HESSA, document=document, text=changed, reason="الصواب في الأصل", version=1)
    read_document(HESSA, document=document)
    shown = words(client.get(place(document)))
    assert "Open again" in shown
    assert "these words do not stand in it any more" in shown
    first = next(p for p in proposals(HESSA, document) if p.state == "reopened")
    assert reverse("proposal-accept", args=[first.public_id]) not in page(client.get(place(document)))
    old = words(client.get(f"{place(document)}?edition=1"))
    assert "This is edition 1" in old
    assert "إنشاء آلية لتقييم الدورات" in old


def test_a_long_text_comes_in_pages_and_each_sentence_keeps_its_link() -> None:
    document = make_document(HESSA, " ".join(f"الجملة {n}." for n in range(1, 452)))
    client = signed_in(HESSA)
    first, last = page(client.get(place(document))), page(client.get(f"{place(document)}?s=450"))
    assert (first.count('class="sent'), last.count('class="sent')) == (200, 51)
    assert 'id="s450"' in last
    assert 'href="?s=201"' in first
    assert "s=450#s450" in last


def made(count: int) -> str:
    """A document with so many proposals."""
    text = " ".join(f"دعا السفير إلى الأمر {n}." for n in range(1, count + 1))
    found = ({"kind": "commitment", "quote": f"الأمر {n}.", "to": "NATO"} for n in range(1, count + 1))
    return make_proposals(HESSA, text, *found, title=f"{count}", audience=("QAT",))


def queries(ask: Callable[[], Any]) -> int:
    """How many statements it takes."""
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_the_page_asks_as_often_for_one_proposal_as_for_thirty() -> None:
    client, few, many = signed_in(HESSA), made(1), made(30)
    client.get(place(few))
    assert queries(lambda: client.get(place(few))) == queries(lambda: client.get(place(many)))


@pytest.mark.parametrize("entry", ["999999999999", "-1", "x", "²", "٣"])
def test_strange_numbers_in_the_address_are_no_numbers(document: str, entry: str) -> None:
    for name in ("s", "p", "edition"):
        assert signed_in(HESSA).get(place(document), {name: entry}).status_code in (200, 404)


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
    waiting: list[ProposalEntry] = proposals(HESSA, document)
    for proposal in waiting:
        act(client, "proposal-accept", proposal)
    return states(document)
