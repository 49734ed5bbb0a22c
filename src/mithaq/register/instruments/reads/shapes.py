"""Instruments, forms and results as they leave the house, cut for the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument in a list. `filled`: how many forms of it the viewer sees; `waves`: when it is asked."""

    public_id: str
    level: str
    form: str
    title: Bilingual
    state: str
    questions: int
    maximum: str
    filled: int
    waves: tuple[str, ...]
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class ItemShown:
    """A question with its key. `right` is counted from 1, None where nothing is right or wrong; points are text."""

    number: int
    kind: str
    words: Bilingual
    options: tuple[Bilingual, ...]
    right: int | None
    points: str
    objective: int | None
    common: bool
    asks: str


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument with its questions. `warnings`: what weakens it, by code: ``few_common``, ``untranslated``,
    ``untested`` (objectives that no question is about)."""

    row: InstrumentRow
    course: str
    course_id: str
    course_title: Bilingual
    items: tuple[ItemShown, ...]
    warnings: tuple[str, ...]
    untested: tuple[int, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ToInvite:
    """Somebody who can be asked to fill a form. The name is there where the viewer may see it."""

    party: str
    person: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class WaveCount:
    """How many were asked in a wave with links, and how many forms came back: by links, and in all."""

    wave: str
    asked: int
    used: int
    filled: int


@dataclass(frozen=True, slots=True)
class ResultShown:
    """A person's scores. Text with a point, empty where there is none."""

    party: str
    person: str
    name: Bilingual
    pre: str
    post: str
    followup: str
    maximum: str
    completed: bool
    version: int


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A file of results that was taken in."""

    public_id: str
    name: str
    rows: int
    filled: int
    forms: int
    by: Bilingual
    at: str
    taken_out_at: str
    may: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferingResults:
    """What was asked and scored in an offering, as far as the viewer may see it. `more`: there are more people than are
    listed."""

    activity: str
    ref: str
    title: Bilingual
    begins: str
    course: str
    course_title: Bilingual
    course_id: str
    waves: tuple[WaveCount, ...]
    results: tuple[ResultShown, ...]
    count: int
    more: bool
    instruments: tuple[InstrumentRow, ...]
    imports: tuple[ImportShown, ...]
    may: tuple[str, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column of a file: its name, what it stands for (empty: it is left out), and what stands in its first cells."""

    name: str
    field: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file of results would come to. `needs`: what is still to be said, by field; nothing else is known then.

    `wrong`: the first of what is wrong, by row; `wrong_count` all of it. `sample`: the first rows as they were understood.
    """

    columns: tuple[ColumnSeen, ...]
    needs: dict[str, str]
    fresh: int
    filled: int
    same: int
    forms: int
    wrong: tuple[str, ...]
    wrong_count: int
    notes: tuple[str, ...]
    sample: tuple[ResultShown, ...]
