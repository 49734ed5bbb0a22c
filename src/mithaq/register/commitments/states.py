"""The states of a commitment or an action, and the written table of transitions. Pure but for the names of choices."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from mithaq.core.errors import Problem


class State(TextChoices):
    """Where it stands."""

    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    NOT_DONE = "not_done", _("Not done")
    SUPERSEDED = "superseded", _("Superseded")


OPEN = (State.PROPOSED, State.AGREED, State.UNDER_WAY)
CLOSED = (State.DONE, State.NOT_DONE, State.SUPERSEDED)

TRANSITIONS: dict[State, tuple[State, ...]] = {
    State.PROPOSED: (State.AGREED, State.NOT_DONE, State.SUPERSEDED),
    State.AGREED: (State.UNDER_WAY, State.DONE, State.NOT_DONE, State.SUPERSEDED),
    State.UNDER_WAY: (State.AGREED, State.DONE, State.NOT_DONE, State.SUPERSEDED),
    State.DONE: (State.UNDER_WAY,),  # evidence turned out not to hold
    State.NOT_DONE: (State.AGREED, State.UNDER_WAY, State.SUPERSEDED),
    State.SUPERSEDED: (State.AGREED,),  # what took its place was dropped
}


def check_step(was: str, becomes: str) -> None:
    """Raise a Problem unless the table has this step."""
    if State(becomes) not in TRANSITIONS[State(was)]:
        raise Problem(
            "From “%(was)s” it cannot go to “%(becomes)s”. Possible: %(possible)s.",
            code="transition",
            was=State(was).label,
            becomes=State(becomes).label,
            possible=pgettext("between names", ", ").join(str(s.label) for s in TRANSITIONS[State(was)]),
        )


def check_transition(was: str, becomes: str, reason: str) -> None:
    """Raise a Problem unless the table has this step and a reason is given."""
    check_step(was, becomes)
    if not reason.strip():
        raise Problem("Say why: every change of state keeps its reason.", code="reason")
