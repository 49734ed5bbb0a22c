"""What things are called, by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Entry
from mithaq.core.words import Bilingual

KINDS = (  # of all that search finds
    *("document", "commitment", "meeting", "person", "party", "action", "text"),
    *("minutes", "idea", "issue", "position", "course", "activity", "centre"),
    *("house", "line", "fact_sheet"),
    *("finding", "asked", "annual-review", "run", "release"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as other pages name it: its kind, its reference (empty if it has none), its title."""

    kind: str
    ref: str
    title: Bilingual


@read("search.named")
def named(viewer: Viewer, *, things: str = "") -> dict[str, Named]:
    """What these things (ids with commas between) are called, by id; those that the viewer does not see are left out."""
    ids = {part.strip() for part in things.split(",")} - {""}
    rows = Entry.objects.filter(kind__in=KINDS, thing__in=ids)
    return {
        thing: Named(kind, ref, Bilingual(ar, en))
        for thing, kind, ref, ar, en in rows.values_list("thing", "kind", "ref", "title_ar", "title_en")
    }
