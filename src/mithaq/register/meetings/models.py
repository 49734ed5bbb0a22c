"""Series of consultations with their cadence, and their meetings: agenda, who is invited, who comes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.access.models import Person, Post
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


class AgendaItem(Marked):
    """A point of the agenda of a meeting. Its open commitments come by its areas, or by the series if it names none."""

    public_id = PublicId()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda", db_constraint=False)
    number = models.PositiveSmallIntegerField()
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    opens = models.DateTimeField(null=True, blank=True)
    closes = models.DateTimeField(null=True, blank=True)
    areas = Codes()
    lead = models.CharField(max_length=16, blank=True)  # the party that introduces it
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["meeting", "number"], name="agenda_meeting")]


class AgendaPaper(Marked):
    """A document before the meeting under a point of its agenda; seen by those who may see both."""

    public_id = PublicId()
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers", db_constraint=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="agenda_items")

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["item", "document"], name="paper_once_an_item")
        ]


class Invitation(Marked):
    """A party asked to a meeting, in a role that the meeting's format knows, with so many seats (`quota`; empty: any number).

    The delegation's list is the party's own until its head has approved it.
    """

    class Reply(models.TextChoices):
        NONE = "none", _("No reply yet")
        ACCEPTED = "accepted", _("Comes")
        TENTATIVE = "tentative", _("May come")
        DECLINED = "declined", _("Does not come")

    public_id = PublicId()
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations", db_constraint=False)
    party = models.CharField(max_length=16)
    role = models.CharField(max_length=24)
    quota = models.PositiveSmallIntegerField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(max_length=10, choices=Reply.choices, default=Reply.NONE)
    reply_words = models.CharField(max_length=500, blank=True)
    replied_by = models.CharField(max_length=150, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=150, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "meeting"], name="invitation_party")]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["meeting", "party"], name="party_invited_once"),
            models.CheckConstraint(
                name="replied_by_and_at",
                condition=models.Q(replied_by="", replied_at__isnull=True)
                | (~models.Q(replied_by="") & models.Q(replied_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="approved_by_and_at",
                condition=models.Q(approved_by="", approved_at__isnull=True)
                | (~models.Q(approved_by="") & models.Q(approved_at__isnull=False)),
            ),
        ]


class Participant(Marked):
    """Somebody on a delegation's list, in a post or, where they hold none, under a function in words."""

    public_id = PublicId()
    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, related_name="participants", db_constraint=False
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations", db_constraint=False)
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="participations")
    function_ar = models.CharField(max_length=200, blank=True)
    function_en = models.CharField(max_length=200, blank=True)
    heads = models.BooleanField(default=False)  # the delegation
    attended = models.BooleanField(null=True, blank=True)  # None: not noted
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):  # no unique constraint: it would tell of names on a list that others cannot see yet
        pass


class Feed(Marked):
    """An address at which a calendar program reads what its account (or, for a mission, any of its party) may see.

    Only the hash of its key is kept. Labelled for the party; revoked at once.
    """

    public_id = PublicId()
    account = models.CharField(max_length=150)
    party = models.CharField(max_length=16, blank=True)
    of_mission = models.BooleanField(default=False)
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=2, default="ar")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "account"], name="feed_party")]
