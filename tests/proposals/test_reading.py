"""Reading a document: what is found waits, what was decided is carried over a correction, what was read is never edited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.access.models import JournalLine
from mithaq.access.viewer import Viewer, acting_as, current_visit
from mithaq.archive.models import Document
from mithaq.archive.operations import correct
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.proposals.deciding import decide
from mithaq.proposals.models import Finds, Proposal, Tally
from mithaq.proposals.operations import read_document, reject, take_in
from mithaq.proposals.reads import ProposalEntry, Reader, queue, reader, unread
from mithaq.proposals.storing import READER
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import ADDRESS, make_document, make_read_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]
plainly = pytest.mark.usefixtures("plain_reader")
TEXT = "افتتاح. دعا إلى إنشاء آلية. دعا إلى عقد لقاء. أقيمت 24 دورة. ختام."


def at(document: str, viewer: Viewer = RASHID) -> Reader:
    return reader(viewer, document=document)


def states(document: str) -> list[tuple[int, str, str]]:
    return [(p.number, p.quote, p.state) for p in at(document).proposals]


def accept(document: str, number: int, thing: str = "t" * 22) -> ProposalEntry:
    """As an area does it, without making a record."""
    with acting_as(RASHID, writing=True):
        row = Proposal.objects.select_related("document").get(document__public_id=document, number=number)
        decide(row, RASHID, Proposal.State.ACCEPTED, {"type": "call"}, thing)
    return next(p for p in at(document).proposals if p.number == number)


def corrected(document: str, text: str) -> str:
    """The document with this text, read again."""
    correct(RASHID, document=document, text=text, reason="خطأ", version=at(document).entry.version)
    return read_document(HESSA, document=document).public_id


def test_the_real_reader_proposes_with_words_rule_and_place() -> None:
    document = make_read_document(RASHID, ADDRESS, "QAT", "SEC", published="2026-09-09")
    shown = at(document, LAYLA)
    kinds = {proposal.kind for proposal in shown.proposals}
    assert {"commitment", "person", "figure"} <= kinds
    text = {s.number: "".join(run.text for run in s.runs) for s in shown.sentences}
    for proposal in shown.proposals:
        assert proposal.quote.split(".")[0] in text[proposal.sentence]
        assert proposal.rule not in (proposal.why.ar, proposal.why.en)
        assert proposal.state == "waiting"
    assert [p.number for p in shown.proposals] == list(range(1, len(shown.proposals) + 1))
    assert (shown.waiting, shown.decided, shown.next, shown.next_first) == (len(shown.proposals), 0, 1, 1)


@plainly
def test_findings_wait_numbered_as_in_the_text() -> None:
    document = make_read_document(RASHID, TEXT)
    assert states(document) == [
        (1, "إنشاء آلية", "waiting"),
        (2, "عقد لقاء", "waiting"),
        (3, "24 دورة", "waiting"),
    ]
    shown = at(document)
    assert [p.sentence for p in shown.proposals] == [2, 3, 4]
    assert shown.proposals[2].fields == {
        "value": 24,
        "unit": "courses",
        "what": "دورة",
        "comparator": ">",
        "as_of": None,
    }
    marks = [(m.kind, m.number) for s in shown.sentences for run in s.runs for m in run.marks]
    assert marks == [("commitment", 1), ("commitment", 2), ("figure", 3)]
    assert shown.read == READER


@plainly
def test_a_document_filed_before_is_read_later_and_once() -> None:
    document = make_document(RASHID, TEXT)
    assert [e.public_id for e in unread(RASHID).entries] == [document]
    assert (at(document).proposals, at(document).read) == ((), "")
    read_document(RASHID, document=document)
    read_document(HESSA, document=document)
    assert len(states(document)) == 3
    assert (unread(RASHID).entries, queue(RASHID).entries[0].waiting) == ((), 3)
    with acting_as(RASHID):
        assert Finds.objects.count() == 1
        lines = JournalLine.objects.filter(operation="proposals.read_document").order_by("id")
        assert [line.changes for line in lines] == [{"proposals": [None, 3]}, {}]


@plainly
def test_taking_in_is_filing_and_reading_or_neither(monkeypatch: pytest.MonkeyPatch) -> None:
    file = SimpleUploadedFile("a.txt", TEXT.encode())
    assert len(states(take_in(RASHID, file=file, level="RESTRICTED", audience="QAT").public_id)) == 3  # type: ignore[arg-type]
    monkeypatch.setattr(Finds.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_read_document(RASHID, TEXT + " آخر.")
    with acting_as(RASHID):
        assert Document.objects.count() == 1


def test_who_may_not_is_refused_and_who_does_not_see_finds_nothing() -> None:
    document = make_document(RASHID, TEXT)
    with pytest.raises(Refused):
        make_read_document(SALIM, TEXT)
    with pytest.raises(Refused):
        read_document(PUBLIC, document=document)
    for public_id in (document, "x" * 22):
        with pytest.raises(Absent):
            read_document(BADER, document=public_id)
        with pytest.raises(Absent):
            at(public_id, BADER)
    with pytest.raises(Invalid):
        take_in(RASHID, level="PUBLIC")
    assert (queue(BADER).entries, unread(BADER).entries) == ((), ())


@plainly
def test_undecided_findings_move_with_their_words() -> None:
    document = make_read_document(RASHID, TEXT)
    corrected(document, "افتتاح طويل جداً. " + TEXT.removeprefix("افتتاح. "))
    shown = at(document)
    assert states(document) == [(1, "إنشاء آلية", "waiting"), (2, "عقد لقاء", "waiting"), (3, "24 دورة", "waiting")]
    assert [p.version for p in shown.proposals] == [2, 2, 2]
    marks = ["".join(run.text for run in s.runs if run.marks) for s in shown.sentences]
    assert marks == ["", "إنشاء آلية", "عقد لقاء", "24 دورة", ""]


@plainly
def test_undecided_findings_whose_words_changed_are_gone_and_the_new_ones_wait() -> None:
    document = make_read_document(RASHID, TEXT)
    before = at(document).proposals
    corrected(document, TEXT.replace("عقد لقاء", "عقد اجتماع"))
    assert states(document) == [(1, "إنشاء آلية", "waiting"), (2, "عقد اجتماع", "waiting"), (3, "24 دورة", "waiting")]
    after = at(document).proposals
    assert [a.public_id == b.public_id for a, b in zip(before, after, strict=True)] == [True, False, True]
    earlier = reader(RASHID, document=document, edition=1)
    assert [(p.quote, p.state) for p in earlier.proposals] == [("عقد لقاء", "gone")]


@plainly
def test_a_finding_read_otherwise_is_renewed() -> None:
    document = make_read_document(RASHID, "دعا إلى عقد لقاء. ختام.")
    (before,) = at(document).proposals
    text = "دعا إلى عقد لقاء أمني. ختام."
    corrected(document, text)
    corrected(document, "دعا إلى عقد لقاء. ختام.")
    (after,) = at(document).proposals
    assert before.public_id != after.public_id
    assert (after.quote, after.state, at(document).edition) == ("عقد لقاء", "waiting", 3)


@plainly
def test_a_decision_stands_while_its_words_stand() -> None:
    document = make_read_document(RASHID, TEXT)
    decided = accept(document, 2)
    corrected(document, "دعا إلى ضبط الحدود. " + TEXT)
    again = at(document).proposals
    assert states(document)[2] == (3, "عقد لقاء", "accepted")
    assert again[2].public_id == decided.public_id
    assert (again[2].decided_by, again[2].note, again[2].version) == ("rashid", "", decided.version + 1)
    assert again[2].sentence == 4
    assert (at(document).waiting, at(document).decided, at(document).next) == (3, 1, 1)


@plainly
def test_a_decision_whose_words_changed_is_opened_again() -> None:
    document = make_read_document(RASHID, TEXT)
    decided = accept(document, 1)
    corrected(document, TEXT.replace("إنشاء آلية", "إنشاء لجنة"))
    shown = {p.quote: p for p in at(document).proposals}
    opened = shown["إنشاء آلية"]
    assert (opened.public_id, opened.state, opened.stands) == (decided.public_id, "reopened", False)
    assert "corrected" in opened.note
    assert (opened.fields, opened.decided, opened.decided_by) == (decided.fields, {"type": "call"}, "rashid")
    assert shown["إنشاء لجنة"].state == "waiting"
    assert (at(document).waiting, at(document).decided) == (4, 0)
    with acting_as(RASHID):
        line = JournalLine.objects.filter(operation="proposals.read_document").latest("id")
        assert line.changes == {"proposals": [None, 4], "reopened": [None, 1]}


@plainly
def test_what_was_opened_again_returns_to_its_place_with_its_words() -> None:
    document = make_read_document(RASHID, TEXT)
    accept(document, 1)
    corrected(document, TEXT.replace("إنشاء آلية", "إنشاء لجنة"))
    corrected(document, TEXT)
    assert states(document) == [(1, "إنشاء آلية", "reopened"), (2, "عقد لقاء", "waiting"), (3, "24 دورة", "waiting")]
    assert at(document).proposals[0].stands


@plainly
def test_a_rejected_finding_whose_words_changed_stays_rejected() -> None:
    document = make_read_document(RASHID, TEXT)
    first = at(document).proposals[0]
    reject(RASHID, proposal=first.public_id, reason="خبر لا التزام", version=first.version)
    corrected(document, TEXT.replace("إنشاء آلية", "إنشاء لجنة"))
    assert ("إنشاء آلية", "rejected") in [(quote, state) for _, quote, state in states(document)]
    assert "إنشاء لجنة" in [quote for _, quote, _ in states(document)]


@plainly
def test_what_was_read_is_never_edited() -> None:
    document = make_read_document(RASHID, TEXT)
    with acting_as(RASHID):
        before = Finds.objects.get().found
    accept(document, 1)
    corrected(document, "غير ذلك كله.")
    with acting_as(RASHID):
        assert Finds.objects.get(edition=1).found == before
        assert [call["start"] for call in before["commitments"]] == [16, 36]


@plainly
def test_nothing_is_decided_on_a_text_that_was_corrected_and_not_read() -> None:
    document = make_read_document(RASHID, TEXT)
    (first, *_) = at(document).proposals
    correct(RASHID, document=document, text="غير ذلك.", reason="خطأ", version=1)
    with pytest.raises(Conflict) as conflict:
        reject(RASHID, proposal=first.public_id, reason="لا", version=first.version)
    assert conflict.value.code == "unread"
    assert [e.public_id for e in unread(RASHID).entries] == [document]
    assert at(document).proposals == ()


@plainly
@pytest.mark.parametrize("make", [make_read_document, make_document])
def test_the_reader_reads_before_anything_is_locked(make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from mithaq.proposals import operations  # noqa: PLC0415  the module, to watch its step

    real: Any = vars(operations)["read_text"]
    writing: list[bool] = []

    def watched(*given: Any) -> Any:
        visit = current_visit()
        writing.append(visit is not None and visit.writing)
        return real(*given)

    monkeypatch.setattr(operations, "read_text", watched)
    document = make(RASHID, TEXT)
    read_document(RASHID, document=document)
    assert writing
    assert not any(writing)


def test_a_text_corrected_while_it_was_read_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_document(RASHID, TEXT)
    from mithaq.proposals import operations  # noqa: PLC0415  the module, to come between its two steps

    real: Any = vars(operations)["read_text"]

    def slow(*given: Any) -> Any:
        correct(RASHID, document=document, text="غير ذلك.", reason="خطأ", version=1)
        return real(*given)

    monkeypatch.setattr(operations, "read_text", slow)
    with pytest.raises(Conflict):
        read_document(RASHID, document=document)


@plainly
def test_the_queue_is_newest_first_and_ends_when_all_is_decided() -> None:
    documents = []
    for n in range(3):
        with clock.stopped_at(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n)):
            documents.append(make_read_document(RASHID, f"{TEXT} {n}", "QAT", "SEC"))
    make_read_document(BADER, TEXT, "KWT")
    assert [(w.entry.public_id, w.waiting, w.decided) for w in queue(LAYLA).entries] == [
        (document, 3, 0) for document in reversed(documents)
    ]
    for proposal in at(documents[1]).proposals:
        reject(RASHID, proposal=proposal.public_id, reason="لا", version=1)
    assert [w.entry.public_id for w in queue(LAYLA).entries] == [documents[2], documents[0]]
    assert [w.entry.public_id for w in queue(LAYLA, after=documents[2]).entries] == [documents[0]]
    with pytest.raises(Absent):
        queue(BADER, after=documents[2])
    with acting_as(LAYLA):
        assert Tally.objects.get(document__public_id=documents[1]).decided == 3
