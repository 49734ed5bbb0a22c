"""Certificates that expire: until when, what the badge and its verifier say of it, and whose wait for a newer one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Invalid
from mithaq.papers.typeset import pdf
from mithaq.register.activities import operations as activities
from mithaq.register.training import operations as training
from mithaq.register.training.badges import read_badge
from mithaq.register.training.certificate_paper import certificate_paper
from mithaq.register.training.reads import certificate_list, certificate_page, course_page, expiring, issuer, verify
from mithaq.register.training.sealing import signing_key
from mithaq.register.training.validity import last_instant, valid_until
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_course, make_house, make_nomination, make_offering
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
RUNS = {"2025": ("2025-03-14", "2025-03-18"), "2026": ("2026-03-14", "2026-03-18")}
NOW = datetime(2027, 12, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(NOW):
        yield


def make_held(course: str, year: str = "2025", viewer: Viewer = HESSA, **fields: Any) -> str:
    """Somebody of this viewer's party completed the run of this year and has a certificate of the day after; its id."""
    begins, ends = RUNS[year]
    before = datetime.fromisoformat(f"{begins}T08:00:00Z").replace(month=1)
    with clock.stopped_at(before):
        activity = make_offering(course, seats={"QAT": 3, "KWT": 3}, begins=begins, ends=ends)
        nomination = make_nomination(activity, viewer, **{"name_ar": "نورة الكواري", **fields})
        activities.accept(DANA, nomination=nomination, version=2)
    with clock.stopped_at(datetime.fromisoformat(f"{ends}T16:00:00Z")):
        activities.note_participation(DANA, nomination=nomination, version=3, result="completed")
        return training.issue_certificate(DANA, nomination=nomination).public_id


def link_of(certificate: str) -> str:
    return certificate_page(DANA, certificate=certificate).link


@settings(max_examples=40, deadline=None)
@given(some.dates(date(1990, 1, 1), date(2090, 12, 31)), some.integers(1, 600))
def test_months_are_those_of_the_calendar(ends: date, months: int) -> None:
    until = valid_until(ends, months)
    assert until is not None
    assert (until.year - ends.year) * 12 + until.month - ends.month == months
    assert until.day == min(ends.day, monthrange(until.year, until.month)[1])
    assert valid_until(ends, None) is None


def test_a_certificate_is_valid_for_as_long_as_the_course_said_on_that_day() -> None:
    course = make_course(valid_months="٣٦")
    certificate = make_held(course)
    assert course_page(PUBLIC, course=course).facts["valid_months"] == "36"
    training.describe_course(DANA, course=course, version=1, valid_months=12)
    assert certificate_page(HESSA, certificate=certificate).valid_until == "2028-03-18"
    training.describe_course(DANA, course=course, version=2, valid_months="")
    second = make_held(course, "2026")
    assert certificate_page(HESSA, certificate=second).valid_until == ""
    assert verify(PUBLIC, link=link_of(second)).state == "valid"


@pytest.mark.parametrize("months", ["0", "601", "-1", "soon"])
def test_months_that_cannot_be(months: str) -> None:
    with pytest.raises(Invalid) as problem:
        make_course(valid_months=months)
    assert set(problem.value.errors) == {"valid_months"}


def test_its_link_says_until_when_and_that_it_expired() -> None:
    link = link_of(make_held(make_course(valid_months=36)))
    for day, state in (
        ("2028-03-18T20:59:59Z", "valid"),  # the house is three hours ahead
        ("2028-03-18T21:00:00Z", "expired"),
    ):
        with clock.stopped_at(datetime.fromisoformat(day)):
            said = verify(PUBLIC, link=link)
            assert (said.valid_until, said.state, said.revoked) == ("2028-03-18", state, False), day
            (shown,) = certificate_list(HESSA, activity=activity_of(said.begins))
            assert shown.expired is (state == "expired")


def activity_of(begins: str) -> str:
    from mithaq.register.activities.reads import activity_list  # noqa: PLC0415

    return next(row.public_id for row in activity_list(HESSA).entries if row.begins == begins)


def test_revoked_counts_more_than_expired() -> None:
    certificate = make_held(make_course(valid_months=12))
    link = link_of(certificate)
    assert verify(PUBLIC, link=link).state == "expired"
    training.revoke_certificate(DANA, certificate=certificate, version=1, reason="By mistake")
    assert verify(PUBLIC, link=link).state == "revoked"


def test_another_library_takes_the_badge_until_it_expires_and_says_that_it_did() -> None:
    course = make_course(valid_months=600)
    badge = verify(PUBLIC, link=link_of(make_held(course))).badge
    said = jwt.decode(badge, options={"verify_signature": False})
    assert said["validUntil"] == "2075-03-18T20:59:59Z"
    assert said["exp"] == int(last_instant(date(2075, 3, 18)).timestamp())
    verifier = OB3Verifier.for_issuer_did(issuer(PUBLIC))
    assert verifier.verify(badge).achievement.name == "Energy security"
    training.describe_course(DANA, course=course, version=1, valid_months=1)
    over = verify(PUBLIC, link=link_of(make_held(course, "2026"))).badge  # until April of 2026
    with pytest.raises(OB3VerificationError, match=r"(?i)expired"):
        verifier.verify(over)
    assert read_badge(over, signing_key().public_key())["validUntil"] == "2026-04-18T20:59:59Z"


