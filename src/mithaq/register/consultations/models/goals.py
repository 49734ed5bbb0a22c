"""From what parties want to what they reach: interests, joint goals with their measure, measured results."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation


class Interest(Marked):
    """What parties want from working together, with the sentence or source that says so."""

    public_id = PublicId()
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    parties = Codes(max_length=400)
    areas = Codes()
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="interests")
    source = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="interest_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]


class JointGoal(Marked):
    """What parties want to reach together out of an interest. `target`: the value that its measure should have by `due`."""

    public_id = PublicId()
    interest = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Interest, on_delete=models.PROTECT, related_name="goals", db_constraint=False
    )
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    measure_ar = models.CharField(max_length=300, blank=True)
    measure_en = models.CharField(max_length=300, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    baseline = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=18, decimal_places=2)
    due = models.CharField(max_length=10)  # partial
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="goal_has_measure", condition=~models.Q(measure_ar="") | ~models.Q(measure_en="")
            )
        ]


class Measured(Marked):
    """What the measure of a joint goal was on a day, with its source. A later one never overwrites an earlier one."""

    public_id = PublicId()
    goal = models.ForeignKey(JointGoal, on_delete=models.PROTECT, related_name="results", db_constraint=False)
    value = models.DecimalField(max_digits=18, decimal_places=2)
    as_of = models.CharField(max_length=10)
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="measured")
    source = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["goal", "as_of"], name="measured_goal")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="measured_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]
