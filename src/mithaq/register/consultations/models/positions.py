"""Where parties stand on issues. A later position never overwrites an earlier one."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation
from mithaq.register.meetings.models import Meeting


class Issue(Marked):
    """What parties take positions on."""

    public_id = PublicId()
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    about_ar = models.TextField(blank=True)
    about_en = models.TextField(blank=True)
    areas = Codes()
    at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass


class Position(Marked):
    """Where a party stood on an issue on a day, in a sentence. Seen by those who see issue, document and meeting.

    `said_on` is partial; `words` the very words of its citation or of its named source.
    """

    class Stance(models.TextChoices):
        SUPPORT = "support", pgettext_lazy("stance", "Supports")
        RESERVE = "reserve", pgettext_lazy("stance", "Supports with a reservation")
        OPPOSE = "oppose", pgettext_lazy("stance", "Opposes")
        OPEN = "open", pgettext_lazy("stance", "Leaves it open")

    public_id = PublicId()
    issue = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Issue, on_delete=models.PROTECT, related_name="positions", db_constraint=False
    )
    party = models.CharField(max_length=16)
    stance = models.CharField(max_length=8, choices=Stance.choices)
    words = models.TextField()
    language = models.CharField(max_length=2, default="ar")
    said_on = models.CharField(max_length=10, blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="positions", db_constraint=False
    )
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="positions")
    source = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["issue", "party", "-said_on", "-id"], name="position_issue"),
            models.Index(fields=["meeting"], name="position_meeting"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="position_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]
