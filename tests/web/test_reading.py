"""The reader's page: what stands on it, for whom, and how it is reached."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from mithaq.archive.operations import correct
from mithaq.proposals.operations import read_document
from tests.cast import BADER, HESSA, LAYLA, SALIM
from tests.make import make_document, make_proposals
from tests.web.door import ADDRESS, act, make_address, page, place, proposals, queries, signed_in, states, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def document() -> str:
    """A document of Qatar's, released to Oman too, with three proposals that wait."""
    return make_address()


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


def test_what_was_read_stands_beside_what_was_decided(document: str) -> None:
    act(signed_in(HESSA), "proposal-accept", proposals(HESSA, document)[0], addressees=["QAT"], due_words="2028-06")
    shown = words(signed_in(LAYLA, "en").get(place(document)))
    assert "As read: Party NATO As decided: Party QAT" in shown
    assert "As read: Nothing As decided: June 2028" in shown
    assert "Hessa" in shown


def test_a_reader_looks_and_cannot_decide(document: str) -> None:
    client, first = signed_in(SALIM), proposals(HESSA, document)[0]
    shown = page(client.get(place(document)))
    assert "k-commit" in shown
    assert 'data-key="KeyA"' not in shown
    assert act(client, "proposal-accept", first).status_code == 403
    assert client.get(reverse("proposals-accept-clear", args=[document])).status_code == 403
    assert states(HESSA, document)[0] == "waiting"


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


def test_an_edition_that_was_not_read_can_be_read_from_its_page() -> None:
    document, client = make_document(HESSA, "نص لم يُقرأ بعد."), signed_in(HESSA)
    assert reverse("document-read", args=[document]) in page(client.get(place(document)))
    assert client.post(reverse("document-read", args=[document])).status_code == 302
    assert reverse("document-read", args=[document]) not in page(client.get(place(document)))


def test_a_corrected_text_opens_again_what_it_changed_and_says_why(document: str) -> None:
    client = signed_in(HESSA, "en")
    act(client, "proposal-accept", proposals(HESSA, document)[0])
    changed = ADDRESS.replace("إنشاء آلية لتقييم الدورات", "وضع نظام للتقييم")
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


def test_the_page_asks_as_often_for_one_proposal_as_for_thirty() -> None:
    client, few, many = signed_in(HESSA), made(1), made(30)
    client.get(place(few))
    assert queries(client, place(few)) == queries(client, place(many))


@pytest.mark.parametrize("entry", ["999999999999", "-1", "x", "²", "٣"])
def test_strange_numbers_in_the_address_are_no_numbers(document: str, entry: str) -> None:
    for name in ("s", "p", "edition"):
        assert signed_in(HESSA).get(place(document), {name: entry}).status_code in (200, 404)
