"""Whose claim, mission, post, tenure or figure something is."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.access.models import Mission, Party, Post, StatusClaim, Tenure
from mithaq.access.operation import read
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.parties.models import Figure


@read("parties.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The party or person that these claims, missions, posts, tenures and figures (ids with commas between) are about, by
    id; what the viewer does not see is left out, and so is what is about no party."""
    ids = sorted({part.strip() for part in things.split(",")} - {""})
    if not ids:
        return {}
    return dict([*_of_parties(ids), *_of_people(ids)])


def _of_parties(ids: list[str]) -> Iterator[tuple[str, About]]:
    owned = [model.objects.filter(public_id__in=ids) for model in (StatusClaim, Mission, Post)]
    codes = {thing: code for rows in owned for thing, code in rows.values_list("public_id", "party__code")}
    codes |= dict(Figure.objects.filter(public_id__in=ids).values_list("public_id", "party"))
    rows = Party.objects.filter(code__in=set(codes.values())).values_list("code", "name_ar", "name_en")
    names = {code: Bilingual(ar, en) for code, ar, en in rows}
    yield from ((thing, About("party", code, code, names[code])) for thing, code in codes.items() if code in names)


def _of_people(ids: list[str]) -> Iterator[tuple[str, About]]:
    rows = Tenure.objects.filter(public_id__in=ids)
    values = rows.values_list("public_id", "person__public_id", "person__name_ar", "person__name_en")
    yield from ((thing, About("person", person, "", Bilingual(ar, en))) for thing, person, ar, en in values)
