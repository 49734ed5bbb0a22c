"""A sheet's figures as they stand on the day of issue, in the public's eyes. Inside a visit."""

from __future__ import annotations

from mithaq.access.models import Label
from mithaq.register.outreach.counting import PUBLIC
from mithaq.register.outreach.models import FactSheet, SheetFigure
from mithaq.register.parties.models import Figure
from mithaq.register.parties.sources import Cited, cited

COPIED = ("party", "comparator", "value", "unit", "what_ar", "what_en", "as_of")


def freeze(sheet: FactSheet, label: Label) -> int:
    """Write into the sheet every figure of it that is public, with its source, for everybody to see; how many these are.

    Their places are counted anew, so that no gap tells of the others. These keep their own labels: whoever composed the
    sheet still sees that they were left out.
    """
    public = SheetFigure.objects.filter(sheet=sheet, figure__label=PUBLIC).order_by("place", "pk")
    rows = list(public.select_related("figure"))
    places = cited(row.figure.citation_id for row in rows)
    for place, row in enumerate(rows, 1):
        figure = row.figure
        told = {name: getattr(figure, name) for name in COPIED} | source_of(figure, places.get(figure.citation_id or 0))
        SheetFigure.objects.filter(pk=row.pk).update(label=label, frozen=True, place=place, **told)
    return len(rows)


def source_of(figure: Figure, place: Cited | None) -> dict[str, str | int]:
    """Where a figure comes from, as a sheet keeps it: a document with its day and the sentence, or the source in words."""
    if place is None:
        return {"source": figure.source}
    return {
        "source": place.title,
        "document": place.document,
        "document_ref": place.ref,
        "published": place.published,
        "sentence": place.number,
    }
