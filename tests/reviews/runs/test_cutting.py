"""What is cut for others gives nobody away: by sums, by what a party knows of its own, by two releases together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.errors import Problem
from mithaq.reviews.runs.attacking import Form, broken_by
from mithaq.reviews.runs.cutting import TooFewDiffer, cut, earlier_of
from mithaq.reviews.runs.facts.bases import Base
from mithaq.reviews.runs.layout import TooFewParties, form_of, layout_of, members_of, names_shown
from mithaq.reviews.runs.numbers import part_of, preview_of
from mithaq.reviews.runs.plain import canonical, from_plain
from mithaq.reviews.runs.released import OTHERS, Released
from tests.reviews.contents import AREAS, PARTIES, content

CONTENT = content()


def people(party: str, course: str, year: int, n: int, *, first: int = 0, same: bool = False) -> Base:
    """So many people, each with a gain of its own unless all are to gain the same."""
    gains = np.full(n, 7.0) if same else np.arange(first, first + n, dtype=float) * 1.7 + 3
    names = tuple(f"{party}/{course}/{year}/{at}" for at in range(first, first + n))
    ends = (float(gains.min()), float(gains.max()))
    return Base(party, course, AREAS[course], year, n, float(gains.sum()), float(gains @ gains), *ends, names)


def bases(*counts: tuple[str, str, int, int]) -> tuple[Base, ...]:
    """Party, course, year, count."""
    return tuple(people(*one) for one in counts if one[3])


WHOLE = bases(
    *(
        (party, course, 2025, 8 + 2 * at + 3 * place)
        for at, party in enumerate(PARTIES)
        for place, course in enumerate(AREAS)
    )
)
SMALL = bases(
    *((party, course, 2025, 3 if (party, course) == ("OMN", "RC-103") else 12) for party in PARTIES for course in AREAS)
)


def shown(released: Released) -> dict[str, int | None]:
    """Cells by party and area."""
    table = released.table
    return {
        f"{party} {column.area}": cell.n
        for party, row in zip(table.parties, table.cells, strict=True)
        for column, cell in zip(table.columns, row, strict=True)
    }


def spanned(known: np.ndarray, target: np.ndarray) -> bool:
    """Whether the target follows from what is known, by rank: another way than the one under test."""
    if not target.any():
        return False
    return bool(np.linalg.matrix_rank(np.vstack([known, target])) == np.linalg.matrix_rank(known))


def given_away(base: Sequence[Base], *releases: tuple[Released, Sequence[Base]], owner: str = "") -> list[str]:
    """The cells of one party in one column about fewer than five people that follow from all that these releases show."""
    every = sorted({person for _, own in releases for one in own for person in one.people})
    place = {person: at for at, person in enumerate(every)}
    kept = np.array([not owner or not person.startswith(f"{owner}/") for person in every])

    def row(names: frozenset[str]) -> Any:
        found = np.zeros(len(every))
        found[[place[one] for one in names]] = 1.0
        return np.asarray(found[kept])

    rows = [
        row(form_of(name, members).people)
        for released, own in releases
        for name, members in members_of(own, layout_of(released.table, own)).items()
        if name in names_shown(released)
    ]
    known = np.array(rows).reshape(len(rows), int(kept.sum()))
    small: dict[str, set[str]] = {}
    for one in base:
        small.setdefault(f"{one.party} {one.area} {one.year}", set()).update(one.people)
    few = {name: frozenset(own) for name, own in small.items() if len(own) < 5 and not name.startswith(f"{owner} ")}
    return [name for name, own in few.items() if spanned(known, row(own))]


def test_where_all_are_many_all_is_shown() -> None:
    found = cut(CONTENT, WHOLE, PARTIES)
    assert found.released.shown == 1.0
    assert found.released.table.total.n == sum(one.n for one in WHOLE)
    assert found.attack["recovered"] == 0
    assert found.attack["equations"] > 0


def test_a_small_cell_is_hidden_and_others_with_it() -> None:
    released = cut(CONTENT, SMALL, PARTIES).released
    assert shown(released)["OMN energy"] is None
    assert [name for name, n in shown(released).items() if n is None] != ["OMN energy"]
    assert not given_away(SMALL, (released, SMALL))
    for party in PARTIES:
        assert not given_away(SMALL, (released, SMALL), owner=party), party


def test_people_who_all_gained_the_same_are_hidden() -> None:
    alike = (
        *(one for one in WHOLE if (one.party, one.course) != ("OMN", "RC-103")),
        people("OMN", "RC-103", 2025, 9, same=True),
    )
    assert shown(cut(CONTENT, alike, PARTIES).released)["OMN energy"] is None


def test_a_party_that_did_not_agree_has_no_row_and_follows_from_none() -> None:
    more = (*WHOLE, *(people("ARE", course, 2025, 20) for course in AREAS))
    released = cut(CONTENT, more, ("ARE", "BHR", "KWT", "OMN")).released
    assert "QAT" not in released.table.parties
    assert released.table.parties[-1] == OTHERS
    assert len(released.table.parties) == 3  # two of the others have to stand with it
    assert "QAT" not in canonical(released)


def test_a_course_with_people_of_a_party_that_did_not_agree_alone_is_hidden() -> None:
    own = (*(one for one in WHOLE if one.course != "RC-103"), people("QAT", "RC-103", 2025, 30))
    released = cut(CONTENT, own, ("KWT",)).released
    assert {one.code: one.people.n for one in released.courses}["RC-103"] is None


def test_one_that_did_not_agree_cannot_hide_behind_one_other() -> None:
    two = tuple(one for one in WHOLE if one.party in ("KWT", "QAT"))
    with pytest.raises(TooFewParties):
        cut(CONTENT, two, ("KWT",))
    assert cut(CONTENT, two, ("KWT", "QAT")).released.table.total.n


def test_a_course_below_the_threshold_has_no_verdict() -> None:
    own = (*(one for one in WHOLE if one.course != "RC-101"), people("QAT", "RC-101", 2025, 4))
    course = next(one for one in cut(CONTENT, own, PARTIES).released.courses if one.code == "RC-101")
    assert (course.people.n, course.gain, course.verdict, course.reasons) == (None, None, "", ())


def test_a_late_test_cannot_be_worked_out_from_the_next_release() -> None:
    first = cut(CONTENT, WHOLE, PARTIES).released
    later = tuple(
        replace(one, n=one.n + 1, people=(*one.people, "late")) if (one.party, one.course) == ("QAT", "RC-101") else one
        for one in WHOLE
    )
    with pytest.raises(TooFewDiffer, match="R-1"):
        cut(CONTENT, later, PARTIES, earlier=[earlier_of("R-1", first, WHOLE)])


def test_the_same_people_may_be_released_again_and_enough_more_too() -> None:
    earlier = earlier_of("R-1", cut(CONTENT, WHOLE, PARTIES).released, WHOLE)
    assert cut(CONTENT, WHOLE, PARTIES, earlier=[earlier]).released.shown == 1.0
    more = (*WHOLE, people("QAT", "RC-101", 2026, 6))
    assert cut(CONTENT, more, PARTIES, earlier=[earlier]).attack["earlier"] == ["R-1"]


def test_few_late_ones_in_two_parties_do_not_show_by_difference() -> None:
    earlier = earlier_of("R-1", cut(CONTENT, WHOLE, PARTIES).released, WHOLE)
    more = (*WHOLE, people("QAT", "RC-101", 2025, 3, first=90), people("KWT", "RC-101", 2025, 3, first=90))
    released = cut(CONTENT, more, PARTIES, earlier=[earlier]).released
    assert shown(released)["QAT cyber"] is None
    late = bases(("QAT", "RC-101", 2024, 0))
    assert not given_away(late, (cut(CONTENT, WHOLE, PARTIES).released, WHOLE), (released, more))


def test_few_are_left_when_a_party_takes_its_own_off() -> None:
    bahrain, kuwait = [f"b{at}" for at in range(27)], ["k0", "k1", "k2"]
    party_of = {
        **dict.fromkeys(bahrain, "BHR"),
        **dict.fromkeys(kuwait, "KWT"),
        **{f"q{at}": "QAT" for at in range(20)},
    }
    course = Form("course", frozenset([*bahrain, *kuwait]))
    earlier = Form("earlier", frozenset([*kuwait[:2], *(name for name in party_of if name.startswith("q"))]))
    assert broken_by([course, earlier], [], party_of, 5) == ()
    found = broken_by([course, earlier], [], party_of, 5, ["BHR"])
    assert {(one.by, one.knowing) for one in found} == {(("course",), "BHR")}


def test_a_party_whose_score_was_put_right_still_knows_what_it_was() -> None:
    first = cut(CONTENT, WHOLE, ("OMN",)).released
    put_right = replace(WHOLE[0], people=(*WHOLE[0].people[1:], f"{WHOLE[0].party}/again"))
    late, others = people("KWT", "RC-103", 2025, 1, first=90), people("OMN", "RC-103", 2025, 4, first=90)
    second = (put_right, *WHOLE[1:], late, others)
    released = cut(CONTENT, second, PARTIES, earlier=[earlier_of("R-1", first, WHOLE)]).released
    assert not given_away([late], (first, WHOLE), (released, second), owner=WHOLE[0].party)


def test_one_more_party_that_agrees_does_not_give_away_its_small_cell() -> None:
    five = (*SMALL, *(people("ARE", course, 2025, 14) for course in AREAS))
    first = cut(CONTENT, five, ("ARE", "KWT")).released
    second = cut(CONTENT, five, ("ARE", *PARTIES), earlier=[earlier_of("R-1", first, five)]).released
    assert not given_away(five, (first, five), (second, five))


def test_a_release_comes_back_from_its_text() -> None:
    released = cut(CONTENT, SMALL, PARTIES).released
    again = from_plain(Released, __import__("json").loads(canonical(released)))
    assert canonical(again) == canonical(released)


def test_a_preview_is_made_of_the_own_people_alone() -> None:
    alone = tuple(one for one in SMALL if one.party == "OMN")
    assert canonical(preview_of(SMALL, "OMN", 5)) == canonical(preview_of(alone, "OMN", 5))
    assert [cell.n for cell in preview_of(SMALL, "OMN", 5).cells] == [24, None]


def test_a_part_keeps_back_what_few_said() -> None:
    part = part_of(CONTENT, WHOLE, "OMN", 5)
    assert part.ledger.applied is None
    assert part.facts.transfer is not None
    assert part.facts.transfer.graduates.applied is None
    assert [one.n for one in part.courses] == [one.n for one in WHOLE if one.party == "OMN"]


counts = st.integers(0, 14)
worlds = st.lists(
    st.tuples(st.sampled_from(PARTIES), st.sampled_from(tuple(AREAS)), st.sampled_from((2025, 2026)), counts),
    min_size=1, max_size=20, unique_by=lambda one: one[:3],
)  # fmt: skip


def test_nothing_of_single_answers_reaches_a_release_or_a_part() -> None:
    """Neither what was chosen, nor in which language, nor who answered late, also where a party's own facts had it."""
    course = CONTENT.courses[1]
    assert course.transfer is not None
    silent = course.transfer.graduates.silent
    assert silent is not None
    parties = tuple(
        replace(one, transfer=replace(one.transfer, graduates=replace(one.transfer.graduates, silent=silent)))
        if one.transfer
        else one
        for one in CONTENT.parties
    )
    made = replace(CONTENT, parties=parties)
    texts = [
        canonical(cut(made, WHOLE, PARTIES).released),
        *(canonical(part_of(made, WHOLE, one, 5)) for one in PARTIES),
    ]
    whole, fields = canonical(made), ('"fairness":', '"choices":', '"late":', '"weighted":')
    assert all(name in whole for name in fields)
    assert not any(name in text for name in fields for text in texts)


