"""What every page knows: who looks, in which look, the sections, the names of parties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from mithaq.access import reads
from mithaq.access.permissions import Permission
from mithaq.access.roles import ROLES, Role
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.proposals.reads import backlog
from mithaq.web.days import tongue
from mithaq.web.look import current_look
from mithaq.web.middleware import viewer_of

SECTIONS: tuple[tuple[str, Promise | str, str], ...] = (  # route, name, icon of its tab on a phone (four have one)
    ("desk", _("My desk"), "home"),
    ("commitments", _("Commitments"), "list"),
    ("actions", _("Actions"), ""),
    ("documents", _("Documents"), "doc"),
    ("meetings", _("Meetings"), "people"),
    ("texts", _("Joint texts"), ""),
    ("ideas", _("Ideas and positions"), ""),
    ("houses", _("Public diplomacy"), ""),
    ("catalogue", _("Training"), ""),
    ("parties", _("Parties"), ""),
    ("journal", _("Journal"), ""),
)
WITHIN = {  # lists that are reached from the page of another section
    "parties": ("people", "figures", "areas"),
    "meetings": ("calendar",),
    "catalogue": ("activities", "runs", "releases", "findings", "cases"),
    "ideas": ("positions", "goals", "milestones"),
    "houses": ("facts",),
}
# pages of one thing that stand below no list of their section
BELOW = {"catalogue": ("activities/", "nominations/", "instruments/")}
OTHER = {"ar": {"code": "en", "name": "English"}, "en": {"code": "ar", "name": "العربية"}}


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the navigation; `waiting` is how much in it waits for who looks."""

    name: Promise | str
    address: str
    icon: str
    here: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class Self:
    """Who is signed in, as the header says it."""

    account: str
    name: Bilingual
    party: str
    roles: tuple[Role, ...]

    @property
    def manages_accounts(self) -> bool:
        """Whether the pages of all accounts are for this account."""
        return any(Permission.ACCOUNTS_MANAGE in role.permissions for role in self.roles)

    @property
    def evaluates(self) -> bool:
        """Whether this account evaluates courses: it draws and interviews success cases."""
        return any(Permission.FINDINGS_EVALUATE in role.permissions for role in self.roles)


def house(request: HttpRequest) -> dict[str, Any]:
    """What `base.html` and every component need."""
    named: Any = SimpleLazyObject(lambda: reads.house(viewer_of(request)))  # only components that name somebody cost it
    return {
        "demo": settings.DEMO,
        "look": current_look(),
        "other_language": OTHER[tongue()],
        "me": _self(request),
        "sections": SimpleLazyObject(lambda: _sections(request)),
        "parties": SimpleLazyObject(lambda: named.parties),
        "initiative": SimpleLazyObject(lambda: named.initiative),
        "printed_on": clock.today(timezone.get_current_timezone_name()),
    }


def _self(request: HttpRequest) -> Self | None:
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return None
    roles = tuple(ROLES[code] for code in account.roles if code in ROLES)
    return Self(account.username, account.name, account.party, roles)


def _sections(request: HttpRequest) -> list[Section]:
    if _self(request) is None:
        return []
    waiting = {"documents": backlog(viewer_of(request)).documents}
    return [
        Section(name, reverse(route), icon, _is_in(request.path, route), waiting.get(route, 0))
        for route, name, icon in SECTIONS
    ]


def _is_in(path: str, route: str) -> bool:
    if any(path.startswith(reverse("desk") + below) for below in BELOW.get(route, ())):
        return True
    return any(_is_at(path, reverse(name)) for name in (route, *WITHIN.get(route, ())))


def _is_at(path: str, address: str) -> bool:
    return path == address or (address != "/" and path.startswith(address))
