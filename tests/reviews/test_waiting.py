"""What the evaluation asks of a party waits on its desk, and the mail of the day says so once, without a number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from mithaq.access.models import Account
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.followup.reads import desk
from mithaq.followup.tick import tick
from mithaq.reviews.cases import operations as cases
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import put_to_me
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.reads import releases_asked
from tests.cast import BADER, DANA, HESSA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_house, make_measured, make_offering, make_release, make_results, make_run
from tests.reviews.cases.worlds import make_used

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
Run = Callable[..., dict[str, str]]


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a mail went to, and its text."""
    with clock.stopped_at(NOW - DAY):
        make_house()
        Account.objects.update(language="en")

    def ticked(days: int = 0) -> dict[str, str]:
        before = len(mail.outbox)
        with clock.stopped_at(NOW + DAY * days), django_capture_on_commit_callbacks(execute=True):
            tick()
        return {m.to[0].partition("@")[0]: f"{m.subject}\n{m.body}" for m in mail.outbox[before:]}

    return ticked


def kinds(viewer: Viewer) -> list[str]:
    with clock.stopped_at(NOW + DAY):
        return [item.kind for item in desk(viewer).waiting]


def make_useless() -> None:
    """A course of the centre that brought nothing, evaluated."""
    offering = make_offering(
        make_course(least_gain="10", least_gain_agreed_by="All"), begins="2026-03-14", ends="2026-03-18", capacity=40
    )
    make_results(offering, *(("QAT", f"P{at}", 50.0 + at % 7, 50.0 + (at * 3) % 7) for at in range(40)))
    make_run()


def test_a_release_waits_for_who_may_agree_and_is_told_when_it_is_issued(run: Run) -> None:
    with clock.stopped_at(NOW):
        make_measured()
        release = make_release(make_run(), issue=False)
    assert kinds(RASHID) == kinds(BADER) == ["consent"]
    assert [kinds(viewer) for viewer in (HESSA, SALIM, PUBLIC, DANA)] == [[]] * 4
    mails = run()
    assert {"rashid", "bader"} <= mails.keys()
    assert "agree or decline." in mails["rashid"]
    assert run(1) == {}
    with clock.stopped_at(NOW + DAY):
        (asked,) = releases_asked(RASHID)
        runs.agree(RASHID, consent=asked.public_id, version=asked.version)
        runs.issue(DANA, release=release, version=1)
    assert kinds(RASHID) == kinds(BADER) == []
    told = run(2)
    assert f"/releases/{release}/own/" in told["rashid"]
    assert "This release was issued." in told["rashid"]
    assert run(3) == {}


def test_a_finding_waits_for_the_centre_in_words_without_a_number(run: Run) -> None:
    with clock.stopped_at(NOW):
        make_useless()
    assert kinds(DANA) == []  # on the desk findings have a card of their own
    mails = run()
    assert "asks your party for an answer" in mails["dana"]
    (about,) = [line for line in mails["dana"].splitlines() if line.startswith("TF-2026-")][:1]
    assert not re.search(r"\d", about.partition("  ")[2])
    with clock.stopped_at(NOW + DAY):
        for one in put_to_me(DANA):
            asked = one.asked
            findings.answer_finding(DANA, asked=asked.public_id, version=asked.version, answer="accepted")
    assert run(8) == {}


def test_a_draw_of_success_cases_is_told_to_who_interviews(run: Run) -> None:
    with clock.stopped_at(NOW - DAY):
        draw = cases.draw_cases(DANA, course=make_used()[0], size=2).public_id
    told = run()
    assert "are to be interviewed" in told["dana"]
    assert f"/cases/draws/{draw}/" in told["dana"]
    assert not re.search(r"(?<![\w/-])X\d+(?![\w-])", told["dana"]), "nobody is named, not by a pseudonym either"
    assert "interviewed" not in "".join(text for account, text in told.items() if account != "dana")
    assert "dana" not in run(1)
    assert "are to be interviewed" in run(8)["dana"]
