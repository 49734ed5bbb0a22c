"""A form that is filled on a phone by a one-time link, signed in or not."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from mithaq.core.errors import Invalid, Problem
from mithaq.register.instruments.by_link import Spent, fill, form_of
from mithaq.web.days import tongue

SCALE = range(1, 6)


@login_not_required
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, link: str) -> HttpResponse:
    """The questions; sent once, then the link opens nothing any more. What does not fit stays as it was answered."""
    try:
        asked = form_of(link)
        context: dict[str, Any] = {"asked": asked, "link": link, "scale": SCALE, "given": {}}
        if request.method != "POST":
            return _unlisted(render(request, "instruments/form.html", context))
        given = {str(one.number): request.POST.get(f"q{one.number}", "") for one in asked.questions}
        fill(link, given, language=tongue())
    except Spent as spent:
        return _unlisted(
            render(request, "instruments/spent.html", {"message": spent.say(gettext)}, status=spent.status)
        )
    except Invalid as problem:
        wrong = {field[1:]: told[0]["message"] for field, told in problem.errors.items()}
        context |= {
            "given": given,
            "wrong": wrong,
            "message": gettext("Some answers fit no question. They are marked below."),
        }
        return _unlisted(render(request, "instruments/form.html", context, status=problem.status))
    except Problem as problem:
        if problem.code != "no_answer":
            raise
        context |= {"given": given, "message": problem.say(gettext)}
        return _unlisted(render(request, "instruments/form.html", context, status=problem.status))
    return _unlisted(redirect("form-thanks"))


@login_not_required
@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """Said when a form was sent."""
    return render(request, "instruments/thanks.html")


def _unlisted(answer: HttpResponse) -> HttpResponse:
    """The link goes to no other place. (Not `no-referrer`: browsers would then send the form from an origin of null.)"""
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex"
    answer["Cache-Control"] = "private, no-store"
    return answer
