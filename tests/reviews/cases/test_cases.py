"""Success cases from the draw to what they tell together: who sees them, who may do what, what counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from mithaq.access.models import JournalLine
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.followup.reads import desk
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.cases.reads import case_list, case_page, cases_of_course, check_draw, draw_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_course, make_house
from tests.reviews.cases.worlds import (
    MAHA,
    at,
    case_of,
    make_answer,
    make_confirmed,
    make_draw,
    make_interview,
    make_used,
)

pytestmark = pytest.mark.django_db
ABSENT = "a" * 22


@pytest.fixture
def house(db: None) -> None:
    kept(make_house)


@pytest.fixture
def course(house: None) -> str:
    """A course of which six people said how much they use."""
    return make_used()[0]


def test_it_draws_who_uses_most_and_who_uses_least(course: str) -> None:
    page = draw_page(DANA, draw=make_draw(course))
    assert [(one.side, one.person, one.score) for one in page.cases] == [
        *(("high", "X1", 100), ("high", "X2", 83)),
        *(("low", "X6", 0), ("low", page.cases[3].person, 50)),
    ]
    assert page.cases[3].person in ("X4", "X5")
    assert (page.row.count, page.row.size, page.row.cases, page.row.by.en) == (6, 2, 4, "Dana")
    assert page.checked == check_draw(DANA, draw=page.row.public_id)
    assert page.checked.list_kept
    assert page.checked.same_people
    assert page.checked.list_today
    assert str(page.seed) in str(page.history[0].changes)


def test_only_who_runs_or_keeps_the_offering_sees_it(house: None) -> None:
    course = make_used(viewer=LAYLA)[0]
    draw = make_draw(course, 1)
    case = case_of("low")
    assert case_of("low", LAYLA).public_id == case.public_id
    assert case.seen.audience == ("NATO-ICI-RC", "SEC")
    assert case.seen.caveats == ("PERSONAL",)
    for blind in (
        HESSA,
        RASHID,
        BADER,
        SALIM,
        PUBLIC,
        replace(DANA, clearance=replace(DANA.clearance, personal=False)),
    ):
        assert case_list(blind).entries == ()
        told = cases_of_course(blind, course=course)
        assert (told.draws, [one.drawn for one in told.ends]) == ((), [0, 0])
        for read, named in ((case_page, {"case": case.public_id}), (draw_page, {"draw": draw})):
            with pytest.raises(Absent):
                read(blind, **named)
    for state in (RASHID, BADER):
        with pytest.raises(Refused):
            cases.draw_cases(state, course=course, size=1)


def test_who_neither_runs_nor_keeps_the_offering_draws_nobody(course: str) -> None:
    with pytest.raises(Problem) as problem:
        make_draw(course, viewer=LAYLA)
    assert problem.value.code == "too_few"


def test_from_the_same_answers_it_is_drawn_once(course: str) -> None:
    draw = make_draw(course, 1)
    with pytest.raises(Problem) as problem:
        make_draw(course, 2)
    assert problem.value.code == "drawn"
    assert draw_page(DANA, draw=draw).row.ref in problem.value.say()


def test_there_is_no_seed_to_choose(course: str) -> None:
    with pytest.raises(Invalid):
        OPERATIONS["cases.draw"].run(DANA, course=course, size=1, seed=7)


def test_answers_that_came_since_are_told_and_change_no_draw(house: None) -> None:
    course, offering, form = make_used()
    draw = make_draw(course)
    before = draw_page(DANA, draw=draw).cases
    make_answer(offering, form, "QAT", "X9", 4)
    page = draw_page(DANA, draw=draw)
    assert page.cases == before
    assert (page.checked.list_kept, page.checked.same_people, page.checked.added) == (True, True, 1)
    assert not page.checked.list_today
    assert make_draw(course) != draw


def test_a_draw_that_was_tampered_with_is_found_out(course: str) -> None:
    draw = make_draw(course, 1)
    with acting_as(DANA, writing=True), connection.cursor():
        from mithaq.reviews.cases.models import Case, Draw  # noqa: PLC0415

        Case.objects.filter(side="high").update(person="X2")
        Draw.objects.update(candidates=Draw.objects.get().candidates[:-1])
    found = check_draw(DANA, draw=draw)
    assert not found.same_people
    assert not found.list_kept


def test_too_few_are_drawn_fewer_and_too_alike_not_at_all(house: None) -> None:
    few = make_used(("QAT", "X1", 4), ("QAT", "X2", 2), ("KWT", "X3", 0))[0]
    assert draw_page(DANA, draw=make_draw(few, 10)).row.cases == 2
    alike = make_used(("QAT", "Y1", 2), ("QAT", "Y2", 2), course=make_course(code="RC-8"))[0]
    with pytest.raises(Problem) as problem:
        make_draw(alike, 1)
    assert problem.value.code == "alike"
    with pytest.raises(Problem):
        make_draw(make_course(code="RC-9"), 1)


def test_one_offering_or_one_year_is_drawn_from(house: None) -> None:
    course, first, form = make_used()
    second = make_used(("QAT", "Z1", 4), ("KWT", "Z2", 0), course=course, form=form, begins="2025-03-01")[1]
    by_year = draw_page(DANA, draw=make_draw(course, 10, year=2025))
    assert [one.person for one in by_year.cases] == ["Z1", "Z2"]
    by_offering = draw_page(DANA, draw=make_draw(course, 1, activity=first))
    assert {one.activity for one in by_offering.cases} == {first}
    assert by_offering.row.offering
    with pytest.raises(Problem) as problem:
        make_draw(course, 1, activity=second)
    assert problem.value.code == "drawn"


def test_the_interviewer_does_not_confirm(course: str) -> None:
    make_draw(course)
    case = case_of("high").public_id
    make_interview(case)
    assert "cases.confirm" not in case_page(DANA, case=case).row.may
    assert "cases.confirm" in case_page(MAHA, case=case).row.may
    with pytest.raises(Refused):
        cases.confirm(DANA, case=case, version=2)
    with pytest.raises(Conflict):
        cases.confirm(MAHA, case=case, version=1)
    cases.confirm(MAHA, case=case, version=2)
    page = case_page(DANA, case=case)
    assert page.row.state == "confirmed"
    assert page.row.may == ("cases.withdraw",)
    assert page.interview is not None
    assert page.interview.confirmed_by is not None
    with pytest.raises(Problem):
        make_interview(case, version=3)


def test_who_puts_an_interview_right_is_its_interviewer(course: str) -> None:
    make_draw(course)
    case = case_of("high").public_id
    make_interview(case)
    make_interview(case, MAHA, 2, used="Another port")
    with pytest.raises(Refused):
        cases.confirm(MAHA, case=case, version=3)
    cases.confirm(DANA, case=case, version=3)


@pytest.mark.parametrize(
    ("side", "told", "field"),
    [
        ("high", {"used": ""}, "used"),
        ("low", {"barriers": ()}, "barriers"),
        ("low", {"barriers": ("none", "time")}, "barriers"),
        ("high", {"barriers": ("weather",)}, "barriers"),
        ("high", {"interviewed_on": "2027-01-01"}, "interviewed_on"),
    ],
)
def test_what_an_interview_has_to_say(course: str, side: str, told: dict[str, Any], field: str) -> None:
    make_draw(course)
    with pytest.raises(Invalid) as wrong:
        make_interview(case_of(side).public_id, **told)
    assert list(wrong.value.errors) == [field]


def test_the_next_of_the_list_is_drawn_instead(course: str) -> None:
    draw = make_draw(course, 1)
    first = case_of("high")
    gone: dict[str, Any] = {"version": 1, "state": "declined", "reason": "On leave"}
    cases.no_interview(DANA, case=first.public_id, instead=True, **gone)
    page = case_page(DANA, case=first.public_id)
    assert page.replaced_by is not None
    assert (page.replaced_by.person, page.replaced_by.place) == ("X2", 2)
    assert case_page(DANA, case=page.replaced_by.public_id).instead_of == page.row
    assert check_draw(DANA, draw=draw).same_people
    with acting_as(DANA):
        assert JournalLine.objects.filter(thing=page.replaced_by.public_id, operation="cases.draw").count() == 1
    with pytest.raises(Problem):
        make_interview(first.public_id, version=2)


def test_nobody_is_drawn_instead_who_would_be_no_extreme(house: None) -> None:
    make_draw(make_used(("QAT", "X1", 4), ("KWT", "X2", 0), ("KWT", "X3", 0))[0], 1)
    gone: dict[str, Any] = {"version": 1, "state": "not_reached", "reason": "Moved"}
    with pytest.raises(Problem) as problem:
        cases.no_interview(DANA, case=case_of("high").public_id, instead=True, **gone)
    assert problem.value.code == "nobody_left"
    cases.no_interview(DANA, case=case_of("high").public_id, **gone)


def test_only_confirmed_cases_tell_anything(course: str) -> None:
    make_draw(course)
    make_confirmed(case_of("high").public_id)
    make_confirmed(case_of("low").public_id, barriers=("time", "support"))
    make_interview(case_of("low").public_id)
    high, low = cases_of_course(DANA, course=course).ends
    assert (high.drawn, high.confirmed, high.waiting, high.without) == (2, 1, 1, 0)
    assert (low.drawn, low.confirmed, low.waiting) == (2, 1, 1)
    assert [(one.code, one.count) for one in low.barriers] == [("time", 1), ("support", 1)]
    assert [one.interview.used for one in high.stories] == ["The plan of the port"]


def test_a_case_shows_what_the_person_answered(course: str) -> None:
    make_draw(course, 1)
    said = [one.answer.en for one in case_page(DANA, case=case_of("high").public_id).answers]
    assert said[:3] == ["Yes", "Every week or more often", "There was no time"]


def waits(viewer: Viewer) -> list[str]:
    with at(11, 22):
        return [item.kind for item in desk(viewer).waiting if item.kind in ("interviews", "second_person")]


def test_it_waits_on_the_desk(course: str) -> None:
    assert waits(DANA) == []
    make_draw(course, 1)
    assert waits(DANA) == waits(MAHA) == ["interviews"]
    make_interview(case_of("high").public_id)
    assert waits(DANA) == ["interviews"]
    assert waits(MAHA) == ["interviews", "second_person"]
    assert waits(HESSA) == waits(BADER) == []


@pytest.mark.parametrize("name", ["case", "draw"])
def test_what_is_not_there_is_absent(house: None, name: str) -> None:
    with pytest.raises(Absent):
        (case_page if name == "case" else draw_page)(DANA, **{name: ABSENT})
    with pytest.raises(Absent):
        cases.confirm(DANA, case=ABSENT, version=1)
    with pytest.raises(Absent):
        cases.draw_cases(DANA, course=ABSENT, size=1)


def test_an_observer_draws_and_records_nothing(course: str) -> None:
    make_draw(course, 1)
    case = case_of("high").public_id
    for blind in (SALIM, HESSA):
        with pytest.raises(Refused):
            make_interview(case, blind)
    assert case_of("high").public_id == case


def test_the_journal_tells_each_step(course: str) -> None:
    make_draw(course, 1)
    case = case_of("low").public_id
    make_confirmed(case, barriers=("time", "support"))
    told = [(line.operation, line.changes) for line in case_page(DANA, case=case).history]
    assert told == [
        ("cases.confirm", {"case": ["interviewed", "confirmed"]}),
        ("cases.interview", {"case": ["drawn", "interviewed"], "barriers": ["", "time, support"]}),
    ]
