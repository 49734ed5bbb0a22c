"""Confirmed success cases in the annual review: frozen with it, for those alone who may see them, and nothing that tells of whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core.days import Language
from mithaq.papers.report import Paper, texts, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import AnnualShown, annual_page
from mithaq.reviews.findings.review_paper import review_paper
from tests.cast import DANA, LAYLA
from tests.make import make_course
from tests.reviews.cases.worlds import MAHA, case_of, make_confirmed, make_draw, make_used
from tests.reviews.findings.worlds import CENTRE, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]


@pytest.fixture
def drawn(courses: dict[str, str]) -> str:
    """A course of the centre's own of which somebody from each end is confirmed as a case."""
    course = make_used(course=make_course(code="RC-55", title_en="Ports"))[0]
    make_draw(course, 1)
    make_confirmed(case_of("high").public_id)
    make_confirmed(case_of("low").public_id, barriers=("time", "support"), used="", hindered="The captain of X")
    return course


def review(viewer: Viewer = DANA, year: int = 2026, audience: tuple[str, ...] = (CENTRE, "SEC")) -> str:
    with at(year, 12):
        return findings.make_review(viewer, centre=CENTRE, year=year, level="RESTRICTED", audience=audience).public_id


def shown(made: str, viewer: Viewer = DANA) -> AnnualShown:
    return annual_page(viewer, review=made)


def said(paper: Paper) -> str:
    return " ".join(words_of(text) for block in paper.blocks for text in texts(block))


def test_the_confirmed_cases_of_the_year_stand_in_it(drawn: str) -> None:
    page = shown(review())
    assert [(one.course.public_id, one.side, one.barriers) for one in page.cases] == [
        (drawn, "high", ("time",)),
        (drawn, "low", ("time", "support")),
    ]
    assert page.cases[0].used == "The plan of the port"
    assert page.seen.caveats == ("PERSONAL",)
    assert page.seen.audience == (CENTRE,)
    assert page.row.seen.audience == (CENTRE, "SEC")


def test_only_those_who_may_see_the_cases_see_them_there(drawn: str) -> None:
    made = review()
    for blind in (LAYLA, replace(DANA, clearance=replace(DANA.clearance, personal=False))):
        page = shown(made, blind)
        assert page.cases == ()
        assert page.seen == page.row.seen
        assert "port" not in said(review_paper(page, "en"))


def test_who_makes_a_review_without_seeing_the_cases_has_none_in_it(drawn: str) -> None:
    assert shown(review(LAYLA)).cases == ()


def test_what_was_confirmed_in_another_year_or_later_is_not_in_it(drawn: str) -> None:
    before = review()
    (waiting,) = [make_draw(make_used(("QAT", "Z1", 4), ("QAT", "Z2", 0), course=make_course(code="RC-56"))[0], 1)]
    make_confirmed(case_of("high").public_id)
    assert waiting
    assert len(shown(before).cases) == 2
    assert len(shown(review()).cases) == 3
    assert shown(review(year=2027)).cases == ()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_paper_tells_of_nobody_and_of_no_share(drawn: str, language: Language) -> None:
    paper = review_paper(shown(review()), language)
    told = said(paper)
    assert paper.uncited == ()
    assert "The plan of the port" in told
    assert {"ar": "ضيق الوقت", "en": "There was no time"}[language] in told
    for person in ("X1", "X6", "The log of the port", "The captain of X", "Dana", "SC-2026"):
        assert person not in told
    assert not any("SC-2026" in one.text for one in paper.sources)
    assert pdf(paper).startswith(b"%PDF")
    assert docx(paper).startswith(b"PK")


def test_a_case_that_was_withdrawn_since_leaves_its_words(drawn: str) -> None:
    made = review()
    with at(2026, 12, 2):
        cases.withdraw(MAHA, case=case_of("high", state="confirmed").public_id, version=3, reason="It told who it was")
    gone, stands = shown(made).cases
    assert (gone.used, gone.barriers, gone.withdrawn) == ("", (), "It told who it was")
    assert stands.withdrawn == ""
    told = said(review_paper(shown(made), "en"))
    assert "The plan of the port" not in told
    assert "Withdrawn since the review was made: It told who it was" in told
    assert len(shown(review()).cases) == 1
