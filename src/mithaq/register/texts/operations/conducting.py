"""What the chair does: proposes a text under silence, moves the hour on, takes it back, concludes it in session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import F
from django.utils.translation import gettext

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, known_parties, update_at
from mithaq.access.shapes import party_called
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Conflict, Invalid, Problem, Refused
from mithaq.register.meetings.formats import Right
from mithaq.register.texts.editions import waiting
from mithaq.register.texts.expiry import NoSuchTime, instant_of
from mithaq.register.texts.forms import ConcludeSilence, ExtendSilence, ProposeSilence, WithdrawSilence
from mithaq.register.texts.models import Extension, JointText, Silence
from mithaq.register.texts.notices import Event, announce
from mithaq.register.texts.operations.drafting import check_drafting, meeting_for
from mithaq.register.texts.rights import check, conducts, without
from mithaq.register.texts.silence import Act, State, effect, later
from mithaq.register.texts.table import locked, move, release

NOT_THE_CHAIR = Refused("Only the party whose chair proposed it conducts this silence.", code="not_yours")


@operation("silence.propose", needs=Permission.SILENCE_CONDUCT, form=ProposeSilence)
def propose(
    viewer: Viewer,
    /,
    *,
    text: str,
    version: int,
    on: date,
    at: time,
    zone: str,
    under: tuple[str, ...],
    noting: tuple[str, ...] = (),
    means_ar: str = "",
    means_en: str = "",
) -> Reference:
    """Propose the present edition of a text under silence until a local day and time in a named zone.

    The parties under silence agree by keeping it; the others note. All are told at once. Until the end the words stand.
    """
    found = find(JointText.objects.select_related("label"), text)
    check_drafting(found)
    check_parties(found.label, "under", under)
    check_parties(found.label, "noting", noting)
    if noting_only := without(Right.DECIDE, found.meeting_id, under):
        message = "By its role at the meeting “%(party)s” decides nothing: it only notes."
        raise invalid("under", message, "no_deciding", party=party_called(noting_only[0]))
    if waiting(found):
        raise Problem("Accepted amendments wait. Make a new edition of them first.", code="amendments_wait")
    issued, expiry = clock.now(), expiry_of(on, at, zone)
    check_ahead(expiry, issued)
    rows = JointText.objects.filter(pk=found.pk, state=JointText.State.DRAFTING)
    update_at(rows, version, state=JointText.State.SILENCE, silent_until=expiry)
    silence = Silence.objects.create(
        label=found.label,
        text=found,
        edition=found.edition,
        means_ar=means_ar,
        means_en=means_en,
        chair=viewer.party,
        by=viewer.account,
        issued_at=issued,
        expiry=expiry,
        zone=zone,
        under=under,
        noting=noting,
        heard=issued,
    )
    announce(silence, Event.PROPOSED)
    changes = {"edition": [None, found.edition], "expiry": [None, expiry.isoformat()]}
    return Reference(silence.public_id, found.label_id, changes)


def expiry_of(on: date, at: time, zone: str) -> datetime:
    """The instant of this local day and time. Invalid, for the field to put right, where there is none or there are two."""
    try:
        return instant_of(on, at, zone)
    except NoSuchTime as problem:
        raise Invalid({problem.field: [{"code": problem.code, "message": problem.say(gettext)}]}) from problem


def check_ahead(expiry: datetime, at: datetime) -> None:
    """Invalid unless the expiry is still to come."""
    if expiry <= at:
        raise invalid("on", "This hour is past. Silence needs an hour that is still to come.", "past")


def check_parties(label: Label, field: str, codes: Iterable[str]) -> None:
    """Invalid for this field unless all are parties that the text was released to: nobody is silent on what they cannot see."""
    marking = label.marking
    for code in known_parties(codes, field):
        if marking.level is not Level.PUBLIC and code not in marking.audience:
            message = "The text was not released to “%(party)s”: nobody can be silent on what they cannot see."
            raise invalid(field, message, "not_released", party=party_called(code))


@operation("silence.extend", needs=Permission.SILENCE_CONDUCT, form=ExtendSilence)
def extend(viewer: Viewer, *, silence: str, on: date, at: time, zone: str, reason: str, version: int) -> Reference:
    """Move the expiry to a later hour, while silence runs. All are told at once."""
    until = expiry_of(on, at, zone)
    found, now = locked(silence)
    check(conducts(viewer, found), NOT_THE_CHAIR)
    effect(Act.EXTEND, State(found.state), found.expiry, now)
    _check_version(found, version)  # before the hour is judged: against an expiry that nobody saw it says nothing
    later(until, found.expiry)
    move(found, now, expiry=until, zone=zone, version=F("version") + 1)
    JointText.objects.filter(pk=found.text_id).update(silent_until=until)
    Extension.objects.create(
        label=found.label,
        silence=found,
        was=found.expiry,
        until=until,
        zone=zone,
        reason=reason,
        by=viewer.account,
        at=now,
    )
    announce(found, Event.EXTENDED)
    changes = {"expiry": [found.expiry.isoformat(), until.isoformat()], "at": [None, now.isoformat()]}
    return Reference(silence, found.label_id, changes, reason)


def _check_version(silence: Silence, version: int) -> None:
    """The row is locked: what it says now holds until we are done."""
    if silence.version != version:
        raise Conflict


@operation("silence.withdraw", needs=Permission.SILENCE_CONDUCT, form=WithdrawSilence)
def withdraw(viewer: Viewer, *, silence: str, reason: str, version: int) -> Reference:
    """Take a text back from silence while it runs: nothing is agreed, and drafting goes on. All are told at once."""
    found, now = locked(silence)
    check(conducts(viewer, found), NOT_THE_CHAIR)
    effect(Act.WITHDRAW, State(found.state), found.expiry, now)
    _check_version(found, version)
    move(found, now, state=State.WITHDRAWN, ended_at=now, reason=reason, version=F("version") + 1)
    release(found, JointText.State.DRAFTING)
    announce(found, Event.WITHDRAWN)
    return Reference(silence, found.label_id, {"silence": [State.RUNNING, State.WITHDRAWN]}, reason)


@operation("silence.conclude", needs=Permission.SILENCE_CONDUCT, form=ConcludeSilence)
def conclude(
    viewer: Viewer, *, silence: str, outcome: str, record: str, version: int, meeting: str = "", on: str = ""
) -> Reference:
    """What a meeting did with a text on which silence did not hold: it agreed the present edition, or noted it."""
    found, now = locked(silence)
    check(conducts(viewer, found), NOT_THE_CHAIR)
    effect(Act.CONCLUDE, State(found.state), found.expiry, now)
    held = meeting_for(meeting, found.label)
    day = on or (held.date if held else "")
    if not day:
        raise invalid("on", "Name the meeting, or say on which day it was.", "required")
    _check_version(found, version)
    text = JointText.objects.get(pk=found.text_id)
    check_drafting(text)
    session = {"session": held, "session_on": day, "session_record": record, "outcome": outcome}
    move(found, now, state=State.CONCLUDED, version=F("version") + 1, **session)
    release(found, JointText.State(outcome))
    announce(found, Event.CONCLUDED)
    return Reference(silence, found.label_id, {"silence": [State.BROKEN, State.CONCLUDED], "outcome": [None, outcome]})
