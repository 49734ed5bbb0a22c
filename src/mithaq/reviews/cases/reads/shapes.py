"""Success cases as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual
from mithaq.register.training.reads.naming import CourseNamed


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list. `score`: how much is used, 0 to 100. `may`: the operations on it that would not be refused."""

    public_id: str
    ref: str
    draw: str
    course: CourseNamed | None
    activity: str
    offering: str
    party: str
    person: str
    side: str
    score: int
    place: int
    state: str
    drawn: str
    demonstration: bool
    may: tuple[str, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class AnswerSaid:
    """A question of the person's own form half a year later, and what was answered."""

    question: Bilingual
    answer: Bilingual


@dataclass(frozen=True, slots=True)
class InterviewShown:
    """What was recorded of an interview, in the language of whoever wrote it; who confirmed it, if somebody did."""

    on: str
    language: str
    used: str
    came_of: str
    evidence: str
    helped: str
    barriers: tuple[str, ...]
    hindered: str
    by: Bilingual
    at: str
    confirmed_by: Bilingual | None
    confirmed_at: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """That a case was withdrawn: why, by whom, when."""

    reason: str
    by: Bilingual
    at: str


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case with all that belongs to it. `reason`: why there was no interview. `instead_of` and `replaced_by`: the other case,
    where the next of the list was drawn."""

    row: CaseRow
    draw_ref: str
    answers: tuple[AnswerSaid, ...]
    interview: InterviewShown | None
    withdrawn: Withdrawn | None
    reason: str
    instead_of: CaseRow | None
    replaced_by: CaseRow | None
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class DrawRow:
    """A draw in a list: from how many (`count`) how many were asked for from each end (`size`), how many cases came of it.
    `few`: fewer were drawn than were asked for."""

    public_id: str
    ref: str
    course: CourseNamed | None
    activity: str
    offering: str
    year: int | None
    size: int
    count: int
    cases: int
    few: bool
    by: Bilingual
    at: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Checked:
    """A draw made again. `list_kept`: the list has the hash that it had; `same_people`: the list and the seed give the people
    who are there. Then the list as it is today, as the viewer sees it: who was added, is gone, answers otherwise."""

    list_kept: bool
    same_people: bool
    added: int
    gone: int
    otherwise: int

    @property
    def list_today(self) -> bool:
        """Whether the answers are today what they were."""
        return not (self.added or self.gone or self.otherwise)


@dataclass(frozen=True, slots=True)
class DrawPage:
    """A draw with its people, how they were drawn, and whether it comes out the same again."""

    row: DrawRow
    seed: int
    rule: str
    digest: str
    cases: tuple[CaseRow, ...]
    checked: Checked
    history: tuple[Line, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Story:
    """A confirmed case as it is told: what was recorded, and of which case."""

    case: CaseRow
    interview: InterviewShown


@dataclass(frozen=True, slots=True)
class CaseWithdrawn:
    """A case that was withdrawn: it counts nowhere."""

    case: CaseRow
    withdrawn: Withdrawn


@dataclass(frozen=True, slots=True)
class BarrierNamed:
    """What stood in the way, and of how many of the confirmed cases."""

    code: str
    words: Bilingual
    count: int


@dataclass(frozen=True, slots=True)
class End:
    """One end of what was drawn: how many were drawn, wait for an interview or for the second person, gave none, are confirmed;
    what the confirmed ones tell, and which barriers they name, the most named first; the withdrawn ones, which count nowhere.
    Counts of people who were chosen because they are extreme: no share follows from them."""

    side: str
    drawn: int
    waiting: int
    without: int
    confirmed: int
    barriers: tuple[BarrierNamed, ...]
    stories: tuple[Story, ...]
    withdrawn: tuple[CaseWithdrawn, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """What the confirmed cases of a course tell: those who use most, those who use least; and all its draws, the newest first.
    `may_draw`: whether the viewer would not be refused to draw; `seen`: by those to whom all of it was released."""

    course: CourseNamed
    ends: tuple[End, ...]
    draws: tuple[DrawRow, ...]
    may_draw: bool
    seen: Seen
