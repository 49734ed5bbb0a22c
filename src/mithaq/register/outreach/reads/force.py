"""The lines in force: what may be said now."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby

from django.db.models import Q

from mithaq.access.operation import read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.outreach.models import Line, Proof, Stand
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.reads.houses import name_of
from mithaq.register.outreach.reads.lines import day_of, text_names
from mithaq.register.outreach.reads.shapes import InForce, LineInForce

MOST = 200  # lines


@read("outreach.in_force")
def lines_in_force(viewer: Viewer, *, series: str = "", theme: str = "", house: str = "") -> tuple[InForce, ...]:
    """The lines in force by house, the newest house first, its message before its lines: of all houses, or of those that this
    series (by its code) keeps, of this theme, or of one house. Of a line: since when, who agreed with a reservation."""
    rows = Line.objects.filter(state=State.AGREED).exclude(house__state=State.RETIRED)
    if series:
        rows = rows.filter(house__series__code=series)
    if theme:
        rows = rows.filter(Q(house__theme=theme) | Q(house__areas__contains=f",{theme},"))
    if house:
        rows = rows.filter(house__public_id=house)
    lines = list(rows.select_related("house").order_by("-house_id", "-overarching", "pk")[:MOST])
    reserved, proofs = _reserved(lines), Counter(_proofs(lines))
    texts = text_names(line.text_id for line in lines)
    return tuple(
        InForce(
            name_of(own[0].house),
            tuple(
                LineInForce(
                    *(line.public_id, Bilingual(line.ar, line.en), line.overarching, day_of(line.agreed_on)),
                    tuple(reserved.get(line.pk, ())),
                    texts.get(line.text_id or 0),
                    *(proofs[line.pk], seen_by(line.label_id)),
                )
                for line in own
            ),
        )
        for own in (list(rows) for _, rows in groupby(lines, key=lambda line: line.house_id))
    )


def _reserved(lines: list[Line]) -> dict[int, list[str]]:
    """The parties whose last answer to the present wording holds a reservation, by line."""
    wording = {line.pk: line.wording for line in lines if not line.text_id}
    last: dict[int, dict[str, str]] = defaultdict(dict)
    rows = Stand.objects.filter(line__in=wording).order_by("pk").values_list("line_id", "wording", "party", "answer")
    for line, number, party, answer in rows:
        if number == wording[line]:
            last[line][party] = answer
    return {
        line: sorted(party for party, answer in told.items() if answer == Stand.Answer.RESERVE)
        for line, told in last.items()
    }


def _proofs(lines: list[Line]) -> list[int]:
    return list(Proof.objects.filter(line__in=[line.pk for line in lines]).values_list("line_id", flat=True))
