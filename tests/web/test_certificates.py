"""Certificates that expire, on the desk and on their page: for whom, and what to do next; what the page of a proof says then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from mithaq.core import clock
from mithaq.register.activities import operations as activities
from mithaq.register.training import operations as training
from mithaq.register.training.reads import certificate_page
from tests.cast import BADER, DANA, HESSA, LAYLA, SALIM
from tests.make import make_course, make_nomination, make_offering
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
BEFORE, NOW = datetime(2027, 1, 10, 8, tzinfo=UTC), datetime(2027, 12, 1, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    with clock.stopped_at(NOW):
        yield


def make_held(course: str) -> str:
    """Somebody of Qatar's has a certificate of a run of this course that ended in March; its id."""
    with clock.stopped_at(BEFORE):
        nomination = make_nomination(make_offering(course, seats={"QAT": 3}), name_ar="نورة الكواري")
        activities.accept(DANA, nomination=nomination, version=2)
    with clock.stopped_at(datetime(2027, 3, 19, 8, tzinfo=UTC)):
        activities.note_participation(DANA, nomination=nomination, version=3, result="completed")
        return training.issue_certificate(DANA, nomination=nomination).public_id


def test_the_desk_says_what_expires_and_what_to_do_next() -> None:
    course = make_course(valid_months=12)
    make_held(course)
    plan = reverse("act", args=[course, "course-offer"])
    assert plan in page(signed_in(DANA).get("/"))
    told = words(signed_in(HESSA, "en").get("/"))
    assert "Noura Al-Kuwari" in told
    assert "No run of the course that you see takes nominations." in told
    run = make_offering(course, seats={"QAT": 2}, begins="2028-02-01", ends="2028-02-05")
    shown = signed_in(HESSA, "ar").get("/")
    assert reverse("act", args=[run, "activity-nominate"]) in page(shown)
    assert "شهادات تنتهي صلاحيتها" in page(shown)
    assert plan not in page(signed_in(DANA).get("/"))
    for blind in (BADER, LAYLA, SALIM):
        assert 'id="certificates"' not in page(signed_in(blind).get("/"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_they_have_a_page_that_is_filtered(language: str) -> None:
    make_held(make_course(valid_months=24))
    name = "نورة" if language == "ar" else "Noura"
    place = reverse("certificates-expiring")
    assert name not in words(signed_in(HESSA, language).get(place))
    for viewer, ahead, party, told in (
        (HESSA, "600", "", True),
        (HESSA, "600", "QAT", True),
        (HESSA, "600", "KWT", False),
        (DANA, "600", "QAT", True),
        (BADER, "600", "QAT", False),
        (HESSA, "soon", "", False),
    ):
        shown = signed_in(viewer, language).get(place, {"within_days": ahead, "party": party})
        assert shown.status_code == 200
        assert (name in words(shown)) is told, (viewer.account, ahead, party)
    assert signed_in(HESSA).post(place).status_code == 405


def test_the_page_of_a_proof_says_until_when_and_that_it_expired() -> None:
    certificate = make_held(make_course(valid_months=12))
    link = certificate_page(DANA, certificate=certificate).link
    anybody = Client()
    anybody.cookies["django_language"] = "en"
    assert "This certificate is valid." in words(anybody.get(reverse("proof", args=[link])))
    with clock.stopped_at(datetime(2028, 3, 20, 8, tzinfo=UTC)):
        told = words(anybody.get(reverse("proof", args=[link])))
        assert "This certificate has expired." in told
        assert "This certificate is valid." not in told
        assert "It was valid until 18 March 2028" in told
        assert anybody.get(reverse("proof-badge", args=[link])).status_code == 200
