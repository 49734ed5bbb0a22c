"""What the reads of this area answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Officer, Seen
from mithaq.core.words import Bilingual
from mithaq.register.parties.sources import Cited
from mithaq.register.parties.standing import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """How a party stands in an initiative on a date; `disputed`: sources differ on when it began."""

    party: str
    status: str
    since: str
    seen_on: str
    source: str
    disputed: bool
    claim: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Who stood how in an initiative on a date."""

    initiative: str
    name: Bilingual
    on: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class StatusClaimed:
    """What one source says about the standing of a party."""

    public_id: str
    initiative: str
    initiative_name: Bilingual
    status: str
    since: str
    seen_on: str
    source: str
    preferred: bool
    why: Bilingual
    seen: Seen


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody in a post, as fine as the source knows the dates."""

    public_id: str
    post: str
    title: Bilingual
    party: str
    person: str
    name: Bilingual
    honorific: Bilingual
    since: str
    until: str
    seen_on: str
    source: str
    seen: Seen

    @property
    def span(self) -> Span:
        """When it holds."""
        return Span(self.since, self.until, self.seen_on)


@dataclass(frozen=True, slots=True)
class PostShown:
    """A post of a party and who held it, the newest first."""

    public_id: str
    title: Bilingual
    mission: Bilingual
    held: tuple[Held, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class PostName:
    """A post as choices name it."""

    public_id: str
    title: Bilingual
    party: str


@dataclass(frozen=True, slots=True)
class InitiativeName:
    """An initiative as choices name it."""

    code: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class MissionShown:
    """A party's accredited representation."""

    public_id: str
    name: Bilingual
    city: str
    accredited: str
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party in the list; `standing` in the initiative that was asked for, None where no source gives it one."""

    public_id: str
    code: str
    kind: str
    name: Bilingual
    short: Bilingual
    standing: Standing | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number with its comparator (= > >= < <= ~), as-of date and source; `value` without needless zeros."""

    public_id: str
    party: str
    comparator: str
    value: str
    unit: str
    what: Bilingual
    as_of: str
    speaker: str
    speaker_name: Bilingual
    cited: Cited | None
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class PartyPage:
    """All about a party but what it promised and does. `officers` only for its own and for those who follow all up."""

    public_id: str
    code: str
    kind: str
    name: Bilingual
    short: Bilingual
    aliases: tuple[str, ...]
    claims: tuple[StatusClaimed, ...]
    standings: tuple[Standing, ...]
    missions: tuple[MissionShown, ...]
    posts: tuple[PostShown, ...]
    figures: tuple[FigureRow, ...]
    officers: tuple[Officer, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the list with the post seen last."""

    public_id: str
    name: Bilingual
    honorific: Bilingual
    post: Bilingual
    party: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person: other writings, posts held, and others of the same name, so that nobody is taken for somebody else."""

    public_id: str
    name: Bilingual
    honorific: Bilingual
    aliases: tuple[str, ...]
    held: tuple[Held, ...]
    namesakes: tuple[PersonRow, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen
