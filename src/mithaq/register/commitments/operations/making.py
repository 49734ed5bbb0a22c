"""Commitments that come into the register: accepted from what was read, or added by hand. Never without a source."""

from __future__ import annotations

from datetime import date
from typing import Any

from mithaq.access.models import Label, Person, next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import focal_point, invalid, known_parties, label_for, narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite
from mithaq.archive.index import index_record
from mithaq.archive.models import Citation, Document, Text
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.proposals.deciding import decide, open_proposal
from mithaq.proposals.models import Proposal
from mithaq.register.commitments.as_read import commitments_as_read
from mithaq.register.commitments.forms import AcceptCommitment, AddCommitment
from mithaq.register.commitments.keeping import check_released
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.repeats import find_repeats, stems_of
from mithaq.register.meetings.finding import meeting_of
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.amending import decision
from mithaq.register.parties.reach import as_wide
from mithaq.register.parties.resolving import post_on

_SAID = ("kind", "title_ar", "title_en", "translation", "by", "addressees", "areas", "said_on", "due_words")


@operation("commitments.accept", needs=Permission.COMMITMENTS_DECIDE, form=AcceptCommitment)
def accept_commitment(viewer: Viewer, /, *, proposal: str, version: int, **sent: Any) -> Reference:
    """Accept what was read: it becomes a commitment under the document's label that cites the words.

    What is left out stands as it was read; the speaker is known by name, in the post held on the day, at the meeting the
    document reports. What may be the same call made before is looked for. A proposal re-opened by a corrected text
    brings its record up to date instead of making another.
    """
    found = open_proposal(proposal, Proposal.Kind.COMMITMENT, version)
    sent = {name: value for name, value in sent.items() if value or name not in ("kind", "words")}
    (read,) = commitments_as_read(found.document, [found])
    state, values = decision(read, sent)
    citation = cite(found.document, *_place(found, values["words"]))
    commitment = _again(found, values, citation) or _new(viewer, found, values, citation)
    decide(found, viewer, state, _as_json(values), commitment.public_id)
    find_repeats(viewer, commitment)
    return Reference(commitment.public_id, found.label_id, {"ref": [None, commitment.ref], "proposal": [None, state]})


def _place(proposal: Proposal, words: str) -> tuple[int, int]:
    """Where these words stand: at the proposal, else nearest to it. Invalid if they do not stand in the document."""
    if words == proposal.quote and proposal.start < proposal.end:
        return proposal.start, proposal.end
    document = proposal.document
    text = Text.objects.values_list("text", flat=True).get(document=document, edition=document.edition)
    places, at = [], text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        raise invalid("words", "These words do not stand in the document. Quote them as they stand there.", "quote")
    start = min(places, key=lambda place: abs(place - proposal.start))
    return start, start + len(words)


def _again(proposal: Proposal, values: dict[str, Any], citation: Citation) -> Commitment | None:
    """The record this proposal made before its text was corrected, with the new words; None if there is none."""
    made = Commitment.objects.select_related("label").filter(public_id=proposal.thing or "-")
    commitment: Commitment | None = made.first()
    if commitment is None:
        return None
    commitment.words, commitment.citation, commitment.kind = values["words"], citation, values["kind"]
    commitment.version += 1
    save_said(commitment)
    return commitment


def save_said(commitment: Commitment) -> None:
    """Save a commitment whose words or names changed, and what finds it. Inside a visit that writes."""
    speaker = commitment.speaker
    names = (speaker.name_ar, speaker.name_en) if speaker else ()
    titles = (commitment.title_ar, commitment.title_en)
    commitment.stems = stems_of(commitment.words, *titles, *names, commitment.speaker_words, commitment.translation)
    commitment.save()
    title = Bilingual(*titles)
    texts = (commitment.words, commitment.translation, commitment.speaker_words, *names)
    index_record(
        "commitment",
        commitment.public_id,
        commitment.label,
        commitment.said_on,
        *texts,
        ref=commitment.ref,
        title=title,
    )


def _new(viewer: Viewer, proposal: Proposal, values: dict[str, Any], citation: Citation) -> Commitment:
    document = proposal.document
    commitment = Commitment(
        citation=citation,
        proposal=proposal.public_id,
        words=values["words"],
        speaker_words=values["speaker_words"],
        demonstration=document.demonstration,
    )
    return file_commitment(viewer, commitment, proposal.label, values)


