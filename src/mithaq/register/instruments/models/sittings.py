"""One-time links to forms, and forms as they were filled."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.register.activities.models import Activity
from mithaq.register.instruments.models.instruments import Instrument


class Wave(models.TextChoices):
    """When, and of whom, it was asked. The wave of a reaction is at the end; a supervisor answers beside the follow-up."""

    REACTION = "reaction", pgettext_lazy("wave", "Reaction")
    PRE = "pre", pgettext_lazy("wave", "Before the course")
    POST = "post", pgettext_lazy("wave", "After the course")
    FOLLOWUP = "followup", pgettext_lazy("wave", "Six months later")
    SUPERVISOR = "supervisor", _("Supervisor, six months later")


class Link(Marked):
    """Lets whoever holds its secret fill a form once, without an account. Only the `digest` of the secret is kept.

    `person` is the pseudonym of whom it is for: the number of the nomination (``N12``), or what an import said. The day on
    which it was used is kept and not the hour, so that a filled form cannot be laid beside it.
    """

    public_id = PublicId()
    digest = models.CharField(max_length=64, unique=True)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="links", db_constraint=False)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="links")
    party = models.CharField(max_length=16)
    person = models.CharField(max_length=24)
    wave = models.CharField(max_length=10, choices=Wave.choices)
    expires = models.DateField()
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    used_on = models.DateField(null=True, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["activity", "wave"], name="link_wave")]


class Sitting(Marked):
    """A filled form. A test is seen by the party of the person too; a reaction and an application by those alone who run and
    keep the activity.

    `person` is a pseudonym, and empty in a reaction, which is anonymous. `score` is None where nothing is scored.
    """

    class Mode(models.TextChoices):
        LINK = "link", _("By a link")
        IMPORT = "import", _("From a file")
        PAPER = "paper", _("On paper")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sittings", db_constraint=False)
    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="sittings", db_constraint=False)
    party = models.CharField(max_length=16)
    person = models.CharField(max_length=24, blank=True)
    wave = models.CharField(max_length=10, choices=Wave.choices)
    taken_on = models.DateField()
    language = models.CharField(max_length=2)
    score = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    maximum = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    mode = models.CharField(max_length=6, choices=Mode.choices)
    taken_in = models.CharField(max_length=22, blank=True)  # the import that it came by
    demonstration = models.BooleanField(default=False)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["activity", "wave", "party", "person"], name="sitting_person"),
            models.Index(fields=["instrument", "wave"], name="sitting_instrument"),
        ]


class Answer(Marked):
    """The answer to an item, by its number, under the label of the filled form.

    `value`: the points of a test, the place on a scale, a number; `choice`: the place of the chosen option from 0; `text`:
    what was written. An item that was left empty has no answer, but in a test, where it has 0 points.
    """

    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="answers")
    item = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    choice = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.CharField(max_length=2000, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["sitting", "item"], name="answer_once_a_sitting")
        ]
