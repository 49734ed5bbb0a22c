"""A confirmed case is withdrawn: by whom, what is left of it, where it no longer counts; the cases of a course on paper."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core.days import Language
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.papers.report import Paper, texts, words_of
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.cases.paper import cases_paper
from mithaq.reviews.cases.reads import case_list, case_page, cases_of_course
from tests.cast import DANA, HESSA
from tests.make import make_house
from tests.reviews.cases.worlds import MAHA, at, case_of, make_confirmed, make_draw, make_interview, make_used

pytestmark = pytest.mark.django_db
WHEN = datetime(2026, 12, 1, 8, tzinfo=UTC)


@pytest.fixture
def course(db: None) -> str:
    """A course, run and kept by the centre, of which four people were drawn: one from each end is confirmed."""
    make_house()
    course = make_used()[0]
    make_draw(course)
    make_confirmed(case_of("high").public_id)
    make_confirmed(case_of("low").public_id, barriers=("support",), used="")
    return course


def withdraw(case: str, viewer: Viewer = DANA, version: int = 3, reason: str = "The port was named") -> None:
    with at(12):
        cases.withdraw(viewer, case=case, version=version, reason=reason)


def confirmed(side: str = "high") -> str:
    return case_of(side, state="confirmed").public_id


@pytest.mark.parametrize("viewer", [DANA, MAHA])
def test_who_recorded_and_who_confirmed_withdraw_it(course: str, viewer: Viewer) -> None:
    case = confirmed()
    assert "cases.withdraw" in case_page(viewer, case=case).row.may
    withdraw(case, viewer)
    page = case_page(DANA, case=case)
    assert page.row.state == "withdrawn"
    assert page.row.may == ()
    assert page.reason == ""
    assert page.withdrawn is not None
    assert (page.withdrawn.reason, page.withdrawn.by.en.lower()) == ("The port was named", viewer.account)
    assert page.interview is not None
    assert page.interview.used == "The plan of the port"
    line = page.history[0]
    assert (line.operation, line.reason) == ("cases.withdraw", "The port was named")
    assert line.changes == {"case": ["confirmed", "withdrawn"]}


def test_nobody_else_withdraws_and_nothing_else_is_withdrawn(course: str) -> None:
    case, other = confirmed(), Viewer("noor", DANA.clearance, DANA.permissions, DANA.name)
    assert "cases.withdraw" not in case_page(other, case=case).row.may
    for viewer in (other, HESSA):
        with pytest.raises((Refused, Absent)):
            withdraw(case, viewer)
    with pytest.raises(Conflict):
        withdraw(case, version=2)
    with pytest.raises(Invalid):
        withdraw(case, reason="")
    waiting = case_of("high").public_id
    make_interview(waiting)
    with pytest.raises(Problem) as problem:
        withdraw(waiting, version=2)
    assert problem.value.code == "not_confirmed"
    withdraw(case)
    with pytest.raises(Problem):
        withdraw(case, version=4)
    with pytest.raises(Problem):
        make_interview(case, version=4)


def test_it_counts_nowhere_and_stands_with_its_reason(course: str) -> None:
    withdraw(confirmed("low"))
    high, low = cases_of_course(DANA, course=course).ends
    assert (high.confirmed, low.confirmed, low.drawn) == (1, 0, 2)
    assert (low.barriers, low.stories) == ((), ())
    (gone,) = low.withdrawn
    assert gone.withdrawn.reason == "The port was named"
    assert [one.state for one in case_list(DANA, state="withdrawn").entries] == ["withdrawn"]


def paper_of(course: str, language: Language = "en", viewer: Viewer = DANA) -> Paper:
    return cases_paper(cases_of_course(viewer, course=course), {}, language, WHEN)


def said(paper: Paper) -> str:
    return " ".join(words_of(text) for block in paper.blocks for text in texts(block))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_cases_of_a_course_are_taken_along(course: str, language: Language) -> None:
    paper = paper_of(course, language)
    told = said(paper)
    assert paper.uncited == ()
    assert "The plan of the port" in told
    assert {"ar": "فلا تُحسب منهم أي نسبة", "en": "no share can be computed"}[language] in told
    for person in ("X1", "X2", "X6", "QAT", "Qatar", "قطر", "Dana"):
        assert person not in told
    assert "NATO-ICI-RC" in paper.label
    assert pdf(paper).startswith(b"%PDF")
    assert docx(paper).startswith(b"PK")


def test_what_was_withdrawn_leaves_the_paper_but_for_its_reason(course: str) -> None:
    withdraw(confirmed())
    told = said(paper_of(course))
    assert "The plan of the port" not in told
    assert "Withdrawn, and counted nowhere: The port was named" in told


def test_who_sees_no_case_takes_none_along(course: str) -> None:
    paper = paper_of(course, viewer=HESSA)
    assert "The plan of the port" not in said(paper)
    assert "0 confirmed of 0 drawn" in said(paper)
    assert "PERSONAL" not in paper.label
