"""Joint goals in runs: by the courses that serve them, told to each party as far as it could see them itself."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.evaluation.report import Settings
from mithaq.register.consultations import operations as table
from mithaq.register.consultations.reads import goal_list
from mithaq.register.training.reads import course_names
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.composing import compose
from mithaq.reviews.runs.content import Content, GoalMoved
from mithaq.reviews.runs.cutting import cut
from mithaq.reviews.runs.facts.goals import followed
from mithaq.reviews.runs.loading import load
from mithaq.reviews.runs.plain import canonical
from mithaq.reviews.runs.reads import CourseServing, ledger, run_page
from mithaq.reviews.runs.reads.ledger import goals_named
from mithaq.reviews.runs.released import Released
from mithaq.reviews.runs.sources import GoalOf, GoalRecord, Sources
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID
from tests.kept import kept
from tests.make import make_course, make_document, make_house, make_measured, make_release, make_run
from tests.reviews.tables import sources

WORDS = Bilingual("أمن الحدود", "Border security")
ALL = ("QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC")
HOW: dict[str, Any] = {"how_ar": "تُعلّم ما يُقاس"}


def goal(*parties: GoalOf, measured: tuple[tuple[str, str], ...] = ()) -> GoalRecord:
    return GoalRecord("g1", WORDS, parties, measured)


def composed(*goals: GoalRecord) -> tuple[Content, str]:
    given: Sources = replace(sources(), goals=goals)
    made = compose(given, Settings(worthwhile=5.0, seed=1))
    return made.content, made.data_hash


def of_party(content: Content, party: str) -> tuple[GoalMoved, ...]:
    return next(one.goals for one in content.ledger if one.party == party)


def test_a_party_has_the_goals_that_its_courses_serve_and_no_others() -> None:
    content, _ = composed(goal(GoalOf("QAT", "moved", ("RC-1", "RC-3")), GoalOf("OMN", "reached", ("RC-9",))))
    assert of_party(content, "QAT") == (GoalMoved("g1", WORDS, "moved", ("RC-1", "RC-3")),)
    assert [of_party(content, party) for party in ("OMN", "KWT")] == [(), ()]


def test_the_hash_covers_the_goals_and_the_content_is_the_same_for_the_same() -> None:
    one, other = goal(GoalOf("QAT", "moved", ("RC-1",))), goal(GoalOf("QAT", "moved", ("RC-1", "RC-2")))
    assert [canonical(made) for made in composed(one)] == [canonical(made) for made in composed(one)]
    assert composed(one)[1] != composed(other)[1]
    assert composed(one)[1] != composed(replace(one, measured=(("RC-1", "2026"),)))[1]


def test_a_course_is_followed_as_far_as_results_where_its_goal_was_measured_after_a_run() -> None:
    content, _ = composed(goal(measured=(("RC-1", "2026-06"), ("RC-2", "2024-12-31"), ("RC-9", "2027"))))
    assert [(one.code, "L4" in one.asked) for one in content.courses] == [
        ("RC-1", True),
        ("RC-2", False),
        ("RC-3", False),
    ]
    assert any("results" in str(level).lower() for level in content.report.courses[0].evidence.levels)
    assert not followed("RC-1", [goal(measured=(("RC-1", "2030"),))], [])


def test_a_release_says_nothing_of_a_goal() -> None:
    """It goes to parties who may not see the goal, nor that one was measured."""

    def told(*goals: GoalRecord) -> Released:
        made = compose(replace(sources(), goals=goals), Settings(worthwhile=5.0, seed=1))
        return replace(cut(made.content, made.base, ("QAT", "KWT", "BHR", "OMN")).released, data_hash="")

    assert told(goal(GoalOf("QAT", "moved", ("RC-1",)), measured=(("RC-1", "2026-06"),))) == told()
    assert any(one.levels for one in told().courses)


@pytest.fixture
def courses() -> tuple[str, ...]:
    return kept(two_courses)


def two_courses() -> tuple[str, ...]:
    make_house()
    return make_measured(courses=2)


def make_goal(audience: tuple[str, ...] = ALL, level: str = "OFFICIAL", viewer: Any = LAYLA, **fields: Any) -> str:
    given: dict[str, Any] = {"title_en": "Border security", "measure_en": "Incidents", "target": "2", "due": "2028"}
    wanted: dict[str, Any] = {
        "parties": ("QAT", "KWT"),
        "areas": ("energy",),
        "title_en": "Secret want",
        "source": "S0",
    }
    interest = table.add_interest(viewer, level=level, audience=audience, **wanted).public_id
    return table.add_goal(viewer, interest=interest, **{**given, "baseline": "10", **fields}).public_id


def measured(goal: str, value: str, viewer: Any = LAYLA, **fields: Any) -> None:
    fields = {"source": "S0", **fields}
    table.measure_goal(viewer, goal=goal, value=value, as_of=clock.now().date().isoformat(), **fields)  # type: ignore[arg-type]


def goals_in(run: str, party: str, viewer: Any = DANA) -> list[dict[str, Any]]:
    content = json.loads(run_page(viewer, run=run).content)
    return next(one["goals"] for one in content["ledger"] if one["party"] == party)


@pytest.mark.django_db
def test_only_a_goal_that_a_course_serves_stands_in_the_ledger(courses: tuple[str, ...]) -> None:
    found, _ = make_goal(), make_goal()
    assert goals_in(make_run(), "QAT") == []
    table.serve_goal(LAYLA, goal=found, course=courses[0], **HOW)
    measured(found, "6")
    run = make_run()
    (told,) = goals_in(run, "QAT")
    assert (told["goal"], told["state"], told["courses"]) == (found, "moved", ["RC-201"])
    assert goals_in(run, "OMN") == []
    content = json.loads(run_page(DANA, run=run).content)
    assert [one["asked"] for one in content["courses"]] == [["L2", "L4"], ["L2"]]
    runs.check(DANA, run=run)
    assert run_page(DANA, run=run).checked == "same"
    (row,) = table_means(found)
    table.no_longer_serve(LAYLA, means=row, version=1, reason="x")
    assert goals_in(make_run(), "QAT") == []
    runs.check(DANA, run=run)
    assert run_page(DANA, run=run).checked == "data"


def table_means(goal: str) -> list[str]:
    rows = [row for interest in goal_list(LAYLA).interests for row in interest.goals if row.public_id == goal]
    return [one.public_id for row in rows for one in row.means]


@pytest.mark.django_db
def test_a_part_tells_a_party_no_goal_that_it_may_not_see(courses: tuple[str, ...]) -> None:
    """Interests name parties freely: to be named is not to be told."""
    hidden, shown = make_goal(("KWT", "SEC", "NATO-ICI-RC"), title_en="Canary"), make_goal()
    for one in (hidden, shown):
        table.serve_goal(LAYLA, goal=one, course=courses[0], **HOW)
    make_release(make_run(), RASHID, BADER)
    assert [len(ledger(viewer, party=party).goals) for viewer, party in ((HESSA, "QAT"), (BADER, "KWT"))] == [1, 2]
    (own,) = ledger(HESSA, party="QAT").goals
    assert (own.words.en, [one.code for one in own.courses]) == ("Border security", ["RC-201"])


@pytest.mark.django_db
def test_a_course_has_its_name_and_a_way_to_it(courses: tuple[str, ...]) -> None:
    table.serve_goal(LAYLA, goal=make_goal(), course=courses[0], **HOW)
    run = make_run()
    named = CourseServing("RC-201", Bilingual("أمن الطاقة", "Energy security"), courses[0])
    (told,) = ledger(DANA, party="QAT").goals
    assert told.courses == (named,)
    make_release(run, RASHID, BADER)
    (own,) = ledger(HESSA, party="QAT").goals
    assert own.courses == (named,)


@pytest.mark.django_db
def test_who_may_not_see_a_course_is_told_neither_its_name_nor_a_way(courses: tuple[str, ...]) -> None:
    label: dict[str, Any] = {"level": "RESTRICTED", "audience": ("KWT", "SEC", "NATO-ICI-RC")}
    hidden = make_course(LAYLA, code="RC-9", title_en="Canary", **label)
    kept_goal = {"goal": "g", "words": {"ar": "", "en": "A goal"}, "state": "moved", "courses": ["RC-201", "RC-9"]}
    for viewer, title, way in ((HESSA, "", ""), (BADER, "Canary", hidden)):
        assert sorted(course_names(viewer, codes="RC-201,RC-9,RC-0")) == ["RC-201", "RC-9"][: 2 if way else 1]
        with acting_as(viewer):
            ((_, told),) = (one.courses for one in goals_named({"goals": [kept_goal]}, {}))
        assert (told.code, told.title.en, told.course) == ("RC-9", title, way)


@pytest.mark.django_db
def test_nor_a_course_or_a_value_that_it_may_not_see(courses: tuple[str, ...]) -> None:
    found = make_goal()
    table.serve_goal(LAYLA, goal=found, course=courses[0], **HOW)
    measured(found, "10")
    proof = make_document(LAYLA, "بلغ عدد الحوادث اثنتين.", "KWT", "SEC", "NATO-ICI-RC", level="RESTRICTED")
    measured(found, "2", document=proof, sentence=1, source="")
    run = make_run()
    assert [goals_in(run, party)[0]["state"] for party in ("QAT", "KWT")] == ["not_moved", "reached"]


@pytest.mark.django_db
def test_a_want_is_told_to_those_who_may_see_it(courses: tuple[str, ...]) -> None:
    make_goal(("KWT", "SEC", "NATO-ICI-RC"))
    content = json.loads(run_page(DANA, run=make_run()).content)
    told = {one["party"]: [need["words"]["en"] for need in one["needs"]] for one in content["parties"]}
    assert told == {"KWT": ["Secret want"], "OMN": [], "QAT": []}


@pytest.mark.django_db
def test_what_lies_above_the_level_of_a_run_is_in_none(courses: tuple[str, ...]) -> None:
    found = make_goal(("QAT", "KWT", "SEC"), level="CONFIDENTIAL")
    table.serve_goal(LAYLA, goal=found, course=courses[0], **HOW)
    with acting_as(LAYLA):
        seen = load()
    assert (seen.goals, seen.needs) == ((), ())


@pytest.mark.django_db
def test_nor_what_one_of_those_who_read_the_run_may_not_see() -> None:
    """The secretariat keeps the offering and reads the run of the centre: Kuwait's own with the centre stays between them."""
    make_house()
    (course,) = make_measured(LAYLA)
    between, shown = make_goal(("KWT", "NATO-ICI-RC"), viewer=BADER), make_goal()
    for one in (between, shown):
        table.serve_goal(BADER, goal=one, course=course, **HOW)
    run = make_run(DANA)
    assert run_page(LAYLA, run=run).seen.audience == ("NATO-ICI-RC", "SEC")
    assert [one["goal"] for one in goals_in(run, "KWT")] == [shown]
