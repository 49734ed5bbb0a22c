"""Every problem as one page with its status. What is hidden and what does not exist read the same."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views import defaults

from mithaq.core.errors import Absent, Problem, Refused, TooMuch
from mithaq.extraction.limits import FILE_BYTES, MEGABYTE

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


def unfit(request: HttpRequest, exception: Exception) -> HttpResponse:
    """For what Django itself does not take in: what is too much says how to go on, what cannot be made out is 400.html."""
    problem = _too_much(exception)
    return said(request, problem) if problem else defaults.bad_request(request, exception)


def _too_much(exception: Exception) -> TooMuch | None:
    match exception:
        case RequestDataTooBig():
            return TooMuch(
                "What was typed or pasted is larger than %(limit)s MB, and nothing of it was kept. "
                "Go back and put the text in as a file of up to %(file)s MB, or send it in parts.",
                limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE // MEGABYTE,
                file=FILE_BYTES // MEGABYTE,
            )
        case TooManyFilesSent():
            return TooMuch(
                "These are more than %(limit)s files, and none of them was kept. Go back and send them in several goes.",
                limit=settings.DATA_UPLOAD_MAX_NUMBER_FILES,
            )
        case TooManyFieldsSent():
            return TooMuch(
                "The page sent more than %(limit)s values, and nothing was done. Go back and do it in several goes.",
                limit=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS,
            )
    return None


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
