"""What the reader found in one edition of a document, and the decisions of people on it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.archive.models import Document


class Finds(Marked):
    """All that the reader found in one edition, in the reader's own form. Written once, never edited."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="finds")
    edition = models.PositiveIntegerField()
    reader = models.CharField(max_length=20)  # its version
    found = models.JSONField()
    read_at = models.DateTimeField()

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["document", "edition"], name="one_reading_an_edition")
        ]


class Proposal(Marked):
    """A finding that waits for a person's decision.

    `fields` is what was read and stays as it was read. `decided` is what the person made of it. `thing` is the public
    id of the record that came of it. A corrected text re-opens it with `note` saying why.
    """

    class Kind(models.TextChoices):
        COMMITMENT = "commitment"
        MEETING = "meeting"
        PERSON = "person"
        FIGURE = "figure"

    class State(models.TextChoices):
        WAITING = "waiting"
        ACCEPTED = "accepted"
        AMENDED = "amended"
        REJECTED = "rejected"
        REOPENED = "reopened"
        GONE = "gone"  # its words no longer stand in the corrected text and nobody had decided it

    public_id = PublicId()
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="proposals")
    edition = models.PositiveIntegerField()
    number = models.PositiveIntegerField()  # as shown beside the text, from 1
    kind = models.CharField(max_length=12, choices=Kind.choices)
    sentence = models.PositiveIntegerField()  # from 1
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    fields = models.JSONField()
    rule = models.CharField(max_length=60)
    clear = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    decided = models.JSONField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=300, blank=True)
    thing = models.CharField(max_length=22, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["document", "number"], name="proposal_document"),
            models.Index(fields=["state", "document"], name="proposal_state"),
        ]
        constraints: ClassVar[list[Any]] = [by_and_at("decided")]


class Tally(Marked):
    """How many proposals of a document wait and how many are decided: kept on a row, so that no list counts them."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="tally")
    waiting = models.PositiveIntegerField(default=0)
    decided = models.PositiveIntegerField(default=0)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-id"], name="tally_waiting", condition=models.Q(waiting__gt=0))
        ]
