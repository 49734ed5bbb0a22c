"""What acts of training are about: courses, activities, nominations, offers of seats, centres, dossiers, certificates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from mithaq.access.reads import parties
from mithaq.access.shapes import Seen
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.reads import (
    ActivityRow,
    activity_list,
    activity_page,
    nomination_page,
    swap_page,
)
from mithaq.register.training.reads import (
    CentrePage,
    DossierShown,
    centre_list,
    centre_page,
    certificate_page,
    course_page,
    criterion_page,
    dossier_page,
    trainer_list,
    trainer_page,
)
from mithaq.web.acts import Thing
from mithaq.web.choices import Options, signed
from mithaq.web.consult_things import goal_options
from mithaq.web.days import gregorian, tongue
from mithaq.web.table_things import in_both
from mithaq.web.zones import zone_options

NO_NAME = Bilingual("", "")


def party_options(viewer: Viewer) -> Options:
    """All parties but the viewer's own."""
    names = parties(viewer).values()
    return [(p.code, p.short.in_language(tongue())) for p in names if p.code != viewer.party]


def centre_options(viewer: Viewer) -> Options:
    """All centres."""
    return [(row.party, row.name.in_language(tongue())) for row in centre_list(viewer)]


def activity_thing(viewer: Viewer, public_id: str) -> Thing:
    """An activity that something is to be done with."""
    page = activity_page(viewer, activity=public_id)
    row = page.row
    known: dict[str, Any] = {name: getattr(row, name) for name in ("begins", "ends", "country", "languages")}
    known |= {name: getattr(row, name) for name in ("delivery", "mode", "frame", "capacity")}
    known |= {name: getattr(page, name) for name in ("zone", "areas", "order", "release_days")}
    known |= in_both(title=row.title, city=row.city, venue=page.venue, for_whom=page.for_whom)
    seated = [one for one in page.nominations if one.stage == "accepted"]
    return Thing(
        *("activity", row.public_id, row.ref, row.title, "", "", page.seen, page.version),
        known,
        page.possible,
        choices={
            "zone": zone_options,
            "taker": lambda: [one for one in party_options(viewer) if _sees(one[0], page.seen)],
            "in_return": lambda: [("", gettext("For nothing")), *_open_ones(viewer, row.public_id)],
            "nominations": lambda: [(one.public_id, _called(one.name, one.party, one.number)) for one in seated],
            "trainer": lambda: trainer_options(viewer, row.host),
            "basis": lambda: signed("basis"),
        },
        page=reverse("activity", args=[row.public_id]),
    )


def _sees(party: str, seen: Seen) -> bool:
    """Whether this party is one of those who see it."""
    return not seen.audience or party in seen.audience


def _open_ones(viewer: Viewer, but: str) -> Options:
    """The other activities that take nominations, by their references."""
    rows = activity_list(viewer, state="open").entries
    return [(one.ref, _in_short(one)) for one in rows if one.public_id != but]


def _in_short(row: ActivityRow) -> str:
    return " · ".join((row.ref, row.title.in_language(tongue()), gregorian(row.begins)))


def trainer_options(viewer: Viewer, centre: str) -> Options:
    """Those on the roster of this centre."""
    return [(one.public_id, one.name.in_language(tongue())) for one in trainer_list(viewer, centre=centre).entries]


def _called(name: Bilingual, party: str, number: int) -> str:
    return name.in_language(tongue()) or f"{party}-{number}"


def nomination_thing(viewer: Viewer, public_id: str) -> Thing:
    """A nomination that is to go a step further."""
    one = nomination_page(viewer, nomination=public_id)
    title = one.name if one.name else Bilingual(f"{one.party}-{one.number}", f"{one.party}-{one.number}")
    return Thing(
        *("nomination", one.public_id, f"{one.party}-{one.number}", title, "", "", one.seen, one.version),
        choices={"result": lambda: signed("result")},
        page=reverse("nomination", args=[one.public_id]),
    )


