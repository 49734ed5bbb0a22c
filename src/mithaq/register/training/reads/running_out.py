"""Certificates that expire, whose holders have no newer one: for those who see the names, with the run to nominate for next."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.text import fold
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.activities.reads import ActivityRow
from mithaq.register.activities.reads.listing import FIELDS as ACTIVITY_FIELDS
from mithaq.register.activities.reads.listing import row_of as activity_row
from mithaq.register.activities.steps import State
from mithaq.register.training.models import Certificate, Course
from mithaq.register.training.reads.courses import FIELDS, row_of
from mithaq.register.training.reads.offerings import manages
from mithaq.register.training.reads.shapes import CourseRow

HALF_A_YEAR = 183  # days
FURTHEST = 3_660  # days ahead


@dataclass(frozen=True, slots=True)
class ExpiringShown:
    """A certificate that expires or did. `days` until its last day, negative: so many days past; `ref` names the nomination
    without a name; `next`: the run of the course that takes nominations and begins first."""

    certificate: str
    nomination: str
    ref: str
    party: str
    name: Bilingual
    course: CourseRow
    valid_until: str
    days: int
    next: ActivityRow | None
    may: tuple[str, ...]
    seen: Seen


@read("certificates.expiring")
def expiring(
    viewer: Viewer, *, party: str = "", within_days: int = HALF_A_YEAR, after: str = ""
) -> Listing[ExpiringShown]:
    """The certificates whose names the viewer may see that expire within so many days (at most 3660) or did in the last half
    year, the first to expire first; none whose holder has a newer one of the course. `party`: of its people alone.

    The same number of queries whatever there is. A page may be short where another follows: those whose holders have newer ones
    are left out of it.
    """
    today = clock.today(settings.TIME_ZONE)
    rows = _within(today, min(max(within_days, 0), FURTHEST))
    if party:
        rows = rows.filter(nomination__party=party)
    if after:
        last = find(Certificate.objects.exclude(valid_until=None), after)
        rows = rows.filter(Q(valid_until__gt=last.valid_until) | Q(valid_until=last.valid_until, pk__gt=last.pk))
    held = [_Held(*values) for values in _held(rows)[: PAGE + 1]]
    shown = held[:PAGE]
    return Listing(tuple(_shown(viewer, shown, today)), shown[-1].certificate if len(held) > PAGE else "")


def _within(today: date, days: int) -> QuerySet[Certificate]:
    """What expires within so many days or did in the last half year, and was not revoked."""
    window = (today - timedelta(days=HALF_A_YEAR), today + timedelta(days=days))
    return Certificate.objects.filter(revoked_at=None, valid_until__range=window)


@dataclass(frozen=True, slots=True)
class RunningOut:
    """A certificate that expires or did, without whose it is: of which party, of which course of which centre, and its last
    day."""

    certificate: str
    party: str
    centre: str
    code: str
    title: Bilingual
    until: date
    label_id: int


def expiring_unnamed(today: date, certificates: Collection[str] = (), days: Collection[date] = ()) -> list[RunningOut]:
    """What `expiring` tells of unasked, without names: all that the viewer of the visit may see, or those of these ids or of these last
    days, the first to expire first. Three queries."""
    rows = _within(today, HALF_A_YEAR)
    if days:
        rows = rows.filter(valid_until__in=days)
    held = [_Held(*values) for values in _held(rows.filter(public_id__in=certificates) if certificates else rows)]
    newer = _by_course(_newer(held))
    told = [one for one in held if not one.renewed(newer)]
    courses = {row.pk: row for row in Course.objects.filter(pk__in={one.course for one in told})}
    return [
        RunningOut(
            *(one.certificate, one.party, course.centre, course.code),
            *(Bilingual(course.title_ar, course.title_en), one.until, one.label_id),
        )
        for one in told
        if (course := courses.get(one.course))
    ]


@dataclass(frozen=True, slots=True)
class _Held:
    """A certificate by whose it is, of which course, and when the run ended. In the order of `HELD`."""

    pk: int
    certificate: str
    nomination: str
    run: str
    party: str
    number: int
    name_ar: str | None
    name_en: str | None
    course: int
    until: date
    ends: date
    label_id: int

    @property
    def name(self) -> Bilingual:
        return Bilingual(self.name_ar or "", self.name_en or "")

    def renews(self, other: _Held) -> bool:
        """Whether this is a newer one of the same person: of the same party and course, no name that both have differs, and
        one is the same."""
        if (self.party, self.course) != (other.party, other.course) or (self.ends, self.pk) <= (other.ends, other.pk):
            return False
        pairs = [(_plain(a), _plain(b)) for a, b in ((self.name_ar, other.name_ar), (self.name_en, other.name_en))]
        told = [(one, two) for one, two in pairs if one and two]
        return bool(told) and all(one == two for one, two in told)

    def renewed(self, newer: Mapping[tuple[str, int], Sequence[_Held]]) -> bool:
        """Whether one of these, by party and course, is a newer one of the same person."""
        return any(other.renews(self) for other in newer.get((self.party, self.course), ()))


HELD = (
    *("pk", "public_id", "nomination__public_id", "nomination__activity__ref", "nomination__party"),
    *("nomination__number", "nomination__nominee__name_ar", "nomination__nominee__name_en"),
    *("nomination__activity__offering__course_id", "valid_until", "nomination__activity__ends", "label_id"),
)


@lru_cache(maxsize=10_000)
def _plain(name: str | None) -> str:
    return " ".join(fold(name or "").text.lower().split())


def _held(rows: QuerySet[Certificate]) -> QuerySet[Certificate, tuple[Any, ...]]:
    """These certificates as far as they are of a run of a course, the first to expire first."""
    of_courses = rows.filter(nomination__activity__offering__course__isnull=False)
    return of_courses.order_by("valid_until", "pk").values_list(*HELD)


def _newer(than: Sequence[_Held]) -> list[_Held]:
    """All that could be newer than one of these. One query."""
    rows = Certificate.objects.filter(
        revoked_at=None,
        nomination__activity__offering__course_id__in={one.course for one in than},
        nomination__party__in={one.party for one in than},
        nomination__activity__ends__gte=min((one.ends for one in than), default=date.max),
    )
    return [_Held(*values) for values in rows.values_list(*HELD)]


def _by_course(rows: Iterable[_Held]) -> dict[tuple[str, int], list[_Held]]:
    found: dict[tuple[str, int], list[_Held]] = {}
    for one in rows:
        found.setdefault((one.party, one.course), []).append(one)
    return found


def _shown(viewer: Viewer, rows: Sequence[_Held], today: date) -> Iterator[ExpiringShown]:
    newer, courses = _by_course(_newer(rows)), {one.course for one in rows}
    known = {v[0]: row_of(*v[1:]) for v in Course.objects.filter(pk__in=courses).values_list("pk", *FIELDS)}
    runs = _next_runs(courses, today)
    for one in rows:
        if one.course in known and not one.renewed(newer):
            run = runs.get(one.course)
            yield ExpiringShown(
                *(one.certificate, one.nomination, f"{one.run}/{one.party}-{one.number}", one.party, one.name),
                *(known[one.course], one.until.isoformat(), (one.until - today).days, run),
                *(_may(viewer, one.party, known[one.course].centre, run), seen_by(one.label_id)),
            )


def _may(viewer: Viewer, party: str, centre: str, run: ActivityRow | None) -> tuple[str, ...]:
    """What to do next: the party nominates for the run that takes nominations, the centre plans one where there is none."""
    if run:
        return ("places.nominate",) if party == viewer.party and P.PLACES_NOMINATE in viewer.permissions else ()
    return ("courses.offer",) if manages(viewer, centre) else ()


def _next_runs(courses: Collection[int], today: date) -> dict[int, ActivityRow]:
    """Of each of these courses the run that takes nominations and begins first. One query."""
    rows = Activity.objects.filter(offering__course_id__in=courses, state=State.OPEN, begins__gt=today)
    found: dict[int, ActivityRow] = {}
    for course, *values in rows.order_by("begins", "pk").values_list("offering__course_id", *ACTIVITY_FIELDS):
        found.setdefault(course, activity_row(*values))
    return found
