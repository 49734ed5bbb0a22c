"""What the reads of issues and positions answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Listing, Seen
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class PositionShown:
    """Where a party stood (support, reserve, oppose, open), in which words, when and where it was said."""

    public_id: str
    party: str
    stance: str
    words: str
    language: str
    said_on: str
    meeting: MeetingName | None
    cited: Cited | None
    source: str
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class PositionPage:
    """One position and the issue it is on."""

    issue: str
    title: Bilingual
    shown: PositionShown


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue with the newest position of each party that the viewer sees one of; `agreement`: agree, differ or unknown."""

    public_id: str
    title: Bilingual
    areas: tuple[str, ...]
    positions: tuple[PositionShown, ...]
    agreement: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Matrix:
    """Issues by parties. `parties`: those with a position on one of these issues. `records`: the viewer may add to it."""

    parties: tuple[str, ...]
    listing: Listing[IssueRow]
    records: bool


@dataclass(frozen=True, slots=True)
class Stood:
    """All positions of one party on an issue, the newest first."""

    party: str
    positions: tuple[PositionShown, ...]


@dataclass(frozen=True, slots=True)
class CommonGround:
    """A line drafted from the newest positions on an issue, with the sentences it rests on. `seen`: who may see all of them."""

    issue: str
    title: Bilingual
    agreement: str
    text: Bilingual
    sentences: tuple[PositionShown, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class IssuePage:
    """An issue, whole. `may`: the operations on it that would not be refused to the viewer."""

    row: IssueRow
    about: Bilingual
    stood: tuple[Stood, ...]
    ground: CommonGround
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen
