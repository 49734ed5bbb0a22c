"""Fact sheets: figures for the public, frozen on the day of issue."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy

from mithaq.access.fields import Codes, PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.parties.models import Figure


class FactSheet(Marked):
    """A sheet of public figures with one sentence before them. While it is composed it bears the label of those who compose it.

    On issue it becomes public with its number `ref`; figures and counts stand as they were then. `counts`: which counts the
    sheet tells; `counted`: what they were on the day of issue, by their codes.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a fact sheet", "Being composed")
        ISSUED = "issued", pgettext_lazy("state of a fact sheet", "Issued")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a fact sheet", "Withdrawn")

    public_id = PublicId()
    ref = models.CharField(max_length=24, blank=True)
    title_ar = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    intro_ar = models.CharField(max_length=600)
    intro_en = models.CharField(max_length=600)
    counts = Codes()
    counted = models.JSONField(default=dict)
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    keeper = models.CharField(max_length=16)
    day = models.DateField(null=True, blank=True)  # the date that it bears
    issued_by = models.CharField(max_length=150, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_for = models.CharField(max_length=500, blank=True)
    demonstration = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["-day", "-id"], name="sheet_day")]
        constraints: ClassVar[list[Any]] = [
            by_and_at("issued"),
            by_and_at("withdrawn"),
        ]


class SheetFigure(Marked):
    """A figure on a sheet, at its place in an area. `frozen`: it is on the issued sheet, and the columns below hold it as it was.

    One that the public may not see keeps its own label: it is shown to those who compose the sheet, and left out on issue.
    """

    public_id = PublicId()
    sheet = models.ForeignKey(FactSheet, on_delete=models.PROTECT, related_name="figures", db_constraint=False)
    figure = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Figure, on_delete=models.PROTECT, related_name="on_sheets", db_constraint=False
    )
    area = models.CharField(max_length=40, blank=True)
    place = models.PositiveSmallIntegerField(default=1)
    frozen = models.BooleanField(default=False)
    party = models.CharField(max_length=16, blank=True)
    comparator = models.CharField(max_length=2, blank=True)
    value = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    what_ar = models.CharField(max_length=300, blank=True)
    what_en = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=300, blank=True)  # in words, or the title of the document
    document = models.CharField(max_length=22, blank=True)
    document_ref = models.CharField(max_length=24, blank=True)
    published = models.CharField(max_length=10, blank=True)
    sentence = models.PositiveIntegerField(default=0)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["sheet", "place"], name="sheet_figures")]
