"""What is common to all that comes of a proposal: whether it was amended, and its source in words."""

from __future__ import annotations

from typing import Any

from mithaq.proposals.models import Proposal


def decision(read: dict[str, Any], sent: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The state (accepted, or amended where what was sent is not what was read) and all the values decided on."""
    amended = any(read[name] != value for name, value in sent.items() if name in read)
    return (Proposal.State.AMENDED if amended else Proposal.State.ACCEPTED), {**read, **sent}


def said_at(proposal: Proposal) -> str:
    """The source in words of what a proposal became: reference and number of the sentence."""
    return f"{proposal.document.ref}, {proposal.sentence}"
