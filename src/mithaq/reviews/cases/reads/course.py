"""What the cases of a course tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.register.instruments.meaning import NONE
from mithaq.register.training.models import Course
from mithaq.register.training.reads.naming import courses_named
from mithaq.reviews.cases.codes import BARRIER_WORDS, GONE, Side, State
from mithaq.reviews.cases.models import Case, Draw
from mithaq.reviews.cases.reads.queue import WAITING
from mithaq.reviews.cases.reads.rows import case_rows, draw_rows, interviews_shown, withdrawals_shown
from mithaq.reviews.cases.reads.shapes import BarrierNamed, CaseWithdrawn, End, Patterns, Story
from mithaq.reviews.cases.rights import NEEDS

SHOWN = 50  # draws, and stories from each end


@read("cases.of_course")
def cases_of_course(viewer: Viewer, *, course: str) -> Patterns:
    """What people of a course say who use most, and who use least, of what they learned: only confirmed cases count. They were
    chosen because they are extreme, so that counts of them are no shares of anybody."""
    found = find(Course.objects.all(), course)
    cases = list(Case.objects.select_related("draw").filter(draw__course=found).order_by("-pk"))
    ends = tuple(_end(viewer, side, [row for row in cases if row.side == side]) for side in (Side.HIGH, Side.LOW))
    draws = draw_rows(Draw.objects.filter(course=found).order_by("-pk")[:SHOWN])
    seen = seen_together([seen_by(found.label_id), *map(seen_by, sorted({row.label_id for row in cases}))])
    return Patterns(courses_named([found.pk])[found.pk], ends, draws, NEEDS in viewer.permissions, seen)


def _end(viewer: Viewer, side: Side, rows: Sequence[Case]) -> End:
    confirmed = [row for row in rows if row.state == State.CONFIRMED]
    gone = [row for row in rows if row.state == State.WITHDRAWN][:SHOWN]
    why = withdrawals_shown(gone)
    told = interviews_shown(confirmed[:SHOWN])
    stories = zip(case_rows(viewer, confirmed[:SHOWN]), (told[row.pk] for row in confirmed[:SHOWN]), strict=True)
    return End(
        side=side.value,
        drawn=len(rows),
        waiting=sum(row.state in WAITING for row in rows),
        without=sum(row.state in GONE for row in rows),
        confirmed=len(confirmed),
        barriers=barriers_in(confirmed),
        stories=tuple(Story(*one) for one in stories),
        withdrawn=tuple(
            CaseWithdrawn(row, why[one.pk]) for row, one in zip(case_rows(viewer, gone), gone, strict=True)
        ),
    )


def barriers_in(cases: Sequence[Case]) -> tuple[BarrierNamed, ...]:
    """What stood in the way of these, the most named first."""
    named = Counter(code for row in cases for code in row.barriers if code != NONE)
    found = (BarrierNamed(code, BARRIER_WORDS[code], named[code]) for code in BARRIER_WORDS if named[code])
    return tuple(sorted(found, key=lambda one: -one.count))
