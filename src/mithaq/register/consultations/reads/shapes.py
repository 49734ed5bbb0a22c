"""What the reads of minutes answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.diff import Piece
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class MinutesName:
    """Minutes as other pages name them. `state`: draft, circulated or approved."""

    public_id: str
    state: str
    meeting: MeetingName
    seen: Seen


@dataclass(frozen=True, slots=True)
class MinutesOf:
    """The minutes of a meeting, if the viewer sees any; the operations on them that would not be refused."""

    meeting: str
    minutes: MinutesName | None
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """What a delegation asks to have changed: the two wordings as one text, and what was answered.

    `fits`: it can be accepted as things stand; else another change touches the same words.
    """

    public_id: str
    party: str
    language: str
    pieces: tuple[Piece, ...]
    reason: str
    by: Bilingual
    at: str
    state: str
    answer: str
    answered: Bilingual
    answered_at: str
    fits: bool
    version: int


@dataclass(frozen=True, slots=True)
class ItemShown:
    """What was said on one item, with the sentences it rests on and the corrections asked for, the open ones first.

    `item` is the id of the item of the agenda, empty for the general one. `wordings`: how many it had.
    """

    public_id: str
    item: str
    number: int
    general: bool
    title: Bilingual
    text: Bilingual
    sources: tuple[Cited, ...]
    corrections: tuple[CorrectionShown, ...]
    wordings: int
    version: int


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One item with the minutes it belongs to and their state."""

    minutes: str
    state: str
    item: ItemShown
    seen: Seen


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """One correction with the minutes, the item and its title."""

    minutes: str
    item: str
    title: Bilingual
    shown: CorrectionShown
    seen: Seen


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that belongs to the meeting: minutes can be taken from it."""

    document: str
    ref: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """The minutes of a meeting with the way back and on along the series.

    `approving`: the later meetings of the series at which they may be approved. `lacks`: items of the agenda that a draft
    does not have. `open`: corrections that wait for an answer. `may`: the operations that would not be refused.
    """

    public_id: str
    meeting: MeetingName
    series: str
    title: Bilingual
    state: str
    circulated_at: str
    approval_at: str
    approved_in: MeetingName | None
    items: tuple[ItemShown, ...]
    before: MinutesName | None
    after: MinutesName | None
    approving: tuple[MeetingName, ...]
    papers: tuple[Paper, ...]
    lacks: int
    open: int
    demonstration: bool
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording that an item had: its number, how it came to be, by whom and when."""

    number: int
    how: str
    by: Bilingual
    at: str


@dataclass(frozen=True, slots=True)
class Wordings:
    """All wordings of an item, the newest first, and what differs between two of them in each language."""

    item: str
    minutes: str
    title: Bilingual
    wordings: tuple[Wording, ...]
    one: int
    other: int
    ar: tuple[Piece, ...]
    en: tuple[Piece, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class LaidSentence:
    """A sentence of a document and the item of the minutes it would go to (empty: left out, being a heading).

    `why`: heading, below (a heading), area, or empty: nothing tells, so it goes to the general item. `taken`: it stands in
    these minutes already.
    """

    number: int
    text: str
    opens: bool
    item: str
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class MinutesPreview:
    """What taking a document into minutes would do, 200 sentences a page; nothing is written. `more`: `first` of the next page."""

    minutes: str
    document: str
    ref: str
    title: str
    language: str
    edition: int
    items: tuple[tuple[str, Bilingual], ...]
    sentences: tuple[LaidSentence, ...]
    more: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """An item of minutes in the minutes of a whole series."""

    title: Bilingual
    text: Bilingual
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Minuted:
    """The minutes of one meeting in those of a whole series; items with nothing written are left out."""

    name: MinutesName
    approved_in: MeetingName | None
    items: tuple[MinutedItem, ...]


@dataclass(frozen=True, slots=True)
class SeriesMinutes:
    """All minutes of a series that were circulated or approved, the earliest first. `seen`: those to whom all were released."""

    series: str
    name: Bilingual
    entries: tuple[Minuted, ...]
    seen: Seen
