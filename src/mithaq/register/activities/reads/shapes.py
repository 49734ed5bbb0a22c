"""Activities, seats and nominations as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class ActivityName:
    """An activity as other records name it."""

    public_id: str
    ref: str
    kind: str
    title: Bilingual
    begins: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """An activity in a list. `begins` and `ends` are days, ISO."""

    public_id: str
    ref: str
    kind: str
    title: Bilingual
    state: str
    host: str
    begins: str
    ends: str
    city: Bilingual
    country: str
    languages: tuple[str, ...]
    delivery: str
    mode: str
    frame: str
    capacity: int
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class YearRow:
    """The activities of a year of one kind, mode and frame (each empty where it was not said), those cancelled left out.

    `ahead` are planned or open, `held` were held, `seats` those of both; `own_seats` (offered to it) and `own_used` are the viewer's
    party's, None for those of no party; `own_used` for those too who are not told who took part.
    """

    kind: str
    mode: str
    frame: str
    ahead: int
    held: int
    seats: int
    own_seats: int | None
    own_used: int | None


@dataclass(frozen=True, slots=True)
class Year:
    """The activities of a year that the viewer may see, counted."""

    year: int
    rows: tuple[YearRow, ...]


@dataclass(frozen=True, slots=True)
class QuotaShown:
    """The seats of a party: its own, and how many it has `used` of those `offered` to it, which are more than its own where
    it was given open ones. Both None for those who are not told: they are the party's and the host's own."""

    party: str
    seats: int
    offered: int | None
    used: int | None


@dataclass(frozen=True, slots=True)
class StepShown:
    """A step that a nomination went: to which stage, when, by whom, why; `days` since the step before, None for the first."""

    stage: str
    at: str
    by: str
    party: str
    reason: str
    days: int | None


@dataclass(frozen=True, slots=True)
class NominationShown:
    """A nomination. `name` and `function` are empty for those who do not see the name; `hours` are those attended, in all."""

    public_id: str
    activity: str
    party: str
    number: int
    name: Bilingual
    function: Bilingual
    priority: int
    basis: str
    basis_words: str
    stage: str
    seat: str
    lack: str
    reason: str
    at: str
    hours: str
    result: str
    steps: tuple[StepShown, ...]
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class WaitingShown:
    """A place on the waiting list, in its order. `nomination` is empty for those who do not see which one it is."""

    position: int
    party: str
    priority: int
    since: str
    nomination: str
    number: int


@dataclass(frozen=True, slots=True)
class SwapShown:
    """Seats that a party offered to another."""

    public_id: str
    activity: ActivityName
    giver: str
    taker: str
    seats: int
    in_return: ActivityName | None
    return_seats: int
    state: str
    reason: str
    offered_at: str
    closed_at: str
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """An activity with all that the viewer may see of its seats. `release_on`: the day unused seats are given back."""

    row: ActivityRow
    venue: Bilingual
    zone: str
    areas: tuple[str, ...]
    for_whom: Bilingual
    order: str
    release_days: int
    release_on: str
    released_at: str
    quotas: tuple[QuotaShown, ...]
    nominations: tuple[NominationShown, ...]
    waiting: tuple[WaitingShown, ...]
    swaps: tuple[SwapShown, ...]
    may: tuple[str, ...]
    possible: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen
