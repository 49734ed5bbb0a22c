"""Every problem as one page with its status. What is hidden and what does not exist read the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from mithaq.core.errors import Absent, Problem, Refused

LONG = 20  # typed texts longer than this are worth giving back
SECRETS = ("password", "secret")  # in the name of a field: what is typed there is never shown again


def said(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The page that tells this problem and what to do; a fragment where htmx asked for one."""
    context = {"problem": problem, "message": problem.say(gettext), "typed": _typed(request)}
    template = "parts/problem.html" if getattr(request, "htmx", False) else "problem.html"
    return render(request, template, context, status=problem.status)


def absent(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For addresses that lead nowhere."""
    return said(request, Absent())


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For what Django itself refuses."""
    return said(request, Refused())


def _typed(request: HttpRequest) -> list[str]:
    """The sentences of a form that could not be taken, so that nobody has to write them again."""
    sent = request.POST.lists() if request.method == "POST" else ()
    return [
        text
        for name, texts in sent
        if not any(secret in name for secret in SECRETS)
        for text in texts
        if len(text) > LONG and " " in text
    ]
