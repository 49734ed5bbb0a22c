"""Accounts: my own, those who can be a focal point, all of them for those who manage them, the cast of a demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from mithaq.access.markings import Level
from mithaq.access.models import Account, ApiToken
from mithaq.access.operation import read
from mithaq.access.permissions import Permission
from mithaq.access.roles import ROLES
from mithaq.access.shapes import PAGE, Listing, Officer
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Refused
from mithaq.core.words import Bilingual


@dataclass(frozen=True, slots=True)
class Me:
    """The account that looks."""

    account: str
    name: Bilingual
    party: str
    level: str
    roles: tuple[Bilingual, ...]
    sentences: tuple[Bilingual, ...]
    permissions: tuple[str, ...]
    language: str
    seen_at: str
    deputy: str


@read("access.me")
def me(viewer: Viewer) -> Me:
    """My account: party, level, roles with their sentence, what I may do, who stands in for me."""
    account = Account.objects.select_related("deputy").filter(username=viewer.account, is_active=True).first()
    if account is None:
        raise Absent
    roles = [ROLES[code] for code in account.roles if code in ROLES]
    return Me(
        account.username,
        account.name,
        account.party,
        Level(account.level).name,
        tuple(role.name for role in roles),
        tuple(role.sentence for role in roles),
        tuple(sorted(viewer.permissions)),
        account.language,
        account.seen_at.isoformat() if account.seen_at else "",
        account.deputy.username if account.deputy else "",
    )


@read("access.officers")
def officers(viewer: Viewer, *, party: str = "") -> tuple[Officer, ...]:
    """Who can be made a focal point: the accounts of this party, or of all parties for those who manage actions for all."""
    rows = Account.objects.filter(is_active=True).exclude(party="").order_by("party", "username")
    if "accounts:manage" not in viewer.permissions:
        rows = rows.filter(party=viewer.party)
    if party:
        rows = rows.filter(party=party)
    return tuple(Officer(a.username, a.name, a.party) for a in rows)


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as those see it who manage accounts. `seen_at` is when it was last here, empty if it never was."""

    account: str
    name: Bilingual
    email: str
    party: str
    level: str
    roles: tuple[str, ...]
    deputy: str
    active: bool
    has_password: bool
    seen_at: str


@read("accounts.list")
def accounts(viewer: Viewer, *, party: str = "", account: str = "", after: str = "") -> Listing[AccountRow]:
    """All accounts, those of one party, or one, by party and sign-in name. Refused to those who do not manage accounts."""
    if Permission.ACCOUNTS_MANAGE not in viewer.permissions:
        raise Refused
    given = {"party": party, "username": account}
    rows = Account.objects.select_related("deputy").filter(**{name: text for name, text in given.items() if text})
    if last := Account.objects.filter(username=after).first() if after else None:
        rows = rows.filter(Q(party__gt=last.party) | Q(party=last.party, username__gt=last.username))
    found = list(rows.order_by("party", "username")[: PAGE + 1])
    return Listing(tuple(map(_row, found[:PAGE])), found[PAGE - 1].username if len(found) > PAGE else "")


def _row(account: Account) -> AccountRow:
    return AccountRow(
        *(account.username, account.name, account.email, account.party, Level(account.level).name, account.roles),
        *(account.deputy.username if account.deputy else "", account.is_active, account.has_usable_password()),
        account.seen_at.isoformat() if account.seen_at else "",
    )


@dataclass(frozen=True, slots=True)
class Token:
    """A token of mine; its secret is not kept."""

    public_id: str
    name: str
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@read("tokens.list")
def tokens(viewer: Viewer) -> tuple[Token, ...]:
    """My tokens, newest first."""
    rows = ApiToken.objects.filter(account__username=viewer.account).order_by("-made_at", "-id")
    fields = ("public_id", "name", "made_at", "expires_at", "used_at", "revoked_at")
    return tuple(Token(*row) for row in rows.values_list(*fields))


@dataclass(frozen=True, slots=True)
class CastMember:
    """Somebody to sign in as, in a demonstration."""

    account: str
    name: Bilingual
    party: str
    role: Bilingual
    sentence: Bilingual


def demonstration_cast() -> tuple[CastMember, ...]:
    """The accounts of a demonstration, with what their role means. Not content: works without a viewer."""
    rows = Account.objects.filter(is_active=True, email__endswith="@example.org").order_by("id")
    return tuple(
        CastMember(a.username, a.name, a.party, ROLES[a.roles[0]].name, ROLES[a.roles[0]].sentence)
        for a in rows
        if a.roles and a.roles[0] in ROLES
    )