def swap_thing(viewer: Viewer, public_id: str) -> Thing:
    """Seats that were offered."""
    one = swap_page(viewer, swap=public_id)
    return Thing(
        *("swap", one.public_id, f"{one.giver} → {one.taker}", one.activity.title, "", "", one.seen, one.version),
        page=reverse("activity", args=[one.activity.public_id]),
    )


def course_thing(viewer: Viewer, public_id: str) -> Thing:
    """A course of the catalogue."""
    page = course_page(viewer, course=public_id)
    row = page.row
    level = page.seen.level if page.seen.level != "PUBLIC" else "OFFICIAL"
    known: dict[str, Any] = {**page.facts, "level": level, "levels": page.levels, "zone": "Asia/Kuwait"}
    known["audience"] = page.seen.audience
    known |= {name: getattr(row, name) for name in ("kind", "areas", "certification", "languages", "days", "mode")}
    known["depth"] = row.depth or ""
    known |= in_both(title=row.title, discipline=page.discipline, aim=page.aim, description=page.description)
    known |= in_both(notes=page.notes, clearance=page.clearance, for_whom=page.for_whom, payment=page.payment)
    return Thing(
        *("course", row.public_id, row.code, row.title, "", "", page.seen, page.version),
        known,
        choices={
            "zone": zone_options,
            "kind": lambda: signed("training_kind"),
            "goal": lambda: goal_options(viewer),
        },
        page=reverse("course", args=[row.public_id]),
    )


def trainer_thing(viewer: Viewer, public_id: str) -> Thing:
    """Somebody on the roster of whom something is to be put right."""
    one = trainer_page(viewer, trainer=public_id).row
    known: dict[str, Any] = {"home": one.home, "languages": one.languages, "since": one.since, "until": one.until}
    known |= in_both(name=one.name, subjects=one.subjects)
    return Thing(
        *("trainer", one.public_id, "", one.name, "", "", one.seen, one.version),
        known,
        page=reverse("trainer", args=[one.public_id]),
    )


def _of_centre(kind: str, public_id: str, ref: str, page: CentrePage, version: int, **known: Any) -> Thing:
    return Thing(
        *(kind, public_id, ref, page.row.name, "", "", page.seen, version),
        {"level": "OFFICIAL", **known},
        choices={"kind": lambda: signed("training_kind")},
        page=reverse("centre", args=[page.row.party]),
    )


def centre_thing(viewer: Viewer, code: str) -> Thing:
    """A centre of which something is to be said."""
    page = centre_page(viewer, centre=code)
    known = {"country": page.row.country, "opened": page.row.opened, "source": page.source}
    return _of_centre(
        "centre", code, code, page, page.version, **known, **in_both(about=page.about, city=page.row.city)
    )


def dossier_thing(viewer: Viewer, public_id: str) -> Thing:
    """A dossier that is to go further."""
    one = dossier_page(viewer, dossier=public_id)
    return _dossier_thing("dossier", public_id, one, one.network, one.version, {}, one.possible)


def _dossier_thing(
    kind: str, public_id: str, one: Any, title: Bilingual, version: int, known: dict[str, Any], possible: Any = ()
) -> Thing:
    place = reverse("centre", args=[one.centre]) if isinstance(one, DossierShown) else reverse("centres")
    return Thing(*(kind, public_id, "", title, "", "", one.seen, version), known, possible, page=place)


def criterion_thing(viewer: Viewer, public_id: str) -> Thing:
    """A criterion that is to be shown or judged."""
    one = criterion_page(viewer, criterion=public_id)
    return _dossier_thing("criterion", public_id, one, one.words, one.version, {"evidence": one.evidence})


def certificate_thing(viewer: Viewer, public_id: str) -> Thing:
    """A certificate that is to be revoked."""
    one = certificate_page(viewer, certificate=public_id)
    return Thing(
        *("certificate", one.public_id, "", one.name, "", "", one.seen, one.version),
        page=reverse("nomination", args=[one.nomination]),
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "activity": activity_thing,
    "nomination": nomination_thing,
    "swap": swap_thing,
    "course": course_thing,
    "trainer": trainer_thing,
    "centre": centre_thing,
    "dossier": dossier_thing,
    "criterion": criterion_thing,
    "certificate": certificate_thing,
}
