"""What is overdue goes further up by itself, each step once; the annual review is made of what there is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem, Refused
from mithaq.followup import operations as followup
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.gathering import standing_of
from mithaq.reviews.findings.reads import annual_list, annual_page, finding_list, finding_page, put_to_me
from mithaq.reviews.findings.review_paper import review_paper
from mithaq.reviews.findings.tick import escalate
from tests.cast import BADER, DANA, HESSA, LAYLA
from tests.reviews.findings.worlds import CENTRE, at, evaluate, make_course_run, the_finding

pytestmark = pytest.mark.django_db


def escalated() -> tuple[int, str]:
    page = finding_page(LAYLA, finding=the_finding(LAYLA).public_id)
    return page.escalated, page.row.state


def answered(**given: Any) -> None:
    asked = put_to_me(DANA)[0].asked
    with at(2026, 6, 10):
        findings.answer_finding(DANA, asked=asked.public_id, version=1, answer="accepted")
        told: dict[str, Any] = {"title_en": "Teach it in Arabic", "due": "2026-08-01", "predicted": "10", **given}
        findings.act_on_finding(DANA, asked=asked.public_id, **told)


def test_a_finding_that_nobody_answers_goes_up_at_30_and_at_90_days(courses: dict[str, str]) -> None:
    for month, day, taken, stands in (
        (7, 30, 0, (0, "open")),
        (7, 31, 1, (30, "open")),
        (8, 1, 0, (30, "open")),
        (9, 28, 0, (30, "open")),
        (9, 29, 1, (90, "annual")),
        (12, 1, 0, (90, "annual")),
    ):
        with at(2026, month, day):
            assert escalate() == taken, (month, day)
            assert escalate() == 0
        assert escalated() == stands
    steps = [
        line
        for line in finding_page(LAYLA, finding=the_finding(LAYLA).public_id).history
        if line.operation == "findings.escalate"
    ]
    assert len(steps) == 2
    assert {line.account for line in steps} == {"system"}


def test_long_after_it_goes_all_the_way_at_once(courses: dict[str, str]) -> None:
    with at(2027, 1):
        assert escalate() == 1
    assert escalated() == (90, "annual")


def test_an_action_that_is_late_takes_its_finding_up(courses: dict[str, str]) -> None:
    answered()
    for month, stands in ((8, (0, "acting")), (9, (30, "acting")), (11, (90, "annual"))):
        with at(2026, month, 2):
            escalate()
        assert escalated() == stands


def test_accepted_and_nothing_done_goes_up_too(courses: dict[str, str]) -> None:
    asked = put_to_me(DANA)[0].asked
    with at(2026, 6, 10):
        findings.answer_finding(DANA, asked=asked.public_id, version=1, answer="accepted")
    with at(2026, 8, 5):
        assert escalate() == 1
    assert escalated() == (30, "answered")


def test_what_is_settled_or_done_goes_nowhere(courses: dict[str, str]) -> None:
    answered()
    action = finding_page(DANA, finding=the_finding().public_id).asked[0].remedies[0].action
    with at(2026, 7):
        for version, state in enumerate(("agreed", "under_way", "done"), 1):
            followup.change_action_state(LAYLA, action=action, state=state, reason="so", version=version)
    with at(2027, 6):
        assert escalate() == 0


def review(viewer: Viewer = LAYLA, year: int = 2026, *audience: str) -> str:
    return findings.make_review(
        viewer, centre=CENTRE, year=year, level="RESTRICTED", audience=audience or ("SEC", CENTRE)
    ).public_id


def test_the_annual_review_says_how_each_stands(courses: dict[str, str]) -> None:
    answered()
    with at(2026, 6, 20):
        make_course_run(courses["RC-9"], 18.0, "2026-09-01", LAYLA, seed=7)
    with at(2026, 10):
        evaluate(LAYLA)
    with at(2026, 12):
        made = review()
    for viewer in (LAYLA, DANA):
        shown = annual_page(viewer, review=made)
        assert shown.row.counts == {"proved": 1, "failed": 0, "unproved": 0, "rejected": 0, "open": 0}
        (one,) = shown.findings
        assert one.standing == "proved"
        assert one.answers[0].answer == "accepted"
        assert one.remedies[0].outcome == "worked"
        assert [row.public_id for row in annual_list(viewer).entries] == [made]
    for blind in (HESSA, BADER):
        assert annual_list(blind).entries == ()
        with pytest.raises(Absent):
            annual_page(blind, review=made)


def test_the_review_stays_as_it_was_made(courses: dict[str, str]) -> None:
    with at(2026, 12):
        made = review()
    before = annual_page(LAYLA, review=made)
    answered()
    assert annual_page(LAYLA, review=made).findings == before.findings


def test_only_what_all_readers_may_see_is_in_it(courses: dict[str, str]) -> None:
    with at(2026, 12), pytest.raises(Problem) as problem:
        review(LAYLA, 2026, "SEC", CENTRE, "QAT")
    assert problem.value.code == "nothing"
    with pytest.raises(Refused):
        review(HESSA)


def test_what_was_left_from_before_is_in_it(courses: dict[str, str]) -> None:
    with at(2027, 12):
        assert len(annual_page(LAYLA, review=review(LAYLA, 2027)).findings) == 1
    with pytest.raises(Problem):
        review(LAYLA, 2025)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_its_paper_is_made_in_both_languages(courses: dict[str, str], language: str) -> None:
    answered()
    with clock.stopped_at(datetime(2026, 12, 1, 8, 30, 15, 987654, tzinfo=UTC)):
        shown = annual_page(LAYLA, review=review())
    paper = review_paper(shown, "ar" if language == "ar" else "en")
    assert paper.uncited == ()
    first = pdf(paper)
    assert first.startswith(b"%PDF")
    assert first == pdf(review_paper(shown, "ar" if language == "ar" else "en"))
    assert docx(paper).startswith(b"PK")
    assert len(finding_list(LAYLA).entries) == 1


def test_how_a_finding_counts() -> None:
    worked, failed, unknown = ({"outcome": code} for code in ("worked", "did_not", "not_yet_known"))
    assert standing_of("closed", [unknown]) == "unproved"
    assert standing_of("closed", [failed, worked]) == "proved"
    assert standing_of("acting", [failed]) == "failed"
    assert standing_of("rejected", []) == "rejected"
    assert standing_of("annual", []) == "open"
