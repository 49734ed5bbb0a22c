"""Activities in lists, and as other records name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.numbers import year_in
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.activities.reads.shapes import ActivityName, ActivityRow

FIELDS = (
    *("public_id", "ref", "kind", "title_ar", "title_en", "state", "host", "begins", "ends", "city_ar", "city_en"),
    *("country", "languages", "delivery", "mode", "frame", "capacity", "demonstration", "label_id"),
)


def row_of(*v: Any) -> ActivityRow:
    """A row of a list out of the values of `FIELDS`."""
    return ActivityRow(
        *(v[0], v[1], v[2], Bilingual(v[3], v[4]), v[5], v[6], v[7].isoformat(), v[8].isoformat()),
        *(Bilingual(v[9], v[10]), v[11], v[12], v[13], v[14], v[15], v[16], v[17]),
        seen_by(v[18]),
    )


@read("activities.list")
def activity_list(
    viewer: Viewer, *, kind: str = "", host: str = "", year: str = "", state: str = "", mode: str = "", frame: str = "",
    q: str = "", after: str = "",
) -> Listing[ActivityRow]:  # fmt: skip
    """Activities, the one that begins last first. `host`: the party that runs it; `year`: of four
    digits, anything else is none; `q`: words of title, reference or city."""
    given = {"kind": kind, "host": host, "state": state, "mode": mode, "frame": frame}
    rows = Activity.objects.filter(**{name: value for name, value in given.items() if value})
    if begun := year_in(year):
        rows = rows.filter(begins__year=begun)
    for word in q.split():
        rows = rows.filter(_holding(word))
    if after:
        last = find(Activity.objects.all(), after)
        rows = rows.filter(Q(begins__lt=last.begins) | Q(begins=last.begins, pk__lt=last.pk))
    found = [row_of(*values) for values in rows.order_by("-begins", "-pk").values_list(*FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _holding(word: str) -> Q:
    holds = Q()
    for field in ("ref", "title_ar", "title_en", "city_ar", "city_en"):
        holds |= Q(**{f"{field}__icontains": word})
    return holds


def activity_names(pks: Iterable[int | None]) -> dict[int, ActivityName]:
    """These activities by their key, as far as the viewer sees them. One query. Inside a visit."""
    rows = Activity.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "public_id", "ref", "kind", "title_ar", "title_en", "begins")
    return {v[0]: ActivityName(v[1], v[2], v[3], Bilingual(v[4], v[5]), v[6].isoformat()) for v in values}
