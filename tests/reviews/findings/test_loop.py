"""The loop: a bad course, a finding, an answer, an action, the next run of it refused until answered, measured again."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Conflict, Problem, Refused
from mithaq.followup.reads import action_page, desk
from mithaq.register.activities.reads import activity_page
from mithaq.register.parties import operations as parties
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import (
    AskedShown,
    actions_of_party,
    asked_page,
    finding_list,
    finding_page,
    of_course,
    put_to_me,
    waiting,
)
from mithaq.reviews.runs.reads import run_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_house, make_offering, make_results
from tests.reviews.findings.worlds import CENTRE, at, evaluate, make_catalogue, make_course_run, the_finding

pytestmark = pytest.mark.django_db


def asked_of(viewer: Viewer) -> AskedShown:
    (row,) = put_to_me(viewer)
    return row.asked


def accept(viewer: Viewer = DANA) -> str:
    """The centre accepts; the id of what it was asked."""
    asked = asked_of(viewer)
    with at(2026, 6, 10):
        findings.answer_finding(
            viewer, asked=asked.public_id, version=asked.version, answer="accepted", text="We agree."
        )
    return asked.public_id


def act(asked: str, viewer: Viewer = DANA, **given: Any) -> str:
    told = {"title_en": "Teach it in Arabic", "due": "2026-08-01", "predicted": "10", **given}
    with at(2026, 6, 15):
        return findings.act_on_finding(viewer, asked=asked, **told).public_id


def outcome(viewer: Viewer = DANA) -> str:
    page = finding_page(viewer, finding=the_finding(viewer).public_id)
    return page.asked[0].remedies[0].outcome


def test_a_bad_course_becomes_a_finding_with_its_evidence(courses: dict[str, str]) -> None:
    (row,) = finding_list(LAYLA).entries
    assert (row.trigger, row.code, row.state, row.severity) == ("below_worthwhile", "RC-9", "open", "high")
    assert row.course is not None
    assert row.course.public_id == courses["RC-9"]
    page = finding_page(LAYLA, finding=row.public_id)
    assert page.evidence.high is not None
    assert page.evidence.high < 8 == page.evidence.line
    assert {"version", "data_hash", "seed", "n", "missing", "design"} <= set(page.evidence.basis)
    assert page.run
    assert page.held
    assert [one.party for one in page.asked] == [CENTRE]
    assert "below the" in row.statement.en
    assert row.statement.ar != row.statement.en
    assert "%(" not in row.statement.ar + row.statement.en


def test_who_sees_it(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA).public_id
    assert the_finding(DANA).public_id == finding
    for blind in (HESSA, RASHID, BADER, SALIM, PUBLIC):
        assert finding_list(blind).entries == ()
        assert of_course(blind, course=courses["RC-9"]) == of_course(blind, course=courses["RC-1"])
        assert waiting(blind) == put_to_me(blind) == ()
        with pytest.raises(Absent):
            finding_page(blind, finding=finding)
        with pytest.raises(Absent):
            asked_page(blind, asked=asked_of(DANA).public_id)


def test_the_same_is_not_opened_twice(courses: dict[str, str]) -> None:
    with at(2026, 6, 2):
        evaluate(LAYLA)
        evaluate(DANA)
    assert len(finding_list(LAYLA).entries) == len(finding_list(DANA).entries) == 1


def test_the_next_run_is_refused_until_the_centre_has_answered(courses: dict[str, str]) -> None:
    with at(2026, 6, 2), pytest.raises(Problem) as problem:
        make_offering(courses["RC-9"], LAYLA, begins="2026-09-01", ends="2026-09-01")
    assert problem.value.code == "held"
    assert "answer" in problem.value.say()
    make_offering(courses["RC-1"], LAYLA, begins="2026-09-01", ends="2026-09-01")
    assert of_course(DANA, course=courses["RC-9"]).held
    accept()
    assert not of_course(DANA, course=courses["RC-9"]).held
    make_offering(courses["RC-9"], LAYLA, begins="2026-09-01", ends="2026-09-01")


def test_a_comment_is_no_answer_yet_and_a_rejection_is_one(courses: dict[str, str]) -> None:
    asked = asked_of(DANA)
    findings.answer_finding(DANA, asked=asked.public_id, version=1, answer="comment", text="We look at it.")
    assert of_course(DANA, course=courses["RC-9"]).held
    with pytest.raises(Conflict):
        findings.reject_finding(DANA, asked=asked.public_id, version=1, reason="The test was wrong.")
    findings.reject_finding(DANA, asked=asked.public_id, version=2, reason="The test was wrong.")
    assert the_finding().state == "rejected"
    assert not of_course(DANA, course=courses["RC-9"]).held
    with pytest.raises(Problem) as problem:
        findings.answer_finding(DANA, asked=asked.public_id, version=3, answer="accepted")
    assert problem.value.code == "settled"
    with at(2026, 6, 20):
        evaluate(LAYLA)
    assert the_finding().state == "rejected"  # the very same evidence is not asked about again


def test_only_who_was_asked_answers(courses: dict[str, str]) -> None:
    asked = asked_of(DANA)
    with pytest.raises(Refused):
        findings.answer_finding(LAYLA, asked=asked.public_id, version=1, answer="accepted")
    with pytest.raises(Absent):
        findings.answer_finding(HESSA, asked=asked.public_id, version=1, answer="accepted")
    with pytest.raises(Refused):
        findings.answer_finding(SALIM, asked=asked.public_id, version=1, answer="accepted")
    assert put_to_me(DANA)[0].asked.may == ("findings.answer", "findings.reject")
    assert finding_page(LAYLA, finding=the_finding(LAYLA).public_id).asked[0].may == ()


def test_it_is_accepted_before_it_is_acted_on(courses: dict[str, str]) -> None:
    with pytest.raises(Problem) as problem:
        act(asked_of(DANA).public_id)
    assert problem.value.code == "not_accepted"


def test_the_action_is_an_action_like_any_other(courses: dict[str, str]) -> None:
    action = act(accept())
    page = action_page(LAYLA, action=action)
    assert (page.row.owner, page.row.due, page.row.title.en) == (CENTRE, "2026-08-01", "Teach it in Arabic")
    with at(2026, 8, 10):
        assert action in {item.thing for item in desk(DANA).late}
    assert the_finding().state == "acting"
    remedy = finding_page(DANA, finding=the_finding().public_id).asked[0].remedies[0]
    assert (remedy.predicted, remedy.outcome) == ("10", "not_yet_known")
    with pytest.raises(Absent):
        action_page(HESSA, action=action)


def test_measured_again_by_itself_it_worked(courses: dict[str, str]) -> None:
    act(accept())
    with at(2026, 7):
        evaluate(LAYLA)
    assert outcome() == "not_yet_known"
    with at(2026, 6, 20):
        make_course_run(courses["RC-9"], 18.0, "2026-09-01", LAYLA, seed=7)
    with at(2026, 10):
        evaluate(LAYLA)
    for viewer in (LAYLA, DANA):
        remedy = finding_page(viewer, finding=the_finding(viewer).public_id).asked[0].remedies[0]
        assert remedy.outcome == "worked"
        assert remedy.low is not None
        assert remedy.low > 0
        assert remedy.run
        assert "It worked" in remedy.words.en


def test_measured_again_it_did_not(courses: dict[str, str]) -> None:
    act(accept(), predicted="20")
    with at(2026, 6, 20):
        make_course_run(courses["RC-9"], 0.0, "2026-09-01", LAYLA, seed=7)
    with at(2026, 10):
        evaluate(LAYLA)
    assert outcome() == "did_not"


def test_a_finding_is_closed_once_it_was_answered(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA)
    with pytest.raises(Problem) as problem:
        findings.close_finding(LAYLA, finding=finding.public_id, version=1, reason="done")
    assert problem.value.code == "not_answered"
    accept()
    version = finding_page(LAYLA, finding=finding.public_id).version
    with pytest.raises(Conflict):
        findings.close_finding(LAYLA, finding=finding.public_id, version=version + 7, reason="done")
    findings.close_finding(LAYLA, finding=finding.public_id, version=version, reason="done")
    assert the_finding().state == "closed"


def test_a_state_that_is_asked_gets_words_and_no_numbers(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA).public_id
    findings.share_finding(LAYLA, finding=finding, party="QAT", note_en="Tell us what your people need.")
    (row,) = put_to_me(HESSA)
    assert row.finding == ""
    assert row.course is not None
    assert not any(letter.isdigit() for letter in row.statement.en + row.statement.ar)
    assert row.asked.note.en == "Tell us what your people need."
    assert [one.asked.public_id for one in waiting(HESSA)] == [row.asked.public_id]
    assert put_to_me(BADER) == ()
    findings.answer_finding(HESSA, asked=row.asked.public_id, version=1, answer="accepted", text="They need practice.")
    assert waiting(HESSA) == ()
    for viewer in (DANA, LAYLA):  # what a state answers, those read who see the finding
        page = finding_page(viewer, finding=finding)
        assert [one.party for one in page.asked] == [CENTRE, "QAT"]
        assert page.row.state == "open"
    assert of_course(HESSA, course=courses["RC-9"]).asked[0].asked.public_id == row.asked.public_id
    action = act(row.asked.public_id, HESSA, title_en="Send people with practice")
    assert action_page(LAYLA, action=action).row.owner == "QAT"


@pytest.mark.parametrize("end", ["close", "reject"])
def test_nobody_is_waited_for_once_the_finding_is_settled(courses: dict[str, str], end: str) -> None:
    """A state that was asked does not see the finding: what it was asked says by itself that no answer is needed."""
    finding, own = the_finding(LAYLA).public_id, asked_of(DANA)
    findings.share_finding(LAYLA, finding=finding, party="QAT")
    if end == "close":
        accept()
        findings.close_finding(
            LAYLA, finding=finding, version=finding_page(LAYLA, finding=finding).version, reason="done"
        )
    else:
        findings.reject_finding(DANA, asked=own.public_id, version=own.version, reason="The test was wrong.")
    (row,) = put_to_me(HESSA)
    assert row.asked.over
    assert row.asked.may == ()
    assert row.late == 0
    assert waiting(HESSA) == actions_of_party(HESSA, party="QAT").waiting == ()
    with pytest.raises(Problem) as problem:
        findings.answer_finding(
            HESSA, asked=row.asked.public_id, version=1, answer="accepted", text="They need practice."
        )
    assert problem.value.code == "settled"


def test_a_party_is_asked_once_and_only_if_it_sees_the_course(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA).public_id
    findings.share_finding(LAYLA, finding=finding, party="QAT")
    for party in ("QAT", "XXX", CENTRE):
        with pytest.raises(Problem):
            findings.share_finding(LAYLA, finding=finding, party=party)
    with pytest.raises(Refused):
        findings.share_finding(HESSA, finding=finding, party="KWT")


def test_a_centre_evaluates_for_itself(db: None) -> None:
    """Its own offerings: nobody else sees the finding, and nobody else is held by it."""
    make_house()
    with at(2026, 1):
        courses = make_catalogue(DANA)
    with at(2026, 6):
        evaluate(DANA)
        assert finding_list(LAYLA).entries == ()
        with pytest.raises(Problem) as problem:
            make_offering(courses["RC-9"], DANA, begins="2026-09-01", ends="2026-09-01")
        assert problem.value.code == "held"
        made = make_offering(courses["RC-9"], LAYLA, begins="2026-09-02", ends="2026-09-02")
    assert activity_page(LAYLA, activity=made).row.state == "open"


def test_who_may_evaluate(courses: dict[str, str]) -> None:
    for viewer in (HESSA, BADER, SALIM, PUBLIC):
        with pytest.raises(Refused):
            evaluate(viewer)


def test_the_centre_is_told_whether_it_worked_also_by_a_run_over_more_than_its_own(courses: dict[str, str]) -> None:
    """The secretariat's run over courses of others, too, is not the centre's to see; what it says of its own remedy is."""
    act(accept())
    parties.add_party(LAYLA, code="CTR2", kind="centre", name_ar="مركز", name_en="Centre")
    with at(2026, 6, 20):
        make_course_run(courses["RC-9"], 18.0, "2026-09-01", LAYLA, seed=7)
        other = make_course(LAYLA, code="CT-1", centre="CTR2")
        audience = ("QAT", "SEC", "CTR2")
        made = make_offering(other, LAYLA, begins="2026-09-01", ends="2026-09-01", audience=audience)
        make_results(made, *(("QAT", f"X{at}", 40.0 + at, 60.0 + at * 1.5) for at in range(8)), viewer=LAYLA)
    with at(2026, 10):
        run = evaluate(LAYLA)
    with pytest.raises(Absent):
        run_page(DANA, run=run)
    remedy = finding_page(DANA, finding=the_finding(DANA).public_id).asked[0].remedies[0]
    assert (remedy.outcome, remedy.run) == ("worked", "")
