"""Series of consultations with their cadence, their kinds, and their meetings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation, Document


class Level(models.TextChoices):
    """Who sits at the table; the highest first."""

    SUMMIT = "summit", _("Heads of state and government")
    MINISTER = "minister", _("Ministers")
    AMBASSADOR = "ambassador", _("Ambassadors")
    EXPERT = "expert", _("Officials and experts")


class Format(Marked):
    """A kind of meeting, defined by whoever runs the house: which roles there are at it and what each may do, and which way
    it goes from being planned to being closed. Public. `roles`: a list of {code, ar, en, rights}, in the order in which
    delegations are listed; `steps`: a list of {code, ar, en, then}. See mithaq.register.meetings.formats.
    """

    public_id = PublicId()
    code = models.CharField(max_length=24, unique=True)
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)  # the usual one
    roles = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass


class Series(Marked):
    """A recurring consultation. Its code is one of the reader's series codes or the house's own. Public.

    It should meet every `every_months`, give or take `tolerance_months`; both empty where no cadence is expected.
    """

    public_id = PublicId()
    code = models.CharField(max_length=24, unique=True)
    name_ar = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    format = models.CharField(max_length=24, blank=True)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True, blank=True)
    tolerance_months = models.PositiveSmallIntegerField(null=True, blank=True)
    rotation = Codes()  # the parties that host, in turn
    cadence_source = models.CharField(max_length=300, blank=True)  # who says that it should meet so often
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="tolerance_of_a_cadence",
                condition=models.Q(every_months__isnull=False) | models.Q(tolerance_months__isnull=True),
            )
        ]


class Meeting(Marked):
    """One meeting: when, where, by whom. What is not known stays empty and is shown as not known.

    `date` and `until` are as fine as they are known; `opens` and `closes` are instants where the hour is set, and `date` is
    then the day of `opens` in `zone`. A past meeting that a source reports has the state `held`.
    """

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="meetings")
    ordinal = models.PositiveSmallIntegerField(null=True, blank=True)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    format = models.CharField(max_length=24, blank=True)
    level = models.CharField(max_length=12, choices=Level.choices, blank=True)
    state = models.CharField(max_length=24, default="held")  # one of the steps of its format
    state_reason = models.CharField(max_length=500, blank=True)
    date = models.CharField(max_length=10, blank=True)  # partial
    until = models.CharField(max_length=10, blank=True)
    opens = models.DateTimeField(null=True, blank=True)
    closes = models.DateTimeField(null=True, blank=True)
    zone = models.CharField(max_length=40, blank=True)  # IANA, of the place
    sequence = models.PositiveIntegerField(default=0)  # of what was sent to calendars (RFC 5545)
    venue_ar = models.CharField(max_length=200, blank=True)
    venue_en = models.CharField(max_length=200, blank=True)
    city_ar = models.CharField(max_length=80, blank=True)
    city_en = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=3, blank=True)
    host = models.CharField(max_length=16, blank=True)
    co_organisers = Codes(max_length=120)
    margins_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="on_margins", db_constraint=False
    )
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
