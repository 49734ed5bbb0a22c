"""Message houses: the list, and one of them with its lines, their proofs and who agreed; the handout."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.reads import parties
from mithaq.register.outreach.handout_paper import handout_paper
from mithaq.register.outreach.reads import house_list, house_page, line_page
from mithaq.register.programmes.reads import area_names
from mithaq.web.files import asked_language, check_format, file_of
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.signs import SIGNS


@require_GET
def houses(request: HttpRequest) -> HttpResponse:
    """Message houses, the newest first, as the address filters them."""
    viewer, given = viewer_of(request), asked(request, house_list)
    with one_visit(viewer):
        context: dict[str, Any] = {"listing": house_list(viewer, **given), "areas": area_names(viewer)}
    context |= {"given": given, "applied": applied(given), "states": SIGNS["message"]}
    context["opens"] = Permission.OUTREACH_WRITE in viewer.permissions
    return render(request, "outreach/houses.html", context)


@require_GET
def house(request: HttpRequest, house: str) -> HttpResponse:
    """One house: its message and lines, what proves them, who agreed; the positions of its theme and its series beside them."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = house_page(viewer, house=house)
        areas = area_names(viewer)
    return render(request, "outreach/house.html", {"page": page, "row": page.row, "may": page.may, "areas": areas})


@require_GET
def line(request: HttpRequest, line: str) -> HttpResponse:
    """To the line, on the page of its house."""
    page = line_page(viewer_of(request), line=line)
    return redirect(reverse("house", args=[page.house.public_id]) + f"#{page.shown.public_id}")


@require_GET
def handout(request: HttpRequest, house: str, format: str) -> HttpResponse:
    """The house on one page in both languages, laid out in one of them, cut for whoever takes it along."""
    check_format(format)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = house_page(viewer, house=house)
        names = {code: name.short for code, name in parties(viewer).items()}
    return file_of(handout_paper(shape, names, asked_language(request)), f"messages-{shape.row.ref}", format)
