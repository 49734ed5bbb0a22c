"""The append-only record of who did what."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.marking import Marked


class JournalLine(Marked):
    """Who did what to what. Carries the label of the thing, so it is seen by those who see the thing.

    `changes`: field -> [what was, what is]. Update and delete are refused by trigger on both databases.
    """

    at = models.DateTimeField()
    account = models.CharField(max_length=150)
    party = models.CharField(max_length=16, blank=True)
    operation = models.CharField(max_length=80)
    thing = models.CharField(max_length=22)
    reason = models.CharField(max_length=500, blank=True)
    changes = models.JSONField(default=dict)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["label", "-id"], name="journal_label"),
            models.Index(fields=["thing", "-id"], name="journal_thing"),
        ]
