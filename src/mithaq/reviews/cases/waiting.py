"""Interviews that wait, and interviews that wait for a second person: for the desk and the one mail of the day, one line a draw."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from mithaq.access.models import Label
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import MOST, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.register.training.models import Course
from mithaq.reviews.cases.codes import State
from mithaq.reviews.cases.models import Case, Draw
from mithaq.reviews.cases.rights import NEEDS

STAGES = ((State.DRAWN, "interviews", "cases.interview"), (State.INTERVIEWED, "second_person", "cases.confirm"))


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """The draws of which somebody is to be interviewed or an interview waits for this viewer as second person."""
    if NEEDS not in viewer.permissions:
        return
    for state, stage, verb in STAGES:
        rows = Case.objects.filter(state=state).exclude(interviewed_by=viewer.account)
        found = Draw.objects.filter(cases__in=rows).distinct().order_by("pk").defer("candidates")
        draws = list((found.filter(public_id__in=things) if things else found)[:MOST])
        courses = {row.pk: row for row in Course.objects.filter(pk__in=[draw.course_id for draw in draws])}
        for draw in draws:
            about = courses.get(draw.course_id)
            title = Bilingual(about.title_ar, about.title_en) if about else Bilingual("", draw.ref)
            yield Matter(
                *("draw", draw.public_id, draw.public_id, draw.ref, title, "", day_of(draw.at), stage, verb),
                *(draw.label_id, f"/cases/draws/{draw.public_id}/"),
            )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who may interview is told of a draw at once, and once more after a week."""
    open_cases = Case.objects.filter(state=State.DRAWN)
    rows = Draw.objects.filter(cases__in=open_cases).distinct().order_by("pk").defer("candidates")
    labels = {row.pk: row for row in Label.objects.filter(pk__in=rows.values("label"))}
    for row in rows:
        day = day_of(row.at)
        for party in sorted(labels[row.label_id].marking.audience):
            for account in people.who(party, NEEDS):
                yield Reminded(account, row.public_id, again(day, today), day, row.label_id)


CASES = Source(
    matters,
    reminders,
    {
        "interviews": _("People who were drawn as success cases of this course are to be interviewed."),
        "second_person": _("Interviews of success cases of this course wait for a second person."),
    },
    {},
)
add_source(CASES)
