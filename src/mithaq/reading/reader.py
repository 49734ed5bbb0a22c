"""The reader: text in, findings with spans out. The same text always gives the same reading."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from mithaq.reading.findings import Found, Reading
from mithaq.reading.page import Page


def _call(module: str, name: str, *arguments: Any) -> Any:
    """Stands until all finders are there."""
    path = f"mithaq.reading.{module}"
    return getattr(import_module(path), name)(*arguments) if find_spec(path) else ()


def read(text: str, *, language: str | None = None, published: str | None = None) -> Reading:
    """Read one document.

    `language` is `ar` or `en` (found out where not given); `published` (`YYYY-MM-DD`) is what «أمس» and "today" are
    counted from: without it they are left out.
    """
    page = Page(text, language=language, published=published)
    dates = _call("dates", "find_dates", page)
    parties = _call("parties", "find_parties", page)
    people = _call("people", "find_people", page, parties)
    found = Found(dates, parties, people, _call("figures", "find_figures", page, dates))
    meetings = _call("meetings", "find_meetings", page, found)
    statements = _call("statements", "find_statements", page, found)
    commitments = _call("commitments", "find_commitments", page, found, statements)
    areas = _call("areas", "find_areas", page, meetings, statements, commitments)
    return Reading(
        page.language,
        published,
        page.sentences,
        dates,
        parties,
        people,
        tuple(meetings),
        tuple(statements),
        tuple(commitments),
        found.figures,
        tuple(areas),
    )
