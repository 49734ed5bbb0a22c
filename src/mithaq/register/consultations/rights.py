"""Who may do what around the table of a meeting. Inside a visit."""

from __future__ import annotations

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.register.meetings.formats import Right
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.rights import rights_at


def has(viewer: Viewer, meeting: Meeting, right: Right) -> bool:
    """Whether the role of the viewer's party at this meeting gives this right."""
    return right in rights_at(meeting, viewer.party)


def check(viewer: Viewer, meeting: Meeting, right: Right) -> None:
    """Refused unless the role of the viewer's party at this meeting gives this right."""
    if not has(viewer, meeting, right):
        raise Refused("The role of your party at this meeting does not allow this.", code="role")
