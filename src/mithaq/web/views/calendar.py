"""The calendar of meetings: a month as a table, and three months as an agenda."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.meetings.reads import CalendarMeeting, series_list
from mithaq.register.meetings.reads import calendar as meetings_of
from mithaq.web import months
from mithaq.web.middleware import viewer_of

AGENDA = 3  # months
DAY = timedelta(days=1)
FILTERS = ("series", "party")


@require_GET
def calendar(request: HttpRequest, month: str = "") -> HttpResponse:
    """A month as a table of weeks; the present one unless the address names another."""
    today = clock.today(timezone.get_current_timezone_name())
    first = months.month_asked(month) if month else today.replace(day=1)
    days = months.days_shown(first)
    with one_visit(viewer_of(request)):
        context = _asked(request, viewer_of(request), days[0], days[-1])
    shown = months.month(first, today, context["meetings"])
    context |= {"month": shown, "this": today.replace(day=1)}
    context |= {"before": months.next_month(first, -1), "after": months.next_month(first)}
    return render(request, "calendar/month.html", context)


@require_GET
def agenda(request: HttpRequest, month: str = "") -> HttpResponse:
    """The meetings of three months, day after day."""
    today = clock.today(timezone.get_current_timezone_name())
    first = months.month_asked(month) if month else today.replace(day=1)
    last = months.next_month(first, AGENDA) - DAY
    with one_visit(viewer_of(request)):
        context = _asked(request, viewer_of(request), first, last)
    exact = [one for one in context["meetings"] if one.known_to_the_day]
    context["days"] = [(day, list(rows)) for day, rows in groupby(exact, lambda row: row.date)]
    context["vague"] = [one for one in context["meetings"] if not one.known_to_the_day]
    context |= {"first": first, "last": last, "hijri": months.hijri_months(first, last)}
    context |= {"before": months.next_month(first, -AGENDA), "after": months.next_month(first, AGENDA)}
    return render(request, "calendar/agenda.html", context)


def _asked(request: HttpRequest, viewer: Viewer, first: date, last: date) -> dict[str, Any]:
    """The meetings of these days as the address filters them, and what it can filter them by."""
    given = {name: request.GET[name] for name in FILTERS if request.GET.get(name)}
    found: tuple[CalendarMeeting, ...] = meetings_of(viewer, since=first.isoformat(), until=last.isoformat(), **given)
    feeds_own = Permission.FEEDS_OWN in viewer.permissions
    return {"meetings": found, "given": given, "series": series_list(viewer), "feeds_own": feeds_own}
