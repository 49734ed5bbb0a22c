"""What people do with their own account, and what the secretariat does with accounts."""

from __future__ import annotations

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.base_user import BaseUserManager
from django.db.models import F

from mithaq.access.forms import (
    AddAccount,
    DisableAccount,
    DropDraft,
    IssueToken,
    KeepDraft,
    RemoveView,
    RevokeToken,
    SaveView,
    SetDeputy,
    SetLanguage,
    SetSecret,
)
from mithaq.access.markings import Level
from mithaq.access.models import Account, ApiToken, Draft, SavedView
from mithaq.access.operation import Reference, cleaned_by, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.roles import ROLES
from mithaq.access.shapes import own_label
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Refused

TOKEN_PREFIX = "mthq_"  # noqa: S105  so that a scanner for lost secrets knows ours


def me(viewer: Viewer) -> Account:
    """The viewer's own account; Absent for the public's eyes."""
    if (account := Account.objects.filter(username=viewer.account, is_active=True).first()) is None:
        raise Absent
    return account


@operation("accounts.set_language", needs=Permission.ACCOUNTS_SELF, form=SetLanguage)
def set_language(viewer: Viewer, *, language: str) -> Reference:
    """The language in which this account reads pages and mail."""
    Account.objects.filter(pk=me(viewer).pk).update(language=language)
    return Reference("", own_label(viewer).id)


@operation("accounts.set_deputy", needs=Permission.ACCOUNTS_SELF, form=SetDeputy)
def set_deputy(viewer: Viewer, *, deputy: str = "") -> Reference:
    """Who of my party is reminded of what waits for me when I do not answer; empty: nobody."""
    mine, found = me(viewer), None
    if deputy:
        colleagues = Account.objects.filter(party=viewer.party, is_active=True).exclude(pk=mine.pk)
        if (found := colleagues.filter(username=deputy).first()) is None:
            raise invalid("deputy", "There is no other account of your party with this name.", "unknown_account")
    Account.objects.filter(pk=mine.pk).update(deputy=found)
    return Reference("", own_label(viewer).id, {"deputy": [None, deputy]})


@operation("accounts.add", needs=Permission.ACCOUNTS_MANAGE, form=AddAccount)
def add_account(viewer: Viewer, /, *, username: str, **given: Any) -> Reference:
    """An account for somebody of a party. It cannot sign in with a password before one is set.

    The very first account of a house may name a party that is not there yet: its holder adds it.
    """
    if Account.objects.filter(username=username).exists():
        raise invalid("username", "There is an account with this name.", "taken")
    if strange := [role for role in given["roles"] if role not in ROLES]:
        raise invalid("roles", "There is no role “%(role)s”.", "unknown_role", role=strange[0])
    if given["party"] and Account.objects.exists():
        known_parties([given["party"]], "party")
    deputy = Account.objects.filter(username=given["deputy"], is_active=True).first()
    if given["deputy"] and deputy is None:
        raise invalid("deputy", "There is no account with this name.", "unknown_account")
    account = Account(**{**given, "username": username, "level": Level[given["level"]], "deputy": deputy})
    account.set_unusable_password()
    account.save()
    return Reference("", own_label(viewer).id, {"account": [None, username]})


def found_house(**given: Any) -> Viewer:
    """Make the first account of a house that has none, by itself, and answer it; the fields are those of `accounts.add`.

    Refused once there is any account, and for roles that could not add the others.
    """
    if Account.objects.exists():
        raise Refused("This house has accounts already: they add the others.", code="founded")
    chosen = cleaned_by(AddAccount, given)
    names = {name: chosen[name] for name in ("username", "party", "roles", "name_ar", "name_en")}
    founder = Account(level=Level[chosen["level"]], **names).viewer()
    add_account(founder, **given)
    return founder


@operation("accounts.set_secret", needs=Permission.ACCOUNTS_MANAGE, form=SetSecret)
def set_secret(viewer: Viewer, *, account: str, secret: str) -> Reference:
    """Give an account a first password, which its owner then changes. The password is in no journal."""
    found = Account.objects.filter(username=account, is_active=True).first()
    if found is None:
        raise Absent
    found.set_password(secret)
    found.save(update_fields=["password"])
    return Reference("", own_label(viewer).id, {"account": [None, account]})


