"""What stands open today: with one party, and over all centres. The same number of queries however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from mithaq.access.operation import read
from mithaq.access.shapes import Seen, seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.followup.models import Action
from mithaq.register.commitments.states import OPEN
from mithaq.reviews.findings.codes import SETTLED, WANTED, Outcome
from mithaq.reviews.findings.models import Asked, Finding, Measured, Remedy
from mithaq.reviews.findings.reads.asked import asked_rows
from mithaq.reviews.findings.reads.shapes import AskedRow, RemedyShown
from mithaq.reviews.findings.reads.stands import (
    ActionStands,
    CentreStands,
    FindingCounts,
    PartyStands,
    Standing,
    counted,
)

MOST = 100
Counted = tuple[str, str, int]
"""State, outcome, days late."""


@read("findings.actions_of_party")
def actions_of_party(viewer: Viewer, *, party: str) -> PartyStands:
    """What stands open with this party today, as far as the viewer may see it: its open actions that came of findings, and what
    was put to it and waits for its answer. In words where numbers were not released to the viewer."""
    done_by = Remedy.objects.filter(action__in=Action.objects.filter(owner=party))
    about = Asked.objects.filter(Q(party=party, **WANTED) | Q(pk__in=done_by.values("asked")))
    rows = asked_rows(viewer, about.order_by("asked_at", "pk"))
    own = [(row, done) for row in rows for done in row.asked.remedies if done.owner == party]
    still = sorted((one for one in own if one[1].action_state in OPEN), key=lambda one: (one[1].due, one[1].action_ref))
    waiting = [row for row in rows if row.asked.party == party and row.asked.waits]
    known = seen_of(about, done_by, _acted().filter(owner=party), Measured.objects.filter(remedy__in=done_by))
    return PartyStands(
        party=party, as_of=clock.today(settings.TIME_ZONE).isoformat(),
        actions=tuple(stands_of(row, done) for row, done in still[:MOST]),
        counts=counted((done.action_state, done.outcome, done.late) for _row, done in own),
        waiting=tuple(waiting[:MOST]),
        seen=known,
    )  # fmt: skip


def stands_of(row: AskedRow, done: RemedyShown) -> ActionStands:
    """What is done, with what it came of."""
    return ActionStands(
        *(done.action, done.action_ref, done.title, done.owner, done.due, done.late, done.action_state, done.percent),
        *(done.predicted, done.outcome, done.words, row.asked.public_id, row.ref, row.course, row.code, done.seen),
    )


@read("findings.standing")
def standing(viewer: Viewer) -> Standing:
    """How all findings that the viewer sees stand today, and what is done about them: by the centre whose courses they are about,
    and together."""
    findings: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    centre_of = {}
    for pk, centre, state, late in Finding.objects.values_list("pk", "centre", "state", "late"):
        centre_of[pk] = centre
        findings[centre].append((state, late))
    actions: defaultdict[str, list[Counted]] = defaultdict(list)
    for finding, told in _actions():
        actions[centre_of.get(finding, "")].append(told)
    centres = tuple(
        CentreStands(centre, counted(actions[centre]), found_counts(findings[centre]))
        for centre in sorted({*findings, *actions})
    )
    together = counted(one for own in actions.values() for one in own)
    found = found_counts(one for own in findings.values() for one in own)
    seen = seen_of(Finding.objects.all(), Remedy.objects.all(), _acted(), Measured.objects.all())
    return Standing(clock.today(settings.TIME_ZONE).isoformat(), centres, CentreStands("", together, found), seen)


def _acted() -> QuerySet[Action]:
    """The actions that came of findings."""
    rows: QuerySet[Action] = Action.objects.filter(pk__in=Remedy.objects.values("action"))
    return rows


def seen_of(*tables: QuerySet[Any]) -> Seen:
    """Those to whom all of these rows were released. A query a table."""
    labels = {label for rows in tables for label in rows.order_by().values_list("label_id", flat=True).distinct()}
    return seen_together(map(seen_by, sorted(labels)))


def found_counts(findings: Iterable[tuple[str, int]]) -> FindingCounts:
    """How many of these, each its state and how late it was taken further, are not settled."""
    waiting = [late for state, late in findings if state not in SETTLED]
    return FindingCounts(len(waiting), sum(late > 0 for late in waiting))


def _actions() -> Iterator[tuple[int, Counted]]:
    """Every action that came of a finding, by the finding; with the newest measurement of it."""
    today = clock.today(settings.TIME_ZONE)
    known = _acted().values_list("pk", "state", "due")
    actions = {pk: (state, max(0, (today - due).days)) for pk, state, due in known}
    outcomes = dict(Measured.objects.order_by("pk").values_list("remedy_id", "outcome"))
    for remedy, finding, action in Remedy.objects.order_by("pk").values_list("pk", "finding_id", "action_id"):
        if action in actions:
            state, late = actions[action]
            yield finding, (state, outcomes.get(remedy, Outcome.NOT_YET_KNOWN.value), late)
