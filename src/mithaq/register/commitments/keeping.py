"""Who keeps a commitment or an action: follows it up, sets its state, says who answers for it. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.markings import Level
from mithaq.access.models import Party
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid
from mithaq.access.standing import marking_of
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.register.parties.resolving import party_named


def keeps(viewer: Viewer, label_id: int, concerned: Iterable[str], needs: Permission) -> bool:
    """Whether this viewer keeps what bears this label.

    The secretariat does, by its permission. What was not released to any secretariat is kept by the parties concerned.
    """
    if needs in viewer.permissions:
        return True
    return viewer.party in concerned and not seen_by_secretariat(label_id)


def seen_by_secretariat(label_id: int) -> bool:
    """Whether what bears this label was released to a secretariat."""
    marking = marking_of(label_id)
    secretariats = Party.objects.filter(kind=Party.Kind.SECRETARIAT)
    if marking.level is not Level.PUBLIC:
        secretariats = secretariats.filter(code__in=marking.audience)
    return secretariats.exists()


def check(allowed: bool) -> None:
    """Refused unless it is allowed."""
    if not allowed:
        raise Refused("This is done by those who follow it up, or by the party that answers for it.", code="not_yours")


def check_released(field: str, party: str, label_id: int) -> None:
    """Invalid for this field unless it names a party that may see what bears this label, or nobody."""
    if not party:
        return
    party_named(party, field)
    marking = marking_of(label_id)
    if marking.level is not Level.PUBLIC and party not in marking.audience:
        message = "This was not released to “%(party)s”: it cannot answer for it."
        raise invalid(field, message, "not_released", party=party)
