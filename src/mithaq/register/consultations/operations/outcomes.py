"""Outcomes of meetings: recorded with speaker and sentence, and what becomes of each by the operations of its own area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mithaq.access.models import Label, Person
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, known_parties, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Citation, Document
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations import add_commitment
from mithaq.register.commitments.operations.making import quoted
from mithaq.register.consultations import rights
from mithaq.register.consultations.forms import PlaceOutcome, RecordOutcome
from mithaq.register.consultations.gathering import commitments_said_at
from mithaq.register.consultations.models import Idea, Minutes, MinutesItem, Outcome, Position
from mithaq.register.consultations.operations.ideas import new_idea
from mithaq.register.consultations.operations.positions import record_position
from mithaq.register.meetings.formats import Right
from mithaq.register.meetings.models import AgendaItem, Meeting
from mithaq.register.parties.resolving import post_on

Kind = Outcome.Kind
IN_THE_REGISTER = {  # kind of outcome -> kind of commitment
    Kind.PROPOSAL: Commitment.Kind.PROPOSAL,
    Kind.RECOMMENDATION: Commitment.Kind.RECOMMENDATION,
    Kind.DECISION: Commitment.Kind.DECISION,
    Kind.COMMITMENT: Commitment.Kind.PLEDGE,
}
IN_MINUTES = {"ar": "محضر %(ref)s، %(item)s", "en": "Minutes of %(ref)s, %(item)s"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the words stand: in a sentence of a document, or in an item of the meeting's minutes; and who may see that.

    `sourced`: the same as the forms of other areas take it.
    """

    label: Label
    sourced: dict[str, Any]
    citation: Citation | None = None
    minuted: MinutesItem | None = None


@operation("outcomes.record", needs=Permission.OUTCOMES_RECORD, form=RecordOutcome)
def record_outcome(viewer: Viewer, /, *, meeting: str, kind: str, words: str, item: str = "", **sent: Any) -> Reference:
    """Keep what somebody said at a meeting as an outcome, with the sentence it stands in, for a party that may record there.

    A proposal, recommendation, decision or commitment stands in the register of commitments from then on, an idea among the
    ideas, a statement on an issue among the positions: each with the same sentence, speaker and label.
    """
    held = find(Meeting.objects.select_related("label", "series"), meeting)
    rights.check(viewer, held, Right.RECORD)
    known_parties(sent["by"], "by")
    place = _place(held, words, sent)
    outcome = Outcome(
        label=narrowed(viewer, [held.label, place.label]),
        meeting=held,
        item=_item(held, item),
        kind=kind,
        words=words,
        language=language_of(words),
        by=sent["by"],
        citation=place.citation,
        minuted=place.minuted,
        minuted_version=place.minuted.version if place.minuted else 0,
        recorded_by=viewer.account,
        recorded_at=clock.now(),
    )
    _set_speaker(outcome, sent["speaker"])
    _become(viewer, outcome, place, sent)
    outcome.save()
    return Reference(outcome.public_id, outcome.label_id, {"outcome_kind": [None, kind]})


def _item(meeting: Meeting, item: str) -> AgendaItem | None:
    return find(AgendaItem.objects.filter(meeting=meeting), item) if item else None


def _place(meeting: Meeting, words: str, sent: dict[str, Any]) -> _Place:
    """Invalid if the words do not stand there, and a Problem for minutes that nobody else could read yet."""
    if sent["document"]:
        paper = find(Document.objects.select_related("label"), sent["document"])
        sourced = {"document": paper.public_id, "sentence": sent["sentence"]}
        return _Place(paper.label, sourced, quoted(paper, sent["sentence"], words))
    rows = MinutesItem.objects.filter(minutes__meeting=meeting).select_related("minutes", "label")
    item = find(rows, sent["minutes_item"])
    if item.minutes.state == Minutes.State.DRAFT:
        message = "Circulate the minutes first: nobody else can read what rests on a draft."
        raise Problem(message, code="draft")
    if words not in item.text_ar and words not in item.text_en:
        message = "These words do not stand in that item of the minutes. Quote them as they stand there."
        raise invalid("words", message, "quote")
    language = language_of(words)
    title = (item.title_ar or item.title_en) if language == "ar" else (item.title_en or item.title_ar)
    source = IN_MINUTES[language] % {"ref": meeting.ref, "item": title}
    return _Place(item.label, {"source": source[:300]}, minuted=item)


