"""A release is proposed, issued, withdrawn."""

from __future__ import annotations

from mithaq.access.markings import Level
from mithaq.access.models import next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import known_parties, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.reviews.runs.filing import index_release
from mithaq.reviews.runs.forms import LEAST, IssueRelease, ProposeRelease, WithdrawRelease
from mithaq.reviews.runs.models import Consent, Part, Release, Run
from mithaq.reviews.runs.releasing import (
    ask,
    bases_of,
    columns_of,
    courses_in,
    cut_now,
    hand_out,
    label_when_issued,
    run_of,
)

STATE = Release.State


@operation("releases.propose", needs=Permission.RELEASES_MAKE, form=ProposeRelease)
def propose(
    viewer: Viewer,
    *,
    run: str,
    level: str,
    audience: tuple[str, ...] = (),
    title_ar: str = "",
    title_en: str = "",
    threshold: int | None = None,
) -> Reference:
    """Propose to release from a run, for this audience: every party with people in it is asked whether it stands there with a
    row of its own. Others see nothing before it is issued."""
    found = find(Run.objects.select_related("label"), run)
    if Release.objects.filter(run=found, state=STATE.PROPOSED).exists():
        raise Problem("A release from this run is proposed already. Issue or withdraw it first.", code="proposed")
    base = bases_of(found)
    if not base:
        raise Problem("Nobody in this run has both tests, so there is nothing to release.", code="nobody")
    audience = () if level == Level.PUBLIC.name else known_parties(audience, "audience")
    release = Release.objects.create(
        label=found.label, run=found, title_ar=title_ar, title_en=title_en, level=level, audience=audience,
        courses=courses_in(base), threshold=threshold or LEAST, proposed_by=viewer.account,
        proposed_at=clock.now(), demonstration=found.demonstration,
    )  # fmt: skip
    index_release(release, found.label)
    asked = ask(release, found)
    return Reference(release.public_id, found.label_id, {"run": [None, found.ref], "parties": [None, ", ".join(asked)]})


@operation("releases.issue", needs=Permission.RELEASES_MAKE, form=IssueRelease)
def issue(viewer: Viewer, *, release: str, version: int) -> Reference:
    """Issue a release with the parties that agreed up to now, numbered, for its audience; every party gets its own part.

    Refused if the attack on it, beside all earlier releases of its courses, recovers anything. It never changes afterwards.
    """
    found: Release = find(Release.objects.all(), release)
    run = run_of(found)
    _check_state(found, STATE.PROPOSED)
    made, content, base = cut_now(found, run)
    label, at = label_when_issued(found, run), clock.now()
    update_at(
        Release.objects.filter(pk=found.pk, state=STATE.PROPOSED), version, label=label,
        ref=next_ref("R", at.year, label), state=STATE.ISSUED, released_by=viewer.account, released_at=at,
        **columns_of(made),
    )  # fmt: skip
    index_release(Release.objects.get(pk=found.pk), label)
    Consent.objects.filter(release=found).update(open=False)
    hand_out(found, run, content, base)
    return Reference(found.public_id, label.id, {"release": [STATE.PROPOSED.value, STATE.ISSUED.value]})


@operation("releases.withdraw", needs=Permission.RELEASES_MAKE, form=WithdrawRelease)
def withdraw(viewer: Viewer, *, release: str, version: int, reason: str) -> Reference:
    """Withdraw a release, proposed or issued. Its numbers are shown no more; later releases still reckon with their having been
    seen."""
    found: Release = find(Release.objects.all(), release)
    run_of(found)
    if found.state == STATE.WITHDRAWN:
        _check_state(found, STATE.ISSUED)
    taken = {"state": STATE.WITHDRAWN, "taken_back_by": viewer.account, "taken_back_at": clock.now(), "reason": reason}
    update_at(Release.objects.filter(pk=found.pk), version, **taken)
    Consent.objects.filter(release=found).update(open=False)
    Part.objects.filter(release=found).update(gone=True)
    index_release(Release.objects.get(pk=found.pk), found.label)
    return Reference(found.public_id, found.label_id, {"release": [str(found.state), STATE.WITHDRAWN.value]}, reason)


def _check_state(release: Release, wanted: Release.State) -> None:
    if release.state != wanted:
        raise Problem("This release is not %(state)s any more.", code="state", state=str(wanted.label))
