"""A meeting is released to more parties: under which label then, and what of it goes along. Inside a visit.

With the meeting go the points of its agenda and its invitations, which always bear its label; papers are then seen by those who
may see both. What others released stays as they released it: names on the lists of delegations until their heads approve them
again, words that came with answers, documents, minutes, outcomes, positions, joint texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.shapes import party_called
from mithaq.core.errors import Problem
from mithaq.register.meetings.models import AgendaPaper, Meeting, MeetingDocument

Paper = AgendaPaper | MeetingDocument


def wider(label: Label, parties: Iterable[str]) -> Marking:
    """The marking of what bears this label, for these parties too. Invalid unless each is known and is one more."""
    marking = label.marking
    if marking.level is Level.PUBLIC:
        raise Problem("Everybody sees this meeting already.", code="public")
    added = known_parties(parties, "parties")
    for code in added:
        if code in marking.audience:
            raise invalid("parties", "“%(party)s” sees this meeting already.", "sees_it", party=party_called(code))
    return Marking(marking.level, marking.audience | set(added), marking.caveats)


def check_rests(meeting: Meeting, marking: Marking) -> None:
    """Problem unless all whom this marking lets see the meeting may see what it rests on and on whose margins it is held."""
    cited, other = meeting.citation, meeting.margins_of
    if meeting.citation_id and (cited is None or not _lets(cited.label.marking, marking)):
        raise Problem(
            "This meeting rests on a document that was not released to all of them. Add the document for them first, and "
            "the meeting with it.",
            code="source_narrower",
        )
    if meeting.margins_of_id and (other is None or not _lets(other.label.marking, marking)):
        raise Problem(
            "It is held on the margins of a meeting that not all of them see. Let them see that one first.",
            code="margins_narrower",
        )


def _lets(marking: Marking, others: Marking) -> bool:
    """Whether all whom `others` lets see something are let by this one too."""
    return marking.joined(others) == others


def papers_of(meeting: Meeting) -> Iterator[Paper]:
    """The papers of the meeting and of its agenda that the viewer sees, with their documents."""
    yield from MeetingDocument.objects.filter(meeting=meeting).select_related("label", "document__label").order_by("pk")
    yield from (
        AgendaPaper.objects.filter(item__meeting=meeting).select_related("label", "document__label").order_by("pk")
    )


def goes_along(paper: Paper, marking: Marking) -> bool:
    """Whether more than now may see this paper at its meeting, if the meeting bears this marking."""
    return paper.document.label.marking.joined(marking) != paper.label.marking
