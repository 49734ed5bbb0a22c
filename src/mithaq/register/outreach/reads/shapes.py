"""What the reads of message houses answer. Days are ISO dates, empty where there is none."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line as JournalLine
from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import CommitmentName
from mithaq.register.consultations.reads import IssueRow
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.parties.reads import FigureRow
from mithaq.register.parties.sources import Cited


@dataclass(frozen=True, slots=True)
class SeriesBeat:
    """The series whose meetings keep a house: its last meeting held and the next planned, None where there is none.

    `next_due`: by when it should meet again; `overdue_since`: the first day it is late, empty if it is not.
    """

    code: str
    name: Bilingual
    last: MeetingName | None
    planned: MeetingName | None
    next_due: str
    overdue_since: str


@dataclass(frozen=True, slots=True)
class HouseName:
    """A house as other pages name it."""

    public_id: str
    ref: str
    title: Bilingual
    theme: str


@dataclass(frozen=True, slots=True)
class HouseRow:
    """A house in a list. `message` is its overarching one. `lines`: how many of it the viewer sees that were not retired;
    `in_force`: how many of these are agreed; `waiting`: how many, with the message, wait for the answer that the viewer can give for
    its party. `series_overdue`: the series that keeps it should have met by now.
    """

    public_id: str
    ref: str
    title: Bilingual
    theme: str
    areas: tuple[str, ...]
    message: Bilingual
    state: str
    agreed_on: str
    lines: int
    in_force: int
    waiting: int
    series: str
    series_name: Bilingual
    series_overdue: bool
    keeper: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class TextName:
    """A joint text that a line stands in or that proves it."""

    public_id: str
    ref: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class ProofShown:
    """What shows that a line is true. `kind`: figure, commitment, sentence or text; the field of that name holds it."""

    public_id: str
    kind: str
    figure: FigureRow | None
    commitment: CommitmentName | None
    sentence: Cited | None
    text: TextName | None
    may: tuple[str, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Answered:
    """What a party answered to a wording: accept, reserve or withdrawn; empty where it has not answered. `at`: an instant."""

    party: str
    answer: str
    words: str
    at: str
    wording: int


@dataclass(frozen=True, slots=True)
class WordingShown:
    """How a line read from an instant on, by which party, and why it was worded so."""

    number: int
    words: Bilingual
    why: str
    party: str
    at: str


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question that a line answers."""

    public_id: str
    question: Bilingual
    answer: Bilingual
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line, whole. `state`: draft, agreed (since `agreed_on`) or retired.

    `text`: the agreed text that it stands in, in its edition `text_edition`. `answers` has every party that is asked, by what
    it answered to the present wording; `before`: answers to it or to earlier wordings that no longer count, the newest first.
    """

    public_id: str
    house: str
    overarching: bool
    words: Bilingual
    wording: int
    state: str
    agreed_on: str
    retired_for: str
    text: TextName | None
    text_edition: int
    proofs: tuple[ProofShown, ...]
    answers: tuple[Answered, ...]
    before: tuple[Answered, ...]
    wordings: tuple[WordingShown, ...]
    questions: tuple[QuestionShown, ...]
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Ground:
    """An issue of the house's theme with the newest positions, and a line on what the parties hold in common."""

    issue: IssueRow
    text: Bilingual


@dataclass(frozen=True, slots=True)
class HousePage:
    """A house: its message, its lines, those that were retired; the positions of its theme; the series that keeps it.

    `more_grounds`: there are more issues of the theme than are shown. `may`: the operations on it that would not be refused.
    `together`: those to whom the house, its lines and their proofs were released, all that are shown here.
    """

    row: HouseRow
    parties: tuple[str, ...]
    message: LineShown | None
    lines: tuple[LineShown, ...]
    retired: tuple[LineShown, ...]
    retired_for: str
    series: SeriesBeat | None
    grounds: tuple[Ground, ...]
    more_grounds: bool
    may: tuple[str, ...]
    history: tuple[JournalLine, ...]
    version: int
    seen: Seen
    together: Seen


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line and the house it stands in."""

    house: HouseName
    shown: LineShown


@dataclass(frozen=True, slots=True)
class LineInForce:
    """A line in force: agreed since a day. `reserved`: the parties that agreed with a reservation. `proofs`: how many are seen."""

    public_id: str
    words: Bilingual
    overarching: bool
    agreed_on: str
    reserved: tuple[str, ...]
    text: TextName | None
    proofs: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class InForce:
    """The lines in force of one house, its message first."""

    house: HouseName
    lines: tuple[LineInForce, ...]


@dataclass(frozen=True, slots=True)
class ProofPage:
    """A proof with the line that it proves."""

    house: str
    line: str
    words: Bilingual
    shown: ProofShown
    seen: Seen


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with the line that answers it."""

    house: str
    line: str
    public_id: str
    question: Bilingual
    seen: Seen
