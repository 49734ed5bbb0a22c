"""What the reads of outcomes answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import CommitmentRow, Speaker
from mithaq.register.consultations.reads.shapes import MinutesName
from mithaq.register.meetings.reads import MeetingName, MeetingPage
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class MinutedAt:
    """Where in minutes words stand: the minutes, the item, and its title."""

    minutes: str
    item: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Named:
    """A record of another kind that an outcome became: its id, reference (empty if none), title, state."""

    public_id: str
    ref: str
    title: Bilingual
    state: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """What somebody said at a meeting that is kept as a result of it, and what became of it.

    `public_id` is empty for a commitment that came through the reader. `item`: the id of the item of the agenda it stands
    under, empty for none. `kind`: of outcomes, or call or request of commitments.
    """

    public_id: str
    kind: str
    words: str
    language: str
    speaker: Speaker
    by: tuple[str, ...]
    cited: Cited | None
    source: str
    minuted: MinutedAt | None
    item: str
    commitment: CommitmentRow | None
    idea: Named | None
    position: Named | None
    seen: Seen


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """An item of an agenda with the open commitments it pulls in and what came of it.

    Commitments come by its areas, or by the series where it names none. `more`: there are others.
    """

    public_id: str
    number: int
    title: Bilingual
    areas: tuple[str, ...]
    lead: str
    pulled: tuple[CommitmentRow, ...]
    more: bool
    outcomes: tuple[OutcomeRow, ...]


@dataclass(frozen=True, slots=True)
class MeetingOutcomes:
    """The agenda of a meeting with its outcomes; `others`: those that stand under no item. `may`: operations not refused."""

    meeting: MeetingName
    points: tuple[AgendaPoint, ...]
    others: tuple[OutcomeRow, ...]
    minutes: MinutesName | None
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingWhole:
    """A meeting with all that belongs to it, and what came of it."""

    page: MeetingPage
    outcomes: MeetingOutcomes
