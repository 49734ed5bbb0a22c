"""A party agrees to a row of its own in a release, or does not."""

from __future__ import annotations

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.reviews.runs.forms import AgreeToRelease, DeclineRelease
from mithaq.reviews.runs.models import Consent


@operation("releases.agree", needs=Permission.RELEASES_AGREE, form=AgreeToRelease)
def agree(viewer: Viewer, *, consent: str, version: int) -> Reference:
    """Agree that your party stands in the release with a row of its own. Until it is issued you can still decline."""
    return _say(viewer, consent, version, Consent.Answer.AGREED)


@operation("releases.decline", needs=Permission.RELEASES_AGREE, form=DeclineRelease)
def decline(viewer: Viewer, *, consent: str, version: int, reason: str) -> Reference:
    """Decline a row of your party's own: its people are then counted among others alone, and nothing of it follows from that."""
    return _say(viewer, consent, version, Consent.Answer.DECLINED, reason)


def _say(viewer: Viewer, consent: str, version: int, answer: Consent.Answer, reason: str = "") -> Reference:
    found = find(Consent.objects.all(), consent)
    if found.party != viewer.party:
        raise Refused("Only the party itself does this.", code="not_yours")
    if not found.open:
        raise Problem("The release was issued or withdrawn. Nothing can be said to it any more.", code="closed")
    said = {"answer": answer.value, "reason": reason, "said_by": viewer.account, "said_at": clock.now()}
    update_at(Consent.objects.filter(pk=found.pk, open=True), version, **said)
    return Reference(found.public_id, found.label_id, {"consent": [str(found.answer), answer.value]}, reason)
