"""Editions, amendments and comments in shapes: at their place in a text, compared word by word. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mithaq.access.models import Account
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.diff import Piece, pieces_between
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.texts.drafting import Words, differ
from mithaq.register.texts.editions import words_of
from mithaq.register.texts.models import Amendment, Break, Comment, Edition, JointText
from mithaq.register.texts.reads.shapes import AmendmentShown, CommentShown, EditionRow, ParagraphShown
from mithaq.register.texts.rights import drafts, own

Change, State = Amendment.Change, Amendment.State


def editions_of(text: JointText) -> tuple[EditionRow, ...]:
    """The editions of a text, the newest first."""
    return tuple(
        EditionRow(row.number, Bilingual(row.title_ar, row.title_en), row.summary, row.party, row.at.isoformat())
        for row in Edition.objects.filter(text=text).order_by("-number")
    )


def edition_among(editions: Iterable[EditionRow], number: int) -> EditionRow:
    """The edition of this number. Absent if there is none."""
    for edition in editions:
        if edition.number == number:
            return edition
    raise Absent


@dataclass(frozen=True, slots=True)
class AtTheirPlace:
    """What was proposed and remarked, at its place in one edition; `elsewhere` what has no place in it."""

    paragraphs: tuple[ParagraphShown, ...]
    opening: tuple[AmendmentShown, ...]
    elsewhere: tuple[AmendmentShown, ...]
    comments: tuple[CommentShown, ...]


def placed(viewer: Viewer, text: JointText, edition: int) -> AtTheirPlace:
    """An edition of a text with the amendments and comments on it. Those that an earlier edition took in are left out."""
    words = words_of(text, edition)
    known = {one.key: one for one in words}
    rows = Amendment.objects.filter(text=text, edition__lte=edition).order_by("at", "pk").select_related("text")
    shown = [one for one in amendments(viewer, rows, known) if one.taken_in is None or one.taken_in > edition]
    remarks = comments(Comment.objects.filter(text=text, edition__lte=edition).order_by("at", "pk"))
    return AtTheirPlace(
        tuple(
            ParagraphShown(
                *(one.key, number, one.ar, one.en),
                tuple(a for a in shown if a.paragraph == one.key),
                tuple(a for a in shown if a.change == Change.ADD and a.after == one.key),
                tuple(c for c in remarks if c.paragraph == one.key),
            )
            for number, one in enumerate(words, 1)
        ),
        tuple(a for a in shown if a.change == Change.ADD and not a.after),
        tuple(a for a in shown if (a.after or a.paragraph) and (a.after or a.paragraph) not in known),
        tuple(c for c in remarks if c.paragraph not in known),
    )


def amendments(viewer: Viewer, rows: Iterable[Amendment], known: Mapping[str, Words]) -> list[AmendmentShown]:
    """These amendments, compared with the paragraphs that are known by key."""
    found = list(rows)
    broke = set(Break.objects.filter(amendment__in=found).values_list("amendment_id", flat=True)) if found else set()
    earlier = _earlier(found, known)
    return [_shown(viewer, one, known, earlier, one.pk in broke) for one in found]


def _earlier(found: Iterable[Amendment], known: Mapping[str, Words]) -> dict[tuple[int, str], Words]:
    """The paragraphs against which amendments were proposed, by edition and key."""
    editions = {(one.text_id, one.edition): one.text for one in found}
    return {(number, one.key): one for (_, number), text in editions.items() for one in words_of(text, number)}


def _shown(
    viewer: Viewer, row: Amendment, known: Mapping[str, Words], earlier: Mapping[tuple[int, str], Words], broke: bool
) -> AmendmentShown:
    nothing = Words(row.paragraph, "", "")
    against = earlier.get((row.edition, row.paragraph), nothing)
    stands = known.get(row.paragraph, against)
    return AmendmentShown(
        public_id=row.public_id,
        change=row.change,
        paragraph=row.paragraph,
        after=row.after,
        ar=_pieces(row, stands.ar, row.ar),
        en=_pieces(row, stands.en, row.en),
        why=row.why,
        party=row.party,
        at=row.at.isoformat(),
        edition=row.edition,
        stale=differ(against.ar, stands.ar) or differ(against.en, stands.en),
        state=row.state,
        reason=row.reason,
        settled_at=row.settled_at.isoformat() if row.settled_at else "",
        taken_in=row.taken_in,
        broke=broke,
        may=_may(viewer, row, broke),
        version=row.version,
        seen=seen_by(row.label_id),
    )


def _pieces(row: Amendment, stands: str, wanted: str) -> tuple[Piece, ...]:
    if row.change == Change.REMOVE:
        return pieces_between(stands, "")
    if row.change == Change.ADD:
        return pieces_between("", wanted)
    return pieces_between(stands, wanted) if wanted else ()


def _may(viewer: Viewer, row: Amendment, broke: bool) -> tuple[str, ...]:
    if row.state != State.OPEN:
        return ()
    drafting = row.text.state == JointText.State.DRAFTING
    settles = (["texts.accept"] if drafting else []) + ["texts.reject"] if drafts(viewer, row.text) else []
    return (*settles, *(["texts.withdraw"] if own(viewer, row) and not broke else []))


def comments(rows: Iterable[Comment]) -> list[CommentShown]:
    """These remarks, with the names of who made them."""
    found = list(rows)
    names = {a.username: a.name for a in Account.objects.filter(username__in={one.by for one in found})}
    return [
        CommentShown(
            *(one.public_id, one.paragraph, one.words, one.party),
            names.get(one.by, Bilingual("", one.by)),
            *(one.at.isoformat(), one.edition),
        )
        for one in found
    ]


def may_on(viewer: Viewer, text: JointText, *, amending: bool) -> tuple[str, ...]:
    """The operations on this text that would not be refused to the viewer as it stands."""
    drafting = text.state == JointText.State.DRAFTING
    names = ["texts.revise"] if drafting and drafts(viewer, text) else []
    names += ["texts.amend"] if drafting and amending else []
    names += ["texts.comment"] if P.TEXTS_AMEND in viewer.permissions else []
    names += ["silence.propose"] if drafting and P.SILENCE_CONDUCT in viewer.permissions else []
    return tuple(names)
