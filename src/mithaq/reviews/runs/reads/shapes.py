"""Shapes of runs, of releases, and of what parties are asked and get. Contents are canonical JSON, read where they are used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as it stands in the list. `courses` and `year`: what was asked for, none for all. `checked`: what came of making it
    again, empty if nobody did: same, data, code or content."""

    public_id: str
    ref: str
    title: Bilingual
    courses: tuple[str, ...]
    year: int | None
    parties: tuple[str, ...]
    made_by: Bilingual
    made_at: str
    checked: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class ReleaseRow:
    """A release as it stands in the list; `state`: proposed, issued or withdrawn. `ref` is empty before it is issued, and so are the parties
    that `agreed` to a row of their own."""

    public_id: str
    ref: str
    title: Bilingual
    state: str
    agreed: tuple[str, ...]
    at: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class RunPage:
    """A run with what it was made with. `content` is canonical JSON of `mithaq.reviews.runs.content.Content`, `digest` its
    SHA-256, `settings` what was asked for. `releases` were cut from it, the newest first."""

    public_id: str
    ref: str
    title: Bilingual
    courses: tuple[str, ...]
    year: int | None
    parties: tuple[str, ...]
    settings: dict[str, Any]
    seed: int
    made_with: str
    data_hash: str
    digest: str
    content: str
    made_by: Bilingual
    made_at: str
    checked: str
    checked_at: str
    releases: tuple[ReleaseRow, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class RunMade:
    """How a run was made: with which settings, version and seed, out of which data; `digest` is that of its content. Its reports
    and `releases` stand elsewhere."""

    row: RunRow
    settings: dict[str, Any]
    seed: int
    made_with: str
    data_hash: str
    digest: str
    checked_at: str
    releases: tuple[ReleaseRow, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """Whether a party agrees to a row of its own: asked, agreed or declined. `open`: it can still say otherwise."""

    public_id: str
    party: str
    answer: str
    title: Bilingual
    level: str
    audience: tuple[str, ...]
    asked_at: str
    by: Bilingual
    at: str
    reason: str
    open: bool
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """What a party is asked. `content` is canonical JSON of what others would see of it at most, made of its own results
    alone: `mithaq.reviews.runs.released.Preview`."""

    row: ConsentRow
    content: str


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """A release. `content` is canonical JSON of `mithaq.reviews.runs.released.Released`, empty before it is issued and, for all
    but its makers, once it was withdrawn. `attack`: what came of trying to work out what is hidden. `part`: what the viewer's
    party gets of its own (`PartContent`), seen by those of `part_seen`; empty where there is none. `run` is empty for those
    who do not see it."""

    row: ReleaseRow
    run: str
    run_ref: str
    level: str
    audience: tuple[str, ...]
    threshold: int
    content: str
    attack: dict[str, Any]
    part: str
    part_seen: Seen | None
    consents: tuple[ConsentRow, ...]
    reason: str
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int


@dataclass(frozen=True, slots=True)
class CourseServing:
    """A course that serves a goal: its code, what it was called when the run was made (empty where neither that nor the course may be
    seen), and its public id, empty where the viewer may not see the course."""

    code: str
    title: Bilingual
    course: str


@dataclass(frozen=True, slots=True)
class GoalStands:
    """A goal of a party: reached, moved, not_moved, not_known or not_measured. `courses`: those that serve it and its people were
    in."""

    goal: str
    words: Bilingual
    state: str
    courses: tuple[CourseServing, ...]


@dataclass(frozen=True, slots=True)
class LedgerShown:
    """What a party has of the training, from the newest release or run that the viewer sees: seats offered and used, courses
    completed, people with both tests and their mean gain with its interval and verdict, the share who apply it.

    Where the viewer sees only what was released of it to others, seats and what follows are None and `learned` is the cell of
    the release. `ref` and `on` say where it is from: empty where there is nothing. `source`: part, run or release.
    """

    party: str
    source: str
    thing: str
    ref: str
    on: str
    offered: int | None
    used: int | None
    completed: int | None
    learned: int | None
    verdict: str
    gain: float | None
    gain_low: float | None
    gain_high: float | None
    applied: float | None
    applied_low: float | None
    applied_high: float | None
    applied_of: int | None
    goals: tuple[GoalStands, ...]
    demonstration: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """Flat rows for CSV and JSON, of the run or release with this reference; hidden numbers are empty."""

    ref: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
