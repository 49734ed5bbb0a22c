"""The pages of success cases: what stands there and for whom, in both languages; drawing, interviewing, confirming in the browser."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.cases.reads import case_page, cases_of_course, draw_page
from mithaq.reviews.findings import operations as findings
from tests.cast import BADER, DANA, HESSA, LAYLA, SALIM
from tests.make import make_course, make_measured, make_run
from tests.reviews.cases.worlds import MAHA, at, case_of, make_confirmed, make_draw, make_interview, make_used
from tests.web.door import page, papers, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
ABSENT = "a" * 22
SAID = {"interviewed_on": "2026-11-10", "language": "en", "used": "The plan of the port", "barriers": ["", "time"]}


@pytest.fixture
def course(house: None) -> str:
    """A course kept by the secretariat of which six people said how much they use."""
    return make_used(viewer=LAYLA)[0]


def get(viewer: Viewer, route: str, *args: str, language: str = "en", **query: Any) -> Any:
    with at(11, 22):
        return signed_in(viewer, language).get(reverse(route, args=args), query)


def post(viewer: Viewer, thing: str, act: str, **fields: Any) -> Any:
    with at(11, 22):
        return signed_in(viewer, "en").post(reverse("act", args=[thing, act]), fields)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_in_both_languages(course: str, language: str) -> None:
    draw = make_draw(course)
    make_confirmed(case_of("high").public_id, DANA, LAYLA)
    make_interview(case_of("low").public_id)
    gone: dict[str, Any] = {"version": 1, "state": "declined", "reason": "On leave"}
    cases.no_interview(DANA, case=case_of("high").public_id, **gone, instead=False)
    every = [one.public_id for one in draw_page(DANA, draw=draw).cases]
    for viewer in (DANA, LAYLA):
        for route, args in (
            ("cases", ()),
            ("cases-course", (course,)),
            ("draw", (draw,)),
            *(("case", (case,)) for case in every),
            ("act", (course, "course-cases")),
            ("act", (every[3], "case-interview")),
            ("course", (course,)),
            ("desk", ()),
            ("journal", ()),
        ):
            answer = get(viewer, route, *args, language=language)
            assert answer.status_code == 200, route
            assert "None" not in words(answer), route


def test_it_is_drawn_interviewed_and_confirmed_in_the_browser(course: str) -> None:
    post(DANA, course, "course-cases", size="1")
    (draw,) = cases_of_course(DANA, course=course).draws
    assert draw.cases == 2
    case = case_of("high").public_id
    assert "There was no time" in words(get(DANA, "act", case, "case-interview"))
    assert post(DANA, case, "case-interview", version="1", **SAID).status_code == 302
    shown = words(get(LAYLA, "case", case))
    assert "The plan of the port" in shown
    assert "There was no time" in shown
    assert "Confirm" in shown
    assert "Waits for a second person" in shown
    assert post(DANA, case, "case-confirm", version="2").status_code == 403
    assert post(LAYLA, case, "case-confirm", version="2").status_code == 302
    history = words(get(DANA, "case", case)).partition("History")[2]
    assert "Waits for a second person Confirmed" in history
    assert "There was no time" in history
    told = words(get(DANA, "cases-course", course))
    assert "The plan of the port" in told
    assert "no share can be computed" in told


def test_a_confirmed_case_is_withdrawn_in_the_browser(course: str) -> None:
    make_draw(course)
    case = case_of("high").public_id
    make_confirmed(case, DANA, LAYLA)
    assert reverse("act", args=[case, "case-withdraw"]) in page(get(DANA, "case", case))
    assert post(DANA, case, "case-withdraw", version="3", reason="").status_code == 400
    assert post(LAYLA, case, "case-withdraw", version="3", reason="The port was named").status_code == 302
    for language, said in (("en", "This case was withdrawn and counts nowhere:"), ("ar", "استُبعدت هذه الحالة")):
        shown = words(get(DANA, "case", case, language=language))
        assert said in shown
        assert "The port was named" in shown
    assert "withdrew a success case" in words(get(DANA, "case", case))
    told = words(get(DANA, "cases-course", course))
    assert "The plan of the port" not in told
    assert "Withdrawn, and counted nowhere" in told
    assert "0 confirmed of 2 drawn" in " ".join(told.replace("\u2068", "").replace("\u2069", "").split())


def test_the_cases_of_a_course_are_taken_along_in_both_languages(course: str) -> None:
    make_draw(course)
    make_confirmed(case_of("high").public_id, DANA, LAYLA)
    with at(11, 22):
        answers = papers(signed_in(DANA, "en"), reverse("cases-course", args=[course]))
    assert len(answers) == 4
    assert all(
        answer.status_code == 200 and answer["Content-Disposition"].startswith("attachment") for answer in answers
    )
    assert {answer.content[:2] for answer in answers} == {b"%P", b"PK"}
    assert get(DANA, "cases-paper", course, "html").status_code == 404
    assert get(DANA, "cases-paper", ABSENT, "pdf").status_code == 404


def test_confirmed_cases_stand_in_the_annual_review(house: None) -> None:
    course = make_used()[0]
    make_draw(course, 1)
    make_confirmed(case_of("high").public_id)
    make_measured(LAYLA, courses=1)
    with at(11, 25):
        make_run(LAYLA, worthwhile="40")
        given: dict[str, Any] = {"level": "RESTRICTED", "audience": ("SEC",)}
        made = findings.make_review(DANA, centre="NATO-ICI-RC", year=2026, **given).public_id
    for language, said in (("en", "There was no time"), ("ar", "ضيق الوقت")):
        shown = words(get(DANA, "annual-review", made, language=language))
        assert "The plan of the port" in shown
        assert said in shown
        assert "X1" not in shown
    assert "The plan of the port" not in words(get(LAYLA, "annual-review", made))
    with at(11, 26):
        assert len(papers(signed_in(DANA, "en"), reverse("annual-review", args=[made]))) == 4
        cases.withdraw(MAHA, case=case_of("high", state="confirmed").public_id, version=3, reason="It told who it was")
    shown = words(get(DANA, "annual-review", made))
    assert "The plan of the port" not in shown
    assert "It told who it was" in shown


def test_the_draw_proves_itself(course: str) -> None:
    shown = words(get(DANA, "draw", make_draw(course, 10)))
    assert "The list that was kept and the seed give the same people." in shown
    assert "The answers of today are the same list." in shown
    assert "Fewer were drawn than the" in shown


def test_what_does_not_fit_stays_on_the_page(course: str) -> None:
    make_draw(course)
    answer = post(DANA, case_of("low").public_id, "case-interview", version="1", **{**SAID, "barriers": [""]})
    assert answer.status_code == 400
    assert "This person uses least" in words(answer)
    assert "The plan of the port" in page(answer)
    assert "drawn already" in words(post(DANA, course, "course-cases", size="3"))


def test_a_state_sees_nothing(course: str) -> None:
    draw = make_draw(course)
    case = case_of("high").public_id
    for viewer in (HESSA, BADER, SALIM):
        assert get(viewer, "case", case).status_code == get(viewer, "draw", draw).status_code == 404
        assert post(viewer, case, "case-interview", version="1", **SAID).status_code in (403, 404)
        assert "No success case here" in words(get(viewer, "cases"))
        assert "Nobody was drawn yet." in words(get(viewer, "cases-course", course))
        assert reverse("cases") not in page(get(viewer, "catalogue"))
    assert reverse("cases") in page(get(DANA, "catalogue"))
    assert case_page(DANA, case=case).version == 1


def test_the_queue_is_filtered(course: str) -> None:
    make_draw(course)
    make_interview(case_of("high").public_id)
    assert words(get(DANA, "cases", state="interviewed")).count("uses ") == 1
    assert words(get(DANA, "cases", side="low")).count("uses ") == 2
    assert "Nothing that was released to you fits" in words(get(DANA, "cases", q="RC-99"))


def test_the_queue_takes_the_same_queries_however_long(house: None) -> None:
    first = make_used(("QAT", "X1", 4), ("QAT", "X2", 0), viewer=LAYLA)
    make_draw(first[0], 1)
    client = signed_in(DANA, "en")
    queries(client, reverse("cases"))
    few = queries(client, reverse("cases"))
    make_draw(make_used(viewer=LAYLA, course=make_course(code="RC-8"))[0], 3)
    assert queries(client, reverse("cases")) == few


@pytest.mark.parametrize("route", ["case", "draw", "cases-course"])
def test_what_is_not_there_is_not_found(house: None, route: str) -> None:
    assert get(DANA, route, ABSENT).status_code == 404
    with at(11):
        assert signed_in(DANA, "en").post(reverse(route, args=[ABSENT])).status_code == 405
