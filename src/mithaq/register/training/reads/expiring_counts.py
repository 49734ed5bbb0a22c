"""How many certificates of a course expire: for its centre, which gave them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.training.models import Certificate, Course
from mithaq.register.training.reads.running_out import expiring_unnamed


@dataclass(frozen=True, slots=True)
class ExpiringCount:
    """Certificates of a course without a newer one that expire within half a year (`ahead`) or did in the last (`gone`). `told`:
    whether that may be counted at all; `seen`: by those to whom all of them were released."""

    told: bool
    ahead: int
    gone: int
    seen: Seen


@read("certificates.expiring_of_course")
def expiring_of_course(viewer: Viewer, *, course: str) -> ExpiringCount:
    """How many certificates of this course expire, without whose they are; told to those of its centre alone who handle personal
    data: others see some of them, and some are no count. Counts are those of `certificates.expiring`."""
    found = find(Course.objects.all(), course)
    seen = seen_by(found.label_id)
    if viewer.party != found.centre or not viewer.clearance.personal:
        return ExpiringCount(False, 0, 0, seen)
    today = clock.today(settings.TIME_ZONE)
    own = Certificate.objects.filter(nomination__activity__offering__course=found, revoked_at=None)
    ids = list(own.exclude(valid_until=None).values_list("public_id", flat=True))
    rows = expiring_unnamed(today, ids) if ids else []
    gone = sum(one.until < today for one in rows)
    labels = sorted({one.label_id for one in rows})
    return ExpiringCount(True, len(rows) - gone, gone, seen_together([seen, *map(seen_by, labels)]))
