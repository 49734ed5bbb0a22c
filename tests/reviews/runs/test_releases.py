"""Releases: an act, with the consent of each party, after which others see what was cut and nothing else."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.viewer import acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.instruments.models import Result
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.reads import (
    consent_page,
    ledger,
    release_list,
    release_page,
    release_rows,
    releases_asked,
    run_page,
)
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_measured, make_offering, make_release, make_results, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house() -> None:
    kept(make_house)


def test_before_it_is_issued_others_see_nothing_but_what_they_are_asked() -> None:
    make_measured()
    release = make_release(make_run(), issue=False)
    for viewer in (RASHID, BADER, LAYLA, SALIM, PUBLIC):
        assert not release_list(viewer).entries
        with pytest.raises(Absent):
            release_page(viewer, release=release)
    (asked,) = releases_asked(RASHID)
    assert (asked.party, asked.answer, asked.open) == ("QAT", "asked", True)
    assert asked.seen.audience == ("NATO-ICI-RC", "QAT")
    assert not releases_asked(LAYLA)
    (other,) = releases_asked(BADER)
    with pytest.raises(Absent):
        consent_page(RASHID, consent=other.public_id)


def test_what_a_party_is_shown_before_is_made_of_its_own_results_alone() -> None:
    (course,) = make_measured()
    make_release(make_run(), issue=False)
    (asked,) = releases_asked(RASHID)
    before = json.loads(consent_page(RASHID, consent=asked.public_id).content)
    assert [cell["n"] for cell in before["cells"]] == [8]
    offering = make_offering(course, begins="2026-03-14", ends="2026-03-18", capacity=50)
    make_results(offering, *(("KWT", f"K{at}", 30.0 + at, 90.0 - 3 * at) for at in range(9)))
    make_release(make_run(), issue=False)
    again = json.loads(consent_page(RASHID, consent=releases_asked(RASHID)[0].public_id).content)
    assert again == before


def test_an_issued_release_is_numbered_and_seen_by_its_audience() -> None:
    make_measured(courses=2)
    release = make_release(make_run(), RASHID, BADER)
    for viewer in (RASHID, BADER, LAYLA, DANA):
        page = release_page(viewer, release=release)
        assert page.row.ref.startswith("R-")
        assert page.row.state == "issued"
        assert json.loads(page.content)["table"]["total"]["n"] == 48
        assert page.attack["recovered"] == 0
        assert page.attack["equations"] > 0
    with pytest.raises(Absent):
        release_page(PUBLIC, release=release)
    assert release_page(RASHID, release=release).run == ""
    assert release_page(DANA, release=release).run


def test_only_its_own_part_and_consent_are_told_to_a_party() -> None:
    make_measured()
    release = make_release(make_run(), RASHID, BADER)
    page = release_page(HESSA, release=release)
    assert json.loads(page.part)["facts"]["party"] == "QAT"
    assert {one.party for one in page.consents} == {"QAT"}
    assert "KWT" not in page.part
    assert {one.party for one in release_page(DANA, release=release).consents} == {"KWT", "OMN", "QAT"}
    assert release_page(LAYLA, release=release).part == ""


def test_who_did_not_agree_has_no_row() -> None:
    make_measured()
    release = make_release(make_run(), RASHID)
    rows = release_rows(LAYLA, release=release).rows
    assert not {row[0] for row in rows} & {"KWT", "OMN"}


def test_declining_needs_a_reason_and_can_be_taken_back() -> None:
    make_measured()
    run = make_run()
    make_release(run, issue=False)
    (asked,) = releases_asked(BADER)
    with pytest.raises(Invalid):
        runs.decline(BADER, consent=asked.public_id, version=1, reason="")
    runs.decline(BADER, consent=asked.public_id, version=1, reason="Too early")
    (asked,) = releases_asked(BADER)
    assert (asked.answer, asked.reason) == ("declined", "Too early")
    with pytest.raises(Conflict):
        runs.agree(BADER, consent=asked.public_id, version=1)
    runs.agree(BADER, consent=asked.public_id, version=2)
    assert releases_asked(BADER)[0].answer == "agreed"


def test_only_the_party_answers_and_only_the_makers_issue() -> None:
    make_measured()
    release = make_release(make_run(), issue=False)
    (asked,) = releases_asked(RASHID)
    with pytest.raises(Refused):
        runs.agree(HESSA, consent=asked.public_id, version=1)
    with pytest.raises(Refused):
        runs.agree(DANA, consent=asked.public_id, version=1)
    with pytest.raises(Absent):
        runs.agree(BADER, consent=asked.public_id, version=1)
    with pytest.raises(Absent):
        runs.issue(LAYLA, release=release, version=1)
    with pytest.raises(Refused):
        runs.issue(RASHID, release=release, version=1)
    with pytest.raises(Conflict):
        runs.issue(DANA, release=release, version=7)
    runs.issue(DANA, release=release, version=1)
    with pytest.raises(Refused):
        runs.withdraw(LAYLA, release=release, version=2, reason="No")
    with pytest.raises(Problem, match="issued or withdrawn"):
        runs.agree(RASHID, consent=asked.public_id, version=1)
    with pytest.raises(Problem, match="any more"):
        runs.issue(DANA, release=release, version=2)


def test_an_issued_release_stays_as_it_was_when_the_data_changes() -> None:
    make_measured()
    run = make_run()
    release = make_release(run, RASHID, BADER)
    before = release_page(LAYLA, release=release)
    with acting_as(DANA, writing=True):
        Result.objects.all().delete()
    assert release_page(LAYLA, release=release) == before


def test_a_late_test_is_not_told_by_a_second_release() -> None:
    (course,) = make_measured()
    make_release(make_run(), RASHID, BADER)
    offering = make_offering(course, begins="2026-06-14", ends="2026-06-18")
    make_results(offering, ("QAT", "P90", 40.0, 61.0))
    with pytest.raises(Problem, match="fewer than 5 people differ"):
        make_release(make_run(), RASHID, BADER)
    make_results(offering, *(("KWT", f"P8{at}", 40.0 + at, 55.0 + 2 * at) for at in range(6)))
    second = make_release(make_run(), issue=False)
    runs.issue(DANA, release=second, version=1)
    assert release_page(DANA, release=second).attack["earlier"]


def test_withdrawn_numbers_are_shown_no_more_but_to_the_makers() -> None:
    make_measured()
    release = make_release(make_run(), RASHID, BADER)
    runs.withdraw(DANA, release=release, version=2, reason="A mistake in the data")
    page = release_page(RASHID, release=release)
    assert (page.row.state, page.reason, page.content, page.part) == ("withdrawn", "A mistake in the data", "", "")
    assert release_page(DANA, release=release).content
    assert not release_rows(RASHID, release=release).rows
    assert ledger(HESSA, party="QAT").source == ""
    with pytest.raises(Problem):
        runs.withdraw(DANA, release=release, version=3, reason="Again")


def test_one_release_of_a_run_is_proposed_at_a_time() -> None:
    make_measured()
    run = make_run()
    make_release(run, issue=False)
    with pytest.raises(Problem, match="proposed already"):
        make_release(run, issue=False)
    assert len(run_page(DANA, run=run).releases) == 1


def test_a_title_and_known_parties_are_needed() -> None:
    make_measured()
    run = make_run()
    with pytest.raises(Invalid):
        make_release(run, title_ar="", title_en="")
    with pytest.raises(Invalid):
        make_release(run, audience=("XYZ",))
    with pytest.raises(Absent):
        make_release(run, viewer=LAYLA)


def test_the_ledger_comes_with_the_release() -> None:
    make_measured()
    make_release(make_run(), RASHID, BADER)
    own = ledger(HESSA, party="QAT")
    assert (own.source, own.learned, own.used, own.verdict) == ("part", 8, 8, "benefit_shown")
    other = ledger(BADER, party="QAT")
    assert (other.used, other.completed, other.goals) == (None, None, ())
    with CaptureQueriesContext(connection) as found:
        ledger(HESSA, party="QAT")
    assert len(found) <= 8


def test_a_public_release_is_seen_by_all() -> None:
    make_measured()
    release = make_release(make_run(), RASHID, BADER, level="PUBLIC", audience=())
    page = release_page(PUBLIC, release=release)
    assert page.content
    assert not page.consents
    assert not page.part


def test_of_nobody_there_is_nothing_to_release() -> None:
    offering = make_offering(begins="2026-03-14", ends="2026-03-18")
    make_results(offering, *(("QAT", f"P{at}", 40.0 + at, None) for at in range(6)))
    with pytest.raises(Problem) as refused:
        make_release(make_run(), issue=False)
    assert refused.value.code == "nobody"
