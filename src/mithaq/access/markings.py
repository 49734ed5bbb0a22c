"""What a label says and who may see it. Pure: no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from hashlib import blake2b

TAG_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


class Level(IntEnum):
    """How far a text may travel, from the widest to the narrowest."""

    PUBLIC = 0
    OFFICIAL = 1
    RESTRICTED = 2
    CONFIDENTIAL = 3


class Caveat(StrEnum):
    """What narrows a label further."""

    NOMAIL = "NOMAIL"  # may be seen, but its words travel in no mail
    PERSONAL = "PERSONAL"  # about a person: only for those whose role handles personal data


NARROWING = frozenset({Caveat.PERSONAL})


@dataclass(frozen=True, slots=True)
class Marking:
    """A level, the parties it is released to, and caveats. An empty audience means nobody, never everybody."""

    level: Level
    audience: frozenset[str] = frozenset()
    caveats: frozenset[Caveat] = frozenset()

    @property
    def canonical(self) -> str:
        """The one text form, e.g. ``RESTRICTED//KWT,QAT`` or ``OFFICIAL//KWT//NOMAIL``; PUBLIC has no audience."""
        audience = "" if self.level is Level.PUBLIC else ",".join(sorted(self.audience))
        caveats = "//" + ",".join(sorted(self.caveats)) if self.caveats else ""
        return f"{self.level.name}//{audience}{caveats}"

    @property
    def id(self) -> int:
        """63 bits made from the canonical text: the same label has the same id in every database, for ever.

        An id can therefore never come to mean another label, not even after a rollback.
        """
        return int.from_bytes(blake2b(self.canonical.encode(), digest_size=8).digest()) >> 1

    @property
    def tag(self) -> str:
        """Three letters that tell this label's reference numbers from another's; empty for PUBLIC."""
        if self.canonical == "PUBLIC//":
            return ""
        rest, letters = self.id, ""
        for _ in range(3):
            rest, index = divmod(rest, len(TAG_LETTERS))
            letters += TAG_LETTERS[index]
        return letters

    @classmethod
    def parse(cls, canonical: str) -> Marking:
        """The inverse of `canonical`; raises KeyError or ValueError for an unknown level or caveat."""
        level, _, rest = canonical.partition("//")
        audience, _, caveats = rest.partition("//")
        return cls(Level[level], _parts(audience), frozenset(map(Caveat, _parts(caveats))))

    def joined(self, other: Marking) -> Marking:
        """The label of a thing made of both: the narrower level, the parties in both audiences, all caveats."""
        if self.level is Level.PUBLIC:
            audience = other.audience
        elif other.level is Level.PUBLIC:
            audience = self.audience
        else:
            audience = self.audience & other.audience
        return Marking(max(self.level, other.level), audience, self.caveats | other.caveats)


def _parts(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(",")))


@dataclass(frozen=True, slots=True)
class Clearance:
    """All that decides what somebody may see."""

    party: str
    level: Level
    personal: bool = False


def may_see(who: Clearance, marking: Marking) -> bool:
    """The policy, whole. PUBLIC is for everybody; anything else needs the level and the party; PERSONAL a role too."""
    if marking.caveats & NARROWING and not who.personal:
        return False
    if marking.level is Level.PUBLIC:
        return True
    return marking.level <= who.level and who.party in marking.audience
