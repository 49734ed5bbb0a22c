"""The sentences on what stands open: how many actions, findings and questions there are, what holds a course, what expires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mithaq.register.training.reads import ExpiringShown
from mithaq.reviews.findings.reads import AskedRow, FindingRow
from mithaq.reviews.findings.reads.stands import ActionCounts, CourseStands, FindingCounts
from mithaq.reviews.runs.telling.shapes import Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _


def findings_said(speak: Speaker, found: FindingCounts) -> Iterator[Statement]:
    """How many findings are not settled."""
    if not found.open:
        yield speak.statement("findings_none", _("No finding is open."), "done")
        return
    text = _("Findings not settled: %(open)s, of which taken further up for being overdue: %(escalated)s.")
    open_, escalated = (speak.letters.number(one) for one in (found.open, found.escalated))
    yield speak.statement("findings_open", text, "late" if found.escalated else "none", open=open_, escalated=escalated)


def held_said(speak: Speaker, stands: CourseStands) -> Statement:
    """Whether the next run of a course is held back, and by which findings."""
    if not stands.held:
        text = _("Nothing that the reader may see holds back the next run of this course.")
        return speak.statement("not_held", text, "done")
    refs = speak.listed([one.row.ref for one in stands.findings if one.held])
    text = _("The next run of this course is held back until its centre has answered: %(findings)s.")
    return speak.statement("held", text, "late", findings=refs)


def actions_said(speak: Speaker, counts: ActionCounts) -> Iterator[Statement]:
    """How many actions that came of findings are open, how many are closed and how."""
    number = speak.letters.number
    if counts.open:
        yield speak.statement(
            "actions_open", _("Open actions that came of findings: %(open)s, of which past their day: %(late)s."),
            "late" if counts.late else "none", open=number(counts.open), late=number(counts.late),
        )  # fmt: skip
    else:
        yield speak.statement("actions_none", _("No action that came of a finding is open."), "done")
    if counts.closed:
        told = speak.listed([f"{name}: {number(count)}" for name, count in closed(speak, counts)])
        yield speak.statement("actions_closed", _("Closed actions: %(closed)s."), closed=told)


def closed(speak: Speaker, counts: ActionCounts) -> tuple[tuple[str, int], ...]:
    """Closed actions by what came of them, as an annual review says it."""
    return (
        (speak.words(_("Worked, as measured again")), counts.proved),
        (speak.words(_("Closed and not proved")), counts.unproved),
        (speak.words(_("Did not work, as measured again")), counts.failed),
    )


def waiting_said(speak: Speaker, waiting: Sequence[AskedRow]) -> Iterator[Statement]:
    """How much was put to a party and waits for its answer."""
    late = sum(one.late > 0 for one in waiting)
    if waiting:
        text = _("Put to it and not answered yet: %(count)s, of which past their day: %(late)s.")
        count, days = speak.letters.number(len(waiting)), speak.letters.number(late)
        yield speak.statement("asked_waiting", text, "late" if late else "wait", count=count, late=days)
    else:
        yield speak.statement("asked_none", _("Nothing that was put to it waits for its answer."), "done")


def questions_said(speak: Speaker, waiting: Sequence[AskedRow]) -> Statement:
    """How many questions about a course wait for an answer, of whomever."""
    if not waiting:
        return speak.statement("questions_none", _("No question about the course waits for its answer."), "done")
    late = sum(one.late > 0 for one in waiting)
    text = _("Questions about the course that are not answered: %(count)s, of which past their day: %(late)s.")
    count, days = speak.letters.number(len(waiting)), speak.letters.number(late)
    return speak.statement("questions", text, "late" if late else "wait", count=count, late=days)


def expiring_said(speak: Speaker, expiring: Sequence[ExpiringShown]) -> Iterator[Statement]:
    """How many certificates of a party's people expire, and how many did."""
    gone = sum(one.days < 0 for one in expiring)
    if ahead := len(expiring) - gone:
        text = _("Certificates of its people that expire within half a year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expire", text, "wait", count=speak.letters.number(ahead))
    if gone:
        text = _("Certificates of its people that expired in the last half year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expired", text, "late", count=speak.letters.number(gone))


def course_expiring_said(speak: Speaker, ahead: int, gone: int) -> Iterator[Statement]:
    """How many certificates of a course expire, and how many did."""
    if ahead:
        text = _("Certificates of the course that expire within half a year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expire", text, "wait", count=speak.letters.number(ahead))
    if gone:
        text = _("Certificates of the course that expired in the last half year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expired", text, "late", count=speak.letters.number(gone))


def needs_said(speak: Speaker, needs: Sequence[FindingRow]) -> Iterator[Statement]:
    """How many needs no course serves."""
    if needs:
        text = _("Needs that no course serves: %(count)s.")
        yield speak.statement("needs_open", text, "wait", count=speak.letters.number(len(needs)))
