"""What the reads of follow-up answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Officer, Seen
from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import CommitmentName, CommitmentRow
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in a list. `late`: days since its due date while it is open, else 0.

    `percent` is what was confirmed; `filed` what the newest report says that waits for an answer, None if none does.
    """

    public_id: str
    ref: str
    title: Bilingual
    owner: str
    focal: Officer | None
    due: str
    late: int
    state: str
    percent: int
    filed: int | None
    serves: tuple[CommitmentName, ...]
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a report: a sentence in the archive, or an address outside."""

    cited: Cited | None
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report on an action: filed, confirmed or returned with a question (`answer`)."""

    public_id: str
    action: str
    action_ref: str
    percent: int
    text: Bilingual
    state: str
    by: str
    by_name: Bilingual
    at: str
    answer: str
    answered_by: str
    answered_by_name: Bilingual
    answered_at: str
    evidence: tuple[Evidence, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ActionPage:
    """An action with its reports, the newest first.

    `possible`: states it can go to. `may`: operations on it that would not be refused to the viewer. `taken_back`: how
    many of the commitments it served were taken back.
    """

    row: ActionRow
    state_reason: str
    possible: tuple[str, ...]
    taken_back: int
    reports: tuple[Report, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class CommitmentFollowed:
    """What is done about a commitment: actions by due date, reports on them, the newest first."""

    commitment: str
    actions: tuple[ActionRow, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class PartyFollowed:
    """What a party answers for and asks of others, and its actions; at most 20 of each, the open ones, next due first."""

    party: str
    answers_for: tuple[CommitmentRow, ...]
    asks: tuple[CommitmentRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class AccountFollowed:
    """What an account is the focal point of; at most 20 of each, the open ones, next due first."""

    account: str
    commitments: tuple[CommitmentRow, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One thing on the desk. `kind`: reading, report, returned, stand, repeat, commitment, action or meeting; forward, decide
    or offered for nominations and seats; consent for a release; asked for a finding of the evaluation.

    `thing` is the public id of what to open (of a report: its action), `count` how many wait in it, `day` ISO: since when
    it waits, or when it is due; `late` days late, `days` days from today. `verb` names the operation that settles it. `place` is
    the address where it is settled, where that is not the page of `thing`.
    """

    kind: str
    thing: str
    ref: str
    title: Bilingual
    words: str
    party: str
    day: str
    late: int
    days: int
    percent: int
    count: int
    verb: str
    place: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class News:
    """A line of the journal by somebody else since the viewer was last here. `kind` and `ref` of what it is about."""

    at: str
    account: str
    name: Bilingual
    party: str
    operation: str
    kind: str
    thing: str
    ref: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class DeskSilence:
    """A text under silence that the viewer can break until `expiry`, an instant by the clock of `zone`."""

    silence: str
    ref: str
    title: Bilingual
    expiry: str
    zone: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for the viewer, what is late, what comes in 60 days, what is new since the last visit.

    `more` names those of waiting and late that hold more than is shown here. `silences`: the next to expire first.
    """

    today: str
    since: str
    waiting: tuple[DeskItem, ...]
    late: tuple[DeskItem, ...]
    coming: tuple[DeskItem, ...]
    news: tuple[News, ...]
    more: tuple[str, ...]
    silences: tuple[DeskSilence, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A commitment, action or meeting that somebody is reminded of; `days` to its due date, negative when late.

    `reply`: what one's party answered to the invitation to a meeting; empty for all else. `owner` of a meeting is its host.
    `stage`: of what has no due date, what is to be said of it; `due` is since when then.
    """

    kind: str
    thing: str
    ref: str
    title: Bilingual
    words: str
    owner: str
    due: str
    days: int
    percent: int
    path: str
    reply: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a mail may tell this account now, the latest due first; nothing that may not travel in mail."""

    account: str
    entries: tuple[Due, ...]
