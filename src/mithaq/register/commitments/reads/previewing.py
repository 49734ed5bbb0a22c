"""What accepting proposals together would do, before anything is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mithaq.access.models import Person
from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document
from mithaq.core.words import Bilingual
from mithaq.proposals.deciding import OPEN
from mithaq.proposals.models import Proposal
from mithaq.register.commitments.as_read import commitments_as_read
from mithaq.register.commitments.reads.shapes import Preview, PreviewRow
from mithaq.register.meetings.as_read import meetings_as_read
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads import MeetingName, meeting_names
from mithaq.register.parties.as_read import figure_as_read, people_as_read

ORDER = ("meeting", "person", "figure", "commitment")  # what is promised is said by somebody at some meeting


@read("commitments.preview_many")
def preview_many(viewer: Viewer, *, document: str, proposals: str = "") -> Preview:
    """What `proposals.accept_many` would make of these proposals (ids with commas between), in its order; writes nothing.

    Without ids: all that wait and may be accepted with others at once. What is no longer open has a `problem`.
    """
    found = find(Document.objects.all(), document)
    rows = Proposal.objects.filter(document=found).select_related("document").order_by("number")
    ids = [part.strip() for part in proposals.split(",") if part.strip()]
    chosen = list(rows.filter(public_id__in=ids) if ids else rows.filter(state__in=OPEN, clear=True))
    entries = [entry for kind in ORDER for entry in _entries(found, kind, [p for p in chosen if p.kind == kind])]
    return Preview(found.public_id, found.ref, tuple(entries), seen_by(found.label_id))


def _entries(document: Document, kind: str, proposals: Sequence[Proposal]) -> list[PreviewRow]:
    if not proposals:
        return []
    values = _as_read(document, kind, proposals)
    people = _names(value.get("speaker") or value.get("person", "") for value in values)
    meetings = _meetings([value.get("meeting", "") for value in values])
    return [
        PreviewRow(
            *(proposal.public_id, proposal.version, proposal.number, proposal.sentence, kind, proposal.quote),
            proposal.clear,
            _plain(value),
            people.get(value.get("speaker") or value.get("person", ""), Bilingual("", "")),
            meetings.get(value.get("meeting", "")),
            (value.get("meeting", "") if kind == "meeting" else value.get("person", "")),
            _problem(document, proposal),
        )
        for proposal, value in zip(proposals, values, strict=True)
    ]


def _as_read(document: Document, kind: str, proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    if kind == Proposal.Kind.MEETING:
        return meetings_as_read(proposals)
    if kind == Proposal.Kind.PERSON:
        return people_as_read(proposals)
    if kind == Proposal.Kind.FIGURE:
        return [figure_as_read(proposal) for proposal in proposals]
    return commitments_as_read(document, proposals)


def _names(ids: Any) -> dict[str, Bilingual]:
    rows = Person.objects.filter(public_id__in={public_id for public_id in ids if public_id})
    return {public_id: Bilingual(ar, en) for public_id, ar, en in rows.values_list("public_id", "name_ar", "name_en")}


def _meetings(ids: Sequence[str]) -> dict[str, MeetingName]:
    pks = Meeting.objects.filter(public_id__in=set(filter(None, ids))).values_list("pk", flat=True)
    return {name.public_id: name for name in meeting_names(pks).values()}


def _plain(value: dict[str, Any]) -> dict[str, object]:
    return {name: v if isinstance(v, str | int | tuple | None) else str(v) for name, v in value.items()}


def _problem(document: Document, proposal: Proposal) -> str:
    if proposal.state not in OPEN:
        return "decided"
    if proposal.edition != document.edition:
        return "unread"
    return "words" if proposal.start == proposal.end else ""
