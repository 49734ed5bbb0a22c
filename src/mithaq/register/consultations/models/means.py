"""Which courses serve which joint goals: chosen by people, each with the words that say how, and what centres propose of it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.consultations.models.goals import JointGoal
from mithaq.register.training.models import Course


class Means(Marked):
    """A course that is meant to serve a joint goal, from the day on which that was said (`at`) until it was taken back.

    `how`: in words, how the course serves the goal; one language at least. A pair stands once at a time. What was taken back
    stays with its reason, and the pair may be chosen again.
    """

    public_id = PublicId()
    goal = models.ForeignKey(JointGoal, on_delete=models.PROTECT, related_name="means", db_constraint=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="means", db_constraint=False)
    how_ar = models.CharField(max_length=500, blank=True)
    how_en = models.CharField(max_length=500, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    ended_by = models.CharField(max_length=150, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="means_say_how", condition=~Q(how_ar="") | ~Q(how_en="")),
            models.CheckConstraint(
                name="ended_by_and_at",
                condition=Q(ended_at__isnull=True, ended_by="", reason="")
                | (Q(ended_at__isnull=False) & ~Q(ended_by="") & ~Q(reason="")),
            ),
            models.UniqueConstraint(
                fields=["goal", "course"], condition=Q(ended_at__isnull=True), name="means_once_a_pair"
            ),
        ]


class ProposedMeans(Marked):
    """What a centre (`party`) proposes: that a course it runs serves a joint goal. It counts as a means only once it is accepted.

    Seen by those who see goal and course. One of a pair waits at a time; what was refused stays with its reason, and may be
    proposed again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("state of a proposed means", "Waits for an answer")
        ACCEPTED = "accepted", pgettext_lazy("state of a proposed means", "Accepted")
        REFUSED = "refused", pgettext_lazy("state of a proposed means", "Not accepted")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    public_id = PublicId()
    goal = models.ForeignKey(JointGoal, on_delete=models.PROTECT, related_name="proposed", db_constraint=False)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="proposed", db_constraint=False)
    how_ar = models.CharField(max_length=500, blank=True)
    how_en = models.CharField(max_length=500, blank=True)
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "answered_at"], name="proposed_means_state")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="proposed_means_say_how", condition=~Q(how_ar="") | ~Q(how_en="")),
            by_and_at("answered", "proposed_means"),
            models.CheckConstraint(
                name="proposed_means_wait",
                condition=Q(state="waiting", answered_at__isnull=True)
                | (~Q(state="waiting") & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(name="refused_means_have_reason", condition=~Q(state="refused") | ~Q(reason="")),
            models.UniqueConstraint(
                fields=["goal", "course"], condition=Q(state="waiting"), name="proposed_means_once_a_pair"
            ),
        ]
