"""The memory of the table: what it holds, for whom, and as files to take along in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

import pytest
from docx import Document as WordFile

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.followup.memory_paper import memory_paper
from mithaq.followup.reads import TableMemory, table_memory
from mithaq.papers.page import page
from mithaq.papers.report import Bullets, Heading, Paper, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.register.commitments.operations import assign_commitment, change_state, relate
from mithaq.register.consultations import operations, reads
from mithaq.register.consultations.minutes_paper import minutes_paper
from mithaq.register.meetings.operations import attach
from mithaq.register.parties.operations import accept_figure
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_action, make_commitment, make_document, make_house, make_proposals
from tests.register.consultations.table import ALL, agenda, make_circulated, make_table
from tests.register.counting import counted
from tests.register.proposing import proposals

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
COUNT = count()


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    with clock.stopped_at(NOW):
        make_house()
        yield


def memory(meeting: str, viewer: Viewer = RASHID) -> TableMemory:
    return table_memory(viewer, meeting=meeting)


def record(meeting: str, words: str, kind: str = "recommendation", *audience: str, **fields: Any) -> str:
    """An outcome out of a document that is released to these parties; its commitment's id, if it became one."""
    document = make_document(LAYLA, f"قال السفير: {words}. كُتب {next(COUNT)}.", *(audience or ALL), level="OFFICIAL")
    given: dict[str, Any] = {"words": words, "by": ["QAT"], "document": document, "sentence": 1, **fields}
    operations.record_outcome(LAYLA, meeting=meeting, kind=kind, **given)
    rows = reads.meeting_outcomes(LAYLA, meeting=meeting).others
    commitments = [row.commitment.public_id for row in rows if row.commitment and row.words == words]
    return commitments[-1] if commitments else ""


@pytest.fixture
def series() -> dict[str, str]:
    """Two earlier meetings with what came of them, and the next one with its agenda."""
    first, second = (make_table(date=f"{year}-03-10", ordinal=n) for n, year in ((1, 2024), (2, 2025)))
    following = make_table(date="2026-12-10", ordinal=3)
    again = record(first, "إيجاد آلية لتقييم الدورات التدريبية")
    later = record(second, "إيجاد آلية لتقييم الدورات التدريبية سنوياً", areas=["training_education"])
    late = record(second, "تبادل المعلومات عن السفن", "commitment", by=["KWT"])
    relate(LAYLA, commitment=again, other=later, decision="same")
    assign_commitment(LAYLA, commitment=late, version=1, owner="KWT", due="2026-06-30", reason="x")
    change_state(LAYLA, commitment=again, state="agreed", reason="x", version=1)
    make_circulated(second, "شكر الحاضرون المضيف.", "Those present thanked the host.")
    issue = operations.add_issue(
        LAYLA, level="OFFICIAL", audience=ALL, title_ar="التقييم", title_en="Evaluation", areas=["training_education"]
    ).public_id
    operations.record_position(
        LAYLA, issue=issue, party="QAT", stance="support", words="نؤيد", source="محضر", said_on="2025"
    )
    text = "وأقيمت أكثر من 24 دورة في الكويت."
    papers = make_proposals(
        LAYLA,
        text,
        {"kind": "figure", "quote": "أكثر من 24 دورة", "value": 24, "unit": "دورة", "what": "دورات", "comparator": ">"},
        audience=ALL,
        level="OFFICIAL",
    )
    attach(LAYLA, meeting=second, document=papers)
    (found,) = proposals(papers)
    accept_figure(LAYLA, proposal=found.public_id, version=found.version)
    make_action(later, owner="QAT", due="2026-12-15", title_en="One test a course")
    return {"first": first, "second": second, "following": following, "again": again, "later": later, "late": late}


def test_it_tells_what_was_said_and_what_became_of_it(series: dict[str, str]) -> None:
    shown = memory(series["following"])
    assert [one.meeting.public_id for one in shown.remembered] == [series["second"], series["first"]]
    second, first = shown.remembered
    assert [row.commitment.public_id for row in second.outcomes if row.commitment] == [series["later"], series["late"]]
    assert [row.commitment.state for row in first.outcomes if row.commitment] == ["agreed"]
    assert (shown.counts, shown.late, shown.more) == ({"agreed": 1, "proposed": 2}, 1, False)
    assert second.minutes is not None
    assert first.minutes is None


def test_it_tells_what_is_said_again(series: dict[str, str]) -> None:
    (pair,) = memory(series["following"]).again
    assert (pair.earlier.public_id, pair.later.public_id, pair.decision) == (series["again"], series["later"], "same")
    assert pair.earlier_at is not None
    assert pair.later_at is not None
    assert (pair.earlier_at.ordinal, pair.later_at.ordinal) == (1, 2)


def test_it_tells_positions_figures_minutes_and_the_agenda(series: dict[str, str]) -> None:
    shown = memory(series["following"])
    assert [(issue.title.en, [one.party for one in issue.positions]) for issue in shown.issues] == [
        ("Evaluation", ["QAT"])
    ]
    assert [(row.value, row.comparator) for row in shown.figures] == [("24", ">")]
    assert shown.minutes is not None
    assert shown.minutes.meeting.ordinal == 2
    assert [item.text.en for item in shown.minuted] == ["Those present thanked the host."]
    assert [[row.public_id for row in point.pulled] for point in shown.agenda] == [[], [series["later"]]]


