"""What an account keeps for itself: views of lists, drafts of forms."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.access.models import Draft, SavedView
from mithaq.access.operation import read
from mithaq.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class View:
    """A saved filter of a list."""

    public_id: str
    name: str
    query: str
    shared: bool
    mine: bool


@read("views.list")
def views(viewer: Viewer, *, page: str = "") -> tuple[View, ...]:
    """My saved views of this list, and those that others of my party share."""
    rows = SavedView.objects.filter(page=page, party=viewer.party).order_by("name", "id")
    return tuple(
        View(row.public_id, row.name, row.query, row.shared, row.account == viewer.account)
        for row in rows
        if row.account == viewer.account or row.shared
    )


@read("drafts.mine")
def draft(viewer: Viewer, *, form: str = "") -> dict[str, object]:
    """What I had typed into this form; empty when nothing is kept."""
    row = Draft.objects.filter(account=viewer.account, form=form).first()
    return dict(row.data) if row else {}
