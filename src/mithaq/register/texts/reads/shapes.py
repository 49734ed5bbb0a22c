"""What the reads of joint texts answer."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.shapes import Line, Seen
from mithaq.core.diff import Piece
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName


@dataclass(frozen=True, slots=True)
class TextRow:
    """A joint text in a list. `state` is what is the case now: agreed from the very expiry of a silence that was not broken.

    `silent_until`: the expiry, as instant and zone, while silence runs; else empty.
    """

    public_id: str
    ref: str
    kind: str
    title: Bilingual
    meeting: MeetingName | None
    state: str
    edition: int
    silent_until: str
    zone: str
    party: str
    added_at: str
    demonstration: bool
    seen: Seen


@dataclass(frozen=True, slots=True)
class AmendmentShown:
    """An amendment. `ar` and `en` compare it, word by word, with the paragraph of the edition shown; empty: that language stays.

    `edition`: against which it was proposed; `stale`: its paragraph reads otherwise now. `broke`: silence was broken by it.
    """

    public_id: str
    change: str
    paragraph: str
    after: str
    ar: tuple[Piece, ...]
    en: tuple[Piece, ...]
    why: str
    party: str
    at: str
    edition: int
    stale: bool
    state: str
    reason: str
    settled_at: str
    taken_in: int | None
    broke: bool
    may: tuple[str, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class CommentShown:
    """A remark, and on which edition it was made."""

    public_id: str
    paragraph: str
    words: str
    party: str
    by: Bilingual
    at: str
    edition: int


@dataclass(frozen=True, slots=True)
class ParagraphShown:
    """A paragraph of an edition with what is proposed and remarked at it. `following`: new paragraphs proposed after it."""

    key: str
    number: int
    ar: str
    en: str
    amendments: tuple[AmendmentShown, ...]
    following: tuple[AmendmentShown, ...]
    comments: tuple[CommentShown, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition: its number, by whom and when, what is new in it."""

    number: int
    title: Bilingual
    summary: str
    party: str
    at: str


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """A silence procedure on a text. `standing` is what is the case now; times are instants, `zone` names their place."""

    public_id: str
    edition: int
    standing: str
    issued_at: str
    expiry: str
    zone: str
    chair: str
    outcome: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A joint text in one of its editions, with amendments and comments at their place.

    `opening`: new paragraphs proposed before the first; `elsewhere`: amendments and comments whose paragraph this edition
    has not. `accepted`: how many accepted amendments no edition has taken in yet. `may`: what the viewer would not be
    refused; `silences` the newest first.
    """

    row: TextRow
    edition: EditionRow
    paragraphs: tuple[ParagraphShown, ...]
    opening: tuple[AmendmentShown, ...]
    elsewhere: tuple[AmendmentShown, ...]
    comments: tuple[CommentShown, ...]
    accepted: int
    editions: tuple[EditionRow, ...]
    silences: tuple[SilenceRow, ...]
    may: tuple[str, ...]
    history: tuple[Line, ...]
    version: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class ParagraphCompared:
    """A paragraph in two editions: `same`, `changed`, `new` or `gone`; its numbers there, 0 where it is not."""

    key: str
    kind: str
    was: int
    now: int
    ar: tuple[Piece, ...]
    en: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two editions of a text, the older first, paragraph by paragraph in the order of the newer; `editions` to choose from."""

    row: TextRow
    older: EditionRow
    newer: EditionRow
    title_ar: tuple[Piece, ...]
    title_en: tuple[Piece, ...]
    paragraphs: tuple[ParagraphCompared, ...]
    editions: tuple[EditionRow, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What a new edition begins with: the present words with the accepted amendments in them, and which those are.

    `left`: accepted ones that do not fit the words any more, to be put in by hand.
    """

    row: TextRow
    paragraphs: tuple[ParagraphShown, ...]
    amendments: tuple[str, ...]
    left: tuple[AmendmentShown, ...]
    version: int
