"""Centres of training: what they are, their dossiers for accreditation, what they mean to offer in a year."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked, by_and_at
from mithaq.register.training.dossiers import State


class Centre(Marked):
    """What is said of a party that trains: public, as the party is."""

    public_id = PublicId()
    party = models.CharField(max_length=16, unique=True)
    about_ar = models.CharField(max_length=2000, blank=True)
    about_en = models.CharField(max_length=2000, blank=True)
    city_ar = models.CharField(max_length=80, blank=True)
    city_en = models.CharField(max_length=80, blank=True)
    country = models.CharField(max_length=3, blank=True)
    opened = models.CharField(max_length=10, blank=True)  # partial
    source = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass


class Dossier(Marked):
    """A centre on its way into a network, such as that of partnership training centres."""

    public_id = PublicId()
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="dossiers")
    network_ar = models.CharField(max_length=200)
    network_en = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State.choices, default=State.CANDIDATE)
    since = models.CharField(max_length=10, blank=True)  # partial: when it was put forward
    source = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decision = models.CharField(max_length=1000, blank=True)
    review_due = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        pass


class Criterion(Marked):
    """One thing that the centre is to have or to do, with the evidence for it and whether it was found to be so."""

    class Met(models.TextChoices):
        YES = "yes", _("Met")
        PART = "part", _("Met in part")
        NO = "no", _("Not met")

    public_id = PublicId()
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    words_ar = models.CharField(max_length=500, blank=True)
    words_en = models.CharField(max_length=500, blank=True)
    evidence = models.CharField(max_length=1000, blank=True)
    met = models.CharField(max_length=4, choices=Met.choices, blank=True)
    judged_by = models.CharField(max_length=150, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            by_and_at("judged"),
        ]


class Inspection(Marked):
    """A visit of assessors to the centre, and what they found."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="inspections")
    on = models.DateField()
    assessors = models.CharField(max_length=300)
    found_ar = models.CharField(max_length=2000, blank=True)
    found_en = models.CharField(max_length=2000, blank=True)

    class Meta(Marked.Meta):
        pass


class YearProgramme(Marked):
    """What a centre means to do in a year, in words; the courses of that year are its offerings."""

    public_id = PublicId()
    centre = models.ForeignKey(Centre, on_delete=models.CASCADE, related_name="programmes")
    year = models.PositiveSmallIntegerField()
    aims_ar = models.CharField(max_length=2000, blank=True)
    aims_en = models.CharField(max_length=2000, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["centre", "-year"], name="programme_year")]
