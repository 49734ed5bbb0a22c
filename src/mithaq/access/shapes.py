"""Shapes that the reads of all areas share: who may see a thing, pages of lists, names of parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import get_language

from mithaq.access.markings import Caveat, Level, Marking
from mithaq.access.models import Account, JournalLine, Label, Party
from mithaq.access.standing import marking_of
from mithaq.access.viewer import SYSTEM, Viewer
from mithaq.core.words import Bilingual

T = TypeVar("T")
PAGE = 50


@dataclass(frozen=True, slots=True)
class Seen:
    """Who may see a thing: its level, the party codes it is released to (empty: everybody, for PUBLIC), caveats."""

    level: str
    audience: tuple[str, ...]
    caveats: tuple[str, ...] = ()


def seen_by(label_id: int) -> Seen:
    """Who may see what lies under this label."""
    return _seen(marking_of(label_id))


def seen_together(seens: Iterable[Seen]) -> Seen:
    """Those to whom all of these were released."""
    whole = Marking(Level.PUBLIC)
    for seen in seens:
        caveats = frozenset(map(Caveat, seen.caveats))
        whole = whole.joined(Marking(Level[seen.level], frozenset(seen.audience), caveats))
    return _seen(whole)


def _seen(marking: Marking) -> Seen:
    return Seen(marking.level.name, tuple(sorted(marking.audience)), tuple(sorted(marking.caveats)))


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of a list. `more` is what to send as `after` for the next page; empty when this is the last."""

    entries: tuple[T, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party as it is named in lists and choices."""

    code: str
    name: Bilingual
    short: Bilingual
    kind: str


def party_names() -> dict[str, PartyName]:
    """All parties the viewer may see, by code, in one small query. Inside a visit."""
    rows = Party.objects.order_by("code").values_list("code", "name_ar", "name_en", "short_ar", "short_en", "kind")
    return {
        code: PartyName(code, Bilingual(ar, en), Bilingual(short_ar or ar, short_en or en), kind)
        for code, ar, en, short_ar, short_en, kind in rows
    }


def party_called(code: str) -> str:
    """What a party is called in a sentence, in the language of who reads it; the code where the viewer knows no such party."""
    known = party_names().get(code)
    return known.short.in_language(get_language() or "ar") if known else code


@dataclass(frozen=True, slots=True)
class Officer:
    """An account as others see it: name and party, nothing else."""

    account: str
    name: Bilingual
    party: str


def officer(account: Account | None) -> Officer | None:
    """The account as others see it."""
    return Officer(account.username, account.name, account.party) if account else None


THE_HOUSE = Bilingual("ميثاق", "Mithaq")


def names_of(accounts: Iterable[str]) -> dict[str, Bilingual]:
    """The names of these accounts; what the house did by itself bears its own, and an account that is gone its sign-in name."""
    wanted = set(accounts)
    found = {account.username: account.name for account in Account.objects.filter(username__in=wanted)}
    return {one: Bilingual("", one) for one in wanted} | {SYSTEM.account: THE_HOUSE} | found


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the journal about one thing."""

    at: str
    account: str
    name: Bilingual
    party: str
    operation: str
    reason: str
    changes: dict[str, object]


@dataclass(frozen=True, slots=True)
class About:
    """The record with a page of its own that something else belongs to: kind, public id, reference (empty if none), title."""

    kind: str
    thing: str
    ref: str
    title: Bilingual


def history_of(*things: str, limit: int = 50) -> tuple[Line, ...]:
    """The newest lines of the journal about these things, newest first. Inside a visit."""
    return lines_of(list(JournalLine.objects.filter(thing__in=things).order_by("-id")[:limit]))


def lines_of(rows: list[JournalLine]) -> tuple[Line, ...]:
    """These rows of the journal in their order, with the names of who did it. Inside a visit."""
    names = names_of(row.account for row in rows)
    return tuple(
        Line(
            row.at.isoformat(),
            row.account,
            names[row.account],
            row.party,
            row.operation,
            row.reason,
            row.changes,
        )
        for row in rows
    )


def own_label(viewer: Viewer) -> Label:
    """The label of what is an account's own: official, for its party. Inside a visit that writes."""
    level = min(Level.OFFICIAL, viewer.clearance.level)
    return Label.objects.of(level, *([viewer.party] if viewer.party else []))
