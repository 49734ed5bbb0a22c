"""An activity, the seats of each party in it, and seats that parties exchange."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.activities.places import RELEASED_BEFORE, Order
from mithaq.register.activities.steps import State

ORDERS = [
    (Order.PRIORITY.value, _("By the party's priority, then by who waits longest")),
    (Order.RECEIVED.value, _("By who waits longest")),
    (Order.TURN.value, _("Each party in turn")),
]


class Activity(Marked):
    """An entry of the cooperation menu: where, when, in which language, for how many, and who runs it.

    A bilateral one has seats for one party. `host` runs it and decides on nominations; `keeper` is the party that filed it. `taken` counts the seats taken: it is
    changed under the row's lock alone, for nobody but the host may see all nominations. Unused seats of the parties are given
    back `release_days` before the first day; `released_at` says when that was done.
    """

    class Kind(models.TextChoices):
        COURSE = "course", pgettext_lazy("kind of activity", "Course")
        EXERCISE = "exercise", _("Exercise")
        WORKSHOP = "workshop", _("Workshop")
        VISIT = "visit", pgettext_lazy("kind of activity", "Visit")
        EXPERT_TEAM = "expert_team", _("Expert team")

    class Delivery(models.TextChoices):
        RESIDENT = "resident", _("At the centre")
        MOBILE = "mobile", _("By a team that travels")
        ONLINE = "online", _("At a distance")
        BLENDED = "blended", _("At a distance and at the centre")

    class Mode(models.TextChoices):
        PRACTICAL = "practical", _("Practical")
        STUDY = "study", _("Study")

    class Frame(models.TextChoices):
        BILATERAL = "bilateral", _("Bilateral")
        COLLECTIVE = "collective", _("Collective")

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    host = models.CharField(max_length=16)
    keeper = models.CharField(max_length=16)
    begins = models.DateField()
    ends = models.DateField()
    zone = models.CharField(max_length=40)
    venue_ar = models.CharField(max_length=200, blank=True)
    venue_en = models.CharField(max_length=200, blank=True)
    city_ar = models.CharField(max_length=80, blank=True)
    city_en = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=3, blank=True)
    languages = Codes()
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.RESIDENT)
    mode = models.CharField(max_length=10, choices=Mode.choices, blank=True)
    frame = models.CharField(max_length=10, choices=Frame.choices, blank=True)
    areas = Codes()
    for_whom_ar = models.CharField(max_length=500, blank=True)
    for_whom_en = models.CharField(max_length=500, blank=True)
    capacity = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)
    order = models.CharField(max_length=10, choices=ORDERS, default=Order.PRIORITY.value)
    release_days = models.PositiveSmallIntegerField(default=RELEASED_BEFORE)
    released_at = models.DateTimeField(null=True, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-begins", "-id"], name="activity_begins"),
            models.Index(fields=["state", "begins"], name="activity_due"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="seats_within_capacity", condition=models.Q(taken__lte=models.F("capacity"))),
            models.CheckConstraint(name="activity_ends_after", condition=models.Q(ends__gte=models.F("begins"))),
        ]


class Quota(Marked):
    """The seats of a party in an activity, under the activity's label. `taken`: how many of them were given to somebody, counted
    under the activity's lock. What became of them, open ones too, is told by `mithaq.register.activities.using`."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="quotas")
    party = models.CharField(max_length=16)
    seats = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["activity", "party"], name="quota_once_a_party"),
            models.CheckConstraint(name="seats_within_quota", condition=models.Q(taken__lte=models.F("seats"))),
        ]


class Swap(Marked):
    """A party offers seats of its own to another, for seats in another activity or for nothing; done when both agree.

    Seen by the two parties and by those who run and keep the activity.
    """

    class State(models.TextChoices):
        OFFERED = "offered", _("Offered")
        AGREED = "agreed", pgettext_lazy("state of a swap", "Agreed")
        DECLINED = "declined", pgettext_lazy("state of a swap", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a swap", "Withdrawn")

    public_id = PublicId()
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="swaps")
    giver = models.CharField(max_length=16)
    taker = models.CharField(max_length=16)
    seats = models.PositiveSmallIntegerField()
    in_return = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.CASCADE, related_name="returns", db_constraint=False
    )
    return_seats = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    offered_by = models.CharField(max_length=150)
    offered_at = models.DateTimeField()
    closed_by = models.CharField(max_length=150, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            by_and_at("closed"),
        ]
