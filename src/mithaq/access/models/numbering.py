"""Reference numbers that people quote. Counted per kind, year and label: no number tells what happens elsewhere."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F

from mithaq.access.marking import Marked
from mithaq.access.models.labels import Label


class Counter(Marked):
    """The last number given to this kind of thing in this year under this label."""

    kind = models.CharField(max_length=4)
    year = models.SmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta(Marked.Meta):
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["label", "kind", "year"], name="one_counter_a_label")
        ]


class FormerReference(Marked):
    """A reference that something bore before it was released to more parties; known to those who saw it then, and still found."""

    ref = models.CharField(max_length=24)
    thing = models.CharField(max_length=22)  # its public id
    at = models.DateTimeField()

    class Meta(Marked.Meta):
        indexes: ClassVar[list[Any]] = [models.Index(fields=["ref"], name="former_ref")]


def next_ref(kind: str, year: int, label: Label) -> str:
    """The next reference, e.g. ``C-2016-012`` for what is public, ``C-2016-KTB-012`` under another label."""
    return next_refs(kind, year, label, 1)[0]


def next_refs(kind: str, year: int, label: Label, count: int) -> list[str]:
    """The next so many references, in order. Inside an operation; two at once get different numbers."""
    counter, _ = Counter.objects.get_or_create(label=label, kind=kind, year=year)
    Counter.objects.filter(pk=counter.pk).update(last=F("last") + count)
    counter.refresh_from_db(fields=["last"])
    stem = "-".join(filter(None, (kind, str(year), label.marking.tag)))
    return [f"{stem}-{number:03}" for number in range(counter.last - count + 1, counter.last + 1)]
