"""One finding with all that belongs to it; what was put to one party, as that party sees it."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import find, read
from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.models import Hold
from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.findings.models import Asked, Finding
from mithaq.reviews.findings.reads.asked import asked_rows, asked_shown
from mithaq.reviews.findings.reads.listing import finding_rows
from mithaq.reviews.findings.reads.shapes import AskedRow, EvidenceShown, FindingPage
from mithaq.reviews.findings.rights import may_on
from mithaq.reviews.runs.models import Run

IN_POINTS = (Trigger.BELOW_WORTHWHILE, Trigger.OBJECTIVE_NOT_LEARNED)
COEFFICIENTS = (Trigger.NEGATIVE_ITEM, Trigger.UNFAIR_ITEM, Trigger.LOW_RELIABILITY)


@read("findings.page")
def finding_page(viewer: Viewer, *, finding: str) -> FindingPage:
    """A finding: what was found and how it is known, whom it was put to and what they answered, what is done, what came of it."""
    found = find(Finding.objects.all(), finding)
    (row,) = finding_rows(Finding.objects.filter(pk=found.pk))
    asked = list(Asked.objects.filter(finding=found).order_by("pk"))
    run = Run.objects.filter(pk=found.run_id).values_list("public_id", "ref").first() or ("", "")
    held = Hold.objects.filter(cause=found.public_id, lifted_at__isnull=True).exists()
    return FindingPage(
        row=row,
        verdict=found.verdict,
        evidence=_evidence(found),
        run=run[0],
        run_ref=run[1],
        reason=found.reason,
        escalated=found.late,
        held=held,
        asked=asked_shown(viewer, asked),
        may=may_on(viewer, found),
        history=history_of(found.public_id, *(one.public_id for one in asked)),
        version=found.version,
        seen=row.seen,
    )


def _evidence(found: Finding) -> EvidenceShown:
    told: dict[str, Any] = found.evidence
    of = "points" if found.trigger in IN_POINTS else "coefficient" if found.trigger in COEFFICIENTS else "share"
    return EvidenceShown(
        of=of,
        n=told.get("n"),
        estimate=told.get("estimate"),
        low=told.get("low"),
        high=told.get("high"),
        line=told.get("line"),
        parts=tuple(Bilingual(part["ar"] or part["code"], part["en"] or part["code"]) for part in found.parts),
        basis=found.basis,
    )


@read("findings.asked")
def asked_page(viewer: Viewer, *, asked: str) -> AskedRow:
    """What was put to a party: in words and with numbers only where it may know them; its answer, and what is done."""
    found = find(Asked.objects.all(), asked)
    (row,) = asked_rows(viewer, [found])
    return row


@read("findings.of_action")
def of_action(viewer: Viewer, *, action: str) -> tuple[AskedRow, ...]:
    """The finding that an action is done about, as it was put to the party; none for an action that serves commitments."""
    rows = Asked.objects.filter(remedies__action__public_id=action).order_by("pk")
    return asked_rows(viewer, rows)
