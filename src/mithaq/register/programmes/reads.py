"""Areas of cooperation, for pages and choices."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.operation import read
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.programmes.models import Area, AreaClaim


@dataclass(frozen=True, slots=True)
class AreaClaimed:
    """A source names the area: `mode` is agreed, consulted or discussed."""

    mode: str
    since: str
    source: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area of cooperation or, if `theme`, a threat. `group` is the code of the group it stands in."""

    public_id: str
    code: str
    name: Bilingual
    group: str
    theme: bool
    claims: tuple[AreaClaimed, ...]
    seen: Seen


@read("areas.list")
def area_list(viewer: Viewer) -> tuple[AreaRow, ...]:
    """All areas in the order of the house, each with the sources that name it, the earliest first."""
    claims: dict[int, list[AreaClaimed]] = {}
    rows = AreaClaim.objects.order_by("since", "pk").values_list("area_id", "mode", "since", "source", "label_id")
    for area, mode, since, source, label_id in rows:
        claims.setdefault(area, []).append(AreaClaimed(mode, since, source, seen_by(label_id)))
    return tuple(
        AreaRow(
            area.public_id,
            area.code,
            Bilingual(area.name_ar, area.name_en),
            area.group,
            area.theme,
            tuple(claims.get(area.pk, ())),
            seen_by(area.label_id),
        )
        for area in Area.objects.order_by("order", "pk")
    )


@read("areas.names")
def area_names(viewer: Viewer) -> dict[str, Bilingual]:
    """The names of all areas by code, in the order of the house: what choices and cards need, in one small query."""
    rows = Area.objects.order_by("order", "pk").values_list("code", "name_ar", "name_en")
    return {code: Bilingual(ar, en) for code, ar, en in rows}
