"""The memory of the table: a page before a meeting, and files to take along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.followup.memory_paper import memory_paper
from mithaq.followup.reads import table_memory
from mithaq.web.files import asked_language, check_format, file_of
from mithaq.web.middleware import viewer_of


@require_GET
def memory(request: HttpRequest, meeting: str) -> HttpResponse:
    """What was said at the earlier meetings, what came of it, what is said again, where the parties stand, what is open."""
    page = table_memory(viewer_of(request), meeting=meeting)
    return render(request, "consultations/memory.html", {"page": page, "areas": page.areas})


@require_GET
def memory_file(request: HttpRequest, meeting: str, format: str) -> HttpResponse:
    """The same as one file, in one language, cut for whoever takes it along."""
    check_format(format)
    shape = table_memory(viewer_of(request), meeting=meeting)
    return file_of(memory_paper(shape, asked_language(request)), f"memory-{shape.meeting.ref}", format)
