"""Nominations with every step they went, the names behind them, and the waiting list."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.register.activities.models.activities import Activity
from mithaq.register.activities.places import Lack, Seat
from mithaq.register.activities.steps import Stage


class Nomination(Marked):
    """A party names somebody for a seat. Without a name: `number` tells a party's own apart. Seen by the party, by the host
    and by the keeper of the activity.

    `seat`: from which seats it got one. `lack`: why there was none. `reason`: in words, of the last step.
    """

    class Basis(models.TextChoices):
        POST = "post", _("The post held")
        NEED = "need", _("A need of the service")
        EXAM = "exam", _("An examination or competition")
        PLAN = "plan", _("A career or training plan")
        OTHER = "other", _("Something else")

    public_id = PublicId()
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="nominations", db_constraint=False)
    party = models.CharField(max_length=16)
    number = models.PositiveIntegerField()
    priority = models.PositiveSmallIntegerField(default=2)  # 1 first, 3 last
    basis = models.CharField(max_length=8, choices=Basis.choices)
    basis_words = models.CharField(max_length=500)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.PROPOSED)
    seat = models.CharField(max_length=6, choices=[(seat.value, seat.value) for seat in Seat], blank=True)
    lack = models.CharField(max_length=12, choices=[(lack.value, lack.value) for lack in Lack], blank=True)
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()  # of the last step
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["activity", "party", "number"], name="nomination_party")]


class Nominee(Marked):
    """Who is nominated: the one place where the name stands. Personal data of the party and the host, and of nobody else."""

    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="nominee")
    name_ar = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    function_ar = models.CharField(max_length=200, blank=True)
    function_en = models.CharField(max_length=200, blank=True)

    class Meta(Marked.Meta):
        pass


class Step(Marked):
    """A step of a nomination: to which stage, when, by whom, why. Never changed."""

    nomination = models.ForeignKey(Nomination, on_delete=models.CASCADE, related_name="steps")
    stage = models.CharField(max_length=10, choices=Stage.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    party = models.CharField(max_length=16, blank=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta(Marked.Meta):
        pass


class Waiting(Marked):
    """A place on the waiting list, under the activity's own label: all who see the activity see who waits for a seat, by
    party. Which nomination it is, they do not."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="waiting")
    nomination = models.OneToOneField(Nomination, on_delete=models.CASCADE, related_name="waits", db_constraint=False)
    party = models.CharField(max_length=16)
    priority = models.PositiveSmallIntegerField()
    since = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["activity", "since"], name="waiting_since")]
