"""The page one comes to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for me, what is late, what comes."""
    return render(request, "pages/desk.html")
