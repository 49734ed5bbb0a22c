"""The list of documents, correcting a text and describing it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mithaq.archive.operations import correct
from mithaq.archive.reads import whole_text
from tests.cast import BADER, HESSA, LAYLA, RASHID
from tests.make import make_document, make_read_document
from tests.web.door import page, queries, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

TEXT = "دعا السفير إلى إنشاء آلية لتقييم الدورات."


def test_the_list_shows_what_waits_and_what_was_not_read() -> None:
    read, unread = make_read_document(HESSA), make_document(HESSA, "لم يُقرأ هذا النص.", title="غير مقروء")
    client = signed_in(HESSA)
    everything, waiting, not_read = (
        page(client.get(f"/documents/{show}")) for show in ("", "?show=waiting", "?show=unread")
    )
    assert (read in everything, unread in everything) == (True, True)
    assert (read in waiting, unread in waiting) == (True, False)
    assert (read in not_read, unread in not_read) == (False, True)
    assert unread in page(client.get("/documents/?q=غير مقروء"))
    assert read not in page(client.get("/documents/?language=en"))
    assert signed_in(BADER).get("/documents/?show=waiting").content.count(read.encode()) == 0


@pytest.mark.parametrize("asked", ["", "?q=zzz", "?show=waiting", "?show=unread", "?language=en"])
def test_an_empty_list_says_what_to_do(asked: str) -> None:
    assert 'class="card empty"' in page(signed_in(HESSA).get(f"/documents/{asked}"))


def test_the_list_asks_as_often_for_one_document_as_for_three() -> None:
    client = signed_in(HESSA)
    make_read_document(HESSA)
    client.get("/documents/")
    places = ("/documents/", "/documents/?show=waiting")
    one = [queries(client, place) for place in places]
    for n in (2, 3):
        make_read_document(HESSA, f"{TEXT} {n}.")
    assert [queries(client, place) for place in places] == one


def edit(client: Client, route: str, document: str, **fields: Any) -> Any:
    """Send a correction or a description of a document."""
    return client.post(reverse(route, args=[document]), fields)


def test_a_corrected_text_is_filed_and_read() -> None:
    document, client = make_read_document(HESSA, TEXT), signed_in(HESSA)
    place = reverse("document-correct", args=[document])
    assert TEXT in page(client.get(place))
    answer = edit(client, "document-correct", document, text=f"{TEXT}\r\nزيد سطر.", reason="سقط سطر", version=1)
    assert answer.headers["Location"] == reverse("document", args=[document])
    found = whole_text(HESSA, document=document)
    assert (found.text, found.entry.edition, found.entry.unread) == (f"{TEXT}\nزيد سطر.", 2, False)


def test_what_is_said_about_a_document_is_put_right() -> None:
    document, client = make_document(HESSA, TEXT), signed_in(HESSA)
    fields = {"title": "عنوان أصح", "published": "2026-10", "publisher": "البعثة", "address": ""}
    assert edit(client, "document-describe", document, version=1, **fields).status_code == 302
    entry = whole_text(HESSA, document=document).entry
    assert (entry.title, entry.published, entry.publisher) == ("عنوان أصح", "2026-10", "البعثة")
    wrong = edit(client, "document-describe", document, version=2, **{**fields, "title": ""})
    assert wrong.status_code == 400
    assert 'id="id_title_error"' in page(wrong)
    assert 'value="البعثة"' in page(wrong)
    stale = edit(client, "document-describe", document, version=1, **{**fields, "title": ""})
    assert 'name="version" value="1"' in page(stale), "put right, it still does not pass over what changed meanwhile"


def test_who_comes_second_keeps_what_they_typed_and_sees_what_stands() -> None:
    document, client = make_document(HESSA, TEXT), signed_in(HESSA)
    correct(RASHID, document=document, text=f"{TEXT} ثم زيد.", reason="r", version=1)
    answer = edit(client, "document-correct", document, text="نصي أنا.", reason="رأيي", version=1)
    assert answer.status_code == 409
    assert "نصي أنا." in page(answer)
    assert 'name="version" value="2"' in page(answer), "sent again, it goes through"
    assert reverse("document", args=[document]) in page(answer)


def test_only_the_party_that_filed_it_corrects_it() -> None:
    document = make_document(HESSA, TEXT, "QAT", "SEC")
    for route in ("document-correct", "document-describe"):
        client = signed_in(LAYLA)
        assert client.get(reverse(route, args=[document])).status_code == 403
        assert edit(client, route, document, text="x y", reason="r", title="t", version=1).status_code == 403
        assert reverse(route, args=[document]) not in page(client.get(reverse("document", args=[document])))
        assert reverse(route, args=[document]) in page(signed_in(RASHID).get(reverse("document", args=[document])))
