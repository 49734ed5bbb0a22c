"""Fact sheets, which everybody may open, signed in or not: those that were issued, one of them, and its file."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import parties
from mithaq.core.errors import Absent
from mithaq.register.outreach.reads import sheet_list, sheet_page
from mithaq.register.outreach.sheet_paper import sheet_paper
from mithaq.register.programmes.reads import area_names
from mithaq.web.files import asked_language, check_format, file_of, under_initiative
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of


@login_not_required
@require_GET
def sheets(request: HttpRequest) -> HttpResponse:
    """The sheets that were issued, the newest first; to those who compose them also what is not issued yet."""
    viewer, given = viewer_of(request), asked(request, sheet_list)
    context: dict[str, Any] = {"listing": sheet_list(viewer, **given), "given": given, "applied": applied(given)}
    context["composes"] = Permission.FACTS_ISSUE in viewer.permissions
    return render(request, "outreach/sheets.html", context)


@login_not_required
@require_GET
def sheet(request: HttpRequest, fact_sheet: str) -> HttpResponse:
    """One sheet as the public sees it; to those who compose it also what is left out."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = sheet_page(viewer, fact_sheet=fact_sheet)
        areas = area_names(viewer)
    return render(request, "outreach/sheet.html", {"page": page, "row": page.row, "may": page.may, "areas": areas})


@login_not_required
@require_GET
def sheet_file(request: HttpRequest, fact_sheet: str, format: str) -> HttpResponse:
    """The same as a file, in one language. Absent once it was withdrawn."""
    check_format(format)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = sheet_page(viewer, fact_sheet=fact_sheet)
        names = {code: name.short for code, name in parties(viewer).items()}
        areas = area_names(viewer)
        paper = under_initiative(viewer, sheet_paper(shape, names, areas, asked_language(request)))
    if shape.row.state == "withdrawn":
        raise Absent
    name = f"facts-{shape.row.ref or 'draft'}"
    return file_of(paper, name, format)
