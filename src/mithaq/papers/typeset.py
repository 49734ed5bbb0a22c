"""A paper as PDF, set by Typst: tagged for screen readers (PDF/UA-1), fit for archives (PDF/A-2a)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, assert_never

import typst

from mithaq.papers import look, report
from mithaq.papers.bidi import Language, direction, pieces, plain
from mithaq.papers.container import UNDATED
from mithaq.papers.mend import mend

_HERE = Path(__file__).parent
_SHORT_CELL = 600  # characters; a row of longer cells may break over two pages


def pdf(paper: report.Paper) -> bytes:
    """The paper as a PDF file of A4 pages with header, footer, outline and links.

    No text of the paper can act as markup. A character that our fonts lack shows as U+FFFD.
    """
    data = json.dumps(_paper(paper), ensure_ascii=False)
    try:
        made = _compile("typeset.typ", data, paper.made)
    except typst.TypstError:  # the standards allow no empty boxes
        made = _compile("typeset.typ", _showable(data), paper.made)
    return mend(made)


def pages_of(made: bytes) -> int:
    """How many pages a PDF that was made here has."""
    from pypdf import PdfReader  # noqa: PLC0415  only who counts needs it

    return len(PdfReader(BytesIO(made)).pages)


def _showable(data: str) -> str:
    missing = {ord(char): "\ufffd" for char in set(data) if not (char.isascii() or _is_drawn(char))}
    return data.translate(missing)


@cache
def _is_drawn(char: str) -> bool:
    try:
        return bool(_compile("glyph.typ", char, UNDATED))
    except typst.TypstError:
        return False


def _compile(template: str, data: str, made: datetime) -> bytes:
    return typst.compile(
        _HERE / template,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": data},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=made,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[_HERE / "fonts"])


def _paper(paper: report.Paper) -> dict[str, Any]:
    language = paper.language
    words = report.WORDS[language]
    return {
        "language": language,
        "name": plain(paper.title),
        "title": _line(paper.title, language),
        "subtitle": _line(paper.subtitle, language),
        "label": _line(paper.label, language),
        "date_line": _line(paper.date_line, language),
        "footer": _line(paper.footer, language),
        "page": words.page,
        "of": words.of,
        "blocks": [_block(block, language) for block in paper.blocks],
        "sources": [_source(cite, language) for cite in paper.sources],
        "sources_title": words.sources,
        "look": _look(),
    }


def _look() -> dict[str, Any]:
    return {
        "brand": look.BRAND,
        "gilt": look.GILT,
        "mute": look.MUTE,
        "line": look.LINE,
        "soft": look.SOFT,
        "title": look.TITLE_SIZE,
        "subtitle": look.SUBTITLE_SIZE,
        "headings": look.HEADING_SIZES,
        "text": look.TEXT_SIZE,
        "small": look.SMALL_SIZE,
        "naskh": look.NASKH,
    }


def _block(block: report.Block, language: Language) -> dict[str, Any]:
    match block:
        case report.Heading(text, level, own, fresh):
            line = _line(text, own or language)
            return {"kind": "heading", "level": level, "line": line, "own": own or language, "fresh": fresh}
        case report.Paragraph(runs, own):
            return {"kind": "paragraph", "line": _line(runs, own or language), "own": own or language}
        case report.Quote(text, own, source, cites):
            line = _parts((report.Run(text, cites=cites),), own)
            return {"kind": "quote", "line": line, "source": _line(source, language)}
        case report.Table(columns, rows):
            lines = [{"cells": _lines(row, language), "whole": _is_short(row)} for row in rows]
            head = _lines(columns, language)
            return {"kind": "table", "columns": head, "rows": lines, "shares": block.shares, "small": block.small}
        case report.Facts(pairs, own):
            told = [_lines(pair, own or language) for pair in pairs]
            return {"kind": "facts", "pairs": told, "own": own or language}
        case report.Bullets(items):
            return {"kind": "bullets", "items": _lines(items, language)}
        case report.Figure(drawing, says):
            return {"kind": "figure", "drawing": drawing, "says": plain(says)}
        case report.Figures(drawn):
            return {"kind": "figures", "items": [_drawn(one, language) for one in drawn]}
        case _:
            assert_never(block)


def _drawn(one: report.Figure, language: Language) -> dict[str, Any]:
    told = {"drawing": one.drawing, "says": plain(one.says), "broad": one.broad}
    return {**told, "title": _line(one.title, language), "words": _line(one.words, language)}


def _is_short(row: Sequence[report.Text]) -> bool:
    return all(len(report.words_of(cell)) < _SHORT_CELL for cell in row)


def _source(cite: report.Cite, language: Language) -> dict[str, Any]:
    return {"number": cite.number, "line": _line(cite.text, language), "url": plain(cite.url), "link": plain(cite.link)}


def _lines(all_texts: Iterable[report.Text], language: Language) -> list[dict[str, Any]]:
    return [_line(text, language) for text in all_texts]


def _line(text: report.Text, language: Language) -> dict[str, Any]:
    return _parts(report.runs_of(text), direction(report.words_of(text), language))


def _parts(runs: tuple[report.Run, ...], language: Language) -> dict[str, Any]:
    """A paragraph for the template: its direction and its parts, pieces of text and numbers of sources."""
    parts: list[dict[str, Any]] = []
    for run in runs:
        parts += [
            {"text": piece.text, "language": piece.language, "island": piece.island, "bold": run.bold}
            for piece in pieces(run.text, language)
        ]
        parts += [{"cite": cite.number} for cite in run.cites]
    return {"language": language, "parts": parts}
