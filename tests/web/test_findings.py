"""The pages of findings: what stands there, for whom, in both languages; answering, acting, evaluating and planning in the browser."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import annual_page, finding_list, finding_page, put_to_me
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.kept import kept
from tests.make import make_course, make_offering
from tests.reviews.findings.worlds import (
    CENTRE,
    at,
    evaluate,
    make_catalogue,
    make_course_run,
    make_evaluated,
    the_finding,
)
from tests.web.door import page, queries, signed_in, words

pytestmark = pytest.mark.django_db
ABSENT = "a" * 22


@pytest.fixture
def courses(db: None) -> dict[str, str]:
    """A bad course among good ones, evaluated by the secretariat in June."""
    return kept(make_evaluated)


def get(viewer: Viewer, route: str, *args: str, language: str = "en", **query: Any) -> Any:
    with at(2026, 6, 2):
        return signed_in(viewer, language).get(reverse(route, args=args), query)


def post(viewer: Viewer, route: str, *args: str, **fields: Any) -> Any:
    with at(2026, 6, 3):
        return signed_in(viewer, "en").post(reverse(route, args=args), fields)


def asked(viewer: Viewer = DANA) -> str:
    return put_to_me(viewer)[0].asked.public_id


def review() -> str:
    with at(2026, 6, 5):
        return findings.make_review(
            LAYLA, centre=CENTRE, year=2026, level="RESTRICTED", audience=("SEC", CENTRE)
        ).public_id


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_in_both_languages(courses: dict[str, str], language: str) -> None:
    finding, made = the_finding(LAYLA).public_id, review()
    findings.share_finding(LAYLA, finding=finding, party="QAT", note_en="Tell us")
    for viewer in (LAYLA, DANA):
        for route, args in (
            ("findings", ()),
            ("finding", (finding,)),
            ("asked", (asked(DANA),)),
            ("evaluate", ()),
            ("planning", (courses["RC-9"],)),
            ("annual-reviews", ()),
            ("annual-review", (made,)),
            ("annual-make", ()),
            ("course", (courses["RC-9"],)),
            ("desk", ()),
        ):
            answer = get(viewer, route, *args, language=language)
            assert answer.status_code == 200, route
            assert "None" not in words(answer), route
    assert get(HESSA, "asked", asked(HESSA), language=language).status_code == 200


def test_a_finding_tells_how_it_is_known(courses: dict[str, str]) -> None:
    shown = words(get(DANA, "finding", the_finding().public_id))
    for told in (
        "How do we know",
        "Interval (95 in 100)",
        "Hash of the data",
        "Seed",
        "People with both tests",
        "Threshold",
    ):
        assert told in shown
    assert "This course waits for its centre." in shown


def test_others_find_nothing_of_it(courses: dict[str, str]) -> None:
    finding, made = the_finding(LAYLA).public_id, review()
    for viewer in (HESSA, BADER, SALIM, PUBLIC):
        for route, args in (("finding", finding), ("asked", asked(DANA)), ("annual-review", made)):
            assert get(viewer, route, args).status_code == 404
        assert "RC-9" not in words(get(viewer, "findings"))
        shown = words(get(viewer, "course", courses["RC-9"]))
        assert "waits for its centre" not in shown
        assert "Gain below" not in shown
        assert get(viewer, "annual-paper", made, "pdf").status_code == 404


def test_what_waits_for_an_answer_stands_on_the_desk(courses: dict[str, str]) -> None:
    shown = words(get(DANA, "desk"))
    assert "1 wait for you" in shown
    assert "Findings that wait for your answer" in shown
    assert "Nothing else waits for your decision." in shown
    assert "Findings that wait for your answer" not in words(get(LAYLA, "desk"))
    answer = post(DANA, "act", asked(), "asked-answer", version="1", answer="accepted", text="We agree.")
    assert answer.status_code == 302
    assert answer.url == reverse("finding", args=[the_finding().public_id])
    shown = words(get(DANA, "desk"))
    assert "0 wait for you" in shown
    assert "Findings that wait for your answer" not in shown


def test_it_is_answered_and_acted_on_in_the_browser(courses: dict[str, str]) -> None:
    post(DANA, "act", asked(), "asked-answer", version="1", answer="accepted", text="We agree.")
    form = page(get(DANA, "act", asked(), "asked-act"))
    assert 'value="NATO-ICI-RC" selected' in form
    assert 'value="KWT"' not in form
    told = {"title_en": "In Arabic", "owner": CENTRE, "focal": "", "due": "2026-08-01", "predicted": "10"}
    assert post(DANA, "act", asked(), "asked-act", version="1", **told).status_code == 302
    shown = words(get(DANA, "finding", the_finding().public_id))
    assert "In Arabic" in shown
    assert "Not known yet whether it worked" in shown
    action = finding_page(DANA, finding=the_finding().public_id).asked[0].remedies[0].action
    assert "below the" in words(get(DANA, "action", action))


def test_the_next_run_is_refused_on_its_page(courses: dict[str, str]) -> None:
    from mithaq.register.training import operations as training  # noqa: PLC0415

    when = {"begins": "2026-09-01", "ends": "2026-09-02", "zone": "Asia/Kuwait", "capacity": 20}
    given: dict[str, Any] = {**when, "level": "OFFICIAL", "audience": ("SEC", CENTRE)}
    run = training.offer_course(LAYLA, course=courses["RC-9"], **given).public_id
    assert "This course waits for its centre." in words(get(LAYLA, "activity", run))
    answer = post(LAYLA, "act", run, "activity-step", version="1", state="open", reason="")
    assert answer.status_code == 400
    assert "This course waits for its centre" in words(answer)
    post(DANA, "act", asked(), "asked-reject", version="1", reason="The test was wrong.")
    assert post(LAYLA, "act", run, "activity-step", version="1", state="open", reason="").status_code == 302


def test_one_evaluates_in_the_browser(house: None) -> None:
    with at(2026, 1):
        make_catalogue(DANA)
    shown = words(get(DANA, "evaluate"))
    assert "Seats unused" in shown
    assert "corrected for many looks" in shown
    assert post(DANA, "evaluate", title_en="").status_code == 400
    assert post(DANA, "evaluate", title_en="All", year="1999").status_code == 400
    assert post(DANA, "evaluate", title_en="All").status_code == 302
    assert [row.code for row in finding_list(DANA).entries] == ["RC-9"]
    assert get(HESSA, "evaluate").status_code == 403


def test_what_a_size_can_show_is_told_before_the_course(courses: dict[str, str]) -> None:
    few, many = (words(get(DANA, "planning", courses["RC-9"], seats=seats)) for seats in (4, 200))
    assert "That is too few" in few
    assert "That is enough" in many
    assert "Give 1 to" in words(get(DANA, "planning", courses["RC-9"], seats=99999))
    assert "has measured this course yet" in words(get(HESSA, "planning", courses["RC-9"]))
    activity = make_offering(courses["RC-1"], LAYLA, begins="2026-09-01", ends="2026-09-01", capacity=4)
    assert "That is too few" in words(get(LAYLA, "activity", activity))
    assert "What this size can show" not in words(get(HESSA, "activity", activity))
    assert "What this size can show" not in words(get(DANA, "course", make_course(code="NEW")))


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_annual_review_is_a_file_in_both_languages(courses: dict[str, str], format: str) -> None:
    made = review()
    for language in ("ar", "en"):
        answer = get(DANA, "annual-paper", made, format, language=language)
        assert answer.status_code == 200
        assert answer.content[:2] in (b"%P", b"PK")
        ref = annual_page(DANA, review=made).row.ref
        assert answer["Content-Disposition"] == f'attachment; filename="mithaq-review-{ref}-{language}.{format}"'
    assert get(DANA, "annual-paper", made, "html").status_code == 404
    answer = post(LAYLA, "annual-make", centre=CENTRE, year="2026", level="RESTRICTED", audience=[CENTRE])
    assert answer.status_code == 302


@pytest.mark.parametrize("route", ["finding", "asked", "annual-review", "planning"])
def test_what_is_absent_is_absent(route: str, courses: dict[str, str]) -> None:
    assert get(LAYLA, route, ABSENT).status_code == 404


def test_a_list_takes_the_same_queries_however_long(courses: dict[str, str]) -> None:
    client = signed_in(LAYLA, "en")
    queries(client, reverse("findings"))
    few = queries(client, reverse("findings"))
    with at(2026, 1):
        for number in range(3):
            course = make_course(code=f"RC-2{number}", least_gain="8", least_gain_agreed_by="All")
            make_course_run(course, -2.0, "2026-02-01", LAYLA, seed=20 + number)
    with at(2026, 6, 4):
        evaluate(LAYLA)
    assert len(finding_list(LAYLA).entries) == 4
    assert queries(client, reverse("findings")) == few
