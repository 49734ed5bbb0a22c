"""Commitments as the reader would fill the form that accepts them. Inside a visit; the same queries for one and many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mithaq.access.models import Person
from mithaq.archive.models import Document
from mithaq.proposals.models import Proposal
from mithaq.register.meetings.finding import meeting_of
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.as_read import known_codes, people_named


@dataclass(frozen=True, slots=True)
class _Around:
    """What the document and the register tell about those who speak in it."""

    codes: frozenset[str]
    people: dict[str, Person]
    acts_for: dict[str, str]  # name -> code of the party, as read beside the name
    meeting: Meeting | None


def commitments_as_read(document: Document, proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """For each proposal of a commitment of this document the fields of `AcceptCommitment`, and `speaker_words`.

    Said at the meeting that the document reports, on its date; else on the day the document was published. The speaker
    is resolved to somebody known; parties to those of this house; a due date is the last day of the words for it.
    """
    around = _around(document, proposals)
    return [_values(document, proposal, around) for proposal in proposals]


def _around(document: Document, proposals: Sequence[Proposal]) -> _Around:
    named = [name for proposal in proposals for name in (proposal.fields["speaker"], proposal.fields["by"]) if name]
    read = Proposal.objects.filter(document=document, edition=document.edition, kind=Proposal.Kind.PERSON)
    acts_for = {fields["name"]: fields["party"] or "" for fields in read.values_list("fields", flat=True)}
    codes = [code for proposal in proposals for code in _codes(proposal)]
    people = people_named(named, document.label_id)
    return _Around(known_codes([*codes, *acts_for.values()]), people, acts_for, meeting_of(document))


def _codes(proposal: Proposal) -> list[str]:
    return [code for field in ("by", "to") for code in (proposal.fields[field] or "").split("+")]


def _values(document: Document, proposal: Proposal, around: _Around) -> dict[str, Any]:
    fields = proposal.fields
    by = tuple(code for code in (fields["by"] or "").split("+") if code in around.codes)
    named = fields["speaker"] or ("" if by else fields["by"] or "")
    speaker = around.people.get(named)
    acts_for = around.acts_for.get(named, "")
    return {
        "kind": fields["type"],
        "words": proposal.quote,
        "speaker": speaker.public_id if speaker else "",
        "speaker_words": named[:300],
        "by": by or ((acts_for,) if acts_for in around.codes else ()),
        "addressees": tuple(code for code in (fields["to"] or "").split("+") if code in around.codes),
        "areas": tuple(fields["area"]),
        "meeting": around.meeting.public_id if around.meeting else "",
        "said_on": (around.meeting.date if around.meeting else "") or document.published,
        "due_words": (fields["due"] or "").rpartition("/")[2][:10],
    }
