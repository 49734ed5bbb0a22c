"""The law of the silence procedure: what an act does to it at an instant. Pure: no database, no clock.

The rule at the hour: an act counts if its instant, read once the procedure is locked, lies strictly before the expiry. At
the expiry itself, and after it, silence has held, whether or not anybody has written that down yet. What is said for the text
moves no hour: silence runs to its expiry also when all under it have agreed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from mithaq.core.errors import Problem

LATE = timedelta(days=30)  # how long statements are taken after agreement where no next meeting is set


class State(models.TextChoices):
    """Where a silence procedure stands."""

    RUNNING = "running", _("Silence runs")
    HELD = "held", _("Silence has held")
    BROKEN = "broken", _("Silence did not hold")
    WITHDRAWN = "withdrawn", _("Taken back by the chair")
    CONCLUDED = "concluded", _("Concluded in session")


class Act(StrEnum):
    """What somebody does in a silence procedure."""

    AGREE = "agree"
    BREAK = "break"
    EXTEND = "extend"
    WITHDRAW = "withdraw"
    ATTACH = "attach"
    CLOSE = "close"
    CONCLUDE = "conclude"


class Effect(StrEnum):
    """What the act does."""

    AGREES = "agrees"
    BREAKS = "breaks"
    JOINS = "joins"
    EXTENDS = "extends"
    WITHDRAWS = "withdraws"
    ATTACHES = "attaches"
    CLOSES = "closes"
    CONCLUDES = "concludes"


# act, where the procedure stands at that instant, whether the expiry is still ahead -> what it does. What is not here is refused.
EFFECTS: dict[tuple[Act, State, bool], Effect] = {
    (Act.AGREE, State.RUNNING, True): Effect.AGREES,
    (Act.BREAK, State.RUNNING, True): Effect.BREAKS,
    (Act.BREAK, State.BROKEN, True): Effect.JOINS,
    (Act.EXTEND, State.RUNNING, True): Effect.EXTENDS,
    (Act.WITHDRAW, State.RUNNING, True): Effect.WITHDRAWS,
    (Act.ATTACH, State.RUNNING, True): Effect.ATTACHES,
    (Act.ATTACH, State.HELD, False): Effect.ATTACHES,
    (Act.CLOSE, State.HELD, False): Effect.CLOSES,
    (Act.CONCLUDE, State.BROKEN, True): Effect.CONCLUDES,
    (Act.CONCLUDE, State.BROKEN, False): Effect.CONCLUDES,
}
REFUSALS = {  # what is the case instead
    State.RUNNING: Problem("Silence still runs on this text. Wait until it has ended."),
    State.HELD: Problem("Silence has held: the text is agreed. You can still attach a statement or a reservation."),
    State.BROKEN: Problem("Silence did not hold: it was broken. Go on with the text in session."),
    State.WITHDRAWN: Problem("The chair took the text back from silence. There is nothing to decide on it now."),
    State.CONCLUDED: Problem("The text was concluded in session. There is nothing to decide on it now."),
}


def instant(heard: datetime, now: datetime) -> datetime:
    """The procedure's own time: the clock's, but never before what the procedure has seen already."""
    return max(heard, now)


def stands(state: State, expiry: datetime, at: datetime) -> State:
    """Where a procedure that was written down as `state` stands at this instant."""
    return State.HELD if state is State.RUNNING and at >= expiry else state


def effect(act: Act, state: State, expiry: datetime, at: datetime) -> Effect:
    """What this act does at this instant; Problem, with what is the case, if it can do nothing."""
    standing = stands(state, expiry, at)
    found = EFFECTS.get((act, standing, at < expiry))
    if found is None or (act is Act.CLOSE and state is not State.RUNNING):
        raise Problem(REFUSALS[standing].text, code=f"silence_{standing}")
    return found


def later(until: datetime, expiry: datetime) -> None:
    """Problem unless an extension to `until` moves the expiry on."""
    if until <= expiry:
        raise Problem("An extension goes to a later hour than the one that stands.", code="not_later")


def taken_until(ended_at: datetime, next_meeting: datetime | None) -> datetime:
    """Until when statements and reservations are attached to a text on which silence has held.

    Until the next meeting of the series begins, which takes note of the action sheet; where none is set, for thirty days.
    """
    return next_meeting or ended_at + LATE
