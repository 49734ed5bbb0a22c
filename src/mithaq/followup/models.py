"""Actions, what they serve, their progress, and the reminders that were sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.access.models import Account
from mithaq.archive.models import Citation
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import State


class Action(Marked):
    """What a party does about one or more commitments."""

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    owner = models.CharField(max_length=16)
    focal = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    due = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.PROPOSED)
    state_reason = models.CharField(max_length=500, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    demonstration = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["due", "id", "label", "state", "owner", "focal"], name="action_due"),  # as commitments
            models.Index(fields=["ref"], name="action_ref"),
        ]


class Serves(Marked):
    """An action serves a commitment: many to many, each link with the label of those who see both.

    The link outlives a commitment that somebody takes back who could not see the action.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="serves")
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="served_by", db_constraint=False)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["action", "commitment"], name="action_once_a_commitment")
        ]


class Progress(Marked):
    """A report on an action: how far, in words, with evidence. The secretariat confirms it or returns it with a question."""

    class State(models.TextChoices):
        FILED = "filed", _("Waits for confirmation")
        CONFIRMED = "confirmed", _("Confirmed")
        RETURNED = "returned", _("Returned with a question")

    public_id = PublicId()
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="reports")
    percent = models.PositiveSmallIntegerField()
    text_ar = models.CharField(max_length=2000, blank=True)
    text_en = models.CharField(max_length=2000, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FILED)
    answer = models.CharField(max_length=1000, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["action", "-at"], name="progress_action"),
            models.Index(fields=["state", "at"], name="progress_state"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="percent_in_range", condition=models.Q(percent__lte=100)),
            by_and_at("answered"),
        ]


class Evidence(Marked):
    """What proves a report: a sentence of a document in the archive, or an address outside."""

    progress = models.ForeignKey(Progress, on_delete=models.PROTECT, related_name="evidence")
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")
    address = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["progress"], name="evidence_progress")]


class Reminder(Marked):
    """A reminder that was sent about a thing, at one step (T-30, T-7, T+1, T+30, deputy, secretariat), once."""

    thing = models.CharField(max_length=22)
    step = models.CharField(max_length=12)
    due = models.DateField()  # the due date it was about: a moved date is reminded afresh
    account = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["thing", "step", "due", "account"], name="reminded_once")
        ]


class MailSent(models.Model):
    """When somebody was last sent the one mail of a day. Technical: it holds no content."""

    account = models.CharField(max_length=150, unique=True)
    day = models.DateField()
