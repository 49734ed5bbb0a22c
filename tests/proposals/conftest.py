"""What the tests of proposals stand on."""

from __future__ import annotations

import re

import pytest

from mithaq.reading.findings import Commitment, Date, Figure, Party, Reading
from mithaq.reading.page import Page
from tests.make import make_parties


@pytest.fixture
def parties(db: None) -> None:
    """The parties of the cast."""
    make_parties("SEC", "QAT", "KWT", "OMN")


@pytest.fixture
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of few words in the place of the real one: what that finds may change, what is done with it may not."""
    monkeypatch.setattr("mithaq.proposals.storing.read", _read)


def _read(text: str, *, language: str | None = None, published: str | None = None) -> Reading:
    """Calls («دعا إلى …»), figures («24 دورة»), years, and Qatar."""
    page = Page(text, language=language, published=published)

    def found(pattern: str) -> list[tuple[int, int]]:
        return [match.span(match.lastindex or 0) for match in re.finditer(pattern, text)]

    def call(start: int, end: int) -> Commitment:
        sentence = page.sentence_at(page.folded.offset(start))
        area = ("cyber",) if "أمن" in text[start:end] else ()
        return Commitment(sentence, start, end, "call", area, None, None, None, None, "ar.call.verb", True)

    return Reading(
        language=page.language,
        published=published,
        sentences=page.sentences,
        dates=tuple(Date(*at, text[slice(*at)], text[slice(*at)], "DATE", "date.year") for at in found(r"\b20\d\d\b")),
        parties=tuple(Party(*at, text[slice(*at)], "QAT", "party.state") for at in found("قطر")),
        people=(),
        meetings=(),
        statements=(),
        commitments=tuple(call(*at) for at in found(r"دعا إلى ([^.،]+)")),
        figures=tuple(
            Figure(*at, text[slice(*at)], 24, "courses", "دورة", ">", None, "figure.digits")
            for at in found(r"\d+ دورة")
        ),
        areas=(),
    )
