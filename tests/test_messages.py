"""Every sentence of the product is there in both languages, and what is compiled is what was written."""

from __future__ import annotations

import re

import pytest

from tools.messages import LANGUAGES, LOCALE, catalogue, messages

HOLES = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Arabic, then English."""
    return str(request.param)


def test_every_message_of_the_sources_is_in_the_catalogue(language: str) -> None:
    """Put right with: python tools/messages.py"""
    known = {(entry.msgctxt, entry.msgid): entry.msgid_plural for entry in catalogue(language)}
    used = {(message.context, message.msgid): message.plural for message in messages()}
    assert sorted(map(str, used.items() - known.items())) == []
    assert sorted(map(str, known.keys() - used.keys())) == []


def test_nothing_is_empty_or_fuzzy(language: str) -> None:
    """Put right in locale/ar/LC_MESSAGES/django.po, then: python tools/messages.py"""
    entries = catalogue(language)
    assert [entry.msgid for entry in entries if not entry.translated()] == []
    assert [entry.msgid for entry in entries if entry.fuzzy] == []


def test_translations_fill_the_same_holes(language: str) -> None:
    for entry in catalogue(language):
        asked = set(HOLES.findall(entry.msgid + entry.msgid_plural))
        if not entry.msgid_plural:
            assert set(HOLES.findall(entry.msgstr)) == asked, entry.msgid
        for form in entry.msgstr_plural.values():
            assert set(HOLES.findall(form)) <= asked, entry.msgid


def test_arabic_is_arabic() -> None:
    """A translation without an Arabic letter was forgotten; signs and ISO names have none to have."""
    plain = [
        entry.msgid
        for entry in catalogue("ar")
        if not re.search(r"[ء-ي،]", "".join([entry.msgstr, *entry.msgstr_plural.values()]))
    ]
    assert plain == []


def test_compiled_is_what_was_written(language: str) -> None:
    """Put right with: python tools/messages.py"""
    compiled = (LOCALE / language / "LC_MESSAGES" / "django.mo").read_bytes()
    assert compiled == catalogue(language).to_binary()
