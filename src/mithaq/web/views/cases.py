"""Success cases: the queue, a case with its interview, a draw made again, what the cases of a course tell together,
and as a paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.reads import parties
from mithaq.core import clock
from mithaq.reviews.cases.paper import cases_paper
from mithaq.reviews.cases.reads import case_list as cases_of
from mithaq.reviews.cases.reads import case_page, cases_of_course, draw_page
from mithaq.web.files import PRINTED, asked_language, check_format, file_of, under_initiative
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.places import place_of
from mithaq.web.signs import SIGNS


@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    """All cases, filtered by the address: what waits for an interview, what waits for a second person."""
    given = asked(request, cases_of)
    context: dict[str, Any] = {"listing": cases_of(viewer_of(request), **given), "given": given}
    context |= {"applied": applied(given), "states": SIGNS["case"], "sides": SIGNS["case_side"]}
    return render(request, "cases/list.html", context)


@require_GET
def case(request: HttpRequest, case: str) -> HttpResponse:
    """One case: whom it is about, what the person answered, what was said in the interview, who confirmed it."""
    page = case_page(viewer_of(request), case=case)
    context = {"page": page, "row": page.row, "may": page.row.may, "told": page.interview}
    return render(request, "cases/page.html", context | {"draw_place": place_of("draw", page.row.draw)})


@require_GET
def draw(request: HttpRequest, draw: str) -> HttpResponse:
    """One draw: its people, from how many, by which rule and seed, and whether it comes out the same again."""
    page = draw_page(viewer_of(request), draw=draw)
    ends = [(side, [one for one in page.cases if one.side == side]) for side in ("high", "low")]
    return render(request, "cases/draw.html", {"page": page, "row": page.row, "checked": page.checked, "ends": ends})


@require_GET
def of_course(request: HttpRequest, course: str) -> HttpResponse:
    """What the confirmed cases of a course tell, and its draws."""
    return render(request, "cases/course.html", {"told": cases_of_course(viewer_of(request), course=course)})


@require_GET
def paper(request: HttpRequest, course: str, format: str) -> HttpResponse:
    """The same as PDF or Word, in the language that is asked for."""
    check_format(format, PRINTED)
    viewer = viewer_of(request)
    with one_visit(viewer):
        told = cases_of_course(viewer, course=course)
        names = {code: one.short for code, one in parties(viewer).items()}
        paper = under_initiative(viewer, cases_paper(told, names, asked_language(request), clock.now()))
    return file_of(paper, f"cases-{told.course.code}", format)
