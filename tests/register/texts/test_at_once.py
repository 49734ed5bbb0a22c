"""Two hundred parties under silence, fifty of their heads and of the chair's people at once in its last second, some of whom
agree and some break: one outcome, and the journal tells it in the order in which it came to be. Real threads, each on a
connection of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Lock, Thread
from typing import Any

import pytest
from django.db import connections

from mithaq.access.models import JournalLine
from mithaq.access.viewer import Viewer, system
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.followup.tick import end_silences
from mithaq.register.texts import operations as texts
from mithaq.register.texts.models import Agreement, Break, Extension, Silence
from mithaq.register.texts.silence import Act, Effect, State, effect
from tests.cast import LAYLA, RASHID
from tests.make import make_parties, make_silence, make_text

pytestmark = pytest.mark.usefixtures("committed")

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
STEP = timedelta(milliseconds=5)
PARTIES = tuple(f"P{number:03}" for number in range(200))
AT_ONCE, EXTENDING, AGREEING = 50, 5, 3  # every fifth of them is the chair, every third of the others agrees first
BREAKING = sum(1 for number in range(AT_ONCE) if number % EXTENDING and number % AGREEING)


class Running:
    """A clock that goes on by a step whenever somebody looks at it, in any thread: a last second of so many looks."""

    def __init__(self, looks_before_the_hour: int) -> None:
        self.at, self.lock = EXPIRY - STEP * (looks_before_the_hour + 1), Lock()

    def __call__(self) -> datetime:
        with self.lock:
            self.at += STEP
            return self.at


def head(party: str) -> Viewer:
    return replace(RASHID, account=f"head-{party}", clearance=replace(RASHID.clearance, party=party))


def act_of(number: int, silence: str) -> Callable[[], object]:
    if number % EXTENDING == 0:
        until: dict[str, Any] = {"on": "2027-06-14", "at": f"12:{number:02}", "zone": "Europe/Brussels"}
        return lambda: texts.extend(LAYLA, silence=silence, reason=f"Number {number}", version=1, **until)
    if number % AGREEING == 0:
        return lambda: texts.agree(head(PARTIES[number]), silence=silence)
    return lambda: texts.break_silence(head(PARTIES[number]), silence=silence, objection=f"Number {number}")


def at_once(acts: list[Callable[[], object]]) -> Counter[str]:
    """Do all of these at once; how many were done, and how many were refused as what."""
    start, lock, told, failed = Barrier(len(acts)), Lock(), Counter[str](), list[BaseException]()

    def work(act: Callable[[], object]) -> None:
        try:
            start.wait(30)
            try:
                act()
                code = "done"
            except Problem as problem:
                code = problem.code
            with lock:
                told[code] += 1
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=work, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    return told


@pytest.mark.parametrize("looks", [0, 1, 12, 100_000])
def test_one_outcome_and_a_journal_that_agrees_with_it(looks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with clock.stopped_at(ISSUED):
        make_parties("SEC", *PARTIES)
        silence = make_silence(make_text("SEC", *PARTIES), under=PARTIES, noting=())
    monkeypatch.setattr(clock, "now", Running(looks))
    told = at_once([act_of(number, silence) for number in range(AT_ONCE)])
    end_silences()
    with system("test"):
        row = Silence.objects.get(public_id=silence)
        breaks = list(Break.objects.filter(silence=row).order_by("pk"))
        agreements = list(Agreement.objects.filter(silence=row).order_by("pk"))
        extensions = list(Extension.objects.filter(silence=row).order_by("pk"))
        lines = list(JournalLine.objects.filter(thing=silence).order_by("pk"))
    acts = [line for line in lines if line.operation in ("silence.agree", "silence.break", "silence.extend")]
    assert told.total() == AT_ONCE
    assert told["done"] == len(acts) == len(breaks) + len(extensions) + len(agreements)
    assert set(told) <= {"done", "conflict", "silence_held", "silence_broken"}
    state, expiry, order = replayed(acts)
    assert order == sorted(order)
    assert (row.expiry, State(row.state)) == (
        expiry,
        State.HELD if state is State.RUNNING else state,
    )
    assert all(one.at < (breaks[0].at if breaks else expiry) for one in agreements)
    assert [one.at for one in breaks] == sorted(one.at for one in breaks)
    assert [one.first for one in breaks] == [number == 0 for number in range(len(breaks))]
    assert row.ended_at == (breaks[0].at if breaks else expiry)
    assert [one.objection for one in breaks] == [words_of(line) for line in acts if line.operation == "silence.break"]
    if looks == 0:
        assert (told["done"], row.state) == (0, State.HELD)
    if looks == 100_000:
        assert row.state == State.BROKEN
        assert told["done"] >= BREAKING


def words_of(line: JournalLine) -> str:
    return f"Number {PARTIES.index(line.party)}"


def replayed(acts: list[JournalLine]) -> tuple[State, datetime, list[datetime]]:
    """What the law makes of the acts in the journal's order: the state, the expiry, and their instants."""
    state, expiry, order = State.RUNNING, EXPIRY, list[datetime]()
    for line in acts:
        at = datetime.fromisoformat(line.changes["at"][1])
        did = effect(Act(line.operation.removeprefix("silence.")), state, expiry, at)
        if did is Effect.EXTENDS:
            expiry = datetime.fromisoformat(line.changes["expiry"][1])
        elif did is Effect.AGREES:
            assert state is State.RUNNING
        else:
            assert line.changes["break"][1] == did
            state = State.BROKEN
        order.append(at)
    return state, expiry, order
