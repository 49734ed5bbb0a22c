"""Who may do what with a joint text and its silence. Inside a visit."""

from __future__ import annotations

from collections.abc import Collection

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.register.meetings.formats import Right
from mithaq.register.meetings.models import Invitation, Meeting
from mithaq.register.meetings.rights import format_of, rights_in
from mithaq.register.texts.models import Amendment, JointText, Silence


def check(allowed: bool, refusal: Refused) -> None:
    """Raise such a refusal unless it is allowed."""
    if not allowed:
        raise Refused(refusal.text, code=refusal.code)


def drafts(viewer: Viewer, text: JointText) -> bool:
    """Whether this viewer holds the pen of this text."""
    return P.TEXTS_DRAFT in viewer.permissions and viewer.party == text.party


def amends(viewer: Viewer, text: JointText) -> bool:
    """Whether this viewer may propose other words for it: not for a party whose role at its meeting does not let it."""
    if P.TEXTS_AMEND not in viewer.permissions or not viewer.party:
        return False
    return drafts(viewer, text) or not without(Right.AMEND, text.meeting_id, [viewer.party])


def without(right: Right, meeting_id: int | None, parties: Collection[str]) -> list[str]:
    """Those of these parties that were asked to this meeting in a role without this right, in their order.

    Who was not asked there is held by nothing but its label and its permissions. At most three queries for any number.
    """
    meeting = Meeting.objects.filter(pk=meeting_id).first() if meeting_id else None
    if meeting is None:
        return []
    roles = dict(Invitation.objects.filter(meeting=meeting, party__in=parties).values_list("party", "role"))
    spec = format_of(meeting) if roles else None
    return [
        party
        for party in parties
        if spec and party in roles and right not in rights_in(spec, roles[party], hosts=meeting.host == party)
    ]


def conducts(viewer: Viewer, silence: Silence) -> bool:
    """Whether this viewer conducts this procedure: for the party of the chair."""
    return P.SILENCE_CONDUCT in viewer.permissions and viewer.party == silence.chair


def breaks(viewer: Viewer, silence: Silence) -> bool:
    """Whether this viewer can agree, break this silence, and attach statements to it: for a party under silence."""
    return P.SILENCE_BREAK in viewer.permissions and viewer.party in silence.under


def at_table(viewer: Viewer, silence: Silence) -> bool:
    """Whether this viewer is told who agreed, who broke it and how: of a party under silence, or of the party of the chair."""
    return bool(viewer.party) and viewer.party in (*silence.under, silence.chair)


def own(viewer: Viewer, amendment: Amendment) -> bool:
    """Whether the amendment is the viewer's own party's."""
    return P.TEXTS_AMEND in viewer.permissions and viewer.party == amendment.party
