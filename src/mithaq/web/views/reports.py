"""Reports on training as pages and as files: of a run, of a course, an area or a party in it, of a release, of a party's part of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_GET

from mithaq.core.days import Language
from mithaq.papers.sheets import csv_rows
from mithaq.papers.typeset import pdf
from mithaq.register.parties.scribe import Scribe
from mithaq.web.days import tongue
from mithaq.web.files import asked_language
from mithaq.web.middleware import viewer_of
from mithaq.web.reporting import (
    Kept,
    Report,
    kept_release,
    kept_run,
    of_area,
    of_course,
    of_own,
    of_party,
    of_release,
    of_run,
)

if TYPE_CHECKING:
    from mithaq.reviews.runs.content import Content

FORMATS = ("pdf", "csv", "json")
Answer = HttpResponse | StreamingHttpResponse
Pages = Sequence[tuple[str, str]]
Links = Sequence[tuple[str, Pages]]
"""Words and an address; a heading over several."""


@require_GET
def run(request: HttpRequest, run: str) -> HttpResponse:
    """The whole run, as the secretariat reads it, with the reports of its courses and parties."""
    viewer = viewer_of(request)
    report, content = of_run(viewer, kept_run(viewer, run), tongue())
    ways = [(gettext("How it was made"), reverse("run-made", args=[run])), (gettext("Findings"), reverse("findings"))]
    return _page(request, report, "run", run, beside=_beside(report, content), ways=ways)


@require_GET
def run_file(request: HttpRequest, run: str, format: str) -> Answer:
    """The same as a file."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    return _file(request, lambda language: of_run(viewer, kept, language)[0], kept.file_name, format)


@require_GET
def course(request: HttpRequest, run: str, course_code: str) -> HttpResponse:
    """One course of a run, as its director reads it."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    report = of_course(viewer, kept, course_code, tongue())
    about = urlencode({"q": course_code})
    ways = [(gettext("Findings about this course"), f"{reverse('findings')}?{about}")]
    ways.append((gettext("Success cases"), f"{reverse('cases')}?{about}"))
    return _page(request, report, "run-course", run, course_code, up=_up(kept), ways=ways)


@require_GET
def course_file(request: HttpRequest, run: str, course_code: str, format: str) -> Answer:
    """The same as a file."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    name = f"{kept.file_name}-{course_code}"
    return _file(request, lambda language: of_course(viewer, kept, course_code, language), name, format)


@require_GET
def area(request: HttpRequest, run: str, area: str) -> HttpResponse:
    """One area of a run: its courses beside each other, and the people of each party in it."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    return _page(request, of_area(viewer, kept, area, tongue()), "run-area", run, area, up=_up(kept))


@require_GET
def area_file(request: HttpRequest, run: str, area: str, format: str) -> Answer:
    """The same as a file."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    return _file(request, lambda language: of_area(viewer, kept, area, language), f"{kept.file_name}-{area}", format)


@require_GET
def party(request: HttpRequest, run: str, party: str) -> HttpResponse:
    """The people of one party in a run, as its ministry reads it."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    return _page(request, of_party(viewer, kept, party, tongue()), "run-party", run, party, up=_up(kept))


@require_GET
def party_file(request: HttpRequest, run: str, party: str, format: str) -> Answer:
    """The same as a file."""
    viewer = viewer_of(request)
    kept = kept_run(viewer, run)
    return _file(request, lambda language: of_party(viewer, kept, party, language), f"{kept.file_name}-{party}", format)


@require_GET
def release(request: HttpRequest, release: str) -> HttpResponse:
    """What a release shows, with the way to the viewer's own part of it."""
    kept = kept_release(viewer_of(request), release)
    ways = [(gettext("The release"), reverse("release", args=[release]))]
    if kept.part:
        ways.append((gettext("Your own part"), reverse("release-own", args=[release])))
    return _page(request, of_release(kept, tongue()), "release-report", release, ways=ways)


@require_GET
def release_file(request: HttpRequest, release: str, format: str) -> Answer:
    """The same as a file."""
    kept = kept_release(viewer_of(request), release)
    return _file(request, lambda language: of_release(kept, language), kept.file_name, format)


@require_GET
def own(request: HttpRequest, release: str) -> HttpResponse:
    """The viewer's own people, beside what was released of all."""
    viewer = viewer_of(request)
    kept = kept_release(viewer, release)
    up = [(kept.ref, reverse("release-report", args=[release]))]
    return _page(request, of_own(viewer, kept, tongue()), "release-own", release, up=up)


@require_GET
def own_file(request: HttpRequest, release: str, format: str) -> Answer:
    """The same as a file."""
    viewer = viewer_of(request)
    kept = kept_release(viewer, release)
    return _file(request, lambda language: of_own(viewer, kept, language), f"{kept.file_name}-{viewer.party}", format)


def _up(kept: Kept) -> list[tuple[str, str]]:
    return [(kept.ref, reverse("run", args=[kept.public_id]))]


def _page(
    request: HttpRequest, report: Report, name: str, *args: str, up: Pages = (), ways: Pages = (), beside: Links = (),
) -> HttpResponse:  # fmt: skip
    """The page of a report. Its files stand under the name of the page with ``-file`` behind it."""
    files = reverse(f"{name}-file", args=[*args, "pdf"]).removesuffix(".pdf")
    context = {
        "report": report.told,
        "seen": report.seen,
        "files": files,
        "crumbs": up,
        "ways": ways,
        "beside": beside,
        "places": {name: reverse("course", args=[course]) for name, course in report.courses.items()},
    }
    return render(request, "reports/report.html", context)


def _beside(report: Report, content: Content) -> Links:
    """The other reports of the run: name of a list, and its links."""
    run, speak = report.kept.public_id, report.speak
    courses = [
        (f"{one.code} {speak.said(one.title)}", reverse("run-course", args=[run, one.code])) for one in content.courses
    ]
    areas = [(speak.area(one.area), reverse("run-area", args=[run, one.area])) for one in content.areas if one.area]
    parties = [(speak.party(one.party), reverse("run-party", args=[run, one.party])) for one in content.parties]
    told = (
        (gettext("Reports of single courses"), courses),
        (gettext("Reports of single areas"), areas),
        (gettext("Reports of single parties"), parties),
    )
    return [(name, links) for name, links in told if links]


def _file(request: HttpRequest, tell: Callable[[Language], Report], name: str, format: str) -> Answer:
    """A report as a file to be saved. Http404 unless reports are made in this format."""
    if format not in FORMATS:
        raise Http404
    with override(language := asked_language(request)):
        response = _made(tell(language), format)
    response["Content-Disposition"] = f'attachment; filename="mithaq-{name}-{language}.{format}"'
    return response


def _made(report: Report, format: str) -> Answer:
    from mithaq.reviews.runs.telling.files import COLUMNS, plain, rows_of  # noqa: PLC0415  brings numpy
    from mithaq.reviews.runs.telling.paper import paper_of  # noqa: PLC0415

    speak, told = report.speak, report.told
    if format == "pdf":
        label = Scribe(told.language, report.kept.parties).label(report.seen)
        return HttpResponse(pdf(paper_of(speak, told, label)), content_type="application/pdf")
    if format == "csv":
        rows = csv_rows([speak.words(one) for one in COLUMNS], list(rows_of(told)))
        return StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    text = json.dumps(plain(told), ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/json; charset=utf-8")
