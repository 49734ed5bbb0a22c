"""What is overdue goes further up, by the house itself: a finding that nobody answered, or whose action is late, 30 days after
its day to those who evaluate, 90 days after it before the annual review. Called again and again, each step is taken once."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db.models import F

from mithaq.access.operation import journal
from mithaq.access.viewer import system
from mithaq.core import clock
from mithaq.followup.models import Action
from mithaq.followup.tick import tick as follow_up
from mithaq.register.commitments.states import OPEN
from mithaq.reviews.findings.codes import SETTLED, State
from mithaq.reviews.findings.models import Finding, Remedy

STEPS = (30, 90)


def escalate() -> int:
    """Take every overdue finding the step further that is due; how many were taken."""
    today = clock.today(settings.TIME_ZONE)
    with system("tick: which findings are overdue", writing=False):
        waiting = _overdue(today)
    taken = 0
    for pk, step, since in waiting:
        with system("tick: an overdue finding goes further up"):
            taken += _take(pk, step, since)
    return taken


def _overdue(today: date) -> list[tuple[int, int, date]]:
    """Findings that are to go further, with the step and the day that has passed."""
    found = []
    rows = Finding.objects.exclude(state__in=SETTLED).filter(late__lt=STEPS[-1]).order_by("pk")
    late = _late_actions(today)
    acted = set(Remedy.objects.values_list("finding_id", flat=True))
    for pk, state, due, reached in rows.values_list("pk", "state", "due", "late"):
        idle = state == State.OPEN or pk not in acted
        since = due if idle else late.get(pk)
        if since is None:
            continue
        step = max((one for one in STEPS if today - since >= timedelta(days=one)), default=0)
        if step > reached:
            found.append((pk, step, since))
    return found


def _late_actions(today: date) -> dict[int, date]:
    """For each finding with an open action past its day, the earliest such day."""
    late = Action.objects.filter(state__in=OPEN, due__lt=today)
    found: dict[int, date] = {}
    for finding, due in Remedy.objects.filter(action__in=late).values_list("finding_id", "action__due"):
        found[finding] = min(due, found.get(finding, due))
    return found


def _take(pk: int, step: int, since: date) -> int:
    """Take it once, whoever else does the same; 1 or 0."""
    rows = Finding.objects.filter(pk=pk, late__lt=step).exclude(state__in=SETTLED)
    found = rows.first()
    if found is None:
        return 0
    changes = {"late": step, "version": F("version") + 1}
    if step == STEPS[-1]:
        changes["state"] = State.ANNUAL
    if not rows.update(**changes):
        return 0
    told = {"late": [found.late, step], "since": [None, since.isoformat()]}
    journal("findings.escalate", found.public_id, found.label_id, told)
    return 1


def tick() -> int:
    """Do and send all that is due now in the whole house; answers how many mails were sent. Run it as often as you like."""
    told = follow_up()
    escalate()
    return told
