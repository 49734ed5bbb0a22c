"""What must hold before an activity is opened for nominations. Areas below say so by registering; nobody here knows them."""

from __future__ import annotations

from collections.abc import Callable

from mithaq.register.activities.models import Activity

Guard = Callable[[Activity], None]
_GUARDS: list[Guard] = []


def guards_opening(guard: Guard) -> Guard:
    """Ask this before an activity is opened: it raises a Problem that says what is missing. Once, when the house starts."""
    if guard not in _GUARDS:
        _GUARDS.append(guard)
    return guard


def check_may_open(activity: Activity) -> None:
    """Raise the Problem of the first who objects. Inside a visit."""
    for guard in _GUARDS:
        guard(activity)
