"""Meetings that are ahead: who is reminded of them, and when. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Length

from mithaq.access.models import Account
from mithaq.access.permissions import Permission
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import Invitation, Meeting

AHEAD = timedelta(days=30)


def step_to(day: date, today: date) -> str:
    """The step towards a meeting: T-30 until eight days before, T-7 until two days before, T-1 until the day itself; empty
    before and after."""
    days = (day - today).days
    if not 0 <= days <= AHEAD.days:
        return ""
    return "T-30" if days > 7 else "T-7" if days > 1 else "T-1"


def meetings_ahead(today: date) -> QuerySet[Meeting]:
    """The meetings of the next 30 days that are known to the day and were not cancelled."""
    rows = Meeting.objects.alias(fine=Length("date")).filter(fine=len("2026-11-20")).exclude(state=CANCELLED)
    found: QuerySet[Meeting] = rows.filter(date__gte=today.isoformat(), date__lte=(today + AHEAD).isoformat())
    return found


def coming_invitations(today: date) -> QuerySet[Invitation]:
    """The invitations to them, but those that were declined."""
    rows = Invitation.objects.filter(meeting__in=meetings_ahead(today)).exclude(reply=Invitation.Reply.DECLINED)
    found: QuerySet[Invitation] = rows.select_related("meeting").order_by("meeting__date", "pk")
    return found


def reminders(today: date) -> Iterator[tuple[str, str, str, date, int]]:
    """Account, meeting, step, day and label, for everybody who may name the delegation of a party that is invited."""
    of_party: dict[str, list[str]] = {}
    for account in Account.objects.filter(is_active=True).exclude(email="").exclude(party="").order_by("username"):
        if Permission.DELEGATIONS_NAME in account.viewer().permissions:
            of_party.setdefault(account.party, []).append(account.username)
    for invitation in coming_invitations(today):
        meeting = invitation.meeting
        day = date.fromisoformat(meeting.date)
        for username in of_party.get(invitation.party, ()):
            yield username, meeting.public_id, step_to(day, today), day, meeting.label_id
