"""Interests, joint goals with their measure, results; milestones and anniversaries."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.core.errors import Absent, Invalid, Refused
from mithaq.register.commitments.operations import change_state
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings.operations import attach
from mithaq.register.parties import operations as parties
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_document, make_meeting
from tests.register.consultations.table import ALL
from tests.register.counting import counted

measure: Any = operations.measure_goal  # its form takes texts


def make_interest(**fields: Any) -> str:
    given = {"level": "OFFICIAL", "audience": ALL, "title_en": "Better trained officers", "parties": ["QAT", "KWT"]}
    return operations.add_interest(HESSA, **{**given, "source": "S0", **fields}).public_id


def make_goal(interest: str, **fields: Any) -> str:
    given = {"title_en": "Every course is evaluated", "measure_en": "Courses with a test before and after", "unit": "%"}
    return operations.add_goal(HESSA, interest=interest, **{**given, "target": "90", "due": "2027", **fields}).public_id


def goals(viewer: Any = LAYLA) -> tuple[reads.GoalRow, ...]:
    return tuple(goal for interest in reads.goal_list(viewer).interests for goal in interest.goals)


def test_from_interest_to_goal_to_measured_result() -> None:
    goal = make_goal(make_interest(), baseline="20")
    for value, day in (("45.5", "2026-06"), ("30", "2025")):
        measure(HESSA, goal=goal, value=value, as_of=day, source="تقرير")
    (shown,) = goals(RASHID)
    assert (shown.measure.en, shown.baseline, shown.target, shown.due) == (
        "Courses with a test before and after",
        "20",
        "90",
        "2027",
    )
    assert [(one.value, one.as_of) for one in shown.results] == [("45.5", "2026-06"), ("30", "2025")]
    assert not shown.reached
    measure(HESSA, goal=goal, value="90", as_of="2026-10", source="تقرير")
    assert goals()[0].reached


def test_downwards_a_goal_is_reached_from_above() -> None:
    goal = make_goal(make_interest(), baseline="12", target="6", measure_en="Months between two meetings")
    measure(HESSA, goal=goal, value="8", as_of="2026", source="S")
    assert not goals()[0].reached
    measure(HESSA, goal=goal, value="5.5", as_of="2026-09", source="S")
    assert goals()[0].reached


def test_a_goal_without_a_measure_is_refused() -> None:
    interest = make_interest()
    with pytest.raises(Invalid, match="attention") as said:
        make_goal(interest, measure_en="")
    assert set(said.value.errors) == {"measure_ar"}
    for bad in ({"target": ""}, {"due": ""}, {"title_en": ""}):
        with pytest.raises(Invalid):
            make_goal(interest, **bad)
    assert goals() == ()


def test_a_result_is_seen_by_those_who_may_see_goal_and_proof() -> None:
    goal = make_goal(make_interest())
    proof = make_document(LAYLA, "قُيّمت تسعون في المئة من الدورات.", "QAT", "SEC", level="RESTRICTED")
    measure(HESSA, goal=goal, value="90", as_of="2026", document=proof, sentence=1)
    assert [len(goals(viewer)[0].results) for viewer in (RASHID, BADER)] == [1, 0]
    assert goals(SALIM) == ()
    with pytest.raises(Refused):
        measure(SALIM, goal=goal, value="1", as_of="2026", source="S")


def test_hidden_is_absent() -> None:
    interest = make_interest(audience=["QAT", "SEC"])
    goal = make_goal(interest)
    for asked in (
        lambda: operations.add_goal(BADER, interest=interest, title_en="x", measure_en="x", target="1", due="2027"),
        lambda: measure(BADER, goal=goal, value="1", as_of="2026", source="S"),
        lambda: reads.goal_named(BADER, goal=goal),
        lambda: reads.interest_named(BADER, interest=interest),
        lambda: reads.goal_named(HESSA, goal="nothing"),
    ):
        with pytest.raises(Absent):
            asked()
    assert reads.goal_named(HESSA, goal=goal).title.en == "Every course is evaluated"
    assert reads.interest_named(HESSA, interest=interest).title.en == "Better trained officers"


def test_as_many_queries_for_three_goals_as_for_one() -> None:
    goal = make_goal(make_interest())
    measure(HESSA, goal=goal, value="1", as_of="2026", source="S")
    once = counted(lambda: reads.goal_list(RASHID))
    for _ in range(2):
        measure(HESSA, goal=make_goal(make_interest()), value="1", as_of="2026", source="S")
    assert counted(lambda: reads.goal_list(RASHID)) == once


def test_milestones_come_out_of_dated_facts() -> None:
    make_meeting("icg", date="2014-06-10")
    make_meeting("icg", date="2016-11-20")
    make_meeting("icg", date="2099-11-20")
    told = {one.code: (one.date, one.years, one.anniversary, one.turns) for one in reads.milestone_list(PUBLIC)}
    assert told == {
        "joined:KWT": ("2004-12", 21, "2026-12", 22),
        "joined:QAT": ("2005-03", 21, "2027-03", 22),
        "first:icg": ("2014-06-10", 12, "2027-06-10", 13),
    }
    assert [one.source for one in reads.milestone_list(PUBLIC)] == ["Test", "Test", "Test"]


def test_the_founding_is_a_milestone_with_its_meeting() -> None:
    from mithaq.access.models import Initiative  # noqa: PLC0415
    from mithaq.access.viewer import acting_as  # noqa: PLC0415

    with acting_as(LAYLA, writing=True):
        Initiative.objects.filter(code="ICI").update(founded="2004-06-28")
    make_meeting("summit", date="2004-06-28", city_en="Istanbul")
    founded = next(one for one in reads.milestone_list(PUBLIC) if one.kind == "founded")
    assert founded.meeting is not None
    assert (founded.code, founded.years, founded.meeting.city.en) == ("founded:ICI", 22, "Istanbul")


def test_an_anniversary_tells_what_was_achieved_until_then() -> None:
    make_meeting("icg", date="2014-06-10")
    meeting = make_meeting("icg", date="2016-11-20")
    make_meeting("icg", date="2025-11-20")
    given = {"level": "PUBLIC", "audience": [], "source": "S0"}
    done, later, still = (
        make_commitment(f"افتتاح مركز {n}", said_on=f"20{n}-01-01", viewer=LAYLA, **given) for n in (15, 24, 16)
    )
    for commitment in (done, later):
        change_state(LAYLA, commitment=commitment, state="agreed", reason="x", version=1)
        change_state(LAYLA, commitment=commitment, state="done", reason="x", version=2)
    figure: dict[str, Any] = {"party": "", "comparator": ">", "what_en": "courses", "source": "S0", "level": "PUBLIC"}
    for value, day in (("10", "2015"), ("24", "2019-05"), ("99", "2025")):
        parties.record_figure(LAYLA, **{**figure, "value": value, "as_of": day})
    pack = reads.anniversary_pack(RASHID, milestone="joined:KWT", years=15)
    assert (pack.day, pack.years, [one.code for one in pack.joined]) == ("2019-12", 15, ["joined:KWT", "joined:QAT"])
    assert [(one.series, one.meetings, one.last.public_id) for one in pack.met] == [("icg", 2, meeting)]
    assert [row.public_id for row in pack.done] == [done]
    assert still not in {row.public_id for row in pack.done}
    assert [row.value for row in pack.figures] == ["24"]
    assert pack.seen.level == "PUBLIC"
    assert reads.anniversary_pack(RASHID, milestone="joined:KWT").years == 21


@pytest.mark.parametrize(
    "bad", [{"milestone": "joined:XYZ"}, {"milestone": ""}, {"milestone": "joined:QAT", "years": -1}]
)
def test_there_is_no_such_anniversary(bad: dict[str, Any]) -> None:
    with pytest.raises(Absent):
        reads.anniversary_pack(LAYLA, **bad)


def test_a_hidden_meeting_changes_no_milestone_and_no_pack() -> None:
    make_meeting("icg", date="2014-06-10")
    before = reads.milestone_list(RASHID), reads.anniversary_pack(RASHID, milestone="first:icg", years=10)
    hidden = make_meeting("icg", date="2010-01-01", level="OFFICIAL", audience=["KWT", "SEC"])
    attach(LAYLA, meeting=hidden, document=make_document(LAYLA, "نص.", "KWT", "SEC", level="OFFICIAL"))
    after = reads.milestone_list(RASHID), reads.anniversary_pack(RASHID, milestone="first:icg", years=10)
    assert after == before
    assert reads.milestone_list(BADER) != before[0]
