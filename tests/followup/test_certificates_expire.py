"""The mail of the day tells of certificates that expire as the desk does: once at each step, and never whose they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core import mail

from mithaq.access.models import Account
from mithaq.access.viewer import system
from mithaq.core import clock
from mithaq.followup.reads import digest
from mithaq.followup.tick import tick
from mithaq.register.training.reads import expiring, expiring_unnamed
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_house
from tests.register.counting import counted
from tests.register.training.test_expiring import make_held

pytestmark = pytest.mark.django_db
Run = Callable[[str], dict[str, str]]
NAMES = ("نورة", "الكواري", "Hamad")


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a mail went to, and its text."""
    make_house()
    Account.objects.update(language="en")

    def ticked(day: str) -> dict[str, str]:
        before = len(mail.outbox)
        now = datetime.fromisoformat(f"{day}T09:00:00Z")
        with clock.stopped_at(now), django_capture_on_commit_callbacks(execute=True):
            tick()
        return {m.to[0].partition("@")[0]: f"{m.subject}\n{m.body}" for m in mail.outbox[before:]}

    return ticked


def test_the_party_and_the_centre_are_told_once_at_each_step(run: Run) -> None:
    make_held(make_course(valid_months=36))  # until 18 March 2028
    days = (
        "2027-09-01",
        "2027-10-01",
        "2027-10-02",
        "2028-02-17",
        "2028-02-18",
        "2028-03-19",
        "2028-03-20",
        "2028-10-01",
    )
    sent = {day: run(day) for day in days}
    assert {day: sorted(mails) for day, mails in sent.items() if mails} == {
        day: ["dana", "hessa", "rashid"] for day in ("2027-10-01", "2028-02-17", "2028-03-19")
    }
    first, last = sent["2027-10-01"]["rashid"], sent["2028-03-19"]["dana"]
    assert "Mithaq: 1 certificate expires" in first
    assert "RC-101  Energy security\n1 certificate of Party QAT expires on 18 March 2028" in first
    assert "/training/certificates/expiring/?party=QAT" in first
    assert "1 certificate of Party QAT expired on 18 March 2028" in last
    assert not [name for mails in sent.values() for text in mails.values() for name in NAMES if name in text]


def test_those_of_one_party_and_course_are_told_together(run: Run) -> None:
    course = make_course(valid_months=36)
    make_held(course)
    make_held(course, name_ar="حمد")
    make_held(course, viewer=BADER, name_en="Hamad Al-Sabah")
    mails = run("2027-09-20")
    assert "2 certificates of Party QAT expire, the first on 18 March 2028" in mails["hessa"]
    assert "Party KWT" not in mails["hessa"]
    assert "1 certificate of Party KWT expires" in mails["bader"]
    assert "Mithaq: 3 certificates expire" in mails["dana"]
    assert sorted(mails) == ["bader", "dana", "hessa", "rashid"]


def test_in_arabic_as_well(run: Run) -> None:
    make_held(make_course(valid_months=36))
    Account.objects.update(language="ar")
    assert "شهادات تنتهي صلاحيتها" in run("2027-09-20")["rashid"]


def test_the_rule_is_that_of_the_desk(run: Run) -> None:
    course = make_course(valid_months=36)
    make_held(course)
    other = make_held(course, name_ar="حمد")
    make_held(course, "2026")  # a newer one of the first
    with clock.stopped_at(datetime(2027, 12, 1, 8, tzinfo=UTC)):
        for viewer in (HESSA, RASHID, DANA, BADER, LAYLA, SALIM, PUBLIC):
            told = [one.thing for one in digest(viewer).entries if one.kind == "certificate"]
            assert told == [one.certificate for one in expiring(viewer).entries]
            assert told == ([other] if viewer in (HESSA, RASHID, DANA) else [])


def test_the_same_queries_for_one_and_for_three(run: Run) -> None:
    course = make_course(valid_months=36)
    make_held(course)

    def ask() -> None:
        with system("a test: what expires", writing=False):
            assert expiring_unnamed(datetime(2027, 12, 1, tzinfo=UTC).date())

    once = counted(ask)
    for name in ("حمد", "سارة"):
        make_held(course, name_ar=name)
    assert counted(ask) == once
