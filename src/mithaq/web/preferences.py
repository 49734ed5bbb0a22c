"""Language, theme, digits, calendars, keys: on this device, and the language also in the account."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from mithaq.access import operations, reads
from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.web.look import CHOICES, COOKIE, current_look
from mithaq.web.middleware import language_of, viewer_of

YEAR = 365 * 24 * 3600


class Preferences(forms.Form):
    """All that somebody can choose about pages."""

    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=forms.RadioSelect, label=_("Language"))
    theme = forms.ChoiceField(
        choices=[("auto", _("As this device")), ("light", _("Light")), ("dark", _("Dark"))],
        widget=forms.RadioSelect,
        label=_("Light or dark"),
    )
    digits = forms.ChoiceField(
        choices=[("latin", "0123"), ("arabic", "٠١٢٣")],
        widget=forms.RadioSelect,
        label=_("Digits on Arabic pages"),
        help_text=_("Quotations and references keep the digits of their source."),
    )
    calendars = forms.ChoiceField(
        choices=[("both", _("Gregorian and Hijri")), ("gregorian", _("Gregorian alone"))],
        widget=forms.RadioSelect,
        label=_("Calendars"),
    )
    keys = forms.ChoiceField(
        choices=[("keys", _("On")), ("nokeys", _("Off"))],
        widget=forms.RadioSelect,
        label=_("Single keys"),
        help_text=_("Switch them off if you dictate, or if they get in your way."),
    )


@login_not_required
@require_GET
def preferences(request: HttpRequest) -> HttpResponse:
    """The page."""
    look = current_look()
    chosen = {name: getattr(look, name) for name in CHOICES} | {"language": language_of(request)}
    context: dict[str, Any] = {"form": Preferences(initial=chosen)}
    viewer = viewer_of(request)
    if Permission.ACCOUNTS_SELF in viewer.permissions:
        with one_visit(viewer):
            context["account"] = mine = reads.me(viewer)
            officers = reads.officers(viewer, party=viewer.party) if viewer.party else ()
        context["colleagues"] = [officer for officer in officers if officer.account != mine.account]
    return render(request, "pages/preferences.html", context)


@login_not_required
@require_POST
def set_look(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen of the look; what was not sent stays as it was."""
    sent = {name: request.POST[name] for name, known in CHOICES.items() if request.POST.get(name) in known}
    response = back(request)
    _keep(response, COOKIE, replace(current_look(), **sent).cookie)
    if "language" in request.POST:
        _speak(request, response)
    return response


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Go on in this language, here and in the account's mail."""
    response = back(request)
    _speak(request, response)
    return response


def _speak(request: HttpRequest, response: HttpResponse) -> None:
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        return
    _keep(response, settings.LANGUAGE_COOKIE_NAME, language)
    viewer = viewer_of(request)
    if Permission.ACCOUNTS_SELF in viewer.permissions:
        operations.set_language(viewer, language=language)


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=settings.SECURE)


def back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page of ours that the form names as `next`, else to the preferences."""
    here = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(here, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return redirect(here if ours else reverse("preferences"))
