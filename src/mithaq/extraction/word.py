"""Word files (.docx): paragraphs and tables in order, with what python-docx would leave out of them.

python-docx gives no text of content controls, text boxes, footnotes and tracked insertions, so its tree is walked here.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from xml.parsers.expat import ExpatError, ParserCreate

import docx
from defusedxml.ElementTree import fromstring
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from mithaq.extraction.kinds import WORD
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted
from mithaq.extraction.tidy import paragraphs, tidy, tidy_title
from mithaq.extraction.zips import checked_archive

_MAIN_PARTS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_MACRO_TYPES = (b"macroEnabled", b"vbaProject")
_ACTIVE_PATHS = ("/embeddings/", "/activex/", "oleobject")
_ACTIVE_RELATIONS = ("/oleObject", "/package", "/control", "/aFChunk")
_SCRIPT_SCHEMES = ("javascript:", "vbscript:", "data:")

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT_BOX = qn("w:txbxContent")
_SILENT = frozenset(map(qn, ("w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:del", "w:moveFrom", "w:instrText")))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_TITLE_STYLES = ("Title", "Heading 1")
_NO_MEMORY = 2  # what libxml2 calls it
_MOST_DETAIL = 300


def read(data: bytes) -> Extracted:
    """The text of the Word file in `data`: paragraphs parted by an empty line, rows by a line, cells by a tab.

    Footnotes follow the text. Page headers and footers are told in a note. Raises Refusal: broken, encrypted,
    wrong_type, macros, active_content, external_content, too_large_unpacked, no_text.
    """
    with checked_archive(data) as archive:
        _check_parts(archive)
    try:
        document = docx.Document(BytesIO(data))
    except (KeyError, ValueError, AttributeError, TypeError, SyntaxError, zipfile.BadZipFile) as error:
        raise Refusal("too_slow" if getattr(error, "code", None) == _NO_MEMORY else "broken") from error
    body = document.element.body
    footnotes = [block for part in _parts(document, "/footnotes", "/endnotes") for block in _blocks(part)]
    text = tidy(paragraphs([*_blocks(body), *footnotes]))
    if not text:
        raise Refusal("no_text")
    return Extracted(text, WORD.media_type, _title(document), None, tuple(_notes(document, body)))


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Refuse what runs, what fetches, and XML that defines entities, before any other program sees it."""
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in archive.namelist() else b""
    names = [f"/{name.lower()}" for name in archive.namelist()]
    if any(word in types for word in _MACRO_TYPES) or any("vbaproject" in name for name in names):
        raise Refusal("macros")
    if not any(part in types for part in _MAIN_PARTS):
        raise Refusal("wrong_type")
    if any(path in name for name in names for path in _ACTIVE_PATHS):
        raise Refusal("active_content")
    try:
        for name in archive.namelist():
            if PurePosixPath(name).suffix.lower() in (".xml", ".rels"):
                content = archive.read(name)
                _check_xml(content)
                _check_relations(content if name.endswith(".rels") else b"<none/>")
    except (ExpatError, SyntaxError, LookupError, ValueError) as error:
        raise Refusal("broken") from error


def _check_xml(content: bytes) -> None:
    """No part of a Word file has a document type, and without one there are no entities to grow or to fetch."""
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_document_type
    parser.Parse(content, True)


def _refuse_document_type(*_: object) -> None:
    raise Refusal("broken")


def _check_relations(content: bytes) -> None:
    for relation in fromstring(content, forbid_dtd=True):
        kind, target = relation.get("Type", ""), relation.get("Target", "").strip().lower()
        if kind.endswith(_ACTIVE_RELATIONS) or target.startswith(_SCRIPT_SCHEMES):
            raise Refusal("active_content")
        if relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            raise Refusal("external_content")


def _parts(document: Document, *kinds: str) -> Iterator[BaseOxmlElement]:
    """The roots of the parts that belong to the document as one of `kinds`."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(kinds):
            yield parse_xml(relation.target_part.blob)


def _blocks(element: BaseOxmlElement) -> Iterator[str]:
    """Paragraphs and tables in order, whatever wraps them; text boxes follow the paragraph that holds them."""
    for child in _seen(element):
        if child.tag == _PARAGRAPH:
            yield "".join(_inline(child))
            for box in _within(child, _TEXT_BOX):
                yield from _blocks(box)
        elif child.tag == _TABLE:
            yield "\n".join(map(_row, _within(child, _ROW)))
        else:
            yield from _blocks(child)


def _row(row: BaseOxmlElement) -> str:
    return "\t".join(" ".join(" ".join(_blocks(cell)).split()) for cell in _within(row, _CELL))


def _within(element: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """The nearest elements with `tag` below `element`, through whatever wraps them."""
    for child in _seen(element):
        if child.tag == tag:
            yield child
        else:
            yield from _within(child, tag)


def _inline(element: BaseOxmlElement) -> Iterator[str]:
    for child in _seen(element):
        if child.tag in (qn("w:t"), _MATHS_TEXT):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != _TEXT_BOX:
            yield from _inline(child)


def _seen(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """The children that a reader sees: no deletions, no properties, one of several alternatives."""
    for child in element:
        if child.tag == _ALTERNATIVES:
            yield from child[:1]
        elif child.tag not in _SILENT:
            yield child


def _title(document: Document) -> str | None:
    """What is set in the style Title, else the first heading, else the title property."""
    styles = document.styles
    for style in (styles[name].style_id for name in _TITLE_STYLES if name in styles):
        for mark in document.element.body.iter(qn("w:pStyle")):
            text = "".join(_inline(mark.getparent().getparent())) if mark.get(qn("w:val")) == style else ""
            if title := tidy_title(text):
                return title
    return tidy_title(document.core_properties.title)


def _notes(document: Document, body: BaseOxmlElement) -> Iterator[str]:
    if next(body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom")), None) is not None:
        yield "tracked_changes"
    around = (" ".join(" ".join(_blocks(part)).split()) for part in _parts(document, "/header", "/footer"))
    if texts := " | ".join(dict.fromkeys(text for text in around if text)):
        yield f"headers_left_out: {texts[:_MOST_DETAIL]}"
