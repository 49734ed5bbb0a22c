"""The labels that stand in the database, and which of them somebody may see. No cache can go stale here:
the answer is a pure function of the ids read in the same transaction, and an id is made from its content."""

from __future__ import annotations

from functools import lru_cache

from django.db import connection

from mithaq.access.markings import Clearance, Marking, may_see

_known: dict[int, Marking] = {}  # id -> content; an id never changes its meaning, so entries never expire


def all_labels() -> tuple[int, ...]:
    """The ids of all labels, sorted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM access_label ORDER BY id")
        return tuple(row[0] for row in cursor.fetchall())


def visible_labels(who: Clearance) -> tuple[int, ...]:
    """The ids of the labels this clearance may see, sorted. One small query."""
    standing = all_labels()
    if any(label_id not in _known for label_id in standing):
        _learn()
    return _visible(who, standing)


def marking_of(label_id: int) -> Marking:
    """What the label with this id says; it must stand in the database."""
    if label_id not in _known:
        _learn()
    return _known[label_id]


@lru_cache(maxsize=512)
def _visible(who: Clearance, standing: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(label_id for label_id in standing if may_see(who, _known[label_id]))


def _learn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, canonical FROM access_label")
        _known.update((label_id, Marking.parse(canonical)) for label_id, canonical in cursor.fetchall())
