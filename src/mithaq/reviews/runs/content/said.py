"""What people said: at the end of a course, and half a year later of its application. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.reviews.runs.answered import Silent
from mithaq.reviews.runs.content.counted import Share


@dataclass(frozen=True, slots=True)
class Reaction:
    """What people said at the end: of `asked` people `answered`; `items` are the shares who said yes (`engaging`, `relevant`,
    `will_use`), `silent` what those may change who said nothing."""

    asked: int
    answered: int
    items: tuple[Share, ...]
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said of the application: of `asked` people `answered`; `applied` is the share who apply it. `silent` is None
    in the facts of a party."""

    asked: int
    answered: int
    applied: Share | None
    silent: Silent | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """What is applied at work, by the graduates and by their supervisors: both are shown and never averaged.

    `kappa` is how far both agree beyond chance on the `both` people of whom both spoke. `barriers`: what kept people from
    applying it, the most named first, of all who answered.
    """

    graduates: Said
    supervisors: Said
    kappa: float | None
    both: int
    barriers: tuple[Share, ...]
