"""Deciding on proposals: what every area calls when a finding becomes its record. Inside a visit that writes."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from mithaq.access.operation import find
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict
from mithaq.proposals.models import Proposal, Tally

State = Proposal.State
OPEN = (State.WAITING, State.REOPENED)
DECIDED = (State.ACCEPTED, State.AMENDED, State.REJECTED)


def open_proposal(public_id: str, kind: str, version: int) -> Proposal:
    """The proposal of this kind (empty: of any) that waits for a decision, at this version.

    Absent if there is none for the viewer. Conflict if it was decided or changed meanwhile, or if its document was
    corrected and not read again. Inside a visit.
    """
    proposal: Proposal = find(Proposal.objects.select_related("document", "label"), public_id)
    if kind and proposal.kind != kind:
        raise Absent
    if proposal.version != version or proposal.state not in OPEN:
        raise Conflict
    if proposal.edition != proposal.document.edition:
        raise Conflict("The text of this document was corrected. Let it be read again, then decide.", code="unread")
    return proposal


def decide(
    proposal: Proposal, viewer: Viewer, state: str, decided: dict[str, Any] | None, thing: str, reason: str = ""
) -> None:
    """Write down a decision: the state, what was made of the finding, and the public id of the record that came of it.

    Conflict if somebody else decided since the proposal was looked at. Inside a visit that writes.
    """
    made = {
        "decided": decided,
        "decided_by": viewer.account,
        "decided_at": clock.now(),
        "thing": thing,
        "reason": reason,
    }
    _settle(proposal, state, **made)


def reopen(proposal: Proposal) -> None:
    """Take a decision back: the proposal waits as it was read. Conflict as `decide`. Inside a visit that writes."""
    _settle(proposal, State.WAITING, decided=None, decided_by="", decided_at=None, thing="", reason="")


def _settle(proposal: Proposal, state: str, **made: Any) -> None:
    rows = Proposal.objects.filter(pk=proposal.pk)
    update_at(rows, proposal.version, state=state, note="", **made)
    waiting = (state in OPEN) - (proposal.state in OPEN)
    decided = (state in DECIDED) - (proposal.state in DECIDED)
    Tally.objects.filter(document_id=proposal.document_id).update(
        waiting=F("waiting") + waiting, decided=F("decided") + decided
    )
