"""Success cases are drawn: by rule, with a seed that the house makes, once from the same list."""

from __future__ import annotations

import secrets

from mithaq.access.models import next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.activities.models import Activity
from mithaq.register.training.models import Course
from mithaq.reviews.cases.drawing import RULE, Drawn, as_data, digest, draw
from mithaq.reviews.cases.filing import add_cases, label_of, list_of
from mithaq.reviews.cases.forms import DrawCases
from mithaq.reviews.cases.models import Draw

SEEDS = 2**31


@operation("cases.draw", needs=Permission.FINDINGS_EVALUATE, form=DrawCases)
def draw_cases(viewer: Viewer, *, course: str, size: int, activity: str = "", year: int | None = None) -> Reference:
    """Draw so many of those who use most of what they learned and so many of those who use least, to be interviewed: by their own
    answers half a year later, in offerings that your party runs or keeps. Fewer where there are fewer. The seed is made here
    and kept, so that the draw can be made again; from the same list it is drawn once. Answers the id of the draw."""
    about = find(Course.objects.all(), course)
    offering = find(Activity.objects.all(), activity) if activity else None
    candidates, own = list_of(viewer, about, offering, year)
    seed, told = secrets.randbelow(SEEDS), digest(candidates)
    drawn = draw(candidates, size, seed)
    _check(drawn, len(candidates))
    label = label_of(viewer, own.values())
    _check_first(told)
    made = Draw.objects.create(
        label=label, ref=next_ref("SD", clock.now().year, label), course=about, activity=offering, year=year, size=size,
        seed=seed, rule=RULE, candidates=as_data(candidates), count=len(candidates), digest=told, by=viewer.account,
        at=clock.now(), demonstration=any(one.demonstration for one in own.values()),
    )  # fmt: skip
    cases = add_cases(made, drawn, own)
    changes = {"seed": str(seed), "candidates": len(candidates), "list": told[:16], "cases": len(cases)}
    return Reference(made.public_id, label.id, {name: [None, value] for name, value in changes.items()})


def _check(drawn: Drawn, count: int) -> None:
    if drawn.high:
        return
    if count < 2:
        raise Problem(
            "Fewer than two people said half a year later how much they use: there is nobody to draw yet.",
            code="too_few",
        )
    raise Problem("All of them use what they learned to the same extent: there are no extremes to draw.", code="alike")


def _check_first(told: str) -> None:
    before = Draw.objects.filter(digest=told).first()
    if before is not None:
        raise Problem(
            "From these very answers it was drawn already: %(ref)s. A second draw would let somebody choose the people.",
            code="drawn",
            ref=before.ref,
        )
