"""Joint goals with their measure; milestones of the initiative and the pack of an anniversary."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.reads import parties
from mithaq.register.consultations.anniversary_paper import anniversary_paper
from mithaq.register.consultations.reads import AnniversaryPack, anniversary_pack, goal_list, milestone_list
from mithaq.register.programmes.reads import area_names
from mithaq.web.files import asked_language, check_format, file_of
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of

ROUND = (5, 10, 15, 20, 25, 30, 40, 50)  # years of which a pack is offered


@require_GET
def goals(request: HttpRequest) -> HttpResponse:
    """Interests, the joint goals out of each, and what was measured."""
    viewer, given = viewer_of(request), asked(request, goal_list)
    with one_visit(viewer):
        page = goal_list(viewer, **given)
        context: dict[str, Any] = {"page": page, "may": page.may, "areas": area_names(viewer)}
    context |= {"given": given, "applied": applied(given)}
    return render(request, "consultations/goals.html", context)


@require_GET
def milestones(request: HttpRequest) -> HttpResponse:
    """The dated facts of the initiative, and what can be told on their anniversaries."""
    found = [(one, offered(one.years, one.turns)) for one in milestone_list(viewer_of(request))]
    return render(request, "consultations/milestones.html", {"milestones": found})


def offered(years: int, turns: int) -> list[int]:
    """The round anniversaries there were, and the next one whatever its number."""
    return sorted({*(one for one in ROUND if one <= years), turns} - {0})


@require_GET
def pack(request: HttpRequest) -> HttpResponse:
    """What was achieved from a milestone to one of its anniversaries."""
    return render(request, "consultations/pack.html", {"page": _pack(request)})


@require_GET
def pack_file(request: HttpRequest, format: str) -> HttpResponse:
    """The same as a file, in one language."""
    check_format(format)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = _pack(request)
        names = {code: name.short for code, name in parties(viewer).items()}
    return file_of(anniversary_paper(shape, names, asked_language(request)), f"{shape.years}-years", format)


def _pack(request: HttpRequest) -> AnniversaryPack:
    return anniversary_pack(viewer_of(request), **{"milestone": "", **asked(request, anniversary_pack)})
