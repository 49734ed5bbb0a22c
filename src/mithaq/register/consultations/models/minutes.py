"""Minutes of meetings, by item of the agenda, with every wording they had and what delegations ask to have changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.archive.models import Citation
from mithaq.register.meetings.models import AgendaItem, Meeting


class Minutes(Marked):
    """The minutes of one meeting. A draft is its writer's party's own; to circulate it is to release it.

    `approved_in`: the later meeting of the series that approved them. Under one label a meeting has one.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Being written")
        CIRCULATED = "circulated", _("Circulated for corrections")
        APPROVED = "approved", pgettext_lazy("state of minutes", "Approved")

    public_id = PublicId()
    meeting = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Meeting, on_delete=models.PROTECT, related_name="minutes", db_constraint=False
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    circulated_by = models.CharField(max_length=150, blank=True)
    circulated_at = models.DateTimeField(null=True, blank=True)
    approval_by = models.CharField(max_length=150, blank=True)
    approval_at = models.DateTimeField(null=True, blank=True)
    approved_in = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="approves", db_constraint=False
    )
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "label"], name="one_minutes_a_label"),
            by_and_at("circulated"),
            by_and_at("approval"),
        ]


class MinutesItem(Marked):
    """What was said on one item of the agenda, under the title the item had then; the general item comes last.

    The texts are the present wording; `version` counts it. Each bears the label of its minutes.
    """

    public_id = PublicId()
    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="items")
    agenda_item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="minuted", db_constraint=False
    )
    general = models.BooleanField(default=False)
    number = models.PositiveSmallIntegerField()
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    text_ar = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["minutes", "number"], name="minutes_item")]


class MinutesText(Marked):
    """One wording that an item had: `number` is the item's version then. Written once, never edited."""

    class How(models.TextChoices):
        TYPED = "typed", _("Typed")
        TAKEN = "taken", _("Taken from a document")
        CORRECTED = "corrected", _("Correction accepted")

    item = models.ForeignKey(MinutesItem, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveIntegerField()
    text_ar = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    how = models.CharField(max_length=10, choices=How.choices)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["item", "number"], name="one_wording_a_version")
        ]


class MinutesSource(Marked):
    """A sentence of a document that an item of minutes rests on."""

    item = models.ForeignKey(MinutesItem, on_delete=models.CASCADE, related_name="sources")
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="minuted")

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["item"], name="minutes_source")]


class Correction(Marked):
    """What a delegation asks to have changed in one language of an item: from the wording it saw to its own.

    Everybody sees it who sees the minutes. `old` is the wording that `of_version` of the item had.
    """

    class State(models.TextChoices):
        FILED = "filed", pgettext_lazy("state of a correction", "Waits for an answer")
        ACCEPTED = "accepted", pgettext_lazy("state of a correction", "Accepted")
        REJECTED = "rejected", pgettext_lazy("state of a correction", "Not accepted")

    public_id = PublicId()
    item = models.ForeignKey(MinutesItem, on_delete=models.CASCADE, related_name="corrections")
    party = models.CharField(max_length=16)
    language = models.CharField(max_length=2, choices=[("ar", "ar"), ("en", "en")])
    of_version = models.PositiveIntegerField()
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    reason = models.CharField(max_length=500)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.FILED)
    answer = models.CharField(max_length=500, blank=True)
    answer_by = models.CharField(max_length=150, blank=True)
    answer_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["item", "state"], name="correction_item")]
        constraints: ClassVar[list[Any]] = [by_and_at("answer")]
