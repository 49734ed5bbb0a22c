"""Parties by their standing, one of them with all that is told of it, people, figures, areas; each list as a file."""

from __future__ import annotations

from dataclasses import astuple
from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.core.dates import NotADate
from mithaq.followup.reads import of_party
from mithaq.papers.sheets import Value
from mithaq.register.commitments.reads import commitment_list
from mithaq.register.parties.reads import (
    FigureRow,
    PartyRow,
    PersonRow,
    figures,
    initiatives,
    on_date,
    party_list,
    party_page,
    people,
    person_page,
)
from mithaq.register.programmes.reads import area_list
from mithaq.reviews.runs.reads import ledger
from mithaq.web.ledgers import place_of_ledger, rungs
from mithaq.web.listing import applied, asked, walked
from mithaq.web.middleware import viewer_of
from mithaq.web.sheets import Sheet, released, sheet
from mithaq.web.signs import SIGNS
from mithaq.web.standing import grouped, terms_of

SAID = 20  # commitments of a person that their page shows
PARTY_COLUMNS = (
    *("code", "kind", "name_ar", "name_en", "short_ar", "short_en", "standing", "since", "seen_on", "source"),
    *("level", "audience"),
)
PERSON_COLUMNS = (
    *("name_ar", "name_en", "honorific_ar", "honorific_en", "post_ar", "post_en", "party", "level", "audience"),
)
FIGURE_COLUMNS = (
    *("party", "comparator", "value", "unit", "what_ar", "what_en", "as_of", "speaker_ar", "speaker_en"),
    *("document", "sentence", "source", "level", "audience"),
)


def _manages(request: HttpRequest) -> bool:
    return Permission.PARTIES_MANAGE in viewer_of(request).permissions


@require_GET
def parties(request: HttpRequest) -> HttpResponse:
    """Members, observers, invited states, then organisations and centres, as they stood on a day."""
    viewer, given, wrong = viewer_of(request), asked(request, party_list), ""
    try:
        on_date(given.get("on", ""))
    except NotADate as problem:
        wrong = problem.say(gettext)
        given.pop("on")
    with one_visit(viewer):
        context: dict[str, Any] = {"groups": grouped(party_list(viewer, **given)), "initiatives": initiatives(viewer)}
    context |= {"given": given, "applied": applied(given), "wrong": wrong, "kinds": SIGNS["party"]}
    return render(request, "parties/list.html", context | {"manages": _manages(request)})


@require_GET
def parties_exported(request: HttpRequest, kind: str) -> Sheet:
    """All parties as filtered."""
    return sheet(
        "parties", PARTY_COLUMNS, map(_party, party_list(viewer_of(request), **asked(request, party_list))), kind
    )


def _party(row: PartyRow) -> tuple[str, ...]:
    stands = row.standing
    told = (stands.status, stands.since, stands.seen_on, stands.source) if stands else ("", "", "", "")
    names = (row.name.ar, row.name.en, row.short.ar, row.short.en)
    return (row.code, row.kind, *names, *told, *released(row.seen))


@require_GET
def party(request: HttpRequest, party: str) -> HttpResponse:
    """A party, whole: what it promised, asked and does; its standing by every source; missions, posts and who holds them."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = party_page(viewer, party=party)
        followed = of_party(viewer, party=page.code)
        areas = {area.code: area.name for area in area_list(viewer)}
        told = ledger(viewer, party=page.code)
    rows = (*followed.answers_for, *followed.asks)
    context = {
        "page": page,
        "aliases": [alias for alias in page.aliases if alias not in (*astuple(page.name), *astuple(page.short))],
        "followed": followed,
        "areas": areas,
        "in_areas": tuple(dict.fromkeys(code for row in rows for code in row.areas)),
        "posts": [(post, terms_of(post.held)) for post in page.posts],
        "manages": _manages(request),
        **{"ledger": told, "rungs": rungs(told), "ledger_place": place_of_ledger(told, viewer.party)},
    }
    return render(request, "parties/page.html", context)


@require_GET
def people_list(request: HttpRequest) -> HttpResponse:
    """People with the post they were seen in last."""
    given = asked(request, people)
    context = {"listing": people(viewer_of(request), **given), "given": given, "applied": applied(given)}
    return render(request, "people/list.html", context | {"manages": _manages(request)})


@require_GET
def people_exported(request: HttpRequest, kind: str) -> Sheet:
    """All people as filtered."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        rows = walked(people, viewer, **applied(asked(request, people)))
    return sheet("people", PERSON_COLUMNS, map(_person, rows), kind)


def _person(row: PersonRow) -> tuple[str, ...]:
    both = (row.name, row.honorific, row.post)
    return (*(text for name in both for text in (name.ar, name.en)), row.party, *released(row.seen))


@require_GET
def person(request: HttpRequest, person: str) -> HttpResponse:
    """A person: every writing of the name, the posts held with their sources, what they said, who bears the same name."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = person_page(viewer, person=person)
        said = commitment_list(viewer, speaker=page.public_id).entries[:SAID]
    context = {"page": page, "said": said, "terms": terms_of(page.held), "manages": _manages(request)}
    return render(request, "people/page.html", context)


@require_GET
def figure_list(request: HttpRequest) -> HttpResponse:
    """Figures that were told, each with its comparator, its day and its source."""
    given = asked(request, figures)
    context = {"listing": figures(viewer_of(request), **given), "given": given, "applied": applied(given)}
    return render(request, "parties/figures.html", context | {"manages": _manages(request)})


@require_GET
def figures_exported(request: HttpRequest, kind: str) -> Sheet:
    """All figures as filtered."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        rows = walked(figures, viewer, **applied(asked(request, figures)))
    return sheet("figures", FIGURE_COLUMNS, map(_figure, rows), kind)


def _figure(row: FigureRow) -> tuple[Value, ...]:
    place = (row.cited.ref, row.cited.number) if row.cited else ("", None)
    told = (row.party, row.comparator, Decimal(row.value), row.unit, row.what.ar, row.what.en, row.as_of)
    return (*told, row.speaker_name.ar, row.speaker_name.en, *place, row.source, *released(row.seen))


@require_GET
def areas(request: HttpRequest) -> HttpResponse:
    """The areas of cooperation and the themes of threat, each with the sources that name it."""
    rows = area_list(viewer_of(request))
    context = {
        "areas": [row for row in rows if not row.theme],
        "themes": [row for row in rows if row.theme],
        "manages": Permission.AREAS_MANAGE in viewer_of(request).permissions,
    }
    return render(request, "parties/areas.html", context)
