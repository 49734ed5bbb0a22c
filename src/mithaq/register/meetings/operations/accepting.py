"""Meetings that come of proposals."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite
from mithaq.archive.index import forget_record
from mithaq.archive.models import Document
from mithaq.proposals.deciding import decide, open_proposal
from mithaq.proposals.models import Proposal
from mithaq.register.meetings.as_read import meetings_as_read
from mithaq.register.meetings.filing import checked, new_meeting, series_named, without
from mithaq.register.meetings.finding import reports
from mithaq.register.meetings.forms import AcceptMeeting
from mithaq.register.meetings.models import Meeting, MeetingDocument
from mithaq.register.parties.amending import decision


@operation("meetings.accept", needs=Permission.PROPOSALS_DECIDE, form=AcceptMeeting)
def accept_meeting(viewer: Viewer, /, *, proposal: str, version: int, **sent: Any) -> Reference:
    """Accept a meeting that was read of: as one known already, or as a new one that cites the words.

    A document that reports it, by its date of publication, becomes one of its papers; what is promised in that document
    is then taken to have been said there. What is left out stands as it was read.
    """
    found = open_proposal(proposal, Proposal.Kind.MEETING, version)
    state, values = decision(meetings_as_read([found])[0], sent)
    if values["meeting"]:
        meeting = find(Meeting.objects.select_related("label"), values["meeting"])
        _join(viewer, meeting, found.document)
    else:
        citation = cite(found.document, found.start, found.end)
        held = checked(without(values, "series", "meeting"), found.label)
        meeting = new_meeting(found.label, series_named(values["series"]), citation, proposal=proposal, **held)
    kept = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    decide(found, viewer, state, kept, meeting.public_id)
    return Reference(meeting.public_id, found.label_id, {"proposal": [found.quote, state]})


def _join(viewer: Viewer, meeting: Meeting, document: Document) -> None:
    if reports(document, meeting.date, meeting.until):
        label = narrowed(viewer, [meeting.label, document.label])
        MeetingDocument.objects.get_or_create(meeting=meeting, document=document, defaults={"label": label})


def take_back_meeting(proposal: Proposal) -> None:
    """Remove the meeting that this acceptance made; one that was known before loses the paper. Inside a visit that writes.

    ProtectedError if something rests on it.
    """
    if Meeting.objects.filter(public_id=proposal.thing, proposal=proposal.public_id).delete()[0]:
        forget_record("meeting", proposal.thing)
    else:
        MeetingDocument.objects.filter(meeting__public_id=proposal.thing, document=proposal.document).delete()
