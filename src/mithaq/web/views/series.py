"""Series of meetings and their cadence, how much dialogue there was a year, and the formats that meetings have."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.core import clock
from mithaq.register.meetings.cadence import months_between
from mithaq.register.meetings.reads import (
    DialogueIndex,
    SeriesPage,
    dialogue_index,
    format_list,
    right_list,
    series_list,
    series_page,
)
from mithaq.register.outreach.reads import lines_in_force
from mithaq.web.charts import index_chart, interval_chart
from mithaq.web.days import tongue
from mithaq.web.listing import asked
from mithaq.web.middleware import viewer_of


@require_GET
def all_series(request: HttpRequest) -> HttpResponse:
    """All series with their cadence: when each met last, by when it should meet again, which are late."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        context: dict[str, Any] = {"series": series_list(viewer), "formats": _formats(request)}
    context["manages"] = Permission.MEETINGS_MANAGE in viewer.permissions
    return render(request, "series/list.html", context)


@require_GET
def one_series(request: HttpRequest, series: str) -> HttpResponse:
    """One series: its intervals against the target, when it is due, who hosts, and all its meetings."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = series_page(viewer, series=series)
        context: dict[str, Any] = {"page": page, "formats": _formats(request)}
        context["in_force"] = lines_in_force(viewer, series=page.code)
    name = page.name.in_language(tongue())
    chart = interval_chart(page.beats, page.every_months, page.tolerance_months, _since(page), name)
    context |= {"chart": chart}
    context |= {"since": _since(page), "held": [beat for beat in page.beats if beat.held]}
    context["manages"] = Permission.MEETINGS_MANAGE in viewer.permissions
    return render(request, "series/page.html", context)


def _since(page: SeriesPage) -> float | None:
    """The months since it met last, where it should meet again and that day is known."""
    held = [beat for beat in page.beats if beat.held]
    today = clock.today(timezone.get_current_timezone_name()).isoformat()
    return months_between(held[-1].date, today) if held and page.every_months else None


def _formats(request: HttpRequest) -> dict[str, Any]:
    return {one.code: one.name for one in format_list(viewer_of(request))}


@require_GET
def dialogue(request: HttpRequest) -> HttpResponse:
    """How many meetings were held a year, by level, party and host."""
    viewer = viewer_of(request)
    given = asked(request, dialogue_index)
    index: DialogueIndex = dialogue_index(viewer, **given)
    tables = {name: _rows(index, name) for name in ("level", "party", "host")}
    context = {"index": index, "chart": index_chart(index), "given": given, **tables}
    return render(request, "series/dialogue.html", context)


def _rows(index: DialogueIndex, by: str) -> list[tuple[str, list[int], int]]:
    """For each level, party or host: how many in each year, and together; the most first, levels in their order."""
    counted = {(cell.key, cell.year): cell.meetings for cell in getattr(index, f"by_{by}")}
    keys = index.levels if by == "level" else sorted({key for key, _ in counted})
    rows = [(key, [counted.get((key, year), 0) for year in index.years]) for key in keys]
    told = [(key, years, sum(years)) for key, years in rows]
    return told if by == "level" else sorted(told, key=lambda row: (-row[2], row[0]))


@require_GET
def formats(request: HttpRequest) -> HttpResponse:
    """The kinds of meetings: who may do what at them, and which way they go."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        context: dict[str, Any] = {"formats": format_list(viewer), "rights": right_list(viewer)}
    context["manages"] = Permission.MEETINGS_MANAGE in viewer.permissions
    return render(request, "series/formats.html", context)
