"""What the pages of the register and the desk load: positions of parties, filters in words, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from mithaq.access.operation import OPERATIONS
from mithaq.access.roles import ROLES
from mithaq.access.shapes import PartyName
from mithaq.archive.reads import Named
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.followup.reads import DeskItem
from mithaq.register.commitments.reads import CommitmentPage, ScoreShown, Stand, StandShown
from mithaq.register.parties.reads import PartyPage, StatusClaimed
from mithaq.register.parties.standing import contradict
from mithaq.web.bidi import clean
from mithaq.web.days import counted_days, day, tongue
from mithaq.web.listing import without as query_without
from mithaq.web.places import place_of
from mithaq.web.signs import SIGNS, word

register = template.Library()
register.filter("days", counted_days)
register.filter("language", language_of)
PARTIAL = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?")  # days that every month has
DIGITS = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
ADDRESS = re.compile(r"(https?://(?:www\.)?([^\s/]+)\S*)")
NAMED_BY = {"state": "state", "kind": "kind"}
PLACES = {
    "reading": "document",
    "report": "action",
    "returned": "action",
    "stand": "commitment",
    "repeat": "commitment",
}


@register.filter
def stands_by_party(stands: Iterable[Stand]) -> dict[str, str]:
    """Party code -> stand, as the small squares want it."""
    return {stand.party: stand.stand for stand in stands}


@register.filter
def positions(page: CommitmentPage) -> list[tuple[str, StandShown | None, ScoreShown | None]]:
    """Every party that answered, was scored or is addressed, with its stand and its score."""
    stands = {stand.party: stand for stand in page.stands}
    scores = {score.party: score for score in page.scores}
    codes = dict.fromkeys([*stands, *scores, *page.row.addressees])
    return [(code, stands.get(code), scores.get(code)) for code in codes]


@register.filter
def linked(source: str) -> SafeString:
    """A source in words, in its own language; an address in it leads there and shows whose it is.

    A date in digits is an island: after Arabic letters it would turn round.
    """
    words, *rest = ADDRESS.split(clean(source))
    marked = DIGITS.sub(r'<bdi dir="ltr">\g<0></bdi>', escape(words.strip()))
    shown = f'<bdi lang="{language_of(words)}">{marked}</bdi>' if marked else ""
    link = '<a href="{}" rel="noopener noreferrer nofollow"><bdi dir="ltr">{}</bdi></a>'
    return mark_safe(f"{shown} {format_html(link, rest[0], rest[1])}" if rest else shown)  # noqa: S308  escaped above


@register.filter
def statuses(page: PartyPage) -> list[Told]:
    """What sources say of each status a party had in an initiative, the latest status first."""
    found: dict[tuple[str, str], list[StatusClaimed]] = {}
    for claim in page.claims:
        found.setdefault((claim.initiative, claim.status), []).append(claim)
    told = [_told(status, claims) for (_, status), claims in found.items()]
    return sorted(told, key=lambda one: one.first.since or one.first.seen_on, reverse=True)


@dataclass(frozen=True, slots=True)
class Told:
    """What sources say of one status: the claim that counts (the preferred one, or the earliest), those that contradict
    it, and the others."""

    status: str
    first: StatusClaimed
    against: tuple[StatusClaimed, ...]
    others: tuple[StatusClaimed, ...]


def _told(status: str, claims: list[StatusClaimed]) -> Told:
    first, *rest = sorted(claims, key=lambda claim: (not claim.preferred, claim.since or claim.seen_on))
    against = [one for one in rest if one.since and first.since and contradict(one.since, first.since)]
    return Told(status, first, tuple(against), tuple(one for one in rest if one not in against))


@register.filter
def otherwise(name: Bilingual) -> str:
    """A name in the other language than the page's, where it has both."""
    return (name.en if tongue() == "ar" else name.ar) if name.ar and name.en else ""


@register.filter
def role(code: str) -> str:
    """The name of a role by its code."""
    return ROLES[code].name.in_language(tongue()) if code in ROLES else code


@register.filter
def area(code: str, areas: Mapping[str, Bilingual]) -> str:
    """The name of an area by its code."""
    return areas[code].in_language(tongue()) if code in areas else code


@register.filter
def field_name(name: str, fields: Mapping[str, str]) -> str:
    """What a field is called, among these names of fields."""
    return fields.get(name, name)


@register.filter
def place(thing: str, kind: str) -> str:
    """The page of a thing of this kind."""
    return place_of(kind, thing)


@register.filter
def desk_place(item: DeskItem) -> str:
    """Where an item of the desk is settled."""
    return item.place or place_of(PLACES.get(item.kind, item.kind), item.thing)


@register.simple_tag(takes_context=True)
def without(context: template.Context, name: str) -> str:
    """The address of this list without one of its filters."""
    request = context["request"]
    return f"{request.path}?{query_without(request, name, 'after')}"


@register.simple_tag(takes_context=True)
def filter_words(context: template.Context, name: str, value: Any) -> str:
    """What a filter is set to, in words."""
    parties: Mapping[str, PartyName] = context["parties"]
    if name in ("owner", "party") and value in parties:
        return parties[value].short.in_language(tongue())
    if name == "area":
        return area(value, context.get("areas") or {})
    if name == "speaker":
        known: Mapping[str, Bilingual] = context["speakers"]
        return known[value].in_language(tongue()) if value in known else gettext("somebody whose words you see nowhere")
    if name == "meeting":
        meeting: Named | None = (context.get("named") or {}).get(value)
        return (meeting.title.in_language(tongue()) or meeting.ref) if meeting else str(value)
    if name in ("since", "until") and PARTIAL.fullmatch(value):
        return day(value, "one")
    if name in NAMED_BY and value in SIGNS[NAMED_BY[name]]:
        return word(value, NAMED_BY[name])
    return word(value, "states") if name == "state" else str(value)


@register.simple_tag(takes_context=True)
def party_options(context: template.Context, chosen: str = "") -> SafeString:
    """The options of a choice of party. Made in one go: a house may have 200 of them, and a list two such choices."""
    language = tongue()
    options = (
        f'<option value="{escape(code)}"{" selected" if code == chosen else ""}>'
        f"{escape(name.short.in_language(language))}</option>"
        for code, name in context["parties"].items()
    )
    return mark_safe("".join(options))  # noqa: S308  each part is escaped


@register.filter
def act_words(verb: str) -> str:
    """What the operation that settles an item is called on a button."""
    return word(verb, "verb") if verb in OPERATIONS else verb
