"""The operations that accept a proposal, by its kind."""

from __future__ import annotations

import mithaq.register.commitments.operations  # noqa: F401  the last down the stream: it loads all the others
from mithaq.access.operation import OPERATIONS, Operation

ACCEPT: dict[str, Operation] = {
    "commitment": OPERATIONS["commitments.accept"],
    "meeting": OPERATIONS["meetings.accept"],
    "person": OPERATIONS["parties.accept_person"],
    "figure": OPERATIONS["parties.accept_figure"],
}
