"""Releasing a meeting to more parties. Never to fewer: nobody forgets what was shown."""

from __future__ import annotations

from mithaq.access.models import FormerReference, Label, next_ref
from mithaq.access.operation import Reference, journal, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.meetings.filing import found_meeting, index_meeting
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.forms import WidenMeeting
from mithaq.register.meetings.models import AgendaItem, Invitation, Meeting
from mithaq.register.meetings.notices import notify
from mithaq.register.meetings.rights import format_of
from mithaq.register.meetings.widening import check_rests, papers_of, wider


@operation("meetings.widen", needs=Permission.MEETINGS_MANAGE, form=WidenMeeting)
def widen_meeting(viewer: Viewer, *, meeting: str, version: int, parties: tuple[str, ...], reason: str) -> Reference:
    """Let more parties see a meeting, with its agenda and who is invited; it cannot be taken back.

    It gets a new reference, counted among what those see who see it now; the one it had still finds it for those who knew it.
    Documents, names of delegations, words that came with answers, minutes and joint texts stay with those who see them now.
    Those who are invited are told, and calendars follow.
    """
    found = found_meeting(meeting)
    marking = wider(found.label, parties)
    check_rests(found, marking)
    label = Label.objects.marked(marking)
    ref = next_ref("M", int(found.date[:4]) if found.date else clock.today().year, label)
    update_at(Meeting.objects.filter(pk=found.pk), version, label=label, ref=ref, sequence=found.sequence + 1)
    _take_along(viewer, found, label)
    _remember(found, ref)
    now = found_meeting(found.public_id)
    index_meeting(now)
    if now.state != CANCELLED and now.state not in format_of(now).held:
        notify(now)
    return Reference(found.public_id, label.id, {"parties": [None, ", ".join(parties)]}, reason)


def _take_along(viewer: Viewer, meeting: Meeting, label: Label) -> None:
    """The agenda and the invitations with the meeting; the papers for those who may see both. Words of answers stay behind:
    the journal keeps them for those who could read them."""
    AgendaItem.objects.filter(meeting=meeting).update(label=label)
    Invitation.objects.filter(meeting=meeting).update(label=label, reply_words="")
    for paper in papers_of(meeting):
        both = narrowed(viewer, [label, paper.document.label])
        if both.pk != paper.label_id:
            type(paper).objects.filter(pk=paper.pk).update(label=both)


def _remember(meeting: Meeting, ref: str) -> None:
    """For those who saw the meeting before: which reference it had."""
    FormerReference.objects.create(label=meeting.label, ref=meeting.ref, thing=meeting.public_id, at=clock.now())
    journal("meetings.renumber", meeting.public_id, meeting.label_id, {"reference": [meeting.ref, ref]})
