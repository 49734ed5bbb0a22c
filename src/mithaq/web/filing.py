"""What helps while a form is being filled in: who will see it, and the draft that is kept."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from mithaq.access import reads
from mithaq.access.operation import OPERATIONS
from mithaq.web.middleware import viewer_of


@login_not_required
@require_GET
def audience(request: HttpRequest) -> HttpResponse:
    """Who would see a thing of this level, released to these parties, by name."""
    released = ",".join(request.GET.getlist("audience"))
    shown = reads.audience(viewer_of(request), level=request.GET.get("level", ""), released=released)
    return render(request, "parts/audience_preview.html", {"audience": shown})


@require_GET
def draft(request: HttpRequest) -> JsonResponse:
    """What this account had typed into the form named ``form`` and not sent: field -> text or list of texts."""
    return JsonResponse(reads.draft(viewer_of(request), form=request.GET.get("form", "")))


@require_POST
def keep_draft(request: HttpRequest) -> HttpResponse:
    """Keep what was typed: ``form`` names the form, ``typed`` is JSON."""
    sent = request.POST
    OPERATIONS["drafts.keep"].run(viewer_of(request), form=sent.get("form", ""), typed=sent.get("typed", ""))
    return HttpResponse(status=204)


@require_POST
def drop_draft(request: HttpRequest) -> HttpResponse:
    """Forget it: it was sent, or its writer started afresh."""
    OPERATIONS["drafts.drop"].run(viewer_of(request), form=request.POST.get("form", ""))
    return HttpResponse(status=204)
