"""The table of states."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.register.commitments.states import CLOSED, OPEN, TRANSITIONS, State, check_transition

STATES = st.sampled_from(list(State))


@settings(deadline=None)
@given(STATES, STATES, st.text(max_size=20))
def test_a_step_is_taken_only_if_the_table_has_it_and_a_reason_is_given(
    was: State, becomes: State, reason: str
) -> None:
    allowed = becomes in TRANSITIONS[was] and bool(reason.strip())
    if allowed:
        check_transition(was, becomes, reason)
    else:
        with pytest.raises(Problem):
            check_transition(was, becomes, reason)


@settings(deadline=None)
@given(STATES, st.lists(STATES, max_size=12))
def test_no_way_leads_out_of_the_table(start: State, steps: list[State]) -> None:
    state = start
    for step in steps:
        if step in TRANSITIONS[state]:
            state = step
    assert state in OPEN + CLOSED


def test_every_state_is_open_or_closed_and_leads_somewhere_else() -> None:
    assert sorted(OPEN + CLOSED) == sorted(State)
    assert all(steps and state not in steps for state, steps in TRANSITIONS.items())


def test_a_problem_says_what_is_possible() -> None:
    with override("en"), pytest.raises(Problem, match="Possible: Under way"):
        check_transition("done", "agreed", "why")
