"""Courses that centres propose as means to joint goals: for the desk of who answers, and what was answered for the centre's
mail of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import MOST, TOLD, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.register.consultations.models import ProposedMeans

State = ProposedMeans.State
WAITS = Q(state=State.WAITING)
ANSWERED = {State.ACCEPTED: "means_accepted", State.REFUSED: "means_refused"}


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """What waits for this viewer's answer, the longest first: as one of the parties whose interest the goal comes out of, or as
    who follows all up. Of these things also what was answered to the viewer's own centre."""
    these = Q(public_id__in=things) if things else Q()
    if P.OUTCOMES_RECORD in viewer.permissions:
        everything = P.COMMITMENTS_MANAGE in viewer.permissions
        asked = Q() if everything else Q(goal__interest__parties__contains=f",{viewer.party or '-'},")
        yield from _matters(_rows(these & WAITS & asked), "goals.accept_means")
    if things and P.COURSES_MANAGE in viewer.permissions:
        yield from _matters(_rows(these & Q(state__in=ANSWERED, party=viewer.party or "-")))


def _rows(wanted: Q) -> QuerySet[ProposedMeans]:
    return ProposedMeans.objects.filter(wanted).select_related("goal", "course").order_by("at", "pk")


def _matters(rows: QuerySet[ProposedMeans], verb: str = "") -> Iterator[Matter]:
    for row in rows[:MOST]:
        goal, course = row.goal, row.course
        waits = row.state == State.WAITING
        path = f"/goals/#{goal.public_id}" if waits else f"/training/courses/{course.public_id}/#goals"
        yield Matter(
            *("means_proposal", row.public_id, row.public_id, course.code),
            Bilingual(goal.title_ar, goal.title_en),
            row.party,
            day_of(row.answered_at or row.at),
            "means" if waits else ANSWERED[State(row.state)],
            verb,
            row.label_id,
            path,
        )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who answers is told at once, and once more after a week; the centre is told what was answered."""
    told = Q(state__in=ANSWERED, answered_at__gte=clock.now() - TOLD)
    for row in _rows(WAITS | told).select_related("goal__interest"):
        day = day_of(row.answered_at or row.at)
        step = again(day, today) if row.state == State.WAITING else row.state
        for account in _reached(row, people):
            yield Reminded(account, row.public_id, step, day, row.label_id)


def _reached(row: ProposedMeans, people: People) -> Iterator[str]:
    if row.state != State.WAITING:
        yield from people.who(row.party, P.COURSES_MANAGE)
        return
    for viewer in people.viewers:
        own = viewer.party in row.goal.interest.parties
        if P.OUTCOMES_RECORD in viewer.permissions and (own or P.COMMITMENTS_MANAGE in viewer.permissions):
            yield viewer.account


MEANS = Source(
    matters,
    reminders,
    {"means": _("%(party)s proposes that one of its courses serves this joint goal: accept it, or say why not.")},
    {
        "means_accepted": _("It was accepted that your course serves this joint goal."),
        "means_refused": _("It was not accepted that your course serves this joint goal. The reason stands with it."),
    },
)
add_source(MEANS)
