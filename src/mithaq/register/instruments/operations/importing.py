"""Results taken in as a file: all of it or nothing, with what is wrong by row; tried first if wished; undone as a whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import F
from django.utils.translation import gettext

from mithaq.access.inserting import insert_rows
from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Conflict, Invalid, Problem
from mithaq.core.packing import unpack
from mithaq.register.activities.models import Activity
from mithaq.register.activities.rights import NOT_THE_HOST, between, check, runs
from mithaq.register.instruments.examining import examined
from mithaq.register.instruments.forms import TakeInResults, UndoResults
from mithaq.register.instruments.forms_in_files import Labels, store_form, store_tests
from mithaq.register.instruments.models import Result, ResultImport, Sitting
from mithaq.register.instruments.outcome import Examined
from mithaq.register.instruments.placing import Placed, chunks
from mithaq.register.instruments.progress import step
from mithaq.register.instruments.sources import Source
from mithaq.register.instruments.storing import is_scored
from mithaq.register.instruments.tables.rows import Wrong

SHOWN = 100  # errors that are told; how many there are is told always
BATCH = 5_000  # rows of one statement
COLUMNS = (
    *("label_id", "activity_id", "course", "area", "party", "person", "pre", "post", "followup", "maximum", "pre_on"),
    *("post_on", "followup_on", "completed", "taken_in", "demonstration", "version"),
)


@operation("results.take_in", needs=Permission.RESULTS_RECORD, form=TakeInResults)
def take_in_results(
    viewer: Viewer,
    *,
    file: UploadedFile | None = None,
    packed: str = "",
    name: str = "",
    activity: str = "",
    party: str = "",
    wave: str = "",
    instrument: str = "",
    maximum: Decimal | None = None,
    match: dict[str, str] | None = None,
    try_only: bool = False,
) -> Reference:
    """Take in the results of a file: a table of ours, of a ministry, or the grade export of Moodle. One without scores, that says
    of each whether they completed the course, tells who took part in what was held before: those seats are used.

    Nothing is kept unless every row fits: what is wrong is said by row. A row adds what is not known yet; it changes no score
    that is there. `try_only`: nothing is kept, and it is said what would be.
    """
    content = file.read() if file else unpack(packed)
    source = Source(
        *((file.name if file else name) or "", content, activity, party, wave, instrument),
        *(float(maximum) if maximum else None, match or {}),
    )
    found = examined(viewer, source)
    if found.wrong:
        raise Invalid({"file": told(found.wrong)})
    if try_only:
        raise Problem(
            "Nothing was kept: it was tried. %(fresh)s people are new, of %(filled)s a score is added, %(same)s are known, "
            "%(forms)s are filled forms.",
            code="tried",
            fresh=len(found.fresh),
            filled=len(found.fills),
            same=found.same,
            forms=len(found.forms) + len(found.tests),
        )
    if not found.fresh and not found.fills and not found.forms and not found.answering:
        raise Problem("There is nothing new in this file: every row says what is known already.", code="nothing_new")
    taken = _kept(viewer, source, found)
    changes = {"results": [None, taken.rows], "filled": [None, len(found.fills)], "form": [None, taken.forms]}
    changes = {name: told for name, told in changes.items() if told[1]}
    return Reference(taken.public_id, taken.label_id, changes)


def told(wrong: list[Wrong]) -> list[dict[str, str]]:
    """What is wrong as a form says it: the first hundred, and how many there are."""
    messages = [{"code": "row", "message": one.said()} for one in wrong[:SHOWN]]
    if len(wrong) > SHOWN:
        message = gettext("%(count)s rows in all are wrong. These are the first.") % {"count": len(wrong)}
        messages.append({"code": "more", "message": message})
    return messages


def _kept(viewer: Viewer, source: Source, found: Examined) -> ResultImport:
    places = {one.place.activity.pk: one.place.activity for one in found.fresh}
    places |= {one.place.activity.pk: one.place.activity for one, _, _ in found.fills}
    places |= {one.place.activity.pk: one.place.activity for one in (*found.forms, *found.answering)}
    taken: ResultImport = ResultImport(
        label=_import_label(viewer, list(places.values())),
        name=source.name[:200],
        sha256=sha256(source.content).hexdigest(),
        rows=len(found.fresh),
        forms=len(found.forms) + len(found.tests),
        by=viewer.account,
        at=clock.now(),
    )
    labels = Labels()
    _insert(found.fresh, labels, taken.public_id)
    taken.filled = [_fill(one, before, names) for one, before, names in found.fills]
    taken.save()
    for one in found.forms:
        store_form(found, one, source.wave, taken.public_id)
    if found.instrument and found.tests:
        store_tests(found, found.instrument, source.wave, labels, taken.public_id)
    return taken


def _import_label(viewer: Viewer, activities: list[Activity]) -> Label:
    """Of one offering: those who run and keep it; of several, the party that takes the file in."""
    if len(activities) == 1:
        return between(activities[0])
    level = max([Level.RESTRICTED, *(activity.label.marking.level for activity in activities)])
    return Label.objects.of(level, viewer.party)


def _insert(fresh: list[Placed], labels: Labels, taken_in: str) -> None:
    for at in range(0, len(fresh), BATCH):
        step(at, len(fresh))
        insert_rows(Result, COLUMNS, [_values(one, labels, taken_in) for one in fresh[at : at + BATCH]])
    step(len(fresh), len(fresh))


def _values(one: Placed, labels: Labels, taken_in: str) -> tuple[Any, ...]:
    row, activity = one.row, one.place.activity
    completed = row.post is not None if row.completed is None else row.completed
    return (
        *(labels.of(activity, one.party), activity.pk, one.place.course, one.area[:40], one.party, one.person),
        *(row.pre, row.post, row.followup, row.maximum, _day(row.pre_on), _day(row.post_on), _day(row.followup_on)),
        *(completed, taken_in, activity.demonstration, 1),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _fill(one: Placed, before: Result, names: tuple[str, ...]) -> list[Any]:
    """Write these scores into a result that is there; what is kept of it, so that it can be undone."""
    changes: dict[str, Any] = {name: Decimal(str(getattr(one.row, name))) for name in names}
    changes |= {f"{name}_on": day for name in names if (day := getattr(one.row, f"{name}_on"))}
    kept = list(changes)
    if "post" in names and not before.completed and one.row.completed is not False:
        changes["completed"] = True
        kept.append("completed")
    if not is_scored(before):
        changes["maximum"] = Decimal(str(one.row.maximum))
    rows = Result.objects.filter(pk=before.pk, version=before.version)
    if not rows.update(version=F("version") + 1, **changes):
        raise Conflict
    return [before.pk, before.version + 1, kept]


@operation("results.undo", needs=Permission.RESULTS_RECORD, form=UndoResults)
def undo_results(viewer: Viewer, *, taken_in: str) -> Reference:
    """Take the results of a file out again, also what it filled in, unless one of them was changed since."""
    found: ResultImport = find(ResultImport.objects.filter(taken_out_at=None), taken_in)
    made = Result.objects.filter(taken_in=found.public_id)
    filled = {pk: (version, columns) for pk, version, columns in found.filled}
    rows = {row.pk: row for part in chunks(filled) for row in Result.objects.filter(pk__in=part)}
    forms = Sitting.objects.filter(taken_in=found.public_id)
    activities = set(made.order_by().values_list("activity_id", flat=True).distinct())
    activities |= set(forms.order_by().values_list("activity_id", flat=True).distinct())
    _check_runs(viewer, activities | {row.activity_id for row in rows.values()})
    later = made.filter(version__gt=1).exists() or any(
        pk not in rows or rows[pk].version != version for pk, (version, _) in filled.items()
    )
    if later or made.count() != found.rows:
        message = "One of these results was changed since. Undo what came later first, or put that one right by itself."
        raise Conflict(message, code="changed")
    for pk, (_, columns) in filled.items():
        empty: dict[str, Any] = {name: False if name == "completed" else None for name in columns}
        Result.objects.filter(pk=pk).update(version=F("version") + 1, **empty)
    forms.delete()
    made.delete()
    update = ResultImport.objects.filter(pk=found.pk, taken_out_at=None)
    if not update.update(taken_out_by=viewer.account, taken_out_at=clock.now()):
        raise Conflict
    return Reference(taken_in, found.label_id, {"results": [found.rows, None], "filled": [len(filled), None]})


def _check_runs(viewer: Viewer, activities: set[int]) -> None:
    for part in chunks(activities):
        for activity in Activity.objects.filter(pk__in=part):
            check(runs(viewer, activity), NOT_THE_HOST)
