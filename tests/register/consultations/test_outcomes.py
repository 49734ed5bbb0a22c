"""Outcomes of meetings: recorded with speaker and sentence, what becomes of them, and what the reader found besides."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.commitments.reads import commitment_list, commitment_page
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings.operations import attach
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_document, make_person, make_tenure
from tests.register.consultations.table import (
    ALL,
    agenda,
    begin,
    items,
    make_circulated,
    make_speech,
    make_table,
    write,
)
from tests.register.counting import counted
from tests.register.proposing import COMMITMENT, accept, propose

COUNT = count()
SENTENCES = {"decision": (4, "أن يُعقد مرتين في السنة"), "commitment": (6, "بتقييم كل دورة تُعقد فيها")}


def record(meeting: str, kind: str = "decision", viewer: Viewer = LAYLA, **fields: Any) -> str:
    """Record an outcome, out of the speech if no other place is named; its id."""
    number, words = SENTENCES.get(kind, SENTENCES["decision"])
    given: dict[str, Any] = {"words": words, "by": ["QAT"], **fields}
    if "minutes_item" not in given and "document" not in given:
        given |= {"document": make_speech(f"كُتب {next(COUNT)}."), "sentence": number}
    return operations.record_outcome(viewer, meeting=meeting, kind=kind, **given).public_id


def shown(meeting: str, viewer: Viewer = LAYLA) -> tuple[reads.OutcomeRow, ...]:
    """All outcomes of a meeting, item by item."""
    found = reads.meeting_outcomes(viewer, meeting=meeting)
    return (*(row for point in found.points for row in point.outcomes), *found.others)


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        ("proposal", "proposal"),
        ("recommendation", "recommendation"),
        ("decision", "decision"),
        ("commitment", "pledge"),
    ],
)
def test_what_is_to_be_done_stands_in_the_register_with_the_same_sentence(kind: str, becomes: str) -> None:
    meeting = make_table()
    record(meeting, kind, item=agenda(meeting)[1], areas=["training_education"], addressees=["KWT"], title_en="Short")
    (row,) = shown(meeting, RASHID)
    assert row.commitment is not None
    assert row.cited is not None
    made = commitment_page(RASHID, commitment=row.commitment.public_id).row
    assert (made.kind, made.words, made.by, made.addressees, made.areas) == (
        becomes,
        row.words,
        ("QAT",),
        ("KWT",),
        ("training_education",),
    )
    assert made.cited is not None
    assert (made.cited.quote, made.said_on, made.seen.audience) == (
        row.cited.quote,
        "2026-03-10",
        ("KWT", "QAT", "SEC"),
    )
    assert made.meeting is not None
    assert made.meeting.public_id == meeting
    assert reads.meeting_outcomes(LAYLA, meeting=meeting).points[1].outcomes == (row,)


def test_the_speaker_is_a_person_in_the_post_of_that_day() -> None:
    person = make_person("Salem Al-Mamari", "سالم المعمري")
    make_tenure(person, "Head of mission", since="2020")
    meeting = make_table()
    record(meeting, by=[], speaker=person)
    (row,) = shown(meeting)
    assert (row.speaker.name.en, row.speaker.post.en, row.by) == ("Salem Al-Mamari", "Head of mission", ("QAT",))
    assert row.commitment is not None
    assert row.commitment.speaker.person == person


def test_an_idea_is_filed_for_the_party_that_had_it() -> None:
    meeting = make_table()
    record(meeting, "idea", by=["KWT"], title_ar="سجل للمدرّبين")
    (row,) = shown(meeting)
    assert row.idea is not None
    idea = reads.idea_page(BADER, idea=row.idea.public_id)
    assert (idea.row.party, idea.row.title.ar, idea.row.state, idea.text.ar) == (
        "KWT",
        "سجل للمدرّبين",
        "filed",
        row.words,
    )
    assert idea.cited is not None
    assert idea.meeting is not None
    assert row.commitment is None


def test_a_statement_on_an_issue_is_a_position() -> None:
    issue = operations.add_issue(LAYLA, level="OFFICIAL", audience=ALL, title_ar="وتيرة الحوار").public_id
    meeting = make_table()
    record(meeting, "statement", issue=issue, stance="reserve")
    record(meeting, "statement")
    first, second = shown(meeting)
    assert first.position is not None
    assert (first.position.public_id, first.position.state) == (issue, "reserve")
    assert second.position is None
    (held,) = reads.issue_page(RASHID, issue=issue).stood
    assert (held.party, held.positions[0].stance, held.positions[0].said_on) == ("QAT", "reserve", "2026-03-10")


def test_words_of_the_minutes_are_a_source_too() -> None:
    meeting = make_table()
    minutes = make_circulated(meeting, "قرّر الاجتماع أن يُعقد مرتين في السنة.")
    item = items(minutes)[0].public_id
    record(meeting, minutes_item=item, item=agenda(meeting)[0])
    (row,) = shown(meeting, RASHID)
    assert row.minuted is not None
    assert (row.minuted.minutes, row.minuted.item, row.cited) == (minutes, item, None)
    assert row.commitment is not None
    assert row.commitment.source == "محضر M-2026-" + row.commitment.source.split("M-2026-")[1]
    assert row.commitment.source.endswith("الحوار السياسي")
    with pytest.raises(Invalid) as said:
        record(meeting, minutes_item=item, words="ما لم يُقل")
    assert set(said.value.errors) == {"words"}


def test_nothing_rests_on_a_draft() -> None:
    meeting = make_table()
    minutes = begin(meeting)
    write(minutes, 0, SENTENCES["decision"][1])
    with pytest.raises(Problem, match="Circulate"):
        record(meeting, minutes_item=items(minutes)[0].public_id)


def test_the_words_stand_in_the_sentence_or_are_refused() -> None:
    meeting = make_table()
    wrong: list[dict[str, Any]] = [{"words": "ما لم يُقل"}, {"document": make_speech(), "sentence": 99}]
    for bad in wrong:
        with pytest.raises(Invalid):
            record(meeting, **{"sentence": 4, "document": make_speech("كُتب."), **bad})
    assert shown(meeting) == ()
    assert commitment_list(LAYLA).entries == ()


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"by": []}, "by"),
        ({"by": ["XYZ"]}, "by"),
        ({"document": "d", "minutes_item": "m"}, "document"),
        ({"document": "", "minutes_item": ""}, "document"),
        ({"document": "d", "sentence": None}, "sentence"),
        ({"issue": "i", "stance": "support"}, "issue"),
        ({"kind": "statement", "issue": "i"}, "stance"),
        ({"kind": "statement", "issue": "i", "stance": "support", "by": ["QAT", "KWT"]}, "by"),
        ({"kind": "promise"}, "kind"),
        ({"words": ""}, "words"),
    ],
)
def test_what_does_not_fit_is_said_by_field(bad: dict[str, Any], field: str) -> None:
    given = {"meeting": make_table(), "kind": "decision", "words": "x", "by": ["QAT"], "document": "d", "sentence": 1}
    with pytest.raises(Invalid) as said:
        operations.record_outcome(LAYLA, **{**given, **bad})
    assert set(said.value.errors) == {field}


def test_who_may_record_is_said_by_the_role_at_that_meeting() -> None:
    meeting = make_table(roles={"QAT": "member", "KWT": "observer"})
    record(meeting, viewer=HESSA)
    with pytest.raises(Refused, match="role"):
        record(meeting, "commitment", viewer=BADER)
    for viewer in (SALIM, PUBLIC):
        with pytest.raises(Refused):
            operations.record_outcome(viewer, meeting=meeting, kind="decision", words="x", by=["QAT"])
    assert [reads.meeting_outcomes(v, meeting=meeting).may for v in (HESSA, BADER)] == [
        ("outcomes.record", "outcomes.place"),
        (),
    ]


def test_hidden_meetings_and_items_are_absent() -> None:
    hidden = make_table(audience=("KWT", "SEC"), roles={"KWT": "member"})
    other = agenda(make_table(date="2026-05-10", ordinal=2))[0]
    for asked in ({"meeting": hidden}, {"meeting": "nothing"}):
        with pytest.raises(Absent):
            record(**asked, viewer=HESSA, document="x", sentence=1)
        with pytest.raises(Absent):
            reads.meeting_outcomes(HESSA, **asked)
    with pytest.raises(Absent):
        record(hidden, item=other)


def test_seen_by_those_who_may_see_both_the_meeting_and_the_document() -> None:
    meeting = make_table()
    secret = make_document(LAYLA, "قرّر الاجتماع أن يُعقد مرتين في السنة.", "KWT", "SEC", level="RESTRICTED")
    record(meeting, document=secret, sentence=1)
    assert shown(meeting, HESSA) == ()
    (row,) = shown(meeting, BADER)
    assert (row.seen.level, row.seen.audience) == ("RESTRICTED", ("KWT", "SEC"))


def read_and_accepted(meeting: str) -> tuple[str, str]:
    """A document that belongs to the meeting, read, and its commitment accepted: their ids."""
    document = propose(COMMITMENT)
    attach(LAYLA, meeting=meeting, document=document)
    return document, accept(document)


def test_what_was_read_in_its_papers_and_accepted_is_among_them_without_a_second_entry() -> None:
    meeting = make_table()
    _, commitment = read_and_accepted(meeting)
    (row,) = shown(meeting)
    assert row.commitment is not None
    assert (row.public_id, row.commitment.public_id, row.kind, row.words) == (
        "",
        commitment,
        "call",
        row.commitment.words,
    )
    assert row.item == agenda(meeting)[1]
    assert len(commitment_list(LAYLA).entries) == 1


def test_what_was_read_is_put_under_another_item_and_stays_one() -> None:
    meeting = make_table()
    _, commitment = read_and_accepted(meeting)
    for item in (agenda(meeting)[0], ""):
        operations.place_outcome(LAYLA, meeting=meeting, commitment=commitment, item=item)
        (row,) = shown(meeting)
        assert row.item == item
        assert row.kind == "call"
    with pytest.raises(Absent):
        operations.place_outcome(LAYLA, meeting=meeting, commitment=make_commitment())


def test_what_was_recorded_is_put_under_another_item() -> None:
    meeting = make_table()
    outcome = record(meeting, item=agenda(meeting)[0])
    operations.place_outcome(HESSA, meeting=meeting, outcome=outcome, item=agenda(meeting)[1])
    assert shown(meeting)[0].item == agenda(meeting)[1]
    other = make_table(date="2026-05-10", ordinal=2)
    for bad in ({"meeting": other, "outcome": outcome}, {"meeting": meeting, "outcome": "nothing"}):
        with pytest.raises(Absent):
            operations.place_outcome(LAYLA, **bad)
    with pytest.raises(Invalid):
        operations.place_outcome(LAYLA, meeting=meeting)


def test_items_pull_in_the_open_commitments_of_their_areas_or_those_of_the_series() -> None:
    earlier = make_table(date="2025-03-10", ordinal=None)
    meeting = make_table({"title_en": "Training", "areas": ("training_education",)}, {"title_en": "Any"})
    given: dict[str, Any] = {"level": "OFFICIAL", "audience": ALL}
    soon = make_commitment("تقييم الدورات", areas=["training_education"], due="2026-12-01", **given)
    late = make_commitment("تدريب المدرّبين", areas=["training_education"], **given)
    before = make_commitment("زيادة الحوار", meeting=earlier, **given)
    points = reads.meeting_outcomes(RASHID, meeting=meeting).points
    assert [[row.public_id for row in point.pulled] for point in points] == [[soon, late], [before]]


def test_as_many_queries_for_three_as_for_one() -> None:
    meeting = make_table()
    record(meeting, item=agenda(meeting)[0])
    read_and_accepted(meeting)
    make_commitment(areas=["training_education"], level="OFFICIAL", audience=ALL)
    once = counted(lambda: reads.meeting_outcomes(RASHID, meeting=meeting))
    for _ in range(2):
        record(meeting, "commitment", item=agenda(meeting)[1])
    assert counted(lambda: reads.meeting_outcomes(RASHID, meeting=meeting)) == once
