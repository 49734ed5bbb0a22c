"""Figures."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads.shapes import FigureRow
from mithaq.register.parties.sources import cited


@read("parties.figures")
def figures(viewer: Viewer, *, party: str = "", after: str = "") -> Listing[FigureRow]:
    """Figures, the newest as-of date first; a later one stands beside an earlier one, never in its place."""
    rows = Figure.objects.filter(**({"party": party} if party else {}))
    if after:
        last = find(Figure.objects.all(), after)
        rows = rows.filter(Q(as_of__lt=last.as_of) | Q(as_of=last.as_of, pk__lt=last.pk))
    found = figure_rows(rows.order_by("-as_of", "-pk")[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def figure_rows(rows: QuerySet[Figure]) -> tuple[FigureRow, ...]:
    values = list(
        rows.values_list(
            *("public_id", "party", "comparator", "value", "unit", "what_ar", "what_en", "as_of"),
            *("speaker__public_id", "speaker__name_ar", "speaker__name_en", "citation_id", "source", "label_id"),
        )
    )
    citations = cited(value[11] for value in values)
    return tuple(
        FigureRow(
            *(v[0], v[1], v[2], plain(v[3]), v[4], Bilingual(v[5], v[6]), v[7]),
            *(v[8] or "", Bilingual(v[9] or "", v[10] or ""), citations.get(v[11]), v[12], seen_by(v[13])),
        )
        for v in values
    )


def plain(value: Decimal) -> str:
    """A number without needless zeros or exponent: ``889``, ``2.5``."""
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
