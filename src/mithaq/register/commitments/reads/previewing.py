"""What accepting proposals together would do, before anything is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    becomes = [pair for kind in ORDER for pair in _becomes(found, kind, [p for p in chosen if p.kind == kind])]
    people = _names(_person(value) for _, value in becomes)
    meetings = _meetings([value.get("meeting", "") for _, value in becomes])
    rows_shown = tuple(_row(found, proposal, value, people, meetings) for proposal, value in becomes)
    return Preview(found.public_id, found.ref, rows_shown, seen_by(found.label_id))


def _becomes(document: Document, kind: str, proposals: Sequence[Proposal]) -> Iterable[tuple[Proposal, dict[str, Any]]]:
    return zip(proposals, _as_read(document, kind, proposals) if proposals else (), strict=True)


def _person(value: dict[str, Any]) -> str:
    return str(value.get("speaker") or value.get("person", ""))


def _row(
    document: Document,
    proposal: Proposal,
    value: dict[str, Any],
    people: dict[str, Bilingual],
    meetings: dict[str, MeetingName],
) -> PreviewRow:
    return PreviewRow(
        *(proposal.public_id, proposal.version, proposal.number, proposal.sentence, proposal.kind, proposal.quote),
        proposal.clear,
        _plain(value),
        people.get(_person(value), Bilingual("", "")),
        meetings.get(value.get("meeting", "")),
        value.get("meeting", "") if proposal.kind == Proposal.Kind.MEETING else value.get("person", ""),
        _problem(document, proposal),
    )


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
