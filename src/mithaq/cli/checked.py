"""What `mithaq doctor` and `mithaq verify` say: one line a thing that was looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checked:
    """Something that was looked at: what, how it stands, whether that is well, and what to do where it is not.

    `well` is None for what is good to know and no fault.
    """

    what: str
    stands: str
    well: bool | None = True
    todo: str = ""


def tell(checked: Iterable[Checked]) -> int:
    """Print each as soon as it is known; the exit status: 0 if all is well, else 2."""
    failed = False
    for one in checked:
        mark = {True: "✓", False: "✗", None: "·"}[one.well]
        print(f"{mark} {one.what}: {one.stands}", *(["—", one.todo] if one.todo and not one.well else []))
        failed |= one.well is False
    return 2 if failed else 0
