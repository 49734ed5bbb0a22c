"""What can be done with areas of cooperation. The areas are public; who named them when may be not."""

from __future__ import annotations

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, label_for
from mithaq.access.viewer import Viewer
from mithaq.register.programmes.forms import AddArea, ClaimArea
from mithaq.register.programmes.models import Area, AreaClaim


@operation("areas.add", needs=Permission.AREAS_MANAGE, form=AddArea)
def add_area(
    viewer: Viewer,
    *,
    code: str,
    name_ar: str,
    name_en: str,
    group: str = "",
    theme: bool = False,
    order: int | None = None,
) -> Reference:
    """An area of cooperation or a theme of threat, by the code that the reader uses."""
    if Area.objects.filter(code=code).exists():
        raise invalid("code", "There is an area with this code.", "taken")
    label = Label.objects.of(Level.PUBLIC)
    area = Area.objects.create(
        label=label, code=code, name_ar=name_ar, name_en=name_en, group=group, theme=theme, order=order or 0
    )
    return Reference(area.public_id, label.id, {"code": [None, code]})


@operation("areas.claim", needs=Permission.AREAS_MANAGE, form=ClaimArea)
def claim_area(
    viewer: Viewer,
    *,
    level: str,
    area: str,
    mode: str,
    source: str,
    since: str = "",
    audience: tuple[str, ...] = (),
) -> Reference:
    """Keep that a source names this area as agreed, open to consultation, or discussed."""
    found = Area.objects.filter(code=area).first()
    if found is None:
        raise invalid("area", "There is no area with the code “%(area)s”.", "unknown_area", area=area)
    label = label_for(viewer, level, audience)
    AreaClaim.objects.create(label=label, area=found, mode=mode, since=since, source=source)
    return Reference(found.public_id, label.id, {mode: [None, since or source]})
