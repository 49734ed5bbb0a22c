"""What the annual review of a centre is made of, frozen: findings of the year and those left from before, with answers, actions
and what was measured. Only what all who will see the review may see. Inside a visit that writes."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Q, QuerySet

from mithaq.access.models import Label
from mithaq.access.standing import marking_of
from mithaq.followup.models import Action
from mithaq.register.training.models import Course
from mithaq.reviews.cases.confirmed import confirmed_in
from mithaq.reviews.findings.codes import SETTLED, Outcome, State
from mithaq.reviews.findings.models import AnnualCases, AnnualReview, Asked, Finding, Measured, Remedy


def gathered(centre: str, year: int, label: Label) -> dict[str, Any]:
    """The content of the review, as JSON has it; `findings` is empty where there is nothing to review."""
    rows = [row for row in _of_year(centre, year) if _as_wide(row.label_id, label)]
    pks = [row.pk for row in rows]
    answers = _answers(pks, label)
    remedies = _remedies(pks, label)
    titles = dict(_titles([row.course_id for row in rows]))
    findings = [_finding(row, titles, answers[row.pk], remedies[row.pk]) for row in rows]
    return {"findings": findings, "counts": counts_of(findings)}


def keep_cases(review: AnnualReview, label: Label) -> None:
    """The confirmed success cases of the year, beside the review: for those alone who see them and it."""
    for marking, cases in confirmed_in(review.centre, review.year).items():
        joined = Label.objects.marked(marking.joined(label.marking))
        AnnualCases.objects.create(label=joined, review=review, content=cases)


def _of_year(centre: str, year: int) -> QuerySet[Finding]:
    """Those opened in the year, and those opened before that are not settled."""
    found = Finding.objects.filter(centre=centre, opened_at__year__lte=year)
    left = ~Q(state__in=SETTLED)
    rows: QuerySet[Finding] = found.filter(Q(opened_at__year=year) | left).order_by("code", "opened_at", "pk")
    return rows


def _as_wide(label_id: int, label: Label) -> bool:
    """Whether everybody who sees the review sees this."""
    return marking_of(label_id).joined(label.marking) == label.marking


def _answers(pks: list[int], label: Label) -> dict[int, list[dict[str, Any]]]:
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in Asked.objects.filter(finding_id__in=pks).order_by("pk"):
        if _as_wide(row.label_id, label):
            at = row.at.date().isoformat() if row.at else ""
            found[row.finding_id].append({"party": row.party, "answer": row.answer, "text": row.text, "at": at})
    return found


def _remedies(pks: list[int], label: Label) -> dict[int, list[dict[str, Any]]]:
    rows = [row for row in Remedy.objects.filter(finding_id__in=pks).order_by("pk") if _as_wide(row.label_id, label)]
    actions = {row.pk: row for row in Action.objects.filter(pk__in=[row.action_id for row in rows])}
    measured = {
        row.remedy_id: row
        for row in Measured.objects.filter(remedy__in=rows).order_by("pk")
        if _as_wide(row.label_id, label)
    }
    found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if (action := actions.get(row.action_id)) is not None:
            found[row.finding_id].append(_remedy(row, action, measured.get(row.pk)))
    return found


def _remedy(row: Remedy, action: Action, said: Measured | None) -> dict[str, Any]:
    told = {name: getattr(said, name) for name in ("outcome", "estimate", "low", "high")} if said else {}
    return {
        "action": action.public_id, "ref": action.ref, "title": [action.title_ar, action.title_en],
        "owner": action.owner, "due": action.due.isoformat(), "state": action.state, "percent": action.percent,
        "predicted": float(row.predicted), "outcome": Outcome.NOT_YET_KNOWN.value, **told,
    }  # fmt: skip


def _titles(pks: list[int | None]) -> list[tuple[int, list[str]]]:
    rows = Course.objects.filter(pk__in={pk for pk in pks if pk})
    return [(row.pk, [row.title_ar, row.title_en]) for row in rows]


def _finding(
    row: Finding, titles: dict[int, list[str]], answers: list[dict[str, Any]], remedies: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "id": row.public_id, "ref": row.ref, "code": row.code, "title": titles.get(row.course_id or 0, ["", ""]),
        "trigger": row.trigger, "severity": row.severity, "state": row.state, "reason": row.reason,
        "opened": row.opened_at.date().isoformat(), "due": row.due.isoformat(), "late": row.late,
        "evidence": row.evidence, "parts": row.parts, "basis": row.basis, "demonstration": row.demonstration,
        "answers": answers, "remedies": remedies, "standing": standing_of(row.state, remedies),
    }  # fmt: skip


def standing_of(state: str, remedies: list[dict[str, Any]]) -> str:
    """How a finding counts: proved only where the next measurement says that what was done worked; failed where it did not."""
    outcomes = {one["outcome"] for one in remedies}
    if Outcome.WORKED in outcomes:
        return "proved"
    if state == State.REJECTED:
        return "rejected"
    if state == State.CLOSED:
        return "unproved"
    return "failed" if Outcome.DID_NOT in outcomes else "open"


STANDINGS = ("open", "failed", "unproved", "rejected", "proved")
"""In the order in which a review tells them: first what still has to be done."""


def counts_of(findings: list[dict[str, Any]]) -> dict[str, int]:
    """How many count how."""
    return {name: sum(one["standing"] == name for one in findings) for name in STANDINGS}
