"""The papers of a meeting as files: its agenda, the list of participants, the invitation."""

from __future__ import annotations

from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from mithaq.register.meetings.draft_paper import TITLES, paper_of
from mithaq.register.meetings.reads import draft
from mithaq.web.days import tongue
from mithaq.web.middleware import viewer_of
from mithaq.web.views.desk import FILES


@require_GET
def paper(request: HttpRequest, meeting: str, paper: str, format: str) -> HttpResponse:
    """A paper of a meeting as PDF or Word, in the language that is asked for. `party`: whose invitation."""
    if format not in FILES or paper not in TITLES:
        raise Http404
    language: Literal["ar", "en"] = "en" if request.GET.get("language", tongue()) == "en" else "ar"
    shape = draft(
        viewer_of(request), meeting=meeting, kind=paper, party=request.GET.get("party", ""), language=language
    )
    make, kind = FILES[format]
    response = HttpResponse(make(paper_of(shape, language)), content_type=kind)
    name = f"mithaq-{paper}-{shape.page.row.ref}-{language}.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