@operation("accounts.disable", needs=Permission.ACCOUNTS_MANAGE, form=DisableAccount)
def disable_account(viewer: Viewer, *, account: str, reason: str) -> Reference:
    """Close an account: at its next request it sees nothing, its tokens are dead. What it did stays."""
    if account == viewer.account:
        raise Refused("Nobody closes the account they are using.", code="own_account")
    if not Account.objects.filter(username=account, is_active=True).update(is_active=False):
        raise Absent
    ApiToken.objects.filter(account__username=account, revoked_at=None).update(revoked_at=clock.now())
    return Reference("", own_label(viewer).id, {"account": [account, None]}, reason)


def new_secret() -> str:
    """A token as it is shown once; what is kept is its `digest`."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a token."""
    return sha256(secret.encode()).hexdigest()


@operation("tokens.issue", needs=Permission.ACCOUNTS_SELF, form=IssueToken)
def issue_token(viewer: Viewer, *, name: str, days: int, digest: str) -> Reference:
    """A key for a program of mine. The caller made the secret (`new_secret`) and sends only its digest: it is kept nowhere."""
    at = clock.now()
    token = ApiToken.objects.create(
        account=me(viewer), name=name, digest=digest, made_at=at, expires_at=at + timedelta(days=days)
    )
    return Reference(token.public_id, own_label(viewer).id, {"name": [None, name]})


@operation("tokens.revoke", needs=Permission.ACCOUNTS_SELF, form=RevokeToken)
def revoke_token(viewer: Viewer, *, token: str) -> Reference:
    """Make one of my tokens useless, at once."""
    found = find(ApiToken.objects.filter(account__username=viewer.account, revoked_at=None), token)
    ApiToken.objects.filter(pk=found.pk).update(revoked_at=clock.now())
    return Reference(token, own_label(viewer).id, {"name": [found.name, None]})


def holder_of(secret: str) -> Viewer:
    """Whose token this is, with the rights the account has now. Refused for unknown, expired, revoked, disabled."""
    at = clock.now()
    token = ApiToken.objects.select_related("account").filter(digest=digest(secret), revoked_at=None).first()
    if token is None or token.expires_at <= at or not token.account.is_active:
        raise Refused("This token is not valid (any more). Ask for a new one.", code="token")
    if token.used_at is None or at - token.used_at > timedelta(minutes=10):
        ApiToken.objects.filter(pk=token.pk).update(used_at=at)
    return token.account.viewer()


def viewer_named(username: str) -> Viewer:
    """The account behind ``--as``; Refused for unknown and disabled ones alike."""
    account = Account.objects.filter(username=BaseUserManager.normalize_email(username), is_active=True).first()
    if account is None:
        raise Refused("There is no active account of this name: see --as.", code="account")
    return account.viewer()


@operation("views.save", needs=Permission.VIEWS_SAVE, form=SaveView)
def save_view(viewer: Viewer, *, page: str, name: str, query: str, shared: bool) -> Reference:
    """Keep a list as it is filtered now, under a name; shared with all of my party if wished."""
    label = own_label(viewer)
    view = SavedView.objects.create(
        label=label, account=viewer.account, party=viewer.party, page=page, name=name, query=query, shared=shared
    )
    return Reference(view.public_id, label.id, {"name": [None, name]})


@operation("views.remove", needs=Permission.VIEWS_SAVE, form=RemoveView)
def remove_view(viewer: Viewer, *, view: str) -> Reference:
    """Forget a view of mine."""
    found = find(SavedView.objects.filter(account=viewer.account), view)
    found.delete()
    return Reference(view, found.label_id, {"name": [found.name, None]})


@operation("drafts.keep", needs=Permission.VIEWS_SAVE, form=KeepDraft)
def keep_draft(viewer: Viewer, *, form: str, typed: dict[str, Any]) -> Reference:
    """Keep what I have typed into a form and not sent yet."""
    label = own_label(viewer)
    Draft.objects.update_or_create(
        account=viewer.account, form=form, defaults={"label": label, "data": typed, "at": clock.now()}
    )
    return Reference("", label.id)


@operation("drafts.drop", needs=Permission.VIEWS_SAVE, form=DropDraft)
def drop_draft(viewer: Viewer, *, form: str) -> Reference:
    """Forget what I typed into this form."""
    Draft.objects.filter(account=viewer.account, form=form).delete()
    return Reference("", own_label(viewer).id)


def note_arrival(username: str) -> None:
    """Remember when this account was here before, just as it signs in again: the desk says what is new since. Not journaled."""
    Account.objects.filter(username=username).update(seen_at=F("last_login"))
