"""What the tick does when the hour has come: once, also late, also twice at once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connections

from mithaq.access.models import JournalLine
from mithaq.access.viewer import system
from mithaq.core import clock
from mithaq.followup.tick import end_silences, tick
from mithaq.register.texts import operations as texts
from mithaq.register.texts.reads import silence_page, text_page
from tests.cast import LAYLA, RASHID, SALIM
from tests.make import make_house, make_silence

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
LATE = EXPIRY + timedelta(days=3)


def closings() -> list[JournalLine]:
    with system("test"):
        return list(JournalLine.objects.filter(operation="silence.close").order_by("pk"))


def made() -> str:
    with clock.stopped_at(ISSUED):
        make_house()
        return make_silence()


@pytest.mark.django_db
def test_nothing_ends_before_its_hour() -> None:
    silence = made()
    with clock.stopped_at(EXPIRY - timedelta(microseconds=1)):
        tick()
    assert closings() == []
    with clock.stopped_at(EXPIRY):
        tick()
    (line,) = closings()
    assert (line.thing, line.account, line.party) == (silence, "system", "")


@pytest.mark.django_db
def test_after_the_house_was_down_the_text_is_agreed_as_of_its_hour() -> None:
    silence = made()
    with clock.stopped_at(LATE):
        before = silence_page(SALIM, silence=silence)
        tick()
        after = silence_page(SALIM, silence=silence)
        tick()
    assert (before.standing, before.ended_at, before.closed_at) == ("held", EXPIRY.isoformat(), "")
    assert (after.standing, after.ended_at, after.closed_at) == ("held", EXPIRY.isoformat(), LATE.isoformat())
    row = text_page(SALIM, text=after.text.public_id).row
    assert (row.state, row.silent_until) == ("agreed", "")
    assert len(closings()) == 1


@pytest.mark.django_db
def test_what_was_broken_or_taken_back_is_not_closed() -> None:
    broken = made()
    with clock.stopped_at(EXPIRY - timedelta(hours=1)):
        taken_back = make_silence()
        texts.withdraw(LAYLA, silence=taken_back, reason="A page was left out", version=1)
        texts.break_silence(RASHID, silence=broken, objection="No")
    with clock.stopped_at(LATE):
        tick()
        assert silence_page(LAYLA, silence=broken).standing == "broken"
        assert silence_page(LAYLA, silence=taken_back).standing == "withdrawn"
    assert closings() == []


@pytest.mark.usefixtures("committed")
def test_two_workers_at_once_close_each_silence_once() -> None:
    silences = [made(), *(_another() for _ in range(4))]
    mail.outbox = []
    start, failed = Barrier(2), list[BaseException]()

    def work() -> None:
        try:
            with clock.stopped_at(LATE):
                start.wait(60)
                end_silences()
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
    assert sorted(line.thing for line in closings()) == sorted(silences)
    told = [(m.to[0], m.subject) for m in mail.outbox]
    assert len(told) == len(set(told)) == 5 * len(silences)
    connections["default"].close()


def _another() -> str:
    with clock.stopped_at(ISSUED):
        return make_silence()
