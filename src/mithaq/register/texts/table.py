"""Those at the table of a silence procedure: its lock and its clock, and the label of what only they are told. Inside a visit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label
from mithaq.access.operation import find
from mithaq.core import clock
from mithaq.register.texts.models import JointText, Silence
from mithaq.register.texts.silence import instant


def locked(silence: str) -> tuple[Silence, datetime]:
    """The procedure with this id, locked until the visit ends, and then, not before, the instant by its own clock."""
    found: Silence = find(Silence.objects.select_for_update(of=("self",)).select_related("label"), silence)
    return found, instant(found.heard, clock.now())


def move(silence: Silence, at: datetime, **changes: Any) -> None:
    """Write down what an act at this instant made of a procedure that is locked."""
    Silence.objects.filter(pk=silence.pk).update(heard=at, **changes)


def release(silence: Silence, state: JointText.State) -> None:
    """Give the text back from the procedure, in this state."""
    JointText.objects.filter(pk=silence.text_id).update(state=state, silent_until=None, version=F("version") + 1)


def table_marking(silence: Silence) -> Marking:
    """Who is told who agreed and who broke the silence: the parties under it and the chair's, at the level of the text, official at least."""
    marking = silence.label.marking
    audience = frozenset((*silence.under, silence.chair))
    return Marking(max(marking.level, Level.OFFICIAL), audience, marking.caveats)


def table_label(silence: Silence) -> Label:
    """The label of that marking. Inside a visit that writes."""
    return Label.objects.marked(table_marking(silence))
