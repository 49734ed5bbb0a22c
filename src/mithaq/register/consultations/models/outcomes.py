"""What meetings brought: each outcome with its speaker and its sentence."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.access.models import Person, Post
from mithaq.archive.models import Citation
from mithaq.register.commitments.models import Commitment
from mithaq.register.consultations.models.ideas import Idea
from mithaq.register.consultations.models.minutes import MinutesItem
from mithaq.register.consultations.models.positions import Position
from mithaq.register.meetings.models import AgendaItem, Meeting


class Outcome(Marked):
    """What somebody said at a meeting that is kept as a result of it: words that stand in a document or in its minutes.

    What became of it (`commitment`, `idea`, `position`) is a record of its own. An outcome without words of its own (no
    `kind`) only says under which item a commitment stands that came through the reader.
    """

    class Kind(models.TextChoices):
        IDEA = "idea", pgettext_lazy("kind of outcome", "Idea")
        PROPOSAL = "proposal", pgettext_lazy("kind of outcome", "Proposal")
        RECOMMENDATION = "recommendation", pgettext_lazy("kind of outcome", "Recommendation")
        DECISION = "decision", pgettext_lazy("kind of outcome", "Decision")
        COMMITMENT = "commitment", pgettext_lazy("kind of outcome", "Commitment")
        STATEMENT = "statement", pgettext_lazy("kind of outcome", "Statement")

    public_id = PublicId()
    meeting = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Meeting, on_delete=models.PROTECT, related_name="outcomes", db_constraint=False
    )
    item = models.ForeignKey(
        AgendaItem, null=True, blank=True, on_delete=models.SET_NULL, related_name="outcomes", db_constraint=False
    )
    kind = models.CharField(max_length=16, choices=Kind.choices, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="ar")
    speaker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes", db_constraint=False
    )
    speaker_post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes")
    by = Codes(max_length=120)
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes")
    minuted = models.ForeignKey(
        MinutesItem, null=True, blank=True, on_delete=models.PROTECT, related_name="outcomes", db_constraint=False
    )
    minuted_version = models.PositiveIntegerField(default=0)
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.CASCADE, related_name="outcomes", db_constraint=False
    )
    idea = models.ForeignKey(
        Idea, null=True, blank=True, on_delete=models.SET_NULL, related_name="outcomes", db_constraint=False
    )
    position = models.ForeignKey(
        Position, null=True, blank=True, on_delete=models.SET_NULL, related_name="outcomes", db_constraint=False
    )
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["meeting", "id"], name="outcome_meeting"),
            models.Index(fields=["commitment"], name="outcome_commitment"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="outcome_has_sentence",
                condition=models.Q(kind="", commitment__isnull=False)
                | models.Q(citation__isnull=False)
                | models.Q(minuted__isnull=False),
            )
        ]
