"""Signing in: accounts are made by the secretariat, nobody signs up. A demonstration lets you be one of its cast."""

from __future__ import annotations

from typing import Any

from allauth.account import views
from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path
from django.views.decorators.http import require_POST

from mithaq.access.operations import note_arrival
from mithaq.access.reads import demonstration_cast


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Closed to sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        return subject

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        note_arrival(user.username)
        done: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return done


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the cast, without a password. Outside a demonstration, and for anybody else, there is no such page."""
    wanted = request.POST.get("account", "")
    if not settings.DEMO or wanted not in {member.account for member in demonstration_cast()}:
        raise Http404
    account = get_user_model().objects.get(username=wanted)
    note_arrival(wanted)
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)


urlpatterns = [
    path("", views.login, name="account_login"),
    path("out/", views.logout, name="account_logout"),
    path("as/", demo_sign_in, name="demo_sign_in"),
    path("closed/", views.signup, name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("password/", views.password_change, name="account_change_password"),
    path("password/first/", views.password_set, name="account_set_password"),
    path("forgotten/", views.password_reset, name="account_reset_password"),
    path("forgotten/sent/", views.password_reset_done, name="account_reset_password_done"),
    path("forgotten/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^forgotten/(?P<uidb36>\w+?)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
