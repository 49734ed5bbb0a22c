"""The law of the silence procedure: the second of expiry, what each act does when, and a clock that is set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.register.texts.silence import (
    EFFECTS,
    LATE,
    Act,
    Effect,
    State,
    effect,
    instant,
    later,
    stands,
    taken_until,
)

EXPIRY = datetime(2026, 3, 29, 15, 30, tzinfo=UTC)
SECOND, MICRO = timedelta(seconds=1), timedelta(microseconds=1)
MOMENTS = st.timedeltas(-timedelta(days=60), timedelta(days=60)).map(lambda away: EXPIRY + away)


@pytest.mark.parametrize(
    ("away", "standing"),
    [
        (-SECOND, State.RUNNING),
        (-MICRO, State.RUNNING),
        (timedelta(), State.HELD),
        (MICRO, State.HELD),
        (SECOND, State.HELD),
        (timedelta(days=400), State.HELD),
    ],
)
def test_at_the_expiry_itself_silence_has_held(away: timedelta, standing: State) -> None:
    assert stands(State.RUNNING, EXPIRY, EXPIRY + away) is standing


@pytest.mark.parametrize("act", [Act.AGREE, Act.BREAK, Act.EXTEND, Act.WITHDRAW])
def test_what_decides_counts_strictly_before_the_expiry(act: Act) -> None:
    assert effect(act, State.RUNNING, EXPIRY, EXPIRY - MICRO)
    for late in (timedelta(), MICRO, SECOND):
        with pytest.raises(Problem) as problem:
            effect(act, State.RUNNING, EXPIRY, EXPIRY + late)
        assert problem.value.code == "silence_held"


# What each act does in each state: before the expiry, then from it on. A dash: it is refused.
TABLE = """
            running             held            broken              withdrawn   concluded
agree       agrees/-            -/-             -/-                 -/-         -/-
break       breaks/-            -/-             joins/-             -/-         -/-
extend      extends/-           -/-             -/-                 -/-         -/-
withdraw    withdraws/-         -/-             -/-                 -/-         -/-
attach      attaches/attaches   -/attaches      -/-                 -/-         -/-
close       -/closes            -/-             -/-                 -/-         -/-
conclude    -/-                 -/-             concludes/concludes -/-         -/-
"""


def rows() -> list[tuple[Act, State, timedelta, str]]:
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return [
        (Act(line[0]), State(state), away, cell.split("/")[number])
        for line in lines
        for state, cell in zip(head, line[1:], strict=True)
        for number, away in enumerate((-SECOND, timedelta()))
    ]


@pytest.mark.parametrize(("act", "state", "away", "does"), rows())
def test_the_table(act: Act, state: State, away: timedelta, does: str) -> None:
    if does == "-":
        with pytest.raises(Problem) as problem:
            effect(act, state, EXPIRY, EXPIRY + away)
        assert problem.value.code == f"silence_{stands(state, EXPIRY, EXPIRY + away)}"
    else:
        assert effect(act, state, EXPIRY, EXPIRY + away) == does


def test_every_effect_is_reached() -> None:
    assert set(EFFECTS.values()) == set(Effect)


@given(MOMENTS, st.lists(MOMENTS, max_size=20))
def test_the_clock_of_a_procedure_never_runs_back(issued: datetime, clock: list[datetime]) -> None:
    heard, seen = issued, []
    for now in clock:
        heard = instant(heard, now)
        seen.append(heard)
    assert seen == sorted(seen)
    assert all(one >= max([issued, *clock[:number]]) for number, one in enumerate(seen))


@given(
    MOMENTS,
    MOMENTS,
    st.lists(
        st.tuples(MOMENTS, st.sampled_from([Act.AGREE, Act.BREAK, Act.EXTEND, Act.WITHDRAW, Act.CLOSE])), max_size=12
    ),
)
def test_one_outcome_whatever_comes_when(issued: datetime, expiry: datetime, acts: list[tuple[datetime, Act]]) -> None:
    """Acts in any order, the clock going to and fro: the first that ends it ends it, and only joins come after it."""
    state, heard, done = State.RUNNING, issued, []
    for now, act in acts:
        heard_then = instant(heard, now)
        try:
            did = effect(act, state, expiry, heard_then)
        except Problem:
            continue
        heard = heard_then
        done.append(did)
        state = {
            Effect.BREAKS: State.BROKEN,
            Effect.WITHDRAWS: State.WITHDRAWN,
            Effect.CLOSES: State.HELD,
        }.get(did, state)
        expiry += timedelta(days=1) if did is Effect.EXTENDS else timedelta()
        if did is Effect.CLOSES:
            assert heard >= expiry
        if did in (Effect.AGREES, Effect.BREAKS, Effect.JOINS, Effect.EXTENDS, Effect.WITHDRAWS):
            assert heard < expiry
    ends = [did for did in done if did in (Effect.BREAKS, Effect.WITHDRAWS, Effect.CLOSES)]
    assert len(ends) <= 1
    if ends:
        after = done[done.index(ends[0]) + 1 :]
        assert set(after) <= ({Effect.JOINS} if ends == [Effect.BREAKS] else set())


def test_an_extension_goes_on_and_not_back() -> None:
    later(EXPIRY + MICRO, EXPIRY)
    for until in (EXPIRY, EXPIRY - SECOND):
        with pytest.raises(Problem) as problem:
            later(until, EXPIRY)
        assert problem.value.code == "not_later"


def test_statements_are_taken_until_the_next_meeting_or_for_thirty_days() -> None:
    meeting = EXPIRY + timedelta(days=90)
    assert taken_until(EXPIRY, meeting) == meeting
    assert taken_until(EXPIRY, None) == EXPIRY + LATE
