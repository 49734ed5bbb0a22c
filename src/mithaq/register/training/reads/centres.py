"""Centres with their dossiers and annual programmes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PartyName, history_of, party_names, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.training.dossiers import TRANSITIONS
from mithaq.register.training.filing import centre_of
from mithaq.register.training.models import Centre, Course, Criterion, Dossier, Inspection, YearProgramme
from mithaq.register.training.reads.courses import FIELDS, offerings_of
from mithaq.register.training.reads.courses import row_of as course_row
from mithaq.register.training.reads.offerings import manages
from mithaq.register.training.reads.shapes import (
    CentrePage,
    CentreRow,
    CriterionShown,
    DossierShown,
    InspectionShown,
    YearShown,
)


@read("centres.list")
def centre_list(viewer: Viewer) -> tuple[CentreRow, ...]:
    """All centres, by code."""
    names, states = party_names(), _states()
    return tuple(_row(row, names, states[row.pk]) for row in Centre.objects.order_by("party"))


def _states() -> defaultdict[int, list[str]]:
    states: defaultdict[int, list[str]] = defaultdict(list)
    for centre, state in Dossier.objects.order_by("pk").values_list("centre_id", "state"):
        states[centre].append(state)
    return states


def _row(row: Centre, names: dict[str, PartyName], states: Iterable[str]) -> CentreRow:
    name = names[row.party].name if row.party in names else Bilingual(row.party, row.party)
    return CentreRow(row.party, name, Bilingual(row.city_ar, row.city_en), row.country, row.opened, tuple(states))


@read("centres.page")
def centre_page(viewer: Viewer, *, centre: str) -> CentrePage:
    """A centre by its code, with its courses, their runs, its dossiers and annual programmes as the viewer may see them."""
    found = centre_of(centre)
    dossiers = dossiers_shown(viewer, Dossier.objects.filter(centre=found).order_by("-pk"))
    may = ["centres.describe", "courses.add", "centres.plan_year", "trainers.add"] if manages(viewer, centre) else []
    may += ["dossiers.open"] if P.CENTRES_MANAGE in viewer.permissions else []
    return CentrePage(
        found.public_id,
        _row(found, party_names(), [dossier.state for dossier in dossiers]),
        Bilingual(found.about_ar, found.about_en),
        found.source,
        tuple(course_row(*v) for v in Course.objects.filter(centre=centre).order_by("code").values_list(*FIELDS)),
        offerings_of(Activity.objects.filter(host=centre)),
        dossiers,
        tuple(map(year_shown, YearProgramme.objects.filter(centre=found).order_by("-year", "-pk"))),
        tuple(may),
        history_of(found.public_id, *(dossier.public_id for dossier in dossiers)),
        found.version,
        seen_by(found.label_id),
    )


def year_shown(row: YearProgramme) -> YearShown:
    """A year as it leaves the house."""
    adopted = row.adopted_on.isoformat() if row.adopted_on else ""
    return YearShown(row.year, Bilingual(row.aims_ar, row.aims_en), adopted, row.source, seen_by(row.label_id))


@read("centres.dossier")
def dossier_page(viewer: Viewer, *, dossier: str) -> DossierShown:
    """A dossier with its criteria, their evidence, visits and the decision."""
    (shown,) = dossiers_shown(viewer, [find(Dossier.objects.select_related("centre"), dossier)])
    return shown


@read("centres.criterion")
def criterion_page(viewer: Viewer, *, criterion: str) -> CriterionShown:
    """One criterion of a dossier."""
    found = find(Criterion.objects.select_related("dossier__centre"), criterion)
    return _criterion(viewer, found, found.dossier.centre.party)


def dossiers_shown(viewer: Viewer, rows: Iterable[Dossier]) -> tuple[DossierShown, ...]:
    """These dossiers in their order. Three queries at most for any number. Inside a visit."""
    dossiers = list(rows)
    criteria: defaultdict[int, list[Criterion]] = defaultdict(list)
    visits: defaultdict[int, list[Inspection]] = defaultdict(list)
    parties = dict(Centre.objects.values_list("pk", "party"))
    if dossiers:
        for criterion in Criterion.objects.filter(dossier__in=dossiers).order_by("number", "pk"):
            criteria[criterion.dossier_id].append(criterion)
        for visit in Inspection.objects.filter(dossier__in=dossiers).order_by("on", "pk"):
            visits[visit.dossier_id].append(visit)
    return tuple(_shown(viewer, row, parties[row.centre_id], criteria[row.pk], visits[row.pk]) for row in dossiers)


def _shown(
    viewer: Viewer, row: Dossier, centre: str, criteria: list[Criterion], visits: list[Inspection]
) -> DossierShown:
    runs = P.CENTRES_MANAGE in viewer.permissions
    return DossierShown(
        *(row.public_id, centre, Bilingual(row.network_ar, row.network_en), row.state, row.since, row.source),
        row.decided_on.isoformat() if row.decided_on else "",
        row.decision,
        row.review_due.isoformat() if row.review_due else "",
        row.review_due is not None and row.review_due < clock.today(),
        tuple(_criterion(viewer, one, centre) for one in criteria),
        tuple(InspectionShown(v.on.isoformat(), v.assessors, Bilingual(v.found_ar, v.found_en)) for v in visits),
        tuple(state.value for state in TRANSITIONS[row.state]) if runs else (),
        ("dossiers.step", "dossiers.set_criterion", "dossiers.note_visit") if runs else (),
        row.version,
        seen_by(row.label_id),
    )


def _criterion(viewer: Viewer, row: Criterion, centre: str) -> CriterionShown:
    may = ["dossiers.show_evidence"] if manages(viewer, centre) else []
    may += ["dossiers.judge"] if P.CENTRES_MANAGE in viewer.permissions else []
    return CriterionShown(
        *(row.public_id, row.number, Bilingual(row.words_ar, row.words_en), row.evidence, row.met, row.judged_by),
        row.judged_at.isoformat() if row.judged_at else "",
        *(tuple(may), row.version, seen_by(row.label_id)),
    )
