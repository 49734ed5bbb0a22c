"""The report of progress: what it holds, for whom, and as a paper in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document as WordFile

from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.followup import operations
from mithaq.followup.reads import Progressed, progress
from mithaq.followup.report_paper import paper_of
from mithaq.papers.report import Facts, Heading, Paper, Paragraph, Quote, Table, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.register.commitments.operations import assign_commitment, score_commitment, state_stand
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID
from tests.kept import kept
from tests.make import (
    make_action,
    make_commitment,
    make_document,
    make_house,
    make_meeting,
    make_person,
    make_report,
    make_tenure,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TEXT = "قال السفير: ينبغي إيجاد آلية مناسبة لتقييم الدورات. وأُجري اختبار في كل دورة."


@pytest.fixture
def house() -> None:
    kept(make_house)


@pytest.fixture
def full() -> dict[str, str]:
    """A commitment with everything a report can tell of it, and one without a document."""
    person = make_person("Salem Al-Mamari", "سالم المعمري", honorific_ar="السفير", honorific_en="Ambassador")
    make_tenure(person, "Head of mission", since="2014")
    meeting = make_meeting(
        date="2016-11-20", city_ar="الدوحة", city_en="Doha", title_ar="الاجتماع الثالث", title_en="Third meeting"
    )
    document = make_document(LAYLA, TEXT, "QAT", "KWT", published="2016-11-22", title="كلمة السفير")
    given: dict[str, Any] = {
        "source": "",
        "document": document,
        "sentence": 1,
        "level": "",
        "audience": [],
        "areas": ["training_education"],
    }
    said: dict[str, Any] = {
        "speaker": person,
        "meeting": meeting,
        "said_on": "2016-11-20",
        "translation": "A suitable mechanism to evaluate courses",
    }
    made = make_commitment("إيجاد آلية مناسبة لتقييم الدورات", **given, **said, addressees=["NATO"])
    assign_commitment(LAYLA, commitment=made, version=1, owner="QAT", focal="hessa", due="2026-11-14", reason="x")
    state_stand(RASHID, commitment=made, stand="accept")
    state_stand(BADER, commitment=made, stand="reserve", text_ar="على ألا تُنشر نتائج الأفراد")
    score_commitment(LAYLA, commitment=made, party="QAT", value=1, document=document, sentence=2)
    action = make_action(made)
    operations.confirm_report(LAYLA, report=make_report(action, 60, document=document, sentence=2), version=1)
    return {
        "full": made,
        "plain": make_commitment("زيادة وتيرة الحوار", source="بيان مشترك", areas=["political_dialogue"]),
        "meeting": meeting,
    }


def report(viewer: Any = LAYLA, **asked: Any) -> Progressed:
    with clock.stopped_at(NOW):
        return progress(viewer, **asked)


def test_it_tells_all_with_the_words_the_speaker_the_post_and_the_sources(full: dict[str, str]) -> None:
    shown = report(by="area")
    assert [(section.code, len(section.entries)) for section in shown.sections] == [
        ("training_education", 1),
        ("political_dialogue", 1),
    ]
    entry = shown.sections[0].entries[0]
    row = entry.row
    assert (row.words, row.speaker.name.en, row.speaker.post.en) == (
        "إيجاد آلية مناسبة لتقييم الدورات",
        "Salem Al-Mamari",
        "Head of mission",
    )
    assert row.meeting is not None
    assert row.cited is not None
    assert (row.meeting.city.en, row.cited.number, row.due, entry.due_hijri, row.late) == (
        "Doha",
        1,
        "2026-11-14",
        "1448-06-04",
        11,
    )
    assert row.cited.path.startswith(f"/documents/{row.cited.document}/")
    assert [(s.party, s.text.ar) for s in entry.stands] == [("KWT", "على ألا تُنشر نتائج الأفراد"), ("QAT", "")]
    assert [s.cited.number if s.cited else 0 for s in entry.scores] == [2]
    assert [(a.percent, r.percent, len(r.evidence)) for a, r in zip(entry.actions, entry.reports, strict=True)] == [
        (60, 60, 1)
    ]
    assert shown.sections[1].entries[0].row.source == "بيان مشترك"
    assert (shown.seen.level, shown.seen.audience) == ("RESTRICTED", ("KWT", "QAT", "SEC"))
    assert shown.counts == {"proposed": 2}


def test_by_party_with_those_that_nobody_answers_for_last(full: dict[str, str]) -> None:
    assert [section.code for section in report(by="party").sections] == ["QAT", ""]


def test_what_was_asked_for_is_said_in_words(full: dict[str, str]) -> None:
    shown = report(area="training_education", owner="QAT", meeting=full["meeting"], overdue=True)
    assert {f.name: f.value.en for f in shown.filters} == {
        "owner": "Party QAT",
        "area": "Training and education",
        "meeting": "Third meeting",
        "overdue": "True",
    }
    (row,) = (entry.row for section in shown.sections for entry in section.entries)
    assert [f.value.ar for f in report(speaker=row.speaker.person).filters] == ["سالم المعمري"]
    for nothing in ({"meeting": "nothing"}, {"speaker": "nothing"}):
        with pytest.raises(Absent):
            report(**nothing)


def test_it_holds_what_its_reader_may_see(full: dict[str, str]) -> None:
    secret = make_action(full["full"], audience=["QAT"], level="RESTRICTED", title_en="Ours alone")
    make_report(secret, viewer=HESSA)
    assert [len(report(viewer).sections[0].entries[0].actions) for viewer in (HESSA, BADER)] == [2, 1]
    assert report(PUBLIC).sections == ()
    assert report(PUBLIC).seen.level == "PUBLIC"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_as_a_paper_every_sentence_is_cited(full: dict[str, str], language: Any) -> None:
    for by in ("area", "party"):
        paper = paper_of(report(by=by, state="open", area="training_education"), language)
        assert paper.uncited == ()
        assert [source.number for source in paper.sources] == list(range(1, len(paper.sources) + 1))
        assert all(source.url.startswith("http") for source in paper.sources)


def test_the_paper_in_english(full: dict[str, str]) -> None:
    paper = paper_of(report(), "en")
    assert (paper.title, paper.label) == ("Report of progress", "Restricted: Party KWT, Party QAT, Party SEC")
    assert paper.date_line == "25 November 2026 (15 Jumada al-Akhirah 1448 AH)"
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings[0] == "Training and education"
    quote = next(block for block in paper.blocks if isinstance(block, Quote))
    assert (quote.text, quote.language) == ("إيجاد آلية مناسبة لتقييم الدورات", "ar")
    assert quote.source == "Ambassador Salem Al-Mamari, Head of mission, Third meeting, Doha, 20 November 2016"
    assert "كلمة السفير" in quote.cites[0].text
    facts = dict(next(block for block in paper.blocks if isinstance(block, Facts)).pairs)
    assert facts["Due"] == "14 November 2026 (4 Jumada al-Akhirah 1448 AH) (11 days late)"
    table = next(block for block in paper.blocks if isinstance(block, Table))
    assert [words_of(cell) for cell in table.rows[0]] == [
        "Party KWT",
        "Accepts with a reservation",
        "على ألا تُنشر نتائج الأفراد",
    ]
    translation = next(
        words_of(b.runs) for b in paper.blocks if isinstance(b, Paragraph) and "translation" in words_of(b.runs)
    )
    assert translation == "Working translation: A suitable mechanism to evaluate courses"


def test_an_empty_report_says_so() -> None:
    paper = paper_of(report(PUBLIC), "en")
    assert words_of(next(b.runs for b in paper.blocks if isinstance(b, Paragraph))).startswith(
        "Nothing in the register"
    )
    assert paper.label == "Public"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_are_made_of_it(full: dict[str, str], language: Any) -> None:
    paper: Paper = paper_of(report(), language)
    assert pdf(paper).startswith(b"%PDF")
    text = "\n".join(p.text for p in WordFile(BytesIO(docx(paper))).paragraphs)
    assert "إيجاد آلية مناسبة لتقييم الدورات" in text
