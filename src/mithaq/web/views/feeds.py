"""Calendars for programs: the feeds of an account and its mission, what a program reads there, one meeting as a file."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac
from django.utils.http import http_date
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from mithaq.access.markings import Level
from mithaq.access.operation import OPERATIONS
from mithaq.core.errors import Invalid
from mithaq.register.meetings.calendars import feed as written
from mithaq.register.meetings.feed_keys import PREFIX, digest, holder_of
from mithaq.register.meetings.reads import feed_calendar, feeds, in_calendar
from mithaq.web.days import tongue
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, once, refilled
from mithaq.web.toasts import toast

KIND = "text/calendar; charset=utf-8"


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """What a calendar program reads. Tag and date of the answer are made of what stands in it and of nothing else."""
    holder = holder_of(key)
    shown = feed_calendar(holder.viewer, language=holder.language)
    content = written(shown.name, shown.language, shown.entries)
    changed = max((int(entry.changed.timestamp()) for entry in shown.entries), default=0)
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    response = HttpResponse(content, content_type=KIND)
    response["Content-Language"] = holder.language
    response["Cache-Control"] = "private, no-cache"
    response["Content-Disposition"] = 'inline; filename="mithaq.ics"'
    response["ETag"] = tag
    if changed:
        response["Last-Modified"] = http_date(changed)
    return get_conditional_response(request, tag, changed or None, response) or response


@require_GET
def meeting_file(request: HttpRequest, meeting: str) -> HttpResponse:
    """One meeting for the calendar that its reader keeps elsewhere. No page while its day is not known."""
    found = in_calendar(viewer_of(request), meeting=meeting, language=tongue())
    if found.entry is None:
        raise Http404
    response = HttpResponse(written(found.entry.title, tongue(), [found.entry]), content_type=KIND)
    response["Content-Disposition"] = 'attachment; filename="mithaq-meeting.ics"'
    return response


@require_http_methods(["GET", "POST"])
def own_feeds(request: HttpRequest) -> HttpResponse:
    """My feeds and my mission's. The address of a new one stands on the page that answers, and nowhere else."""
    viewer, form_class, context = viewer_of(request), OPERATIONS["feeds.make"].form, {}
    form, status = form_class(initial={"language": tongue()}), 200
    if request.method == "POST":
        # Made of this very sending: the same page sent twice shows the one address that was made.
        key = PREFIX + salted_hmac("mithaq.feed", once(request), algorithm="sha256").hexdigest()
        try:
            act(request, "feeds.make", digest=digest(key))
            context["address"] = settings.SITE_ADDRESS.rstrip("/") + reverse("calendar-feed", args=[key])
        except Invalid as problem:
            form, status = refilled(form_class, request.POST, problem.errors), problem.status
    names = ["name", "language", *(["of_mission"] if viewer.party and viewer.clearance.level >= Level.OFFICIAL else [])]
    listed: dict[str, Any] = {"form": form, "shown": [form[name] for name in names], "feeds": feeds(viewer)}
    return render(request, "calendar/feeds.html", context | listed, status=status)


@require_POST
def revoke_feed(request: HttpRequest, feed: str) -> HttpResponse:
    """Close the address of a feed, at once."""
    act(request, "feeds.revoke", feed=feed)
    toast(request, gettext("The address shows nothing any more."))
    return redirect("calendar-feeds")
