"""What can be worked out of all that was ever shown, by sums and differences: the attack that a release has to stand. Pure.

Everything that is shown is a sum over a set of people: how many they are, what they gained together. People who are in the
same sets are one unknown. A number that must not be known is given away where it follows from what is shown: where its vector
lies in the space that the shown ones span. Counts, sums of gains and sums of squares are hidden alike, so one attack stands
for all three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mithaq.evaluation.arrays import Bools, Floats

TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Form:
    """A number that is shown or could be: its name, and the digests of the people it is about. `never`: it must not be known
    however many they are."""

    name: str
    people: frozenset[str]
    never: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """A number that follows from what is shown and must not, and the names of what it follows from. `knowing` is the party
    that can work it out because it knows its own people; empty where anybody can."""

    target: str
    by: tuple[str, ...]
    knowing: str = ""


@dataclass(frozen=True, slots=True)
class _Unknowns:
    """People in groups that are in the same forms: how many they are, of which party, and by form which groups it holds."""

    sizes: Floats
    parties: tuple[str, ...]
    held: Mapping[str, Floats]

    def others(self, knowing: str) -> Bools:
        """Which groups are not of the party that knows its own people; all where that is nobody."""
        return np.array([not knowing or party != knowing for party in self.parties], dtype=bool)


def broken_by(
    shown: Sequence[Form], hidden: Sequence[Form], party_of: Mapping[str, str], threshold: int, insiders: Iterable[str] = ()
) -> tuple[Broken, ...]:  # fmt: skip
    """What follows from the shown forms and must not: to anybody any hidden form and any number about 1 to threshold - 1
    people; to each insider, who knows its own people, such small numbers and what must never be known.

    `hidden` are forms that are not shown. `party_of` gives the party of every person. No two forms have one name.
    """
    unknowns = _grouped([*shown, *hidden], party_of)
    found: list[Broken] = []
    for party in ("", *insiders):
        found += _differences(shown, unknowns, threshold, party)
        found += _derived(shown, hidden, unknowns, threshold, party)
    return tuple(found)


def _grouped(forms: Sequence[Form], party_of: Mapping[str, str]) -> _Unknowns:
    members: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        for person in form.people:
            members.setdefault(person, []).append(at)
    sizes: dict[tuple[str, tuple[int, ...]], int] = {}
    for person, places in members.items():
        key = (party_of.get(person, ""), tuple(places))
        sizes[key] = sizes.get(key, 0) + 1
    keys = sorted(sizes)
    held = np.zeros((len(forms), len(keys)))
    for at, key in enumerate(keys):
        held[list(key[1]), at] = 1.0
    return _Unknowns(
        np.array([sizes[key] for key in keys], dtype=float), tuple(party for party, _ in keys),
        {form.name: held[at] for at, form in enumerate(forms)},
    )  # fmt: skip


def _differences(shown: Sequence[Form], unknowns: _Unknowns, threshold: int, knowing: str) -> list[Broken]:
    """Shown forms that are about too few themselves, and pairs of them that differ by too few; `knowing` takes its own people
    off first."""
    if not shown:
        return []
    others = unknowns.others(knowing)
    rows = np.array([unknowns.held[form.name][others] for form in shown])
    common = (rows * unknowns.sizes[others]) @ rows.T
    sizes = np.diag(common)
    apart = np.maximum(sizes[:, None] - common, sizes[None, :] - common)
    names = [form.name for form in shown]
    few = np.argwhere(np.triu((apart > 0) & (apart < threshold))).tolist()
    told = [Broken(name, (name,), knowing) for name, size in zip(names, sizes, strict=True) if 0 < size < threshold]
    return told + [Broken(f"{names[a]} - {names[b]}", (names[a], names[b]), knowing) for a, b in few]


def _derived(
    shown: Sequence[Form], hidden: Sequence[Form], unknowns: _Unknowns, threshold: int, knowing: str
) -> list[Broken]:
    """Groups of too few, and hidden forms, in the span of the shown ones; `knowing` takes its own people off."""
    others = unknowns.others(knowing)
    rows = np.array([unknowns.held[form.name][others] for form in shown]).reshape(len(shown), int(others.sum()))
    span, back = _span(rows)
    sizes = unknowns.sizes[others]
    alone = np.abs((span**2).sum(axis=1) - 1) < TOLERANCE
    found = [
        Broken("people", _names(shown, back @ span[at]), knowing)
        for at in np.flatnonzero(alone & (sizes < threshold)).tolist()
    ]
    for form in hidden:
        target = unknowns.held[form.name][others]
        size = float(target @ sizes)
        if size and (not knowing or form.never or size < threshold):
            along = span.T @ target
            if abs(float(along @ along) - float(target @ target)) < TOLERANCE:
                found.append(Broken(form.name, _names(shown, back @ along), knowing))
    return found


def _names(shown: Sequence[Form], weights: Floats) -> tuple[str, ...]:
    return tuple(form.name for form, weight in zip(shown, weights, strict=True) if abs(weight) > TOLERANCE)


def _span(rows: Floats) -> tuple[Floats, Floats]:
    """An orthonormal basis of what the rows span (one a column), and how each of it is made of the rows."""
    if not rows.size:
        return np.zeros((rows.shape[1], 0)), np.zeros((rows.shape[0], 0))
    values, vectors = np.linalg.eigh(rows @ rows.T)
    kept = values > 1e-9 * max(1.0, float(values.max()))
    back = vectors[:, kept] / np.sqrt(values[kept])
    return rows.T @ back, back
