"""Parties, their standing, missions and posts. The parties themselves are public: everybody names them."""

from __future__ import annotations

from mithaq.access.markings import Level
from mithaq.access.models import Alias, Initiative, Label, Mission, Party, Person, Post, StatusClaim
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core.words import Bilingual
from mithaq.register.parties.forms import (
    AddAlias,
    AddInitiative,
    AddMission,
    AddParty,
    AddPost,
    ClaimStatus,
    PreferClaim,
)
from mithaq.register.parties.names import name_key
from mithaq.register.parties.resolving import party_named


@operation("parties.add", needs=Permission.PARTIES_MANAGE, form=AddParty)
def add_party(viewer: Viewer, /, *, code: str, aliases: tuple[str, ...] = (), **names: str) -> Reference:
    """A state or organisation. It is public, like every party: what is secret about it stands in other records."""
    if Party.objects.filter(code=code).exists():
        raise invalid("code", "There is a party with this code already. Choose another code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    party = Party.objects.create(label=label, code=code, **names)
    written = dict.fromkeys(filter(None, (*names.values(), *aliases)))
    Alias.objects.bulk_create(
        Alias(label=label, party=party, written=words, folded=name_key(words))
        for words in written
        if words != names["kind"]
    )
    _index_party(party, label, *aliases)
    return Reference(party.public_id, label.id, {"code": [None, code]})


def _index_party(party: Party, label: Label, *aliases: str) -> None:
    title = Bilingual(party.name_ar, party.name_en)
    texts = (party.short_ar, party.short_en, *aliases)
    index_record("party", party.public_id, label, "", *texts, ref=party.code, title=title)


@operation("parties.add_initiative", needs=Permission.PARTIES_MANAGE, form=AddInitiative)
def add_initiative(viewer: Viewer, *, code: str, name_ar: str, name_en: str, founded: str = "") -> Reference:
    """A framework that parties share; it is public."""
    if Initiative.objects.filter(code=code).exists():
        raise invalid("code", "There is an initiative with this code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    made = Initiative.objects.create(label=label, code=code, name_ar=name_ar, name_en=name_en, founded=founded)
    return Reference(made.public_id, label.id, {"code": [None, code]})


@operation("parties.claim_status", needs=Permission.PARTIES_MANAGE, form=ClaimStatus)
def claim_status(
    viewer: Viewer,
    *,
    level: str,
    party: str,
    initiative: str,
    status: str,
    source: str,
    since: str = "",
    seen_on: str = "",
    audience: tuple[str, ...] = (),
) -> Reference:
    """Keep what one source says about a party's standing in an initiative. It never replaces what another source says."""
    chosen = Initiative.objects.filter(code=initiative).first()
    if chosen is None:
        raise invalid("initiative", "There is no initiative with this code.", "unknown_initiative")
    label = label_for(viewer, level, audience)
    claim = StatusClaim.objects.create(
        label=label,
        initiative=chosen,
        party=party_named(party, "party"),
        status=status,
        since=since,
        seen_on=seen_on,
        source=source,
    )
    return Reference(claim.public_id, label.id, {status: [None, since or seen_on]})


@operation("parties.prefer_claim", needs=Permission.PARTIES_MANAGE, form=PreferClaim)
def prefer_claim(viewer: Viewer, *, claim: str, why_ar: str = "", why_en: str = "") -> Reference:
    """Prefer one of several sources on when a status began, and say why. The others stay, no longer preferred."""
    found = find(StatusClaim.objects.all(), claim)
    same = {"initiative_id": found.initiative_id, "party_id": found.party_id, "status": found.status}
    StatusClaim.objects.filter(**same, label_id=found.label_id).exclude(pk=found.pk).update(preferred=False)
    told = changed(found, preferred=True, why_ar=why_ar, why_en=why_en)
    StatusClaim.objects.filter(pk=found.pk).update(preferred=True, why_ar=why_ar, why_en=why_en)
    return Reference(claim, found.label_id, told, why_en or why_ar)


@operation("parties.add_mission", needs=Permission.PARTIES_MANAGE, form=AddMission)
def add_mission(
    viewer: Viewer, /, *, level: str, party: str, audience: tuple[str, ...] = (), **described: str
) -> Reference:
    """A party's accredited representation, with its source."""
    label = label_for(viewer, level, audience)
    mission = Mission.objects.create(label=label, party=party_named(party, "party"), **described)
    return Reference(mission.public_id, label.id, {"name_en": [None, mission.name_en]})


@operation("parties.add_post", needs=Permission.PARTIES_MANAGE, form=AddPost)
def add_post(
    viewer: Viewer,
    *,
    level: str,
    party: str,
    title_ar: str,
    title_en: str,
    mission: str = "",
    audience: tuple[str, ...] = (),
) -> Reference:
    """An office of a party, at one of its missions or not. Who holds it is said by tenures."""
    label = label_for(viewer, level, audience)
    of = party_named(party, "party")
    at = find(Mission.objects.filter(party=of), mission) if mission else None
    post = Post.objects.create(label=label, party=of, mission=at, title_ar=title_ar, title_en=title_en)
    return Reference(post.public_id, label.id, {"title_en": [None, title_en]})


@operation("parties.add_alias", needs=Permission.PARTIES_MANAGE, form=AddAlias)
def add_alias(viewer: Viewer, *, written: str, party: str = "", person: str = "") -> Reference:
    """Another way in which a party or a person is written; seen by those who see them."""
    of: Party | Person = party_named(party, "party") if party else find(Person.objects.all(), person)
    owner = {"party": of} if party else {"person": of}
    if not Alias.objects.filter(folded=name_key(written), **owner).exists():
        Alias.objects.create(label_id=of.label_id, written=written, folded=name_key(written), **owner)
    return Reference(of.public_id, of.label_id, {"alias": [None, written]})
