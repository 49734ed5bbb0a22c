"""Who there is and who may see what, for pages and choices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mithaq.access.markings import Level, Marking, may_see
from mithaq.access.models import Account, ApiToken, Draft, Initiative, SavedView
from mithaq.access.operation import read
from mithaq.access.roles import ROLES
from mithaq.access.shapes import Line, Officer, PartyName, history_of, party_names
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
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


@read("access.me")
def me(viewer: Viewer) -> Me:
    """My account: party, level, roles with their sentence, what I may do."""
    account = Account.objects.filter(username=viewer.account, is_active=True).first()
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
    )


@read("access.parties")
def parties(viewer: Viewer) -> dict[str, PartyName]:
    """The names of all parties the viewer may see, by code."""
    return party_names()


@dataclass(frozen=True, slots=True)
class House:
    """What every page names: the initiative (empty where none is set up, or several are), and parties by code."""

    initiative: Bilingual
    parties: dict[str, PartyName]


@read("access.house")
def house(viewer: Viewer) -> House:
    """The initiative and the parties, as the viewer may see them."""
    names = Initiative.objects.values_list("name_ar", "name_en")[:2]
    return House(Bilingual(*names[0]) if len(names) == 1 else Bilingual("", ""), party_names())


@dataclass(frozen=True, slots=True)
class Audience:
    """Who would see a thing with this level and audience. `everybody`: it would be public."""

    level: str
    everybody: bool
    parties: tuple[PartyName, ...]
    not_among: tuple[PartyName, ...]
    officers: tuple[Officer, ...]
    you_too: bool


@read("access.audience")
def audience(viewer: Viewer, *, level: str = "OFFICIAL", released: str = "") -> Audience:
    """Who that will be, by name, before anything is filed: `released` is party codes separated by commas.

    One's own party is always among them. Officers are named of the viewer's own party only.
    """
    chosen = Level[level] if level in Level.__members__ else Level.OFFICIAL
    everybody = chosen is Level.PUBLIC
    codes = {code.strip() for code in released.split(",") if code.strip()} | {viewer.party}
    names = party_names()
    marking = Marking(chosen, frozenset(codes))
    colleagues = Account.objects.filter(party=viewer.party, is_active=True).order_by("username") if viewer.party else []
    return Audience(
        chosen.name,
        everybody,
        tuple(p for code, p in names.items() if everybody or code in codes),
        tuple(p for code, p in names.items() if not everybody and code not in codes),
        tuple(Officer(a.username, a.name, a.party) for a in colleagues if may_see(a.viewer().clearance, marking)),
        may_see(viewer.clearance, marking),
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
class View:
    """A saved filter of a list."""

    public_id: str
    name: str
    query: str
    shared: bool
    mine: bool


@read("views.list")
def views(viewer: Viewer, *, page: str = "") -> tuple[View, ...]:
    """My saved views of this list, and those that others of my party share."""
    rows = SavedView.objects.filter(page=page, party=viewer.party).order_by("name", "id")
    return tuple(
        View(row.public_id, row.name, row.query, row.shared, row.account == viewer.account)
        for row in rows
        if row.account == viewer.account or row.shared
    )


@read("drafts.mine")
def draft(viewer: Viewer, *, form: str = "") -> dict[str, object]:
    """What I had typed into this form; empty when nothing is kept."""
    row = Draft.objects.filter(account=viewer.account, form=form).first()
    return dict(row.data) if row else {}


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


@read("journal.of")
def history(viewer: Viewer, *, thing: str = "") -> tuple[Line, ...]:
    """Who did what to this thing, newest first; empty for what the viewer may not see."""
    return history_of(thing)


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
