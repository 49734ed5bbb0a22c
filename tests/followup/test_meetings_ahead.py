"""Reminders of meetings: thirty days, a week and a day before, to those who are invited, in the one mail of the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.followup.ahead import step_to
from mithaq.followup.reads import digest
from mithaq.followup.tick import tick
from mithaq.register.meetings.models import Invitation
from mithaq.register.meetings.reads import meeting_page
from tests.cast import BADER, HESSA, LAYLA, RASHID
from tests.make import make_commitment, make_house

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
TODAY = date(2026, 11, 25)
Run = Callable[..., list[tuple[str, str]]]


@given(st.integers(-2000, 2000))
def test_each_day_before_has_its_step_and_they_come_in_order(days: int) -> None:
    order = ["", "T-30", "T-7", "T-1", ""]
    step, next_step = step_to(TODAY + DAY * days, TODAY), step_to(TODAY + DAY * days, TODAY + DAY)
    assert (step == "") == (not 0 <= days <= 30)
    if step and next_step:
        assert order.index(next_step) - order.index(step) in (0, 1)


@pytest.mark.parametrize(
    ("days", "step"), [(31, ""), (30, "T-30"), (8, "T-30"), (7, "T-7"), (2, "T-7"), (1, "T-1"), (0, "T-1"), (-1, "")]
)
def test_the_steps(days: int, step: str) -> None:
    assert step_to(TODAY + DAY * days, TODAY) == step


@pytest.fixture
def run(db: None, django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a reminder went to (an invitation, with its calendar entry, is none), and its text."""
    with clock.stopped_at(NOW - DAY):
        make_house()

    def ticked(days: int = 0) -> list[tuple[str, str]]:
        before = len(mail.outbox)
        with clock.stopped_at(NOW + DAY * days), django_capture_on_commit_callbacks(execute=True):
            tick()
        reminders = [m for m in mail.outbox[before:] if not m.attachments and not getattr(m, "alternatives", ())]
        return sorted((m.to[0].partition("@")[0], f"{m.subject}\n{m.body}") for m in reminders)

    return ticked


def do(name: str, **fields: Any) -> str:
    """One operation of the secretariat on the first day."""
    with clock.stopped_at(NOW - DAY):
        return OPERATIONS[name].run(LAYLA, **fields).public_id


def make_invited(*parties: str, date: str = "2026-12-25", level: str = "OFFICIAL", **fields: Any) -> str:
    """A meeting that these parties are invited to, and may see; its id."""
    made = do(
        "meetings.plan", series="icg", level=level, audience=["QAT", "KWT"], date=date, title_en="Eighth", **fields
    )
    do("meetings.invite", meeting=made, parties=parties, role="member")
    return made


def to(mails: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in mails]


def test_those_who_are_invited_are_reminded_once_a_step(run: Run) -> None:
    make_invited("QAT")
    sent = {days: to(run(days)) for days in (-1, 0, 1, 22, 23, 24, 28, 29, 30, 31)}
    both = ["hessa", "rashid"]
    assert {days: names for days, names in sent.items() if names} == {0: both, 23: both, 29: both}


def test_it_stands_in_the_one_mail_of_the_day(run: Run) -> None:
    make_commitment(owner="QAT", focal="hessa", due="2026-12-01")
    Account.objects.filter(username="hessa").update(language="en")
    make_invited("QAT", date="2026-12-02", host="QAT")
    mails = dict(run())
    assert "1 matter is due soon and 1 meeting is ahead" in mails["hessa"]
    assert "It is held on 2 December 2026 (22 Jumada al-Akhirah 1448 AH): in 7 days." in mails["hessa"]
    assert "Host: Party QAT" in mails["hessa"]
    assert "Your party has not replied yet." in mails["hessa"]
    assert "لم يردّ طرفك بعد." in mails["rashid"]


def test_who_replied_is_not_asked_again_and_who_declined_is_left_in_peace(run: Run) -> None:
    made = make_invited("QAT", "KWT")
    replies = {"KWT": (BADER, "declined"), "QAT": (RASHID, "accepted")}
    for one in meeting_page(LAYLA, meeting=made).delegations:
        viewer, reply = replies[one.party]
        with clock.stopped_at(NOW - DAY):
            OPERATIONS["meetings.reply"].run(viewer, invitation=one.public_id, version=one.version, reply=reply)
    mails = run()
    assert to(mails) == ["hessa", "rashid"]
    assert not [text for _, text in mails if "لم يردّ طرفك بعد." in text]


def test_a_moved_meeting_is_reminded_afresh_and_a_cancelled_one_is_not(run: Run) -> None:
    made = make_invited("KWT")
    assert to(run()) == ["bader"]
    with clock.stopped_at(NOW):
        do("meetings.move", meeting=made, version=meeting_page(LAYLA, meeting=made).version, date="2026-12-24")
    assert to(run(1)) == ["bader"]
    do("meetings.cancel", meeting=made, version=meeting_page(LAYLA, meeting=made).version, reason="x")
    assert to(run(23)) == []


def test_what_is_not_known_to_the_day_reminds_nobody(run: Run) -> None:
    make_invited("KWT", date="2026-12")
    assert run(10) == []


def test_nobody_is_reminded_of_what_they_may_not_see_or_what_may_not_travel(run: Run) -> None:
    make_invited("QAT", level="CONFIDENTIAL")
    assert to(run()) == ["rashid"]
    make_invited("KWT")
    with acting_as(LAYLA, writing=True):
        label = Label.objects.of(Level.OFFICIAL, "QAT", "KWT", "SEC", caveats=frozenset({Caveat.NOMAIL}))
        Invitation.objects.filter(party="KWT").update(label=label)
    assert to(run(1)) == []


def test_the_digest_names_my_meetings_without_being_asked_and_nobody_elses(run: Run) -> None:
    made = make_invited("QAT")
    with clock.stopped_at(NOW):
        assert [(due.kind, due.thing, due.days, due.reply) for due in digest(HESSA).entries] == [
            ("meeting", made, 30, "none")
        ]
        assert digest(BADER).entries == digest(BADER, things=made).entries == digest(LAYLA).entries == ()
