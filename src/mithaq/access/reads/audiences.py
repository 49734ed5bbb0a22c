"""Who there is, and who would see a thing that is about to be filed."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.markings import Level, Marking, may_see
from mithaq.access.models import Account, Initiative
from mithaq.access.operation import read
from mithaq.access.shapes import Officer, PartyName, party_names
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual


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
