"""What a centre proposes as a means to a joint goal: it counts only when those who name means have accepted it."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.consultations import operations, reads
from mithaq.register.consultations.models import ProposedMeans
from mithaq.register.training.models import Course
from mithaq.register.training.reads import course_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course
from tests.register.consultations.keeping import refused_by_the_database
from tests.register.consultations.test_goals import goals, make_goal, make_interest
from tests.register.consultations.test_means import HOW, make_means
from tests.register.counting import counted

SHARED = ("QAT", "KWT", "SEC", "NATO-ICI-RC")


def make_shared_goal(**fields: Any) -> str:
    """A goal of Qatar's that the centre sees too."""
    return make_goal(make_interest(**{"audience": SHARED, **fields}))


def make_proposal(goal: str = "", course: str = "", viewer: Viewer = DANA, **fields: Any) -> str:
    """What the Regional Centre proposes; the id of that."""
    goal, course = goal or make_shared_goal(), course or make_course()
    operations.propose_means(viewer, goal=goal, course=course, **{**HOW, **fields})
    return next(one.public_id for one in reads.means_proposed(viewer, course=course) if one.goal == goal)


def test_a_proposal_is_no_means_until_it_is_accepted() -> None:
    goal, course = make_shared_goal(), make_course()
    proposal = make_proposal(goal, course)
    (row,) = goals(RASHID)
    assert row.means == ()
    assert [(one.code, one.party, one.how.ar, one.may) for one in row.proposed] == [
        ("RC-101", "NATO-ICI-RC", HOW["how_ar"], ("goals.accept_means", "goals.refuse_means"))
    ]
    operations.accept_means(RASHID, means_proposal=proposal, version=1)
    (row,) = goals(DANA)
    assert (row.proposed, [(one.code, one.how.en) for one in row.means]) == ((), [("RC-101", HOW["how_en"])])
    assert reads.means_proposed(DANA, course=course) == ()
    assert reads.means_proposal(DANA, means_proposal=proposal).state == "accepted"


def test_what_is_refused_stays_with_its_reason_and_may_be_proposed_again() -> None:
    goal, course = make_shared_goal(), make_course()
    proposal = make_proposal(goal, course)
    with pytest.raises(Invalid):
        operations.refuse_means(HESSA, means_proposal=proposal, version=1, reason="")
    operations.refuse_means(HESSA, means_proposal=proposal, version=1, reason="Another course does it")
    (shown,) = reads.means_proposed(DANA, course=course)
    assert (shown.state, shown.reason, shown.may) == ("refused", "Another course does it", ())
    assert (goals(HESSA)[0].means, goals(HESSA)[0].proposed) == ((), ())
    again = make_proposal(goal, course)
    assert [one.public_id for one in reads.means_proposed(DANA, course=course)] == [again] != [proposal]


def test_a_centre_withdraws_what_was_not_answered() -> None:
    proposal = make_proposal()
    assert reads.means_proposal(DANA, means_proposal=proposal).may == ("goals.withdraw_means",)
    with pytest.raises(Refused):
        operations.withdraw_means(RASHID, means_proposal=proposal, version=1)
    operations.withdraw_means(DANA, means_proposal=proposal, version=1)
    for answer in (operations.accept_means, operations.withdraw_means):
        with pytest.raises(Problem) as said:
            answer(LAYLA, means_proposal=proposal, version=2)
        assert said.value.code == "state"


def test_one_waits_at_a_time_and_naming_the_pair_accepts_it() -> None:
    goal, course = make_shared_goal(), make_course()
    proposal = make_proposal(goal, course)
    with pytest.raises(Invalid) as said:
        make_proposal(goal, course)
    assert set(said.value.errors) == {"goal"}
    with pytest.raises(Conflict):
        operations.accept_means(RASHID, means_proposal=proposal, version=7)
    make_means(goal, course)
    assert reads.means_proposal(DANA, means_proposal=proposal).state == "accepted"
    with pytest.raises(Invalid) as said:
        make_proposal(goal, course)
    assert set(said.value.errors) == {"course"}


def test_who_may_propose_and_who_may_answer() -> None:
    goal, course = make_shared_goal(), make_course()
    for viewer in (RASHID, HESSA, BADER, SALIM, PUBLIC):
        with pytest.raises(Refused):
            operations.propose_means(viewer, goal=goal, course=course, **HOW)
    proposal = make_proposal(goal, course)
    for viewer in (DANA, SALIM, PUBLIC):
        with pytest.raises(Refused):
            operations.accept_means(viewer, means_proposal=proposal, version=1)
    operations.accept_means(LAYLA, means_proposal=proposal, version=1)


def test_a_centre_proposes_its_own_courses_alone() -> None:
    goal = make_shared_goal(audience=("QAT", "SEC", "NATO-ICI-RC"))
    course = make_course()
    with acting_as(LAYLA, writing=True):
        Course.objects.update(centre="OTHER")
    with pytest.raises(Refused):
        operations.propose_means(DANA, goal=goal, course=course, **HOW)


def test_nobody_learns_of_a_goal_that_they_may_not_see() -> None:
    hidden = make_goal(make_interest(audience=("QAT", "SEC")))
    course = make_course()
    for goal in (hidden, "nothing"):
        with pytest.raises(Absent):
            operations.propose_means(DANA, goal=goal, course=course, **HOW)
    proposal = make_proposal(hidden, course, LAYLA)
    assert reads.means_proposed(DANA, course=course) == reads.means_proposed(BADER, course=course) == ()
    assert len(reads.means_proposed(RASHID, course=course)) == 1
    for viewer in (DANA, BADER, PUBLIC):
        with pytest.raises(Absent):
            reads.means_proposal(viewer, means_proposal=proposal)
    with pytest.raises(Absent):
        operations.withdraw_means(DANA, means_proposal=proposal, version=1)
    assert all(line.operation != "goals.propose_means" for line in course_page(DANA, course=course).history)


def test_its_history_says_so_on_the_course_and_on_the_goal() -> None:
    goal, course = make_shared_goal(), make_course()
    operations.refuse_means(RASHID, means_proposal=make_proposal(goal, course), version=1, reason="Not yet")
    lines = [(line.operation, line.reason) for line in course_page(DANA, course=course).history]
    assert lines[:2] == [("goals.refuse_means", "Not yet"), ("goals.propose_means", HOW["how_ar"])]
    with acting_as(RASHID):
        assert [line.operation for line in history_of(goal)][:2] == ["goals.refuse_means", "goals.propose_means"]


@pytest.mark.parametrize(
    "wrong",
    [
        *({"how_ar": "", "how_en": ""}, {"state": "accepted"}, {"answered_by": "layla"}, {}),
        {"state": "refused", "answered_by": "layla", "answered_at": "2026-01-01T00:00:00Z"},
    ],
    ids=str,
)
def test_the_database_keeps_it_too(wrong: dict[str, Any]) -> None:
    make_proposal()
    refused_by_the_database(ProposedMeans, wrong)


def test_as_many_queries_for_three_as_for_one() -> None:
    goal, course = make_shared_goal(), make_course()
    make_proposal(goal, course)
    asked = (lambda: reads.goal_list(RASHID), lambda: reads.means_proposed(RASHID, course=course))
    once = [counted(one) for one in asked]
    for code in ("RC-102", "RC-103"):
        make_proposal(goal, make_course(code=code))
        make_proposal(make_shared_goal(), course)
    assert len(reads.means_proposed(RASHID, course=course)) == 3
    assert [counted(one) for one in asked] == once
