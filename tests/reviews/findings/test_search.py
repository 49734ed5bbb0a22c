"""Findings, what was put to parties, annual reviews, runs and releases are found by those who see them, and by nobody else."""

from __future__ import annotations

import pytest

from mithaq.access.viewer import Viewer
from mithaq.archive.reads import Hit, named, search
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import annual_list, asked_page, finding_page, put_to_me
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.reads import release_list, release_page, run_list
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID
from tests.reviews.findings.worlds import CENTRE, at, the_finding

pytestmark = pytest.mark.django_db


def hits(viewer: Viewer, q: str, kind: str = "") -> list[Hit]:
    return list(search(viewer, q=q, kind=kind).hits)


def found(viewer: Viewer, q: str, kind: str = "") -> list[tuple[str, str]]:
    return [(hit.kind, hit.thing) for hit in hits(viewer, q, kind)]


def test_a_finding_is_found_by_its_trigger_course_statement_and_reference(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA)
    for q in ("Gain below", "تحسّن", "RC-9", "Course RC-9", "points worthwhile", "نقطة مجدي"):
        for viewer in (LAYLA, DANA):
            assert found(viewer, q, "finding") == [("finding", finding.public_id)], q
        for blind in (HESSA, BADER, RASHID, PUBLIC):
            assert found(blind, q, "finding") == []
    assert finding.ref.startswith("TF-2026-")
    for typed in (finding.ref, finding.ref.lower(), f"what of {finding.ref}?"):
        assert found(LAYLA, typed)[0] == ("finding", finding.public_id)
        assert found(HESSA, typed, "finding") == []
    (hit,) = hits(LAYLA, finding.ref)
    assert "Course RC-9" in hit.title.en
    assert named(LAYLA, things=finding.public_id)[finding.public_id].ref == finding.ref
    assert named(HESSA, things=finding.public_id) == {}


def test_what_the_centre_answers_is_found_with_the_finding(courses: dict[str, str]) -> None:
    asked = put_to_me(DANA)[0].asked.public_id
    findings.answer_finding(DANA, asked=asked, version=1, answer="accepted", text="Manoeuvres instead of lectures")
    finding = the_finding(LAYLA)
    assert found(LAYLA, "manoeuvres") == found(DANA, "manoeuvre") == [("finding", finding.public_id)]
    assert found(HESSA, "manoeuvres") == []
    version = finding_page(LAYLA, finding=finding.public_id).version
    findings.close_finding(LAYLA, finding=finding.public_id, version=version, reason="Settled in Doha")
    assert found(DANA, "Doha settled") == [("finding", finding.public_id)]


def test_what_a_state_is_asked_is_found_in_words_by_itself(courses: dict[str, str]) -> None:
    finding = the_finding(LAYLA)
    asked = findings.share_finding(LAYLA, finding=finding.public_id, party="QAT", note_en="Interpreters").public_id
    findings.answer_finding(HESSA, asked=asked, version=1, answer="comment", text="Falconry")
    ref = asked_page(HESSA, asked=asked).ref
    for viewer in (HESSA, RASHID, LAYLA, DANA):
        assert found(viewer, "falconry") == found(viewer, ref) == [("asked", asked)]
        assert found(viewer, "interpreters") == [("asked", asked)]
    (hit,) = hits(HESSA, ref)
    assert not set("0123456789") & set(hit.passage.text.replace("RC-9", ""))
    assert found(HESSA, "worthwhile gain", "finding") == []
    for blind in (BADER, PUBLIC):
        assert found(blind, "falconry") == found(blind, ref) == []


def test_an_annual_review_is_found_by_its_centre_and_year(courses: dict[str, str]) -> None:
    wanted = {"centre": CENTRE, "year": 2026, "level": "RESTRICTED", "audience": ("SEC", CENTRE)}
    with at(2026, 12):
        review = findings.make_review(LAYLA, **wanted).public_id  # type: ignore[arg-type]
    (row,) = annual_list(LAYLA).entries
    assert row.ref.startswith("AR-2026-")
    for q in (row.ref, "2026"):
        assert ("annual-review", review) in found(DANA, q)
        assert found(HESSA, q, "annual-review") == []


def test_a_run_is_found_and_a_release_by_its_audience_once_it_is_issued(courses: dict[str, str]) -> None:
    (run,) = run_list(LAYLA).entries
    assert found(LAYLA, run.ref) == [("run", run.public_id)]
    assert ("run", run.public_id) in found(LAYLA, "RC-9")
    given = {"level": "OFFICIAL", "audience": ("QAT",), "title_en": "Autumn figures"}
    release = runs.propose(LAYLA, run=run.public_id, **given).public_id  # type: ignore[arg-type]
    assert (found(LAYLA, "autumn"), found(HESSA, "autumn")) == ([("release", release)], [])
    for one in release_page(LAYLA, release=release).consents:
        runs.agree({"QAT": RASHID, "KWT": BADER}[one.party], consent=one.public_id, version=1)
    runs.issue(LAYLA, release=release, version=1)
    (row,) = release_list(HESSA).entries
    for q in (row.ref, "autumn figures"):
        assert found(HESSA, q) == [("release", release)]
        assert found(BADER, q) == []
    assert found(HESSA, "RC-1", "release") == [("release", release)]
    assert found(HESSA, run.ref, "run") == []
    runs.withdraw(LAYLA, release=release, version=2, reason="Wrong")
    assert found(HESSA, row.ref) == [("release", release)]
    assert found(HESSA, "RC-1", "release") == []
