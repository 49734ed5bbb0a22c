"""A paper as one page of HTML: it fetches nothing, turns with its language, and runs no markup of its text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from mithaq.papers.bidi import Language
from mithaq.papers.page import page
from mithaq.papers.report import Heading, Paragraph, words_of
from tests.papers.samples import LABEL, SENTENCE, TITLE, progress

BOTH = pytest.mark.parametrize("language", ["ar", "en"])
VOID = {"meta", "br"}


class Reading(HTMLParser):
    """What a browser would make of it: its text, its attributes, and whether every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)


def read(language: Language) -> Reading:
    return Reading(page(progress(language)).decode())


@BOTH
def test_it_is_whole_and_says_all(language: Language) -> None:
    reading = read(language)
    assert reading.open == []
    text = "".join(reading.texts)
    for words in (TITLE[language], LABEL[language], SENTENCE["ar"], "RPT-2026-007", "https://example.org/d/7f3a/4"):
        assert words in text


@BOTH
def test_nothing_is_fetched_and_links_stay_inside(language: Language) -> None:
    reading = read(language)
    assert not [
        one for one in reading.attributes if one[1] in ("src", "srcset", "style") or one[0] in ("link", "script")
    ]
    links = [value for _, name, value in reading.attributes if name == "href"]
    places = {value for _, name, value in reading.attributes if name == "id"}
    assert links
    assert all(link.startswith("#") and link[1:] in places for link in links)
    assert b"url(" not in page(progress(language))
    assert b"default-src 'none'" in page(progress(language))


def test_it_turns_with_its_language_and_quotes_keep_their_own() -> None:
    arabic, english = page(progress("ar")).decode(), page(progress("en")).decode()
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<html lang="en" dir="ltr">' in english
    assert '<blockquote lang="ar" dir="rtl">' in english
    assert '<blockquote lang="en" dir="ltr">' in arabic


def test_what_would_fall_apart_stands_by_itself() -> None:
    arabic = page(progress("ar")).decode()
    for island in ("2026-014", "62.5%", "15–20"):
        assert f'<bdi dir="ltr">{island}</bdi>' in arabic
    assert '<bdi lang="en" dir="ltr">(Cyber Defence)</bdi>.' in arabic


def test_text_is_never_markup() -> None:
    paper = replace(progress("en"), title="<script>alert(1)</script> & co", blocks=(Paragraph('<img src="x">'),))
    made = page(paper).decode()
    assert "<script" not in made
    assert "<img" not in made
    assert "&lt;script&gt;" in made


def test_a_long_paper_begins_with_its_contents() -> None:
    heads = tuple(Heading(f"Part {n}") for n in range(4))
    made = page(replace(progress("en"), blocks=heads)).decode()
    assert re.findall(r'<a href="#part-\d">(Part \d)</a>', made) == [words_of(head.text) for head in heads]
    assert "<nav" not in page(progress("en")).decode()


@BOTH
def test_the_same_paper_gives_the_same_bytes(language: Language) -> None:
    assert page(progress(language)) == page(progress(language))
