"""How much each person uses of what was learned, by the person's own answers half a year later. Pure: answers in, candidates out.

Every answer to "was it applied" and to "how often" is a place from 0 to 1 (no 0, yes 1; from the least to the most often); the
score is their mean in hundredths. A supervisor's answer is not in it: whom one draws must not depend on who has a supervisor
that answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from mithaq.register.instruments.meaning import how_often, says_yes

if TYPE_CHECKING:
    from mithaq.register.instruments.results import Answers, Filled, ItemAsked


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who can be drawn: the id of the offering, the party, the pseudonym, and how much is used, 0 to 100."""

    offering: str
    party: str
    person: str
    score: int

    @property
    def key(self) -> str:
        """What tells this person from every other."""
        return "/".join((self.offering, self.party, self.person))


@dataclass(slots=True)
class _Told:
    """What one person answered, of all forms, and the last offering that it was about."""

    filled: Filled
    places: list[float] = field(default_factory=list)


def candidates_of(forms: Iterable[Answers]) -> tuple[Candidate, ...]:
    """Everybody who said whether or how often it is applied, once each, in an order that does not depend on that of the answers.

    Who answered about two offerings stands under the later one. Who answered neither question is no candidate.
    """
    told: dict[str, _Told] = {}
    for form in forms:
        for one in form.sittings:
            if form.wave == "followup" and one.person and (places := list(_places(form.items, one))):
                known = told.setdefault(one.person, _Told(one))
                known.filled = max(known.filled, one, key=_when)
                known.places += places
    found = (_candidate(one) for one in told.values())
    return tuple(sorted(found, key=lambda one: (one.offering, one.party, one.person)))


def _when(one: Filled) -> tuple[date, str]:
    return one.taken_on, one.offering


def _places(items: Iterable[ItemAsked], one: Filled) -> Iterator[float]:
    for item, value, choice in zip(items, one.values, one.choices, strict=True):
        if item.asks == "applied" and (yes := says_yes(item, value, choice)) is not None:
            yield float(yes)
        if item.asks == "how_often" and (place := how_often(item, value, choice)) is not None:
            yield place


def _candidate(told: _Told) -> Candidate:
    one, places = told.filled, sorted(told.places)  # sorted: a sum does not depend on the order of the forms
    return Candidate(one.offering, one.party, code_of(one), round(100 * sum(places) / len(places)))


def code_of(one: Filled) -> str:
    """The pseudonym alone, out of the name that no other person has."""
    return one.person.removeprefix(f"{one.party}/").removesuffix(f"/{one.offering}")
