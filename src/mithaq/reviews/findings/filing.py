"""Findings as rows: opened from a run once, put to the centre, the course held; looked up again. Inside a visit that writes."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label, next_ref
from mithaq.access.operation import find
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.training.holding import hold
from mithaq.register.training.models import Course
from mithaq.reviews.findings.codes import SETTLED, WAITING, State
from mithaq.reviews.findings.models import Asked, Finding, Spread
from mithaq.reviews.runs.models import Run

if TYPE_CHECKING:
    from mithaq.reviews.findings.triggers import Found
    from mithaq.reviews.runs.content import Content

TO_ANSWER = timedelta(days=30)


def content_of(text: str) -> Content:
    """The content of a run, out of what it is kept as."""
    from mithaq.reviews.runs.content import Content  # noqa: PLC0415  (loads scipy: only where it is used)
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415

    return from_plain(Content, json.loads(text))


def found_finding(named: str) -> Finding:
    """The finding with its label; Absent if the viewer sees none."""
    row: Finding = find(Finding.objects.select_related("label"), named)
    return row


def found_asked(named: str) -> Asked:
    """What was put to a party, with its label; Absent if the viewer sees none."""
    row: Asked = find(Asked.objects.select_related("label"), named)
    return row


def with_parties(label: Label, *parties: str) -> Label:
    """A label that these parties see, too. What is public stays so."""
    marking = label.marking
    if marking.level is Level.PUBLIC or set(parties) <= marking.audience:
        return label
    return Label.objects.marked(Marking(marking.level, marking.audience | set(parties), marking.caveats))


def due_day(day: date | None = None) -> date:
    """By when something that is asked today is to be answered, where nobody says more."""
    return day or clock.today() + TO_ANSWER


def open_findings(viewer: Viewer, run: Run, content: Content, found: tuple[Found, ...]) -> list[Finding]:
    """A finding for each of these that is not waiting already, nor was settled on the very same evidence."""
    from mithaq.reviews.findings.triggers import as_data  # noqa: PLC0415  (loads scipy: only where it is used)

    courses = {row.public_id: row for row in Course.objects.filter(public_id__in=[one.course for one in found])}
    known = _known(found)
    opened = []
    for one in found:
        told, key = as_data(one), (one.course, one.code, one.trigger, one.subject)
        if any(waits or evidence == told["evidence"] for waits, evidence in known.get(key, ())):
            continue
        opened.append(_open(viewer, run, content, one, told, courses.get(one.course)))
    return opened


def _known(found: tuple[Found, ...]) -> dict[tuple[str, str, str, str], list[tuple[bool, Any]]]:
    """What was found before of the same: whether it still waits, and its evidence."""
    rows = Finding.objects.filter(trigger__in={one.trigger for one in found})
    known: dict[tuple[str, str, str, str], list[tuple[bool, Any]]] = {}
    values = rows.values_list("course__public_id", "code", "trigger", "subject", "state", "evidence")
    for course, code, trigger, subject, state, evidence in values:
        known.setdefault((course or "", code, trigger, subject), []).append((state in WAITING, evidence))
    return known


def _open(
    viewer: Viewer, run: Run, content: Content, one: Found, told: dict[str, Any], course: Course | None
) -> Finding:
    label = with_parties(run.label, course.centre) if course else run.label
    now = clock.now()
    if course and course.centre not in run.label.marking.audience:
        told = {**told, "evidence": own_alone(told["evidence"])}
    finding: Finding = Finding.objects.create(
        label=label, ref=next_ref("TF", now.year, label), run=run, course=course, code=one.code,
        centre=course.centre if course else "", trigger=one.trigger, subject=one.subject, severity=one.severity,
        verdict=one.verdict, evidence=told["evidence"], parts=told["parts"], basis=_basis(run, content, one),
        opened_at=now, due=due_day(), demonstration=run.demonstration,
    )  # fmt: skip
    if course:
        ask(viewer, finding, course.centre, told=told)
        hold(course, finding.public_id, label)
    return finding


def own_alone(evidence: dict[str, Any]) -> dict[str, Any]:
    """The evidence out of the course's own results: nothing that was drawn towards courses of others."""
    if not (alone := evidence.get("alone")):
        return evidence
    return {**evidence, **dict(zip(("estimate", "low", "high"), alone, strict=True))}


def _basis(run: Run, content: Content, one: Found) -> dict[str, Any]:
    """How it is known."""
    report = content.report
    course = next((row for row in report.courses if row.course == one.code), None)
    facts = next((row for row in content.courses if row.code == one.code), None)
    told: dict[str, Any] = {"run": run.ref, "version": run.made_with, "data_hash": run.data_hash, "seed": run.seed}
    told |= {"courses": len(report.courses), "design": report.settings.design}
    if course:
        told |= {"n": course.n, "missing": round(course.flow.missing_share, 6)}
    if facts and facts.reliability:
        told["reliability"] = round(facts.reliability.alpha, 6)
    return told


def ask(
    viewer: Viewer, finding: Finding, party: str, *, told: dict[str, Any], due: date | None = None, **notes: str
) -> Asked:
    """Put a finding to a party: with its numbers (`told`), or with none. Under another label it bears a reference of its own:
    that of the finding would tell how many there are."""
    label = with_parties(finding.label, party)
    ref = finding.ref if label.id == finding.label_id else next_ref("TF", clock.now().year, label)
    row: Asked = Asked.objects.create(
        label=label,
        finding=finding,
        ref=ref,
        course_id=finding.course_id,
        code=finding.code,
        trigger=finding.trigger,
        party=party,
        told=told,
        asked_by=viewer.account,
        asked_at=clock.now(),
        due=due_day(due),
        demonstration=finding.demonstration,
        **notes,
    )
    return row


def set_state(finding_pk: int, state: State, **more: Any) -> None:
    """Where a finding stands now; one that is settled stays so."""
    rows = Finding.objects.filter(pk=finding_pk).exclude(state__in=SETTLED)
    rows.update(state=state, version=F("version") + 1, **more)
    if state in SETTLED:
        end_questions(finding_pk)


def end_questions(finding_pk: int) -> None:
    """The finding is settled: nobody who was asked about it is waited for."""
    Asked.objects.filter(finding_id=finding_pk, over_at=None).update(over_at=clock.now())


def keep_spreads(run: Run, content: Content) -> None:
    """What this run says of each course before its next run."""
    report = content.report
    if report.within_sd is None:
        return
    facts = {one.code: one for one in content.courses}
    line = report.settings.worthwhile
    rows = []
    for one in report.courses:
        if one.course not in facts or not one.flow.before:
            continue
        course = facts[one.course]
        agreed = line if course.least_gain is None else course.least_gain
        share = min(0.9, 1 - one.flow.both / max(1, one.flow.enrolled))
        rows.append(
            Spread(
                label_id=run.label_id, run=run, course=course.public_id, sd=report.within_sd, n=one.n,
                worthwhile=agreed, attrition=round(share, 6),
            )
        )  # fmt: skip
    Spread.objects.bulk_create(rows)
