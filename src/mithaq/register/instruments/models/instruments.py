"""What is asked about a course: a form of questions at one of the four levels."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.register.training.models import Course


class Instrument(Marked):
    """A form of questions about a course. Seen by the centre and by those it was shared with, never by a state: the key of a
    test is in it.

    `form` tells the versions of one test apart (A before, B after). `maximum`: the points of all its items. Once in use it
    is not changed any more: what was measured stays comparable.
    """

    class Level(models.TextChoices):
        REACTION = "L1", pgettext_lazy("level of evaluation", "Reaction")
        LEARNING = "L2", _("Test")
        APPLICATION = "L3", pgettext_lazy("level of evaluation", "Application")
        GOALS = "L4", _("Goals moved")

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of an instrument", "Draft")
        IN_USE = "in_use", pgettext_lazy("state of an instrument", "In use")
        RETIRED = "retired", pgettext_lazy("state of an instrument", "Retired")

    public_id = PublicId()
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="instruments", db_constraint=False)
    level = models.CharField(max_length=2, choices=Level.choices)
    form = models.CharField(max_length=4, default="A")
    title_ar = models.CharField(max_length=300, blank=True)
    title_en = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    maximum = models.DecimalField(max_digits=7, decimal_places=2, default=0)
    made_by = models.CharField(max_length=150)
    made_at = models.DateTimeField()
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["course", "level", "form"], name="instrument_course")]


class Item(Marked):
    """A question, by its number, under the label of its instrument.

    `options`: what can be chosen, in order, each ``{"code": …, "ar": …, "en": …}``; `key` the place of the right one from 0.
    `points`: of a test, what the right answer is worth. `objective`: the number of the course's objective that it is about.
    `common`: stands in every form of the test, so that forms can be compared. `asks`: what an item of a reaction or of an
    application asks, so that evaluation finds it.
    """

    class Kind(models.TextChoices):
        CHOICE = "choice", pgettext_lazy("kind of a question", "One of several answers")
        SCALE = "scale", _("From 1 to 5")
        NUMBER = "number", _("A number")
        TEXT = "text", pgettext_lazy("kind of a question", "In words")

    class Asks(models.TextChoices):
        ENGAGING = "engaging", _("Whether it was engaging")
        RELEVANT = "relevant", _("Whether it is relevant to the work")
        WILL_USE = "will_use", _("Whether it will be used")
        APPLIED = "applied", _("Whether it was applied")
        HOW_OFTEN = "how_often", _("How often it was applied")
        BARRIER = "barrier", _("What stood in the way")
        REMARK = "remark", _("A free remark")

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind.choices)
    words_ar = models.CharField(max_length=1000, blank=True)
    words_en = models.CharField(max_length=1000, blank=True)
    options = models.JSONField(default=list, blank=True)
    key = models.PositiveSmallIntegerField(null=True, blank=True)
    points = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    objective = models.PositiveSmallIntegerField(null=True, blank=True)
    common = models.BooleanField(default=False)
    asks = models.CharField(max_length=10, choices=Asks.choices, blank=True)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["instrument", "number"], name="item_once_an_instrument")
        ]