def _set_speaker(outcome: Outcome, speaker: str) -> None:
    """Who said it, in the post held on the day of the meeting; the party of that post speaks where nobody said which does."""
    if not speaker:
        return
    outcome.speaker = find(Person.objects.all(), speaker)
    outcome.speaker_post = post_on(outcome.speaker, outcome.meeting.date, outcome.label_id)
    if outcome.speaker_post and not outcome.by:
        outcome.by = (outcome.speaker_post.party.code,)


def _become(viewer: Viewer, outcome: Outcome, place: _Place, sent: dict[str, Any]) -> None:
    """Make the record that this outcome becomes, if it becomes one."""
    if outcome.kind in IN_THE_REGISTER:
        outcome.commitment = _commitment(viewer, outcome, place, sent)
    elif outcome.kind == Kind.IDEA:
        outcome.idea = _idea(viewer, outcome, sent)
    elif sent["issue"]:
        outcome.position = _position(viewer, outcome, place, sent)


def _commitment(viewer: Viewer, outcome: Outcome, place: _Place, sent: dict[str, Any]) -> Commitment:
    told = {name: sent[name] for name in ("addressees", "areas", "title_ar", "title_en", "due_words", "speaker")}
    kind = IN_THE_REGISTER[Kind(outcome.kind)]
    about = {"meeting": outcome.meeting.public_id, "said_on": outcome.meeting.date, "by": outcome.by, **told}
    about |= {**place.sourced, **_released(outcome)}
    done = add_commitment(viewer, kind=kind, words=outcome.words, **about)
    made: Commitment = find(Commitment.objects.all(), done.public_id)
    return made


def _released(outcome: Outcome) -> dict[str, Any]:
    marking = outcome.label.marking
    return {"level": marking.level.name, "audience": sorted(marking.audience)}


def _idea(viewer: Viewer, outcome: Outcome, sent: dict[str, Any]) -> Idea:
    if not outcome.by:
        raise invalid("by", "Name the party whose idea it is.", "required")
    title = {"title_ar": sent["title_ar"], "title_en": sent["title_en"]}
    if not any(title.values()):
        title[f"title_{outcome.language}"] = outcome.words[:300]
    texts = {f"text_{outcome.language}": outcome.words}
    about = {"areas": sent["areas"], "meeting": outcome.meeting, "citation": outcome.citation}
    return new_idea(viewer, outcome.label, outcome.by[0], **title, **texts, **about)


def _position(viewer: Viewer, outcome: Outcome, place: _Place, sent: dict[str, Any]) -> Position:
    said = {"words": outcome.words, "said_on": outcome.meeting.date, "meeting": outcome.meeting.public_id}
    about = {"issue": sent["issue"], "stance": sent["stance"], "party": outcome.by[0], **_released(outcome)}
    done = record_position(viewer, **about, **said, **place.sourced)
    made: Position = find(Position.objects.all(), done.public_id)
    return made


@operation("outcomes.place", needs=Permission.OUTCOMES_RECORD, form=PlaceOutcome)
def place_outcome(
    viewer: Viewer, *, meeting: str, outcome: str = "", commitment: str = "", item: str = ""
) -> Reference:
    """Put an outcome of a meeting under another item of its agenda, or under none; also a commitment read in its papers."""
    held = find(Meeting.objects.select_related("label"), meeting)
    rights.check(viewer, held, Right.RECORD)
    rows = Outcome.objects.filter(meeting=held).select_related("item")
    row = find(rows, outcome) if outcome else _row_of(viewer, held, commitment)
    place = _item(held, item)
    update_at(Outcome.objects.filter(pk=row.pk), row.version, item=place)
    return Reference(row.public_id, row.label_id, {"point": [_title(row.item), _title(place)]})


def _title(item: AgendaItem | None) -> dict[str, str] | None:
    return Bilingual(item.title_ar, item.title_en).written() if item else None


def _row_of(viewer: Viewer, meeting: Meeting, commitment: str) -> Outcome:
    """What places this commitment under the meeting's agenda, made if there is nothing yet. Absent if it was not said there."""
    found = find(Commitment.objects.select_related("label"), commitment)
    if found.pk not in commitments_said_at([meeting.pk]).get(meeting.pk, ()):
        raise Absent
    row: Outcome | None = Outcome.objects.filter(meeting=meeting, commitment=found).order_by("pk").first()
    if row is not None:
        return row
    label = narrowed(viewer, [meeting.label, found.label])
    stamp = {"recorded_by": viewer.account, "recorded_at": clock.now()}
    made: Outcome = Outcome.objects.create(label=label, meeting=meeting, commitment=found, **stamp)
    return made
