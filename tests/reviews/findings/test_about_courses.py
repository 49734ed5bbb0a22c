"""What stands open today about a course and about the courses of an area; each viewer reads what he sees and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic_core import to_json

from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent
from mithaq.followup import operations as actions
from mithaq.followup.reads import action_page
from mithaq.register.training.models import Course
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.models import Finding
from mithaq.reviews.findings.reads import about_area, about_course, put_to_me
from mithaq.reviews.findings.reads.stands import ActionCounts, FindingCounts
from mithaq.reviews.findings.tick import escalate
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.make import make_course
from tests.reviews.findings.worlds import CENTRE, at, evaluate, make_course_run, the_finding

pytestmark = pytest.mark.django_db
AREA = "energy"


@pytest.fixture
def course(courses: dict[str, str]) -> str:
    """The bad one of the courses, which with a good one is of an area; to be answered by the first of July."""
    of_area("RC-9", "RC-1")
    return courses["RC-9"]


def of_area(*codes: str) -> None:
    with acting_as(LAYLA, writing=True):
        Course.objects.filter(code__in=codes).update(areas=(AREA,))


def accept(viewer: Viewer) -> str:
    (row,) = put_to_me(viewer)
    findings.answer_finding(viewer, asked=row.asked.public_id, version=1, answer="accepted")
    return row.asked.public_id


def act(viewer: Viewer, asked: str, due: str = "2026-08-01") -> str:
    told: dict[str, Any] = {"title_en": f"Done by {viewer.party}", "due": due, "predicted": "10"}
    return findings.act_on_finding(viewer, asked=asked, **told).public_id


def waits(course: str) -> tuple[str, str, str]:
    (one,) = about_course(LAYLA, course=course).findings
    return one.waits, one.party, one.day


def test_each_finding_says_what_it_waits_for(course: str) -> None:
    with at(2026, 6, 10):
        found = about_course(DANA, course=course)
        assert found.held
        assert [one.held for one in found.findings] == [True]
        assert waits(course) == ("answer", CENTRE, "2026-07-01")
        assert [one.asked.party for one in found.waiting] == [CENTRE]
        asked = accept(DANA)
        assert waits(course) == ("plan", "", "")
        assert not about_course(DANA, course=course).held
        action = act(DANA, asked)
        act(DANA, asked, "2026-07-15")
        assert waits(course) == ("action", CENTRE, "2026-07-15")
    with at(2026, 7, 20):
        found = about_course(DANA, course=course)
        assert [one.late for one in found.actions] == [5, 0]
        assert (found.counts, found.found) == (ActionCounts(open=2, late=1), FindingCounts(open=1))
        for one in found.actions:
            for state in ("agreed", "done"):
                version = action_page(LAYLA, action=one.action).version
                actions.change_action_state(LAYLA, action=one.action, version=version, state=state, reason="It is so")
        assert waits(course) == ("measurement", "", "")
        assert about_course(DANA, course=course).counts == ActionCounts(unproved=2)
        findings.close_finding(LAYLA, finding=the_finding(LAYLA).public_id, version=the_version(), reason="It was done")
        assert about_course(DANA, course=course).findings == ()
        assert action


def the_version() -> int:
    with acting_as(LAYLA):
        return int(Finding.objects.get().version)


def test_what_nobody_answers_goes_before_the_annual_review(course: str) -> None:
    for month, day in ((8, 1), (10, 1)):
        with at(2026, month, day):
            escalate()
    with at(2026, 10, 2):
        assert waits(course) == ("review", "", "")
        assert about_course(LAYLA, course=course).found == FindingCounts(open=1, escalated=1)


def test_each_sees_his_own_of_it(course: str) -> None:
    with at(2026, 6, 10):
        findings.share_finding(LAYLA, finding=the_finding(LAYLA).public_id, party="QAT", note_en="Tell us")
        mine = about_course(HESSA, course=course)
        assert (mine.findings, mine.found, mine.held) == ((), FindingCounts(), False)
        assert [one.asked.party for one in mine.waiting] == ["QAT"]
        assert not any(letter.isdigit() for one in mine.waiting for letter in one.statement.en + one.statement.ar)
        for blind in (BADER, SALIM, PUBLIC):
            found = about_course(blind, course=course)
            assert (found.findings, found.actions, found.waiting, found.held) == ((), (), (), False)
            assert found.seen.level == "PUBLIC"
        assert {one.asked.party for one in about_course(LAYLA, course=course).waiting} == {CENTRE, "QAT"}
        assert set(about_course(LAYLA, course=course).seen.audience) == {"SEC", CENTRE}


def test_what_another_party_is_asked_and_does_changes_nothing(course: str) -> None:
    def read() -> list[bytes]:
        return [to_json(about_course(HESSA, course=course)), to_json(about_area(HESSA, area=AREA))]

    with at(2026, 6, 10):
        before = read()
        findings.share_finding(LAYLA, finding=the_finding(LAYLA).public_id, party="KWT", note_en="Tell us")
        act(BADER, accept(BADER))
        act(DANA, accept(DANA))
        assert before == read()
        assert len(about_area(BADER, area=AREA).actions) == 1


def test_an_area_has_its_findings_and_actions_by_course_and_its_needs(course: str) -> None:
    with at(2026, 6, 10):
        act(DANA, accept(DANA))
        with acting_as(LAYLA, writing=True):
            need = Finding.objects.get()
            need.pk, need.public_id, need.ref = None, "n" * 22, "TF-2026-900"
            need.course, need.code, need.centre, need.trigger = None, "", "", "need_without_course"
            need.subject, need.state = f"{AREA}: Pipelines", "open"
            need.parts = [{"code": AREA, "ar": "أنابيب", "en": "Pipelines"}]
            need.save(force_insert=True)
        found = about_area(LAYLA, area=AREA)
        (one,) = found.courses
        assert (one.course.code, one.findings, one.actions) == ("RC-9", FindingCounts(open=1), ActionCounts(open=1))
        assert [(one.waits, one.row.code) for one in found.findings] == [("action", "RC-9")]
        assert [one.title.en for one in found.actions] == [f"Done by {CENTRE}"]
        assert ["Pipelines" in one.statement.en for one in found.needs] == [True]
        other = about_area(LAYLA, area="cyber")
        assert (other.courses, other.findings, other.actions, other.needs) == ((), (), (), ())
        assert about_area(BADER, area=AREA).courses == ()


def test_a_course_that_is_not_seen_is_absent(course: str) -> None:
    with pytest.raises(Absent):
        about_course(LAYLA, course="a" * 22)


def test_the_same_queries_however_many(course: str) -> None:
    counts = []
    with at(2026, 6, 10):
        asked = accept(DANA)
        act(DANA, asked)
        for number in range(2):
            with CaptureQueriesContext(connection) as found:
                about_course(LAYLA, course=course)
                about_area(LAYLA, area=AREA)
            counts.append(len(found))
            act(DANA, asked)
            another = make_course(LAYLA, code=f"RC-8{number}", least_gain="8", least_gain_agreed_by="All")
            make_course_run(another, 0.0, "2026-03-01", LAYLA, seed=number)
            of_area(f"RC-8{number}")
            evaluate(LAYLA)
    assert counts[0] == counts[1]
    assert len(about_area(LAYLA, area=AREA).courses) == 3
