"""The reader: text in, findings with spans out. The same text always gives the same reading."""

from __future__ import annotations

from mithaq.reading.areas import find_areas
from mithaq.reading.commitments import find_commitments
from mithaq.reading.dates import find_dates
from mithaq.reading.figures import find_figures
from mithaq.reading.findings import Found, Reading
from mithaq.reading.meetings import find_meetings
from mithaq.reading.page import Page
from mithaq.reading.parties import find_parties
from mithaq.reading.people import find_people
from mithaq.reading.speech import listen
from mithaq.reading.statements import find_statements


def read(text: str, *, language: str | None = None, published: str | None = None) -> Reading:
    """Read one document.

    `language` is `ar` or `en` (found out where not given); `published` (`YYYY-MM-DD`) is what «أمس» and "today" are
    counted from: without it they are left out.
    """
    page = Page(text, language=language, published=published)
    dates, parties = find_dates(page), find_parties(page)
    found = Found(dates, parties, find_people(page, parties), find_figures(page, dates))
    speech = listen(page, found)
    meetings = find_meetings(page, found, speech.cast)
    commitments = find_commitments(page, found, speech)
    return Reading(
        page.language,
        published,
        page.sentences,
        found.dates,
        found.parties,
        found.people,
        meetings,
        find_statements(page, speech),
        commitments,
        found.figures,
        find_areas(page, speech, meetings, commitments),
    )
