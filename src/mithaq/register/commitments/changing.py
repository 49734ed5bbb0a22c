"""What assigning a commitment or moving it to another state changes, and what stands in its way. Inside a visit.

Asked when it is done, and before, for one and for many: the rules are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mithaq.access.models import Label
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, focal_point
from mithaq.access.viewer import Viewer
from mithaq.register.commitments.keeping import check, check_released, keeps
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import State, check_step

Told = dict[str, list[Any]]


def kept_by(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether this viewer decides on commitments, and follows this one up."""
    concerned = (commitment.owner, *commitment.by, *commitment.addressees)
    return Permission.COMMITMENTS_DECIDE in viewer.permissions and keeps(
        viewer, commitment.label_id, concerned, Permission.COMMITMENTS_MANAGE
    )


def owned_by(viewer: Viewer, commitment: Commitment) -> bool:
    """Whether this viewer decides on commitments for the party that answers for this one."""
    return Permission.COMMITMENTS_DECIDE in viewer.permissions and viewer.party == commitment.owner


def assignable(label: Label, sent: Mapping[str, Any]) -> dict[str, Any]:
    """What was sent of owner, focal point and due date as it is kept, the focal point as its account.

    Invalid for those who may not see what bears this label: they cannot answer for it.
    """
    values = dict(sent)
    if "focal" in values:
        values["focal"] = focal_point(values["focal"], label)
    check_released("owner", values.get("owner", ""), label.id)
    return values


def assigned(viewer: Viewer, commitment: Commitment, values: Mapping[str, Any]) -> Told:
    """What these values change of it. Refused for others than those who follow it up.

    The party that answers for it names its own focal point and changes nothing else.
    """
    told = changed(commitment, **values)
    check(kept_by(viewer, commitment) or (owned_by(viewer, commitment) and told.keys() <= {"focal"}))
    return told


def moved(viewer: Viewer, commitment: Commitment, state: str) -> tuple[dict[str, Any], Told]:
    """What going to this state sets, and what that changes. Refused for others than those who follow it up; a Problem
    unless the table of states has this step."""
    check(kept_by(viewer, commitment))
    check_step(commitment.state, state)
    values: dict[str, Any] = {"state": state, **({"percent": 100} if state == State.DONE else {})}
    return values, changed(commitment, **values)
