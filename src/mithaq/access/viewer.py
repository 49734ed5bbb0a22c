"""Who is looking. A visit is one viewer in one transaction; outside a visit nothing guarded can be read."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from django.db import transaction

from mithaq.access.markings import Clearance, Level, Marking, may_see
from mithaq.access.permissions import Permission
from mithaq.access.standing import all_labels, visible_labels
from mithaq.core.words import Bilingual

log = logging.getLogger("mithaq.system")
NAMELESS = Bilingual("", "")


class NoViewer(RuntimeError):
    """Something guarded was asked for while nobody is looking: a bug in the caller, never shown to people."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who looks and acts: an account, for one party, with what its roles permit."""

    account: str
    clearance: Clearance
    permissions: frozenset[Permission] = field(default_factory=frozenset)
    name: Bilingual = NAMELESS

    @property
    def party(self) -> str:
        """The code of the party this account speaks for; empty for the public."""
        return self.clearance.party


@dataclass(frozen=True, slots=True)
class Visit:
    """A viewer, the ids of the labels it may see (sorted), and whether it came to write."""

    viewer: Viewer
    labels: tuple[int, ...]
    writing: bool


SYSTEM = Viewer("system", Clearance("", Level.CONFIDENTIAL, personal=True))
PUBLIC_EYES = Viewer("", Clearance("", Level.PUBLIC))
_visit: ContextVar[Visit | None] = ContextVar("visit", default=None)


def current_visit() -> Visit | None:
    """The visit under way in this thread or task, or None."""
    return _visit.get()


def visit_or_raise() -> Visit:
    """The visit under way; raises NoViewer when there is none."""
    if (visit := _visit.get()) is None:
        raise NoViewer("nobody is looking: enter through a read, an operation or acting_as()")
    return visit


@contextmanager
def acting_as(viewer: Viewer, *, writing: bool = False) -> Iterator[Visit]:
    """Look, and if `writing` act, as this viewer, in one transaction.

    All statements inside see one viewer; what was written inside is seen inside. An exception undoes it all.
    Inside a visit of the same viewer that already allows as much, it joins that visit.
    """
    outer = _visit.get()
    if outer is not None and outer.viewer == viewer and outer.writing >= writing:
        yield outer
        return
    with _transaction(writing), _entered(Visit(viewer, visible_labels(viewer.clearance), writing)) as visit:
        yield visit


@contextmanager
def system(reason: str, *, writing: bool = True) -> Iterator[Visit]:
    """The one bypass: see every label, and write if `writing`. The reason is logged; the modules that may import this are counted by a test."""
    log.info("system visit: %s", reason)
    with _transaction(writing), _entered(Visit(SYSTEM, all_labels(), writing)) as visit:
        yield visit


def within_reach(marking: Marking) -> bool:
    """Whether the viewer of this visit may see what bears this marking."""
    visit = visit_or_raise()
    return visit.viewer is SYSTEM or may_see(visit.viewer.clearance, marking)


def widen(marking: Marking) -> None:
    """Add a label that came to be during this visit, and within its reach, to what the visit sees."""
    visit = visit_or_raise()
    if marking.id in visit.labels:
        return
    _visit.set(replace(visit, labels=tuple(sorted({*visit.labels, marking.id}))))


@contextmanager
def _entered(visit: Visit) -> Iterator[Visit]:
    token = _visit.set(visit)
    try:
        yield visit
    finally:
        _visit.reset(token)


@contextmanager
def _transaction(writing: bool) -> Iterator[None]:
    connection = transaction.get_connection()
    begins = hasattr(connection, "reading") and not connection.in_atomic_block
    if begins:
        connection.reading = not writing
    with connection.turn() if begins and writing else nullcontext(), transaction.atomic():
        yield
