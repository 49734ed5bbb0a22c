"""Where findings and what is done about them stand today: shapes and how they are counted. Pure.

An action that is closed is proved by a later measurement alone, and only where it was done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual
from mithaq.register.commitments.states import OPEN, State
from mithaq.register.training.reads.naming import CourseNamed
from mithaq.reviews.findings.codes import Outcome
from mithaq.reviews.findings.reads.shapes import AskedRow, FindingRow


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """Actions that came of findings: `open`, of which `late` are past their day; of the closed ones those that worked as
    measured again (`proved`), that did not (`failed`), and of which neither is known (`unproved`)."""

    open: int = 0
    late: int = 0
    proved: int = 0
    failed: int = 0
    unproved: int = 0

    @property
    def closed(self) -> int:
        """All that are closed."""
        return self.proved + self.failed + self.unproved


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Findings that are not settled, and of them those that were taken further up, being overdue."""

    open: int = 0
    escalated: int = 0


@dataclass(frozen=True, slots=True)
class ActionStands:
    """An open action that came of a finding: `ref` is that of the finding as it was put to the party. `late`: days past its day;
    `predicted`: the change in points that is expected; `outcome` and `words`: what a later measurement says."""

    action: str
    action_ref: str
    title: Bilingual
    owner: str
    due: str
    late: int
    state: str
    percent: int
    predicted: str
    outcome: str
    words: Bilingual
    asked: str
    ref: str
    course: CourseNamed | None
    code: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class PartyStands:
    """What stands open with a party on the day `as_of`, as far as the viewer sees it: its open actions, the first due first and at
    most a hundred; how many there are in all; and what was put to it and waits for its answer, the longest first. `seen`: by
    those to whom all of it was released."""

    party: str
    as_of: str
    actions: tuple[ActionStands, ...]
    counts: ActionCounts
    waiting: tuple[AskedRow, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class FindingStands:
    """A finding that is not settled, and what it waits for: an answer, a plan of what is done, an action that is open (`action`), a
    measurement, the annual review; of which party and by which day, empty where neither is said. `held`: the next run of the
    course waits for it."""

    row: FindingRow
    waits: str
    party: str
    day: str
    held: bool


@dataclass(frozen=True, slots=True)
class CourseStands:
    """What stands open about a course on the day `as_of`, as far as the viewer sees it: its findings, the first due first; the
    open actions, the first due first; the questions that are not answered, the longest waiting first; at most a hundred of
    each, and how many there are in all. `held`: its next run waits for its centre. `seen`: by those to whom all of it was
    released."""

    course: CourseNamed
    centre: str
    as_of: str
    findings: tuple[FindingStands, ...]
    found: FindingCounts
    actions: tuple[ActionStands, ...]
    counts: ActionCounts
    waiting: tuple[AskedRow, ...]
    held: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class CourseCounts:
    """The findings about one course, and the actions that came of them."""

    course: CourseNamed
    actions: ActionCounts
    findings: FindingCounts


@dataclass(frozen=True, slots=True)
class AreaStands:
    """What stands open about the courses of an area on the day `as_of`, as far as the viewer sees it: counted by course, in the
    order of their codes; the findings and the open actions in the same order, at most a hundred of each; needs of the area
    that no course serves. `seen`: by those to whom all of it was released."""

    area: str
    as_of: str
    courses: tuple[CourseCounts, ...]
    findings: tuple[FindingStands, ...]
    actions: tuple[ActionStands, ...]
    needs: tuple[FindingRow, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class CentreStands:
    """The findings about the courses of a centre, and the actions that came of them. `centre` is empty for those that are about
    no course, or whose finding the viewer does not see."""

    centre: str
    actions: ActionCounts
    findings: FindingCounts


@dataclass(frozen=True, slots=True)
class Standing:
    """How all that the viewer sees stands on the day `as_of`: by centre, in the order of their codes, and together. `seen`: by those
    to whom all of it was released."""

    as_of: str
    centres: tuple[CentreStands, ...]
    together: CentreStands
    seen: Seen


def standing_of_action(state: str, outcome: str) -> str:
    """How an action counts: open; or, closed, proved, failed or unproved."""
    if state in OPEN:
        return "open"
    if state != State.DONE or outcome == Outcome.NOT_YET_KNOWN:
        return "unproved"
    return "proved" if outcome == Outcome.WORKED else "failed"


def counted(actions: Iterable[tuple[str, str, int]]) -> ActionCounts:
    """These actions, each its state, its outcome and how many days it is late."""
    rows = list(actions)
    stands = [standing_of_action(state, outcome) for state, outcome, _late in rows]
    late = sum(late > 0 and stand == "open" for stand, (_state, _outcome, late) in zip(stands, rows, strict=True))
    return ActionCounts(stands.count("open"), late, *(stands.count(name) for name in ("proved", "failed", "unproved")))


def together(courses: Iterable[CourseCounts]) -> tuple[ActionCounts, FindingCounts]:
    """The counts of these courses put together."""
    rows = list(courses)
    names = ("open", "late", "proved", "failed", "unproved")
    done = ActionCounts(*(sum(getattr(one.actions, name) for one in rows) for name in names))
    found = FindingCounts(*(sum(getattr(one.findings, name) for one in rows) for name in ("open", "escalated")))
    return done, found
