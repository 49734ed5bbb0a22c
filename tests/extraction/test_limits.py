"""What is refused before or while it is read: kinds, sizes, archives that are bombs."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract, limits
from mithaq.extraction.refusals import REFUSALS, Refusal, unreadable
from mithaq.extraction.zips import checked_archive
from tests.extraction import files
from tests.extraction.files import ARABIC, ENGLISH, english_pdf, mail, page, with_part, word


def _code(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        extract(name, data)
    return raised.value.code


def _archive(*entries: tuple[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def _refused(data: bytes) -> str:
    with pytest.raises(Refusal) as raised:
        checked_archive(data)
    return raised.value.code


@pytest.mark.parametrize("code", REFUSALS)
def test_each_refusal_says_what_to_do_and_names_the_file(code: str) -> None:
    problem = unreadable(code, "محضر.pdf")
    assert problem.code == code
    assert problem.status == 422
    assert "محضر.pdf" in problem.say()
    assert "%" not in problem.say()
    assert problem.say().count(".") >= 2


@pytest.mark.parametrize("name", ["a.doc", "a.xlsx", "a.exe", "a", "a.pdf.zip", "a.msg"])
def test_an_unknown_kind(name: str) -> None:
    assert _code(name, b"content") == "unknown_type"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", english_pdf(ENGLISH)),
        ("a.txt", word(ENGLISH)),
        ("a.txt", page("<p>x</p>").encode()),
        ("a.txt", files.picture()),
        ("a.txt", b"{\\rtf1 text}"),
        ("a.pdf", word(ENGLISH)),
        ("a.pdf", ENGLISH.encode()),
        ("a.docx", english_pdf(ENGLISH)),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc"),
        ("a.docx", _archive(("xl/workbook.xml", b"<x/>"))),
        ("a.html", ENGLISH.encode()),
        ("a.html", english_pdf(ENGLISH)),
        ("a.eml", page("<p>x</p>").encode()),
        ("a.eml", english_pdf(ENGLISH)),
    ],
)
def test_content_that_is_not_what_the_name_says(name: str, data: bytes) -> None:
    assert _code(name, data) == "wrong_type"


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.eml", "a.txt"])
def test_an_empty_file_of_any_kind(name: str) -> None:
    assert _code(name, b"") == "empty"


def test_the_extension_may_be_in_capitals() -> None:
    assert extract("A.TXT", ENGLISH.encode()).text == ENGLISH


def test_a_file_over_the_limit() -> None:
    assert _code("a.txt", b"x" * (limits.FILE_BYTES + 1)) == "too_large"


def _megabytes_of(sentence: str) -> str:
    """Five megabytes in UTF-8 on one line."""
    return " ".join([sentence] * (limits.TEXT_CHARACTERS // (len(sentence.encode()) + 1)))


@pytest.mark.parametrize("sentence", [ENGLISH, ARABIC])
def test_five_megabytes_on_one_line_are_read(sentence: str) -> None:
    text = _megabytes_of(sentence)
    assert len(text.encode()) > 5_000_000
    assert extract("a.txt", text.encode()).text == text


def test_five_megabytes_in_one_paragraph_of_a_page_are_read() -> None:
    text = _megabytes_of(ENGLISH)
    assert extract("a.html", page(f"<p>{text}</p>").encode()).text == text


def test_more_than_five_million_characters_are_too_long() -> None:
    data = b"word " * (limits.TEXT_CHARACTERS // 5 + 1)
    assert _code("a.txt", data) == "too_long"
    assert _code("a.eml", mail(data.decode()).as_bytes()) == "too_long"


def test_blanks_without_end_are_no_trap() -> None:
    assert extract("a.txt", b"a" + b" " * 2_000_000 + b"b").text.endswith("b")
    assert extract("a.txt", b"a" + b" \n" * 1_000_000 + b"b").text == "a\n\nb"


def test_a_bomb_of_one_entry() -> None:
    bomb = with_part(word(ENGLISH), "word/media/x.xml", b"\0" * (limits.RATIO_FLOOR_BYTES * 4))
    assert _code("a.docx", bomb) == "too_large_unpacked"


def test_a_bomb_of_many_entries() -> None:
    assert _refused(_archive(*((f"{n}.xml", b"x") for n in range(limits.ZIP_ENTRIES + 1)))) == "too_large_unpacked"


def test_more_than_all_may_hold_though_the_ratio_is_low(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1_000_000)
    monkeypatch.setattr(limits, "UNPACKED_RATIO", 10_000)
    assert _refused(_archive(("a.xml", b"x" * 600_000), ("b.xml", b"x" * 600_000))) == "too_large_unpacked"


def test_what_the_headers_say_is_not_believed() -> None:
    """An entry that says it holds ten bytes and holds more."""
    data = bytearray(_archive(("a.xml", b"0" * 1000)))
    size = (1000).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    assert _refused(bytes(data)) == "broken"


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil.xml", "word/../../evil", "..\\evil.xml", "C:/evil.xml"])
def test_a_path_that_leads_out(name: str) -> None:
    assert _refused(_archive((name, b"x"))) == "broken"


def test_a_link_in_an_archive() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("link")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert _refused(out.getvalue()) == "broken"


def test_an_archive_in_an_archive() -> None:
    assert _refused(_archive(("inner.xml", _archive(("a", b"x"))))) == "active_content"


def test_an_entry_that_occurs_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = _archive(("a.xml", b"x"), ("a.xml", b"y"))
    assert _refused(data) == "broken"


def test_an_entry_with_a_password() -> None:
    data = bytearray(_archive(("a.xml", b"x")))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + flags] |= 1
    assert _refused(bytes(data)) == "encrypted"


def test_an_unusual_way_of_packing() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", b"x" * 1000)
    assert _refused(out.getvalue()) == "broken"
