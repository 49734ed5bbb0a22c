"""What of the register was said at a meeting, whether somebody recorded it there or read it in a document. Inside a visit."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from mithaq.register.commitments.models import Commitment
from mithaq.register.meetings.models import MeetingDocument


def commitments_said_at(meetings: Collection[int]) -> dict[int, list[int]]:
    """The commitments (by key) said at each of these meetings (by key), in the order in which they were filed.

    Said there by their own record; or, where that names no meeting, read and accepted in a document that belongs to it. Two
    queries, however many meetings.
    """
    papers: dict[int, list[int]] = {}
    rows = MeetingDocument.objects.filter(meeting__in=meetings).order_by("-meeting__date", "-meeting_id")
    for document, meeting in rows.values_list("document_id", "meeting_id"):
        papers.setdefault(document, []).append(meeting)
    read = Q(meeting__isnull=True, citation__document__in=papers) & ~Q(proposal="")
    said = Commitment.objects.filter(Q(meeting__in=meetings) | read).order_by("pk")
    found: dict[int, list[int]] = {}
    for pk, meeting, document in said.values_list("pk", "meeting_id", "citation__document_id"):
        found.setdefault(meeting or papers[document][0], []).append(pk)
    return found
