"""One run of a course, and who teaches."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.register.activities.models import Activity
from mithaq.register.training.models.courses import Course


class Offering(Marked):
    """An activity of the kind course: of which course, and what it costs. Under the activity's label."""

    activity = models.OneToOneField(Activity, on_delete=models.CASCADE, related_name="offering")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="offerings")
    cost = models.DecimalField(max_digits=11, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["course"], name="offering_course")]


class Trainer(Marked):
    """Somebody on the roster of a centre: what they teach, in which languages, from which state or organisation."""

    public_id = PublicId()
    centre = models.CharField(max_length=16)
    name_ar = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    home = models.CharField(max_length=16, blank=True)
    languages = Codes()
    subjects_ar = models.CharField(max_length=500, blank=True)
    subjects_en = models.CharField(max_length=500, blank=True)
    since = models.CharField(max_length=10, blank=True)  # partial
    until = models.CharField(max_length=10, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["centre"], name="trainer_centre")]


class Teaching(Marked):
    """A trainer teaches in an offering; seen by those who may see both."""

    trainer = models.ForeignKey(Trainer, on_delete=models.CASCADE, related_name="teaching", db_constraint=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="trainers", db_constraint=False)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["trainer", "activity"], name="trainer_once_an_offering")
        ]
