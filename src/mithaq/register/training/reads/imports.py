"""The files of courses that a centre took in."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.operation import read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import Seen, names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.models import CatalogueImport
from mithaq.register.training.reads.offerings import manages

SHOWN = 20


@dataclass(frozen=True, slots=True)
class ImportShown:
    """A file of courses that was taken in: how many it added and changed. `undone_at` is empty where it stands."""

    public_id: str
    centre: str
    name: str
    by: Bilingual
    at: str
    added: int
    changed: int
    undone_at: str
    may: tuple[str, ...]
    seen: Seen


@read("courses.imports")
def import_list(viewer: Viewer) -> tuple[ImportShown, ...]:
    """The newest 20 files of courses that the viewer's centre took in; of all centres for who manages them."""
    if P.COURSES_MANAGE not in viewer.permissions:
        return ()
    rows = CatalogueImport.objects.order_by("-pk")
    if P.CENTRES_MANAGE not in viewer.permissions:
        rows = rows.filter(centre=viewer.party)
    found = list(rows[:SHOWN])
    names = names_of(row.by for row in found)
    return tuple(
        ImportShown(
            *(row.public_id, row.centre, row.name, names[row.by], row.at.isoformat()),
            *(len(row.made), len(row.changed), row.undone_at.isoformat() if row.undone_at else ""),
            ("courses.undo_take_in",) if manages(viewer, row.centre) and not row.undone_at else (),
            seen_by(row.label_id),
        )
        for row in found
    )
