"""Who wants to know how far a long import has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Told = Callable[[int, int], None]
_told: ContextVar[Told | None] = ContextVar("told", default=None)


@contextmanager
def watched(told: Told) -> Iterator[None]:
    """Tell of each step what is done and of how much, while this lasts."""
    token = _told.set(told)
    try:
        yield
    finally:
        _told.reset(token)


def step(done: int, of: int, every: int = 1) -> None:
    """So much is done; told once in so many steps."""
    if done % every == 0 and (told := _told.get()) is not None:
        told(done, of)
