"""Whatever is in a file, it is read or refused; nothing else ever happens."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mithaq.core.errors import Unreadable
from mithaq.extraction import extract
from mithaq.extraction.refusals import REFUSALS
from tests.extraction.files import ARABIC, ENGLISH, arabic_pdf, mail, page, part, with_part, word

_SAMPLES = {
    "a.txt": ARABIC.encode(),
    "a.html": page(f"<h1>x</h1><p>{ARABIC}</p><table><tr><td>{ENGLISH}</td></tr></table>").encode(),
    "a.eml": mail(ARABIC, page(f"<p>{ENGLISH}</p>")).as_bytes(),
    "a.docx": word(ARABIC, ENGLISH),
    "a.pdf": arabic_pdf(ARABIC),
}


@st.composite
def _damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """`data` cut, with bytes changed, or with a piece of it copied elsewhere."""
    damaged = bytearray(data)
    for _ in range(draw(st.integers(0, 8))):
        damaged[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    if draw(st.booleans()):
        start, length, to = (draw(st.integers(0, len(data) - 1)) for _ in range(3))
        damaged[to:to] = damaged[start : start + length]
    if draw(st.booleans()):
        del damaged[draw(st.integers(0, len(damaged))) :]
    return bytes(damaged)


def _read_or_refused(name: str, data: bytes) -> None:
    text, refused = "", ""
    try:
        text = extract(name, data).text
    except Unreadable as problem:
        refused = problem.code
    assert text or refused in REFUSALS
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in "\n\t" for sign in text)


_fuzz = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", _SAMPLES)
@_fuzz
@given(st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    _read_or_refused(name, data.draw(_damaged(_SAMPLES[name])))


@_fuzz
@given(st.data())
def test_a_damaged_part_of_a_sound_word_file(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]))
    whole = _SAMPLES["a.docx"]
    _read_or_refused("a.docx", with_part(whole, name, data.draw(_damaged(part(whole, name)))))


@pytest.mark.parametrize("name", _SAMPLES)
@settings(max_examples=20, deadline=None)
@given(st.binary(min_size=1, max_size=500))
def test_anything_at_all(name: str, data: bytes) -> None:
    start = {"a.pdf": b"%PDF-1.7\n", "a.docx": b"PK\x03\x04", "a.html": b"<html>", "a.eml": b"Subject: "}.get(name, b"")
    _read_or_refused(name, start + data)
