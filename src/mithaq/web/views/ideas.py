"""Ideas: the list, and one of them with its path."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.register.consultations.reads import idea_list, idea_page
from mithaq.register.programmes.reads import area_names
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.signs import SIGNS


@require_GET
def ideas(request: HttpRequest) -> HttpResponse:
    """Ideas, the newest first, as the address filters them."""
    viewer, given = viewer_of(request), asked(request, idea_list)
    with one_visit(viewer):
        context: dict[str, Any] = {"listing": idea_list(viewer, **given), "areas": area_names(viewer)}
    context |= {"given": given, "applied": applied(given), "states": SIGNS["idea"]}
    context["files"] = Permission.IDEAS_FILE in viewer.permissions
    return render(request, "consultations/ideas.html", context)


@require_GET
def idea(request: HttpRequest, idea: str) -> HttpResponse:
    """One idea: its words, its path, and the next steps that the viewer can take."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = idea_page(viewer, idea=idea)
        areas = area_names(viewer)
    context = {"page": page, "row": page.row, "may": page.may, "areas": areas}
    return render(request, "consultations/idea.html", context)
