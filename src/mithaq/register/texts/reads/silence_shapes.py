"""What the reads of the silence procedure answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, PartyName, Seen
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName
from mithaq.register.texts.reads.shapes import AmendmentShown, ParagraphShown, TextRow


@dataclass(frozen=True, slots=True)
class ExtensionShown:
    """A later expiry: from and to which instant, why, when it was set."""

    was: str
    until: str
    zone: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class BreakShown:
    """Who broke silence, and how: an objection in words, or an amendment. Only for those at the table."""

    public_id: str
    party: str
    at: str
    first: bool
    objection: str
    amendment: AmendmentShown | None


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """What a party under silence has answered: `silent`, `agreed`, `stated` (it agreed and a statement bears its name) or `broke`.

    `at`: the instant of the answer, empty for a silent one. Only for those at the table.
    """

    party: str
    answer: str
    at: str


@dataclass(frozen=True, slots=True)
class StatementShown:
    """An interpretative statement or formal reservation, in the name of these parties. `may`: the viewer's party can join."""

    public_id: str
    kind: str
    parties: tuple[str, ...]
    words: Bilingual
    record: str
    at: str
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SilencePage:
    """A silence procedure as the viewer may know it.

    `standing` is what is the case at `now`. `breaks` and `answers` are empty for who is not `at_table`, whatever there is;
    `answers`: one a party under silence, in their order. `cancelled`: the meeting that the text is for was cancelled; the
    silence goes on. `statements_until`: empty where none are taken.
    """

    public_id: str
    text: TextRow
    edition: int
    title: Bilingual
    means: Bilingual
    standing: str
    now: str
    issued_at: str
    expiry: str
    zone: str
    chair: str
    under: tuple[str, ...]
    noting: tuple[str, ...]
    extensions: tuple[ExtensionShown, ...]
    statements: tuple[StatementShown, ...]
    at_table: bool
    answers: tuple[AnswerShown, ...]
    breaks: tuple[BreakShown, ...]
    ended_at: str
    closed_at: str
    reason: str
    session: MeetingName | None
    session_on: str
    session_record: str
    outcome: str
    cancelled: bool
    statements_until: str
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class SilencePreview:
    """What a proposal under silence would be. `problems`: field -> what to put right, in the viewer's language.

    `expiry`: the instant, empty while there is none. `unable`: parties under silence of which nobody here can break it;
    told to those alone who conduct silences.
    """

    expiry: str
    zone: str
    under: tuple[PartyName, ...]
    noting: tuple[PartyName, ...]
    unable: tuple[PartyName, ...]
    problems: dict[str, str]


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """The action sheet of a procedure that has ended: what it came to, and the words of its edition. `made` is the instant of
    the last thing that it tells; `seen` says who may see all of it."""

    silence: SilencePage
    paragraphs: tuple[ParagraphShown, ...]
    parties: dict[str, Bilingual]
    made: str
    seen: Seen
