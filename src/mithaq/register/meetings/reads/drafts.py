"""What a meeting sends out, cut for who reads it: its agenda, the list of participants, an invitation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, party_names, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads.delegations import delegations_of
from mithaq.register.meetings.reads.page import meeting_page
from mithaq.register.meetings.reads.shapes import DelegationShown, MeetingPage
from mithaq.register.meetings.rights import format_of
from mithaq.register.programmes.models import Area

KINDS = ("agenda", "participants", "invitation")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a paper of a meeting says, in no language yet but for the order of its delegations.

    `kind` is agenda, participants or invitation (then to the only delegation). `parties` and `areas` name the codes in it.
    `seen`: those to whom all of it was released.
    """

    kind: str
    page: MeetingPage
    delegations: tuple[DelegationShown, ...]
    parties: dict[str, Bilingual]
    areas: dict[str, Bilingual]
    made_on: str
    seen: Seen


@read("meetings.draft")
def draft(viewer: Viewer, *, meeting: str, kind: str = "agenda", party: str = "", language: str = "ar") -> Draft:
    """The agenda, the list of participants or an invitation of a meeting, as far as the viewer may see it.

    `language`: of the alphabet in which delegations stand. An invitation is that of `party`, or of the viewer's own; Absent
    where there is none.
    """
    found = find(Meeting.objects.all(), meeting)
    page = meeting_page(viewer, meeting=meeting)
    delegations = delegations_of(found, format_of(found), language)
    if kind == "invitation":
        delegations = tuple(one for one in delegations if one.party == (party or viewer.party))
        if not delegations:
            raise Absent
    return Draft(
        kind if kind in KINDS else KINDS[0],
        page,
        delegations,
        {code: name.name for code, name in party_names().items()},
        {code: Bilingual(ar, en) for code, ar, en in Area.objects.values_list("code", "name_ar", "name_en")},
        clock.today(settings.TIME_ZONE).isoformat(),
        seen_together([page.seen, *_within(kind, page, delegations)]),
    )


def _within(kind: str, page: MeetingPage, delegations: Iterable[DelegationShown]) -> Iterable[Seen]:
    if kind == "participants":
        return (one.seen for delegation in delegations for one in delegation.participants)
    return (paper.seen for item in page.agenda for paper in item.papers)
