"""A finding is put to one more party, closed, gathered into the annual review of a centre."""

from __future__ import annotations

from datetime import date
from typing import Any

from mithaq.access.models import next_ref
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.meetings.reach import can_see
from mithaq.register.parties.resolving import party_named
from mithaq.register.training.holding import lift
from mithaq.register.training.models import Course
from mithaq.reviews.findings.codes import SETTLED, State
from mithaq.reviews.findings.filing import ask, end_questions, found_finding
from mithaq.reviews.findings.forms import CloseFinding, MakeReview, ShareFinding
from mithaq.reviews.findings.gathering import gathered, keep_cases
from mithaq.reviews.findings.indexing import index_asked, index_finding, index_review
from mithaq.reviews.findings.models import AnnualReview, Asked, Finding


@operation("findings.share", needs=Permission.FINDINGS_EVALUATE, form=ShareFinding)
def share_finding(
    viewer: Viewer, *, finding: str, party: str, note_ar: str = "", note_en: str = "", due: date | None = None
) -> Reference:
    """Put a finding to one more party, in words and without a number: nothing is told that was not released to it."""
    found = found_finding(finding)
    party_named(party, "party")
    _check_not_settled(found)
    if Asked.objects.filter(finding=found, party=party).exists():
        raise invalid("party", "This party was asked already.", "asked")
    course = Course.objects.select_related("label").filter(pk=found.course_id).first()
    if course is not None and not can_see(party, course.label):
        raise invalid("party", "The course was not released to this party.", "not_released")
    row = ask(viewer, found, party, told={}, due=due, note_ar=note_ar, note_en=note_en)
    index_asked(row)
    return Reference(row.public_id, row.label_id, {"asked": [None, party]})


def _check_not_settled(finding: Finding) -> None:
    if finding.state in SETTLED:
        raise Problem("This finding is settled: nothing is asked any more.", code="settled")


@operation("findings.close", needs=Permission.FINDINGS_EVALUATE, form=CloseFinding)
def close_finding(viewer: Viewer, *, finding: str, version: int, reason: str) -> Reference:
    """Close a finding that was answered. It counts as proved only where the next measurement says that it worked."""
    found = found_finding(finding)
    _check_not_settled(found)
    if found.state == State.OPEN:
        raise Problem("It was not answered yet: the centre answers first.", code="not_answered")
    update_at(Finding.objects.filter(pk=found.pk), version, state=State.CLOSED, reason=reason)
    end_questions(found.pk)
    index_finding(found_finding(finding))
    lift(found.public_id)
    return Reference(found.public_id, found.label_id, {"state": [found.state, State.CLOSED.value]}, reason)


@operation("findings.review", needs=Permission.FINDINGS_EVALUATE, form=MakeReview)
def make_review(viewer: Viewer, /, *, centre: str, year: int, level: str, audience: tuple[str, ...] = ()) -> Reference:
    """Make the annual review of a centre: the findings of that year and those left from before, with what was answered, done
    and measured, as it stands now. Only findings that all who will see the review may see are in it; the confirmed success cases
    of the year stand in it for those who may see them."""
    party_named(centre, "centre")
    label = label_for(viewer, level, audience)
    content: dict[str, Any] = gathered(centre, year, label)
    if not content["findings"]:
        raise Problem(
            "There is no finding of this centre in this year that all of these may see. Choose others, or another year.",
            code="nothing",
        )
    review = AnnualReview.objects.create(
        label=label, ref=next_ref("AR", year, label), centre=centre, year=year, content=content,
        made_by=viewer.account, made_at=clock.now(), demonstration=any(one["demonstration"] for one in content["findings"]),
    )  # fmt: skip
    keep_cases(review, label)
    index_review(review)
    return Reference(review.public_id, label.id, {"ref": [None, review.ref]})
