"""What the reads of formats and series answer. Dates are partial ISO dates."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads.shapes import Beat, MeetingName, StepShown


@dataclass(frozen=True, slots=True)
class RightShown:
    """Something a role may do, with a sentence that says what."""

    code: str
    sentence: Bilingual


@dataclass(frozen=True, slots=True)
class RoleShown:
    """A role at meetings of a format."""

    code: str
    name: Bilingual
    rights: tuple[RightShown, ...]


@dataclass(frozen=True, slots=True)
class FormatShown:
    """A kind of meeting. `roles_text` and `steps_text` are what is typed to define it; `level` the usual one, or empty."""

    code: str
    name: Bilingual
    level: str
    roles: tuple[RoleShown, ...]
    steps: tuple[StepShown, ...]
    roles_text: str
    steps_text: str
    version: int


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series; `last` is the date of its latest meeting that the viewer sees, empty if there is none."""

    public_id: str
    code: str
    name: Bilingual
    last: str
    format: str
    level: str
    every_months: int | None
    next_due: str
    overdue: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Hosting:
    """How often a party hosted meetings of a series that were held, or organised them with the host, and when last."""

    party: str
    hosted: int
    co_organised: int
    last: str


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """A series with its beat: see `cadence` for how each figure is worked out.

    `next_due` is the day (or month) by which it should meet again; `window_from` and `window_to` what the tolerance leaves;
    all empty where no cadence is set or no date is known to the month. `overdue_since` is the first day it is late, empty
    if it is not. `turn` is the party to host next, by rotation. `planned` is the next meeting that is planned.
    """

    public_id: str
    code: str
    name: Bilingual
    format: str
    level: str
    every_months: int | None
    tolerance_months: int | None
    cadence_source: str
    rotation: tuple[str, ...]
    beats: tuple[Beat, ...]
    next_due: str
    window_from: str
    window_to: str
    overdue_since: str
    turn: str
    planned: MeetingName | None
    hosting: tuple[Hosting, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class IndexCell:
    """So many meetings of this level (or party) were held in this year."""

    key: str
    year: str
    meetings: int


@dataclass(frozen=True, slots=True)
class DialogueIndex:
    """Meetings held a year, of those that the viewer may see. A level is empty where it is not known; a party counts that
    took part, hosted or organised. Cells that would hold nothing are left out.
    """

    years: tuple[str, ...]
    levels: tuple[str, ...]
    parties: tuple[str, ...]
    by_level: tuple[IndexCell, ...]
    by_party: tuple[IndexCell, ...]
    by_host: tuple[IndexCell, ...]
    total: tuple[IndexCell, ...]
