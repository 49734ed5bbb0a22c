"""What can be done with calendars: feeds, and answers that come from calendar programs."""

from __future__ import annotations

from typing import Any

from mithaq.access.markings import Level
from mithaq.access.models import Account
from mithaq.access.operation import Reference, find, operation
from mithaq.access.operations import me
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, update_at
from mithaq.access.shapes import own_label
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.meetings.calendar_entries import meeting_of_uid
from mithaq.register.meetings.calendar_replies import CalendarReply
from mithaq.register.meetings.forms.calendars import MakeFeed, ReplyByCalendar, RevokeFeed
from mithaq.register.meetings.models import Feed, Invitation, Meeting
from mithaq.register.meetings.operations.inviting import check_open


@operation("feeds.make", needs=Permission.FEEDS_OWN, form=MakeFeed)
def make_feed(viewer: Viewer, *, name: str, language: str, of_mission: bool, digest: str) -> Reference:
    """An address for a calendar program: it reads what I see, or, for the mission, what is official for my party. The caller
    made the key (`new_key`) and sends only its digest: it is kept nowhere."""
    account = me(viewer)
    if of_mission and (not viewer.party or viewer.clearance.level < Level.OFFICIAL):
        raise invalid(
            "of_mission", "Only somebody of a mission who sees what is official can make its feed.", "no_mission"
        )
    label = own_label(viewer)
    made = {"name": name, "language": language, "of_mission": of_mission, "digest": digest, "made_at": clock.now()}
    feed = Feed.objects.create(label=label, account=account.username, party=viewer.party, **made)
    return Reference(feed.public_id, label.id, {"name": [None, name]})


@operation("feeds.revoke", needs=Permission.FEEDS_OWN, form=RevokeFeed)
def revoke_feed(viewer: Viewer, *, feed: str) -> Reference:
    """Close the address of a feed of mine, or of my mission's, at once."""
    standing = Feed.objects.filter(party=viewer.party, revoked_at=None)
    found = find(standing.filter(account=viewer.account) | standing.filter(of_mission=True), feed)
    Feed.objects.filter(pk=found.pk).update(revoked_at=clock.now())
    return Reference(feed, found.label_id, {"name": [found.name, None]})


@operation("meetings.reply_by_calendar", needs=Permission.DELEGATIONS_NAME, form=ReplyByCalendar)
def reply_by_calendar(viewer: Viewer, /, **sent: Any) -> Reference:
    """The answer that a calendar program made becomes the reply of the party whose account it names: one's own party's, or,
    for those who manage meetings, that of any party that is invited. An answer to an invitation that was changed since, or
    older than the one that stands, changes nothing."""
    reply: CalendarReply = sent["reply"]
    meeting = Meeting.objects.filter(public_id=meeting_of_uid(reply.uid)).first()
    found = _answering(viewer, meeting, reply.by) if meeting else None
    if meeting is None or found is None:
        raise Problem(
            "This answers no invitation that you can reply to: look at who answered, and to what.", code="stranger"
        )
    check_open(meeting)
    invitation, account = found
    _check_newest(meeting, invitation, reply)
    columns = {"reply": reply.answer, "reply_words": reply.words}
    told = changed(invitation, **columns)
    by = {"replied_by": account.username, "replied_at": min(reply.written, clock.now())}
    update_at(Invitation.objects.filter(pk=invitation.pk), invitation.version, **columns, **by)
    return Reference(invitation.public_id, invitation.label_id, {"party": [None, invitation.party], **told})


def _answering(viewer: Viewer, meeting: Meeting, address: str) -> tuple[Invitation, Account] | None:
    """The invitation that this address can answer, and whose address it is: an account that may name a delegation, of a
    party that is invited."""
    everybody = Permission.MEETINGS_MANAGE in viewer.permissions
    for account in Account.objects.filter(email__iexact=address, is_active=True).exclude(party="").order_by("username"):
        if Permission.DELEGATIONS_NAME in account.viewer().permissions and (everybody or account.party == viewer.party):
            invitation = Invitation.objects.filter(meeting=meeting, party=account.party).first()
            if invitation is not None:
                return invitation, account
    return None


def _check_newest(meeting: Meeting, invitation: Invitation, reply: CalendarReply) -> None:
    if reply.sequence != meeting.sequence:
        raise Problem(
            "This answers an older invitation: the meeting was changed since. Answer the newer one.",
            code="older_invitation",
        )
    if invitation.replied_at and reply.written < invitation.replied_at:
        raise Problem("A later reply of your party is kept already. This one changes nothing.", code="older_reply")
