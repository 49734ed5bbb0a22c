"""Areas of cooperation, and what opened them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.access.fields import PublicId
from mithaq.access.marking import Marked


class Area(Marked):
    """An area of cooperation or a theme of threat; the codes are those the reader uses."""

    public_id = PublicId()
    code = models.CharField(max_length=40, unique=True)
    name_ar = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    group = models.CharField(max_length=40, blank=True)
    theme = models.BooleanField(default=False)  # a threat rather than a field of work
    order = models.PositiveSmallIntegerField(default=0)

    class Meta(Marked.Meta):
        pass


class AreaClaim(Marked):
    """A source names the area as agreed, open to consultation, or discussed."""

    class Mode(models.TextChoices):
        AGREED = "agreed", _("Agreed area")
        CONSULTED = "consulted", _("Open to consultation")
        DISCUSSED = "discussed", _("Discussed")

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="claims")
    mode = models.CharField(max_length=12, choices=Mode.choices)
    since = models.CharField(max_length=10, blank=True)
    source = models.CharField(max_length=300)

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["area"], name="area_claim")]
