"""Training: coverage, false claims, disclosure and the loop, then speed: evaluation, a whole run, import, reports, pages, seats.

The full size takes a quarter of an hour. Each part is a module of its own with `figures()`; `bench.training_size` says how
large they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from bench.figure import Figure

PARTS = ("coverage", "claims", "disclosure", "timing", "loop", "speed", "import", "run", "report", "seats")


def figures() -> Iterator[Figure]:
    """All parts, one after the other."""
    for part in PARTS:
        yield from import_module(f"bench.training_{part}").figures()
