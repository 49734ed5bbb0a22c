"""The journal: what happened, as far as it was released to who looks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.reads import Recorded, officers, recent
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import named
from mithaq.core.words import Bilingual
from mithaq.followup.reads import about as about_reports
from mithaq.register.consultations.reads import about as about_minutes
from mithaq.register.outreach.reads import about as about_messages
from mithaq.register.parties.reads import about as about_facts
from mithaq.register.texts.reads import about as about_texts
from mithaq.reviews.cases.reads import about as about_cases
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.signs import SIGNS

NOBODY = Bilingual("", "")


@require_GET
def journal(request: HttpRequest) -> HttpResponse:
    """The lines, newest first, by day; of one account of my party, on one thing, or of one kind."""
    viewer, given = viewer_of(request), asked(request, recent)
    with one_visit(viewer):
        listing = recent(viewer, **given)
        known = known_things(viewer, [given.get("thing", ""), *(entry.thing for entry in listing.entries)])
        context: dict[str, Any] = {"colleagues": officers(viewer, party=viewer.party)}
    context["by"] = next((one.name for one in context["colleagues"] if one.account == given.get("account")), NOBODY)
    lines = [(entry, known.get(entry.thing)) for entry in listing.entries]
    context["days"] = [(day, list(of_day)) for day, of_day in groupby(lines, lambda line: day_of(line[0]))]
    context |= {"listing": listing, "given": given, "applied": applied(given), "kinds": SIGNS["acts"]}
    return render(request, "journal/list.html", context | {"about": known.get(given.get("thing", ""))})


def day_of(entry: Recorded) -> str:
    """The day of a line, ISO, where its reader is."""
    at = parse_datetime(entry.line.at)
    return timezone.localtime(at).date().isoformat() if at else ""


def known_things(viewer: Viewer, things: Iterable[str]) -> dict[str, About]:
    """The records that lines of the journal are about, by what the lines name; what has no page is left out."""
    ids = ",".join(sorted({thing for thing in things if thing}))
    found = {thing: About(one.kind, thing, one.ref, one.title) for thing, one in named(viewer, things=ids).items()}
    facts = {**about_facts(viewer, things=ids), **about_reports(viewer, things=ids)}
    facts |= {**about_messages(viewer, things=ids), **about_cases(viewer, things=ids)}
    return {**facts, **about_texts(viewer, things=ids), **about_minutes(viewer, things=ids), **found}