def test_open_items_are_those_of_the_own_party(series: dict[str, str]) -> None:
    mine, theirs = memory(series["following"]).own, memory(series["following"], BADER).own
    assert (mine.party, theirs.party) == ("QAT", "KWT")
    assert {row.public_id for row in mine.commitments} == {series["again"], series["later"]}
    assert [row.title.en for row in mine.actions] == ["One test a course"]
    assert [row.public_id for row in theirs.commitments] == [series["late"]]
    assert memory(series["following"], LAYLA).own.commitments == ()


def test_it_is_cut_for_its_reader(series: dict[str, str]) -> None:
    secret = make_table(date="2025-09-10", ordinal=None, audience=("KWT", "SEC"), roles={"KWT": "member"})
    before = memory(series["following"])
    record(secret, "أمر ثنائي سري", "decision", "KWT", "SEC")
    hidden = record(series["second"], "إيجاد آلية لتقييم الدورات التدريبية سراً", "decision", "KWT", "SEC")
    make_commitment("لقطر وحدها", "QAT", viewer=HESSA, by=["QAT"])
    assert memory(series["following"], BADER) != before
    assert {one.meeting.public_id for one in memory(series["following"], BADER).remembered} >= {secret}
    after = memory(series["following"])
    assert after.remembered == before.remembered
    assert (after.again, after.issues, after.counts) == (before.again, before.issues, before.counts)
    assert hidden not in str(after)
    assert before.seen.audience == ("KWT", "QAT", "SEC")
    assert after.seen.audience == ("QAT",)


def test_hidden_is_absent() -> None:
    hidden = make_table(audience=("KWT", "SEC"), roles={"KWT": "member"})
    for named in (hidden, "nothing"):
        for viewer in (RASHID, SALIM, PUBLIC):
            with pytest.raises(Absent):
                memory(named, viewer)


def test_a_first_meeting_has_nothing_to_remember_and_says_so() -> None:
    meeting = make_table()
    shown = memory(meeting)
    assert (shown.remembered, shown.again, shown.minutes) == ((), (), None)
    text = page(memory_paper(shown, "en")).decode()
    assert "No earlier meeting of this series was released to you." in text
    assert len(agenda(meeting)) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_as_a_paper_every_sentence_is_cited(series: dict[str, str], language: Any) -> None:
    paper = memory_paper(memory(series["following"]), language)
    assert paper.uncited == ()
    assert [source.number for source in paper.sources] == list(range(1, len(paper.sources) + 1))


def told(paper: Paper) -> list[str]:
    return [words_of(item) for block in paper.blocks if isinstance(block, Bullets) for item in block.items]


def test_the_paper_in_english(series: dict[str, str]) -> None:
    paper = memory_paper(memory(series["following"]), "en")
    assert paper.label == "Official: Party KWT, Party QAT, Party SEC"
    assert [b.text for b in paper.blocks if isinstance(b, Heading) and b.level == 1] == [
        "The agenda, with what is still open",
        "Open items of Party QAT",
        "Said again",
        "Where the parties stand",
        "The minutes of the meeting before",
        "Figures told in the papers of the series",
        "What was said at earlier meetings, and what came of it",
    ]
    lines = told(paper)
    assert any(
        re.match(
            r"Commitment: «تبادل المعلومات عن السفن» — Party KWT \(D-\S+, sentence 1\) C-\S+: Proposed \(0%\), 148 days late, Party KWT$",
            one,
        )
        for one in lines
    )
    assert any("The same call again" in one and "10 March 2024" in one for one in lines)
    assert "Party QAT: Supports, 2025. «نؤيد»" in lines


@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_are_made_of_it(series: dict[str, str], language: Any) -> None:
    paper = memory_paper(memory(series["following"]), language)
    text = page(paper).decode()
    assert "تبادل المعلومات عن السفن" in text
    assert not re.search(r"(?:src|href)=[\"'](?!#)", text)
    assert pdf(paper).startswith(b"%PDF")
    assert docx(paper).startswith(b"PK")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_minutes_of_the_series_as_files(series: dict[str, str], language: Any) -> None:
    make_circulated(make_table(date="2023-03-10", ordinal=None), "قيل أول مرة", "Said at first")
    shape = reads.series_minutes(RASHID, series="icg")
    paper = minutes_paper(shape, memory(series["following"]).parties, language)
    assert paper.uncited == ()
    text = page(paper).decode()
    said = (
        ("قيل أول مرة", "شكر الحاضرون المضيف")
        if language == "ar"
        else ("Said at first", "Those present thanked the host")
    )
    assert text.index(said[0]) < text.index(said[1])
    assert pdf(paper).startswith(b"%PDF")
    words = "\n".join(p.text for p in WordFile(BytesIO(docx(paper))).paragraphs)
    assert said[1] in words
    empty = minutes_paper(reads.series_minutes(SALIM, series="icg"), {}, language)
    assert empty.uncited == ()


def test_as_many_queries_for_a_long_series_as_for_a_short_one(series: dict[str, str]) -> None:
    once = counted(lambda: memory(series["following"]))
    for n in range(2):
        meeting = make_table(date=f"202{n}-03-10", ordinal=None)
        record(meeting, f"زيادة الحوار {n}", "decision", areas=["political_dialogue"])
        make_circulated(meeting)
    assert counted(lambda: memory(series["following"])) == once
