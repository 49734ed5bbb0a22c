"""Who is at the door, and the few errors of operations and reads said as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from mithaq.access.viewer import PUBLIC_EYES, Viewer
from mithaq.core.errors import Problem


def viewer_of(request: HttpRequest) -> Viewer:
    """The signed-in account as a viewer; the public's eyes where nobody is signed in."""
    user = request.user
    return user.viewer() if user.is_authenticated else PUBLIC_EYES


class Doorkeeper:
    """Says every Problem as one page with its status. Nothing here is cached by anybody on the way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Problem):
            return None
        context = {"problem": error, "message": error.say(gettext)}
        return render(request, "problem.html", context, status=error.status)
