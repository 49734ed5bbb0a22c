"""The tables of what stands open: actions, questions, findings, certificates; by centre and by course."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import Cell
from mithaq.register.commitments.states import State as ActionState
from mithaq.register.training.reads import ExpiringShown
from mithaq.reviews.findings.codes import Outcome, Severity
from mithaq.reviews.findings.reads import AskedRow, FindingRow
from mithaq.reviews.findings.reads.stands import (
    ActionCounts,
    ActionStands,
    CentreStands,
    CourseCounts,
    FindingStands,
    Standing,
)
from mithaq.reviews.findings.telling.sentences import closed
from mithaq.reviews.runs.telling.speaker import Speaker, _

WAITS = {
    "answer": _("the answer of %(party)s by %(day)s"),
    "answer_of_nobody": _("an answer by %(day)s"),
    "plan": _("what is done about it, or that it is closed"),
    "action": _("what %(party)s does by %(day)s"),
    "measurement": _("the next measurement, or that it is closed"),
    "review": _("the annual review"),
}


def actions(speak: Speaker, told: Sequence[ActionStands], *, owned: bool = False) -> Plot:
    """Open actions, the first due first; with whose each is where they are of several (`owned`)."""
    columns = (
        Column(speak.words(_("action"))), *([Column(speak.words(_("owner")))] if owned else []),
        Column(speak.words(_("course"))), Column(speak.words(_("due"))),
        Column(speak.words(_("days late")), "count"), Column(speak.words(_("where it stands"))),
        Column(speak.words(_("expected change in points")), "signed"), Column(speak.words(_("what came of it"))),
    )  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            f"{one.action_ref}: {speak.said(one.title)}", *([speak.party(one.owner)] if owned else []), one.code,
            speak.day(one.due), one.late, f"{ActionState(one.state).label} ({speak.letters.percent(one.percent / 100)})",
            float(one.predicted), str(Outcome(one.outcome).label),
        )
        for one in told
    )  # fmt: skip
    return _table(speak, "actions", _("Open actions that came of findings"), _("The first due first."), columns, rows)


def waiting(speak: Speaker, told: Sequence[AskedRow]) -> Plot:
    """What was put to a party and waits for its answer."""
    columns = (
        Column(speak.words(_("question"))), Column(speak.words(_("course"))), Column(speak.words(_("asked on"))),
        Column(speak.words(_("due"))), Column(speak.words(_("days late")), "count"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.ref}: {speak.said(one.statement)}", one.code, speak.day(one.asked.asked_at[:10]),
            speak.day(one.asked.due), one.late,
        )
        for one in told
    )  # fmt: skip
    return _table(speak, "waiting", _("Put to it and not answered yet"), _("The longest waiting first."), columns, rows)


def questions(speak: Speaker, told: Sequence[AskedRow]) -> Plot:
    """Questions about a course that wait for an answer, with whom each was put to."""
    columns = (
        Column(speak.words(_("question"))), Column(speak.words(_("put to"))), Column(speak.words(_("asked on"))),
        Column(speak.words(_("due"))), Column(speak.words(_("days late")), "count"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.ref}: {speak.said(one.statement)}", speak.party(one.asked.party), speak.day(one.asked.asked_at[:10]),
            speak.day(one.asked.due), one.late,
        )
        for one in told
    )  # fmt: skip
    return _table(speak, "waiting", _("Questions not answered"), _("The longest waiting first."), columns, rows)


def findings(speak: Speaker, told: Sequence[FindingStands], *, several: bool = False) -> Plot:
    """Findings that are not settled, each with what it waits for; with its course where they are about several."""
    columns = (
        Column(speak.words(_("finding"))), *([Column(speak.words(_("course")))] if several else []),
        Column(speak.words(_("how grave"))), Column(speak.words(_("opened on"))), Column(speak.words(_("waits for"))),
        Column(speak.words(_("days late")), "count"), Column(speak.words(_("holds the next run back"))),
    )  # fmt: skip
    yes, no = speak.words(_("yes")), speak.words(_("no"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            f"{one.row.ref}: {speak.said(one.row.statement)}", *([one.row.code] if several else []),
            str(Severity(one.row.severity).label), speak.day(one.row.opened), _waits(speak, one), one.row.late,
            yes if one.held else no,
        )
        for one in told
    )  # fmt: skip
    desc = _("By course, the first due first.") if several else _("The first due first.")
    return _table(speak, "findings", _("Open findings and what each waits for"), desc, columns, rows)


def _waits(speak: Speaker, one: FindingStands) -> str:
    code = "answer_of_nobody" if one.waits == "answer" and not one.party else one.waits
    filled = {"party": speak.party(one.party), "day": speak.day(one.day)} if one.day else {}
    return speak.words(WAITS[code], **filled)


def needs(speak: Speaker, told: Sequence[FindingRow]) -> Plot:
    """Needs that no course serves."""
    columns = (Column(speak.words(_("need"))), Column(speak.words(_("opened on"))))
    rows = tuple((f"{one.ref}: {speak.said(one.statement)}", speak.day(one.opened)) for one in told)
    return _table(speak, "needs", _("Needs without a course"), _("The longest open first."), columns, rows)


def by_course(speak: Speaker, told: Sequence[CourseCounts]) -> Plot:
    """Findings and actions, counted by course."""
    columns = (
        Column(speak.words(_("course"))),
        *(Column(speak.words(name), "count") for name in (_("findings not settled"), _("of these taken further up"))),
        *(Column(speak.words(name), "count") for name in (_("open actions"), _("of these past their day"))),
        *(Column(name, "count") for name, _count in closed(speak, ActionCounts())),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            f"{one.course.code} {speak.said(one.course.title)}".strip(), one.findings.open, one.findings.escalated,
            one.actions.open, one.actions.late, *(count for _name, count in closed(speak, one.actions)),
        )
        for one in told
    )  # fmt: skip
    title = _("Findings and actions by course")
    return _table(speak, "by_course", title, _("Courses by their codes."), columns, rows)


def expiring(speak: Speaker, told: Sequence[ExpiringShown]) -> Plot:
    """People by the reference of their nomination: a report travels further than a name may."""
    columns = (
        Column(speak.words(_("nomination"))), Column(speak.words(_("course"))), Column(speak.words(_("valid until"))),
    )  # fmt: skip
    rows = tuple(
        (one.ref, f"{one.course.code} {speak.said(one.course.title)}", speak.day(one.valid_until)) for one in told
    )
    desc = _("By the reference of the nomination; the names stand with the certificates.")
    return _table(speak, "expiring", _("Certificates that expire"), desc, columns, rows)


def by_centre(speak: Speaker, standing: Standing) -> tuple[Plot, Plot]:
    """Actions and findings, counted by centre and together."""
    named: list[tuple[str, CentreStands]] = [(_centre(speak, one), one) for one in standing.centres]
    named += [(speak.words(_("together")), standing.together)] if len(named) > 1 else []
    centre, words = Column(speak.words(_("centre"))), [name for name, _count in closed(speak, ActionCounts())]
    counted = (_("open"), _("of these past their day"))
    columns = (
        centre,
        *(Column(speak.words(name), "count") for name in counted),
        *(Column(one, "count") for one in words),
    )
    done: tuple[tuple[Cell, ...], ...] = tuple(
        (name, one.actions.open, one.actions.late, *(count for _name, count in closed(speak, one.actions)))
        for name, one in named
    )
    found = tuple((name, one.findings.open, one.findings.escalated) for name, one in named)
    heads = (_("not settled"), _("of these taken further up"))
    desc = _("Centres by their codes.")
    return (
        _table(speak, "standing", _("Actions that came of findings, by centre"), desc, columns, done),
        _table(
            speak, "unsettled", _("Findings by centre"), desc,
            (centre, *(Column(speak.words(name), "count") for name in heads)), found,
        ),
    )  # fmt: skip


def _centre(speak: Speaker, one: CentreStands) -> str:
    return speak.party(one.centre) if one.centre else speak.words(_("of no centre"))


def _table(
    speak: Speaker, kind: str, title: str, desc: str, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Plot:  # fmt: skip
    """A table without a drawing."""
    return Plot(kind, speak.words(title), speak.words(desc), "", 0, (), columns, rows, speak.letters)
