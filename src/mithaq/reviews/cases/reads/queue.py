"""The queue: cases that wait for an interview or for the second person, and all others."""

from __future__ import annotations

from django.db.models import QuerySet

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing
from mithaq.access.viewer import Viewer
from mithaq.reviews.cases.codes import State
from mithaq.reviews.cases.models import Case
from mithaq.reviews.cases.reads.rows import case_rows
from mithaq.reviews.cases.reads.shapes import CaseRow

WAITING = (State.DRAWN, State.INTERVIEWED)


@read("cases.list")
def case_list(
    viewer: Viewer, *, q: str = "", state: str = "", side: str = "", course: str = "", after: str = ""
) -> Listing[CaseRow]:
    """Success cases, the newest draw first. `q`: the code of a course or a reference; `state`: states with commas, or `waiting`
    for those that wait for an interview or for the second person; `side`: high or low; `course`: by its id."""
    rows = _asked(q, side, course)
    if state:
        rows = rows.filter(state__in=WAITING if state == "waiting" else state.split(","))
    if after:
        rows = rows.filter(pk__lt=find(Case.objects.all(), after).pk)
    found = case_rows(viewer, rows.select_related("draw").order_by("-pk")[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _asked(q: str, side: str, course: str) -> QuerySet[Case]:
    given = {"side": side, "draw__course__public_id": course}
    rows: QuerySet[Case] = Case.objects.filter(**{name: value for name, value in given.items() if value})
    if q:
        told = q.strip().upper()
        by_code, by_ref = rows.filter(draw__course__code__iexact=told), rows.filter(ref=told)
        rows = by_code | by_ref
    return rows
