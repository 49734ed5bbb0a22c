"""The policy is one table-driven function; its laws hold for every label and every viewer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.access.markings import Caveat, Clearance, Level, Marking, may_see

CODES = st.sampled_from(["BHR", "KWT", "QAT", "ARE", "NATO", "SEC"])
AUDIENCES = st.frozensets(CODES, max_size=6)
MARKINGS = st.builds(Marking, st.sampled_from(Level), AUDIENCES, st.frozensets(st.sampled_from(Caveat)))
VIEWERS = st.builds(Clearance, CODES | st.just(""), st.sampled_from(Level), st.booleans())


def test_the_table() -> None:
    qatar = Clearance("QAT", Level.RESTRICTED)
    assert may_see(qatar, Marking(Level.PUBLIC))
    assert may_see(qatar, Marking(Level.RESTRICTED, frozenset({"QAT", "KWT"})))
    assert not may_see(qatar, Marking(Level.CONFIDENTIAL, frozenset({"QAT"}))), "above the clearance"
    assert not may_see(qatar, Marking(Level.OFFICIAL, frozenset({"KWT"}))), "not released to Qatar"
    assert not may_see(qatar, Marking(Level.OFFICIAL)), "an empty audience is nobody"
    assert not may_see(qatar, Marking(Level.PUBLIC, caveats=frozenset({Caveat.PERSONAL}))), "personal data"
    assert may_see(Clearance("", Level.PUBLIC), Marking(Level.PUBLIC))


@given(MARKINGS)
def test_the_text_form_says_it_all(marking: Marking) -> None:
    again = Marking.parse(marking.canonical)
    assert again.canonical == marking.canonical
    assert again.id == marking.id
    assert 0 <= marking.id < 2**63


@given(MARKINGS, MARKINGS, VIEWERS)
def test_who_sees_a_thing_made_of_two_sees_both(one: Marking, other: Marking, viewer: Clearance) -> None:
    if may_see(viewer, one.joined(other)):
        assert may_see(viewer, one)
        assert may_see(viewer, other)


@given(MARKINGS, MARKINGS, MARKINGS)
def test_joining_is_a_semilattice(a: Marking, b: Marking, c: Marking) -> None:
    assert a.joined(b).canonical == b.joined(a).canonical
    assert a.joined(a).canonical == a.canonical
    assert a.joined(b).joined(c).canonical == a.joined(b.joined(c)).canonical


@given(MARKINGS, VIEWERS, CODES)
def test_a_wider_audience_never_hides(marking: Marking, viewer: Clearance, code: str) -> None:
    wider = Marking(marking.level, marking.audience | {code}, marking.caveats)
    assert not may_see(viewer, marking) or may_see(viewer, wider)
