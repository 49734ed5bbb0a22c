"""Positions: the matrix of issues and parties, and one issue with all that was said on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.register.consultations.reads import issue_page, position_matrix, position_page
from mithaq.register.programmes.reads import area_names
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of


@require_GET
def matrix(request: HttpRequest) -> HttpResponse:
    """Issues by parties; on a phone a card an issue."""
    viewer, given = viewer_of(request), asked(request, position_matrix)
    with one_visit(viewer):
        page = position_matrix(viewer, **given)
        context: dict[str, Any] = {"page": page, "listing": page.listing, "areas": area_names(viewer)}
    rows = [(row, {one.party: one for one in row.positions}) for row in page.listing.entries]
    context |= {"rows": rows, "given": given, "applied": applied(given)}
    return render(request, "consultations/positions.html", context)


@require_GET
def issue(request: HttpRequest, issue: str) -> HttpResponse:
    """One issue: where each party stands and stood, where they agree, the common ground."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = issue_page(viewer, issue=issue)
        areas = area_names(viewer)
    return render(request, "consultations/issue.html", {"page": page, "row": page.row, "may": page.may, "areas": areas})


@require_GET
def position(request: HttpRequest, position: str) -> HttpResponse:
    """To the position, on the page of its issue."""
    page = position_page(viewer_of(request), position=position)
    return redirect(reverse("issue", args=[page.issue]) + f"#{page.shown.public_id}")
