"""Ideas that missions file, and the path of each."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.archive.models import Citation
from mithaq.register.commitments.models import Commitment
from mithaq.register.meetings.models import Meeting


class Idea(Marked):
    """What a mission suggests. With a sponsor it can become a proposal and then a recommendation.

    `commitment`: what stands in the register for it now. `meeting`: where it was raised.
    """

    class State(models.TextChoices):
        FILED = "filed", pgettext_lazy("state of an idea", "Looks for a sponsor")
        SPONSORED = "sponsored", pgettext_lazy("state of an idea", "Sponsored")
        PROPOSAL = "proposal", pgettext_lazy("state of an idea", "Proposal")
        RECOMMENDATION = "recommendation", pgettext_lazy("state of an idea", "Recommendation")
        REFUSED = "refused", pgettext_lazy("state of an idea", "Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    text_ar = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    areas = Codes()
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    meeting = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas", db_constraint=False
    )
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="ideas")
    sponsors = Codes(max_length=200)
    state = models.CharField(max_length=16, choices=State.choices, default=State.FILED)
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.SET_NULL, related_name="ideas", db_constraint=False
    )
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-id", "state", "party"], name="idea_newest"),
            models.Index(fields=["ref"], name="idea_ref"),
        ]


class IdeaStep(Marked):
    """One step of an idea: what it became, when, by whom and why. Written once, never edited."""

    idea = models.ForeignKey(Idea, on_delete=models.CASCADE, related_name="steps")
    step = models.CharField(max_length=16, choices=Idea.State.choices)
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="idea_steps", db_constraint=False
    )
    commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.SET_NULL, related_name="idea_steps", db_constraint=False
    )

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["idea", "at"], name="step_idea")]
