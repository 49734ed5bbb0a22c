"""Labels, interned."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from mithaq.access.markings import Caveat, Level, Marking
from mithaq.access.viewer import widen, within_reach
from mithaq.core.errors import Refused


class LabelManager(models.Manager["Label"]):
    """Interns labels."""

    def of(self, level: Level, *audience: str, caveats: frozenset[Caveat] = frozenset()) -> Label:
        """The label of this level, audience and caveats, made if it is new. Refused if who asks could not see it."""
        return self.marked(Marking(level, frozenset(audience), caveats))

    def marked(self, marking: Marking) -> Label:
        """The label of this marking, made if it is new. Refused if whoever asks could not see what lies under it."""
        if not within_reach(marking):
            raise Refused("You cannot file something under a label that you could not see yourself.", code="label")
        label, _ = self.get_or_create(id=marking.id, defaults={"canonical": marking.canonical})
        widen(marking)  # it may be new, or made by somebody else since this visit began
        return label


class Label(models.Model):
    """An interned marking; never changed, never removed; its id is made from its content and never leaves the house."""

    id = models.BigIntegerField(primary_key=True)
    canonical = models.TextField(unique=True)

    objects: ClassVar[LabelManager] = LabelManager()

    @property
    def marking(self) -> Marking:
        """What the label says."""
        return Marking.parse(self.canonical)
