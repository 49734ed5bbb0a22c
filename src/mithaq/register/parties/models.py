"""Figures told about parties and their work. (Parties themselves, missions, posts and people stand in `access`.)"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked
from mithaq.access.models import Person
from mithaq.archive.models import Citation


class Figure(Marked):
    """A number with comparator, as-of date and source. A later one never overwrites an earlier one."""

    class Comparator(models.TextChoices):
        EQUAL = "=", "="
        MORE = ">", _("more than")
        AT_LEAST = ">=", _("at least")
        LESS = "<", _("less than")
        AT_MOST = "<=", _("at most")
        ABOUT = "~", _("about")

    public_id = PublicId()
    party = models.CharField(max_length=16, blank=True)  # whom it is about; empty: the initiative
    comparator = models.CharField(max_length=2, choices=Comparator.choices, default=Comparator.EQUAL)
    value = models.DecimalField(max_digits=18, decimal_places=2)
    unit = models.CharField(max_length=80, blank=True)
    what_ar = models.CharField(max_length=300, blank=True)
    what_en = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)
    speaker = models.ForeignKey(  # no constraint: see the head of mithaq.register.commitments.models
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="figures", db_constraint=False
    )
    citation = models.ForeignKey(Citation, null=True, blank=True, on_delete=models.PROTECT, related_name="figures")
    source = models.CharField(max_length=300, blank=True)  # in words, where there is no document in the archive
    proposal = models.CharField(max_length=22, blank=True)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["party", "-as_of"], name="figure_party")]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="figure_has_source", condition=models.Q(citation__isnull=False) | ~models.Q(source="")
            )
        ]
