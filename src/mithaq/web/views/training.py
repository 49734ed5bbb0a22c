"""Training: the catalogue and a course, activities and one with its seats, a nomination, centres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from mithaq.access.operation import one_visit
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.register.activities.reads import (
    ActivityPage,
    YearRow,
    activity_list,
    activity_page,
    activity_year,
    nomination_page,
)
from mithaq.register.consultations.reads import goals_of_course, means_proposed
from mithaq.register.instruments.reads import instruments_of
from mithaq.register.parties.reads import figures
from mithaq.register.programmes.reads import area_names
from mithaq.register.training.reads import (
    OfferingShown,
    centre_list,
    centre_page,
    certificate_list,
    course_list,
    course_page,
    offering_of,
    trainer_list,
)
from mithaq.reviews.findings.reads import MOST_SEATS, PlanShown, of_course, planning
from mithaq.web.listing import applied, asked
from mithaq.web.middleware import viewer_of
from mithaq.web.signs import SIGNS

DAYS = ("active_from", "active_until", "control_signed", "review_due", "least_gain_agreed_on")  # facts that are days
FILES = ("csv", "xlsx", "json")


@require_GET
def catalogue(request: HttpRequest) -> HttpResponse:
    """The catalogue, filtered by the address."""
    viewer, given = viewer_of(request), asked(request, course_list)
    with one_visit(viewer):
        context: dict[str, Any] = {"listing": course_list(viewer, **given), "given": given, "applied": applied(given)}
        context |= {"centres": centre_list(viewer), "areas": area_names(viewer), "kinds": SIGNS["training_kind"]}
    context |= {"adds": Permission.COURSES_MANAGE in viewer.permissions, "files": FILES}
    return render(request, "training/catalogue.html", context)


@require_GET
def course(request: HttpRequest, course: str) -> HttpResponse:
    """One course with its record, objectives and runs."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = course_page(viewer, course=course)
        context: dict[str, Any] = {"page": page, "row": page.row, "areas": area_names(viewer)}
        context["instruments"] = instruments_of(viewer, course=course)
        context |= {"goals": goals_of_course(viewer, course=course), "serves": _sets_goals(viewer)}
        context["proposed"] = means_proposed(viewer, course=course)
        context |= {"findings": of_course(viewer, course=course), "plan": _plan(request, page.row.public_id)}
    context |= {"shown_facts": SIGNS["course_fact"], "day_facts": DAYS}
    return render(request, "training/course.html", context)


def _sets_goals(viewer: Viewer) -> bool:
    return Permission.OUTCOMES_RECORD in viewer.permissions


@require_GET
def activities(request: HttpRequest) -> HttpResponse:
    """All activities, filtered by the address."""
    viewer, given = viewer_of(request), asked(request, activity_list)
    context: dict[str, Any] = {"listing": activity_list(viewer, **given), "given": given, "applied": applied(given)}
    context |= {"kinds": SIGNS["activity_kind"], "states": SIGNS["activity"]}
    context |= {"modes": SIGNS["training_mode"], "frames": SIGNS["frame"]}
    context["plans"] = Permission.ACTIVITIES_MANAGE in viewer.permissions
    return render(request, "training/activities.html", context)


@require_GET
def activities_year(request: HttpRequest) -> HttpResponse:
    """The activities of a year, practical or study, bilateral or collective."""
    viewer = viewer_of(request)
    page = activity_year(viewer, **asked(request, activity_year))
    sums = [
        (gettext("Practical or study"), "training_mode", "mode"),
        (gettext("Bilateral or collective"), "frame", "frame"),
    ]
    context: dict[str, Any] = {"page": page, "before": page.year - 1, "after": page.year + 1, "own": bool(viewer.party)}
    context["sums"] = [(name, sign, _sums(page.rows, field)) for name, sign, field in sums]
    return render(request, "training/year.html", context)


def _sums(rows: Iterable[YearRow], field: str) -> list[tuple[str, int]]:
    """How many activities, by the codes of this field in their order."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted[getattr(row, field)] += row.held + row.ahead
    return sorted(counted.items())


@require_GET
def activity(request: HttpRequest, activity: str) -> HttpResponse:
    """One activity: where and when, seats by party, the nominations that the viewer may see, the waiting list of all."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = activity_page(viewer, activity=activity)
        context: dict[str, Any] = {"page": page, "row": page.row, "may": page.may, "areas": area_names(viewer)}
        context["certificates"] = {one.nomination: one for one in certificate_list(viewer, activity=activity)}
        offering = _offering(request, activity)
        context |= {"offering": offering, "plan": None, "used": _used(page)}
        context["came"] = any(one.used for one in page.quotas)
        if offering and page.row.state in ("planned", "open"):
            context["plan"] = _plan(request, offering.course.public_id, page.row.capacity)
    return render(request, "training/activity.html", context)


def _used(page: ActivityPage) -> tuple[int, int] | None:
    """Seats offered and used, of all parties, for those who are told of each; None where there is one alone or none."""
    told = [(one.offered, one.used) for one in page.quotas if one.offered is not None and one.used is not None]
    if len(told) < max(2, len(page.quotas)):
        return None
    return sum(offered for offered, _ in told), sum(used for _, used in told)


def _plan(request: HttpRequest, course: str, seats: int = 0) -> PlanShown | None:
    """What so many seats can show, for those who evaluate; None where there are none, or nothing tells it."""
    viewer = viewer_of(request)
    if Permission.FINDINGS_EVALUATE not in viewer.permissions:
        return None
    plan = planning(viewer, course=course, **({"seats": min(seats, MOST_SEATS)} if seats else {}))
    return plan if plan.known or plan.held else None


def _offering(request: HttpRequest, activity: str) -> OfferingShown | None:
    try:
        return offering_of(viewer_of(request), activity=activity)
    except Absent:
        return None


@require_GET
def nomination(request: HttpRequest, nomination: str) -> HttpResponse:
    """One nomination with every step it went."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        shown = nomination_page(viewer, nomination=nomination)
        page = activity_page(viewer, activity=shown.activity)
        mine = [one for one in certificate_list(viewer, activity=shown.activity) if one.nomination == nomination]
    issues = Permission.CERTIFICATES_ISSUE in viewer.permissions and viewer.party == page.row.host
    context = {"one": shown, "row": page.row, "certificates": mine, "issues": issues and shown.result == "completed"}
    return render(request, "training/nomination.html", context)


@require_GET
def centres(request: HttpRequest) -> HttpResponse:
    """All centres."""
    viewer = viewer_of(request)
    manages = Permission.CENTRES_MANAGE in viewer.permissions
    return render(request, "training/centres.html", {"centres": centre_list(viewer), "manages": manages})


@require_GET
def centre(request: HttpRequest, centre: str) -> HttpResponse:
    """One centre: what was told of it in numbers, courses, runs, trainers, its way to accreditation, its years."""
    viewer = viewer_of(request)
    with one_visit(viewer):
        page = centre_page(viewer, centre=centre)
        trainers = trainer_list(viewer, centre=centre)
        told = figures(viewer, party=page.row.party).entries
    context = {"page": page, "row": page.row, "trainers": trainers, "told": told}
    return render(request, "training/centre.html", context)
