"""The written tables of steps: of an activity, and of a nomination from the ministry by the mission to the centre."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.core.errors import Problem


class State(TextChoices):
    """Where an activity stands."""

    PLANNED = "planned", pgettext_lazy("state of an activity", "Planned")
    OPEN = "open", _("Open for nominations")
    HELD = "held", pgettext_lazy("state of an activity", "Held")
    CANCELLED = "cancelled", pgettext_lazy("state of an activity", "Cancelled")


class Stage(TextChoices):
    """Where a nomination stands."""

    PROPOSED = "proposed", _("With the mission")
    SENT = "sent", _("With the centre")
    WAITING = "waiting", _("On the waiting list")
    ACCEPTED = "accepted", pgettext_lazy("stage of a nomination", "Accepted")
    REFUSED = "refused", pgettext_lazy("stage of a nomination", "Not accepted")
    WITHDRAWN = "withdrawn", pgettext_lazy("stage of a nomination", "Withdrawn")


ACTIVITY: Mapping[str, tuple[str, ...]] = {
    State.PLANNED: (State.OPEN, State.CANCELLED),
    State.OPEN: (State.HELD, State.CANCELLED),
    State.HELD: (),
    State.CANCELLED: (),
}
NOMINATION: Mapping[str, tuple[str, ...]] = {
    Stage.PROPOSED: (Stage.SENT, Stage.WITHDRAWN),
    Stage.SENT: (Stage.ACCEPTED, Stage.WAITING, Stage.REFUSED, Stage.WITHDRAWN),
    Stage.WAITING: (Stage.ACCEPTED, Stage.REFUSED, Stage.WITHDRAWN),
    Stage.ACCEPTED: (Stage.WITHDRAWN,),
    Stage.REFUSED: (),
    Stage.WITHDRAWN: (),
}


def check_step(table: Mapping[str, tuple[str, ...]], was: str, becomes: str) -> None:
    """Raise a Problem unless the table has this step."""
    if becomes in table[was]:
        return
    names: dict[str, str] = {state.value: str(state.label) for state in (State if table is ACTIVITY else Stage)}
    raise Problem(
        "From “%(was)s” it cannot go to “%(becomes)s”. Possible: %(possible)s.",
        code="transition",
        was=names[was],
        becomes=names[becomes],
        possible=", ".join(names[state] for state in table[was]) or "—",
    )
