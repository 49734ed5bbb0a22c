"""When the control documents of a course are to be looked at again. Pure."""

from __future__ import annotations

from mithaq.register.meetings.cadence import later

REVIEWED_EVERY = 36  # months: control documents that are older are due (Bi-SC 075-007)


def review_due(signed: str, said: str) -> str:
    """The ISO day by which they are due: as it was said, or three years after they were signed; empty where neither is known."""
    return said or later(signed, REVIEWED_EVERY)
