"""Whether what was done about findings worked: measured by itself when a run has results of later offerings. Inside a visit that
writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mithaq.access.models import Label
from mithaq.access.viewer import within_reach
from mithaq.core import clock
from mithaq.reviews.findings.codes import Outcome, Trigger
from mithaq.reviews.findings.filing import content_of, with_parties
from mithaq.reviews.findings.models import Finding, Measured, Remedy
from mithaq.reviews.runs.models import Run

if TYPE_CHECKING:
    from mithaq.reviews.findings.triggers import Found
    from mithaq.reviews.runs.content import Content

BY_FACT = (Trigger.CONTROL_OLD, Trigger.NEED_WITHOUT_COURSE)


def measure_again(run: Run, content: Content, found: tuple[Found, ...]) -> int:
    """Measure every remedy that is not settled and that this run says something of; how many it does. What it says is told to
    those who see both the remedy and the run, and to the centre, whose course it is."""
    codes = {one.code for one in content.courses}
    rows = list(Remedy.objects.select_related("label").order_by("pk"))
    settled = set(
        Measured.objects.filter(remedy__in=rows)
        .exclude(outcome=Outcome.NOT_YET_KNOWN)
        .values_list("remedy_id", flat=True)
    )
    findings = {row.pk: row for row in Finding.objects.filter(pk__in=[row.finding_id for row in rows])}
    contents = _Contents()
    measured = 0
    for remedy in rows:
        finding = findings.get(remedy.finding_id)
        if finding is None or remedy.pk in settled or (finding.code and finding.code not in codes):
            continue
        told = _told(remedy, finding, contents, content, found)
        seen_by = with_parties(run.label, *([finding.centre] if finding.centre else []))
        marking = remedy.label.marking.joined(seen_by.marking)
        if told is None or not within_reach(marking):
            continue
        label = Label.objects.marked(marking)
        Measured.objects.create(label=label, remedy=remedy, run=run, at=clock.now(), **told)
        measured += 1
    return measured


class _Contents:
    """The contents of first runs, each read once."""

    def __init__(self) -> None:
        self.read: dict[int, Content | None] = {}

    def of(self, run: int) -> Content | None:
        """The content of this run, if the viewer sees it."""
        if run not in self.read:
            text = Run.objects.filter(pk=run).values_list("content", flat=True).first()
            self.read[run] = content_of(text) if text else None
        return self.read[run]


def _told(
    remedy: Remedy, finding: Finding, contents: _Contents, now: Content, found: tuple[Found, ...]
) -> dict[str, Any] | None:
    """What this run says of a remedy, as columns; None where it says nothing."""
    from mithaq.reviews.findings.again import measured_again  # noqa: PLC0415

    if finding.trigger in BY_FACT:
        return _by_fact(finding, found)
    first = contents.of(finding.run_id)
    if first is None:
        return None
    codes = tuple(part["code"] for part in finding.parts)
    again = measured_again(
        finding.trigger, codes, finding.code, first=first, now=now, since=_day(remedy.made_at.date()),
        until=_day(clock.today()), predicted=float(remedy.predicted),
    )  # fmt: skip
    if again is None:
        return None
    names = ("estimate", "low", "high", "before", "raw_before", "after")
    return {"outcome": again.outcome.value, **{name: round(getattr(again, name), 6) for name in names}}


def _day(day: Any) -> str:
    return str(day.isoformat())


def _by_fact(finding: Finding, found: tuple[Found, ...]) -> dict[str, Any] | None:
    """A fact is so or it is not: while it is so, nothing is said of what was done."""
    still = any(
        (one.trigger, one.code, one.subject) == (finding.trigger, finding.code, finding.subject) for one in found
    )
    return None if still else {"outcome": Outcome.WORKED.value}
