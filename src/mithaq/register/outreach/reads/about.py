"""The record with a page of its own that parts of houses and sheets belong to."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.outreach.models import FactSheet, Line, MessageHouse, Proof, Question, SheetFigure


@read("outreach.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The house or fact sheet that each of these (ids with commas between) is or belongs to, as far as the viewer sees them."""
    ids = {part.strip() for part in things.split(",")} - {""}
    return {**_houses(ids), **_sheets(ids)}


def _houses(ids: set[str]) -> dict[str, About]:
    found = {}
    for rows, path in ((MessageHouse, ""), (Line, "house__"), (Proof, "line__house__"), (Question, "line__house__")):
        fields = (f"{path}{name}" for name in ("public_id", "ref", "title_ar", "title_en"))
        for thing, house, ref, ar, en in rows.objects.filter(public_id__in=ids).values_list("public_id", *fields):
            if house:
                found[thing] = About("house", house, ref, Bilingual(ar, en))
    return found


def _sheets(ids: set[str]) -> dict[str, About]:
    found = {}
    for rows, path in ((FactSheet, ""), (SheetFigure, "sheet__")):
        fields = (f"{path}{name}" for name in ("public_id", "ref", "title_ar", "title_en"))
        for thing, sheet, ref, ar, en in rows.objects.filter(public_id__in=ids).values_list("public_id", *fields):
            if sheet:
                found[thing] = About("fact_sheet", sheet, ref, Bilingual(ar, en))
    return found
