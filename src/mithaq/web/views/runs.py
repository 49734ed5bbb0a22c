"""Runs of the evaluation and what is released of them: lists, how a run was made, a release, the consent to it, raw data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.core.words import Bilingual
from mithaq.papers.sheets import csv_rows
from mithaq.register.programmes.reads import area_names
from mithaq.reviews.runs.reads import (
    Rows,
    consent_page,
    release_list,
    release_page,
    release_rows,
    releases_asked,
    run_json,
    run_list,
    run_made,
    run_rows,
)
from mithaq.web import bidi
from mithaq.web.listing import asked as asked_for
from mithaq.web.middleware import viewer_of

Answer = HttpResponse | StreamingHttpResponse

PROPOSED = "proposed-release"  # what the files of a release are called before it has a reference
NEGATIVE = re.compile(r"-\d+(\.\d+)?")  # as text it would be kept from running as a formula


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A line of what others would see of a party: area (None: all), year (0: all), people (None: hidden), mean gain and its
    interval."""

    area: Bilingual | None
    year: int
    n: int | None
    mean: float | None
    interval: SafeString | str


@require_GET
def run_and_release_list(request: HttpRequest) -> HttpResponse:
    """What the viewer's party is asked, the runs that the viewer sees, and the releases."""
    viewer = viewer_of(request)
    given = asked_for(request, run_list)
    with one_visit(viewer):
        context: dict[str, Any] = {"listing": run_list(viewer, **given), "releases": release_list(viewer)}
        context["asked"] = releases_asked(viewer)
    context["evaluates"] = Permission.FINDINGS_EVALUATE in viewer.permissions
    return render(request, "runs/list.html", context)


@require_GET
def releases(request: HttpRequest) -> HttpResponse:
    """All releases that the viewer sees."""
    viewer = viewer_of(request)
    listing = release_list(viewer, **asked_for(request, release_list))
    return render(request, "runs/releases.html", {"listing": listing})


@require_GET
def made(request: HttpRequest, run: str) -> HttpResponse:
    """How a run was made, whether it still comes out the same, what was released of it."""
    return render(request, "runs/made.html", {"page": run_made(viewer_of(request), run=run)})


@require_GET
def release(request: HttpRequest, release: str) -> HttpResponse:
    """A release: who agreed, whether it stood the attack, where its reports are."""
    page = release_page(viewer_of(request), release=release)
    return render(request, "runs/release.html", {"page": page, "row": page.row})


@require_GET
def consent(request: HttpRequest, consent: str) -> HttpResponse:
    """What a party is asked, and what others would see of it at most."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page, areas = consent_page(viewer, consent=consent), area_names(viewer)
    return render(request, "runs/consent.html", {"row": page.row, "lines": _preview(page.content, areas)})


def _preview(content: str, areas: dict[str, Bilingual]) -> list[PreviewRow]:
    kept = json.loads(content)
    cells = [*zip(kept["columns"], kept["cells"], strict=True), ({"area": None, "year": 0}, kept["row"])]
    return [
        PreviewRow(
            None if column["area"] is None else areas.get(column["area"], Bilingual("", column["area"])),
            *(column["year"], cell["n"], round(cell["gain"]["estimate"], 1) if cell["gain"] else None),
            _interval(cell["gain"]),
        )
        for column, cell in cells
    ]


def _interval(gain: dict[str, float] | None) -> SafeString | str:
    """From low to high in words; a dash would read as a sign, and between them Arabic would turn the two round."""
    if gain is None:
        return ""
    low, high = (bidi.island(bidi.in_signs(f"{gain[name]:.1f}".replace("-", "−"))) for name in ("low", "high"))
    return format_html(gettext("between {low} and {high}"), low=low, high=high)


@require_GET
def run_data(request: HttpRequest, run: str, format: str) -> Answer:
    """A run for machines: its whole content as JSON, or its courses as CSV."""
    viewer = viewer_of(request)
    if format == "json":
        return _json(run_json(viewer, run=run))
    return _csv(run_rows(viewer, run=run), format)


@require_GET
def release_data(request: HttpRequest, release: str, format: str) -> Answer:
    """A release for machines: all of it as JSON, or its table as CSV, hidden numbers empty."""
    viewer = viewer_of(request)
    if format == "json":
        page = release_page(viewer, release=release)
        content = json.loads(page.content) if page.content else None
        return _json({"ref": page.row.ref, "content": content, "attack": page.attack})
    return _csv(release_rows(viewer, release=release), format)


def _json(told: dict[str, Any]) -> HttpResponse:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mithaq-{told["ref"] or PROPOSED}.json"'
    return response


def _csv(rows: Rows, format: str) -> StreamingHttpResponse:
    if format != "csv":
        raise Http404
    cells = (tuple(float(cell) if NEGATIVE.fullmatch(cell) else cell for cell in row) for row in rows.rows)
    response = StreamingHttpResponse(csv_rows(rows.columns, cells), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="mithaq-{rows.ref or PROPOSED}.csv"'
    return response
