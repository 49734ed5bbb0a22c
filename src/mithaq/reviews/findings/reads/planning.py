"""What a number of seats can show, told before the course."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from mithaq.access.operation import find, read
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.core.lines import apart
from mithaq.core.words import Bilingual
from mithaq.register.training.holding import held
from mithaq.register.training.models import Course
from mithaq.register.training.reads.naming import CourseNamed, courses_named
from mithaq.reviews.findings.models import Spread
from mithaq.reviews.findings.reads.shapes import PlanShown
from mithaq.reviews.findings.saying import LANGUAGES

MOST_SEATS, MOST_OFFERINGS, USUAL_SEATS = 5_000, 100, 20
AIM = 5.0  # points each way, where no worthwhile gain was agreed
SAID = {
    "reach": _(
        "With %(n)s people who take both tests, the mean gain will be known to within %(half)s points each way."
    ),
    "visible": _("A true gain below %(visible)s points can then hardly be shown to be worthwhile."),
    "enough": _("That is enough to tell whether the gain is worthwhile."),
    "short": _(
        "That is too few: %(needed)s such people are needed. Add %(more)s seats, or put the results of %(together)s runs of this size together."
    ),
    "nobody": _("Nobody would be left with both tests: nothing can be shown."),
    "unknown": _(
        "No run of the evaluation that you may see has measured this course yet, so nothing can be told beforehand."
    ),
}


@read("findings.planning")
def planning(viewer: Viewer, *, course: str, seats: int = USUAL_SEATS, offerings: int = 1) -> PlanShown:
    """What so many seats in so many runs of a course can and cannot show, from how gains differed between people in the newest
    run that measured it and from how many lacked a test then."""
    found = find(Course.objects.all(), course)
    if not (1 <= seats <= MOST_SEATS and 1 <= offerings <= MOST_OFFERINGS):
        raise Problem(
            "Give 1 to %(seats)s seats and 1 to %(offerings)s runs of the course.",
            code="range",
            seats=MOST_SEATS,
            offerings=MOST_OFFERINGS,
        )
    name, waits = courses_named([found.pk])[found.pk], held(found.pk)
    spread = Spread.objects.filter(course=found.public_id).order_by("-pk").first()
    if spread is None:
        return PlanShown(name, seats, offerings, False, *(None,) * 9, False, (_both("unknown"),), waits)
    return _planned(name, spread, seats, offerings, waits)


def _planned(name: CourseNamed, spread: Spread, seats: int, offerings: int, waits: bool) -> PlanShown:
    from mithaq.evaluation import plan  # noqa: PLC0415  (loads scipy: only where it is used)

    aim = None if spread.worthwhile else AIM
    told = plan(
        seats, spread.sd, worthwhile=spread.worthwhile, target=aim, attrition=spread.attrition, offerings=offerings
    )
    known = told.half_width != float("inf")
    words = [_both("reach", n=told.n, half=told.half_width)] if known else [_both("nobody")]
    if known:
        words.append(_both("visible", visible=told.visible))
    if told.enough:
        words.append(_both("enough"))
    elif told.n:
        words.append(_both("short", needed=told.needed, more=told.more, together=told.together))
    return PlanShown(
        name, seats, offerings, True, told.sd, spread.attrition, told.worthwhile, told.n,
        told.half_width if known else None, told.visible if known else None, told.needed, told.more, told.together,
        told.enough, tuple(words), waits,
    )  # fmt: skip


def _both(code: str, **numbers: float) -> Bilingual:
    said = []
    for language in LANGUAGES:
        with override(language):
            told = {name: apart(_number(value), language) for name, value in numbers.items()}
            said.append(str(SAID[code]) % told)
    return Bilingual(*said)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
