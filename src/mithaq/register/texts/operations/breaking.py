"""Breaking silence: by an objection or by an amendment, for a party under silence, before the hour."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import Label
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.register.texts.forms import BreakSilence
from mithaq.register.texts.models import Amendment, Break, JointText, Silence
from mithaq.register.texts.notices import Event, announce
from mithaq.register.texts.operations.amending import propose_words
from mithaq.register.texts.rights import breaks, check
from mithaq.register.texts.silence import Act, Effect, State, effect
from mithaq.register.texts.table import locked, move, release, table_label

NOT_UNDER = Refused("Only a party under silence can break it.", code="not_yours")


@operation("silence.break", needs=Permission.SILENCE_BREAK, form=BreakSilence)
def break_silence(viewer: Viewer, /, *, silence: str, objection: str = "", **wanted: Any) -> Reference:
    """Break the silence on a text, by an objection in words or by an amendment, strictly before its expiry.

    The first break decides: silence did not hold, and all are told so at once. One that comes after it, still before the
    expiry, joins it. Who broke it and how is told to the parties under silence and to the chair's alone. It cannot be taken back.
    """
    found, now = locked(silence)
    check(breaks(viewer, found), NOT_UNDER)
    done = effect(Act.BREAK, State(found.state), found.expiry, now)
    label = table_label(found)
    made = Break.objects.create(
        label=label,
        silence=found,
        party=viewer.party,
        by=viewer.account,
        at=now,
        first=done is Effect.BREAKS,
        objection=objection,
        amendment=_amendment(viewer, found, label, objection, wanted),
    )
    if done is Effect.BREAKS:
        move(found, now, state=State.BROKEN, ended_at=now)
        release(found, JointText.State.DRAFTING)
        announce(found, Event.BROKEN)
    else:
        move(found, now)
        announce(found, Event.JOINED, made.public_id)
    return Reference(found.public_id, label.id, {"break": [None, done], "at": [None, now.isoformat()]})


def _amendment(
    viewer: Viewer, silence: Silence, label: Label, objection: str, wanted: dict[str, Any]
) -> Amendment | None:
    if not wanted["change"]:
        return None
    text = JointText.objects.get(pk=silence.text_id)
    return propose_words(viewer, text, silence.edition, label, why=objection[:1000], **wanted)
