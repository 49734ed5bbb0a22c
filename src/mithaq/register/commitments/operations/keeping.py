"""What becomes of a commitment: what is said of it, who answers for it, its state."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Conflict
from mithaq.register.commitments.changing import assignable, assigned, kept_by, moved, owned_by
from mithaq.register.commitments.forms import AssignCommitment, ChangeState, DescribeCommitment
from mithaq.register.commitments.keeping import check
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations.making import check_parties, meeting_for, save_said, set_speaker


def _found(public_id: str) -> Commitment:
    found: Commitment = find(Commitment.objects.select_related("label", "focal"), public_id)
    return found


@operation("commitments.describe", needs=Permission.COMMITMENTS_DECIDE, form=DescribeCommitment)
def describe_commitment(viewer: Viewer, /, *, commitment: str, version: int, **sent: Any) -> Reference:
    """Put right what is said of a commitment; what is left out stays. Its words, source, reference and label stay.

    Done by those who follow it up and by the party that answers for it.
    """
    found = _found(commitment)
    check(kept_by(viewer, found) or owned_by(viewer, found))
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
    values = assignable(found.label, sent)
    told = assigned(viewer, found, values)
    update_at(Commitment.objects.filter(pk=found.pk), version, **values)
    return Reference(commitment, found.label_id, told, reason)


@operation("commitments.change_state", needs=Permission.COMMITMENTS_DECIDE, form=ChangeState)
def change_state(viewer: Viewer, *, commitment: str, state: str, reason: str, version: int) -> Reference:
    """Move a commitment to another state, by the table of `states`, with the reason. Done by those who follow it up."""
    found = _found(commitment)
    if found.version != version:
        raise Conflict
    values, told = moved(viewer, found, state)
    update_at(Commitment.objects.filter(pk=found.pk), version, state_reason=reason, **values)
    return Reference(commitment, found.label_id, told, reason)
