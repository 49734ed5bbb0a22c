"""What the reads of commitments answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Officer, Seen
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it and in which post on that day. `words`: the name as the text has it, also where nobody is known by it."""

    person: str
    name: Bilingual
    honorific: Bilingual
    post: Bilingual
    words: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stands: accept, reserve, note or object."""

    party: str
    stand: str


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in a list. `late`: days since its due date while it is open, else 0. `said_on` is partial.

    `repeated`: it was, or may have been, called for another time. `stands` holds those who answered, by party code.
    """

    public_id: str
    ref: str
    kind: str
    title: Bilingual
    words: str
    language: str
    said_on: str
    speaker: Speaker
    by: tuple[str, ...]
    addressees: tuple[str, ...]
    areas: tuple[str, ...]
    meeting: MeetingName | None
    cited: Cited | None
    source: str
    state: str
    owner: str
    due: str
    late: int
    percent: int
    stands: tuple[Stand, ...]
    repeated: bool
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Passage:
    """The words in their sentence: what stands before and after them there."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class StandShown:
    """Where a party stands on a commitment, in its own words."""

    party: str
    stand: str
    text: Bilingual
    at: str


@dataclass(frozen=True, slots=True)
class ScoreShown:
    """−1, 0 or +1 for a party, with the sentence that proves it."""

    party: str
    value: int
    cited: Cited | None
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class CommitmentName:
    """A commitment as other records name it."""

    public_id: str
    ref: str
    kind: str
    title: Bilingual
    words: str
    language: str
    said_on: str
    state: str


@dataclass(frozen=True, slots=True)
class RepeatShown:
    """Another commitment that may be the same call. `earlier`: the other one was said before. `likeness` is 0 to 100."""

    public_id: str
    other: CommitmentName
    meeting: MeetingName | None
    cited: Cited | None
    earlier: bool
    likeness: int
    decision: str
    version: int


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """All about a commitment but its actions (`followup.of_commitment`).

    `possible`: the states it can go to from here. `may`: the operations on it that would not be refused to the viewer.
    `source_changed`: a corrected text no longer holds these words, or not there. `due_words`: by when, as the text says.
    """

    row: CommitmentRow
    translation: str
    passage: Passage | None
    proposal: str
    due_words: str
    state_reason: str
    possible: tuple[str, ...]
    focal: Officer | None
    stands: tuple[StandShown, ...]
    scores: tuple[ScoreShown, ...]
    repeats: tuple[RepeatShown, ...]
    source_changed: bool
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Rows:
    """A whole list as flat rows under names of columns, for export."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What would change of one commitment among several: field -> [what is, what would be]. `problem`: why it cannot."""

    row: CommitmentRow
    version: int
    changes: dict[str, list[str | int | None]]
    problem: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What would come of accepting one proposal as it was read: the fields of the form that accepts it, resolved.

    `kind` of record; `known`: the record that is there already and would be joined; `problem`: why it cannot be accepted.
    """

    proposal: str
    version: int
    number: int
    sentence: int
    kind: str
    quote: str
    clear: bool
    becomes: dict[str, object]
    speaker: Bilingual
    meeting: MeetingName | None
    known: str
    problem: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What accepting these proposals of a document together would do, in the order in which it would be done."""

    document: str
    ref: str
    entries: tuple[PreviewRow, ...]
    seen: Seen
