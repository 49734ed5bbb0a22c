"""What becomes of a commitment: what is said of it, who answers for it, its state."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, focal_point, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Conflict
from mithaq.register.commitments.forms import AssignCommitment, ChangeState, DescribeCommitment
from mithaq.register.commitments.keeping import check, check_released, keeps
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations.making import check_parties, meeting_for, save_said, set_speaker
from mithaq.register.commitments.states import State, check_transition


def _found(public_id: str) -> Commitment:
    found: Commitment = find(Commitment.objects.select_related("label", "focal"), public_id)
    return found


def _keeps(viewer: Viewer, commitment: Commitment) -> bool:
    concerned = (commitment.owner, *commitment.by, *commitment.addressees)
    return keeps(viewer, commitment.label_id, concerned, Permission.COMMITMENTS_MANAGE)


@operation("commitments.describe", needs=Permission.COMMITMENTS_DECIDE, form=DescribeCommitment)
def describe_commitment(viewer: Viewer, /, *, commitment: str, version: int, **sent: Any) -> Reference:
    """Put right what is said of a commitment; what is left out stays. Its words, source, reference and label stay.

    Done by those who follow it up and by the party that answers for it.
    """
    found = _found(commitment)
    check(_keeps(viewer, found) or viewer.party == found.owner)
    check_parties(sent)
    plain = {name: value for name, value in sent.items() if name not in ("speaker", "meeting")}
    told = changed(found, **plain)
    for name, value in plain.items():
        setattr(found, name, value)
    if "meeting" in sent:
        found.meeting = meeting_for(sent["meeting"], found.label)
    if sent.keys() & {"speaker", "said_on"}:
        set_speaker(found, sent.get("speaker", found.speaker.public_id if found.speaker else ""))
    update_at(Commitment.objects.filter(pk=found.pk), version)
    found.version = version + 1
    save_said(found)
    return Reference(commitment, found.label_id, told)


@operation("commitments.assign", needs=Permission.COMMITMENTS_DECIDE, form=AssignCommitment)
def assign_commitment(viewer: Viewer, /, *, commitment: str, version: int, reason: str, **sent: Any) -> Reference:
    """Say which party answers for a commitment, through whom and until when; what is left out stays.

    Done by those who follow it up. The party that answers for it names its own focal point and changes nothing else.
    """
    found = _found(commitment)
    if "focal" in sent:
        sent["focal"] = focal_point(sent["focal"], found.label)
    told = changed(found, **sent)
    check(_keeps(viewer, found) or (viewer.party == found.owner and told.keys() <= {"focal"}))
    check_released("owner", sent.get("owner", ""), found.label_id)
    update_at(Commitment.objects.filter(pk=found.pk), version, **sent)
    return Reference(commitment, found.label_id, told, reason)


@operation("commitments.change_state", needs=Permission.COMMITMENTS_DECIDE, form=ChangeState)
def change_state(viewer: Viewer, *, commitment: str, state: str, reason: str, version: int) -> Reference:
    """Move a commitment to another state, by the table of `states`, with the reason. Done by those who follow it up."""
    found = _found(commitment)
    check(_keeps(viewer, found))
    if found.version != version:
        raise Conflict
    check_transition(found.state, state, reason)
    changes = {"state": state, "state_reason": reason, **({"percent": 100} if state == State.DONE else {})}
    told = changed(found, state=state, percent=changes.get("percent", found.percent))
    update_at(Commitment.objects.filter(pk=found.pk), version, **changes)
    return Reference(commitment, found.label_id, told, reason)
