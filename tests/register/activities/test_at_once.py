"""Two hundred acceptances at once for thirty seats: exactly thirty, and everybody else waits in the declared order, each with
its reason. Real threads, each on a connection of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Barrier, BoundedSemaphore, Lock, Thread

import pytest
from django.db import connections

from mithaq.access.viewer import system
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.followup.tick import release_seats
from mithaq.register.activities import operations as activities
from mithaq.register.activities.models import Activity, Nomination, Quota
from mithaq.register.activities.places import Order, Waiting, in_order
from mithaq.register.activities.reads import activity_page
from tests.cast import BADER, DANA, HESSA
from tests.make import make_activity, make_nomination, make_parties

pytestmark = pytest.mark.usefixtures("committed")

AT_ONCE, SEATS = 200, 30
CONNECTIONS = BoundedSemaphore(60)  # PostgreSQL lets in a hundred: the pool of a house is no larger
NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)


def at_once(acts: list[Callable[[], object]]) -> Counter[str]:
    """Do all of these at once; how many were done, and how many were refused as what."""
    start, lock, told, failed = Barrier(len(acts)), Lock(), Counter[str](), list[BaseException]()

    def work(act: Callable[[], object]) -> None:
        start.wait(60)
        with CONNECTIONS:
            try:
                with clock.stopped_at(NOW):
                    act()
                code = "done"
            except Problem as problem:
                code = problem.code
            except BaseException as error:
                failed.append(error)
                code = "failed"
            finally:
                connections.close_all()
        with lock:
            told[code] += 1

    threads = [Thread(target=work, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
    assert failed == []
    return told


def acceptance(nomination: str, *, or_wait: bool) -> Callable[[], object]:
    return lambda: activities.accept(DANA, nomination=nomination, version=2, or_wait=or_wait)


@pytest.fixture
def nominations() -> list[str]:
    """Two hundred, of two parties in turn, with priorities; thirty seats, of which each party has five."""
    make_parties("SEC", "QAT", "KWT", "OMN", "NATO-ICI-RC")
    with clock.stopped_at(NOW):
        activity = make_activity(capacity=SEATS, seats={"QAT": 5, "KWT": 5}, order="turn")
        return [
            make_nomination(activity, (HESSA, BADER)[number % 2], priority=str(number % 3 + 1))
            for number in range(AT_ONCE)
        ]


def test_exactly_as_many_as_there_are_seats(nominations: list[str]) -> None:
    told = at_once([acceptance(nomination, or_wait=True) for nomination in nominations])
    assert told == {"done": AT_ONCE}
    with system("test", writing=False):
        activity = Activity.objects.get()
        rows = list(Nomination.objects.all())
        quotas = list(Quota.objects.values_list("seats", "taken"))
    stages = Counter(row.stage for row in rows)
    assert stages == {"accepted": SEATS, "waiting": AT_ONCE - SEATS}
    assert (activity.taken, quotas) == (SEATS, [(5, 5), (5, 5)])
    assert Counter(row.seat for row in rows if row.stage == "accepted") == {"quota": 10, "open": 20}
    assert all(row.lack in ("full", "behind", "quota_used") and row.reason for row in rows if row.stage == "waiting")
    shown = activity_page(DANA, activity=activity.public_id).waiting
    places = [Waiting(one.position, one.party, one.priority, datetime.fromisoformat(one.since)) for one in shown]
    assert [one.key for one in in_order(places, Order.TURN)] == list(range(1, AT_ONCE - SEATS + 1))


def test_without_a_waiting_list_each_is_told_why(nominations: list[str]) -> None:
    told = at_once([acceptance(nomination, or_wait=False) for nomination in nominations])
    assert told == {"done": SEATS, "full": AT_ONCE - SEATS}


def test_two_ticks_at_once_give_each_seat_once(nominations: list[str]) -> None:
    at_once([acceptance(nomination, or_wait=True) for nomination in nominations])
    with system("test", writing=False):
        accepted = list(Nomination.objects.filter(stage="accepted").values_list("public_id", "party", "version"))
    viewers = {"QAT": HESSA, "KWT": BADER}
    given_back = [
        lambda n=n, p=p, v=v: activities.withdraw(viewers[p], nomination=n, version=v, reason="Cannot come")
        for n, p, v in accepted[:7]
    ]
    told = at_once([*given_back, *[release_seats] * 4])
    assert told == {"done": 11}
    release_seats()
    with system("test", writing=False):
        assert Activity.objects.get().taken == SEATS
        assert Counter(Nomination.objects.values_list("stage", flat=True)) == {
            "accepted": SEATS,
            "withdrawn": 7,
            "waiting": AT_ONCE - SEATS - 7,
        }
