"""What stands open today, beside a frozen run: on the page and in every file, to each as far as he may see it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import finding_list, put_to_me
from mithaq.reviews.runs.reads import release_page
from mithaq.web.reporting import kept_run, of_run
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_course, make_measured, make_offering, make_release, make_results, make_run
from tests.web.door import page, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
CENTRE = "NATO-ICI-RC"


@pytest.fixture(autouse=True)
def december(house: None) -> Iterator[None]:
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


@pytest.fixture
def run(december: None) -> str:
    """A run of which a finding was put to Qatar and to Kuwait; Qatar accepted and acts until January."""
    make_measured(courses=1)
    run = make_run(worthwhile="40")
    for party in ("QAT", "KWT"):
        findings.share_finding(DANA, finding=the_finding(), party=party)
    act(HESSA, "Send people with practice")
    return run


def the_finding() -> str:
    return next(row.public_id for row in finding_list(DANA).entries if row.trigger == "below_worthwhile")


def act(viewer: Viewer, title: str) -> None:
    """The viewer's party accepts what it was asked and says what is done."""
    (row,) = put_to_me(viewer)
    findings.answer_finding(viewer, asked=row.asked.public_id, version=row.asked.version, answer="accepted")
    told: dict[str, Any] = {"title_en": title, "due": "2027-01-15", "predicted": "12"}
    findings.act_on_finding(viewer, asked=row.asked.public_id, **told)


def get(viewer: Viewer, route: str, *args: str, language: str = "en") -> Any:
    return signed_in(viewer, language).get(reverse(route, args=args))


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def today(answer: Any) -> dict[str, Any]:
    """The last part of a report as JSON has it."""
    second: dict[str, Any] = json.loads(body(answer))["parts"][1]  # what has to be done follows what leads
    return second


def later(month: int) -> Any:
    return clock.stopped_at(datetime(2027, month, 1, 8, tzinfo=UTC))


def test_a_ministry_reads_its_open_actions_beside_the_run(run: str) -> None:
    release = make_release(run, RASHID)
    with later(2):
        said = words(get(HESSA, "release-own", release))
        told = today(get(HESSA, "release-own-file", release, "json"))
        assert told["code"] == "today"
        assert told["title"] == "What stands open on 1 February 2027"
        assert "Open actions that came of findings: 1, of which past their day: 1." in said
        assert "Nothing that was put to it waits for its answer." in said
        (row,) = told["plots"][0]["rows"]
        assert row[1:] == ["RC-201", "15 January 2027", 17, "Proposed (0%)", 12.0, "Not known yet"]
        assert row[0].endswith("Send people with practice")
        ref = release_page(HESSA, release=release).row.ref
        assert told["how"]["The run"] == f"not part of {ref}, which is frozen"
        assert told["how"]["As of"] == "1 February 2027"
        csv = body(get(HESSA, "release-own-file", release, "csv")).decode("utf-8-sig")
        assert "Send people with practice" in csv
        pages = pypdfium2.PdfDocument(body(get(HESSA, "release-own-file", release, "pdf")))
        text = "".join(one.get_textpage().get_text_range() for one in pages)
        assert "What stands open on 1 February 2027" in text


def test_what_another_party_does_is_not_in_a_party_s_part(run: str) -> None:
    release = make_release(run, RASHID)
    before = body(get(HESSA, "release-own-file", release, "json"))
    assert "Put to it and not answered yet: 1" in words(get(BADER, "release-own", release))
    act(BADER, "A thing of Kuwait alone")
    assert "A thing of Kuwait alone" in words(get(BADER, "release-own", release))
    assert body(get(HESSA, "release-own-file", release, "json")) == before
    assert "Send people with practice" not in page(get(BADER, "release-own", release))
    assert get(SALIM, "release-report", release).status_code == 200
    assert "A thing of Kuwait" not in page(get(SALIM, "release-own", release))


def test_a_report_is_for_those_to_whom_both_were_released() -> None:
    """A finding of the centre's own stands beside the run that it shares with the secretariat: for the centre alone."""
    make_measured(DANA, courses=1)
    make_run(DANA, worthwhile="40")
    offering = make_offering(make_course(LAYLA, code="RC-300"), LAYLA, begins="2026-03-14", ends="2026-03-18")
    make_results(offering, *(("QAT", f"P{at}", 40.0 + at, 50.0 + 2 * at) for at in range(8)), viewer=LAYLA)
    shared = make_run(LAYLA)
    for viewer, audience in ((DANA, (CENTRE,)), (LAYLA, (CENTRE, "SEC"))):
        kept = kept_run(viewer, shared)
        assert kept.seen.audience == (CENTRE, "SEC")
        assert of_run(viewer, kept, "en")[0].seen.audience == audience


def test_a_run_is_told_with_how_findings_stand(run: str) -> None:
    for language, said in (("en", "What stands open on 1 December 2026"), ("ar", "ما هو مفتوح في 1 ديسمبر 2026")):
        assert said in words(get(DANA, "run", run, language=language))
    told = today(get(DANA, "run-file", run, "json"))
    assert [plot["kind"] for plot in told["plots"]] == ["standing", "unsettled"]
    assert told["plots"][0]["columns"][-3:] == [
        "Worked, as measured again", "Closed and not proved", "Did not work, as measured again",
    ]  # fmt: skip
    assert told["plots"][0]["rows"][0][1:] == [1, 0, 0, 0, 0]
    assert told["statements"][0]["text"] == "Open actions that came of findings: 1, of which past their day: 0."
    assert get(DANA, "run-file", run, "pdf").status_code == 200


def test_a_party_of_many_actions_takes_the_same_queries(run: str) -> None:
    client, address = signed_in(DANA, "en"), reverse("run-party", args=[run, "QAT"])
    client.get(address)
    counts = []
    for _ in range(2):
        counts.append(queries(client, address))
        asked = put_to_me(HESSA)[0].asked.public_id
        told: dict[str, Any] = {"title_en": "Another", "due": "2027-02-01", "predicted": "3"}
        findings.act_on_finding(HESSA, asked=asked, **told)
    assert counts[0] == counts[1]
