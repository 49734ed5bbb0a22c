"""The action sheet as a paper: what was agreed, when, until when in the zone and in UTC, what was attached, for whom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document as WordFile

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.days import Language
from mithaq.papers.report import Facts, Heading, Paper, Quote, Table, texts, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.register.texts import operations
from mithaq.register.texts.reads import sheet
from mithaq.register.texts.sheet_paper import paper_of
from tests.cast import BADER, LAYLA, RASHID, SALIM
from tests.make import make_house, make_meeting, make_silence

pytestmark = pytest.mark.django_db

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
WORDS = "Too far for us."


@pytest.fixture
def silence(db: None) -> str:
    """Silence that was extended from 18:00 to 18:30 in Brussels, with a reservation attached."""
    with clock.stopped_at(ISSUED):
        make_house()
        made = make_silence(means_en="The parties note the report.", means_ar="تأخذ الأطراف علماً بالتقرير.")
    hour: dict[str, Any] = {"on": "2027-06-11", "at": "18:30", "zone": "Europe/Brussels"}
    with clock.stopped_at(EXPIRY - timedelta(hours=1)):
        operations.extend(LAYLA, silence=made, reason="One capital asked", version=1, **hour)
        operations.attach(BADER, silence=made, kind="reservation", words_en="Not the second paragraph.")
    return made


def paper(silence: str, language: Language = "en", viewer: Viewer = SALIM) -> Paper:
    with clock.stopped_at(EXPIRY + timedelta(days=1)):
        return paper_of(sheet(viewer, silence=silence), language)


def said(made: Paper) -> str:
    sources = (block.source for block in made.blocks if isinstance(block, Quote))
    return "\n".join([*(words_of(text) for block in made.blocks for text in texts(block)), *sources])


def test_it_tells_what_was_agreed_and_every_hour_in_the_zone_and_in_utc(silence: str) -> None:
    made = paper(silence)
    told = said(made)
    assert made.title == "Action sheet: Joint statement"
    assert made.label == "Official: Party KWT, Party OMN, Party QAT, Party SEC"
    assert "Under the silence procedure the text was agreed, in edition 1." in told
    for hour in (
        "11:00 by the clock of Brussels (Europe/Brussels), 8 June 2027 (3 Muharram 1449 AH) (09:00 UTC, 8 June 2027)",
        "18:30 by the clock of Brussels (Europe/Brussels), 11 June 2027 (6 Muharram 1449 AH) (16:30 UTC, 11 June 2027)",
        "18:00 by the clock of Brussels",
    ):
        assert hour in told.replace("\u200e", ""), hour
    (extensions,) = [block for block in made.blocks if isinstance(block, Table)]
    assert words_of(extensions.rows[0][3]) == "One capital asked"
    quotes = [block for block in made.blocks if isinstance(block, Quote)]
    assert [quote.text for quote in quotes] == [
        "The parties note the report.",
        "Not the second paragraph.",
        "1. The parties meet twice a year.",
        "2. They share information.",
    ]
    assert quotes[1].source.startswith("Formal reservation, Party KWT")
    assert made.uncited == ()


def test_it_is_the_same_paper_in_arabic(silence: str) -> None:
    made = paper(silence, "ar")
    assert made.title == "ورقة الإجراء: بيان مشترك"
    told = said(made)
    for words in ("اتُّفق على النص بإجراء الصمت", "بتوقيت بروكسل", "هـ", "تحفظ رسمي", "تأخذ الأطراف علماً بالتقرير."):
        assert words in told, words
    (facts,) = [block for block in made.blocks if isinstance(block, Facts)]
    assert [name for name, _ in facts.pairs] == [
        *("نوع النص", "يديره", "صدر في", "انقضاء المهلة", "يسري عليه الصمت", "يأخذون علماً فقط"),
    ]


def test_who_broke_it_stands_only_in_the_sheets_of_those_at_the_table(silence: str) -> None:
    with clock.stopped_at(EXPIRY):
        operations.break_silence(RASHID, silence=silence, objection=WORDS)
    inner, outer = paper(silence, viewer=BADER), paper(silence)
    assert WORDS in said(inner)
    assert inner.label == "Official: Party KWT, Party QAT, Party SEC"
    assert "How silence was broken" in [block.text for block in inner.blocks if isinstance(block, Heading)]
    assert "Silence did not hold: it was broken at 18:00" in said(outer).replace("\u200e", "")
    assert WORDS not in said(outer)
    assert "How silence was broken" not in said(outer)
    assert outer.label == "Official: Party KWT, Party OMN, Party QAT, Party SEC"


def test_it_tells_of_a_withdrawal_and_of_a_session(silence: str) -> None:
    with clock.stopped_at(ISSUED):
        other = make_silence()
        operations.withdraw(LAYLA, silence=other, reason="A page was left out", version=1)
    assert "Nothing was agreed." in said(paper(other))
    assert "A page was left out" in said(paper(other))
    with clock.stopped_at(EXPIRY):
        operations.break_silence(RASHID, silence=silence, objection=WORDS)
        meeting = make_meeting(date="2027-06-20")
        operations.conclude(
            LAYLA, silence=silence, outcome="agreed", meeting=meeting, record="Decision sheet 2", version=2
        )
    assert "A meeting agreed the text on 20 June 2027. Record: Decision sheet 2" in said(paper(silence))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_it_is_a_word_and_a_pdf_file(silence: str, language: Language) -> None:
    made = paper(silence, language)
    assert pdf(made).startswith(b"%PDF")
    read = WordFile(BytesIO(docx(made)))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    text = "\n".join([*(paragraph.text for paragraph in read.paragraphs), *cells])
    assert "Not the second paragraph." in text
    assert "One capital asked" in text
