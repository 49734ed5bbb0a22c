"""What the pages of the register and the desk load: positions of parties, filters in words, addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from mithaq.access.operation import OPERATIONS
from mithaq.access.shapes import PartyName
from mithaq.core.words import Bilingual
from mithaq.followup.reads import DeskItem
from mithaq.register.commitments.reads import CommitmentPage, ScoreShown, Stand, StandShown
from mithaq.web.days import counted_days, tongue
from mithaq.web.listing import without as query_without
from mithaq.web.places import place_of
from mithaq.web.signs import SIGNS, word

register = template.Library()
register.filter("days", counted_days)
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
def area(code: str, areas: Mapping[str, Bilingual]) -> str:
    """The name of an area by its code."""
    return areas[code].in_language(tongue()) if code in areas else code


@register.filter
def place(thing: str, kind: str) -> str:
    """The page of a thing of this kind."""
    return place_of(kind, thing)


@register.filter
def desk_place(item: DeskItem) -> str:
    """Where an item of the desk is settled."""
    return place_of(PLACES.get(item.kind, item.kind), item.thing)


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
    if name in NAMED_BY and value in SIGNS[NAMED_BY[name]]:
        return word(value, NAMED_BY[name])
    return word(value, "states") if name == "state" else str(value)


@register.filter
def act_words(verb: str) -> str:
    """What the operation that settles an item is called on a button."""
    return word(verb, "verb") if verb in OPERATIONS else verb
