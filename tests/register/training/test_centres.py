"""Centres and their way to accreditation: criteria with evidence, the visit, the decision, the review."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.training import operations as training
from mithaq.register.training.dossiers import TRANSITIONS, State, check_step
from mithaq.register.training.reads import centre_list, centre_page, criterion_page, dossier_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.kept import kept
from tests.make import make_course, make_house, make_offering

pytestmark = pytest.mark.django_db
CENTRE = "NATO-ICI-RC"


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    kept(make_house)
    training.add_centre(LAYLA, party=CENTRE, about_en="In Kuwait", opened="2017-01", source="Test")


def make_dossier(*audience: str) -> str:
    return training.open_dossier(
        LAYLA,
        centre=CENTRE,
        level="OFFICIAL",
        audience=audience or ("QAT", CENTRE),
        network_ar="شبكة مراكز التدريب",
        network_en="PTEC",
        since="2019",
    ).public_id


def judged(dossier: str, *met: str) -> None:
    for number, one in enumerate(met, 1):
        training.set_criterion(LAYLA, dossier=dossier, number=number, words_en=f"Criterion {number}")
        criterion = dossier_page(LAYLA, dossier=dossier).criteria[number - 1].public_id
        training.show_evidence(DANA, criterion=criterion, version=1, evidence="The yearly report")
        training.judge_criterion(LAYLA, criterion=criterion, version=2, met=one)


def visited(dossier: str) -> None:
    found: Any = {"on": "2026-05-04", "assessors": "Two of the network", "found_en": "Good"}
    training.note_inspection(LAYLA, dossier=dossier, **found)


def step(dossier: str, state: str, version: int, **given: object) -> None:
    training.step_dossier(LAYLA, dossier=dossier, version=version, state=state, **given)  # type: ignore[arg-type]


def test_a_centre_is_public_with_what_the_viewer_may_see_of_it() -> None:
    course, activity = make_course(), make_offering(make_course(code="RC-2"))
    page = centre_page(HESSA, centre=CENTRE)
    assert (page.about.en, page.row.opened, len(page.courses)) == ("In Kuwait", "2017-01", 2)
    assert [row.public_id for row in page.offerings] == [activity]
    seen = centre_page(PUBLIC, centre=CENTRE)
    assert (seen.courses[0].public_id, seen.offerings, seen.may) == (course, (), ())
    assert [row.party for row in centre_list(PUBLIC)] == [CENTRE]
    with pytest.raises(Absent):
        centre_page(PUBLIC, centre="QAT")


def test_a_centre_is_added_once_by_who_manages_centres() -> None:
    with pytest.raises(Invalid):
        training.add_centre(LAYLA, party=CENTRE)
    with pytest.raises(Invalid):
        training.add_centre(LAYLA, party="QAT")
    with pytest.raises(Refused):
        training.add_centre(DANA, party=CENTRE)
    training.describe_centre(DANA, centre=CENTRE, version=1, city_en="Kuwait City")
    with pytest.raises(Conflict):
        training.describe_centre(DANA, centre=CENTRE, version=1, city_en="Doha")
    with pytest.raises(Refused):
        training.describe_centre(HESSA, centre=CENTRE, version=2, city_en="Doha")
    assert centre_page(PUBLIC, centre=CENTRE).row.city.en == "Kuwait City"


def test_from_candidate_to_accredited_and_its_review() -> None:
    dossier = make_dossier()
    with pytest.raises(Problem) as problem:
        step(dossier, "assessed", 1)
    assert problem.value.code == "no_criteria"
    judged(dossier, "yes", "yes")
    step(dossier, "assessed", 1)
    visited(dossier)
    step(dossier, "visited", 2)
    step(dossier, "accredited", 3, decision="It meets them all", decided_on="2026-06-01", review_due="2029-06-01")
    shown = dossier_page(HESSA, dossier=dossier)
    assert (shown.state, shown.decided_on, shown.review_due) == ("accredited", "2026-06-01", "2029-06-01")
    assert [(one.met, one.evidence, one.judged_by) for one in shown.criteria] == [
        ("yes", "The yearly report", "layla")
    ] * 2
    assert shown.inspections[0].assessors == "Two of the network"
    with clock.stopped_at(datetime(2029, 7, 1, tzinfo=UTC)):
        assert dossier_page(HESSA, dossier=dossier).review_overdue
    assert centre_page(HESSA, centre=CENTRE).row.states == ("accredited",)


@pytest.mark.parametrize(
    ("met", "state", "given", "code"),
    [
        (("yes", "part"), "accredited", {"decision": "d", "review_due": "2029-01-01"}, "not_met"),
        (("yes",), "accredited", {"review_due": "2029-01-01"}, "no_words"),
        (("yes",), "accredited", {"decision": "d"}, "no_review"),
        (("yes",), "candidate", {}, "transition"),
    ],
)
def test_a_decision_that_cannot_be(met: tuple[str, ...], state: str, given: dict[str, object], code: str) -> None:
    dossier = make_dossier()
    judged(dossier, *met)
    step(dossier, "assessed", 1)
    visited(dossier)
    step(dossier, "visited", 2)
    with pytest.raises(Problem) as problem:
        step(dossier, state, 3, **given)
    assert problem.value.code == code
    assert dossier_page(LAYLA, dossier=dossier).state == "visited"


def test_the_table_leads_everywhere_and_nowhere_else() -> None:
    assert set(TRANSITIONS) == set(State)
    for was in State:
        for becomes in State:
            given = {
                "criteria": ("yes",),
                "visited": True,
                "decision": "d",
                "review_due": datetime(2029, 1, 1, tzinfo=UTC),
            }
            if becomes in TRANSITIONS[was]:
                check_step(was, becomes, **given)  # type: ignore[arg-type]
            else:
                with pytest.raises(Problem):
                    check_step(was, becomes, **given)  # type: ignore[arg-type]


def test_the_dossier_is_seen_by_those_it_was_released_to() -> None:
    dossier = make_dossier()
    judged(dossier, "yes")
    criterion = dossier_page(DANA, dossier=dossier).criteria[0].public_id
    for viewer in (BADER, SALIM, PUBLIC):
        with pytest.raises(Absent):
            dossier_page(viewer, dossier=dossier)
        with pytest.raises(Absent):
            criterion_page(viewer, criterion=criterion)
        assert centre_page(viewer, centre=CENTRE).dossiers == ()
        assert centre_list(viewer)[0].states == ()
    with pytest.raises(Refused):
        training.judge_criterion(DANA, criterion=criterion, version=3, met="no")
    with pytest.raises(Refused):
        training.show_evidence(HESSA, criterion=criterion, version=3, evidence="x")


def test_a_criterion_in_other_words_is_judged_again() -> None:
    dossier = make_dossier()
    judged(dossier, "yes")
    training.set_criterion(LAYLA, dossier=dossier, number=1, words_en="Other words")
    (criterion,) = dossier_page(LAYLA, dossier=dossier).criteria
    assert (criterion.words.en, criterion.met, criterion.judged_by) == ("Other words", "", "")


def test_a_centre_plans_its_year() -> None:
    training.plan_year(DANA, centre=CENTRE, level="OFFICIAL", audience=("QAT",), year="٢٠٢٧", aims_en="Six courses")
    assert [(one.year, one.aims.en) for one in centre_page(HESSA, centre=CENTRE).years] == [(2027, "Six courses")]
    assert centre_page(BADER, centre=CENTRE).years == ()
