"""Nominations with their steps, as far as the viewer may see them, and names where they may be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from decimal import Decimal

from django.db.models import Sum

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity, Attendance, Nomination, Nominee, Participation, Step, Swap
from mithaq.register.activities.reads.shapes import NominationShown, StepShown
from mithaq.register.activities.rights import runs
from mithaq.register.activities.steps import NOMINATION, Stage, State

UNNAMED = Bilingual("", "")


@read("activities.nomination")
def nomination_page(viewer: Viewer, *, nomination: str) -> NominationShown:
    """One nomination with every step it went, and what the viewer may do with it."""
    found = find(Nomination.objects.select_related("activity"), nomination)
    (shown,) = nominations_shown(viewer, found.activity, [found])
    return shown


def nominations_shown(viewer: Viewer, activity: Activity, rows: Iterable[Nomination]) -> tuple[NominationShown, ...]:
    """These nominations of an activity, in their order. Four queries for any number. Inside a visit."""
    nominations = list(rows)
    pks = [row.pk for row in nominations]
    names = {row.nomination_id: row for row in Nominee.objects.filter(nomination__in=pks)} if pks else {}
    ended = dict(Participation.objects.filter(nomination__in=pks).values_list("nomination_id", "result"))
    attended = Attendance.objects.filter(nomination__in=pks).order_by().values("nomination_id")
    hours = dict(attended.annotate(hours=Sum("hours")).values_list("nomination_id", "hours"))
    steps = _steps(pks)
    return tuple(
        _shown(viewer, activity, row, names.get(row.pk), hours.get(row.pk), ended.get(row.pk, ""), steps[row.pk])
        for row in nominations
    )


def _steps(pks: list[int]) -> defaultdict[int, list[Step]]:
    steps: defaultdict[int, list[Step]] = defaultdict(list)
    for step in Step.objects.filter(nomination__in=pks).order_by("pk"):
        steps[step.nomination_id].append(step)
    return steps


def _shown(
    viewer: Viewer,
    activity: Activity,
    row: Nomination,
    who: Nominee | None,
    hours: Decimal | None,
    result: str,
    steps: list[Step],
) -> NominationShown:
    name = Bilingual(who.name_ar, who.name_en) if who else UNNAMED
    function = Bilingual(who.function_ar, who.function_en) if who else UNNAMED
    return NominationShown(
        *(row.public_id, activity.public_id, row.party, row.number, name, function),
        *(row.priority, row.basis, row.basis_words, row.stage, row.seat),
        *(row.lack, row.reason, row.at.isoformat()),
        *(f"{hours.normalize():f}" if hours is not None else "", result, _steps_shown(steps)),
        *(may_with(viewer, activity, row), row.version, seen_by(row.label_id)),
    )


def _steps_shown(steps: list[Step]) -> tuple[StepShown, ...]:
    before = [None, *steps]
    return tuple(
        StepShown(
            *(step.stage, step.at.isoformat(), step.by, step.party, step.reason),
            (step.at - last.at).days if last else None,
        )
        for last, step in zip(before, steps, strict=False)
    )


def may_with(viewer: Viewer, activity: Activity, row: Nomination) -> tuple[str, ...]:
    """What this viewer can do with a nomination now, by the names of the operations."""
    then, held, may = NOMINATION[row.stage], viewer.permissions, []
    own, is_open = viewer.party == row.party, activity.state == State.OPEN
    if own and is_open and P.PLACES_FORWARD in held and Stage.SENT in then:
        may.append("places.forward")
    if own and activity.state != State.HELD and Stage.WITHDRAWN in then and _withdraws(viewer, row):
        may.append("places.withdraw")
    if runs(viewer, activity) and P.PLACES_DECIDE in held:
        if is_open:
            may += [name for name, stage in DECISIONS if stage in then]
        if row.stage == Stage.ACCEPTED:
            may.append("participation.note")
    return tuple(may)


def reference_of(row: Nomination) -> str:
    """How a nomination is named without a name: ``A-2026-001/QAT-1``."""
    return f"{row.activity.ref}/{row.party}-{row.number}"


def named_seats(things: Collection[str]) -> dict[str, tuple[str, str, str, Bilingual]]:
    """Kind and id of the page to open, reference, and title of the activity, of those of these that are nominations or offers
    of seats. Two queries. Inside a visit."""
    named = {}
    for row in Nomination.objects.filter(public_id__in=things).select_related("activity"):
        named[row.public_id] = ("nomination", row.public_id, reference_of(row), _title(row.activity))
    for swap in Swap.objects.filter(public_id__in=things).select_related("activity"):
        named[swap.public_id] = ("activity", swap.activity.public_id, swap.activity.ref, _title(swap.activity))
    return named


def _title(activity: Activity) -> Bilingual:
    return Bilingual(activity.title_ar, activity.title_en)


DECISIONS = (("places.accept", Stage.ACCEPTED), ("places.refuse", Stage.REFUSED))


def _withdraws(viewer: Viewer, row: Nomination) -> bool:
    needed = P.PLACES_NOMINATE if row.stage == Stage.PROPOSED else P.PLACES_FORWARD
    return needed in viewer.permissions
