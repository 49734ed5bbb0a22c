"""What the reads of fact sheets answer. Days are ISO dates, as-of dates partial."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line as JournalLine
from mithaq.access.shapes import Seen
from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class SourceShown:
    """Where a figure comes from: the title of a document with its day, reference and sentence, or a source in words."""

    words: str
    published: str
    document: str
    ref: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Newer:
    """A public figure on the same matter that holds for a later day."""

    comparator: str
    value: str
    unit: str
    as_of: str


@dataclass(frozen=True, slots=True)
class FigureOnSheet:
    """A figure of a sheet: as it was on the day of issue, or, while the sheet is composed, as it is.

    `newer`: a newer one that everybody may see, None if there is none. `public`: everybody may see this one. `place`: where it
    stands in the order, of those shown together.
    """

    public_id: str
    figure: str
    area: str
    place: int
    party: str
    comparator: str
    value: str
    unit: str
    what: Bilingual
    as_of: str
    source: SourceShown
    newer: Newer | None
    public: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of a sheet that stand under one area; an empty code: under none."""

    area: str
    figures: tuple[FigureOnSheet, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something everybody may see, on the day of issue or, before it, today; `path`: where in this house they stand."""

    code: str
    value: int
    path: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A fact sheet in a list: number and date are empty while it is composed."""

    public_id: str
    ref: str
    title: Bilingual
    state: str
    day: str
    keeper: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A fact sheet as the public sees it, or will: `groups` holds public figures alone, and `counts` counts what is public.

    `left_out`: figures put on it that the public may not see, for those who compose it; nobody else is told. `newer`: how many of
    its figures there is a newer one of. A withdrawn sheet shows its figures to those who composed it alone; `withdrawn_on` and
    `withdrawn_for` tell everybody.
    """

    row: SheetRow
    intro: Bilingual
    groups: tuple[Group, ...]
    counts: tuple[Count, ...]
    counted: tuple[str, ...]
    newer: int
    left_out: tuple[FigureOnSheet, ...]
    withdrawn_on: str
    withdrawn_for: str
    may: tuple[str, ...]
    history: tuple[JournalLine, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class SheetEntryPage:
    """A figure of a sheet, and the sheet."""

    sheet: str
    title: Bilingual
    shown: FigureOnSheet
    seen: Seen


@dataclass(frozen=True, slots=True)
class Choosable:
    """A figure that can be put on a sheet. `public`: everybody may see it."""

    public_id: str
    words: Bilingual
    public: bool
