"""Links to a form for those who are to fill it; a form that was filled on paper; the scores of a person."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.activities.filing import check_sees
from mithaq.register.activities.models import Activity
from mithaq.register.activities.rights import NOT_THE_HOST, between, check, runs
from mithaq.register.activities.seating import locked
from mithaq.register.instruments.filing import check_by_link, items_of
from mithaq.register.instruments.forms import InviteAll, RecordForm, RecordResult
from mithaq.register.instruments.models import Instrument, Link, Result, Sitting
from mithaq.register.instruments.scoring import answered
from mithaq.register.instruments.storing import (
    TESTS,
    area_of,
    check_person,
    check_wave,
    course_of,
    store_sitting,
)


@operation("instruments.invite", needs=Permission.RESULTS_RECORD, form=InviteAll)
def invite_all(
    viewer: Viewer, *, activity: str, instrument: str, wave: str, expires: date, links: list[dict[str, str]]
) -> Reference:
    """Links by which each of these fills a form once, without an account: before the day on which they expire. The secrets
    are known to the caller alone, who hands them out."""
    found, form = _to_fill(viewer, activity, instrument)
    check_by_link(form, items_of(form))
    check_wave(form, wave)
    if expires < clock.today(found.zone):
        raise invalid("expires", "This day is past.", "past")
    for one in links:
        check_sees([one["party"]], found.label, "links")
        check_person(found, one["party"], one["person"])
        if Link.objects.filter(digest=one["digest"]).exists():
            raise invalid("links", "Make a new secret for each link.", "digest")
        Link.objects.create(
            label=between(found, one["party"]),
            activity=found,
            instrument=form,
            wave=wave,
            expires=expires,
            made_by=viewer.account,
            made_at=clock.now(),
            **one,
        )
    return Reference(found.public_id, between(found).id, {"wave": [None, wave], "links": [None, len(links)]})


def _to_fill(viewer: Viewer, activity: str, instrument: str) -> tuple[Activity, Instrument]:
    """The offering, locked, which the viewer runs, and an instrument of its course in use."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    form: Instrument = find(Instrument.objects.all(), instrument)
    if form.course_id != course_of(found).pk:
        raise invalid("instrument", "This instrument is of another course.", "other_course")
    if form.state == Instrument.State.DRAFT:
        raise Problem("Only an instrument in use is filled. Put it in use first.", code="not_in_use")
    return found, form


@operation("instruments.record", needs=Permission.RESULTS_RECORD, form=RecordForm)
def record_form(
    viewer: Viewer,
    *,
    activity: str,
    instrument: str,
    wave: str,
    party: str,
    person: str,
    taken_on: date,
    language: str,
    answers: dict[str, str],
) -> Reference:
    """A form that somebody filled on paper. Of a test the score follows, and stands in the results of the person."""
    found, form = _to_fill(viewer, activity, instrument)
    check_sees([party], found.label, "party")
    check_person(found, party, person)
    items = items_of(form)
    if strange := sorted(set(answers) - {str(item.number) for item in items}):
        raise invalid("answers", "There is no question %(number)s.", "number", number=strange[0])
    told, score = answered(items, answers, test=form.level == Instrument.Level.LEARNING)
    sitting = store_sitting(
        *(found, form, told),
        party=party,
        person=person,
        wave=wave,
        score=score,
        taken_on=taken_on,
        language=language,
        mode=Sitting.Mode.PAPER,
    )
    return Reference(found.public_id, sitting.label_id, {"wave": [None, wave], "party": [None, party]})


@operation("results.record", needs=Permission.RESULTS_RECORD, form=RecordResult)
def record_result(
    viewer: Viewer, /, *, activity: str, party: str, person: str, version: int | None = None, **columns: Any
) -> Reference:
    """The scores of a person in an offering; with its version, put right what stands there."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    check_sees([party], found.label, "party")
    check_person(found, party, person)
    course, label = course_of(found), between(found, party)
    before: Result | None = Result.objects.filter(activity=found, party=party, person=person).first()
    if before is None:
        own = {"course": course.code, "area": area_of(found, course), "demonstration": found.demonstration}
        Result.objects.create(label=label, activity=found, party=party, person=person, **own, **columns)
        scores = {wave: [None, str(columns[wave])] for wave in TESTS if columns[wave] is not None}
        return Reference(found.public_id, label.id, {f"{party} {person}": [None, str(scores)]})
    if not version:
        raise Problem("%(party)s %(person)s has a score there already.", code="scored", party=party, person=person)
    columns |= {"maximum": Decimal(columns["maximum"])}
    told = changed(before, **columns)
    update_at(Result.objects.filter(pk=before.pk), version, **columns)
    return Reference(found.public_id, label.id, {f"{party} {person}": [None, str(told)]})
