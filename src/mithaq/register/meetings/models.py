"""Series of consultations and their meetings, in their plain form."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation, Document


class Series(Marked):
    """A recurring consultation. Its code is one of the reader's series codes or the house's own."""

    public_id = PublicId()
    code = models.CharField(max_length=24, unique=True)
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)

    class Meta(Marked.Meta):
        pass


class Meeting(Marked):
    """One meeting: when, where, by whom. What is not known stays empty and is shown as not known."""

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="meetings")
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    date = models.CharField(max_length=10, blank=True)  # partial
    until = models.CharField(max_length=10, blank=True)
    city_ar = models.CharField(max_length=80, blank=True)
    city_en = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=3, blank=True)
    host = models.CharField(max_length=16, blank=True)
    parties = Codes()
    note_ar = models.CharField(max_length=500, blank=True)
    note_en = models.CharField(max_length=500, blank=True)
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    source = models.CharField(max_length=300, blank=True)
    proposal = models.CharField(max_length=22, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-date", "-id"], name="meeting_date"),
            models.Index(fields=["series", "-date"], name="meeting_series"),
            models.Index(fields=["ref"], name="meeting_ref"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="meeting_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]


class MeetingDocument(Marked):
    """A document that reports or belongs to a meeting."""

    meeting = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Meeting, on_delete=models.CASCADE, related_name="papers", db_constraint=False
    )
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="meetings")

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "document"], name="document_once_a_meeting")
        ]
