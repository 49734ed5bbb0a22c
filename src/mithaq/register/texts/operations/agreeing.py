"""Agreeing expressly: for a party under silence, before the hour, with a statement or without."""

from __future__ import annotations

from mithaq.access.operation import Reference, journal, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem, Refused
from mithaq.register.texts.forms import AgreeSilence
from mithaq.register.texts.models import Agreement
from mithaq.register.texts.operations.stating import stated
from mithaq.register.texts.rights import breaks, check
from mithaq.register.texts.silence import Act, State, effect
from mithaq.register.texts.table import locked, move, table_label

NOT_UNDER = Refused("Only a party under silence can agree to the text.", code="not_yours")


@operation("silence.agree", needs=Permission.SILENCE_BREAK, form=AgreeSilence)
def agree(viewer: Viewer, *, silence: str, attached: str = "", words_ar: str = "", words_en: str = "") -> Reference:
    """Say expressly, for a party under silence, that it agrees, strictly before the expiry; a statement can go with it.

    Silence runs on to its expiry, also when all have agreed; until then the party can still break it. Who agreed is shown to
    the parties under silence and to the chair's alone, and nobody is mailed; the statement is for all who see the text.
    """
    found, now = locked(silence)
    check(breaks(viewer, found), NOT_UNDER)
    effect(Act.AGREE, State(found.state), found.expiry, now)
    if Agreement.objects.filter(silence=found, party=viewer.party).exists():
        raise Problem("Your party has agreed already. You can attach a statement by itself.", code="agreed")
    label = table_label(found)
    Agreement.objects.create(label=label, silence=found, party=viewer.party, by=viewer.account, at=now)
    move(found, now)
    if attached:
        words = {"kind": attached, "words_ar": words_ar, "words_en": words_en}
        statement = stated(viewer, found, now, parties=(viewer.party,), **words)
        # All who see the text are told of the statement; the line of the agreement itself is the table's.
        journal("silence.state", found.public_id, statement.label_id, statement.changes)
    return Reference(found.public_id, label.id, {"at": [None, now.isoformat()]})
