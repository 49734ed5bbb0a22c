"""What was asked and scored in an offering; who can be asked; what a file of results would come to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Invalid
from mithaq.core.packing import unpack
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity, Nomination, Nominee
from mithaq.register.activities.rights import runs
from mithaq.register.activities.steps import Stage
from mithaq.register.instruments.examining import examined
from mithaq.register.instruments.models import Instrument, Link, Result, ResultImport, Sitting, Wave
from mithaq.register.instruments.outcome import Examined
from mithaq.register.instruments.placing import Placed
from mithaq.register.instruments.reads.instruments import rows_of
from mithaq.register.instruments.reads.shapes import (
    ColumnSeen,
    ImportShown,
    OfferingResults,
    Preview,
    ResultShown,
    ToInvite,
    WaveCount,
)
from mithaq.register.instruments.results import NOMINATION
from mithaq.register.instruments.sources import Source, header_of
from mithaq.register.training.models import Course
from mithaq.register.training.reads.courses import as_text

SHOWN = 200  # people of an offering, rows of a sample, errors
SAMPLE = 5
UNNAMED = Bilingual("", "")


def _offered(activity: str) -> tuple[Activity, Course]:
    """The offering, and the course that it is of; Absent where it is of none."""
    found: Activity = find(Activity.objects.all(), activity)
    course: Course | None = Course.objects.filter(offerings__activity=found).first()
    if course is None:
        raise Absent
    return found, course


@read("results.of_offering")
def offering_results(viewer: Viewer, *, activity: str) -> OfferingResults:
    """The results of an offering of a course that the viewer may see: a party its own people, who runs or keeps it all; how
    many forms were asked for and came, by wave; files that were taken in. Absent for an activity that is no offering."""
    found, course = _offered(activity)
    rows = Result.objects.filter(activity=found).order_by("party", "person")
    shown, names = list(rows[: SHOWN + 1]), _names(found)
    instruments = Instrument.objects.filter(course=course.pk).order_by("level", "form", "pk")
    return OfferingResults(
        *(found.public_id, found.ref, Bilingual(found.title_ar, found.title_en), found.begins.isoformat()),
        *(course.code, Bilingual(course.title_ar, course.title_en), course.public_id, _waves(found)),
        tuple(_shown(row, names) for row in shown[:SHOWN]),
        *(rows.count(), len(shown) > SHOWN, rows_of(instruments)),
        *(_imports(viewer, found), _may(viewer, found), seen_by(found.label_id)),
    )


def _names(activity: Activity) -> dict[tuple[str, str], Bilingual]:
    """The names behind the nominations with a seat, as far as the viewer may see them."""
    rows = Nominee.objects.filter(nomination__activity=activity, nomination__stage=Stage.ACCEPTED)
    told = rows.values_list("nomination__party", "nomination__number", "name_ar", "name_en")
    return {(party, f"N{number}"): Bilingual(ar, en) for party, number, ar, en in told}


def _shown(row: Result, names: dict[tuple[str, str], Bilingual]) -> ResultShown:
    return ResultShown(
        *(row.party, row.person, names.get((row.party, row.person), UNNAMED)),
        *(as_text(row.pre), as_text(row.post), as_text(row.followup), as_text(row.maximum)),
        *(row.completed, row.version),
    )


def _waves(activity: Activity) -> tuple[WaveCount, ...]:
    links = Link.objects.filter(activity=activity).order_by().values("wave")
    asked = {
        wave: (n, used)
        for wave, n, used in links.annotate(
            n=Count("pk"), used=Count("pk", filter=Q(used_on__isnull=False))
        ).values_list("wave", "n", "used")
    }
    filled = Counter(Sitting.objects.filter(activity=activity).values_list("wave", flat=True))
    return tuple(
        WaveCount(wave.value, *asked.get(wave.value, (0, 0)), filled[wave.value])
        for wave in Wave
        if wave.value in asked or filled[wave.value]
    )


def _imports(viewer: Viewer, activity: Activity) -> tuple[ImportShown, ...]:
    ids: set[str] = set()
    for model in (Result, Sitting):
        told = model.objects.filter(activity=activity).exclude(taken_in="").order_by()
        ids.update(told.values_list("taken_in", flat=True).distinct())
    rows = list(ResultImport.objects.filter(public_id__in=ids).order_by("-pk"))
    return imports_shown(viewer, rows) if runs(viewer, activity) else ()


def imports_shown(viewer: Viewer, rows: Iterable[ResultImport]) -> tuple[ImportShown, ...]:
    """These imports in their order. Inside a visit."""
    told = list(rows)
    names = names_of(row.by for row in told)
    undoes = P.RESULTS_RECORD in viewer.permissions
    return tuple(
        ImportShown(
            *(row.public_id, row.name, row.rows, len(row.filled), row.forms, names[row.by], row.at.isoformat()),
            row.taken_out_at.isoformat() if row.taken_out_at else "",
            ("results.undo",) if undoes and row.taken_out_at is None else (),
        )
        for row in told
    )


@read("results.imports")
def result_imports(viewer: Viewer) -> tuple[ImportShown, ...]:
    """The newest 20 files of results that the viewer's party took in, or that are of an offering which it runs or keeps."""
    if P.RESULTS_RECORD not in viewer.permissions:
        return ()
    return imports_shown(viewer, ResultImport.objects.order_by("-pk")[:20])


