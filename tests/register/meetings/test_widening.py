"""A meeting is released to more parties: who sees what then, what stays behind, how it is found, who is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail

from mithaq.access.models import JournalLine
from mithaq.access.viewer import Viewer, system
from mithaq.archive.reads import search
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.meetings import operations, reads
from mithaq.register.meetings.reads import MeetingPage, Widening
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM, account
from tests.make import make_document, make_invitation, make_parties, make_planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
AMONG: dict[str, Any] = {"level": "OFFICIAL", "audience": ["QAT", "SEC"], "date": "2026-12-14"}
WHY = "Kuwait hosts the next one"


@pytest.fixture
def house() -> Iterator[None]:
    make_parties()
    operations.add_series(LAYLA, code="icg", name_ar="المجموعة الاستشارية", name_en="Advisory Group")
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def meeting(house: None) -> str:
    """A meeting of Qatar and the secretariat."""
    return make_planned(**AMONG, title_en="Energy security", note_en="Bring the map.")


def page(meeting: str, viewer: Viewer = LAYLA) -> MeetingPage:
    return reads.meeting_page(viewer, meeting=meeting)


def widened(meeting: str, *parties: str, viewer: Viewer = LAYLA, **fields: Any) -> None:
    given = {"version": page(meeting).version, "reason": WHY, **fields}
    operations.widen_meeting(viewer, meeting=meeting, parties=parties or ("KWT",), **given)


def look(meeting: str, *parties: str, viewer: Viewer = LAYLA) -> Widening:
    return reads.widening(viewer, meeting=meeting, parties=",".join(parties or ("KWT",)))


def absent(viewer: Viewer, meeting: str) -> None:
    with pytest.raises(Absent):
        page(meeting, viewer)


def test_those_who_were_added_see_it_with_its_agenda_and_who_is_invited(meeting: str) -> None:
    operations.add_item(LAYLA, meeting=meeting, title_en="The grid")
    make_invitation(meeting)
    absent(BADER, meeting)
    widened(meeting)
    found = page(meeting, BADER)
    assert (found.row.title.en, found.note.en) == ("Energy security", "Bring the map.")
    assert [item.title.en for item in found.agenda] == ["The grid"]
    assert [(one.party, one.reply) for one in found.delegations] == [("QAT", "none")]
    assert found.seen.audience == ("KWT", "QAT", "SEC")
    absent(SALIM, meeting)
    absent(PUBLIC, meeting)
    make_invitation(meeting, "KWT")


def test_the_journal_tells_who_and_why_and_the_history_before_stays_with_those_who_saw_it(meeting: str) -> None:
    operations.describe_meeting(LAYLA, meeting=meeting, version=1, city_en="Doha")
    before = page(meeting).row.ref
    widened(meeting)
    (line,) = page(meeting, BADER).history
    assert (line.operation, line.reason, line.changes) == ("meetings.widen", WHY, {"parties": [None, "KWT"]})
    told = page(meeting, RASHID).history
    assert [one.operation for one in told] == [
        "meetings.widen",
        "meetings.renumber",
        "meetings.describe",
        "meetings.plan",
    ]
    assert told[1].changes == {"reference": [before, page(meeting).row.ref]}


def test_the_new_reference_counts_what_the_new_readers_see_and_the_old_one_still_finds_it(meeting: str) -> None:
    other = make_planned(**AMONG)
    before = page(other).row.ref
    assert before.endswith("-002")
    widened(other)
    after = page(other).row.ref
    assert after.endswith("-001")
    assert after.split("-")[2] != before.split("-")[2]
    for viewer in (LAYLA, RASHID):
        assert page(before, viewer).row.public_id == other
        assert [hit.thing for hit in search(viewer, q=before).hits][:1] == [other]
    absent(BADER, before)
    assert search(BADER, q=before).hits == ()
    assert page(after, BADER).row.public_id == other
    assert search(BADER, q="energy").hits == ()  # of the other one
    assert [hit.thing for hit in search(BADER, q="Advisory").hits] == [other]


def test_names_on_a_released_list_wait_for_another_approval(meeting: str) -> None:
    invitation = make_invitation(meeting)
    operations.name_participant(
        RASHID, invitation=invitation, name_en="Noura Al Kuwari", function_en="Head", heads=True
    )
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    assert look(meeting).names == 1
    widened(meeting)
    assert page(meeting, BADER).delegations[0].participants == ()
    assert [one.name.en for one in page(meeting, RASHID).delegations[0].participants] == ["Noura Al Kuwari"]
    (own,) = page(meeting, RASHID).delegations
    operations.approve_delegation(RASHID, invitation=invitation, version=own.version)
    assert [one.name.en for one in page(meeting, BADER).delegations[0].participants] == ["Noura Al Kuwari"]


def test_the_words_of_an_answer_stay_in_the_history(meeting: str) -> None:
    invitation = make_invitation(meeting)
    operations.reply(
        RASHID, invitation=invitation, version=1, reply="tentative", reply_words="If the minister is free."
    )
    assert look(meeting).words == 1
    widened(meeting)
    (shown,) = page(meeting, BADER).delegations
    assert (shown.reply, shown.reply_words) == ("tentative", "")
    assert not any("minister" in str(line.changes) for line in page(meeting, BADER).history)
    assert any("If the minister is free." in str(line.changes) for line in page(meeting, RASHID).history)


def test_a_paper_is_seen_by_those_who_may_see_both(meeting: str) -> None:
    operations.add_item(LAYLA, meeting=meeting, title_en="The grid")
    (item,) = page(meeting).agenda
    open_, close = (make_document(LAYLA, text, *audience, level="OFFICIAL") for text, audience in PAPERS)
    for document in (open_, close):
        operations.attach_paper(LAYLA, item=item.public_id, document=document)
    operations.attach(LAYLA, meeting=meeting, document=open_)
    told = look(meeting)
    assert (told.items, told.papers, told.papers_kept) == (1, 2, 1)
    widened(meeting)
    found = page(meeting, BADER)
    assert [paper.document for paper in found.papers] == [open_]
    assert [paper.document for paper in found.agenda[0].papers] == [open_]
    assert {paper.document for paper in page(meeting, RASHID).agenda[0].papers} == {open_, close}


PAPERS = (
    ("Words for all who work on it.", ("QAT", "KWT", "SEC")),
    ("Words for the two of us.", ("QAT", "SEC")),
)


def test_those_who_are_invited_are_told_and_feeds_follow(
    meeting: str, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    make_invitation(meeting)
    for viewer in (RASHID, BADER, HESSA):
        account(viewer)
    assert reads.feed_calendar(BADER).entries == ()
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        widened(meeting)
    told = {address for message in mail.outbox for address in message.to}
    assert "rashid@example.org" in told
    assert "bader@example.org" not in told
    assert page(meeting).sequence == 1
    (entry,) = reads.feed_calendar(BADER).entries
    assert page(meeting).row.ref in entry.words.replace("\u200e", "")


def test_the_look_at_it_changes_nothing_and_says_what_stands_against_it(meeting: str) -> None:
    told = look(meeting)
    assert ([one.code for one in told.adds], [one.code for one in told.sees]) == (["KWT"], ["QAT", "SEC"])
    assert "KWT" in [one.code for one in told.could]
    assert told.problem == ""
    for code in ("QAT", "XYZ"):
        assert code in look(meeting, code).problem
    assert look(make_planned(date="2026-12-20")).could == ()
    absent(BADER, meeting)
    for viewer in (RASHID, BADER, SALIM, PUBLIC):
        with pytest.raises(Refused):
            look(meeting, viewer=viewer)


@pytest.mark.parametrize(
    ("parties", "code"),
    [(("QAT",), "sees_it"), (("XYZ",), "unknown_party"), (("KWT", "KWT"), "twice"), (("KWT", "QAT"), "sees_it")],
)
def test_bad_input_is_said_and_nothing_has_happened(meeting: str, parties: tuple[str, ...], code: str) -> None:
    with pytest.raises(Invalid) as said:
        widened(meeting, *parties)
    assert said.value.errors["parties"][0]["code"] == code
    assert (page(meeting).seen.audience, page(meeting).version) == (("QAT", "SEC"), 1)


def test_a_reason_is_needed_and_a_stale_page_is_a_conflict(meeting: str) -> None:
    with pytest.raises(Invalid) as said:
        widened(meeting, reason="")
    assert set(said.value.errors) == {"reason"}
    with pytest.raises(Conflict):
        widened(meeting, version=7)
    with system("test"):
        assert not JournalLine.objects.filter(operation__in=("meetings.widen", "meetings.renumber")).exists()
    absent(BADER, meeting)


def test_what_everybody_sees_cannot_be_released_to_more() -> None:
    with pytest.raises(Problem) as said:
        widened(make_planned(date="2026-12-14"))
    assert said.value.code == "public"


def test_it_is_not_released_beyond_the_meeting_on_whose_margins_it_is_held(meeting: str) -> None:
    talk = make_planned("bilateral", **AMONG, margins_of=meeting)
    with pytest.raises(Problem) as said:
        widened(talk)
    assert said.value.code == "margins_narrower"
    assert look(talk).problem
    widened(meeting)
    widened(talk)
    assert [one.public_id for one in page(meeting, BADER).on_margins] == [talk]


def test_it_is_not_released_beyond_the_document_that_it_rests_on() -> None:
    document = make_document(LAYLA, "The Advisory Group met in Doha.", "QAT", "SEC", level="OFFICIAL")
    held: dict[str, Any] = {"level": "OFFICIAL", "audience": ["QAT", "SEC"], "date": "2026-05-04"}
    meeting = operations.add_meeting(LAYLA, series="icg", document=document, sentence=1, **held).public_id
    with pytest.raises(Problem) as said:
        widened(meeting)
    assert said.value.code == "source_narrower"
    absent(BADER, meeting)


@pytest.mark.parametrize("viewer", [RASHID, HESSA, SALIM, PUBLIC], ids=lambda viewer: viewer.account)
def test_a_mission_releases_nothing(meeting: str, viewer: Viewer) -> None:
    with pytest.raises(Refused):
        widened(meeting, viewer=viewer)


def test_twice_in_a_row_each_time_with_a_reference_of_its_own(meeting: str) -> None:
    refs = [page(meeting).row.ref]
    for party in ("KWT", "OMN"):
        widened(meeting, party)
        refs.append(page(meeting).row.ref)
    assert len(set(refs)) == 3
    assert [page(ref).row.public_id for ref in refs] == [meeting] * 3
    assert page(refs[1], BADER).row.public_id == meeting
    absent(SALIM, refs[1])
    absent(BADER, refs[0])
