"""How parties stand and who holds a post, in the order in which a page tells it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.register.parties.reads import Held, PartyRow, latest, on_date

FRESH = timedelta(days=365)  # who was seen in a post longer ago is not said to hold it still
GROUPS: dict[str, Promise] = {
    "member": _("Members"),
    "observer": _("Observers"),
    "invited": _("Invited"),
    "left": _("Left the initiative"),
    "organisation": _("Organisations"),
    "centre": _("Centres"),
    "secretariat": _("Secretariat"),
    "state": _("Other states"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Parties that stand alike; those without a standing by their kind."""

    code: str
    name: Promise
    rows: tuple[PartyRow, ...]

    @property
    def stands(self) -> bool:
        """Whether sources tell how they stand."""
        return self.rows[0].standing is not None


def grouped(rows: Iterable[PartyRow]) -> list[Group]:
    """The parties in groups, members first; a group without parties is left out."""
    by_group: dict[str, list[PartyRow]] = {}
    for row in rows:
        by_group.setdefault(row.standing.status if row.standing else row.kind, []).append(row)
    return [Group(code, name, tuple(by_group[code])) for code, name in GROUPS.items() if code in by_group]


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody's time in a post. `holds`: nothing says that it ended and nobody came after.

    `sure`: a source says since when, or showed it within the last year; else it is not known whether it still holds.
    """

    held: Held
    holds: bool
    sure: bool


def terms_of(held: Sequence[Held]) -> list[Term]:
    """These tenures, the newest first, each with whether it holds today; of one post only the latest does."""
    today = on_date("")
    now = {
        post: latest([one for one in held if one.post == post], today) for post in dict.fromkeys(h.post for h in held)
    }
    return [Term(one, one is now[one.post], _is_sure(one)) for one in held]


def _is_sure(held: Held) -> bool:
    if held.since or not held.seen_on:
        return bool(held.since)
    return PartialDate.parse(held.seen_on).last >= clock.today() - FRESH
