"""Who may do what with an action. Inside a visit."""

from __future__ import annotations

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.followup.models import Action
from mithaq.register.commitments.keeping import keeps


def manages(viewer: Viewer, owner: str, label_id: int) -> bool:
    """Whether this viewer may add and change actions of this party under this label: its own, or as who follows all up."""
    if P.ACTIONS_MANAGE not in viewer.permissions:
        return False
    return viewer.party == owner or keeps(viewer, label_id, (owner,), P.COMMITMENTS_MANAGE)


def reports(viewer: Viewer, action: Action) -> bool:
    """Whether this viewer may report on it: for the party that owns it, or as who follows all up."""
    if P.ACTIONS_REPORT not in viewer.permissions:
        return False
    focal = action.focal.username if action.focal else None
    return viewer.party == action.owner or viewer.account == focal or P.PROGRESS_CONFIRM in viewer.permissions


def may_on(viewer: Viewer, action: Action) -> tuple[str, ...]:
    """The operations on this action that would not be refused to the viewer."""
    manager = manages(viewer, action.owner, action.label_id)
    names = ["actions.describe", "actions.assign", "actions.serve", "actions.change_state"] if manager else []
    names += ["actions.report"] if reports(viewer, action) else []
    return (*names, *(("actions.confirm", "actions.return") if P.PROGRESS_CONFIRM in viewer.permissions else ()))
