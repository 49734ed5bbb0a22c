"""Several workers tick at the same time when findings are 30 and 90 days overdue: each finding goes up once, the journal tells it
once, and everybody gets one mail. Real threads, each on a connection of its own; all have seen what is overdue before any acts.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connections

from mithaq.access.models import JournalLine
from mithaq.access.viewer import system
from mithaq.followup.tick import tick as follow_up
from mithaq.reviews.findings import tick as ticking
from mithaq.reviews.findings.models import Asked, Finding
from tests.cast import LAYLA
from tests.make import make_house
from tests.reviews.findings.worlds import at, evaluate, make_catalogue

pytestmark = pytest.mark.usefixtures("committed")

WORKERS, COPIES = 4, 3
OWN = ("id", "public_id", "ref")
overdue = ticking._overdue


def tick_at_once(month: int, day: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """All workers tick on this day; how many findings they took further together."""
    seen, failed, taken = Barrier(WORKERS), list[BaseException](), list[int]()

    def all_have_seen(today: date) -> list[tuple[int, int, date]]:
        found = overdue(today)
        seen.wait(60)
        return found

    def work() -> None:
        try:
            with at(2026, month, day):
                follow_up()
                taken.append(ticking.escalate())
        except BaseException as error:
            seen.abort()
            failed.append(error)
        finally:
            connections.close_all()

    monkeypatch.setattr(ticking, "_overdue", all_have_seen)
    threads = [Thread(target=work) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    return sum(taken)


def make_overdue() -> int:
    """A finding that was to be answered by the first of July, and others like it that were put to nobody; how many."""
    make_house()
    with at(2026, 1):
        make_catalogue(LAYLA)
    with at(2026, 6):
        evaluate(LAYLA)
    with system("test"):
        (row,) = Finding.objects.all()
        for number in range(COPIES):
            like = {one.name: getattr(row, one.name) for one in Finding._meta.fields if one.name not in OWN}
            Finding.objects.create(**like, public_id=f"copy{number:018}", ref=f"TF-COPY-{number}")
    return 1 + COPIES


def test_each_goes_up_once_and_everybody_gets_one_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    findings = make_overdue()
    for month, day, step, state in ((7, 31, 30, "open"), (9, 29, 90, "annual")):
        mail.outbox.clear()
        assert tick_at_once(month, day, monkeypatch) == findings
        with system("test", writing=False):
            rows = list(Finding.objects.values_list("public_id", "late", "state", "version"))
            lines = list(JournalLine.objects.filter(operation="findings.escalate"))
            told = [asked.public_id for asked in Asked.objects.all()]
        assert {(late, now) for _, late, now, _ in rows} == {(step, state)}
        steps = Counter((line.thing, *line.changes["late"]) for line in lines)
        assert set(steps.values()) == {1}
        assert len(steps) == findings * (1 if step == 30 else 2)
        mails = Counter(address for sent in mail.outbox for address in sent.to)
        assert set(mails.values()) <= {1}
        if step == 30:
            assert any(asked in sent.body for sent in mail.outbox for asked in told)
        assert tick_at_once(month, day, monkeypatch) == 0
        assert Counter(address for sent in mail.outbox for address in sent.to) == mails
