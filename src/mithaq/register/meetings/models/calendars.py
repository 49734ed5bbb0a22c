"""What tells people of meetings elsewhere: feeds for calendar programs, and invitations by mail that wait to be sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.access.outgoing import Outgoing


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


class Notice(Outgoing):
    """An account is sent a meeting as it then is, or, `withdrawn`, told that it is invited no longer; once. Holds no content."""

    meeting = models.CharField(max_length=22)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar[list[Any]] = [models.Index(fields=["sent_at", "due_at"], name="invitation_mail_due")]
