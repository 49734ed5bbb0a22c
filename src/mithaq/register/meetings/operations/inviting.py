"""Which parties are asked to a meeting, in which role, and what they answer. An invitation bears the label of its meeting."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, update_at
from mithaq.access.shapes import party_called
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.meetings.filing import found_meeting
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.forms import ChangeInvitation, Invite, Reply, Uninvite
from mithaq.register.meetings.models import Invitation, Meeting
from mithaq.register.meetings.notices import notify
from mithaq.register.meetings.reach import check_reach
from mithaq.register.meetings.rights import format_of


@operation("meetings.invite", needs=Permission.MEETINGS_MANAGE, form=Invite)
def invite(viewer: Viewer, *, meeting: str, parties: tuple[str, ...], role: str, quota: int | None = None) -> Reference:
    """Ask parties to a meeting in one role, with so many seats each. All of them or none.

    Of a meeting that was held, it says who took part in which role; no invitation goes out then.
    """
    found = found_meeting(meeting)
    _check_role(found, role)
    known_parties(parties, "parties")
    check_reach(parties, found.label, "parties")
    asked = set(Invitation.objects.filter(meeting=found, party__in=parties).values_list("party", flat=True))
    for party in parties:
        if party in asked:
            raise invalid("parties", "%(party)s is invited already.", "invited", party=party_called(party))
    if found.state == CANCELLED:
        raise Problem("This meeting was cancelled. Plan another one.", code="cancelled")
    sent_at = None if found.state in format_of(found).held else clock.now()
    Invitation.objects.bulk_create(
        Invitation(label=found.label, meeting=found, party=party, role=role, quota=quota, sent_at=sent_at)
        for party in parties
    )
    _take_part(found, tuple(dict.fromkeys((*found.parties, *parties))))
    if sent_at:
        notify(found, parties)
    return Reference(
        found.public_id,
        found.label_id,
        {"parties": [None, ", ".join(parties)], "role": [None, _role_written(found, role)]},
    )


def _check_role(meeting: Meeting, role: str) -> None:
    spec = format_of(meeting)
    if spec.role(role) is None:
        roles = ", ".join(one.code for one in spec.roles)
        raise invalid(
            "role",
            "There is no role “%(role)s” at this meeting. Choose among: %(roles)s.",
            "unknown_role",
            role=role,
            roles=roles,
        )


def _role_written(meeting: Meeting, code: str) -> dict[str, str] | str:
    """What the meeting's format calls this role, as the journal keeps it; the code where it knows it no more."""
    role = format_of(meeting).role(code)
    return role.name.written() if role else code


def _take_part(meeting: Meeting, parties: tuple[str, ...]) -> None:
    """The parties of the meeting as its row names them."""
    if parties != meeting.parties:
        update_at(Meeting.objects.filter(pk=meeting.pk), meeting.version, parties=parties)


@operation("meetings.uninvite", needs=Permission.MEETINGS_MANAGE, form=Uninvite)
def uninvite(viewer: Viewer, *, invitation: str, version: int, reason: str = "") -> Reference:
    """Take an invitation back, as long as the party has not said that it comes."""
    found = _found(invitation)
    if found.reply == Invitation.Reply.ACCEPTED:
        called = party_called(found.party)
        raise Problem("%(party)s has said that it comes. Agree with it first.", code="accepted", party=called)
    rows = Invitation.objects.filter(pk=found.pk)
    update_at(rows, version)
    rows.delete()
    _take_part(found.meeting, tuple(party for party in found.meeting.parties if party != found.party))
    if found.sent_at:
        notify(found.meeting, [found.party], withdrawn=True)
    return Reference(found.meeting.public_id, found.label_id, {"parties": [found.party, None]}, reason)


@operation("meetings.change_invitation", needs=Permission.MEETINGS_MANAGE, form=ChangeInvitation)
def change_invitation(
    viewer: Viewer, *, invitation: str, version: int, role: str, quota: int | None = None
) -> Reference:
    """Another role at the meeting, or other seats. What the party has answered and whom it has named stays."""
    found = _found(invitation)
    _check_role(found.meeting, role)
    told = changed(found, role=role, quota=quota)
    if "role" in told:
        told["role"] = [_role_written(found.meeting, found.role), _role_written(found.meeting, role)]
    update_at(Invitation.objects.filter(pk=found.pk), version, role=role, quota=quota)
    return about(found, told)


def _found(named: str) -> Invitation:
    row: Invitation = find(Invitation.objects.select_related("meeting", "label"), named)
    return row


@operation("meetings.reply", needs=Permission.DELEGATIONS_NAME, form=Reply)
def reply(viewer: Viewer, *, invitation: str, version: int, reply: str, reply_words: str = "") -> Reference:
    """Whether one's own party comes. It may be changed until the meeting is held."""
    found = _found(invitation)
    check_own(viewer, found)
    check_open(found.meeting)
    sent: dict[str, Any] = {"reply": reply, "reply_words": reply_words}
    told = changed(found, **sent)
    by = {"replied_by": viewer.account, "replied_at": clock.now()}
    update_at(Invitation.objects.filter(pk=found.pk), version, **sent, **by)
    return about(found, told)


def about(invitation: Invitation, told: dict[str, Any]) -> Reference:
    """What was done about an invitation is told of its meeting, with the party's name."""
    return Reference(invitation.meeting.public_id, invitation.label_id, {"party": [None, invitation.party], **told})


def check_own(viewer: Viewer, invitation: Invitation) -> None:
    """Refused unless the invitation is one's own party's."""
    if viewer.party != invitation.party:
        raise Refused("Only the party that is invited does this.", code="other_party")


def check_open(meeting: Meeting) -> None:
    """Problem for a meeting that was cancelled or held."""
    if meeting.state == CANCELLED:
        raise Problem("This meeting was cancelled.", code="cancelled")
    if meeting.state in format_of(meeting).held:
        raise Problem("This meeting was held.", code="held")
