"""Of which course an activity is a run, and the roster of trainers."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.training.models import Course, Offering, Trainer
from mithaq.register.training.reads.courses import FIELDS, as_text, offerings_of, row_of
from mithaq.register.training.reads.shapes import OfferingShown, TrainerPage, TrainerShown


@read("courses.offering")
def offering_of(viewer: Viewer, *, activity: str) -> OfferingShown:
    """Of which course this activity is a run, what it costs, and who teaches as far as the viewer may see. Absent where it is
    a run of no course."""
    found = find(Activity.objects.all(), activity)
    offering = Offering.objects.filter(activity=found).first()
    if offering is None:
        raise Absent
    course = Course.objects.values_list(*FIELDS).filter(pk=offering.course_id).first()
    if course is None:
        raise Absent
    return OfferingShown(
        row_of(*course),
        as_text(offering.cost),
        offering.currency,
        trainers_shown(viewer, Trainer.objects.filter(teaching__activity=found).order_by("pk")),
        ("trainers.assign",) if manages(viewer, found.host) else (),
    )


def manages(viewer: Viewer, centre: str) -> bool:
    """Whether this viewer manages the courses and trainers of this centre."""
    own = viewer.party == centre or P.CENTRES_MANAGE in viewer.permissions
    return P.COURSES_MANAGE in viewer.permissions and own


@read("trainers.list")
def trainer_list(viewer: Viewer, *, centre: str = "", language: str = "", after: str = "") -> Listing[TrainerShown]:
    """The rosters, or that of one centre, in the order in which they were filed."""
    rows = Trainer.objects.order_by("pk")
    if centre:
        rows = rows.filter(centre=centre)
    if language:
        rows = rows.filter(languages__contains=f",{language},")
    if after:
        rows = rows.filter(pk__gt=find(Trainer.objects.all(), after).pk)
    found = trainers_shown(viewer, rows[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


@read("trainers.page")
def trainer_page(viewer: Viewer, *, trainer: str) -> TrainerPage:
    """Somebody on the roster of a centre, with the newest runs in which they teach."""
    found = find(Trainer.objects.all(), trainer)
    (row,) = trainers_shown(viewer, [found])
    return TrainerPage(row, offerings_of(Activity.objects.filter(trainers__trainer=found)), history_of(found.public_id))


def trainers_shown(viewer: Viewer, rows: Iterable[Trainer]) -> tuple[TrainerShown, ...]:
    """These trainers in their order."""
    return tuple(
        TrainerShown(
            *(row.public_id, row.centre, Bilingual(row.name_ar, row.name_en), row.home, row.languages),
            *(Bilingual(row.subjects_ar, row.subjects_en), row.since, row.until, row.demonstration),
            ("trainers.describe",) if manages(viewer, row.centre) else (),
            *(row.version, seen_by(row.label_id)),
        )
        for row in rows
    )
