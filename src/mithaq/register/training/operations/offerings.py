"""One run of a course, and who teaches in it."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, known_parties, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.activities.filing import found_activity, new_activity
from mithaq.register.activities.models import Activity
from mithaq.register.parties.reach import as_wide
from mithaq.register.training.filing import centre_party, check_own_centre, found_course
from mithaq.register.training.forms import AddTrainer, AssignTrainer, DescribeTrainer, OfferCourse
from mithaq.register.training.models import Offering, Teaching, Trainer

FROM_COURSE = ("areas", "languages", "delivery", "mode", "for_whom_ar", "for_whom_en")


@operation("courses.offer", needs=Permission.COURSES_MANAGE, form=OfferCourse)
def offer_course(
    viewer: Viewer,
    /,
    *,
    course: str,
    level: str,
    audience: tuple[str, ...] = (),
    cost: Any = None,
    currency: str = "",
    **columns: Any,
) -> Reference:
    """One run of a course, in planning until it is opened for nominations. Its id is that of the activity."""
    found = found_course(course)
    check_own_centre(viewer, found.centre)
    label = label_for(viewer, level, audience)
    if not as_wide(found.label, label):
        raise invalid("audience", "The course was not released to all of these: release it first.", "not_released")
    columns |= {name: columns.get(name) or getattr(found, name) for name in FROM_COURSE}
    columns["delivery"] = columns["delivery"] or Activity.Delivery.RESIDENT.value
    activity = new_activity(
        viewer,
        label,
        kind=Activity.Kind.COURSE.value,
        title_ar=found.title_ar,
        title_en=found.title_en,
        host=found.centre,
        **columns,
    )
    Offering.objects.create(label=label, activity=activity, course=found, cost=cost, currency=currency)
    return Reference(activity.public_id, label.id, {"course": [None, found.code], "ref": [None, activity.ref]})


@operation("trainers.add", needs=Permission.COURSES_MANAGE, form=AddTrainer)
def add_trainer(
    viewer: Viewer, /, *, level: str, centre: str, audience: tuple[str, ...] = (), **columns: Any
) -> Reference:
    """Somebody on the roster of a centre."""
    label = label_for(viewer, level, audience)
    check_own_centre(viewer, centre_party(centre, label))
    known_parties(filter(None, [columns["home"]]), "home")
    trainer = Trainer.objects.create(label=label, centre=centre, **columns)
    return Reference(trainer.public_id, label.id, {"trainer": [None, {"ar": trainer.name_ar, "en": trainer.name_en}]})


@operation("trainers.describe", needs=Permission.COURSES_MANAGE, form=DescribeTrainer)
def describe_trainer(viewer: Viewer, /, *, trainer: str, version: int, **columns: Any) -> Reference:
    """Put right what the roster says of a trainer, also until when."""
    found = find(Trainer.objects.all(), trainer)
    check_own_centre(viewer, found.centre)
    known_parties(filter(None, [columns.get("home", "")]), "home")
    told = changed(found, **columns)
    update_at(Trainer.objects.filter(pk=found.pk), version, **columns)
    return Reference(trainer, found.label_id, told)


@operation("trainers.assign", needs=Permission.COURSES_MANAGE, form=AssignTrainer)
def assign_trainer(viewer: Viewer, *, trainer: str, activity: str) -> Reference:
    """Let a trainer of the centre teach in one of its offerings. Those see it who see both."""
    found = find(Trainer.objects.select_related("label"), trainer)
    at = found_activity(activity)
    check_own_centre(viewer, found.centre)
    if at.host != found.centre:
        raise Problem("This trainer is on the roster of another centre.", code="other_centre")
    label = narrowed(viewer, [found.label, at.label])
    if Teaching.objects.filter(trainer=found, activity=at).exists():
        raise invalid("trainer", "This trainer teaches there already.", "listed")
    Teaching.objects.create(label=label, trainer=found, activity=at)
    return Reference(at.public_id, label.id, {"trainer": [None, {"ar": found.name_ar, "en": found.name_en}]})
