"""A PDF reads right to the eye, to a search and to a screen reader."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pypdf
import pypdfium2
import pytest

from mithaq.papers.bidi import Language
from mithaq.papers.report import Block, Cite, Paper, Paragraph, Quote, Run
from mithaq.papers.typeset import pdf
from tests.papers.samples import COMMUNIQUE, LABEL, SENTENCE, TITLE, progress

BOTH = pytest.mark.parametrize("language", ["ar", "en"])


@cache
def made(language: Language) -> bytes:
    return pdf(progress(language))


def of(*blocks: Block, language: Language = "ar", title: str = "عنوان") -> bytes:
    return pdf(Paper(title, "", language, "", "", blocks))


def pages(data: bytes) -> list[str]:
    """The text of each page as Chrome and Edge give it to search and clipboard; line ends as spaces."""
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(data)]


def lines(data: bytes) -> list[str]:
    """The lines of the first page as the eye meets them from left to right."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    at: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for index in range(text.count_chars()):
        left, bottom, _, _ = text.get_charbox(index, loose=True)
        at[round(bottom / 8)].append((left, text.get_text_range(index, 1).strip()))
    return ["".join(char for _, char in sorted(line)) for line in at.values()]


def catalogue(data: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(data), strict=True).trailer["/Root"]


@BOTH
def test_title_and_quoted_sentences_can_be_found_and_copied_exactly(language: Language) -> None:
    text = pages(made(language))[0]
    assert TITLE[language] in text
    assert SENTENCE["ar"] in text
    assert SENTENCE["en"] in text


@pytest.mark.parametrize(
    "text",
    [
        "عبد الله بن محمّد آل ثاني",
        "كِتَابٌ وَلَدٌ مُشْتَرَكٌ لَاءٌ",
        "أعضاء إجراءً مشاركاً ثمَّ لا يُنشر",
        "الحمد لله",
        "بيان، ثم بيان؛ فبيان؟",
    ],
)
def test_vowel_marks_neither_double_nor_turn_words(text: str) -> None:
    assert text in pages(of(Paragraph(text), Quote(text, "ar"), Paragraph((Run(text, bold=True),))))[0]
    assert pages(of(title=text))[0].startswith(text)


@BOTH
def test_no_mark_of_direction_is_left_in_the_text(language: Language) -> None:
    assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ".join(pages(made(language))))


@pytest.mark.parametrize("island", ["2026-014", "62.5%", "5–10", "REC-2019-014", "10:30–12:00", "2026-11-25", "-5%"])
def test_islands_read_from_the_left_among_arabic(island: str) -> None:
    assert island in "".join(lines(of(Paragraph(f"في المرجع {island} من الخطة"))))


def test_two_islands_side_by_side_keep_their_order_from_the_right() -> None:
    line = next(line for line in lines(of(Paragraph("المرجع 2026-014 5–10 و"))) if "2026" in line)
    assert line.index("5–10") < line.index("2026-014")


def test_a_number_after_arabic_in_english_stands_to_its_right() -> None:
    line = next(line for line in lines(of(Paragraph("See مبادرة 2026-014 now"), language="en")) if "See" in line)
    assert line.startswith("See")
    assert line.endswith("2026-014now")


def test_the_label_stands_on_every_page_and_pages_are_counted() -> None:
    text = pages(made("ar"))
    assert len(text) > 1
    for number, page in enumerate(text, 1):
        assert LABEL["ar"] in page
        assert TITLE["ar"] in page
        assert f"صفحة {number} من {len(text)}" in page


def test_a_table_repeats_its_heading() -> None:
    first, second, *_ = pages(made("ar"))
    assert "المرجع الإجراء الإنجاز" in first
    assert "المرجع الإجراء الإنجاز" in second


@BOTH
def test_the_file_declares_its_standards_language_and_title(language: Language) -> None:
    root = catalogue(made(language))
    declared = root["/Metadata"].get_data().decode()
    for part in ("<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"):
        assert part in declared
    assert root["/Lang"] == language
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]
    assert pypdf.PdfReader(BytesIO(made(language))).metadata["/Title"] == TITLE[language]  # type: ignore[index]


def test_citations_lead_to_the_sources_and_sources_to_their_address() -> None:
    reader = pypdf.PdfReader(BytesIO(made("ar")))
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})}
    assert addresses == {COMMUNIQUE.url}
    assert len(links) - len(addresses) == 7  # one for every mark


def test_headings_make_the_outline() -> None:
    outline = pypdf.PdfReader(BytesIO(made("ar"))).outline
    assert [entry.title for entry in outline if not isinstance(entry, list)] == ["خلاصة", "المصادر"]


@pytest.mark.parametrize(
    "text", ['#panic("x")', '#read("/etc/passwd")', "*bold* _it_ `raw` $x$ @source-1 <l> \\ // /*", '"); #x("', "[#]{}"]
)
def test_no_text_acts_as_markup(text: str) -> None:
    cite = Cite(1, text, text)
    data = of(Paragraph((Run(text, cites=(cite,)),)), Quote(text, "en", text), language="en", title=text)
    assert pages(data)[0].count(text) >= 4


def test_a_character_no_font_has_is_replaced_and_the_rest_stands() -> None:
    data = of(Paragraph("مع \U0001f600 漢 \ue000 نهاية"))
    assert "مع \ufffd \ufffd \ufffd نهاية" in pages(data)[0]
    assert "<pdfuaid:part>1<" in catalogue(data)["/Metadata"].get_data().decode()


def test_equal_papers_are_equal_files_and_bear_the_date_given() -> None:
    moment = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)
    first, second = (pdf(replace(progress("en"), made=moment)) for _ in range(2))
    assert first == second
    assert pypdf.PdfReader(BytesIO(first)).metadata.creation_date == moment  # type: ignore[union-attr]


def test_twenty_pages_take_less_than_a_second() -> None:
    paper = progress("ar")
    blocks = tuple(block for number in range(14) for block in (Paragraph(f"الفصل {number}"), *paper.blocks))
    start = time.process_time()
    data = pdf(replace(paper, blocks=blocks))
    assert time.process_time() - start < 1
    assert len(pypdfium2.PdfDocument(data)) >= 20
