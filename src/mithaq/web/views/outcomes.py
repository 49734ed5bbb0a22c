"""Outcomes of a meeting: put under another item of its agenda. They are recorded on the page of an act."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from mithaq.web.sending import act
from mithaq.web.toasts import toast


@require_POST
def place(request: HttpRequest, meeting: str) -> HttpResponse:
    """Put an outcome, or a commitment that was read in a paper, under another item or under none."""
    act(request, "outcomes.place", meeting=meeting)
    toast(request, gettext("The outcome stands there now."))
    return redirect(reverse("meeting", args=[meeting]) + "#outcomes")
