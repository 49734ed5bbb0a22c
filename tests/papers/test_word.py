"""A Word file turns with its language, every run in one script, and tells nothing of who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from mithaq.papers.bidi import Language
from mithaq.papers.report import Paragraph, Quote
from mithaq.papers.word import docx
from tests.papers.samples import COMMUNIQUE, LABEL, SENTENCE, TITLE, progress

BOTH = pytest.mark.parametrize("language", ["ar", "en"])


@cache
def made(language: Language) -> Any:
    return Document(BytesIO(docx(progress(language))))


def is_on(parent: Any, tag: str) -> bool:
    found = parent.find(".//" + qn(tag))
    return found is not None and found.get(qn("w:val")) != "0"


def said(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph._p.iter(qn("w:t"))).replace("\u200e", "")


def paragraphs(document: Any) -> Iterator[Any]:
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def test_an_arabic_file_runs_from_the_right() -> None:
    document = made("ar")
    assert is_on(document.sections[0]._sectPr, "w:bidi")
    assert all(
        is_on(document.styles[name].element, "w:bidi") for name in ("Normal", "Title", "Heading 1", "List Bullet")
    )
    assert all(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)


def test_an_english_file_runs_from_the_left() -> None:
    document = made("en")
    assert not is_on(document.sections[0]._sectPr, "w:bidi")
    assert not is_on(document.styles["Normal"].element, "w:bidi")
    assert not any(is_on(table._tbl.tblPr, "w:bidiVisual") for table in document.tables)


@BOTH
def test_arabic_runs_are_marked_and_only_they(language: Language) -> None:
    for paragraph in paragraphs(made(language)):
        for run in paragraph._p.iter(qn("w:r")):
            text = "".join(node.text or "" for node in run.iter(qn("w:t")))
            if re.search(r"[A-Za-z0-9]", text):
                assert not is_on(run, "w:rtl"), text
            if re.search(r"[\u0621-\u064a]", text):
                assert is_on(run, "w:rtl"), text
                assert run.find(".//" + qn("w:lang")).get(qn("w:bidi")) == "ar-SA"


def test_references_and_bracketed_latin_are_runs_of_their_own() -> None:
    runs = [run.text for paragraph in made("ar").paragraphs for run in paragraph.runs]
    assert "\u200e2026-014\u200e" in runs
    assert "\u200e62.5%\u200e" in runs
    assert "(Cyber Defence)" in runs


@BOTH
def test_a_quote_turns_with_its_own_language(language: Language) -> None:
    quotes = {said(p): is_on(p._p.pPr, "w:bidi") for p in made(language).paragraphs if p.style.name == "Quote"}
    assert quotes == {f"{SENTENCE['ar']}[1]": True, f"{SENTENCE['en']}[2]": False}


def test_a_cell_of_the_other_script_turns_but_stays_on_the_papers_side() -> None:
    cell = made("ar").tables[1].rows[1].cells[1].paragraphs[0]
    assert said(cell) == "Joint handbook, second edition."
    assert not is_on(cell._p.pPr, "w:bidi")
    assert cell._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "right"


def test_both_scripts_have_a_font_and_a_size() -> None:
    properties = made("ar").styles["Heading 1"].element.rPr
    assert dict(properties.rFonts.attrib).keys() == {qn(f"w:{a}") for a in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert properties.find(qn("w:sz")) is not None
    assert properties.find(qn("w:szCs")) is not None


def test_every_citation_leads_to_its_source_and_the_source_to_its_address() -> None:
    document = made("ar")
    body = document.element.body
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    assert anchors == {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))} == {"source_1", "source_2"}
    assert COMMUNIQUE.url in {relation._target for relation in document.part.rels.values() if relation.is_external}


def test_tables_repeat_their_heading_and_keep_rows_whole() -> None:
    head, *rows = made("ar").tables[0].rows
    assert is_on(head._tr, "w:tblHeader")
    assert len(rows) == 40
    assert all(is_on(row._tr, "w:cantSplit") for row in rows)


@BOTH
def test_label_and_page_numbers_stand_on_every_page(language: Language) -> None:
    section = made(language).sections[0]
    label, numbers = section.footer.paragraphs
    assert said(label) == LABEL[language]
    assert said(section.header.paragraphs[0]).startswith(LABEL[language])
    assert [field.get(qn("w:instr")) for field in numbers._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_properties_stand_in_the_order_that_word_demands() -> None:
    order = ["pStyle", "keepNext", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing", "ind", "contextualSpacing", "jc"]
    document = made("en")
    for properties in [*document.element.iter(qn("w:pPr")), *document.styles.element.iter(qn("w:pPr"))]:
        places = [order.index(name) for child in properties if (name := child.tag.rpartition("}")[2]) in order]
        assert places == sorted(places)


def test_the_file_names_nobody() -> None:
    moment = datetime(2026, 11, 25, tzinfo=UTC)
    data = docx(replace(progress("ar"), made=moment))
    with ZipFile(BytesIO(data)) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert not [name for name in archive.namelist() if "thumbnail" in name]
    assert "python-docx" not in core
    properties = Document(BytesIO(data)).core_properties
    assert (properties.title, properties.language, properties.author) == (TITLE["ar"], "ar", "")
    assert properties.created == properties.modified == moment


def test_equal_papers_are_equal_files() -> None:
    assert docx(progress("ar")) == docx(progress("ar"))


def test_what_xml_cannot_carry_is_left_out() -> None:
    blocks = (Paragraph("أ\x00ب\u202eج\ud800د"), Quote("س\r\nش", "ar"))
    document = Document(BytesIO(docx(replace(progress("ar"), blocks=blocks))))
    assert {"أبجد", "س\nش"} <= {paragraph.text for paragraph in document.paragraphs}
