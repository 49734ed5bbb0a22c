"""Houses, lines and proofs as rows: looked up, made, found again. For the operations of this area. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.models import Label
from mithaq.access.operation import find
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record, index_record
from mithaq.core import clock
from mithaq.core.errors import Conflict
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reach import can_see
from mithaq.register.outreach.models import Line, MessageHouse, Wording
from mithaq.register.outreach.models.houses import State
from mithaq.register.programmes.models import Area


def found_house(named: str) -> MessageHouse:
    """The house with its label, locked until the visit ends; Absent if the viewer sees none."""
    rows = MessageHouse.objects.select_for_update(of=("self",)).select_related("label")
    house: MessageHouse = find(rows, named)
    return house


def found_line(named: str, version: int = 0) -> Line:
    """The line with its label and house, which is locked until the visit ends: what is agreed is worked out of all answers.

    Absent if the viewer sees none, Conflict if it is not at this version (0: any).
    """
    seen: Line = find(Line.objects.select_related("house"), named)
    house = found_house(seen.house.public_id)
    line: Line = Line.objects.select_related("label").get(pk=seen.pk)
    line.house = house
    if version and line.version != version:
        raise Conflict
    return line


def check_areas(codes: Iterable[str], field: str) -> None:
    """Invalid for this field unless each is an area or theme that the house knows."""
    wanted = tuple(filter(None, codes))
    known = set(Area.objects.filter(code__in=wanted).values_list("code", flat=True))
    for code in wanted:
        if code not in known:
            raise invalid(field, "There is no area with the code “%(area)s”.", "unknown_area", area=code)


def check_sees(parties: Iterable[str], label: Label) -> None:
    """Invalid for ``parties`` if one of them is not known or may not see what bears this label."""
    for party in known_parties(parties, "parties"):
        if not can_see(party, label):
            message = "“%(party)s” may not see this house: it was not released to it."
            raise invalid("parties", message, "not_released", party=party)


def new_line(viewer: Viewer, house: MessageHouse, label: Label, ar: str, en: str, *, overarching: bool = False) -> Line:
    """A line in its first wording, findable."""
    line: Line = Line.objects.create(label=label, house=house, ar=ar, en=en, overarching=overarching)
    keep_wording(viewer, line, "")
    index_line(line)
    return line


def keep_wording(viewer: Viewer, line: Line, why: str) -> None:
    """Keep how the line reads now, by whom and why."""
    stamp = {"party": viewer.party, "by": viewer.account, "at": clock.now()}
    Wording.objects.create(label=line.label, line=line, number=line.wording, ar=line.ar, en=line.en, why=why, **stamp)


def index_line(line: Line) -> None:
    """Let the line be found as it reads now, under the title of its house; one that was retired is found no more."""
    if line.state == State.RETIRED:
        forget_record("line", line.public_id)
        return
    title = Bilingual(line.house.title_ar, line.house.title_en)
    day = line.house.at.date().isoformat()
    index_record("line", line.public_id, line.label, day, line.ar, line.en, title=title)


def index_house(house: MessageHouse) -> None:
    """Let the house be found by its title and reference."""
    title = Bilingual(house.title_ar, house.title_en)
    index_record("house", house.public_id, house.label, house.at.date().isoformat(), ref=house.ref, title=title)
