"""The self-assessment pack of a centre: what is in it, how many pages it has, and its files."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.papers.report import Paper
from mithaq.papers.typeset import pages_of, pdf
from mithaq.register.training.dossier_paper import BUDGET, dossier_paper
from mithaq.register.training.reads import dossier_pack
from mithaq.web.days import tongue
from mithaq.web.files import PRINTED, asked_language, check_format, file_of
from mithaq.web.middleware import viewer_of

MET = ("yes", "part", "no", "")


@require_GET
def pack(request: HttpRequest, dossier: str) -> HttpResponse:
    """The pack as it is today: how the criteria stand, on which of them work remains, and, where it is asked for (`pages`), whether
    it keeps its page budget. To tell that, the whole PDF is set: the page asks for it when it is there already."""
    shown = dossier_pack(viewer_of(request), dossier=dossier)
    pages = _pages(dossier_paper(shown, tongue())) if "pages" in request.GET else 0
    context = {"pack": shown, "one": shown.dossier, "pages": pages, "budget": BUDGET}
    context |= {"counts": [(code, shown.counts.get(code, 0)) for code in MET]}
    context["overdue"] = [course for course in shown.courses if course.overdue]
    return render(request, "training/pack.html", context)


@lru_cache(maxsize=16)
def _pages(paper: Paper) -> int:
    """How many pages this paper has as PDF; the same one is set once."""
    return pages_of(pdf(paper))


@require_GET
def paper(request: HttpRequest, dossier: str, format: str) -> HttpResponse:
    """The pack as PDF or Word, in the language that is asked for."""
    check_format(format, PRINTED)
    shown = dossier_pack(viewer_of(request), dossier=dossier)
    return file_of(dossier_paper(shown, asked_language(request)), f"dossier-{shown.dossier.centre}", format)
