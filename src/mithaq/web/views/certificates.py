"""Certificates that expire: whose, until when, and the run of the course to nominate for next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.register.training.reads import expiring as expiring_of
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of


@require_GET
def expiring(request: HttpRequest) -> HttpResponse:
    """All certificates that expire or did, of those whose names the viewer may see, filtered by the address."""
    given = asked(request, expiring_of)
    context = {"listing": expiring_of(viewer_of(request), **given), "given": given, "applied": applied(given)}
    return render(request, "training/expiring.html", context)
