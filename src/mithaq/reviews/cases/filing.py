"""Success cases as rows: the list that is drawn from, the draw with its cases, looked up again. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.models import Label, next_ref, next_refs
from mithaq.access.operation import find
from mithaq.access.resolving import narrowed
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.activities.models import Activity
from mithaq.register.activities.rights import between, runs
from mithaq.register.instruments.results import answers_of
from mithaq.register.training.models import Course
from mithaq.reviews.cases.codes import Side
from mithaq.reviews.cases.drawing import Drawn, from_data
from mithaq.reviews.cases.models import Case, Draw
from mithaq.reviews.cases.using import Candidate, candidates_of

KIND = "SC"  # of references


def list_of(
    viewer: Viewer, course: Course, activity: Activity | None, year: int | None
) -> tuple[tuple[Candidate, ...], dict[str, Activity]]:
    """The people of these offerings who said how much they use, as far as the viewer's party runs or keeps the offering and
    sees the answers; the offerings by id."""
    found = candidates_of(answers_of((course.code,), "followup", year=year))
    wanted = {one.offering for one in found if activity is None or one.offering == activity.public_id}
    rows = Activity.objects.filter(public_id__in=wanted).select_related("label")
    own = {row.public_id: row for row in rows if runs(viewer, row)}
    return tuple(one for one in found if one.offering in own), own


def label_of(viewer: Viewer, activities: Iterable[Activity]) -> Label:
    """The label of what was drawn from these offerings: of those who run and keep all of them, for whom the filled forms are,
    and of these whoever handles personal data. Never of a state that sent people, never wider."""
    return narrowed(viewer, [between(one, one.keeper, personal=True) for one in activities])


def add_cases(draw: Draw, drawn: Drawn, offerings: dict[str, Activity]) -> list[Case]:
    """Whoever was drawn as cases, those who use most first."""
    wanted = [(Side.HIGH, at, one) for at, one in enumerate(drawn.high, 1)]
    wanted += [(Side.LOW, at, one) for at, one in enumerate(drawn.low, 1)]
    refs = next_refs(KIND, clock.now().year, draw.label, len(wanted))
    return [
        add_case(draw, side, at, one, offerings[one.offering], ref)
        for (side, at, one), ref in zip(wanted, refs, strict=True)
    ]


def add_case(
    draw: Draw, side: str, place: int, one: Candidate, activity: Activity, ref: str, *, instead_of: str = ""
) -> Case:
    """Somebody of the list as a case."""
    case: Case = Case.objects.create(
        label=draw.label, ref=ref, draw=draw, activity=activity, party=one.party, person=one.person, side=side,
        score=one.score, place=place, instead_of=instead_of, demonstration=draw.demonstration,
    )  # fmt: skip
    return case


def next_case_ref(draw: Draw) -> str:
    """The reference of one more case."""
    return next_ref(KIND, clock.now().year, draw.label)


def found_case(named: str) -> Case:
    """The case with its draw; Absent if the viewer sees none."""
    row: Case = find(Case.objects.select_related("draw__label"), named)
    return row


def kept_list(draw: Draw) -> tuple[Candidate, ...]:
    """The list that was drawn from, as it was then."""
    return from_data(draw.candidates)


def as_candidate(case: Case, offering: str) -> Candidate:
    """A case as it stands on the list; `offering`: the id of its activity."""
    return Candidate(offering, case.party, case.person, case.score)