def test_who_moves_the_day_of_a_badge_breaks_its_seal() -> None:
    badge = verify(PUBLIC, link=link_of(make_held(make_course(valid_months=12)))).badge
    head, _, signature = badge.split(".")
    said = jwt.decode(badge, options={"verify_signature": False})
    later = jwt.encode({**said, "validUntil": "2099-01-01T00:00:00Z", "exp": 4_070_908_800}, "x" * 32, "HS256")
    forged = f"{head}.{later.split('.')[1]}.{signature}"
    with pytest.raises(OB3VerificationError):
        OB3Verifier.for_issuer_did(issuer(PUBLIC)).verify(forged)
    with pytest.raises(jwt.InvalidTokenError):
        read_badge(forged, signing_key().public_key())


def test_the_paper_says_until_when_in_both_languages() -> None:
    paper = certificate_paper(verify(PUBLIC, link=link_of(make_held(make_course(valid_months=36)))))
    told = {name: value for block in paper.blocks for name, value in getattr(block, "pairs", ())}
    assert (told["صالحة حتى"], told["Valid until"]) == ("18 مارس 2028", "18 March 2028")
    assert pdf(paper).startswith(b"%PDF")
    endless = certificate_paper(verify(PUBLIC, link=link_of(make_held(make_course(code="RC-2"), "2026"))))
    assert "Valid until" not in {name for block in endless.blocks for name, _ in getattr(block, "pairs", ())}


def test_those_that_expire_are_told_to_the_party_and_the_centre_with_the_next_run() -> None:
    course = make_course(valid_months=36)
    certificate = make_held(course)
    make_held(course, viewer=BADER, name_ar="", name_en="Hamad Al-Sabah")
    nxt = make_offering(course, seats={"QAT": 2}, begins="2028-02-01", ends="2028-02-05")
    (row,) = expiring(HESSA).entries
    assert (row.certificate, row.party, row.name.en, row.course.code) == (
        certificate,
        "QAT",
        "Noura Al-Kuwari",
        "RC-101",
    )
    assert (row.valid_until, row.days) == ("2028-03-18", 108)
    assert re.fullmatch(r"A-2025-\w+-001/QAT-1", row.ref)
    assert row.next is not None
    assert (row.next.public_id, row.may) == (nxt, ("places.nominate",))
    assert [one.party for one in expiring(DANA).entries] == ["QAT", "KWT"]
    assert [one.may for one in expiring(DANA).entries] == [(), ()]
    assert [one.party for one in expiring(DANA, party="KWT").entries] == ["KWT"]
    assert [one.name.en for one in expiring(BADER).entries] == ["Hamad Al-Sabah"]
    assert expiring(HESSA, party="KWT").entries == ()
    handles_none = replace(RASHID, clearance=replace(RASHID.clearance, personal=False))
    for blind in (LAYLA, SALIM, PUBLIC, handles_none):
        assert expiring(blind).entries == ()


@pytest.mark.parametrize(
    ("day", "within", "told"),
    [
        ("2027-09-17", 183, True),  # 183 days before the 18th of March
        ("2027-09-16", 183, False),
        ("2027-09-16", 184, True),
        ("2028-03-19", 0, True),  # over since yesterday
        ("2028-03-17", 0, False),
        ("2028-09-17", 183, True),  # over for half a year
        ("2028-09-18", 183, False),
        ("2027-09-16", 10**30, True),
        ("2028-03-18", -5, True),
    ],
)
def test_the_window_is_from_half_a_year_ago_to_so_many_days_ahead(day: str, within: int, told: bool) -> None:
    make_held(make_course(valid_months=36))
    with clock.stopped_at(datetime.fromisoformat(f"{day}T08:00:00Z")):
        assert bool(expiring(HESSA, within_days=within).entries) is told


@pytest.mark.parametrize(
    ("newer", "told"),
    [
        ({}, False),
        ({"name_ar": "نوره  الكوارى", "name_en": ""}, False),  # the same name, written otherwise
        ({"name_ar": "", "name_en": "NOURA al-kuwari"}, False),
        ({"name_en": "Maryam Al-Kuwari"}, True),  # the names differ in one language
        ({"name_ar": "مريم", "name_en": ""}, True),
    ],
)
def test_who_has_a_newer_one_is_left_out(newer: dict[str, Any], told: bool) -> None:
    course = make_course(valid_months=36)
    first = make_held(course)
    second = make_held(course, "2026", **newer)
    assert [row.certificate for row in expiring(HESSA).entries] == ([first] if told else [])
    training.revoke_certificate(DANA, certificate=second, version=1, reason="By mistake")
    assert [row.certificate for row in expiring(HESSA).entries] == [first]


def test_a_newer_one_of_another_course_or_party_is_none() -> None:
    course = make_course(valid_months=36)
    first = make_held(course)
    make_held(make_course(code="RC-2", valid_months=36), "2026")
    make_held(course, "2026", viewer=BADER)
    assert [row.certificate for row in expiring(HESSA).entries] == [first]


def test_many_are_paged_by_the_same_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    course = make_course(valid_months=36)
    made = [make_held(course, name_ar="", name_en=f"Person {number}") for number in range(3)]
    assert [row.certificate for row in expiring(HESSA).entries] == made
    assert [row.certificate for row in expiring(HESSA, after=made[0]).entries] == made[1:]
    one = counted(lambda: expiring(HESSA, after=made[1]))
    assert counted(lambda: expiring(HESSA, after=made[0])) == one
    monkeypatch.setattr("mithaq.register.training.reads.running_out.PAGE", 2)
    page = expiring(HESSA)
    assert ([row.certificate for row in page.entries], page.more) == (made[:2], made[1])
    with pytest.raises(Absent):
        expiring(BADER, after=made[0])
