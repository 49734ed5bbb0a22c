"""The page of a party."""

from __future__ import annotations

from django.db.models import Q

from mithaq.access.models import Account, Alias, Mission, Party, Post, StatusClaim, Tenure
from mithaq.access.operation import read
from mithaq.access.permissions import Permission
from mithaq.access.shapes import PAGE, Officer, history_of, officer, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads.figures import figure_rows
from mithaq.register.parties.reads.shapes import MissionShown, PartyPage, PostShown, StatusClaimed
from mithaq.register.parties.reads.standings import claims_of, on_date, standings_of
from mithaq.register.parties.reads.tenures import held_posts


@read("parties.page")
def party_page(viewer: Viewer, *, party: str) -> PartyPage:
    """A party by its code or public id: every claim about its standing, missions, posts with who held them, figures, history."""
    row = Party.objects.filter(Q(code=party) | Q(public_id=party)).first()
    if row is None:
        raise Absent
    claims = claims_of(StatusClaim.objects.filter(party=row))
    return PartyPage(
        row.public_id,
        row.code,
        row.kind,
        Bilingual(row.name_ar, row.name_en),
        Bilingual(row.short_ar or row.name_ar, row.short_en or row.name_en),
        tuple(Alias.objects.filter(party=row).order_by("pk").values_list("written", flat=True)),
        _claimed(row),
        standings_of(claims, on_date("")),
        _missions(row),
        _posts(row),
        figure_rows(Figure.objects.filter(party=row.code).order_by("-as_of", "-pk")[:PAGE]),
        _officers(viewer, row.code),
        history_of(row.public_id),
        row.version,
        seen_by(row.label_id),
    )


def _claimed(party: Party) -> tuple[StatusClaimed, ...]:
    rows = StatusClaim.objects.filter(party=party).select_related("initiative")
    return tuple(
        StatusClaimed(
            row.public_id,
            row.initiative.code,
            Bilingual(row.initiative.name_ar, row.initiative.name_en),
            row.status,
            row.since,
            row.seen_on,
            row.source,
            row.preferred,
            Bilingual(row.why_ar, row.why_en),
            seen_by(row.label_id),
        )
        for row in sorted(rows, key=lambda row: (row.since or row.seen_on, not row.preferred, row.pk), reverse=True)
    )


def _missions(party: Party) -> tuple[MissionShown, ...]:
    return tuple(
        MissionShown(
            row.public_id,
            Bilingual(row.name_ar, row.name_en),
            row.city,
            row.accredited,
            row.source,
            seen_by(row.label_id),
        )
        for row in Mission.objects.filter(party=party).order_by("pk")
    )


def _posts(party: Party) -> tuple[PostShown, ...]:
    held = held_posts(Tenure.objects.filter(post__party=party))
    rows = (
        Post.objects.filter(party=party)
        .order_by("pk")
        .values_list(*("public_id", "title_ar", "title_en", "mission__name_ar", "mission__name_en", "label_id"))
    )
    return tuple(
        PostShown(
            public_id,
            Bilingual(ar, en),
            Bilingual(mission_ar or "", mission_en or ""),
            tuple(tenure for tenure in held if tenure.post == public_id),
            seen_by(label_id),
        )
        for public_id, ar, en, mission_ar, mission_en, label_id in rows
    )


def _officers(viewer: Viewer, party: str) -> tuple[Officer, ...]:
    if viewer.party != party and Permission.COMMITMENTS_MANAGE not in viewer.permissions:
        return ()
    accounts = Account.objects.filter(party=party, is_active=True).order_by("username")
    return tuple(shown for account in accounts if (shown := officer(account)))
