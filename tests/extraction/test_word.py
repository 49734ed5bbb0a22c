"""Word files: all that a reader sees, in order; nothing that runs or fetches."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract
from tests.extraction import files
from tests.extraction.files import ARABIC, ENGLISH, part, relation, with_change, with_part, word

_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:pict>"


def _code(data: bytes, name: str = "minutes.docx") -> str:
    with pytest.raises(Unreadable) as raised:
        extract(name, data)
    return raised.value.code


def _in_body(xml: str) -> bytes:
    """A Word file with one piece of body XML before its last paragraph."""
    document = docx.Document()
    end = document.add_paragraph("النهاية")
    end._p.addprevious(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))
    return files.saved(document)


def test_paragraphs_and_tables_in_order() -> None:
    document = docx.Document()
    document.add_heading("محضر الاجتماع", 0)
    document.add_paragraph(ARABIC)
    table = document.add_table(2, 2)
    for at, text in enumerate(["الدولة", "المقاعد", "قطر", "12"]):
        table.cell(at // 2, at % 2).text = text
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "داخلي"
    document.add_paragraph(ENGLISH)
    read = extract("minutes.docx", files.saved(document))
    assert read.text == f"محضر الاجتماع\n\n{ARABIC}\n\nالدولة\tالمقاعد\nقطر\t12 داخلي\n\n{ENGLISH}"
    assert (read.title, read.pages, read.notes) == ("محضر الاجتماع", None, ())


def test_the_title_property_serves_where_there_is_no_heading() -> None:
    document = docx.Document()
    document.core_properties.title = "Letter of the chair"
    document.add_paragraph(ENGLISH)
    assert extract("a.docx", files.saved(document)).title == "Letter of the chair"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>control</w:t></w:r></w:p></w:sdtContent></w:sdt>", "control"),
        ("<w:p><w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>", "one\ttwo\nthree"),
        (
            "<w:p><w:ins><w:r><w:t>added</w:t></w:r></w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
            "added",
        ),
        (
            "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
            "link",
        ),
        ("<w:p><w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r></w:p>", "long-term"),
        (f"<w:p><w:r><w:t>before</w:t>{_BOX}</w:r><w:r><w:t> after</w:t></w:r></w:p>", "before after\n\nbox"),
    ],
)
def test_what_stands_in_wrappers_is_read(xml: str, text: str) -> None:
    assert extract("a.docx", _in_body(xml)).text == f"{text}\n\nالنهاية"


def test_tracked_changes_are_noted() -> None:
    assert extract("a.docx", _in_body("<w:p><w:ins><w:r><w:t>added</w:t></w:r></w:ins></w:p>")).notes == (
        "tracked_changes",
    )


def test_a_box_with_an_older_copy_of_itself_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
    schema = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:AlternateContent {schema}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert extract("a.docx", _in_body(f"<w:p><w:r>{both}</w:r></w:p>")).text == "box\n\nالنهاية"


def test_page_headers_are_told_in_a_note() -> None:
    document = docx.Document()
    document.add_paragraph(ENGLISH)
    document.sections[0].header.paragraphs[0].text = "Ministry of Foreign Affairs, ref. 12/3"
    read = extract("a.docx", files.saved(document))
    assert read.text == ENGLISH
    assert read.notes == ("headers_left_out: Ministry of Foreign Affairs, ref. 12/3",)


def test_footnotes_follow_the_text() -> None:
    data = with_change(word(ENGLISH), _RELATIONS, b"</Relationships>", relation("footnotes", "footnotes.xml"))
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>a note</w:t></w:r></w:p></w:footnote></w:footnotes>'
    content_type = b'<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
    data = with_part(with_change(data, _TYPES, b"</Types>", content_type), "word/footnotes.xml", note.encode())
    assert extract("a.docx", data).text == f"{ENGLISH}\n\na note"


def test_macros_are_refused() -> None:
    assert _code(with_part(word(ENGLISH), "word/vbaProject.bin", b"\xd0\xcf")) == "macros"
    assert (
        _code(
            with_change(
                word(ENGLISH),
                _TYPES,
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"application/vnd.ms-word.document.macroEnabled.main+xml",
            )
        )
        == "macros"
    )
    assert _code(word(ENGLISH), "minutes.docm") == "macros"


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_what_is_embedded_is_refused(kind: str) -> None:
    assert (
        _code(with_change(word(ENGLISH), _RELATIONS, b"</Relationships>", relation(kind, "x.bin"))) == "active_content"
    )


def test_an_embedded_part_is_refused_though_nothing_names_it() -> None:
    assert _code(with_part(word(ENGLISH), "word/embeddings/oleObject1.bin", b"x")) == "active_content"


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "frame", "subDocument"])
def test_what_is_fetched_is_refused(kind: str) -> None:
    fetched = relation(kind, "https://example.org/t.dotx", ' TargetMode="External"')
    assert _code(with_change(word(ENGLISH), _RELATIONS, b"</Relationships>", fetched)) == "external_content"


def test_a_link_is_not_refused_unless_it_is_a_script() -> None:
    def linked(target: str) -> bytes:
        link = relation("hyperlink", target, ' TargetMode="External"')
        return with_change(word(ENGLISH), _RELATIONS, b"</Relationships>", link)

    assert extract("a.docx", linked("https://example.org/")).text == ENGLISH
    assert _code(linked("JavaScript:alert(1)")) == "active_content"


@pytest.mark.parametrize("name", ["word/document.xml", "docProps/core.xml", _RELATIONS])
def test_entities_are_refused(name: str) -> None:
    data = word(ENGLISH)
    xml = part(data, name)
    start = xml.index(b"?>") + 2
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    assert _code(with_part(data, name, xml[:start] + bomb + xml[start:])) == "broken"


def test_another_office_file_is_no_word_file() -> None:
    wordprocessing = b"wordprocessingml.document.main+xml"
    assert _code(with_change(word(ENGLISH), _TYPES, wordprocessing, b"spreadsheetml.sheet.main+xml")) == "wrong_type"


def test_a_protected_file_is_encrypted() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")
    assert _code(container) == "encrypted"


def test_a_file_without_text() -> None:
    assert _code(word("", "  ")) == "no_text"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_file_is_broken(share: float) -> None:
    data = word(ENGLISH)
    assert _code(data[: int(share * len(data))]) == "broken"


def test_a_file_without_its_main_part_is_broken() -> None:
    assert _code(with_part(word(ENGLISH), "word/document.xml", b"<w:document")) == "broken"
