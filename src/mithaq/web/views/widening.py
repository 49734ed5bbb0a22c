"""Releasing a meeting to more parties: the form, what it would be, and doing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.access.permissions import Permission
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.register.meetings.reads import Widening, meeting_page, widening
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import act, refilled
from mithaq.web.toasts import toast

WIDEN = "meetings.widen"


@require_http_methods(["GET", "POST"])
def widen(request: HttpRequest, meeting: str) -> HttpResponse:
    """The form; a look at what it would be; or do it, then back to the meeting."""
    if Permission.MEETINGS_MANAGE not in viewer_of(request).permissions:
        raise Refused
    if request.method != "POST" or "look" in request.POST:
        return _page(request, meeting, None)
    try:
        done = act(request, WIDEN, meeting=meeting)
    except (Absent, Refused):
        raise
    except Problem as problem:
        return _page(request, meeting, problem)
    toast(request, gettext("The meeting was released to more parties. Those who are invited were told."))
    return redirect("meeting", done.public_id)


def _page(request: HttpRequest, meeting: str, problem: Problem | None) -> HttpResponse:
    viewer, form_class = viewer_of(request), OPERATIONS[WIDEN].form
    with one_visit(viewer):
        page = meeting_page(viewer, meeting=meeting)
        look = _look(request, meeting, request.POST)
    posted = request.method == "POST"
    errors = problem.errors if isinstance(problem, Invalid) else {}
    form = refilled(form_class, request.POST, errors) if posted else form_class()
    context: dict[str, Any] = {"page": page, "row": page.row, "form": form, "look": look, "problem": problem}
    context["chosen"] = request.POST.getlist("parties")
    context["version"] = request.POST.get("version") if posted and not _stale(problem) else page.version
    context["message"] = problem.say(gettext) if problem and not isinstance(problem, Invalid) else ""
    return render(request, "meetings/widen.html", context, status=problem.status if problem else 200)


def _stale(problem: Problem | None) -> bool:
    """Whether somebody was faster: the next sending is on what the page shows now."""
    return problem is not None and problem.status == 409


@require_GET
def widen_preview(request: HttpRequest, meeting: str) -> HttpResponse:
    """Who would see what, while one fills in the form."""
    return render(request, "meetings/widening.html", {"look": _look(request, meeting, request.GET)})


def _look(request: HttpRequest, meeting: str, told: QueryDict) -> Widening:
    return widening(viewer_of(request), meeting=meeting, parties=",".join(told.getlist("parties")))
