"""Filing, correcting and describing documents, and looking at them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.models import JournalLine
from mithaq.access.viewer import acting_as
from mithaq.archive.files import path_of
from mithaq.archive.models import Document
from mithaq.archive.operations import add, correct, describe
from mithaq.archive.reads import DocumentPage, document_list, document_page, original, search, sentence
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.extraction.limits import TEXT_CHARACTERS
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import ADDRESS, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]


def page(document: str) -> DocumentPage:
    return document_page(RASHID, document=document)


def codes(refusal: pytest.ExceptionInfo[Invalid]) -> dict[str, str]:
    return {field: errors[0]["code"] for field, errors in refusal.value.errors.items()}


def test_a_text_is_filed_in_numbered_sentences() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC", published="2026-09-09")
    shown = page(document)
    assert shown.entry.ref.startswith("D-2026-")
    assert (shown.entry.title, shown.entry.language) == ("كلمة رئيس البعثة في ختام الاجتماع", "ar")
    assert [(s.number, s.opens) for s in shown.sentences] == [(1, True), (2, True), (3, False), (4, True)]
    assert shown.sentences[2].text == "وأقيمت أكثر من 24 دورة في المركز الإقليمي بالكويت منذ عام 2014."
    assert (shown.entry.seen.level, shown.entry.seen.audience) == ("RESTRICTED", ("QAT", "SEC"))
    assert (shown.edition, shown.entry.unread, shown.entry.sentences, shown.more) == (1, True, 4, 0)
    with acting_as(RASHID):
        line = JournalLine.objects.get(thing=document)
    assert (line.operation, line.account) == ("archive.add", "rashid")


def test_who_may_see_it_sees_it_and_nobody_else() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC")
    for viewer in (RASHID, HESSA, LAYLA):
        assert document_page(viewer, document=document).entry.public_id == document
    for viewer in (BADER, DANA, SALIM, PUBLIC):
        assert document_list(viewer).entries == ()
        for look in (document_page, original):
            with pytest.raises(Absent):
                look(viewer, document=document)
        with pytest.raises(Absent):
            sentence(viewer, document=document, number=1)
    for viewer in (RASHID, BADER):
        with pytest.raises(Absent):
            document_page(viewer, document="x" * 22)


def test_who_may_not_add_is_refused() -> None:
    for viewer in (SALIM, PUBLIC):
        with pytest.raises(Refused):
            make_document(viewer, ADDRESS, level="PUBLIC")


def test_nobody_files_above_what_they_see_or_for_parties_unknown() -> None:
    with pytest.raises(Refused):
        make_document(HESSA, ADDRESS, level="CONFIDENTIAL")
    with pytest.raises(Invalid) as refusal:
        make_document(HESSA, ADDRESS, "QAT", "XXX")
    assert codes(refusal) == {"audience": "unknown_party"}


def test_a_file_is_filed_with_its_bytes_and_name() -> None:
    data = "Joint statement\n\nThe parties agreed to meet in Doha in 2027.\n".encode("utf-8-sig")
    file = SimpleUploadedFile("statement\u202etxt.txt", data)
    document = add(HESSA, file=file, level="PUBLIC").public_id
    shown = document_page(PUBLIC, document=document)
    assert (shown.entry.language, shown.entry.title, shown.entry.size) == ("en", "Joint statement", len(data))
    kept = original(PUBLIC, document=document)
    assert (kept.name, kept.media_type, kept.data) == ("statementtxt.txt", "text/plain", data)


def test_a_typed_text_is_its_own_original() -> None:
    document = make_document(RASHID, ADDRESS)
    assert original(RASHID, document=document).data.decode() == ADDRESS.strip()


def test_a_damaged_file_is_not_handed_out() -> None:
    document = make_document(RASHID, ADDRESS)
    with acting_as(RASHID):
        path = path_of(Document.objects.get(public_id=document).sha256)
    path.write_bytes(b"other")
    with pytest.raises(Problem) as problem:
        original(RASHID, document=document)
    assert problem.value.code == "damaged"
    path.unlink()
    with pytest.raises(Problem):
        original(RASHID, document=document)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, {"text": "one_of"}),
        ({"text": "A text.", "file": SimpleUploadedFile("a.txt", b"A text.")}, {"text": "one_of"}),
        ({"text": " … "}, {"text": "empty"}),
        ({"file": SimpleUploadedFile("a.txt", b"\xff\x00\x80\x01\x02\x00\x00")}, {"file": "wrong_encoding"}),
        ({"file": SimpleUploadedFile("a.exe", b"MZ")}, {"file": "unknown_type"}),
        ({"text": "A text.", "published": "yesterday"}, {"published": "not_a_date"}),
        ({"text": "A text.", "language": "fr"}, {"language": "invalid_choice"}),
    ],
)
def test_what_does_not_fit_is_told_by_field_and_nothing_is_written(
    given: dict[str, object], expected: dict[str, str]
) -> None:
    with pytest.raises(Invalid) as refusal:
        add(RASHID, level="PUBLIC", **given)  # type: ignore[arg-type]
    assert codes(refusal) == expected
    assert document_list(RASHID).entries == ()


@pytest.mark.parametrize("name", ["text", "file"])
def test_a_text_that_is_too_long_names_the_limit_however_it_comes(name: str) -> None:
    words = "word " * (TEXT_CHARACTERS // 5 + 1)
    given: Any = words if name == "text" else SimpleUploadedFile("a.txt", words.encode())
    with pytest.raises(Invalid) as refusal:
        add(RASHID, level="PUBLIC", **{name: given})
    assert codes(refusal) == {name: "too_long"}
    assert "5,242,880" in refusal.value.errors[name][0]["message"]


def test_the_same_bytes_under_the_same_label_are_told_by_their_reference() -> None:
    ref = page(make_document(RASHID, ADDRESS, "QAT", "SEC")).entry.ref
    with pytest.raises(Invalid) as refusal:
        make_document(HESSA, ADDRESS, "QAT", "SEC")
    assert codes(refusal) == {"text": "duplicate"}
    assert ref in refusal.value.errors["text"][0]["message"]
    make_document(HESSA, ADDRESS, "QAT")  # another audience
    make_document(LAYLA, ADDRESS, "QAT", "SEC")  # another party's
    make_document(BADER, ADDRESS, "KWT")


def test_a_corrected_text_is_a_new_edition_and_the_old_one_stays() -> None:
    document = make_document(RASHID, "دعا إلى آلية. وشكر الوفود.", "QAT", "SEC", title="كلمة")
    correct(HESSA, document=document, text="دعا إلى لجنة. وشكر الوفود. وختم.", reason="خطأ طباعي", version=1)
    shown = page(document)
    assert [s.text for s in shown.sentences] == ["دعا إلى لجنة.", "وشكر الوفود.", "وختم."]
    assert [(e.edition, e.added_by, e.reason) for e in shown.editions] == [(2, "hessa", "خطأ طباعي"), (1, "rashid", "")]
    assert (shown.entry.edition, shown.entry.version, shown.entry.unread) == (2, 2, True)
    assert document_page(RASHID, document=document, edition=1).sentences[0].text == "دعا إلى آلية."
    assert [hit.thing for hit in search(RASHID, q="لجنة").hits] == [document]
    assert search(RASHID, q="آلية").hits == ()
    with pytest.raises(Absent):
        document_page(RASHID, document=document, edition=3)


def test_a_description_is_put_right_and_found() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC")
    describe(RASHID, document=document, title="خطاب السفير", version=1, published="2026-10", publisher="البعثة")
    entry = page(document).entry
    assert (entry.title, entry.published, entry.publisher) == ("خطاب السفير", "2026-10", "البعثة")
    (hit,) = search(RASHID, q="خطاب").hits
    assert (hit.thing, hit.title.ar, hit.day) == (document, "خطاب السفير", "2026-10")
    with acting_as(RASHID):
        line = JournalLine.objects.filter(thing=document).latest("id")
    assert line.changes["published"] == ["", "2026-10"]


def test_only_the_party_that_filed_it_changes_it() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC", level="OFFICIAL")
    for other, error in ((LAYLA, Refused), (BADER, Absent)):
        with pytest.raises(error):
            correct(other, document=document, text="غير.", reason="خطأ", version=1)
        with pytest.raises(error):
            describe(other, document=document, title="غير", version=1)
    with pytest.raises(Absent):
        describe(RASHID, document="x" * 22, title="غير", version=1)
    assert page(document).entry.version == 1


def test_a_stale_version_is_a_conflict() -> None:
    document = make_document(RASHID, ADDRESS)
    describe(RASHID, document=document, title="أولاً", version=1)
    with pytest.raises(Conflict):
        describe(HESSA, document=document, title="ثانياً", version=1)
    with pytest.raises(Conflict):
        correct(HESSA, document=document, text="غير.", reason="خطأ", version=1)
    assert (page(document).entry.title, page(document).edition) == ("أولاً", 1)


def test_a_sentence_stands_between_its_neighbours() -> None:
    document = make_document(RASHID, "الأولى. الثانية. الثالثة.")
    for number, near in enumerate([("", "الثانية."), ("الأولى.", "الثالثة."), ("الثانية.", "")], 1):
        quoted = sentence(RASHID, document=document, number=number)
        assert (quoted.before, quoted.after) == near
    for number in (0, 4):
        with pytest.raises(Absent):
            sentence(RASHID, document=document, number=number)


def test_a_long_text_is_shown_by_pages() -> None:
    document = make_document(RASHID, " ".join(f"الجملة {n}." for n in range(1, 802)))
    first = page(document)
    assert (len(first.sentences), first.more) == (200, 201)
    last = document_page(RASHID, document=document, first=801)
    assert [(s.number, s.text, s.opens) for s in last.sentences] == [(801, "الجملة 801.", False)]
    assert last.more == 0
    assert document_page(RASHID, document=document, first=900).sentences == ()


def test_the_list_is_newest_first_by_pages_of_fifty() -> None:
    filed = []
    for n in range(53):
        with clock.stopped_at(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=n // 2)):
            filed.append(make_document(RASHID, f"نص رقم {n}"))
        make_document(BADER, f"نص رقم {n}", "KWT")
    first = document_list(RASHID)
    second = document_list(RASHID, after=first.more)
    assert [e.public_id for e in first.entries + second.entries] == filed[::-1]
    assert second.more == ""
    with pytest.raises(Absent):
        document_list(RASHID, after="x" * 22)


def test_the_list_is_narrowed_by_words_and_language() -> None:
    arabic = make_document(RASHID, "نص عن الملاحة")
    english = make_document(RASHID, "A text on shipping")
    assert [e.public_id for e in document_list(RASHID, q="ملاحة").entries] == [arabic]
    assert [e.public_id for e in document_list(RASHID, language="en").entries] == [english]
    assert document_list(RASHID, q="ملاحة", language="en").entries == ()


def test_lists_ask_the_same_number_of_questions_for_one_and_for_three() -> None:
    asked: list[int] = []
    for _ in range(2):
        make_document(RASHID, f"نص عن الملاحة {len(asked)}")
        with CaptureQueriesContext(connection) as listed:
            document_list(RASHID)
            search(RASHID, q="الملاحة")
        asked.append(len(listed))
        make_document(RASHID, f"نص آخر عن الملاحة {len(asked)}")
    assert asked[0] == asked[1]
