"""The pack of a dossier: all that a centre shows of itself to those who accredit it, with its sources, cut for the viewer."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Count

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, party_names, seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.activities.steps import State
from mithaq.register.parties.reads import FigureRow, figures
from mithaq.register.training.control import review_due
from mithaq.register.training.models import Centre, Course, Dossier, Trainer, YearProgramme
from mithaq.register.training.reads.centres import dossiers_shown, year_shown
from mithaq.register.training.reads.courses import FIELDS, as_text, row_of
from mithaq.register.training.reads.shapes import CourseRow, CriterionShown, DossierShown, YearShown

REFERENCE = re.compile(r"\bD-\d{4}-(?:[A-Z]{2,4}-)?\d{3,}\b")
MORE = ("levels", "control_version", "control_signed", "review_due", "least_gain", "standard", "valid_months")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document in the archive that a centre shows as evidence."""

    document: str
    ref: str
    title: str
    published: str


@dataclass(frozen=True, slots=True)
class PackCourse:
    """A course of the centre by what is known of it, without a verdict. `due`: when its control documents are reviewed, as it
    was said or three years after they were signed; empty: not known. `held` and `ahead` count the runs that the viewer sees."""

    row: CourseRow
    levels: tuple[str, ...]
    control_version: str
    control_signed: str
    due: str
    overdue: bool
    least_gain: str
    standard: str
    valid_months: str
    held: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Trainers:
    """How many trainers of the roster, from which party, and in which languages they teach."""

    home: str
    count: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A dossier with its centre. `counts`: of criteria by how they were judged (empty: not yet); `open`: the criteria on which
    work remains; `documents`: those of the archive that evidence names, by reference; `more_figures`: these are the newest of more;
    `seen`: by whom all of it may be seen."""

    dossier: DossierShown
    name: Bilingual
    city: Bilingual
    country: str
    opened: str
    about: Bilingual
    source: str
    counts: dict[str, int]
    open: tuple[CriterionShown, ...]
    documents: dict[str, Shown]
    courses: tuple[PackCourse, ...]
    years: tuple[YearShown, ...]
    trainers: tuple[Trainers, ...]
    figures: tuple[FigureRow, ...]
    more_figures: bool
    parties: dict[str, Bilingual]
    as_of: str
    seen: Seen


@read("dossiers.pack")
def dossier_pack(viewer: Viewer, *, dossier: str) -> Pack:
    """What a centre shows of itself for this accreditation: the criteria with their evidence and how each was judged, visits,
    decision, its courses, years, trainers in numbers, and the figures told about it. The same number of queries whatever there is.
    """
    found = find(Dossier.objects.select_related("centre"), dossier)
    (shown,) = dossiers_shown(viewer, [found])
    today, names = clock.today(settings.TIME_ZONE), party_names()
    centre: Centre = found.centre
    courses, runs = _courses(centre.party, today)
    years = tuple(map(year_shown, YearProgramme.objects.filter(centre=centre).order_by("-year", "-pk")))
    trainers, rosters = _trainers(centre.party, today)
    told = figures(viewer, party=centre.party)
    seens = (*(one.row.seen for one in courses), *(one.seen for one in years), *(one.seen for one in told.entries))
    return Pack(
        dossier=shown,
        name=names[centre.party].name if centre.party in names else Bilingual(centre.party, centre.party),
        city=Bilingual(centre.city_ar, centre.city_en),
        country=centre.country,
        opened=centre.opened,
        about=Bilingual(centre.about_ar, centre.about_en),
        source=centre.source,
        counts=dict(Counter(one.met for one in shown.criteria)),
        open=tuple(one for one in shown.criteria if one.met != "yes" or not one.evidence),
        documents=_documents(one.evidence for one in shown.criteria),
        courses=courses,
        years=years,
        trainers=trainers,
        figures=told.entries,
        more_figures=bool(told.more),
        parties={code: name.name for code, name in names.items()},
        as_of=today.isoformat(),
        seen=seen_together([shown.seen, seen_by(centre.label_id), *seens, *map(seen_by, runs | rosters)]),
    )


def _documents(said: Iterable[str]) -> dict[str, Shown]:
    """The documents that these words name by a reference, as far as the viewer sees one and no second one. One query."""
    refs = {ref for words in said for ref in REFERENCE.findall(words)}
    found: defaultdict[str, list[Shown]] = defaultdict(list)
    for values in Document.objects.filter(ref__in=refs).values_list("public_id", "ref", "title", "published"):
        found[values[1]].append(Shown(*values))
    return {ref: rows[0] for ref, rows in found.items() if len(rows) == 1}


def _courses(centre: str, today: date) -> tuple[tuple[PackCourse, ...], set[int]]:
    """The courses of this centre by code, and the labels of their runs. Two queries."""
    rows = Course.objects.filter(centre=centre).order_by("code").values_list("pk", *FIELDS, *MORE)
    counts: Counter[tuple[int, bool]] = Counter()
    runs = Activity.objects.filter(offering__course__centre=centre).exclude(state=State.CANCELLED)
    labels = set()
    for course, state, label, count in runs.values_list("offering__course_id", "state", "label_id").annotate(
        Count("pk")
    ):
        counts[course, state == State.HELD] += count
        labels.add(label)
    return tuple(_course(v, counts, today) for v in rows), labels


def _course(values: tuple[Any, ...], counts: Counter[tuple[int, bool]], today: date) -> PackCourse:
    pk, row = values[0], row_of(*values[1 : len(FIELDS) + 1])
    levels, version, signed, due, gain, standard, months = values[len(FIELDS) + 1 :]
    by = review_due(as_text(signed), as_text(due))
    over = bool(by) and by < today.isoformat()
    return PackCourse(
        *(row, levels, version, as_text(signed), by, over, as_text(gain), as_text(standard), as_text(months)),
        *(counts[pk, True], counts[pk, False]),
    )


def _trainers(centre: str, today: date) -> tuple[tuple[Trainers, ...], set[int]]:
    """Who is on the roster today, in numbers, most first, and the labels of these rows. One query."""
    all_rows = Trainer.objects.filter(centre=centre).values_list("home", "languages", "label_id", "until")
    rows = [row[:3] for row in all_rows if not row[3] or PartialDate.parse(row[3]).last >= today]
    homes = Counter(home for home, *_ in rows)
    spoken = {home: sorted({code for other, codes, _ in rows if other == home for code in codes}) for home in homes}
    ordered = sorted(homes.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Trainers(home, count, tuple(spoken[home])) for home, count in ordered), {label for *_, label in rows}
