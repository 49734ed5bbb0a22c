"""The labels of what is made of several things: general rules."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mithaq.access.markings import Caveat, Clearance, Level, Marking, may_see
from mithaq.access.reads import parties
from mithaq.core.errors import Absent
from mithaq.followup.reads import action_page
from mithaq.register.commitments.reads import commitment_page
from tests.cast import CAST, LAYLA
from tests.make import make_action, make_commitment, make_house

PARTIES = ("QAT", "KWT", "OMN", "SEC")
AUDIENCES = st.frozensets(st.sampled_from(PARTIES), min_size=1)
MARKINGS = st.builds(Marking, st.sampled_from(Level), AUDIENCES, st.frozensets(st.sampled_from(list(Caveat))))
PEOPLE = st.builds(Clearance, st.sampled_from(PARTIES), st.sampled_from(Level), st.booleans())


@settings(deadline=None)
@given(PEOPLE, MARKINGS, MARKINGS)
def test_who_sees_both_sees_what_is_made_of_both_and_nobody_else(who: Clearance, one: Marking, other: Marking) -> None:
    assert may_see(who, one.joined(other)) == (may_see(who, one) and may_see(who, other))


@settings(deadline=None)
@given(MARKINGS, MARKINGS, MARKINGS)
def test_the_order_of_joining_changes_nothing(one: Marking, other: Marking, third: Marking) -> None:
    def plain(marking: Marking) -> str:
        return marking.canonical

    assert plain(one.joined(other)) == plain(other.joined(one))
    assert plain(one.joined(other).joined(third)) == plain(one.joined(other.joined(third)))
    assert plain(one.joined(one)) == one.canonical


LABELS = st.tuples(st.sampled_from(["PUBLIC", "OFFICIAL", "RESTRICTED"]), st.sets(st.sampled_from(PARTIES), min_size=1))


def sees(viewer: Any, read: Any, **thing: str) -> bool:
    try:
        read(viewer, **thing)
    except Absent:
        return False
    return True


@pytest.mark.django_db
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(LABELS, LABELS)
def test_an_action_is_seen_by_exactly_those_who_see_all_it_serves(one: Any, other: Any) -> None:
    if "QAT" not in parties(LAYLA):
        make_house()
    made = [make_commitment(f"Call {level}", *audience, level=level) for level, audience in (one, other)]
    action = make_action(*made, owner="SEC")
    for viewer in CAST:
        both = all(sees(viewer, commitment_page, commitment=commitment) for commitment in made)
        assert sees(viewer, action_page, action=action) == both
