"""The agenda, the list of participants and the invitation as papers, cut for who reads them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Literal

import pytest
from docx import Document as WordFile

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.papers.report import Facts, Heading, Paper, Table, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.register.meetings import operations
from mithaq.register.meetings.draft_paper import paper_of
from mithaq.register.meetings.reads import Draft, draft
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.kept import kept
from tests.make import make_document, make_house, make_invitation, make_person, make_planned, make_tenure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
Language = Literal["ar", "en"]


@pytest.fixture
def house() -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def meeting(house: None) -> str:
    """A meeting of two days with an agenda, a paper for Kuwait alone, and Qatar's list, not released yet."""
    planned: dict[str, Any] = {
        **{"title_ar": "الاجتماع الثامن", "title_en": "Eighth meeting", "city_ar": "الدوحة", "city_en": "Doha"},
        **{"opens": "2026-12-14 09:00", "closes": "2026-12-15 13:00", "zone": "Asia/Qatar", "host": "QAT"},
        **{"level": "OFFICIAL", "audience": ["QAT", "KWT"], "format": "advisory_group", "venue_en": "Old library"},
    }
    made = make_planned(**planned)
    hours: dict[str, Any] = {"opens": "2026-12-14 09:30", "closes": "2026-12-14 11:00"}
    first: dict[str, Any] = {
        "title_ar": "التدريب",
        "title_en": "Training",
        "areas": ["training_education"],
        "lead": "KWT",
    }
    item = operations.add_item(LAYLA, meeting=made, **first, **hours).public_id
    operations.add_item(LAYLA, meeting=made, title_ar="الطاقة", title_en="Energy")
    operations.attach_paper(LAYLA, item=item, document=make_document(LAYLA, "For Kuwait alone.", "KWT"))
    own, _ = make_invitation(made, "QAT", quota=2), make_invitation(made, "KWT")
    person = make_person("Salem Al-Mamari", "سالم المعمري", honorific_en="Sheikh", honorific_ar="الشيخ")
    make_tenure(person, "Ambassador of Qatar", since="2024")
    operations.name_participant(HESSA, invitation=own, person=person, heads=True)
    operations.name_participant(HESSA, invitation=own, name_en="Noura Al-Kuwari", function_en="Adviser")
    return made


def shown(viewer: Viewer, meeting: str, kind: str, language: Language = "en", **asked: str) -> tuple[Draft, Paper]:
    shape = draft(viewer, meeting=meeting, kind=kind, language=language, **asked)
    return shape, paper_of(shape, language)


def told(paper: Paper) -> str:
    """All that a paper says, on one line."""
    parts: list[str] = [paper.title, paper.label]
    for block in paper.blocks:
        match block:
            case Table(columns, rows):
                parts += [*columns, *(words_of(cell) for row in rows for cell in row)]
            case Facts(pairs):
                parts += [words_of(text) for pair in pairs for text in pair]
            case Heading(text):
                parts.append(text)
            case _:
                parts += [words_of(text) for text in getattr(block, "items", (getattr(block, "runs", ""),))]
    return " ".join(parts)


def test_the_agenda_with_hours_of_the_place_and_papers_that_the_reader_may_see(meeting: str) -> None:
    shape, paper = shown(LAYLA, meeting, "agenda")
    words = told(paper)
    assert paper.title == "Agenda: Eighth meeting"
    assert "14 December 2026 (5 Rajab 1448 AH), 09:00 to 15 December 2026 (6 Rajab 1448 AH), 13:00" in words
    assert "by the clock of Qatar" in words
    assert "09:30–11:00" in words
    assert "Training" in words
    assert "For Kuwait alone." in " ".join(cite.text for cite in paper.sources)
    assert shape.seen.audience == ("KWT", "SEC")
    shape, paper = shown(RASHID, meeting, "agenda")
    assert "For Kuwait alone." not in " ".join(cite.text for cite in paper.sources)
    assert (shape.seen.level, shape.seen.audience) == ("OFFICIAL", ("KWT", "QAT", "SEC"))


def test_a_list_is_in_the_paper_of_its_own_party_until_it_is_released(meeting: str) -> None:
    shape, paper = shown(HESSA, meeting, "participants")
    assert "H.E. Sheikh Salem Al-Mamari Ambassador of Qatar, head of the delegation, not released yet" in told(paper)
    assert shape.seen.audience == ("QAT",)
    shape, paper = shown(BADER, meeting, "participants")
    assert "Al-Mamari" not in told(paper)
    assert "has not been released" in told(paper)
    assert shape.seen.audience == ("KWT", "QAT", "SEC")
    invitation = next(one.public_id for one in shape.delegations if one.party == "QAT")
    operations.approve_delegation(RASHID, invitation=invitation, version=1)
    shape, paper = shown(BADER, meeting, "participants")
    assert "H.E. Sheikh Salem Al-Mamari Ambassador of Qatar, head of the delegation" in told(paper)
    assert "not released" not in told(paper).replace("has not been released", "")
    assert shape.seen.audience == ("KWT", "QAT", "SEC")


def test_an_invitation_speaks_to_one_party(meeting: str) -> None:
    _, paper = shown(HESSA, meeting, "invitation")
    assert "Party QAT is invited to take part in: Eighth meeting. Its role there: Member." in told(paper)
    assert "There are 2 seats for the delegation." in told(paper)
    _, paper = shown(LAYLA, meeting, "invitation", party="KWT")
    assert "Party QAT has the honour to invite Party KWT to: Eighth meeting." in told(paper)
    for viewer, asked in ((LAYLA, {}), (HESSA, {"party": "BHR"})):
        with pytest.raises(Absent):
            draft(viewer, meeting=meeting, kind="invitation", **asked)
    with pytest.raises(Absent):
        draft(SALIM, meeting=meeting, kind="agenda")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", ["agenda", "participants", "invitation"])
def test_every_paper_is_a_word_file_and_a_pdf_in_both_languages(meeting: str, kind: str, language: Language) -> None:
    _, paper = shown(HESSA, meeting, kind, language)
    assert paper.uncited == ()
    assert paper.language == language
    word = WordFile(BytesIO(docx(paper)))
    assert any(paper.title.split(":")[0] in paragraph.text for paragraph in word.paragraphs)
    assert pdf(paper).startswith(b"%PDF")


def test_a_meeting_of_which_little_is_known_makes_papers_too() -> None:
    one_day = make_planned(opens="2026-12-14 09:00", closes="2026-12-14 13:00", zone="Asia/Qatar")
    assert "AH), 09:00–13:00, by the clock of Qatar" in told(shown(LAYLA, one_day, "agenda")[1])
    bare = make_planned()
    for kind in ("agenda", "participants"):
        _, paper = shown(LAYLA, bare, kind)
        assert "The day is not set yet" in told(paper)
        assert pdf(paper).startswith(b"%PDF")
