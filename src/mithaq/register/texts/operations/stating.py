"""What parties attach to a text that they do not stop: interpretative statements and formal reservations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid
from mithaq.access.shapes import party_called
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem, Refused
from mithaq.register.texts.attaching import statements_until
from mithaq.register.texts.forms import AttachStatement, JoinStatement, ReceiveStatement
from mithaq.register.texts.models import NationalStatement, Silence
from mithaq.register.texts.notices import Event, announce
from mithaq.register.texts.operations.conducting import NOT_THE_CHAIR
from mithaq.register.texts.rights import breaks, check, conducts
from mithaq.register.texts.silence import Act, State, effect, stands
from mithaq.register.texts.table import locked, move

NOT_UNDER = Refused("Only a party under silence attaches statements to the text.", code="not_yours")


@operation("silence.state", needs=Permission.SILENCE_BREAK, form=AttachStatement)
def attach(viewer: Viewer, /, *, silence: str, kind: str, words_ar: str = "", words_en: str = "") -> Reference:
    """Attach an interpretative statement or a formal reservation of one's own party, for all who see the text.

    While silence runs, and after it has held until the next meeting of the series begins. It does not break silence.
    """
    found, now = _open_to_statements(silence)
    check(breaks(viewer, found), NOT_UNDER)
    return stated(viewer, found, now, kind=kind, words_ar=words_ar, words_en=words_en, parties=(viewer.party,))


@operation("silence.receive", needs=Permission.SILENCE_CONDUCT, form=ReceiveStatement)
def receive(viewer: Viewer, /, *, silence: str, parties: tuple[str, ...], **told: Any) -> Reference:
    """Attach a statement that came to the chair as a letter, in the name of the parties that signed it, with its reference."""
    found, now = _open_to_statements(silence)
    check(conducts(viewer, found), NOT_THE_CHAIR)
    for code in parties:
        if code not in found.under:
            message = "“%(party)s” is not under silence on this text."
            raise invalid("parties", message, "not_under", party=party_called(code))
    return stated(viewer, found, now, parties=parties, **told)


@operation("silence.join", needs=Permission.SILENCE_BREAK, form=JoinStatement)
def join(viewer: Viewer, *, statement: str) -> Reference:
    """Put one's own party's name under a statement that another party attached."""
    known = find(NationalStatement.objects.select_related("silence"), statement)
    found, now = _open_to_statements(known.silence.public_id)
    check(breaks(viewer, found), NOT_UNDER)
    known.refresh_from_db()
    if viewer.party in known.parties:
        raise Problem("The name of your party stands under it already.", code="joined")
    rows = NationalStatement.objects.filter(pk=known.pk)
    rows.update(parties=(*known.parties, viewer.party), version=F("version") + 1)
    move(found, now)
    announce(found, Event.ATTACHED, statement)
    return Reference(found.public_id, found.label_id, {"statement": [None, known.kind]})


def _open_to_statements(silence: str) -> tuple[Silence, datetime]:
    """The procedure, locked, and its instant. Problem unless statements are taken at that instant."""
    found, now = locked(silence)
    effect(Act.ATTACH, State(found.state), found.expiry, now)
    if stands(State(found.state), found.expiry, now) is State.HELD and now >= statements_until(found):
        raise Problem(
            "The meeting that takes note of the action sheet has begun: statements are made there now.", code="too_late"
        )
    return found, now


def stated(viewer: Viewer, silence: Silence, now: datetime, **told: Any) -> Reference:
    """Attach a statement to a procedure that is locked, at this instant; all concerned are told."""
    made = NationalStatement.objects.create(label=silence.label, silence=silence, by=viewer.account, at=now, **told)
    move(silence, now)
    announce(silence, Event.ATTACHED, made.public_id)
    return Reference(silence.public_id, silence.label_id, {"statement": [None, made.kind]})
