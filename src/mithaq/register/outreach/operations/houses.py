"""Message houses: opened, amended, kept by a series of meetings, retired."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import next_ref
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record
from mithaq.core import clock
from mithaq.register.meetings.models import Series
from mithaq.register.outreach.filing import (
    check_areas,
    check_sees,
    found_house,
    index_house,
    index_line,
    new_line,
)
from mithaq.register.outreach.forms import AmendHouse, AttachSeries, OpenHouse, RetireHouse
from mithaq.register.outreach.models import Line, MessageHouse
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.rights import NOT_THE_KEEPER, check, check_stands, keeps
from mithaq.register.outreach.settling import settle


@operation("outreach.open_house", needs=Permission.OUTREACH_WRITE, form=OpenHouse)
def open_house(
    viewer: Viewer,
    /,
    *,
    level: str,
    audience: tuple[str, ...] = (),
    parties: tuple[str, ...] = (),
    theme: str = "",
    areas: tuple[str, ...] = (),
    message_ar: str,
    message_en: str,
    **titled: Any,
) -> Reference:
    """Open a message house on a theme, with its overarching message and the parties whose agreement is asked.

    One's own party keeps it. Those see it to whom it is released; every party that is asked must be among them.
    """
    label = label_for(viewer, level, audience)
    check_sees(parties, label)
    check_areas([theme], "theme")
    check_areas(areas, "areas")
    ref = next_ref("H", clock.today().year, label)
    about: dict[str, Any] = {"theme": theme, "areas": areas, "parties": parties, **titled}
    stamp = {"keeper": viewer.party, "by": viewer.account, "at": clock.now()}
    house: MessageHouse = MessageHouse.objects.create(label=label, ref=ref, **about, **stamp)
    new_line(viewer, house, label, message_ar, message_en, overarching=True)
    index_house(house)
    return Reference(house.public_id, label.id, {"ref": [None, ref]})


@operation("outreach.amend", needs=Permission.OUTREACH_WRITE, form=AmendHouse)
def amend_house(viewer: Viewer, /, *, house: str, version: int, **sent: Any) -> Reference:
    """Put right what a house is called, its theme, and whose agreement is asked; what is left out stays. By its keeper."""
    found = _own(viewer, house)
    check_sees(sent.get("parties", ()), found.label)
    check_areas([sent.get("theme", "")], "theme")
    check_areas(sent.get("areas", ()), "areas")
    told = changed(found, **sent)
    update_at(MessageHouse.objects.filter(pk=found.pk), version, **sent)
    for name, value in sent.items():
        setattr(found, name, value)
    index_house(found)
    for line in Line.objects.filter(house=found).exclude(state=State.RETIRED).select_related("label"):
        line.house = found
        index_line(line)
        settle(line)
    return Reference(found.public_id, found.label_id, told)


@operation("outreach.attach_series", needs=Permission.OUTREACH_WRITE, form=AttachSeries)
def attach_series(viewer: Viewer, *, house: str, version: int, series: str = "") -> Reference:
    """Say which series of meetings keeps the house; its lines in force then stand on the pages of that series. By its keeper."""
    found = _own(viewer, house)
    named = Series.objects.filter(code=series).first() if series else None
    if series and named is None:
        raise invalid("series", "There is no series with the code “%(code)s”.", "unknown_series", code=series)
    was = Series.objects.filter(pk=found.series_id).values_list("code", flat=True).first()
    update_at(MessageHouse.objects.filter(pk=found.pk), version, series=named)
    return Reference(found.public_id, found.label_id, {"series": [was, series or None]})


@operation("outreach.retire", needs=Permission.OUTREACH_WRITE, form=RetireHouse)
def retire_house(viewer: Viewer, *, house: str, version: int, reason: str) -> Reference:
    """Retire a house: none of its lines is in force any more, and nothing in it changes. The reason stays. By its keeper."""
    found = _own(viewer, house)
    rows = MessageHouse.objects.filter(pk=found.pk)
    update_at(rows, version, state=State.RETIRED, agreed_on=None, retired_for=reason)
    for public_id in Line.objects.filter(house=found).values_list("public_id", flat=True):
        forget_record("line", public_id)
    return Reference(found.public_id, found.label_id, {"message": [found.state, State.RETIRED.value]}, reason)


def _own(viewer: Viewer, named: str) -> MessageHouse:
    """A house that this viewer's party keeps and that was not retired."""
    house = found_house(named)
    check(keeps(viewer, house), NOT_THE_KEEPER)
    check_stands(house)
    return house
