"""Reminders: when, to whom, once, and what a mail may say."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.db import connection, connections
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.viewer import acting_as, system
from mithaq.core import clock
from mithaq.core.lines import LRM, RLM
from mithaq.followup import tick as ticking
from mithaq.followup.models import Reminder
from mithaq.followup.operations import change_action_state
from mithaq.followup.tick import step_of, tick
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations import assign_commitment
from tests.cast import BADER, LAYLA
from tests.make import make_action, make_commitment, make_house

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
Run = Callable[..., list[tuple[str, str]]]
TODAY = date(2026, 11, 25)


@settings(deadline=None)
@given(st.integers(-2000, 2000))
def test_each_day_has_its_step_and_they_come_in_order(days: int) -> None:
    order = ["", "T-30", "T-7", "T+1", "T+30"]
    step, next_step = step_of(TODAY + DAY * days, TODAY), step_of(TODAY + DAY * days, TODAY + DAY)
    assert order.index(next_step) - order.index(step) in (0, 1)
    assert (step == "") == (days > 30)


@pytest.mark.parametrize(
    ("days", "step"),
    [(31, ""), (30, "T-30"), (8, "T-30"), (7, "T-7"), (0, "T-7"), (-1, "T+1"), (-29, "T+1"), (-30, "T+30")],
)
def test_the_steps(days: int, step: str) -> None:
    assert step_of(TODAY + DAY * days, TODAY) == step


@pytest.fixture
def run(db: None, django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a mail went to, and its text."""
    with clock.stopped_at(NOW - DAY):
        make_house()

    def ticked(days: int = 0) -> list[tuple[str, str]]:
        before = len(mail.outbox)
        with clock.stopped_at(NOW + DAY * days), django_capture_on_commit_callbacks(execute=True):
            tick()
        return sorted((m.to[0].partition("@")[0], f"{m.subject}\n{m.body}") for m in mail.outbox[before:])

    return ticked


def to(mails: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in mails]


def test_before_and_after_the_due_date_the_focal_point_is_reminded_once_a_step(run: Run) -> None:
    make_commitment(owner="QAT", focal="hessa", due="2026-12-25")
    sent = {days: to(run(days)) for days in (-1, 0, 1, 22, 23, 24, 30, 31, 32)}
    assert sent == {-1: [], 0: ["hessa"], 1: [], 22: [], 23: ["hessa"], 24: [], 30: [], 31: ["hessa"], 32: []}


def test_thirty_days_late_the_deputy_and_the_secretariat_are_told_too(run: Run) -> None:
    Account.objects.filter(username="hessa").update(deputy=Account.objects.get(username="rashid"))
    make_commitment(owner="QAT", focal="hessa", due="2026-10-26")
    assert to(run()) == ["hessa", "layla", "rashid"]
    assert to(run(1)) == []


def test_without_a_focal_point_the_officers_of_the_party_are_reminded(run: Run) -> None:
    make_commitment(owner="QAT", due="2026-12-01")
    make_commitment("Of nobody", due="2026-12-01")
    assert to(run()) == ["hessa", "rashid"]


def test_who_left_is_not_reminded_but_the_party_is(run: Run) -> None:
    make_commitment(owner="QAT", focal="rashid", due="2026-12-01")
    Account.objects.filter(username="rashid").update(is_active=False)
    assert to(run()) == ["hessa"]


def test_one_mail_a_day_holds_it_all_and_what_comes_up_later_waits(run: Run) -> None:
    made = make_commitment(owner="QAT", focal="hessa", due="2026-12-01")
    make_action(made, focal="hessa", due="2026-11-14")
    ((_, text),) = run()
    assert f"C-{clock.today().year}-" in text
    assert f"A-{clock.today().year}-" in text
    make_commitment("Another", owner="QAT", focal="hessa", due="2026-12-01")
    assert to(run()) == []
    assert to(run(1)) == ["hessa"]


def test_a_moved_date_is_reminded_afresh_and_what_is_closed_is_not(run: Run) -> None:
    made = make_commitment(owner="QAT", focal="hessa", due="2026-12-02")
    action = make_action(made, focal="hessa", due="2027-01-01")
    assert to(run()) == ["hessa"]
    with clock.stopped_at(NOW):
        assign_commitment(LAYLA, commitment=made, version=1, due="2026-12-03", reason="x")
    assert to(run(1)) == ["hessa"]
    change_action_state(LAYLA, action=action, version=1, state="superseded", reason="x")
    assert to(run(7)) == []


def test_nobody_is_told_of_what_they_may_not_see_now(run: Run) -> None:
    secret = make_commitment("Secret", "KWT", viewer=BADER, owner="KWT", due="2026-10-01", level="CONFIDENTIAL")
    assert to(run()) == ["bader"]
    Account.objects.filter(username="bader").update(level=Level.OFFICIAL)
    with clock.stopped_at(NOW), acting_as(BADER, writing=True):
        Commitment.objects.filter(public_id=secret).update(due="2026-11-20")
    assert to(run(1)) == []


def test_what_may_not_travel_by_mail_is_not_sent_and_not_counted_as_said(run: Run) -> None:
    made = make_commitment(owner="QAT", focal="hessa", due="2026-12-01")
    with acting_as(LAYLA, writing=True):
        label = Label.objects.of(Level.RESTRICTED, "QAT", "SEC", caveats=frozenset({Caveat.NOMAIL}))
        Commitment.objects.filter(public_id=made).update(label=label)
    assert to(run()) == []
    with system("test"):
        assert not Reminder.objects.exists()


def test_a_mail_that_does_not_go_is_tried_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    make_commitment(owner="QAT", focal="hessa", due="2026-12-01")

    def broken(*_: object) -> None:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(ticking, "send_mail", broken)
        assert run() == []
    assert to(run()) == ["hessa"]
    assert run() == []


def test_the_mail_in_arabic_keeps_its_directions(run: Run) -> None:
    make_commitment("إيجاد آلية مناسبة", owner="QAT", focal="hessa", due="2026-11-14", title_ar="آلية التقييم")
    ((_, text),) = run()
    lines = [line for line in text.splitlines() if line]
    for line in lines:
        first = next(c for c in line if unicodedata.bidirectional(c) in ("L", "R", "AL"))
        assert line.startswith("http") or first == RLM
    (titled,) = [line for line in lines if "آلية التقييم" in line]
    assert f"{LRM}C-{clock.today().year}-" in titled
    assert f"{LRM}0%{LRM}" in text
    assert "هـ" in text
    assert "http://127.0.0.1:8000/commitments/" in text


def test_the_mail_in_english(run: Run) -> None:
    Account.objects.filter(username="hessa").update(language="en")
    make_commitment("one test", owner="QAT", focal="hessa", due="2026-11-14", title_en="Evaluation")
    ((_, text),) = run()
    assert RLM not in text
    assert "Dear Hessa," in text
    assert "Due 14 November 2026 (4 Jumada al-Akhirah 1448 AH): 11 days late. Done so far: 0%." in text
    assert "Owner: Party QAT" in text


@pytest.mark.usefixtures("committed")
def test_two_workers_at_once_send_each_mail_once() -> None:
    with clock.stopped_at(NOW - DAY):
        make_house()
        for n in range(3):
            make_commitment(f"Number {n}", owner="QAT", due="2026-10-01")
    mail.outbox = []
    start = Barrier(2)
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with clock.stopped_at(NOW):
                start.wait(60)
                tick()
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert failed == []
    assert sorted(m.to[0] for m in mail.outbox) == ["hessa@example.org", "layla@example.org", "rashid@example.org"]
    connection.close()
