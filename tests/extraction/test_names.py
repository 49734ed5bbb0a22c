"""File names of strangers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.extraction import safe_name, stem_and_extension


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("محضر الاجتماع.pdf", "محضر الاجتماع.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\desk\\minutes.docx", "minutes.docx"),
        ("annex\u202efdp.exe", "annexfdp.exe"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        ("e\u0301tude.txt", "étude.txt"),
        ("  two   blanks .txt", "two blanks.txt"),
        ("...", "file"),
        ("", "file"),
        (".pdf", "file.pdf"),
    ],
)
def test_what_becomes_of_a_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_extension() -> None:
    name = safe_name("محضر " * 100 + ".docx")
    assert name.endswith(".docx")
    assert len(name.encode()) <= 200


@pytest.mark.parametrize(
    ("name", "parts"), [("محضر.pdf", ("محضر", ".pdf")), ("notes", ("notes", "")), ("v1.2 draft", ("v1.2 draft", ""))]
)
def test_the_extension_is_apart(name: str, parts: tuple[str, str]) -> None:
    assert stem_and_extension(name) == parts


@given(st.text())
def test_any_name_is_made_safe_once_and_for_all(name: str) -> None:
    safe = safe_name(name)
    assert safe == safe_name(safe)
    assert safe == unicodedata.normalize("NFC", safe)
    assert not set(safe) & set("/\\\u202e\u2066\u200f")
    assert all(sign.isprintable() or unicodedata.category(sign) == "Cf" for sign in safe)
    assert 0 < len(safe.encode()) <= 200
