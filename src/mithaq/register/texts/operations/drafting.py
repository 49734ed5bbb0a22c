"""Joint texts: a new one, a new edition of one, remarks on it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from mithaq.access.models import Label, next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.reach import as_wide
from mithaq.register.texts.drafting import Words, amended, paragraphs_of
from mithaq.register.texts.editions import put, waiting, wanted_by, words_of
from mithaq.register.texts.forms import CommentText, DraftText, ReviseText
from mithaq.register.texts.models import Amendment, Comment, JointText
from mithaq.register.texts.rights import check, drafts

NOT_THE_PEN = Refused("The party that drafted the text holds the pen. Propose an amendment instead.", code="not_yours")


@operation("texts.draft", needs=Permission.TEXTS_DRAFT, form=DraftText)
def draft(
    viewer: Viewer,
    /,
    *,
    level: str,
    text_ar: str,
    text_en: str,
    audience: tuple[str, ...] = (),
    meeting: str = "",
    **titled: Any,
) -> Reference:
    """The first edition of a joint text. The viewer's party holds the pen; those it is released to can amend it."""
    label = label_for(viewer, level, audience)
    at = clock.now()
    text = JointText(
        label=label,
        meeting=meeting_for(meeting, label),
        party=viewer.party,
        added_by=viewer.account,
        added_at=at,
        **titled,
    )
    text.ref = next_ref("T", at.year, label)
    text.save()
    put(text, viewer, paragraphs_of(text_ar, text_en), "", at)
    return Reference(text.public_id, label.id, {"ref": [None, text.ref]})


def meeting_for(public_id: str, label: Label, field: str = "meeting") -> Meeting | None:
    """The meeting with this id, None for an empty one. Invalid if some who will see the text may not see the meeting."""
    if not public_id:
        return None
    meeting: Meeting = find(Meeting.objects.select_related("label"), public_id)
    if not as_wide(meeting.label, label):
        raise invalid(field, "This meeting was not released to all who will see the text.", "not_released")
    return meeting


@operation("texts.revise", needs=Permission.TEXTS_DRAFT, form=ReviseText)
def revise(
    viewer: Viewer,
    /,
    *,
    text: str,
    version: int,
    paragraphs: tuple[Words, ...] = (),
    amendments: tuple[str, ...] = (),
    summary: str = "",
    **titles: str,
) -> Reference:
    """A new edition of a text in drafting, of accepted amendments or of words typed anew. Earlier editions stay as they are.

    An accepted amendment that does not fit the words any more waits on: type its words, and name it among `amendments`.
    """
    found = find(JointText.objects.select_related("label"), text)
    check(drafts(viewer, found), NOT_THE_PEN)
    check_drafting(found)
    accepted = waiting(found)
    words, could = amended(words_of(found), wanted_by(found, accepted))
    taken = [one for one, made in zip(accepted, could, strict=True) if made]
    if paragraphs:
        taken = [one for one in accepted if one.public_id in amendments]
        words = _named(paragraphs, words, words_of(found))
    elif not taken:
        raise invalid("paragraphs", "No accepted amendment waits. Change the words, or accept an amendment.", "nothing")
    number = found.edition + 1
    changes = {name: value for name, value in titles.items() if value}
    rows = JointText.objects.filter(pk=found.pk, state=JointText.State.DRAFTING)
    update_at(rows, version, edition=number, **changes)
    found = find(JointText.objects.select_related("label"), text)
    put(found, viewer, words, summary, clock.now())
    Amendment.objects.filter(pk__in=[one.pk for one in taken]).update(taken_in=number)
    return Reference(found.public_id, found.label_id, {"edition": [number - 1, number]}, summary)


def _named(sent: Sequence[Words], *known: Sequence[Words]) -> tuple[Words, ...]:
    """The paragraphs as sent; Invalid if one bears a name that is not known."""
    keys = {one.key for words in known for one in words}
    for one in sent:
        check_paragraph(keys, "paragraphs", one.key)
    return tuple(sent)


def check_drafting(text: JointText) -> None:
    """Problem unless the text is in drafting: under silence and once agreed its words stand."""
    if text.state != JointText.State.DRAFTING:
        raise Problem(
            "The words of this text stand: it is under silence, or it was agreed or noted. Comment on it instead.",
            code="not_drafting",
        )


@operation("texts.comment", needs=Permission.TEXTS_AMEND, form=CommentText)
def comment(viewer: Viewer, *, text: str, words: str, paragraph: str = "") -> Reference:
    """Remark on a text or on one of its paragraphs, for all who see the text."""
    found = find(JointText.objects.select_related("label"), text)
    check_paragraph({one.key for one in words_of(found)}, "paragraph", paragraph)
    made = Comment.objects.create(
        label=found.label,
        text=found,
        edition=found.edition,
        paragraph=paragraph,
        words=words,
        party=viewer.party,
        by=viewer.account,
        at=clock.now(),
    )
    return Reference(made.public_id, found.label_id)


def check_paragraph(keys: Container[str], field: str, key: str) -> None:
    """Invalid for this field if it names a paragraph that is not among these; an empty one is fine."""
    if key and key not in keys:
        raise invalid(field, "There is no such paragraph in this edition.", "unknown_paragraph")
