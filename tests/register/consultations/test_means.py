"""Which courses serve which joint goals: chosen with a reason, by those who see both, taken back with a reason."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.shapes import history_of
from mithaq.access.viewer import acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.consultations import operations, reads
from mithaq.register.consultations.models import Means
from mithaq.register.consultations.standing import stands
from mithaq.register.training.reads import course_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course
from tests.register.consultations.keeping import refused_by_the_database
from tests.register.consultations.test_goals import goals, make_goal, make_interest, measure
from tests.register.counting import counted

HOW: dict[str, Any] = {"how_ar": "تُعلّم ما يُقاس", "how_en": "It teaches what is counted"}


def make_means(goal: str = "", course: str = "", viewer: Any = HESSA, **fields: Any) -> str:
    """A course that serves a goal; the id of that."""
    goal, course = goal or make_goal(make_interest()), course or make_course()
    operations.serve_goal(viewer, goal=goal, course=course, **{**HOW, **fields})
    (found,) = (one for row in goals(viewer) for one in row.means if (row.public_id, one.course) == (goal, course))
    return found.public_id


def test_a_course_serves_a_goal_and_both_say_so() -> None:
    goal, course = make_goal(make_interest(), baseline="20"), make_course()
    make_means(goal, course)
    measure(LAYLA, goal=goal, value="45.5", as_of="2026-06", source="تقرير")
    (shown,) = goals(RASHID)
    assert [(one.code, one.title.en, one.how.ar) for one in shown.means] == [
        ("RC-101", "Energy security", "تُعلّم ما يُقاس")
    ]
    assert shown.state == "moved"
    (served,) = reads.goals_of_course(BADER, course=course)
    assert (served.goal, served.state, served.value, served.as_of) == (goal, "moved", "45.5", "2026-06")
    assert (served.how.en, served.seen.audience) == ("It teaches what is counted", ("KWT", "QAT", "SEC"))


def test_its_history_says_so_on_the_course_and_on_the_goal() -> None:
    goal, course = make_goal(make_interest()), make_course()
    means = make_means(goal, course)
    operations.no_longer_serve(HESSA, means=means, version=1, reason="The course changed")
    lines = [(line.operation, line.reason, line.changes) for line in course_page(RASHID, course=course).history]
    title = "Every course is evaluated"
    assert lines[:2] == [
        ("goals.no_longer_serve", "The course changed", {"goal": [title, None]}),
        ("goals.serve", HOW["how_ar"], {"goal": [None, title]}),
    ]
    with acting_as(RASHID):
        told = history_of(goal)
    assert [line.changes for line in told[:2]] == [{"course": ["RC-101", None]}, {"course": [None, "RC-101"]}]
    assert course_page(SALIM, course=course).history[0].operation == "courses.add"


def test_nothing_enters_without_its_reason() -> None:
    goal, course = make_goal(make_interest()), make_course()
    with pytest.raises(Invalid, match="attention") as said:
        make_means(goal, course, how_ar="", how_en="")
    assert set(said.value.errors) == {"how_ar"}
    means = make_means(goal, course, how_ar="")
    with pytest.raises(Invalid):
        operations.no_longer_serve(HESSA, means=means, version=1, reason="")
    assert len(goals()[0].means) == 1


def test_a_pair_stands_once_and_may_be_chosen_again_after_it_was_taken_back() -> None:
    goal, course = make_goal(make_interest()), make_course()
    first = make_means(goal, course)
    with pytest.raises(Invalid) as said:
        make_means(goal, course, viewer=LAYLA)
    assert set(said.value.errors) == {"course"}
    with pytest.raises(Conflict):
        operations.no_longer_serve(LAYLA, means=first, version=2, reason="x")
    operations.no_longer_serve(LAYLA, means=first, version=1, reason="x")
    assert (goals()[0].means, reads.goals_of_course(LAYLA, course=course)) == ((), ())
    with pytest.raises(Problem) as again:
        operations.no_longer_serve(LAYLA, means=first, version=2, reason="x")
    assert again.value.code == "state"
    assert make_means(goal, course) != first


@pytest.mark.parametrize("wrong", [{"how_ar": "", "how_en": ""}, {"ended_by": "layla"}, {"reason": "x"}, {}], ids=str)
def test_the_database_keeps_it_too(wrong: dict[str, Any]) -> None:
    make_means()
    refused_by_the_database(Means, wrong)


def test_seen_by_those_who_see_both_and_chosen_by_those_who_set_goals() -> None:
    goal = make_goal(make_interest())
    course = make_course(LAYLA, code="RC-9", level="RESTRICTED", audience=("QAT", "SEC", "NATO-ICI-RC"))
    means = make_means(goal, course)
    assert [len(goals(viewer)[0].means) for viewer in (RASHID, LAYLA, BADER)] == [1, 1, 0]
    assert reads.goals_of_course(DANA, course=course) == ()
    for viewer, refused in ((BADER, Absent), (SALIM, Refused), (DANA, Refused), (PUBLIC, Refused)):
        with pytest.raises(refused):
            operations.no_longer_serve(viewer, means=means, version=1, reason="x")
        with pytest.raises(refused):
            operations.serve_goal(viewer, goal=goal, course=course, **HOW)
    for absent in ("nothing", means):
        with pytest.raises(Absent):
            reads.goals_of_course(HESSA, course=absent)
    with pytest.raises(Absent):
        reads.means_named(BADER, means=means)
    assert reads.means_named(HESSA, means=means).code == "RC-9"


def test_what_nobody_would_see_together_is_not_put_together() -> None:
    goal = make_goal(make_interest())
    course = make_course(LAYLA, code="RC-9", level="OFFICIAL", audience=("SEC", "OMN", "NATO-ICI-RC"))
    other = make_goal(make_interest(audience=["QAT"]))
    with pytest.raises(Absent):
        make_means(other, course)
    assert make_means(goal, course, viewer=LAYLA)


def test_as_many_queries_for_three_as_for_one() -> None:
    goal, course = make_goal(make_interest()), make_course()
    make_means(goal, course)
    asked = (lambda: reads.goal_list(RASHID), lambda: reads.goals_of_course(RASHID, course=course))
    once = [counted(one) for one in asked]
    for code in ("RC-102", "RC-103"):
        make_means(goal, make_course(code=code))
        make_means(make_goal(make_interest()), course)
    assert len(reads.goals_of_course(RASHID, course=course)) == 3
    assert [counted(one) for one in asked] == once


@pytest.mark.parametrize(
    ("baseline", "target", "value", "state"),
    [
        *((None, 10, None, "not_measured"), (None, 10, 10, "reached"), (None, 10, 9, "not_known")),
        *((5, 10, 5, "not_moved"), (5, 10, 6, "moved"), (5, 10, 11, "reached"), (5, 10, 4, "not_moved")),
        *((10, 5, 10, "not_moved"), (10, 5, 9, "moved"), (10, 5, 5, "reached"), (10, 5, 11, "not_moved")),
    ],
)
def test_where_a_goal_stands(baseline: Any, target: Any, value: Any, state: str) -> None:
    assert stands(baseline, target, value) == state
