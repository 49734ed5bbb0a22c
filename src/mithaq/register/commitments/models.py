"""Commitments, where each party stands on them, and which say the same again.

A record that was taken back may have rows resting on it that whoever takes it back cannot see. So that the database does
not tell of them by refusing, keys to such records have no constraint: what hung on the record then hangs on nothing.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked
from mithaq.access.models import Account, Person, Post
from mithaq.archive.models import Citation
from mithaq.register.commitments.states import State
from mithaq.register.meetings.models import Meeting

FILTERED = ("label", "state", "owner", "focal", "kind", "by", "addressees", "areas", "meeting", "speaker")


class Commitment(Marked):
    """Something said that should or will be done. `words` are the very words of its citation or of its named source."""

    class Kind(models.TextChoices):
        RECOMMENDATION = "recommendation", _("Recommendation")
        CALL = "call", _("Call")
        PROPOSAL = "proposal", _("Proposal")
        DECISION = "decision", _("Decision")
        PLEDGE = "pledge", _("Pledge")
        REQUEST = "request", _("Request")

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    words = models.TextField()
    stems = models.TextField(blank=True)  # of the words, sorted: what is compared to find a call made again
    language = models.CharField(max_length=2, default="ar")
    title_ar = models.CharField(max_length=300, blank=True)  # a short name given by a person
    title_en = models.CharField(max_length=300, blank=True)
    translation = models.TextField(blank=True)  # working translation; the words stand
    said_on = models.CharField(max_length=10, blank=True)
    speaker = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments", db_constraint=False
    )
    speaker_post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    speaker_words = models.CharField(max_length=300, blank=True)  # the name as the text has it
    by = Codes(max_length=120)  # the parties that speak or commit
    addressees = Codes(max_length=200)
    areas = Codes()
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments", db_constraint=False
    )
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    source = models.CharField(max_length=300, blank=True)
    proposal = models.CharField(max_length=22, blank=True)
    due_words = models.CharField(max_length=10, blank=True)  # partial, as the text gives it
    state = models.CharField(max_length=12, choices=State.choices, default=State.PROPOSED)
    state_reason = models.CharField(max_length=500, blank=True)
    owner = models.CharField(max_length=16, blank=True)
    focal = models.ForeignKey(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="commitments")
    due = models.DateField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    demonstration = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            # Each order of a list is an index that holds all a list is filtered by: it is walked until a page is full.
            # An index that begins with anything else (label, state, owner) would be taken instead, and all sorted.
            models.Index(fields=["-said_on", "-id", *FILTERED], name="commitment_said"),
            models.Index(fields=["due", "id", *FILTERED], name="commitment_due"),
            models.Index(fields=["ref"], name="commitment_ref"),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="commitment_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]


class Acceptance(Marked):
    """Where a party stands on a commitment, in its own words."""

    class Stand(models.TextChoices):
        ACCEPT = "accept", _("Accepts")
        RESERVE = "reserve", _("Accepts with a reservation")
        NOTE = "note", _("Takes note")
        OBJECT = "object", _("Objects")

    public_id = PublicId()
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="acceptances")
    party = models.CharField(max_length=16)
    stand = models.CharField(max_length=8, choices=Stand.choices)
    text_ar = models.CharField(max_length=1000, blank=True)
    text_en = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["commitment", "party"], name="one_stand_a_party"),
            models.CheckConstraint(
                name="reservation_has_words",
                condition=~models.Q(stand__in=["reserve", "object"]) | ~models.Q(text_ar="") | ~models.Q(text_en=""),
            ),
        ]


class Score(Marked):
    """−1, 0 or +1 for one party on one commitment, with the sentence that proves it."""

    public_id = PublicId()
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="scores")
    party = models.CharField(max_length=16)
    value = models.SmallIntegerField()
    citation = models.ForeignKey(Citation, on_delete=models.PROTECT, related_name="scores")
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["commitment", "party"], name="one_score_a_party"),
            models.CheckConstraint(name="score_in_range", condition=models.Q(value__in=[-1, 0, 1])),
        ]


class Repeat(Marked):
    """Two commitments that may be the same call. Likeness is 0 to 100; a person decides. Seen by those who see both."""

    class Decision(models.TextChoices):
        OPEN = "open", _("Perhaps the same call")
        SAME = "same", _("The same call again")
        COMPLEMENTS = "complements", _("Complements it")
        DIFFERENT = "different", _("A different call")

    public_id = PublicId()
    earlier = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="repeated_by", db_constraint=False)
    later = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="repeats", db_constraint=False)
    likeness = models.PositiveSmallIntegerField()
    decision = models.CharField(max_length=12, choices=Decision.choices, default=Decision.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["earlier", "later"], name="one_repeat_a_pair")
        ]
