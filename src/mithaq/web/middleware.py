"""Who is at the door, in which language and look; and the few errors of operations and reads said as pages."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from mithaq.access.viewer import PUBLIC_EYES, Viewer
from mithaq.core.errors import Problem
from mithaq.web.look import COOKIE, Look, looking_like
from mithaq.web.problems import said

Next = Callable[[HttpRequest], HttpResponse]


def viewer_of(request: HttpRequest) -> Viewer:
    """The signed-in account as a viewer; the public's eyes where nobody is signed in."""
    user = request.user
    return user.viewer() if user.is_authenticated else PUBLIC_EYES


def language_of(request: HttpRequest) -> str:
    """What was chosen on this device, else the account's language, else Arabic: no guess from the browser.

    A program says its language in every request (``Accept-Language``).
    """
    if request.path.startswith("/api/"):
        return translation.get_language_from_request(request)
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    own = request.user.language if request.user.is_authenticated else ""
    known = dict(settings.LANGUAGES)
    return next((language for language in (chosen, own) if language in known), settings.LANGUAGE_CODE)


class AsChosen:
    """Every page in the language and look that its reader chose."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language), looking_like(Look.kept(request.COOKIES.get(COOKIE, ""))):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class Doorkeeper:
    """Says every Problem as one page with its status. Nothing here is cached by anybody on the way."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return to_sign_in(request) if is_cut_off(request, response) else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Problem):
            return None
        return said(request, error)


def is_cut_off(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether a part of a page was asked for by somebody who is no longer signed in."""
    gone = getattr(response, "url", "").startswith(reverse(settings.LOGIN_URL))
    return bool(HtmxDetails(request)) and gone


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sends the whole page to sign in and back, instead of showing the sign-in page inside a part of it."""
    here = urlencode({"next": HtmxDetails(request).current_url_abs_path or "/"})
    return HttpResponseClientRedirect(f"{reverse(settings.LOGIN_URL)}?{here}")
