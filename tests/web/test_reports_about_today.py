"""What stands open today beside the report of a course and of an area: on the page and in every file, and nothing of what is hidden.

Two worlds: in one the centre has findings of its own about the same course, which hold it, were put to Kuwait and are acted on,
and certificates that expire; in the other it has none. Whoever may not see them reads the same to the last byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import finding_list, put_to_me
from mithaq.web.reporting import kept_run, of_area, of_course
from tests.cast import BADER, DANA, LAYLA
from tests.make import make_course, make_measured, make_offering, make_results, make_run
from tests.register.training.test_expiring import make_held
from tests.web.door import papers, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
CENTRE, AREA = "NATO-ICI-RC", "training_education"


@pytest.fixture(autouse=True)
def december(house: None) -> Iterator[None]:
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def course() -> str:
    """A course of the centre in the area, of which the secretariat keeps an offering with results; its certificates are valid
    for twenty months."""
    course = make_course(LAYLA, code="RC-300", areas=[AREA], valid_months=20)
    offering = make_offering(course, LAYLA, begins="2026-03-14", ends="2026-03-18")
    make_results(
        offering, *(("QAT", f"P{at}", 40.0 + 2 * at, 44.0 + 2 * at + at * 7 % 5) for at in range(10)), viewer=LAYLA
    )
    return course


@pytest.fixture
def shared(course: str) -> str:
    """A run of the secretariat's over it; nothing that it finds holds the course."""
    return make_run(LAYLA)


def the_finding(viewer: Viewer = DANA, trigger: str = "below_worthwhile") -> str:
    return next(row.public_id for row in finding_list(viewer, q="RC-300", trigger=trigger).entries)


def act(viewer: Viewer, title: str, due: date) -> None:
    """The viewer's party accepts what it was asked about the course and says what is done."""
    row = next(one for one in put_to_me(viewer) if one.code == "RC-300" and not one.asked.answer)
    findings.answer_finding(viewer, asked=row.asked.public_id, version=row.asked.version, answer="accepted")
    findings.act_on_finding(viewer, asked=row.asked.public_id, title_en=title, due=due, predicted=Decimal(12))


def hide(course: str) -> None:
    """What the centre finds over all that it alone sees: put to Kuwait, acted on, and one that nobody answers."""
    make_held(course)
    make_measured(courses=1)
    make_run(DANA, worthwhile="40")
    findings.share_finding(DANA, finding=the_finding(), party="KWT", note_en="Tell us")
    act(BADER, "A thing of Kuwait alone", date(2027, 1, 15))


def get(viewer: Viewer, route: str, *args: str, language: str = "en") -> Any:
    return signed_in(viewer, language).get(reverse(route, args=args))


def body(answer: Any) -> bytes:
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def today(viewer: Viewer, route: str, *args: str) -> dict[str, Any]:
    second: dict[str, Any] = json.loads(body(get(viewer, route, *args, "json")))["parts"][
        1
    ]  # what has to be done follows what leads
    return second


def everything(viewer: Viewer, run: str) -> list[bytes]:
    """The page and every file of the course and of the area, in both languages; a page without its token."""
    found = []
    for language in ("ar", "en"):
        for name, code in (("run-course", "RC-300"), ("run-area", AREA)):
            found.append(words(get(viewer, name, run, code, language=language)).encode())
            for format in ("pdf", "csv", "json"):
                answer = signed_in(viewer, language).get(
                    reverse(f"{name}-file", args=[run, code, format]), {"language": language}
                )
                found.append(body(answer))
    return found


