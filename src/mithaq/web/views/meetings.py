"""Meetings: the list by year, and one of them with its agenda, delegations, papers, what came of it, its series."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.register.consultations.reads import meeting_whole
from mithaq.register.meetings.formats import CANCELLED, HELD
from mithaq.register.meetings.reads import (
    Beat,
    MeetingPage,
    MeetingRow,
    invitations,
    meeting_list,
    series_list,
)
from mithaq.register.outreach.reads import lines_in_force
from mithaq.register.programmes.reads import area_names
from mithaq.register.texts.reads import text_list
from mithaq.web.listing import applied, asked, walked
from mithaq.web.middleware import viewer_of
from mithaq.web.sheets import Sheet, released, sheet

NEAR = 3  # meetings of the series before and after that the page shows
COLUMNS = (
    *("ref", "series", "ordinal", "title_ar", "title_en", "date", "until", "city_ar", "city_en", "country", "host"),
    *("parties", "level", "audience"),
)


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """Meetings, the newest first, by year; those without a date last."""
    viewer, given = viewer_of(request), asked(request, meeting_list)
    with one_visit(viewer):
        listing = meeting_list(viewer, **given)
        context: dict[str, Any] = {"listing": listing, "series": series_list(viewer)}
        context["invitations"] = () if given or not viewer.party else invitations(viewer)
    by_year = groupby(listing.entries, lambda row: row.date[:4])
    context |= {"years": [(year, list(rows)) for year, rows in by_year], "given": given, "applied": applied(given)}
    context["manages"] = Permission.MEETINGS_MANAGE in viewer.permissions
    return render(request, "meetings/list.html", context)


@require_GET
def exported(request: HttpRequest, kind: str) -> Sheet:
    """All meetings as filtered."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        rows = walked(meeting_list, viewer, **applied(asked(request, meeting_list)))
    return sheet("meetings", COLUMNS, map(_flat, rows), kind)


def _flat(row: MeetingRow) -> tuple[str | int | None, ...]:
    names = (row.title.ar, row.title.en, row.date, row.until, row.city.ar, row.city.en)
    return (row.ref, row.series, row.ordinal, *names, row.country, row.host, " ".join(row.parties), *released(row.seen))


@require_GET
def meeting(request: HttpRequest, meeting: str) -> HttpResponse:
    """One meeting: when, where, who; its agenda with what is open; who is invited and comes; its papers; what came of it."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        whole = meeting_whole(viewer, meeting=meeting)
        page, outcomes = whole.page, whole.outcomes
        texts = text_list(viewer, meeting=page.row.public_id)
        context: dict[str, Any] = {"areas": area_names(viewer)} if page.agenda else {}
        context["in_force"] = lines_in_force(viewer, series=page.row.series)
    pulled = {point.public_id: point for point in outcomes.points}
    context |= {"page": page, "row": page.row, "outcomes": outcomes, "beats": around(page.beats, page.row.public_id)}
    context |= {"agenda": [(item, pulled.get(item.public_id)) for item in page.agenda]}
    context |= {"texts": texts.entries, "drafts": Permission.TEXTS_DRAFT in viewer.permissions}
    context |= _may(viewer, page)
    return render(request, "meetings/page.html", context)


def _may(viewer: Viewer, page: MeetingPage) -> dict[str, Any]:
    """What the viewer can do here, and the invitation of the viewer's own party."""
    may, state = viewer.permissions, page.row.state
    own = next((one for one in page.delegations if one.party == viewer.party), None)
    waits = own is not None and (not own.approved_at or any(not one.released for one in own.participants))
    return {
        "own": own,
        "answers": ("accepted", "tentative", "declined"),
        "open": not page.row.held and state != CANCELLED,
        "manages": Permission.MEETINGS_MANAGE in may,
        "attaches": Permission.DOCUMENTS_ADD in may,
        "names": Permission.DELEGATIONS_NAME in may,
        "approves": Permission.DELEGATIONS_APPROVE in may and own is not None and bool(own.participants) and waits,
        "next_steps": [step for step in page.steps if step.code not in (CANCELLED, HELD)],
        "can_hold": any(step.code == HELD for step in page.steps),
        "can_cancel": any(step.code == CANCELLED for step in page.steps),
        "listed": any(one.participants for one in page.delegations),
    }


def around(beats: tuple[Beat, ...], meeting: str) -> tuple[Beat, ...]:
    """This meeting of the series and the few before and after it, the latest first."""
    at = next(number for number, beat in enumerate(beats) if beat.public_id == meeting)
    return beats[max(0, at - NEAR) : at + NEAR + 1][::-1]
