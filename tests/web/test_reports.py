"""The pages and files of reports: who reads which, in both languages, with drawings, tables and how it is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from time import perf_counter
from typing import Any

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.runs.reads import release_page, run_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_measured, make_release, make_run
from tests.web.door import page, signed_in, words

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 8, tzinfo=UTC)
ABSENT = "a" * 22


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


@pytest.fixture
def run(db: None) -> str:
    return kept(run_of_three_courses)


def run_of_three_courses() -> str:
    make_house()
    make_measured(courses=3)
    return make_run()


def get(viewer: Viewer, route: str, *args: str, language: str = "en", **query: Any) -> Any:
    return signed_in(viewer, language).get(reverse(route, args=args), query)


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


class Ids(HTMLParser):
    """The ids of a page, and what its drawings refer to."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.ids += [told["id"] or ""] if "id" in told else []
        self.named += (told.get("aria-labelledby") or "").split()


REPORTS = [
    ("run", ()),
    ("run-course", ("RC-201",)),
    ("run-area", ("training_education",)),
    ("run-party", ("QAT",)),
]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_reader_has_a_page_in_both_languages(run: str, language: str) -> None:
    for route, more in REPORTS:
        answer = get(DANA, route, run, *more, language=language)
        assert answer.status_code == 200
        shown = page(answer)
        assert shown.count("<svg xmlns") >= 3
        assert ("كيف نعرف؟" if language == "ar" else "How do we know?") in shown
        assert run_page(DANA, run=run).ref in shown
        found = Ids()
        found.feed(shown)
        assert len(found.ids) == len(set(found.ids))
        assert set(found.named) <= set(found.ids)
        assert " style=" not in shown


def test_those_who_do_not_see_the_run_have_no_page_of_it(run: str) -> None:
    for route, more in REPORTS:
        for viewer in (HESSA, BADER, RASHID, SALIM):
            assert get(viewer, route, run, *more).status_code == 404
            assert get(viewer, f"{route}-file", run, *more, "json").status_code == 404
        assert get(DANA, route, ABSENT, *more).status_code == 404


def test_what_is_not_in_the_run_is_absent(run: str) -> None:
    assert get(DANA, "run-course", run, "RC-999").status_code == 404
    assert get(DANA, "run-area", run, "maritime_security").status_code == 404
    assert get(DANA, "run-party", run, "BHR").status_code == 404
    assert get(DANA, "run-file", run, "docx").status_code == 404


def test_a_course_says_its_verdict_and_leads_back(run: str) -> None:
    said = words(get(DANA, "run-course", run, "RC-201"))
    assert "Benefit shown: the mean gain lies between" in said
    assert "Nobody was measured without the course" in said
    overall = page(get(DANA, "run", run))
    assert reverse("run-course", args=[run, "RC-201"]) in overall
    assert reverse("run-area", args=[run, "training_education"]) in overall
    assert reverse("run-party", args=[run, "QAT"]) in overall
    assert reverse("run", args=[run]) in page(get(DANA, "run-course", run, "RC-201"))


def test_chances_are_behind_a_click_with_the_sentence(run: str) -> None:
    shown = page(get(DANA, "run", run))
    folded = shown[shown.index('id="highest"') :]
    assert folded.index("<details") < folded.index("These parties cannot be told apart.") < folded.index("<svg")
    opened = folded.index("<details")
    assert opened < folded.index("expected rank", opened) < folded.index("</details>")


def test_each_report_is_taken_along_in_three_forms(run: str) -> None:
    for route, more in REPORTS:
        made = {form: get(DANA, f"{route}-file", run, *more, form, language="ar") for form in ("pdf", "csv", "json")}
        assert {answer.status_code for answer in made.values()} == {200}
        told = json.loads(body(made["json"]))
        assert [one["code"] for one in told["parts"]]
        rows = body(made["csv"]).decode("utf-8-sig").splitlines()
        assert len(rows) > 20
        document = pypdfium2.PdfDocument(body(made["pdf"]))
        assert len(document) >= 3


def test_a_file_is_in_the_language_that_is_asked_for(run: str) -> None:
    for language, said in (("ar", "ماذا أفاد التدريب"), ("en", "What the training brought")):
        answer = signed_in(DANA, "en").get(reverse("run-file", args=[run, "json"]), {"language": language})
        assert said in json.loads(body(answer))["title"]
        assert f"-{language}.json" in answer["Content-Disposition"]


def test_a_release_is_read_by_its_audience_and_its_own_part_by_each_party(run: str) -> None:
    release = make_release(run, RASHID)
    for viewer in (HESSA, BADER, LAYLA, DANA, SALIM):
        answer = get(viewer, "release-report", release)
        assert answer.status_code == 200, viewer.account
        assert "Of the cells with people" in words(answer)
    assert get(PUBLIC, "release-report", release).status_code in (302, 404)
    mine = get(HESSA, "release-own", release)
    assert mine.status_code == 200
    assert "What the people of Party QAT gained" in words(mine)
    told = json.dumps(json.loads(body(get(HESSA, "release-own-file", release, "json"))), ensure_ascii=False)
    assert "KWT" not in told
    part_seen = release_page(HESSA, release=release).part_seen
    assert part_seen is not None
    assert set(part_seen.audience) == {"QAT", "NATO-ICI-RC"}
    assert "Party QAT" in words(mine)[words(mine).index("Who may see this") :][:60]
    assert get(LAYLA, "release-own", release).status_code == 404
    assert get(HESSA, "release-own-file", release, "pdf").status_code == 200
    assert get(HESSA, "release-report-file", release, "csv").status_code == 200


def test_a_release_that_is_only_proposed_is_not_read_by_others(run: str) -> None:
    release = make_release(run, RASHID, issue=False)
    assert get(HESSA, "release-report", release).status_code == 404


def test_one_course_takes_a_fixed_number_of_queries_and_little_time(run: str) -> None:
    client = signed_in(DANA, "ar")
    addresses = [reverse("run-course", args=[run, code]) for code in ("RC-201", "RC-202")]
    client.get(addresses[0])
    counts = []
    for address in addresses:
        begun = perf_counter()
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        counts.append(len(found))
        assert (
            perf_counter() - begun < 3
        )  # a second on a machine that does nothing else; `python -m bench training` says
    assert counts[0] == counts[1]
