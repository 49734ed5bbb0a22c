"""Accounts for those who manage them; and for everybody: the keys of one's own programs, and who stands in for one."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mithaq.access.operation import OPERATIONS, cleaned_by, one_visit
from mithaq.access.operations import TOKEN_PREFIX, digest
from mithaq.access.reads import AccountRow, accounts, tokens
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Invalid
from mithaq.followup.reads import of_account
from mithaq.web.listing import asked, walked
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import Errors, act, once, refilled
from mithaq.web.toasts import toast


@require_GET
def account_list(request: HttpRequest) -> HttpResponse:
    """All accounts by party, for those who manage them."""
    listing = accounts(viewer_of(request), **asked(request, accounts))
    by_party = [(party, list(rows)) for party, rows in groupby(listing.entries, lambda row: row.party)]
    context = {"listing": listing, "by_party": by_party, "given": asked(request, accounts)}
    return render(request, "accounts/list.html", context)


def account_named(viewer: Viewer, name: str) -> AccountRow:
    """The account of this sign-in name; Absent if there is none, Refused to those who do not manage accounts."""
    found = accounts(viewer, account=name).entries
    if not found:
        raise Absent
    return found[0]


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, account: str) -> HttpResponse:
    """Close an account; what it is the focal point of goes to a colleague first."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        row = account_named(viewer, account)
        followed = of_account(viewer, account=row.account)
        others = [one for one in walked(accounts, viewer, party=row.party) if one.active and one != row]
    errors: Errors = {}
    if request.method == "POST":
        try:
            cleaned_by(
                OPERATIONS["accounts.disable"].form, {"account": row.account, "reason": request.POST.get("reason")}
            )
            act(request, "accounts.hand_over", account=row.account)
            act(request, "accounts.disable", account=row.account)
        except Invalid as problem:
            errors = problem.errors
        else:
            toast(request, gettext("The account was closed. What it did stays."))
            return redirect("accounts")
    context = {"row": row, "followed": followed, "others": others, "errors": errors, "sent": request.POST}
    return render(request, "accounts/close.html", context, status=400 if errors else 200)


@require_http_methods(["GET", "POST"])
def own_tokens(request: HttpRequest) -> HttpResponse:
    """The keys that programs of mine use. A new one's secret stands on the page that answers, and nowhere else."""
    form_class, context = OPERATIONS["tokens.issue"].form, {}
    form, status = form_class(initial={"days": 90}), 200
    if request.method == "POST":
        # Made of this very sending: the same page sent twice shows the one secret that was issued.
        secret = TOKEN_PREFIX + salted_hmac("mithaq.token", once(request), algorithm="sha256").hexdigest()
        try:
            act(request, "tokens.issue", digest=digest(secret))
            context["secret"] = secret
        except Invalid as problem:
            form, status = refilled(form_class, request.POST, problem.errors), problem.status
    listed: dict[str, Any] = {"form": form, "shown": [form["name"], form["days"]], "tokens": tokens(viewer_of(request))}
    return render(request, "accounts/tokens.html", context | listed, status=status)


@require_POST
def revoke_token(request: HttpRequest, token: str) -> HttpResponse:
    """Make one of my keys useless, at once."""
    act(request, "tokens.revoke", token=token)
    toast(request, gettext("The key opens nothing any more."))
    return redirect("account-tokens")


@require_POST
def set_deputy(request: HttpRequest) -> HttpResponse:
    """Who of my party is reminded of what waits for me when I do not answer."""
    act(request, "accounts.set_deputy")
    toast(request, gettext("It is kept who stands in for you."))
    return redirect("preferences")
