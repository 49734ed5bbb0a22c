"""What the reads of this area answer. Dates are partial ISO dates; instants ISO with the offset of the place's clock."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class StepShown:
    """A state of meetings of a format; `then`: what may follow, nothing at an end. `held`: the meeting has taken place."""

    code: str
    name: Bilingual
    then: tuple[str, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting as other records name it."""

    public_id: str
    ref: str
    series_name: Bilingual
    ordinal: int | None
    title: Bilingual
    date: str
    city: Bilingual


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list. What is not known is empty, `ordinal` None. `level`: its own, else that of its series.

    `opens` and `closes` are empty where no hour is set. `held`: it has taken place.
    """

    public_id: str
    ref: str
    series: str
    series_name: Bilingual
    ordinal: int | None
    title: Bilingual
    date: str
    until: str
    city: Bilingual
    country: str
    host: str
    parties: tuple[str, ...]
    format: str
    level: str
    state: str
    held: bool
    opens: str
    closes: str
    zone: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Beat:
    """A meeting of the same series. `months` since the one held before it: None for the first, for one that was not held,
    where a date is not known to the month, and where the numbers say that others lie between (`gap` of them).
    """

    public_id: str
    ref: str
    ordinal: int | None
    date: str
    city: Bilingual
    state: str
    held: bool
    host: str
    level: str
    months: float | None
    gap: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A document that reports or belongs to the meeting."""

    document: str
    ref: str
    title: str
    published: str
    language: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """A document before the meeting under a point of its agenda."""

    public_id: str
    document: str
    ref: str
    title: str
    published: str
    language: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Item:
    """A point of an agenda, with its papers as far as the viewer may see them. Hours are empty where none is set."""

    public_id: str
    number: int
    title: Bilingual
    opens: str
    closes: str
    areas: tuple[str, ...]
    lead: str
    papers: tuple[ItemPaper, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ParticipantShown:
    """Somebody on a delegation's list, as protocol names them: `address` goes with the post on the day of the meeting,
    `honorific` with the person. `released`: the head of the delegation has approved the list with this name on it.
    """

    public_id: str
    person: str
    name: Bilingual
    address: Bilingual
    honorific: Bilingual
    post: str
    title: Bilingual
    heads: bool
    attended: bool | None
    released: bool
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class DelegationShown:
    """A party asked to a meeting, its role there, its answer, and its list as far as the viewer may see it.

    `quota` None: any number may come. `approved_at` is empty until the head of the delegation has approved the list.
    """

    public_id: str
    party: str
    party_name: Bilingual
    role: str
    role_name: Bilingual
    rights: tuple[str, ...]
    quota: int | None
    sent_at: str
    reply: str
    reply_words: str
    replied_at: str
    approved_at: str
    participants: tuple[ParticipantShown, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting: what is known and where from, its agenda, who is asked and comes, its papers, the beat of its series.

    `rights`: what the viewer's party may do at it. `steps`: the states it can go to now. `sequence` counts what was sent to
    calendars. Of `margins_of` and `on_margins` those that the viewer may see.
    """

    row: MeetingRow
    format_name: Bilingual
    state_name: Bilingual
    state_reason: str
    steps: tuple[StepShown, ...]
    sequence: int
    venue: Bilingual
    co_organisers: tuple[str, ...]
    margins_of: MeetingName | None
    on_margins: tuple[MeetingName, ...]
    agenda: tuple[Item, ...]
    delegations: tuple[DelegationShown, ...]
    rights: tuple[str, ...]
    note: Bilingual
    cited: Cited | None
    source: str
    proposal: str
    papers: tuple[MeetingPaper, ...]
    beats: tuple[Beat, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invitation of the viewer's party to a meeting that is still to come; `named` of its list, and whether approved."""

    public_id: str
    meeting: MeetingName
    role: str
    role_name: Bilingual
    reply: str
    quota: int | None
    named: int
    waiting: int
    version: int
    seen: Seen
