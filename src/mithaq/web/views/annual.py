"""Annual reviews: the list, one as it was made, and its paper."""

from __future__ import annotations

from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.permissions import Permission
from mithaq.reviews.findings.gathering import STANDINGS
from mithaq.reviews.findings.reads import annual_list, annual_page
from mithaq.reviews.findings.review_paper import review_paper
from mithaq.web.days import tongue
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.views.desk import FILES


@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """All annual reviews, the newest first."""
    viewer, given = viewer_of(request), asked(request, annual_list)
    context = {"listing": annual_list(viewer, **given), "given": given, "applied": applied(given)}
    context["makes"] = Permission.FINDINGS_EVALUATE in viewer.permissions
    return render(request, "findings/annual_list.html", context)


@require_GET
def review(request: HttpRequest, review: str) -> HttpResponse:
    """One annual review: how its findings stood, by how they count."""
    page = annual_page(viewer_of(request), review=review)
    groups = [(name, [one for one in page.findings if one.standing == name]) for name in STANDINGS]
    counts = [(name, page.row.counts[name]) for name in STANDINGS]
    context = {"page": page, "row": page.row, "groups": groups, "counts": counts, "formats": list(FILES)}
    return render(request, "findings/annual.html", context)


@require_GET
def paper(request: HttpRequest, review: str, format: str) -> HttpResponse:
    """The review as PDF or Word, in the language that is asked for."""
    if format not in FILES:
        raise Http404
    asked_in = request.GET.get("language")
    language: Literal["ar", "en"] = "ar" if asked_in == "ar" else "en" if asked_in == "en" else tongue()
    shape = annual_page(viewer_of(request), review=review)
    make, kind = FILES[format]
    response = HttpResponse(make(review_paper(shape, language)), content_type=kind)
    name = f"mithaq-review-{shape.row.centre}-{shape.row.year}-{language}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
