"""Who attended how long, and how it ended for each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.register.activities.forms import NoteAttendance, NoteParticipation
from mithaq.register.activities.models import Activity, Attendance, Nomination, Participation
from mithaq.register.activities.rights import NOT_THE_HOST, check, runs
from mithaq.register.activities.seating import locked, nomination_locked
from mithaq.register.activities.steps import Stage


@operation("attendance.note", needs=Permission.PLACES_DECIDE, form=NoteAttendance)
def note_attendance(
    viewer: Viewer, *, activity: str, day: date, hours: Decimal, nominations: tuple[str, ...]
) -> Reference:
    """The hours that these attended on a day of the activity. Said again for the same day, it takes the place of what was."""
    found = locked(activity)
    check(runs(viewer, found), NOT_THE_HOST)
    if not found.begins <= day <= found.ends:
        raise invalid("day", "This is no day of the activity.", "day")
    _check_begun(found)
    rows = list(Nomination.objects.filter(activity=found, public_id__in=nominations, stage=Stage.ACCEPTED))
    if len(rows) != len(nominations):
        raise Absent
    for row in rows:
        Attendance.objects.update_or_create(
            nomination=row, day=day, defaults={"hours": hours, "label_id": row.label_id}
        )
    return Reference(found.public_id, found.label_id, {"attendance": [None, day.isoformat()]})


def _check_begun(activity: Activity) -> None:
    if activity.begins > clock.today(activity.zone):
        raise Problem("This activity has not begun.", code="not_begun")


@operation("participation.note", needs=Permission.PLACES_DECIDE, form=NoteParticipation)
def note_participation(viewer: Viewer, *, nomination: str, version: int, result: str, words: str = "") -> Reference:
    """How it ended for somebody who had a seat: completed, took part, or did not come."""
    found, activity = nomination_locked(nomination)
    check(runs(viewer, activity), NOT_THE_HOST)
    _check_begun(activity)
    if found.stage != Stage.ACCEPTED:
        raise Problem("This nomination has no seat.", code="no_seat")
    before = Participation.objects.filter(nomination=found).first()
    update_at(Nomination.objects.filter(pk=found.pk), version)
    noted = {"result": result, "words": words, "noted_by": viewer.account, "noted_at": clock.now()}
    Participation.objects.update_or_create(nomination=found, defaults={"label_id": found.label_id, **noted})
    return Reference(nomination, found.label_id, {"result": [before.result if before else None, result]})
