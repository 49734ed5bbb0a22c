"""Which parties a meeting's label lets see it. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.resolving import invalid
from mithaq.access.shapes import party_called


def can_see(party: str, label: Label) -> bool:
    """Whether anybody of this party may see what bears this label."""
    marking = label.marking
    return marking.level is Level.PUBLIC or party in marking.audience


def check_reach(parties: Iterable[str], label: Label, field: str) -> None:
    """Invalid for this field if one of these parties may not see what bears this label."""
    for party in parties:
        if not can_see(party, label):
            raise invalid(
                field,
                "%(party)s may not see this meeting: it was not released to it. Choose others, or plan it for more.",
                "not_released",
                party=party_called(party),
            )
