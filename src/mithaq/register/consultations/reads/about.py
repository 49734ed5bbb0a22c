"""The record with a page of its own that corrections and outcomes belong to."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Correction, Outcome


@read("minutes.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The minutes or the meeting that each of these (ids with commas between) belongs to: corrections and outcomes, as far as
    the viewer sees them."""
    ids = {part.strip() for part in things.split(",")} - {""}
    return {**_corrections(ids), **_outcomes(ids)}


def _corrections(ids: set[str]) -> dict[str, About]:
    rows = Correction.objects.filter(public_id__in=ids)
    values = rows.values_list(
        *("public_id", "item__minutes__public_id", "item__title_ar", "item__title_en", "item__minutes__meeting__ref")
    )
    return {
        thing: About("minutes", minutes, ref or "", Bilingual(ar, en))
        for thing, minutes, ar, en, ref in values
        if minutes
    }


def _outcomes(ids: set[str]) -> dict[str, About]:
    rows = Outcome.objects.filter(public_id__in=ids)
    values = rows.values_list(
        *("public_id", "meeting__public_id", "meeting__ref", "meeting__title_ar", "meeting__title_en"),
        *("meeting__series__name_ar", "meeting__series__name_en"),
    )
    return {
        thing: About("meeting", meeting, ref, Bilingual(ar or series_ar, en or series_en))
        for thing, meeting, ref, ar, en, series_ar, series_en in values
        if meeting
    }
