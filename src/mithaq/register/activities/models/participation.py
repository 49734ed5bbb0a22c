"""Who took part: hours by day, and what came of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.marking import Marked
from mithaq.register.activities.models.nominations import Nomination


class Attendance(Marked):
    """The hours that somebody attended on a day, under the label of the nomination."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="attendance")
    day = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=2)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["nomination", "day"], name="attendance_once_a_day"),
            models.CheckConstraint(name="hours_of_a_day", condition=models.Q(hours__gte=0) & models.Q(hours__lte=24)),
        ]


class Participation(Marked):
    """How it ended for somebody who had a seat, under the label of the nomination."""

    class Result(models.TextChoices):
        COMPLETED = "completed", _("Completed")
        PART = "part", _("Took part and did not complete")
        ABSENT = "absent", _("Did not come")

    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="participation")
    result = models.CharField(max_length=10, choices=Result.choices)
    words = models.CharField(max_length=500, blank=True)
    noted_by = models.CharField(max_length=150)
    noted_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass
