"""Plain text: encodings, and the one form that every text gets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Unreadable
from mithaq.extraction import Extracted, extract, say_note
from mithaq.extraction.tidy import tidy
from tests.extraction.files import ARABIC, ENGLISH


def _code(data: bytes, name: str = "a.txt") -> str:
    with pytest.raises(Unreadable) as raised:
        extract(name, data)
    return raised.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_unicode(text: str, encoding: str) -> None:
    assert extract("a.txt", text.encode(encoding)) == Extracted(text, "text/plain")


def test_utf_16_in_the_other_order() -> None:
    assert extract("a.txt", b"\xfe\xff" + ARABIC.encode("utf-16-be")).text == ARABIC


def test_arabic_of_old_windows_is_read_with_a_note() -> None:
    read = extract("a.txt", ARABIC.encode("cp1256"))
    assert read == Extracted(ARABIC, "text/plain", notes=("legacy_encoding: windows-1256",))
    assert say_note(read.notes[0]) == "The file was not in UTF-8; it was read as windows-1256."


def test_english_of_old_windows_is_read_where_no_doubt_is_possible() -> None:
    text = "The “Initiative” – as agreed – covers Türkiye’s courses."
    assert extract("a.txt", text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode("iso-8859-6"),
        ARABIC.encode("utf-16-le"),
        "Министры встретились в Кувейте и договорились".encode("cp1251"),
        "長官会議はクウェートで開かれた".encode("shift-jis"),
        "Gespräch über Straßen".encode("cp437"),
        bytes(range(256)) * 4,
        b"text\x00\x01\x02\x03\x04 with zeros",
    ],
)
def test_letters_that_cannot_be_told_for_sure_are_not_guessed(data: bytes) -> None:
    assert _code(data) == "wrong_encoding"


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf", "\u200b\u202a".encode()])
def test_nothing_is_empty(data: bytes) -> None:
    assert _code(data) == "empty"


@pytest.mark.parametrize(
    ("given_text", "tidied"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\n\n\n\n\nb\x0cc", "a\n\nb\n\nc"),
        ("  a  \n\t b\t \n", "a\n\t b"),
        ("و\u0627\u0654", "وأ"),
        ("\ufedb\ufe98\ufe8e\ufe8f \ufefb \ufeab\ufe71", "كتاب لا ذ\u064b"),
        ("a\x00b\x07c\x9fd\u00ade\ufefff", "abcdef"),
        ("\u202eabc\u202c \u2067ا\u2069 \u200fب", "abc \u2067ا\u2069 \u200fب"),
        ("a\u200cb", "a\u200cb"),
        ("\ud800x", "x"),
    ],
)
def test_tidy(given_text: str, tidied: str) -> None:
    assert tidy(given_text) == tidied


@given(st.text())
def test_tidy_text_is_tidy_and_has_lost_nothing_that_is_seen(text: str) -> None:
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert "\n\n\n" not in tidied
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in tidied)
    assert _seen(tidied) == _seen(text)


def _seen(text: str) -> list[str]:
    """Letters, digits, punctuation and symbols; not the stroke that carries a vowel sign in old fonts."""
    return [
        sign for sign in unicodedata.normalize("NFKC", text) if unicodedata.category(sign)[0] in "LNPS" and sign != "ـ"
    ]
