"""Who is drawn, by rule: those who use most and those who use least, ties broken by a seed. Pure.

The same list and the same seed always give the same people, whatever the order of the list; so a draw can be made again by
anybody who sees the list. The seed is made by the house when the draw is made, never typed: with a typed one somebody could try
seeds until the people they wanted came out. For the same reason a list is drawn from once (`digest`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from mithaq.reviews.cases.using import Candidate

RULE = "extremes/1"  # kept with each draw: another rule some day gets another name


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who uses most, the most first, and who uses least, the least first: as many of each."""

    high: tuple[Candidate, ...]
    low: tuple[Candidate, ...]


def in_order(candidates: Iterable[Candidate], seed: int, *, low: bool = False) -> list[Candidate]:
    """All candidates from this end; those with the same score in the order that the seed gives."""
    return sorted(candidates, key=lambda one: (one.score if low else -one.score, _lot(seed, one)))


def _lot(seed: int, one: Candidate) -> str:
    return sha256(f"{seed}:{one.key}".encode()).hexdigest()


def draw(candidates: Sequence[Candidate], size: int, seed: int) -> Drawn:
    """So many from each end, nobody from both; fewer where there are fewer, or where the last from one end would use no more
    than the last from the other: then they are no extremes. Perhaps nobody."""
    high, low = in_order(candidates, seed), in_order(candidates, seed, low=True)
    count = min(size, len(candidates) // 2)
    while count and high[count - 1].score <= low[count - 1].score:
        count -= 1
    return Drawn(tuple(high[:count]), tuple(low[:count]))


def next_in_place(
    candidates: Sequence[Candidate], seed: int, *, low: bool, drawn: Iterable[str], others: Iterable[Candidate]
) -> Candidate | None:
    """The next of the same list from this end who was not drawn (`drawn`: keys) and still uses more, or less, than everybody who
    was drawn from the other end (`others`); None where there is nobody left."""
    taken, scores = set(drawn), [one.score for one in others]
    for one in in_order(candidates, seed, low=low):
        if one.key not in taken:
            apart = all(one.score < score if low else one.score > score for score in scores)
            return one if apart else None
    return None


def digest(candidates: Iterable[Candidate]) -> str:
    """The hash of the list: everybody on it with the score, in one order."""
    told = sorted((one.offering, one.party, one.person, one.score) for one in candidates)
    return sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def as_data(candidates: Iterable[Candidate]) -> list[list[str | int]]:
    """The list as it is kept with a draw."""
    return [[one.offering, one.party, one.person, one.score] for one in candidates]


def from_data(told: Iterable[Sequence[str | int]]) -> tuple[Candidate, ...]:
    """The list as it was kept."""
    return tuple(Candidate(str(at), str(party), str(person), int(score)) for at, party, person, score in told)
