"""Calls made again in other words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.register.commitments import operations, reads
from mithaq.register.commitments.reads import RepeatShown
from mithaq.register.commitments.repeats import LEAST, Calls, likeness, stems_of
from tests.cast import BADER, LAYLA, RASHID, SALIM
from tests.make import make_commitment, make_house

SAME = [
    (
        "ترسيخ التعاون وتبادل الخبرات والمعلومات ثنائياً وإقليمياً",
        "تعزيز آليات التعاون وتبادل المعلومات والخبرات ثنائياً وإقليمياً",
    ),
    ("زيادة وتيرة الاجتماعات بين السفراء", "نطالب بأن تزيد وتيرة اجتماعات السفراء"),
    ("to hold a joint maritime exercise every year", "We call for joint maritime exercises, held every year"),
]
APART = [
    ("زيادة وتيرة الاجتماعات بين السفراء", "زيادة ميزانية المركز الإقليمي"),
    ("تعزيز التعاون في الأمن السيبراني", "تعزيز التعاون في أمن الطاقة والبحار وحماية الكابلات"),
    ("to hold a joint maritime exercise every year", "to hold elections for the board"),
]
STEMS = st.lists(st.sampled_from("abcdefgh"), max_size=12).map(tuple)


def alike(one: str, other: str) -> int:
    calls = Calls()
    for key, words in enumerate((one, other)):
        calls.add(key, 0, stems_of(words))
    return calls.like(0).get(1, 0)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_call_in_other_words_is_found(one: str, other: str) -> None:
    assert alike(one, other) >= LEAST


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_call_is_not(one: str, other: str) -> None:
    assert alike(one, other) == 0


@settings(deadline=None)
@given(STEMS, STEMS)
def test_likeness_is_mutual_and_within_its_bounds(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 100
    assert likeness(one, one) == (100 if one else 0)


@settings(deadline=None)
@given(st.lists(STEMS, max_size=8), st.lists(STEMS, max_size=8))
def test_what_is_like_does_not_depend_on_what_bears_another_label(
    seen: list[tuple[str, ...]], hidden: list[tuple[str, ...]]
) -> None:
    """A hidden flood of the same words neither pushes a visible pair aside nor changes how alike it is."""

    def like(with_hidden: bool) -> dict[int, int]:
        calls = Calls()
        calls.add(0, 1, " a b c d e | ")
        for key, stems in enumerate(hidden if with_hidden else [], 100):
            calls.add(key, 2, f" {' '.join(stems)} | ")
        for key, stems in enumerate(seen, 1):
            calls.add(key, 1, f" {' '.join(stems)} | ")
        return {key: found for key, found in calls.like(0).items() if key < 100}

    assert like(with_hidden=True) == like(with_hidden=False)


def repeats(commitment: str) -> tuple[RepeatShown, ...]:
    return reads.commitment_page(LAYLA, commitment=commitment).repeats


@pytest.mark.django_db
def test_found_on_accept_across_years_and_judged_by_a_person() -> None:
    make_house()
    first = make_commitment(SAME[0][0], said_on="2016-11-21", areas=["political_dialogue"])
    again = make_commitment(SAME[0][1], said_on="2023-09-13", title_en="Exchange")
    make_commitment("افتتاح مركز إقليمي", said_on="2016")
    (repeat,) = repeats(first)
    assert (repeat.other.public_id, repeat.other.title.en, repeat.earlier, repeat.decision) == (
        again,
        "Exchange",
        False,
        "open",
    )
    assert [r.earlier for r in repeats(again)] == [True]
    operations.judge_repeat(LAYLA, repeat=repeat.public_id, decision="same", version=repeat.version)
    assert [r.decision for r in repeats(again)] == ["same"]
    with pytest.raises(Conflict):
        operations.judge_repeat(LAYLA, repeat=repeat.public_id, decision="different", version=repeat.version)
    operations.look_for_repeats(LAYLA, commitment=again)
    assert [r.decision for r in repeats(again)] == ["same"]


@pytest.mark.django_db
def test_a_pair_is_seen_by_those_who_see_both() -> None:
    make_house()
    shared = make_commitment(SAME[0][0])
    secret = make_commitment(SAME[0][1], "KWT", "SEC")
    (repeat,) = repeats(shared)
    assert reads.commitment_page(RASHID, commitment=shared).repeats == ()
    assert [r.other.public_id for r in reads.commitment_page(BADER, commitment=shared).repeats] == [secret]
    hidden = make_commitment(SAME[0][1], "KWT", viewer=BADER)
    (unseen,) = (r for r in reads.commitment_page(BADER, commitment=hidden).repeats if r.other.public_id == shared)
    for public_id in (unseen.public_id, "nothing"):
        with pytest.raises(Absent):
            operations.judge_repeat(LAYLA, repeat=public_id, decision="same", version=1)
    with pytest.raises(Refused):
        operations.judge_repeat(RASHID, repeat=repeat.public_id, decision="same", version=1)


def related(viewer: Viewer, one: str, other: str, decision: str = "same") -> str:
    return operations.relate(viewer, commitment=one, other=other, decision=decision).public_id


@pytest.mark.django_db
def test_two_that_no_likeness_found_are_put_together_by_hand() -> None:
    make_house()
    later = make_commitment("افتتاح مركز إقليمي", said_on="2023-09-13")
    earlier = make_commitment(SAME[0][0], said_on="2016-11-21")
    assert repeats(later) == ()
    (ref,) = (row.ref for row in reads.commitment_list(LAYLA).entries if row.public_id == earlier)
    related(LAYLA, later, ref.lower(), "complements")
    (seen,) = repeats(later)
    assert (seen.other.public_id, seen.earlier, seen.decision, seen.likeness < LEAST) == (
        *(earlier, True, "complements"),
        True,
    )
    assert [r.earlier for r in repeats(earlier)] == [False]
    operations.look_for_repeats(LAYLA, commitment=earlier)
    assert [r.decision for r in repeats(later)] == ["complements"]


@pytest.mark.django_db
def test_a_pair_that_is_known_is_decided_and_not_doubled() -> None:
    make_house()
    first, again = make_commitment(SAME[0][0], said_on="2016"), make_commitment(SAME[0][1], said_on="2023")
    (found,) = repeats(first)
    assert related(LAYLA, again, first) == related(LAYLA, first, again, "different") == found.public_id
    assert [r.decision for r in repeats(first)] == ["different"], "taken back"
    assert not [row for row in reads.commitment_list(LAYLA).entries if row.repeated]
    operations.describe_commitment(LAYLA, commitment=first, version=1, said_on="2024")
    related(LAYLA, first, again)
    operations.look_for_repeats(LAYLA, commitment=first)
    assert [(r.public_id, r.earlier, r.decision) for r in repeats(first)] == [(found.public_id, True, "same")]


@pytest.mark.django_db
def test_what_was_put_together_is_seen_by_those_who_see_both() -> None:
    make_house()
    shared, secret = make_commitment("افتتاح مركز إقليمي"), make_commitment(SAME[0][1], "KWT", "SEC")
    made = related(LAYLA, shared, secret)
    assert [r.public_id for r in reads.commitment_page(BADER, commitment=shared).repeats] == [made]
    assert reads.commitment_page(RASHID, commitment=shared).repeats == ()
    with acting_as(BADER):
        (line,) = history_of(made)
    assert (line.operation, list(line.changes)) == ("commitments.relate", ["pair", "decision"])
    with acting_as(RASHID):
        assert history_of(made) == ()


@pytest.mark.django_db
def test_with_itself_with_what_is_hidden_or_not_there_and_by_those_who_may_not() -> None:
    make_house()
    shared, hidden = make_commitment(SAME[0][0]), make_commitment("سرّ", "KWT", viewer=BADER)
    with pytest.raises(Invalid) as said:
        related(LAYLA, shared, shared)
    assert list(said.value.errors) == ["other"]
    for one, other in ((shared, hidden), (shared, "nothing"), (hidden, shared), ("nothing", shared)):
        with pytest.raises(Absent):
            related(LAYLA, one, other)
    with pytest.raises(Invalid):
        related(LAYLA, shared, make_commitment(SAME[0][1]), "open")
    for viewer in (RASHID, SALIM):
        with pytest.raises(Refused):
            related(viewer, shared, shared)
