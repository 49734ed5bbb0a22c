"""From proposals to records: what becomes of what was read, one by one and together, and how it is taken back."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import acting_as
from mithaq.archive.operations import correct
from mithaq.archive.reads import document_page
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.core.words import Bilingual
from mithaq.proposals.operations import read_document, reject
from mithaq.proposals.reads import reader
from mithaq.register.commitments import operations, reads
from mithaq.register.commitments.models import Commitment
from mithaq.register.meetings import reads as meetings
from mithaq.register.meetings.operations import accept_meeting
from mithaq.register.parties import operations as parties
from mithaq.register.parties import reads as people
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_meeting, make_person, make_proposals, make_tenure
from tests.register.proposing import (
    CALL,
    COMMITMENT,
    FIGURE,
    MEETING,
    PERSON,
    SECOND,
    SPEAKS_AGAIN,
    TEXT,
    accept,
    proposals,
    propose,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> None:
    kept(make_house)


def test_accepted_as_read_it_cites_the_words_under_the_label_of_the_document() -> None:
    document = propose()
    page = reads.commitment_page(HESSA, commitment=accept(document))
    row = page.row
    assert (row.kind, row.words, row.areas, row.addressees) == ("call", CALL, ("training_education",), ("NATO",))
    assert (page.due_words, row.due, row.said_on, row.state) == ("2017", "2017-12-31", "2016-11-22", "proposed")
    assert (row.seen.level, row.seen.audience) == ("RESTRICTED", ("KWT", "QAT", "SEC"))
    assert row.cited is not None
    assert (row.cited.document, row.cited.number, row.cited.quote) == (document, 2, CALL)
    assert page.passage is not None
    assert page.passage.before.endswith("قطر إلى ")
    assert (
        page.passage.before + page.passage.quote + page.passage.after
        == document_page(HESSA, document=document).sentences[1].text
    )
    assert [(p.state, p.thing) for p in proposals(document)] == [("accepted", row.public_id)]


def test_what_is_sent_amends_what_was_read() -> None:
    document = propose()
    made = accept(
        document, kind="request", areas=["political_dialogue"], title_en="Evaluation", words="إيجاد آلية مناسبة"
    )
    row = reads.commitment_page(LAYLA, commitment=made).row
    assert (row.kind, row.areas, row.title.en, row.words) == (
        "request",
        ("political_dialogue",),
        "Evaluation",
        "إيجاد آلية مناسبة",
    )
    assert row.cited is not None
    assert row.cited.quote == row.words
    (entry,) = proposals(document)
    assert (entry.state, entry.fields["type"]) == ("amended", "call")


def test_names_and_dates_added_amend_nothing() -> None:
    document = propose()
    accept(document, title_en="Evaluation", translation="A mechanism", due="2017-06-30", owner="QAT", focal="rashid")
    assert proposals(document)[0].state == "accepted"


def test_sent_as_they_were_read_they_amend_nothing() -> None:
    document = propose()
    accept(document, kind="call", words=CALL, areas=["training_education"], addressees=["NATO"], said_on="2016-11-22")
    assert proposals(document)[0].state == "accepted"


def test_emptied_is_not_left_out() -> None:
    document = propose()
    row = reads.commitment_page(LAYLA, commitment=accept(document, areas="", addressees="")).row
    assert (row.areas, row.addressees, proposals(document)[0].state) == ((), (), "amended")


def test_words_that_do_not_stand_in_the_document_are_refused() -> None:
    with pytest.raises(Invalid) as said:
        accept(propose(), words="إيجاد آلية مثالية")
    assert said.value.errors["words"][0]["code"] == "quote"


def test_the_speaker_is_known_by_another_writing_in_the_post_of_that_day() -> None:
    person = make_person("Salem Al-Mamari", "سالم بن علي المعمري", "سالم المعمري")
    make_tenure(person, "Director", since="2010", until="2013")
    make_tenure(person, "Head of mission", since="2014")
    row = reads.commitment_page(HESSA, commitment=accept(propose())).row
    assert (row.speaker.person, row.speaker.post.en, row.speaker.words) == (person, "Head of mission", "سالم المعمري")
    assert row.by == ("QAT",)


def test_who_may_be_two_people_is_nobody_yet() -> None:
    make_person("Salem Al-Mamari", "سالم المعمري")
    make_person("Salem Mamari", "سالم المعمري")
    row = reads.commitment_page(HESSA, commitment=accept(propose())).row
    assert (row.speaker.person, row.speaker.words) == ("", "سالم المعمري")


def test_a_person_that_not_all_who_see_the_record_may_see_is_not_made_use_of() -> None:
    person = make_person("Salem Al-Mamari", "سالم المعمري", level="RESTRICTED", audience=["KWT"])
    make_person("Salem Al-Mamari", "سالم المعمري", level="CONFIDENTIAL", audience=["QAT"])
    row = reads.commitment_page(LAYLA, commitment=accept(propose())).row
    assert row.speaker.person == ""
    only_kuwait = make_proposals(LAYLA, TEXT, COMMITMENT, audience=("KWT", "SEC"), published="2016-11-22")
    assert reads.commitment_page(LAYLA, commitment=accept(only_kuwait)).row.speaker.person == person


def test_it_was_said_at_the_meeting_that_the_document_reports() -> None:
    document = propose(MEETING, COMMITMENT)
    meeting = proposals(document)[0]
    made = accept_meeting(LAYLA, proposal=meeting.public_id, version=meeting.version).public_id
    row = reads.commitment_page(HESSA, commitment=accept(document, number=2)).row
    assert row.meeting is not None
    assert (row.meeting.public_id, row.meeting.city, row.said_on) == (made, Bilingual("الدوحة", "Doha"), "2016-11-20")


def test_a_meeting_long_before_the_document_is_no_place_where_it_was_said() -> None:
    document = propose({**MEETING, "date": "2004-06-28", "ordinal": None}, COMMITMENT)
    entry = proposals(document)[0]
    made = accept_meeting(LAYLA, proposal=entry.public_id, version=entry.version).public_id
    row = reads.commitment_page(HESSA, commitment=accept(document, number=2)).row
    assert (row.meeting, row.said_on) == (None, "2016-11-22")
    assert meetings.meeting_page(HESSA, meeting=made).papers == ()


def test_a_meeting_known_already_gets_one_more_paper() -> None:
    known = make_meeting(ordinal=3, date="2016-11-20")
    document = propose(MEETING)
    entry = proposals(document)[0]
    assert accept_meeting(LAYLA, proposal=entry.public_id, version=entry.version).public_id == known
    assert [paper.document for paper in meetings.meeting_page(HESSA, meeting=known).papers] == [document]


def test_somebody_new_holds_the_post_that_was_read() -> None:
    entry = proposals(propose(PERSON))[0]
    made = parties.accept_person(
        HESSA, proposal=entry.public_id, version=entry.version, name_en="Salem Al-Mamari"
    ).public_id
    page = people.person_page(RASHID, person=made)
    assert (page.name.ar, page.name.en, page.seen.audience) == (
        "سالم المعمري",
        "Salem Al-Mamari",
        ("KWT", "QAT", "SEC"),
    )
    (tenure,) = page.held
    assert (tenure.title.ar, tenure.party, tenure.seen_on) == ("رئيس بعثة قطر", "QAT", "2016-11-22")
    assert tenure.source.endswith(", 2")


def test_somebody_known_gets_no_second_record() -> None:
    known = make_person("Salem Al-Mamari", "سالم بن علي المعمري")
    make_tenure(known, "رئيس بعثة قطر", since="2014")
    entry = proposals(propose(PERSON))[0]
    made = parties.accept_person(LAYLA, proposal=entry.public_id, version=entry.version, person=known).public_id
    page = people.person_page(LAYLA, person=made)
    assert (made, page.aliases, len(page.held)) == (known, ("سالم المعمري",), 1)


def test_a_figure_with_its_comparator_and_day() -> None:
    entry = proposals(propose(FIGURE))[0]
    parties.accept_figure(LAYLA, proposal=entry.public_id, version=entry.version, party="QAT")
    (figure,) = people.figures(HESSA).entries
    assert (figure.comparator, figure.value, figure.unit, figure.as_of) == (">", "24", "متدرب", "2016-11-22")
    assert figure.cited is not None
    assert figure.cited.quote == FIGURE["quote"]
    assert proposals(figure.cited.document)[0].state == "amended"


def test_a_colleague_decides_and_another_party_sees_nothing_of_it() -> None:
    document = make_proposals(RASHID, TEXT, COMMITMENT, audience=("QAT",))
    made = accept(document, HESSA)
    for viewer in (BADER, LAYLA):
        with pytest.raises(Absent):
            reads.commitment_page(viewer, commitment=made)
        with pytest.raises(Absent):
            operations.accept_commitment(viewer, proposal=proposals(document, HESSA)[0].public_id, version=1)


def test_an_observer_accepts_nothing() -> None:
    document = propose(level="PUBLIC")
    with pytest.raises(Refused):
        accept(document, SALIM)


def test_accepted_once_and_at_the_version_that_was_looked_at() -> None:
    document = propose()
    entry = proposals(document)[0]
    with pytest.raises(Conflict):
        operations.accept_commitment(LAYLA, proposal=entry.public_id, version=entry.version + 1)
    accept(document)
    with pytest.raises(Conflict):
        operations.accept_commitment(LAYLA, proposal=entry.public_id, version=entry.version)


def test_a_meeting_is_not_accepted_as_a_commitment() -> None:
    with pytest.raises(Absent):
        accept(propose(MEETING))


def test_all_kinds_together_find_each_other() -> None:
    document = propose(MEETING, PERSON, COMMITMENT, SPEAKS_AGAIN, FIGURE)
    ids = tuple(entry.public_id for entry in proposals(document))
    preview = reads.preview_many(LAYLA, document=document, proposals=",".join(ids))
    assert [entry.kind for entry in preview.entries] == ["meeting", "person", "figure", "commitment", "commitment"]
    operations.accept_many(LAYLA, document=document, proposals=ids)
    rows = reads.commitment_list(HESSA).entries
    assert {row.words for row in rows} == {CALL, SECOND}
    for row in rows:
        assert row.meeting is not None
        assert (row.speaker.name.ar, row.speaker.post.ar, row.by) == ("سالم المعمري", "رئيس بعثة قطر", ("QAT",))
    assert {line.operation for row in rows for line in reads.commitment_history(HESSA, commitment=row.public_id)} == {
        "commitments.accept"
    }


def test_all_or_none() -> None:
    document = propose(COMMITMENT, MEETING)
    first, second = proposals(document)
    reject(LAYLA, proposal=first.public_id, reason="Not a meeting", version=first.version)
    with pytest.raises(Problem, match="1"):
        operations.accept_many(LAYLA, document=document, proposals=(first.public_id, second.public_id))
    assert reads.commitment_list(LAYLA).entries == ()


def test_a_preview_writes_nothing_and_says_what_is_in_the_way() -> None:
    document = propose(MEETING, COMMITMENT, SPEAKS_AGAIN)
    accept(document, number=2)
    preview = reads.preview_many(LAYLA, document=document, proposals=",".join(p.public_id for p in proposals(document)))
    assert [entry.problem for entry in preview.entries] == ["", "decided", ""]
    assert preview.entries[2].becomes["due_words"] == ""
    assert [entry.kind for entry in reads.preview_many(LAYLA, document=document).entries] == ["meeting", "commitment"]
    assert len(reads.commitment_list(LAYLA).entries) == 1


@pytest.mark.parametrize("found", [COMMITMENT, MEETING, PERSON, FIGURE])
def test_taken_back_the_record_is_gone_and_the_proposal_waits_as_it_was_read(found: dict[str, Any]) -> None:
    document = propose(found)
    (before,) = proposals(document)
    operations.accept_many(LAYLA, document=document, proposals=(before.public_id,))
    (decided,) = proposals(document)
    operations.undo(LAYLA, proposal=decided.public_id, version=decided.version)
    (after,) = proposals(document)
    assert (after.state, after.fields, after.thing) == ("waiting", before.fields, "")
    gone = (reads.commitment_list, meetings.meeting_list, people.people, people.figures)
    assert [read(LAYLA).entries for read in gone] == [(), (), (), ()]


def test_a_rejection_is_taken_back_too() -> None:
    document = propose()
    entry = proposals(document)[0]
    reject(LAYLA, proposal=entry.public_id, reason="Not a call", version=entry.version)
    operations.undo(LAYLA, proposal=entry.public_id, version=entry.version + 1)
    assert proposals(document)[0].state == "waiting"


def test_what_something_rests_on_is_not_taken_back() -> None:
    document = propose()
    made = accept(document)
    operations.state_stand(BADER, commitment=made, stand="accept")
    entry = proposals(document)[0]
    with pytest.raises(Problem) as said:
        operations.undo(LAYLA, proposal=entry.public_id, version=entry.version)
    assert said.value.code == "in_use"
    assert reads.commitment_page(LAYLA, commitment=made).row.words == CALL


def test_only_what_was_decided_is_taken_back_at_the_version_looked_at() -> None:
    document = propose()
    entry = proposals(document)[0]
    for version in (entry.version, 7):
        with pytest.raises(Conflict):
            operations.undo(LAYLA, proposal=entry.public_id, version=version)
    with pytest.raises(Absent):
        operations.undo(LAYLA, proposal="nothing", version=1)
    with pytest.raises(Refused):
        operations.undo(SALIM, proposal=entry.public_id, version=1)


def test_a_corrected_text_reopens_and_accepting_again_brings_the_same_record_up_to_date() -> None:
    document = propose()
    made = accept(document, owner="QAT")
    entry = reader(LAYLA, document=document).entry
    correct(LAYLA, document=document, text=TEXT.replace("مناسبة", "ملائمة"), reason="A slip", version=entry.version)
    read_document(LAYLA, document=document)
    assert reads.commitment_page(LAYLA, commitment=made).source_changed
    again = next(p for p in proposals(document) if p.state == "reopened")
    with pytest.raises(Invalid):  # the words accepted before stand there no more
        operations.accept_commitment(LAYLA, proposal=again.public_id, version=again.version)
    words = CALL.replace("مناسبة", "ملائمة")
    same = operations.accept_commitment(LAYLA, proposal=again.public_id, version=again.version, words=words).public_id
    page = reads.commitment_page(LAYLA, commitment=made)
    assert (same, page.row.words, page.row.owner, page.source_changed) == (made, words, "QAT", False)
    assert page.row.cited is not None
    assert page.row.cited.edition == 2


def test_what_a_key_to_a_record_that_was_taken_back_leaves_behind() -> None:
    """A repeat that only Kuwait sees does not keep Qatar from taking its commitment back."""
    document = propose(level="PUBLIC")
    made = accept(document)
    given: dict[str, Any] = {"kind": "call", "source": "S", "level": "RESTRICTED", "audience": ["KWT"]}
    secret = operations.add_commitment(BADER, words=CALL, **given).public_id
    assert [repeat.likeness for repeat in reads.commitment_page(BADER, commitment=secret).repeats] == [100]
    entry = proposals(document, HESSA)[0]
    operations.undo(HESSA, proposal=entry.public_id, version=entry.version)
    assert reads.commitment_page(BADER, commitment=secret).repeats == ()
    with acting_as(BADER):
        assert not Commitment.objects.filter(public_id=made).exists()
