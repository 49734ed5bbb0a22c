"""What a run is made from, out of the register: a fixed number of queries for any number of rows. Inside a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Nomination, Quota
from mithaq.register.activities.steps import State
from mithaq.register.consultations.models import Interest
from mithaq.register.instruments.models import Link
from mithaq.register.instruments.results import ResultTable, answers_of, results_table
from mithaq.register.training.models import Course, Objective, Offering
from mithaq.reviews.runs.goals import goals_served, readers_of, sees
from mithaq.reviews.runs.sources import (
    Asked,
    CourseRecord,
    Named,
    ObjectiveRecord,
    OfferingRecord,
    Sources,
    Wanted,
)


def load(courses: Iterable[str] = (), year: int | None = None) -> Sources:
    """What the viewer sees of these courses (by code; none: all), of the offerings that begin in this year (none: in all)."""
    wanted = tuple(courses)
    results = results_table(wanted, year=year)
    asked_for = _asked_for(wanted, year)
    offerings, pks = _offerings(asked_for, results)
    codes = {row.course for row in offerings} | set(results.course)
    readers = readers_of(row.offering for row in offerings)
    return Sources(
        results=results,
        answers=answers_of(wanted, year=year),
        courses=_courses(wanted or tuple(sorted(codes)), codes),
        offerings=offerings,
        nominations=_nominations(asked_for, pks),
        asked=_asked(asked_for, pks),
        needs=_needs(readers),
        goals=goals_served(readers),
    )


def _asked_for(courses: tuple[str, ...], year: int | None) -> QuerySet[Offering]:
    rows = Offering.objects.all()
    if courses:
        rows = rows.filter(course__code__in=courses)
    return rows if year is None else rows.filter(activity__begins__year=year)


def _offerings(rows: QuerySet[Offering], results: ResultTable) -> tuple[tuple[OfferingRecord, ...], dict[int, str]]:
    """Those that were held or of which there are results, in the order of their ids; the ids by primary key."""
    measured = set(results.offering)
    values = rows.values_list(
        *("activity_id", "activity__public_id", "course__code", "activity__ref", "activity__begins"),
        *("activity__ends", "activity__capacity", "cost", "currency", "activity__state"),
    )
    found = [row for row in values if row[9] == State.HELD or row[1] in measured]
    pks = {row[0]: row[1] for row in found}
    quotas: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    kept = Quota.objects.filter(activity__in=rows.values("activity")).order_by("party")
    for activity, party, seats in kept.values_list("activity_id", "party", "seats"):
        quotas[activity].append((party, seats))
    told = [
        OfferingRecord(
            *(public_id, course, ref, _day(begins), _day(ends), capacity, _number(cost), currency),
            tuple(quotas[pk]),
        )
        for pk, public_id, course, ref, begins, ends, capacity, cost, currency, _ in found
    ]
    return tuple(sorted(told, key=lambda one: (one.course, one.offering))), pks


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _courses(wanted: tuple[str, ...], codes: set[str]) -> tuple[CourseRecord, ...]:
    """The courses of the catalogue with these codes, one a code, in their order; those without results too if asked for."""
    rows = list(Course.objects.filter(code__in={*wanted, *codes}).order_by("code", "pk"))
    goals: defaultdict[int, list[ObjectiveRecord]] = defaultdict(list)
    for one in Objective.objects.filter(course__in=[row.pk for row in rows]).order_by("number"):
        words = Bilingual(one.performance_ar, one.performance_en)
        goals[one.course_id].append(ObjectiveRecord(one.number, words, one.need))
    first: dict[str, Course] = {}
    for row in rows:
        first.setdefault(row.code, row)
    return tuple(
        CourseRecord(
            *(row.code, row.public_id, Bilingual(row.title_ar, row.title_en), row.centre, row.areas, row.levels),
            *(_number(row.least_gain), _number(row.standard), _day(row.control_signed), _day(row.review_due)),
            *(tuple(goals[row.pk]), row.demonstration),
        )
        for row in first.values()
    )


def _nominations(asked_for: QuerySet[Offering], offerings: dict[int, str]) -> tuple[Named, ...]:
    by = ("activity_id", "party", "stage", "result", "basis")
    rows = Nomination.objects.filter(activity__in=asked_for.values("activity")).annotate(
        result=Coalesce("participation__result", Value(""))
    )
    counted = rows.order_by().values_list(*by).annotate(count=Count("pk"))
    told = [Named(offerings[row[0]], *row[1:]) for row in counted if row[0] in offerings]
    return tuple(sorted(told, key=lambda one: (one.offering, one.party, one.stage, one.result, one.basis)))


def _asked(asked_for: QuerySet[Offering], offerings: dict[int, str]) -> tuple[Asked, ...]:
    rows = Link.objects.filter(activity__in=asked_for.values("activity")).order_by()
    counted = rows.values_list("activity_id", "party", "wave").annotate(count=Count("pk"))
    told = [Asked(offerings[row[0]], *row[1:]) for row in counted if row[0] in offerings]
    return tuple(sorted(told, key=lambda one: (one.offering, one.party, one.wave)))


def _needs(readers: frozenset[str]) -> tuple[Wanted, ...]:
    """With those of its parties who may see it themselves, as all who read the run."""
    rows = Interest.objects.filter(~Q(areas="")).order_by("public_id")
    return tuple(
        Wanted(
            Bilingual(row.title_ar, row.title_en),
            tuple(party for party in row.parties if sees([party], row.label_id)),
            row.areas,
        )
        for row in rows
        if sees(readers, row.label_id)
    )