def file_commitment(viewer: Viewer, commitment: Commitment, label: Label, values: dict[str, Any]) -> Commitment:
    """Number, complete, save and index a new commitment under this label. Inside a visit that writes.

    Invalid for parties nobody knows, and for a meeting or an owner that not all who will see it, or it, may see.
    """
    check_parties(values)
    for name in _SAID:
        setattr(commitment, name, values.get(name, getattr(commitment, name)))
    commitment.label, commitment.language = label, language_of(commitment.words)
    set_speaker(commitment, values.get("speaker", ""))
    commitment.meeting = meeting_for(values.get("meeting", ""), label)
    commitment.owner, commitment.focal = values.get("owner", ""), focal_point(values.get("focal", ""), label)
    check_released("owner", commitment.owner, label.id)
    commitment.due = values.get("due") or _last_day(commitment.due_words)
    commitment.added_at = clock.now()
    year = int(commitment.said_on[:4]) if commitment.said_on else clock.today().year
    commitment.ref = next_ref("C", year, label)
    save_said(commitment)
    return commitment


def check_parties(values: dict[str, Any]) -> None:
    """Invalid unless all parties named are known."""
    known_parties(values.get("by", ()), "by")
    known_parties(values.get("addressees", ()), "addressees")


def set_speaker(commitment: Commitment, speaker: str) -> None:
    """Who said it, in the post held on the day it was said; the party of that post speaks, where nobody said which does."""
    person = find(Person.objects.all(), speaker) if speaker else None
    commitment.speaker = person
    commitment.speaker_post = post_on(person, commitment.said_on, commitment.label_id) if person else None
    if commitment.speaker_post and not commitment.by:
        commitment.by = (commitment.speaker_post.party.code,)


def meeting_for(public_id: str, label: Label) -> Meeting | None:
    """The meeting it was said at. Invalid if some who will see the commitment may not see the meeting."""
    if not public_id:
        return None
    meeting: Meeting = find(Meeting.objects.select_related("label"), public_id)
    if not as_wide(meeting.label, label):
        raise invalid("meeting", "This meeting was not released to all who will see the commitment.", "not_released")
    return meeting


def _last_day(due_words: str) -> date | None:
    return PartialDate.parse(due_words).last if due_words else None


def _as_json(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
    }


@operation("commitments.add", needs=Permission.COMMITMENTS_DECIDE, form=AddCommitment)
def add_commitment(
    viewer: Viewer,
    /,
    *,
    words: str,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
    level: str = "",
    audience: tuple[str, ...] = (),
    demonstration: bool = False,
    **values: Any,
) -> Reference:
    """Add a commitment by hand, resting on a sentence of a document, whose words it quotes, or on a source in words.

    With a document its label is the document's, or narrower if asked.
    """
    asked = [label_for(viewer, level, audience)] if level else []
    commitment = Commitment(words=words, source=source, demonstration=demonstration)
    if document:
        paper = find(Document.objects.select_related("label"), document)
        commitment.citation = quoted(paper, sentence or 0, words)
        commitment.demonstration = demonstration or paper.demonstration
        meeting = meeting_of(paper)
        said_on = (meeting.date if meeting else "") or paper.published
        label = narrowed(viewer, [paper.label, *asked])
        if meeting and not values["meeting"] and as_wide(meeting.label, label):
            values = {**values, "meeting": meeting.public_id}
        values = {**values, "said_on": values["said_on"] or said_on}
    else:
        (label,) = asked
    file_commitment(viewer, commitment, label, values)
    find_repeats(viewer, commitment)
    return Reference(commitment.public_id, label.id, {"ref": [None, commitment.ref]})


def quoted(document: Document, number: int, words: str) -> Citation:
    """A new citation of these words in this sentence. Invalid if they do not stand in it. Inside a visit that writes."""
    text = Text.objects.get(document=document, edition=document.edition)
    if not 1 <= number <= len(text.spans):
        message = "This document has sentences 1 to %(count)s; there is no sentence %(number)s."
        raise invalid("sentence", message, count=len(text.spans), number=number)
    start, end = text.spans[number - 1]
    at = text.text.find(words, start, end)
    if at < 0:
        raise invalid("words", "These words do not stand in that sentence. Quote them as they stand there.", "quote")
    return cite(document, at, at + len(words))