@settings(max_examples=60, deadline=None)
@given(worlds, st.sets(st.sampled_from(PARTIES)))
def test_nothing_hidden_follows_from_any_release(counted: list[tuple[str, str, int, int]], agreed: set[str]) -> None:
    base = bases(*counted)
    try:
        released = cut(CONTENT, base, agreed).released
    except Problem:
        return
    table = released.table
    every = [*(cell for row in table.cells for cell in row), *table.rows, *table.totals, table.total]
    assert all(cell.n is None or cell.n == 0 or cell.n >= 5 for cell in every)
    assert all(cell.gain is not None for cell in every if cell.n)
    assert not set(table.parties) - agreed - {OTHERS}
    assert not given_away(base, (released, base))
    for party in PARTIES:
        assert not given_away(base, (released, base), owner=party)


@settings(max_examples=25, deadline=None)
@given(worlds, worlds)
def test_nothing_follows_from_two_releases_together(
    counted: list[tuple[str, str, int, int]], added: list[tuple[str, str, int, int]]
) -> None:
    first = bases(*counted)
    second = (*first, *(people(*one, first=50) for one in added if one[3]))
    try:
        one = cut(CONTENT, first, PARTIES).released
        other = cut(CONTENT, second, PARTIES, earlier=[earlier_of("R-1", one, first)]).released
    except Problem:
        return
    assert not given_away([*first, *(people(*one, first=50) for one in added if one[3])], (one, first), (other, second))
