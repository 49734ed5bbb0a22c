"""What a centre proposes as a means waits on the desk of who answers, and the mail of the day says so; the centre is told the answer."""

from __future__ import annotations

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
from mithaq.register.consultations import operations
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_course, make_house
from tests.register.consultations.test_proposed_means import make_proposal, make_shared_goal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
Run = Callable[..., dict[str, str]]


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Run:
    """Tick so many days later; whom a mail went to, and its text."""
    with clock.stopped_at(NOW - timedelta(days=1)):
        make_house()
        Account.objects.update(language="en")

    def ticked(days: int = 0) -> dict[str, str]:
        before = len(mail.outbox)
        with clock.stopped_at(NOW + timedelta(days=days)), django_capture_on_commit_callbacks(execute=True):
            tick()
        return {m.to[0].partition("@")[0]: f"{m.subject}\n{m.body}" for m in mail.outbox[before:]}

    return ticked


def waiting(viewer: Viewer) -> list[str]:
    with clock.stopped_at(NOW):
        return [item.place for item in desk(viewer).waiting if item.kind == "means"]


def test_it_waits_for_the_parties_to_the_goal_and_for_who_follows_all_up(run: Run) -> None:
    with clock.stopped_at(NOW):
        goal = make_shared_goal(parties=["QAT"])
        proposal = make_proposal(goal)
    assert [waiting(one) for one in (RASHID, HESSA, LAYLA)] == [[f"/goals/#{goal}"]] * 3
    assert [waiting(one) for one in (BADER, DANA, SALIM, PUBLIC)] == [[]] * 4
    mails = run()
    assert sorted(mails) == ["hessa", "layla", "rashid"]
    assert "proposes that one of its courses serves this joint goal" in mails["rashid"]
    assert (run(1), sorted(run(7))) == ({}, ["hessa", "layla", "rashid"])
    operations.refuse_means(HESSA, means_proposal=proposal, version=1, reason="No")
    assert waiting(RASHID) == []


@pytest.mark.parametrize("accepted", [True, False])
def test_the_centre_is_told_what_was_answered(run: Run, accepted: bool) -> None:
    with clock.stopped_at(NOW):
        course = make_course()
        proposal = make_proposal(course=course)
        answer = operations.accept_means if accepted else operations.refuse_means
        answer(RASHID, means_proposal=proposal, version=1, **({} if accepted else {"reason": "No"}))
    mails = run()
    assert list(mails) == ["dana"]
    assert f"/training/courses/{course}/#goals" in mails["dana"]
    assert ("It was accepted" in mails["dana"], "It was not accepted" in mails["dana"]) == (accepted, not accepted)


def test_who_may_not_see_the_goal_is_told_nothing(run: Run) -> None:
    with clock.stopped_at(NOW):
        make_proposal(make_shared_goal(audience=("QAT", "SEC"), parties=["QAT", "KWT"]), viewer=LAYLA)
    assert (waiting(BADER), waiting(DANA)) == ([], [])
    assert sorted(run()) == ["hessa", "layla", "rashid"]
