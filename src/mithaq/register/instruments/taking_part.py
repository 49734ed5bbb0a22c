"""Who took part in an offering by its results: people who were tested at the course, or of whom a file says that they completed
it. Inside a visit."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Count, Q, QuerySet

from mithaq.register.activities.models import Activity
from mithaq.register.instruments.models import Result

CAME = Q(pre__isnull=False) | Q(post__isnull=False) | Q(completed=True)


def came(activities: QuerySet[Activity], party: str = "") -> Mapping[tuple[int, str], int]:
    """By activity and party (of this one, where one is named): how many people took part, as far as the viewer sees results."""
    rows = Result.objects.filter(CAME, activity__in=activities, **({"party": party} if party else {}))
    counted = rows.order_by().values_list("activity_id", "party").annotate(count=Count("pk"))
    return {(pk, of): count for pk, of, count in counted}
