"""A document taken into minutes: its sentences laid out under the items first, each to be moved or left out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from mithaq.access.operation import OPERATIONS, one_visit
from mithaq.core.errors import Absent, Problem, Refused
from mithaq.core.numbers import whole_number
from mithaq.register.consultations.reads import MinutesPage, minutes_page, preview_minutes
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import once
from mithaq.web.toasts import toast

TO = "to-"  # a field of the page: to-12 is where sentence 12 goes


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, minutes: str) -> HttpResponse:
    """Which document; then its sentences under the items, as they would go in; then they are taken in."""
    viewer = viewer_of(request)
    page = minutes_page(viewer, minutes=minutes)
    if "minutes.take_in" not in page.may:
        raise Refused
    if request.method == "POST":
        return _take(request, page)
    return _shown(request, page)


def _shown(request: HttpRequest, page: MinutesPage, message: str = "", status: int = 200) -> HttpResponse:
    asked = {**request.GET.dict(), **request.POST.dict()}
    context: dict[str, Any] = {"page": page, "message": message, "document": asked.get("document", "")}
    if context["document"]:
        first = asked.get("first", "1")
        with one_visit(viewer_of(request)):
            try:
                given = {"document": context["document"].strip(), "first": whole_number(first, 1)}
                context["preview"] = preview_minutes(viewer_of(request), minutes=page.public_id, **given)
            except Absent as problem:
                context["message"], status = problem.say(gettext), problem.status
    return render(request, "consultations/take.html", context, status=status)


def _take(request: HttpRequest, page: MinutesPage) -> HttpResponse:
    """Take in what was placed; a problem stays on the page."""
    places = [f"{name.removeprefix(TO)}:{item}" for name, item in request.POST.items() if name.startswith(TO) and item]
    if not places:
        return _shown(
            request, page, gettext("Nothing goes into the minutes like this. Name an item for a sentence."), 400
        )
    sent = {name: request.POST.get(name, "") for name in ("document", "edition")}
    operation = OPERATIONS["minutes.take_in"]
    try:
        operation.run(viewer_of(request), once=once(request), minutes=page.public_id, places=places, **sent)
    except Problem as problem:
        return _shown(request, page, problem.in_full(gettext), problem.status)
    toast(request, gettext("The sentences stand in the minutes, each with its source."))
    return redirect("minutes-write", page.public_id)
