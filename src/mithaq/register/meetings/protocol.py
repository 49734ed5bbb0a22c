"""The order of protocol, and how somebody is addressed by the post they hold. Pure.

Delegations stand in this order: the host; then by their role at the meeting, in the order in which its format names the
roles; within a role states before organisations; then by the alphabet of the language of the page, in Arabic without the
article. Within a delegation: its head, then by the rank of the posts (``protocol.csv``), then as they were named.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from mithaq.core.text import fold
from mithaq.core.words import Bilingual

THE = "ال"  # as it is written: «ألمانيا» has no article
LAST = 99  # the rank of a post that the table does not name
KINDS = ("state", "organisation", "centre", "secretariat")


@dataclass(frozen=True, slots=True)
class Standing:
    """The rank of a post, 1 the highest, and the form of address that goes with it; empty where there is none."""

    rank: int
    address: Bilingual


UNRANKED = Standing(LAST, Bilingual("", ""))


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation to be put in order: its name, its kind of party, its role."""

    party: str
    name: Bilingual
    kind: str
    role: str


@lru_cache(maxsize=4096)
def standing_of(title: Bilingual) -> Standing:
    """The standing of a post by how its title begins; the longest beginning in the table counts, the Arabic before the English."""
    for written, table in ((title.ar, _table()[0]), (title.en, _table()[1])):
        begins = _plain(written)
        for words, standing in table:
            if begins.startswith(words):
                return standing
    return UNRANKED


@cache
def _table() -> tuple[list[tuple[str, Standing]], list[tuple[str, Standing]]]:
    """The beginnings of titles in Arabic and in English, the longest first."""
    text = files("mithaq.register.meetings").joinpath("protocol.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    found = [[(_plain(row[language]), _standing(row)) for row in rows if row[language]] for language in ("ar", "en")]
    arabic, english = (sorted(table, key=lambda row: len(row[0]), reverse=True) for table in found)
    return arabic, english


def _standing(row: dict[str, str]) -> Standing:
    return Standing(int(row["rank"]), Bilingual(row["address_ar"], row["address_en"]))


def _plain(words: str) -> str:
    """Folded, without the article before each word, a blank after each: so that whole words are compared."""
    parts = words.replace("-", " ").split()
    return "".join(f"{fold(part.removeprefix(THE)).text} " for part in parts)


def order_of(seats: Sequence[Seat], *, host: str, roles: Sequence[str], language: str) -> list[int]:
    """The places of these delegations in the order of protocol, as indexes into `seats`."""

    def key(at: int) -> tuple[bool, int, int, str, str]:
        seat = seats[at]
        role = roles.index(seat.role) if seat.role in roles else len(roles)
        kind = KINDS.index(seat.kind) if seat.kind in KINDS else len(KINDS)
        return seat.party != host, role, kind, _alphabet(seat.name.in_language(language)), seat.party

    return sorted(range(len(seats)), key=key)


@lru_cache(maxsize=1024)
def _alphabet(name: str) -> str:
    return fold(name.removeprefix(THE)).text


def seniority(heads: bool, standing: Standing, named: int) -> tuple[bool, int, int]:
    """What members of a delegation are sorted by; `named` is their place on its list."""
    return not heads, standing.rank, named


def honorific(title: Bilingual, own: Bilingual) -> Bilingual:
    """How somebody is written before the name: what goes with the post, then the person's own title, neither of them twice."""
    address = standing_of(title).address
    return Bilingual(joined(address.ar, own.ar), joined(address.en, own.en))


def joined(address: str, own: str) -> str:
    """Form of address and honorific before a name, neither of them twice."""
    return own if fold(own).text.startswith(fold(address).text) else " ".join(filter(None, (address, own)))
