"""The roster of trainers, and one of them with the runs in which they teach and what was said of these."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.register.instruments.reads import trainer_feedback
from mithaq.register.training.reads import centre_list, trainer_list, trainer_page
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.signs import SIGNS


@require_GET
def roster(request: HttpRequest) -> HttpResponse:
    """All trainers whom the viewer may see, filtered by the address."""
    viewer, given = viewer_of(request), asked(request, trainer_list)
    with one_visit(viewer):
        context = {"listing": trainer_list(viewer, **given), "given": given, "applied": applied(given)}
        context |= {"centres": centre_list(viewer), "tongues": SIGNS["language"]}
    return render(request, "training/trainers.html", context)


@require_GET
def trainer(request: HttpRequest, trainer: str) -> HttpResponse:
    """One trainer: languages, subjects, home, the runs, and what was said of them where the viewer may see it."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page, feedback = trainer_page(viewer, trainer=trainer), trainer_feedback(viewer, trainer=trainer)
    return render(request, "training/trainer.html", {"page": page, "one": page.row, "feedback": feedback})
