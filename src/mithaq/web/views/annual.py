"""Annual reviews: the list, one as it was made, and its paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.reviews.findings.gathering import STANDINGS
from mithaq.reviews.findings.reads import annual_list, annual_page
from mithaq.reviews.findings.review_paper import review_paper
from mithaq.web.files import PRINTED, asked_language, check_format, file_of, under_initiative
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of


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
    context = {"page": page, "row": page.row, "groups": groups, "counts": counts}
    return render(request, "findings/annual.html", context)


@require_GET
def paper(request: HttpRequest, review: str, format: str) -> HttpResponse:
    """The review as PDF or Word, in the language that is asked for."""
    check_format(format, PRINTED)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = annual_page(viewer, review=review)
        paper = under_initiative(viewer, review_paper(shape, asked_language(request)))
    return file_of(paper, f"review-{shape.row.ref}", format)
