"""Courses that serve goals are named in the ledger and in the reports of a party, with a way to those that the reader may see."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual
from mithaq.register.consultations import operations as table
from mithaq.register.training.reads.naming import CourseCoded
from mithaq.reviews.runs.telling.party import Own
from mithaq.web import reporting
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID
from tests.kept import kept
from tests.make import make_house, make_measured, make_release, make_run
from tests.web.door import page, signed_in, words

pytestmark = pytest.mark.django_db
SERVED = "Its joint goal “Border security”: goal not measured yet. It is served by: Energy security (RC-201)."
Made = tuple[str, str, str]


@pytest.fixture
def made() -> Made:
    return kept(run_with_a_goal)


def run_with_a_goal() -> Made:
    """The course that serves the goal, the run, its release."""
    make_house()
    (course,) = make_measured()
    shared: dict[str, Any] = {"level": "OFFICIAL", "audience": ("QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC")}
    wanted: dict[str, Any] = {"parties": ("QAT", "KWT"), "areas": ("energy",), "title_en": "A want", "source": "S0"}
    interest = table.add_interest(LAYLA, **shared, **wanted).public_id
    given: dict[str, Any] = {"title_en": "Border security", "measure_en": "Incidents", "target": "2", "due": "2028"}
    goal = table.add_goal(LAYLA, interest=interest, baseline="10", **given).public_id
    table.serve_goal(LAYLA, goal=goal, course=course, how_ar="تُعلّم ما يُقاس")
    run = make_run()
    return course, run, make_release(run, RASHID, BADER)


def get(viewer: Any, route: str, *args: str) -> Any:
    return signed_in(viewer, "en").get(reverse(route, args=args))


def test_a_ministry_reads_the_names_and_goes_to_the_courses(made: Made) -> None:
    course, run, release = made
    link = f'<a href="{reverse("course", args=[course])}">Energy security (RC-201)</a>'
    for answer in (get(DANA, "run-party", run, "QAT"), get(HESSA, "release-own", release)):
        assert SERVED in words(answer).replace(" .", ".")
        assert link in page(answer)


def test_the_ledger_names_them_too(made: Made) -> None:
    course, _run, _release = made
    for viewer in (DANA, HESSA):
        told = get(viewer, "party", "QAT")
        assert f'<a href="{reverse("course", args=[course])}">Energy security <bdi>RC-201</bdi></a>' in page(told)


def test_a_release_of_all_names_no_goal(made: Made) -> None:
    _course, _run, release = made
    assert "Border security" not in page(get(HESSA, "release-report", release))


def test_a_name_out_of_the_catalogue_is_for_those_who_may_see_the_course(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People who took no test have no results in the part, which then has no name of their course."""
    _course, _run, release = made
    monkeypatch.setattr(
        "mithaq.reviews.runs.telling.party.courses_of", lambda own: {"RC-7"} if isinstance(own, Own) else set()
    )
    seen, asked = Seen("RESTRICTED", ("QAT",)), list[str]()

    def named(viewer: Any, *, codes: str) -> dict[str, CourseCoded]:
        asked.append(codes)
        return {"RC-7": CourseCoded("x" * 22, "RC-7", Bilingual("", "Few people"), seen)} if codes == "RC-7" else {}

    monkeypatch.setattr(reporting, "course_names", named)
    report = reporting.of_own(HESSA, reporting.kept_release(HESSA, release), "en")
    assert (asked[0], report.speak.course("RC-7"), report.seen.audience) == ("RC-7", "Few people (RC-7)", ("QAT",))
    assert json.loads(reporting.kept_release(HESSA, release).part)["courses"][0]["code"] == "RC-201"
