"""What was put to parties, with answers, what is done and what came of it. The same queries however many. Inside a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.conf import settings

from mithaq.access.shapes import names_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.followup.models import Action
from mithaq.register.commitments.states import OPEN
from mithaq.register.training.reads.naming import courses_named
from mithaq.reviews.findings.codes import Outcome
from mithaq.reviews.findings.models import Asked, Finding, Measured, Remedy
from mithaq.reviews.findings.reads.shapes import AskedRow, AskedShown, RemedyShown
from mithaq.reviews.findings.rights import may_on_asked
from mithaq.reviews.findings.saying import outcome_words, question, statement
from mithaq.reviews.runs.models import Run

NO_NAME = Bilingual("", "")


def asked_rows(viewer: Viewer, asked: Iterable[Asked]) -> tuple[AskedRow, ...]:
    """These in their order, as who was asked sees them."""
    rows = list(asked)
    courses = courses_named(row.course_id for row in rows)
    seen = dict(Finding.objects.filter(pk__in=[row.finding_id for row in rows]).values_list("pk", "public_id"))
    today = clock.today(settings.TIME_ZONE)
    return tuple(
        AskedRow(
            ref=row.ref,
            trigger=row.trigger,
            course=courses.get(row.course_id),
            code=row.code,
            statement=statement(row.trigger, row.told) if row.told else question(row.trigger),
            late=0 if row.answer or row.over_at else max(0, (today - row.due).days),
            finding=seen.get(row.finding_id, ""),
            asked=shown,
            demonstration=row.demonstration,
            seen=shown.seen,
        )
        for row, shown in zip(rows, asked_shown(viewer, rows), strict=True)
    )


def asked_shown(viewer: Viewer, rows: list[Asked]) -> tuple[AskedShown, ...]:
    """The answers to these in their order."""
    remedies, names = _remedies(rows), names_of(row.by for row in rows if row.by)
    return tuple(
        AskedShown(
            public_id=row.public_id,
            party=row.party,
            note=Bilingual(row.note_ar, row.note_en),
            asked_at=row.asked_at.isoformat(),
            due=row.due.isoformat(),
            answer=row.answer,
            text=row.text,
            by=row.by,
            by_name=names.get(row.by, NO_NAME),
            at=row.at.isoformat() if row.at else "",
            over=row.over_at.isoformat() if row.over_at else "",
            remedies=tuple(remedies[row.pk]),
            may=may_on_asked(viewer, row),
            version=row.version,
            seen=seen_by(row.label_id),
        )
        for row in rows
    )


def _remedies(asked: list[Asked]) -> defaultdict[int, list[RemedyShown]]:
    rows = list(Remedy.objects.filter(asked__in=[row.pk for row in asked]).order_by("pk"))
    actions = {row.pk: row for row in Action.objects.filter(pk__in=[row.action_id for row in rows])}
    said = {row.remedy_id: row for row in Measured.objects.filter(remedy__in=[row.pk for row in rows]).order_by("pk")}
    runs: dict[int, tuple[str, str]] = {
        pk: (public_id, ref)
        for pk, public_id, ref in Run.objects.filter(pk__in=[row.run_id for row in said.values()]).values_list(
            "pk", "public_id", "ref"
        )
    }
    today = clock.today(settings.TIME_ZONE)
    found: defaultdict[int, list[RemedyShown]] = defaultdict(list)
    for row in rows:
        if (action := actions.get(row.action_id)) is not None:
            found[row.asked_id].append(_remedy(row, action, said.get(row.pk), runs, today))
    return found


def _remedy(
    row: Remedy, action: Action, said: Measured | None, runs: dict[int, tuple[str, str]], today: date
) -> RemedyShown:
    outcome = said.outcome if said else Outcome.NOT_YET_KNOWN.value
    low, high = (said.low, said.high) if said else (None, None)
    run, run_ref = runs.get(said.run_id, ("", "")) if said else ("", "")
    return RemedyShown(
        public_id=row.public_id,
        action=action.public_id,
        action_ref=action.ref,
        title=Bilingual(action.title_ar, action.title_en),
        owner=action.owner,
        due=action.due.isoformat(),
        action_state=action.state,
        percent=action.percent,
        late=max(0, (today - action.due).days) if action.state in OPEN else 0,
        predicted=f"{row.predicted.normalize():f}",
        outcome=outcome,
        words=outcome_words(outcome, low, high, float(row.predicted)),
        estimate=said.estimate if said else None,
        low=low,
        high=high,
        before=said.before if said else None,
        raw_before=said.raw_before if said else None,
        run=run,
        run_ref=run_ref,
        seen=seen_by(row.label_id),
    )
