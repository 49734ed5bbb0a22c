"""Joint texts: their editions by paragraph, what parties would change in them, what they remark."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.meetings.models import Meeting

KEY = 22  # the length of what names a paragraph through all editions


class JointText(Marked):
    """A text that parties agree on. Its words stand in its editions; `edition` is the number of the present one.

    `party` holds the pen. `silent_until` is the expiry of the silence that runs on it, None where none does.
    """

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("Joint statement")
        RESOLUTION = "resolution", _("Joint decision")
        PLAN = "plan", _("Work plan")
        REPORT = "report", _("Joint report")
        LETTER = "letter", _("Joint letter")

    class State(models.TextChoices):
        DRAFTING = "drafting", _("In drafting")
        SILENCE = "silence", _("Under silence")
        AGREED = "agreed", _("Agreed")
        NOTED = "noted", _("Noted")

    public_id = PublicId()
    ref = models.CharField(max_length=24)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="joint_texts", db_constraint=False
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFTING)
    edition = models.PositiveSmallIntegerField(default=1)
    silent_until = models.DateTimeField(null=True, blank=True)
    party = models.CharField(max_length=16, blank=True)
    added_by = models.CharField(max_length=150)
    added_at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["-added_at", "-id"], name="text_added"),
            models.Index(fields=["silent_until"], name="text_silent"),
            models.Index(fields=["ref"], name="text_ref"),
        ]


class Edition(Marked):
    """One edition of a text, by whom, when, and what is new in it. Never changed."""

    text = models.ForeignKey(JointText, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    party = models.CharField(max_length=16, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["text", "number"], name="edition_once_a_text")
        ]


class Paragraph(Marked):
    """A paragraph as one edition has it, in both languages. `key` names the same paragraph in all editions. Never changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="paragraphs")
    key = models.CharField(max_length=KEY)
    place = models.PositiveSmallIntegerField()
    ar = models.TextField(blank=True)
    en = models.TextField(blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["edition", "key"], name="paragraph_once_an_edition")
        ]


class Amendment(Marked):
    """Other words that a party proposes for a paragraph, a new paragraph, or that one goes.

    `ar` and `en` are the whole new words; an empty one leaves that language as it is. `after`: the paragraph that a new one
    follows, empty for the head of the text. `taken_in`: the edition whose words come of it. One by which silence was broken
    bears the label of those at the table.
    """

    class Change(models.TextChoices):
        REPLACE = "replace", _("Other words")
        ADD = "add", _("A new paragraph")
        REMOVE = "remove", _("The paragraph goes")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Not accepted")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    public_id = PublicId()
    text = models.ForeignKey(JointText, on_delete=models.PROTECT, related_name="amendments")
    edition = models.PositiveSmallIntegerField()  # it was proposed against this one
    change = models.CharField(max_length=8, choices=Change.choices)
    paragraph = models.CharField(max_length=KEY, blank=True)
    after = models.CharField(max_length=KEY, blank=True)
    ar = models.TextField(blank=True)
    en = models.TextField(blank=True)
    why = models.CharField(max_length=1000, blank=True)
    party = models.CharField(max_length=16)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    reason = models.CharField(max_length=500, blank=True)
    settled_by = models.CharField(max_length=150, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    taken_in = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["text", "state"], name="amendment_text")]
        constraints: ClassVar[list[Any]] = [by_and_at("settled")]


class Comment(Marked):
    """A remark on a text, or on one of its paragraphs, that proposes no words."""

    public_id = PublicId()
    text = models.ForeignKey(JointText, on_delete=models.PROTECT, related_name="comments")
    edition = models.PositiveSmallIntegerField()
    paragraph = models.CharField(max_length=KEY, blank=True)
    words = models.CharField(max_length=2000)
    party = models.CharField(max_length=16, blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["text", "at"], name="comment_text")]
