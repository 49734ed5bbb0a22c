"""What belongs to one meeting: its agenda with the papers before it, who is invited, who comes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.access.models import Person, Post
from mithaq.archive.models import Document
from mithaq.register.meetings.models.meetings import Meeting


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
            by_and_at("replied"),
            by_and_at("approved"),
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
