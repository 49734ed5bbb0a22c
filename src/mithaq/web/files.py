"""Papers as files to take along: a page of HTML that needs nothing else, PDF, Word."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Literal

from django.http import Http404, HttpRequest, HttpResponse

from mithaq.access.reads import house
from mithaq.access.viewer import Viewer
from mithaq.core.days import Language
from mithaq.papers.page import page
from mithaq.papers.report import Paper
from mithaq.papers.typeset import pdf
from mithaq.papers.word import docx
from mithaq.web.days import tongue

FORMATS: dict[str, tuple[Callable[[Paper], bytes], str]] = {
    "html": (page, "text/html; charset=utf-8"),
    "pdf": (pdf, "application/pdf"),
    "docx": (docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


PRINTED = ("pdf", "docx")  # what is a paper and nothing else


def asked_language(request: HttpRequest) -> Language:
    """The language that the address asks for, else that of the page."""
    asked = request.GET.get("language")
    language: Literal["ar", "en"] = "ar" if asked == "ar" else "en" if asked == "en" else tongue()
    return language


def check_format(format: str, made: Collection[str] = FORMATS) -> None:
    """Http404 unless the paper is made in this format; of those in which papers are."""
    if format not in made:
        raise Http404


def under_initiative(viewer: Viewer, paper: Paper) -> Paper:
    """The paper with the name of the initiative below its title."""
    return replace(paper, subtitle=house(viewer).initiative.in_language(paper.language))


def file_of(paper: Paper, name: str, format: str) -> HttpResponse:
    """The paper as a file to be saved, never shown by the browser as a page of this house: `name` with language and format."""
    check_format(format)
    make, kind = FORMATS[format]
    response = HttpResponse(make(paper), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="mithaq-{name}-{paper.language}.{format}"'
    return response