def test_the_director_reads_what_stands_open_about_the_course(course: str) -> None:
    run = make_run(LAYLA, worthwhile="40")
    for language, said in (("en", "What stands open on 1 December 2026"), ("ar", "ما هو مفتوح في 1 ديسمبر 2026")):
        assert said in words(get(DANA, "run-course", run, "RC-300", language=language))
    told = today(DANA, "run-course-file", run, "RC-300")
    held, opened, *_rest = (one["text"] for one in told["statements"])
    assert held.startswith("The next run of this course is held back until its centre has answered: TF-2026-")
    assert opened.startswith("Findings not settled: ")
    assert told["plots"][0]["rows"][0][3].startswith("the answer of ")
    act(DANA, "Practise more", date(2026, 12, 15))
    with clock.stopped_at(datetime(2027, 1, 1, 8, tzinfo=UTC)):
        told = today(DANA, "run-course-file", run, "RC-300")
        actions = next(plot for plot in told["plots"] if plot["kind"] == "actions")
        assert actions["rows"][0][2:5] == ["RC-300", "15 December 2026", 17]
        assert actions["rows"][0][6] == 12.0
        assert told["how"]["The run"].startswith("not part of E-2026-")
        csv = body(get(DANA, "run-course-file", run, "RC-300", "csv")).decode("utf-8-sig")
        assert "Practise more" in csv
        pages = pypdfium2.PdfDocument(body(get(DANA, "run-course-file", run, "RC-300", "pdf")))
        text = "".join(one.get_textpage().get_text_range() for one in pages)
        assert "What stands open on 1 January 2027" in text
        area = today(LAYLA, "run-area-file", run, AREA)
        assert [plot["kind"] for plot in area["plots"]][:3] == ["by_course", "findings", "actions"]
        assert area["plots"][0]["rows"][0][0].startswith("RC-300 ")
        assert "Practise more" in words(get(LAYLA, "run-area", run, AREA))


def test_the_menu_of_files_leads_to_files_in_both_languages(course: str, shared: str) -> None:
    for name, code in (("run-course", "RC-300"), ("run-area", AREA)):
        answers = papers(signed_in(DANA, "ar"), reverse(name, args=[shared, code]))
        assert sorted(answer["Content-Disposition"].rpartition(f"-{code}-")[2] for answer in answers) == [
            *('ar.csv"', 'ar.json"', 'ar.pdf"'),
            *('en.csv"', 'en.json"', 'en.pdf"'),
        ]


def test_certificates_are_counted_for_the_centre_that_gave_them_alone(course: str, shared: str) -> None:
    make_held(course)
    said = "Certificates of the course that expired in the last half year, and no newer one is held: 1."
    assert said in words(get(DANA, "run-course", shared, "RC-300"))
    assert "Certificates of the course" not in words(get(LAYLA, "run-course", shared, "RC-300"))
    assert "Noura" not in words(get(DANA, "run-course", shared, "RC-300"))
    report = of_course(DANA, kept_run(DANA, shared), "RC-300", "en")
    assert (report.seen.audience, report.seen.caveats) == ((CENTRE,), ("PERSONAL",))
    assert of_course(LAYLA, kept_run(LAYLA, shared), "RC-300", "en").seen.audience == (CENTRE, "SEC")


def test_what_is_hidden_changes_no_byte_of_either_report(course: str, shared: str) -> None:
    before = everything(LAYLA, shared)
    own = everything(DANA, shared)
    hide(course)
    assert before == everything(LAYLA, shared)
    assert all(one != other for one, other in zip(own, everything(DANA, shared), strict=True))
    for told in (
        of_course(DANA, kept_run(DANA, shared), "RC-300", "en"),
        of_area(DANA, kept_run(DANA, shared), AREA, "en"),
    ):
        assert told.seen.audience == (CENTRE,)
    assert b"A thing of Kuwait alone" in b"".join(everything(DANA, shared))


def test_much_that_is_open_takes_the_same_queries(course: str) -> None:
    run = make_run(LAYLA, worthwhile="40")
    act(DANA, "First", date(2027, 1, 15))
    client = signed_in(DANA, "en")
    for address in (reverse("run-course", args=[run, "RC-300"]), reverse("run-area", args=[run, AREA])):
        client.get(address)
        counts = []
        for _ in range(2):
            counts.append(queries(client, address))
            asked = next(one for one in put_to_me(DANA) if one.asked.answer == "accepted").asked.public_id
            findings.act_on_finding(DANA, asked=asked, title_en="Another", due=date(2027, 2, 1), predicted=Decimal(3))
        assert counts[0] == counts[1]
