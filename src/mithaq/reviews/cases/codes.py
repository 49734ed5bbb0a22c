"""The written tables of success cases: which end a person was drawn from, where the interview stands, what stood in the way."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.core.words import Bilingual
from mithaq.register.instruments.usual import BARRIERS


class Side(TextChoices):
    """The end that a person was drawn from."""

    HIGH = "high", _("Uses most")
    LOW = "low", _("Uses least")


class State(TextChoices):
    """Where the interview stands. A case counts once somebody else than the interviewer has confirmed it, until it is withdrawn."""

    DRAWN = "drawn", _("To be interviewed")
    INTERVIEWED = "interviewed", _("Waits for a second person")
    CONFIRMED = "confirmed", pgettext_lazy("a success case", "Confirmed")
    NOT_REACHED = "not_reached", pgettext_lazy("a success case", "Not reached")
    DECLINED = "declined", pgettext_lazy("a success case", "Declines the interview")
    WITHDRAWN = "withdrawn", pgettext_lazy("a success case", "Withdrawn")


GONE = (State.NOT_REACHED, State.DECLINED)  # no interview comes of it: the next of the same list may be drawn instead
BARRIER_WORDS = {code: Bilingual(ar, en) for code, ar, en in BARRIERS}
MOST_A_SIDE = 10