def _may(viewer: Viewer, activity: Activity) -> tuple[str, ...]:
    if P.RESULTS_RECORD not in viewer.permissions or not runs(viewer, activity):
        return ()
    return ("instruments.invite", "instruments.record", "results.record", "results.take_in")


@read("instruments.to_invite")
def to_invite(viewer: Viewer, *, activity: str) -> tuple[ToInvite, ...]:
    """Those who can be asked to fill a form of an offering: who has a seat, and who has results; by party and number. Only for
    who runs or keeps it."""
    found, _ = _offered(activity)
    if P.RESULTS_RECORD not in viewer.permissions or not runs(viewer, found):
        return ()
    seated = Nomination.objects.filter(activity=found, stage=Stage.ACCEPTED).values_list("party", "number")
    known = Result.objects.filter(activity=found).values_list("party", "person")
    people = {(party, f"N{number}") for party, number in seated}
    people |= {(party, person) for party, person in known if not NOMINATION.fullmatch(person)}
    names = _names(found)
    return tuple(
        ToInvite(party, person, names.get((party, person), UNNAMED))
        for party, person in sorted(people, key=lambda one: (one[0], len(one[1]), one[1]))
    )


@read("results.preview")
def preview(
    viewer: Viewer,
    *,
    packed: str = "",
    name: str = "",
    activity: str = "",
    party: str = "",
    wave: str = "",
    instrument: str = "",
    maximum: str = "",
    match: str = "",
) -> Preview:
    """What a file of results would come to: which column is what, what is still to be said, what is wrong by row. `packed`: the
    file, compressed by zlib, in base64; `match`: an object as JSON. Nothing is kept of it."""
    source = Source(
        *(name, unpack(packed), activity, party, wave, instrument, _number(maximum), _matched(match)),
    )
    lines, by = header_of(source)
    columns = tuple(
        ColumnSeen(column, by.field_of(at), tuple(line[at] for line in lines[1:4] if at < len(line) and line[at]))
        for at, column in enumerate(lines[0])
    )
    try:
        found = examined(viewer, source)
    except Invalid as problem:
        needs = {field: " ".join(one["message"] for one in told) for field, told in problem.errors.items()}
        return Preview(columns, needs, 0, 0, 0, 0, (), 0, (), ())
    return Preview(
        *(columns, {}, len(found.fresh), len(found.fills), found.same, len(found.forms) + len(found.tests)),
        *(tuple(one.said() for one in found.wrong[:SHOWN]), len(found.wrong)),
        *(tuple(found.notes), _sample(found)),
    )


def _number(said: str) -> float | None:
    try:
        return float(said) if said else None
    except ValueError:
        return None


def _matched(said: str) -> dict[str, str]:
    try:
        told: Any = json.loads(said) if said else {}
    except ValueError:
        return {}
    return {str(column): str(field) for column, field in told.items()} if isinstance(told, dict) else {}


def _sample(found: Examined) -> tuple[ResultShown, ...]:
    placed: list[Placed] = [
        *found.fresh[:SAMPLE],
        *(one for one, _, _ in found.fills[:SAMPLE]),
        *found.answering[:SAMPLE],
    ]
    return tuple(
        ResultShown(
            *(one.party, one.person, UNNAMED, _text(one.row.pre), _text(one.row.post), _text(one.row.followup)),
            *(_text(one.row.maximum), bool(one.row.completed), 1),
        )
        for one in placed[:SAMPLE]
    )


def _text(score: float | None) -> str:
    return "" if score is None else f"{score:g}"
