"""Parties and how they stand in an initiative."""

from __future__ import annotations

from django.db.models import QuerySet

from mithaq.access.models import Initiative, Party, StatusClaim
from mithaq.access.operation import read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.parties.reads.shapes import InitiativeName, PartyRow, Roster, Standing
from mithaq.register.parties.standing import Claim, disputed, standing_claim


def on_date(text: str) -> PartialDate:
    """The date of this text; today where it is empty. NotADate otherwise."""
    return PartialDate.parse(text or clock.today().isoformat())


@read("parties.list")
def party_list(viewer: Viewer, *, kind: str = "", initiative: str = "", on: str = "") -> tuple[PartyRow, ...]:
    """All parties, by code, with their standing in an initiative (the first there is, if none is named) on a date (today)."""
    rows = Party.objects.filter(**({"kind": kind} if kind else {})).order_by("code")
    standings = {s.party: s for s in _roster(initiative, on_date(on)).standings}
    return tuple(
        PartyRow(
            row.public_id,
            row.code,
            row.kind,
            Bilingual(row.name_ar, row.name_en),
            Bilingual(row.short_ar or row.name_ar, row.short_en or row.name_en),
            standings.get(row.code),
            seen_by(row.label_id),
        )
        for row in rows
    )


@read("parties.roster")
def roster(viewer: Viewer, *, initiative: str = "", on: str = "") -> Roster:
    """Who stood how in an initiative (the first there is, if none is named) on a date (today), by party code.

    Of the sources on one status of one party the preferred one counts, or, where none is preferred, the earliest.
    """
    return _roster(initiative, on_date(on))


@read("parties.initiatives")
def initiatives(viewer: Viewer) -> tuple[InitiativeName, ...]:
    """All initiatives, the oldest in this house first."""
    rows = Initiative.objects.order_by("pk").values_list("code", "name_ar", "name_en")
    return tuple(InitiativeName(code, Bilingual(ar, en)) for code, ar, en in rows)


def _roster(code: str, on: PartialDate) -> Roster:
    chosen = Initiative.objects.filter(**({"code": code} if code else {})).order_by("pk").first()
    if chosen is None:
        if code:
            raise Absent
        return Roster("", Bilingual("", ""), on.text, ())
    claims = claims_of(StatusClaim.objects.filter(initiative=chosen))
    return Roster(chosen.code, Bilingual(chosen.name_ar, chosen.name_en), on.text, standings_of(claims, on))


def claims_of(rows: QuerySet[StatusClaim]) -> list[tuple[str, str, Claim, str]]:
    """Party code, public id, the claim, its source."""
    values = rows.order_by("party__code", "pk").values_list(
        *("party__code", "public_id", "pk", "status", "since", "seen_on", "preferred", "source")
    )
    return [
        (party, public_id, Claim(pk, status, since, seen_on, preferred), source)
        for party, public_id, pk, status, since, seen_on, preferred, source in values
    ]


def standings_of(claims: list[tuple[str, str, Claim, str]], on: PartialDate) -> tuple[Standing, ...]:
    found = []
    for party in dict.fromkeys(code for code, *_ in claims):
        own = {claim.key: (public_id, source) for code, public_id, claim, source in claims if code == party}
        same = [claim for code, _, claim, _ in claims if code == party]
        if claim := standing_claim(same, on):
            public_id, source = own[claim.key]
            differ = disputed(same, claim.status)
            found.append(Standing(party, claim.status, claim.since, claim.seen_on, source, differ, public_id))
    return tuple(found)
