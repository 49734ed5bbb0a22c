"""What stands open today, told beside the report of a frozen run: with a party for its ministry, over all for the secretariat.
Pure: it is handed what was read.

These are facts of the day on which it is told. The run says nothing of them, and each part says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import Cell
from mithaq.register.commitments.states import State as ActionState
from mithaq.register.training.reads import ExpiringShown
from mithaq.reviews.findings.codes import Outcome
from mithaq.reviews.findings.reads import AskedRow
from mithaq.reviews.findings.reads.stands import ActionCounts, ActionStands, CentreStands, PartyStands, Standing
from mithaq.reviews.runs.telling.shapes import Pairs, Part, Statement
from mithaq.reviews.runs.telling.speaker import Speaker, _

TODAY = "today"
"""The code of the part."""


def party_today(speak: Speaker, stands: PartyStands, expiring: Sequence[ExpiringShown] = ()) -> Part:
    """The open actions of a party that came of findings, what was put to it and waits, its certificates that expire."""
    said = (
        *_actions_said(speak, stands.counts),
        *_waiting_said(speak, stands.waiting),
        *_expiring_said(speak, expiring),
    )
    plots = (_actions(speak, stands.actions), _waiting(speak, stands.waiting), _expiring(speak, expiring))
    return _part(speak, stands.as_of, said, plots)


def standing_today(speak: Speaker, standing: Standing) -> Part:
    """The actions that came of findings and the findings themselves, counted by centre and together."""
    found, together = standing.together.findings, standing.together
    text = _("Findings not settled: %(open)s, of which taken further up for being overdue: %(escalated)s.")
    open_, escalated = (speak.letters.number(one) for one in (found.open, found.escalated))
    tone = "late" if found.escalated else "none"
    findings = speak.statement("findings_open", text, tone, open=open_, escalated=escalated)
    said = (*_actions_said(speak, together.actions), findings)
    return _part(speak, standing.as_of, said, _by_centre(speak, standing))


def _part(speak: Speaker, as_of: str, said: tuple[Statement, ...], plots: tuple[Plot, ...]) -> Part:
    title = speak.words(_("What stands open on %(day)s"), day=speak.day(as_of))
    return Part(TODAY, title, said, tuple(plot for plot in plots if plot.rows), _how(speak, as_of))


def _how(speak: Speaker, as_of: str) -> Pairs:
    return (
        (speak.words(_("As of")), speak.day(as_of)),
        (speak.words(_("How it was counted")), speak.words(_("in the records of that day, as far as the reader may see them"))),
        (speak.words(_("The run")), speak.words(_("not part of %(run)s, which is frozen"), run=speak.made.ref)),
        (
            speak.words(_("What counts as worked")),
            speak.words(_("what was done, and a later run measured to be better than before, chance allowed for")),
        ),
    )  # fmt: skip


def _actions_said(speak: Speaker, counts: ActionCounts) -> Iterator[Statement]:
    number = speak.letters.number
    if counts.open:
        yield speak.statement(
            "actions_open", _("Open actions that came of findings: %(open)s, of which past their day: %(late)s."),
            "late" if counts.late else "none", open=number(counts.open), late=number(counts.late),
        )  # fmt: skip
    else:
        yield speak.statement("actions_none", _("No action that came of a finding is open."), "done")
    if counts.closed:
        closed = speak.listed([f"{name}: {number(count)}" for name, count in _closed(speak, counts)])
        yield speak.statement("actions_closed", _("Closed actions: %(closed)s."), closed=closed)


def _closed(speak: Speaker, counts: ActionCounts) -> tuple[tuple[str, int], ...]:
    """As an annual review says it."""
    return (
        (speak.words(_("Worked, as measured again")), counts.proved),
        (speak.words(_("Closed and not proved")), counts.unproved),
        (speak.words(_("Did not work, as measured again")), counts.failed),
    )


def _waiting_said(speak: Speaker, waiting: Sequence[AskedRow]) -> Iterator[Statement]:
    late = sum(one.late > 0 for one in waiting)
    if waiting:
        text = _("Put to it and not answered yet: %(count)s, of which past their day: %(late)s.")
        count, days = speak.letters.number(len(waiting)), speak.letters.number(late)
        yield speak.statement("asked_waiting", text, "late" if late else "wait", count=count, late=days)
    else:
        yield speak.statement("asked_none", _("Nothing that was put to it waits for its answer."), "done")


def _actions(speak: Speaker, actions: Sequence[ActionStands]) -> Plot:
    columns = (
        Column(speak.words(_("action"))), Column(speak.words(_("course"))), Column(speak.words(_("due"))),
        Column(speak.words(_("days late")), "count"), Column(speak.words(_("where it stands"))),
        Column(speak.words(_("expected change in points")), "signed"), Column(speak.words(_("what came of it"))),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.action_ref}: {speak.said(one.title)}", one.code, speak.day(one.due), one.late,
            f"{ActionState(one.state).label} ({speak.letters.percent(one.percent / 100)})", float(one.predicted),
            str(Outcome(one.outcome).label),
        )
        for one in actions
    )  # fmt: skip
    return _table(speak, "actions", _("Open actions that came of findings"), _("The first due first."), columns, rows)


def _waiting(speak: Speaker, waiting: Sequence[AskedRow]) -> Plot:
    columns = (
        Column(speak.words(_("question"))), Column(speak.words(_("course"))), Column(speak.words(_("asked on"))),
        Column(speak.words(_("due"))), Column(speak.words(_("days late")), "count"),
    )  # fmt: skip
    rows = tuple(
        (
            f"{one.ref}: {speak.said(one.statement)}", one.code, speak.day(one.asked.asked_at[:10]),
            speak.day(one.asked.due), one.late,
        )
        for one in waiting
    )  # fmt: skip
    return _table(speak, "waiting", _("Put to it and not answered yet"), _("The longest waiting first."), columns, rows)


def _expiring_said(speak: Speaker, expiring: Sequence[ExpiringShown]) -> Iterator[Statement]:
    gone = sum(one.days < 0 for one in expiring)
    if ahead := len(expiring) - gone:
        text = _("Certificates of its people that expire within half a year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expire", text, "wait", count=speak.letters.number(ahead))
    if gone:
        text = _("Certificates of its people that expired in the last half year, and no newer one is held: %(count)s.")
        yield speak.statement("certificates_expired", text, "late", count=speak.letters.number(gone))


def _expiring(speak: Speaker, expiring: Sequence[ExpiringShown]) -> Plot:
    """People by the reference of their nomination: a report travels further than a name may."""
    columns = (
        Column(speak.words(_("nomination"))), Column(speak.words(_("course"))), Column(speak.words(_("valid until"))),
    )  # fmt: skip
    rows = tuple(
        (one.ref, f"{one.course.code} {speak.said(one.course.title)}", speak.day(one.valid_until)) for one in expiring
    )
    desc = _("By the reference of the nomination; the names stand with the certificates.")
    return _table(speak, "expiring", _("Certificates that expire"), desc, columns, rows)


def _by_centre(speak: Speaker, standing: Standing) -> tuple[Plot, Plot]:
    named: list[tuple[str, CentreStands]] = [(_centre(speak, one), one) for one in standing.centres]
    named += [(speak.words(_("together")), standing.together)] if len(named) > 1 else []
    centre, words = Column(speak.words(_("centre"))), [name for name, _count in _closed(speak, ActionCounts())]
    counted = (_("open"), _("of these past their day"))
    columns = (
        centre,
        *(Column(speak.words(name), "count") for name in counted),
        *(Column(one, "count") for one in words),
    )
    actions: tuple[tuple[Cell, ...], ...] = tuple(
        (name, one.actions.open, one.actions.late, *(count for _name, count in _closed(speak, one.actions)))
        for name, one in named
    )
    findings = tuple((name, one.findings.open, one.findings.escalated) for name, one in named)
    heads = (_("not settled"), _("of these taken further up"))
    desc = _("Centres by their codes.")
    return (
        _table(speak, "standing", _("Actions that came of findings, by centre"), desc, columns, actions),
        _table(
            speak, "unsettled", _("Findings by centre"), desc,
            (centre, *(Column(speak.words(name), "count") for name in heads)), findings,
        ),
    )  # fmt: skip


def _centre(speak: Speaker, one: CentreStands) -> str:
    return speak.party(one.centre) if one.centre else speak.words(_("of no centre"))


def _table(
    speak: Speaker, kind: str, title: str, desc: str, columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Plot:  # fmt: skip
    """A table without a drawing."""
    return Plot(kind, speak.words(title), speak.words(desc), "", 0, (), columns, rows, speak.letters)
