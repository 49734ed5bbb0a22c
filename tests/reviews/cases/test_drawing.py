"""The draw: the same list and seed give the same people in whatever order the list comes; extremes are extremes."""

from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.core.words import Bilingual
from mithaq.register.instruments.results import Answers, Filled, ItemAsked, person_key
from mithaq.register.instruments.usual import HOW_OFTEN, YES_NO
from mithaq.reviews.cases.drawing import as_data, digest, draw, from_data, in_order, next_in_place
from mithaq.reviews.cases.using import Candidate, candidates_of, code_of

people = st.lists(
    st.builds(
        Candidate,
        st.sampled_from(["o1", "o2"]),
        st.sampled_from(["QAT", "KWT"]),
        st.integers(1, 15).map("N{}".format),
        st.integers(0, 8).map(lambda eighths: eighths * 12),
    ),
    max_size=24,
    unique_by=lambda one: one.key,
)
seeds, sizes = st.integers(0, 2**31 - 1), st.integers(1, 10)
few = settings(max_examples=60, deadline=None)


@few
@given(people, sizes, seeds, st.randoms(use_true_random=False))
def test_the_same_list_and_seed_give_the_same_people(
    candidates: list[Candidate], size: int, seed: int, chance: Random
) -> None:
    shuffled = [*candidates]
    chance.shuffle(shuffled)
    assert draw(shuffled, size, seed) == draw(candidates, size, seed)
    assert digest(shuffled) == digest(candidates)
    assert from_data(as_data(candidates)) == tuple(candidates)


@few
@given(people, sizes, seeds)
def test_extremes_are_extremes_and_nobody_is_at_both_ends(candidates: list[Candidate], size: int, seed: int) -> None:
    drawn = draw(candidates, size, seed)
    assert len(drawn.high) == len(drawn.low) <= min(size, len(candidates) // 2)
    assert not {one.key for one in drawn.high} & {one.key for one in drawn.low}
    if drawn.high:
        left = [one.score for one in candidates if one not in (*drawn.high, *drawn.low)]
        low, high = max(one.score for one in drawn.low), min(one.score for one in drawn.high)
        assert low < high
        assert all(low <= score <= high for score in left)


@few
@given(people, sizes, seeds)
def test_whoever_is_drawn_instead_is_the_next_and_still_extreme(
    candidates: list[Candidate], size: int, seed: int
) -> None:
    drawn = draw(candidates, size, seed)
    keys = [one.key for one in (*drawn.high, *drawn.low)]
    found = next_in_place(candidates, seed, low=False, drawn=keys, others=drawn.low)
    if found is not None:
        assert found.key not in keys
        assert all(found.score > one.score for one in drawn.low)
        assert in_order(candidates, seed)[len(drawn.high)] == found or not drawn.high


def test_all_alike_or_too_few_give_nobody() -> None:
    alike = [Candidate("o", "QAT", f"N{at}", 50) for at in range(6)]
    assert draw(alike, 3, 1).high == draw(alike[:1], 1, 1).low == ()


def test_another_seed_breaks_ties_otherwise_and_moves_no_score() -> None:
    candidates = [Candidate("o", "QAT", f"N{at}", 100 if at < 8 else 0) for at in range(16)]
    found = {draw(candidates, 2, seed).high for seed in range(12)}
    assert len(found) > 1
    assert {one.score for high in found for one in high} == {100}


def options(rows: tuple[tuple[str, str, str], ...]) -> tuple[dict[str, str], ...]:
    return tuple({"code": code, "ar": ar, "en": en} for code, ar, en in rows)


ITEMS = tuple(
    ItemAsked(number, "choice", Bilingual("", ""), options(rows), None, None, 1, common=False, asks=asks)
    for number, (asks, rows) in enumerate((("applied", YES_NO), ("how_often", HOW_OFTEN), ("barrier", HOW_OFTEN)), 1)
)


def filled(person: str, *choices: int | None, offering: str = "o1", on: int = 1) -> Filled:
    key, none = person_key(offering, "QAT", person), (None,) * len(choices)
    told = (offering, "QAT", key, date(2026, 1, on), "ar", None, none, choices, ("",) * len(choices))
    return Filled(*told, demonstration=False)


def form(*sittings: Filled, wave: str = "followup") -> Answers:
    return Answers("RC-1", "i", "L3", "A", wave, 0.0, ITEMS, sittings)


def test_the_score_is_the_mean_of_whether_and_how_often() -> None:
    rows = [filled("N1", 0, 3, 0), filled("N2", 1, 0, 1), filled("N3", 0, 1, 2), filled("N4", None, None, 3)]
    found = {one.person: one.score for one in candidates_of([form(*rows)])}
    assert found == {"N1": 100, "N2": 0, "N3": 67}


def test_only_the_persons_own_answers_count_and_each_person_once() -> None:
    rows = [filled("P7", 0, 3, 0), filled("P7", 1, 0, 0, offering="o2", on=9), filled("N1", 0, 3, 0)]
    found = candidates_of([form(*rows), form(filled("N1", 1, 0, 0), wave="supervisor")])
    assert [(one.offering, one.person, one.score) for one in found] == [("o1", "N1", 100), ("o2", "P7", 50)]
    assert [code_of(one) for one in rows] == ["P7", "P7", "N1"]
