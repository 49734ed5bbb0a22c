"""Adding documents: a text, files, many files that the worker takes in; and the original as it came."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from mithaq.archive.reads import document_list
from mithaq.extraction.limits import FILE_BYTES
from mithaq.web import incoming
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.web.door import IN_PLACE, page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

ADD = "/documents/add/"
TEXT = "دعا السفير إلى إنشاء آلية لتقييم الدورات."


def file(name: str, content: str = TEXT) -> SimpleUploadedFile:
    """A file that somebody chose."""
    return SimpleUploadedFile(name, content.encode())


def sent(client: Client, *files: SimpleUploadedFile, **fields: Any) -> Any:
    """The form of the page sent with these files."""
    return client.post(
        ADD, {"level": "RESTRICTED", "audience": ["SEC"], **fields, **({"file": files} if files else {})}
    )


def titles(viewer: Any = HESSA) -> list[str]:
    """The titles of all documents this viewer sees, newest first."""
    return [entry.title for entry in document_list(viewer).entries]


def test_a_text_is_filed_read_and_opened() -> None:
    answer = sent(signed_in(HESSA), text=TEXT, title="كلمة", published="2026-11-20")
    (entry,) = document_list(HESSA).entries
    assert answer.headers["Location"] == reverse("document", args=[entry.public_id])
    assert (entry.title, entry.published, entry.unread) == ("كلمة", "2026-11-20", False)
    assert entry.seen.audience == ("QAT", "SEC"), "one's own party is always among them"


def test_who_will_see_it_is_said_by_name_before_anything_is_filed() -> None:
    client = signed_in(HESSA, "en")
    assert 'hx-get="/audience/"' in page(client.get(ADD))
    answer = client.get("/audience/", {"level": "RESTRICTED", "audience": ["KWT"]})
    assert "Party KWT" in words(answer)
    assert "Party QAT" in words(answer)
    assert "Hessa" in words(answer)


def test_levels_above_ones_own_are_not_offered() -> None:
    offered = [re.findall(r'<option value="([A-Z]+)"', page(signed_in(who).get(ADD))) for who in (HESSA, RASHID)]
    assert offered[0] == ["PUBLIC", "OFFICIAL", "RESTRICTED"]
    assert offered[1] == [*offered[0], "CONFIDENTIAL"]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "text"),
        ({"text": "…"}, "text"),
        ({"text": TEXT, "published": "someday"}, "published"),
        ({"text": TEXT, "audience": ["NARNIA"]}, "audience"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_lost(fields: dict[str, Any], field: str) -> None:
    answer = sent(signed_in(HESSA), title="عنوان كُتب", **fields)
    assert answer.status_code == 400
    assert f'id="id_{field}_error"' in page(answer)
    assert 'value="عنوان كُتب"' in page(answer)
    assert fields.get("text", "") in page(answer)
    assert 'value="SEC" checked' in page(answer) or "audience" in fields
    assert titles() == []


def test_the_same_again_is_refused_with_its_reference_and_sent_twice_is_once() -> None:
    client = signed_in(HESSA)
    for _ in range(2):
        assert sent(client, text=TEXT).status_code == 302
    again = sent(client, text=TEXT, title="مرة أخرى")
    assert again.status_code == 400
    assert document_list(HESSA).entries[0].ref in words(again)
    assert len(titles()) == 1


def test_several_files_become_several_documents_and_a_bad_one_keeps_no_other_out() -> None:
    files = (file("first.txt"), file("second.xyz", "?"), file("third.txt", "وأوصى بتبادل المعلومات."))
    answer = sent(signed_in(HESSA, "en"), *files, title="one title for all")
    assert answer.status_code == 400
    assert len(titles()) == 2
    assert "one title for all" not in titles(), "a title is that of one document"
    shown = words(answer)
    assert "second.xyz is of a kind that cannot be read" in shown
    assert shown.count("Filed: open it") == 2
    assert shown.count("Not filed") == 1


def test_several_good_files_lead_to_the_list() -> None:
    client = signed_in(HESSA, "en")
    answer = sent(client, file("first.txt"), file("second.txt", "وأوصى بتبادل المعلومات."))
    assert answer.headers["Location"] == "/documents/"
    assert "2 documents were filed and read." in words(client.get("/documents/"))


def test_one_bad_file_is_said_at_the_field() -> None:
    answer = sent(signed_in(HESSA, "en"), file("sheet.xyz", "?"))
    assert answer.status_code == 400
    assert 'id="id_file_error"' in page(answer)
    assert "sheet.xyz is of a kind that cannot be read" in words(answer)


def many(bad: bool = True) -> list[SimpleUploadedFile]:
    """More files than are read while somebody waits; one of them cannot be read."""
    good = [file(f"{n}.txt", f"{TEXT} {n}") for n in range(incoming.FEW)]
    return [*good, file("odd.xyz", "?") if bad else file("even.txt", f"{TEXT} x")]


def test_many_files_are_taken_in_by_the_worker_each_with_its_own_outcome() -> None:
    client = signed_in(HESSA, "en")
    answer = sent(client, *many())
    place = answer.headers["Location"]
    assert place.startswith("/documents/incoming/")
    shown = words(client.get(place))
    assert f"{incoming.FEW + 1} of {incoming.FEW + 1} files done" in shown
    assert "odd.xyz is of a kind that cannot be read" in shown
    assert len(titles()) == incoming.FEW
    assert document_list(HESSA).entries[0].seen.audience == ("QAT", "SEC")
    assert "hx-get" not in page(client.get(place, headers=IN_PLACE)), "what is done asks no more"


def test_much_in_bytes_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "SMALL", 10)
    assert sent(signed_in(HESSA), file("long.txt")).headers["Location"].startswith("/documents/incoming/")
    assert len(titles()) == 1


def test_a_file_that_is_too_large_is_refused_at_once_with_the_limit() -> None:
    large = "word " * (FILE_BYTES // 5 + 1)
    alone = sent(signed_in(HESSA, "en"), file("large.txt", large))
    assert alone.status_code == 400
    assert 'id="id_file_error"' in page(alone)
    assert "large.txt is larger than 25 MB" in words(alone)
    place = sent(signed_in(HESSA, "en"), file("large.txt", large), *many(bad=False)).headers["Location"]
    assert "large.txt is larger than 25 MB" in words(signed_in(HESSA, "en").get(place))
    assert len(titles()) == incoming.FEW + 1


def test_an_intake_is_for_the_account_that_sent_it_alone() -> None:
    place = sent(signed_in(HESSA), *many()).headers["Location"]
    for viewer in (RASHID, LAYLA, BADER):
        assert signed_in(viewer).get(place).status_code == 404
        assert signed_in(viewer).post(place).status_code == 404
    assert signed_in(HESSA).get("/documents/incoming/" + "a" * 22 + "/").status_code == 404


def test_an_intake_that_stood_still_goes_on_and_files_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    client = signed_in(HESSA, "en")
    with monkeypatch.context() as stopped:
        stopped.setattr(type(incoming.take_in), "enqueue", lambda task, key: None)
        place = sent(client, *many(bad=False)).headers["Location"]
    shown = page(client.get(place))
    assert f"0 of {incoming.FEW + 1} files done" in words(client.get(place))
    assert 'hx-trigger="every 2s"' in shown
    assert titles() == []
    for _ in range(2):
        assert client.post(place).headers["Location"] == place
    assert len(titles()) == incoming.FEW + 1
    assert not [path for path in (Path(settings.HOME) / "incoming").glob("*/*") if path.name != incoming.STATE]


def test_fields_that_fit_no_file_are_said_before_any_is_kept() -> None:
    answer = sent(signed_in(HESSA), *many(), published="someday")
    assert answer.status_code == 400
    assert 'id="id_published_error"' in page(answer)
    assert titles() == []


def test_a_reader_adds_nothing() -> None:
    client = signed_in(SALIM)
    assert client.get(ADD).status_code == 403
    assert sent(client, text=TEXT).status_code == 403
    assert ADD not in page(client.get("/documents/"))


def test_the_original_comes_as_it_was_and_never_as_a_page() -> None:
    client = signed_in(HESSA)
    sent(client, file("كلمة; filename=x.html", f"<p>{TEXT}</p>"))
    document = document_list(HESSA).entries[0].public_id
    answer = client.get(reverse("document-original", args=[document]))
    assert answer.content == f"<p>{TEXT}</p>".encode()
    named = "attachment; filename*=utf-8''%D9%83%D9%84%D9%85%D8%A9%3B%20filename%3Dx.html"
    assert answer.headers["Content-Disposition"] == named
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_names_of_files_cannot_turn_a_page_round() -> None:
    answer = sent(signed_in(HESSA), file("a\u202egpj.xyz", "?"), file("b.txt"))
    assert "\u202e" not in page(answer)
