"""The papers of a meeting as files: its agenda, the list of participants, the invitation."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.register.meetings.draft_paper import TITLES, paper_of
from mithaq.register.meetings.reads import draft
from mithaq.web.files import PRINTED, asked_language, check_format, file_of, under_initiative
from mithaq.web.middleware import viewer_of


@require_GET
def paper(request: HttpRequest, meeting: str, paper: str, format: str) -> HttpResponse:
    """A paper of a meeting as PDF or Word, in the language that is asked for. `party`: whose invitation."""
    check_format(format, PRINTED)
    if paper not in TITLES:
        raise Http404
    language = asked_language(request)
    viewer = viewer_of(request)
    with one_visit(viewer):
        shape = draft(viewer, meeting=meeting, kind=paper, party=request.GET.get("party", ""), language=language)
        made = under_initiative(viewer, paper_of(shape, language))
    return file_of(made, f"{paper}-{shape.page.row.ref}", format)
