"""Activities as rows: looked up, checked, made, found again. For the operations of this area. Inside a visit that writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mithaq.access.models import Label, next_ref
from mithaq.access.operation import find
from mithaq.access.resolving import invalid, known_parties
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity, Quota
from mithaq.register.activities.steps import State
from mithaq.register.meetings.reach import can_see
from mithaq.register.programmes.models import Area


def found_activity(named: str) -> Activity:
    """The activity with its label; Absent if the viewer sees none."""
    activity: Activity = find(Activity.objects.select_related("label"), named)
    return activity


def check_areas(codes: Iterable[str]) -> None:
    """Invalid for ``areas`` unless each is an area that the house knows."""
    wanted = tuple(codes)
    known = set(Area.objects.filter(code__in=wanted).values_list("code", flat=True))
    for code in wanted:
        if code not in known:
            raise invalid("areas", "There is no area with the code “%(area)s”.", "unknown_area", area=code)


def check_sees(parties: Iterable[str], label: Label, field: str) -> None:
    """Invalid for this field if one of these parties is not known or may not see what bears this label."""
    for party in known_parties(parties, field):
        if not can_see(party, label):
            message = "“%(party)s” may not see this activity: it was not released to it."
            raise invalid(field, message, "not_released", party=party)


def check_open(activity: Activity) -> None:
    """Problem unless nominations are taken."""
    if activity.state != State.OPEN:
        raise Problem("This activity is not open for nominations.", code="not_open")


def check_alone(activity: Activity, party: str) -> None:
    """Problem where the activity is bilateral and another party has its seats."""
    others = Quota.objects.filter(activity=activity, seats__gt=0).exclude(party=party)
    if activity.frame == Activity.Frame.BILATERAL and others.exists():
        raise Problem("This activity is bilateral: it is for the party that has its seats.", code="bilateral")


def new_activity(viewer: Viewer, label: Label, **columns: Any) -> Activity:
    """An activity under this label that the viewer's party keeps, numbered and findable. Its host must see it."""
    check_sees([columns["host"]], label, "host")
    check_areas(columns.get("areas", ()))
    ref = next_ref("A", columns["begins"].year, label)
    activity: Activity = Activity.objects.create(label=label, ref=ref, keeper=viewer.party, **columns)
    index_activity(activity)
    return activity


def index_activity(activity: Activity) -> None:
    """Let the activity be found as it is now."""
    title = Bilingual(activity.title_ar, activity.title_en)
    texts = (activity.city_ar, activity.city_en, activity.for_whom_ar, activity.for_whom_en)
    day = activity.begins.isoformat()
    index_record("activity", activity.public_id, activity.label, day, *texts, ref=activity.ref, title=title)
