"""A silence procedure as the viewer may know it, and those that wait for the viewer's party."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.texts.attaching import statements_until
from mithaq.register.texts.editions import words_of
from mithaq.register.texts.models import Break, Edition, Extension, NationalStatement, Silence
from mithaq.register.texts.reads.answers import answers_in
from mithaq.register.texts.reads.listing import text_rows
from mithaq.register.texts.reads.showing import amendments
from mithaq.register.texts.reads.silence_shapes import (
    AnswerShown,
    BreakShown,
    ExtensionShown,
    SilencePage,
    StatementShown,
)
from mithaq.register.texts.rights import at_table, breaks, conducts
from mithaq.register.texts.silence import State, instant, stands


@read("silence.page")
def silence_page(viewer: Viewer, *, silence: str) -> SilencePage:
    """A silence procedure: until when, who is under it, what was attached; who agreed and who broke it, for its table alone."""
    found = find(Silence.objects.select_related("text"), silence)
    now = instant(found.heard, clock.now())
    standing = stands(State(found.state), found.expiry, now)
    (row,) = text_rows([found.text])
    titles = Edition.objects.filter(text=found.text, number=found.edition).values_list("title_ar", "title_en")
    open_until = _statements_until(found, standing, now)
    statements, broke = _statements(viewer, found, open_until), _breaks(viewer, found)
    answers = answers_in(found, statements, broke) if at_table(viewer, found) else ()
    return SilencePage(
        *(found.public_id, row, found.edition, Bilingual(*titles[0]), Bilingual(found.means_ar, found.means_en)),
        *(standing.value, now.isoformat(), found.issued_at.isoformat(), found.expiry.isoformat(), found.zone),
        *(found.chair, found.under, found.noting),
        _extensions(found),
        statements,
        at_table(viewer, found),
        answers,
        broke,
        *(_text(_ended(found, standing)), _text(found.closed_at), found.reason),
        meeting_names([found.session_id]).get(found.session_id or 0),
        *(found.session_on, found.session_record, found.outcome),
        Meeting.objects.filter(pk=found.text.meeting_id, state=CANCELLED).exists(),
        _text(open_until),
        _may(viewer, found, standing, now, open_until, answers),
        history_of(found.public_id),
        found.version,
        seen_by(found.label_id),
    )


def _text(at: datetime | None) -> str:
    return at.isoformat() if at else ""


def _ended(silence: Silence, standing: State) -> datetime | None:
    return silence.expiry if standing is State.HELD else silence.ended_at


def _statements_until(silence: Silence, standing: State, now: datetime) -> datetime | None:
    """Until when statements are taken; None where none are."""
    if standing not in (State.RUNNING, State.HELD):
        return None
    until = statements_until(silence)
    return until if standing is State.RUNNING or now < until else None


def _extensions(silence: Silence) -> tuple[ExtensionShown, ...]:
    rows = Extension.objects.filter(silence=silence).order_by("pk")
    return tuple(
        ExtensionShown(one.was.isoformat(), one.until.isoformat(), one.zone, one.reason, one.at.isoformat())
        for one in rows
    )


def _statements(viewer: Viewer, silence: Silence, open_until: datetime | None) -> tuple[StatementShown, ...]:
    joins = breaks(viewer, silence) and open_until is not None
    return tuple(
        StatementShown(
            *(one.public_id, one.kind, one.parties, Bilingual(one.words_ar, one.words_en), one.record),
            one.at.isoformat(),
            ("silence.join",) if joins and viewer.party not in one.parties else (),
        )
        for one in NationalStatement.objects.filter(silence=silence).order_by("pk")
    )


def _breaks(viewer: Viewer, silence: Silence) -> tuple[BreakShown, ...]:
    """Who broke it, the first first. The database shows these rows to nobody else."""
    rows = list(Break.objects.filter(silence=silence).order_by("pk").select_related("amendment", "amendment__text"))
    known = {one.key: one for one in words_of(silence.text, silence.edition)} if rows else {}
    shown = {one.public_id: one for one in amendments(viewer, [r.amendment for r in rows if r.amendment], known)}
    return tuple(
        BreakShown(
            *(row.public_id, row.party, row.at.isoformat(), row.first, row.objection),
            shown[row.amendment.public_id] if row.amendment else None,
        )
        for row in rows
    )


def _may(
    viewer: Viewer,
    silence: Silence,
    standing: State,
    now: datetime,
    open_until: datetime | None,
    answers: Sequence[AnswerShown],
) -> tuple[str, ...]:
    """The operations on this procedure that would not be refused to the viewer now."""
    names = []
    if breaks(viewer, silence):
        in_time = standing in (State.RUNNING, State.BROKEN) and now < silence.expiry
        agreed = any(one.party == viewer.party and one.answer != "silent" for one in answers)
        names += ["silence.agree"] if standing is State.RUNNING and not agreed else []
        names += ["silence.break"] if in_time else []
        names += ["silence.state"] if open_until else []
    if conducts(viewer, silence):
        names += ["silence.extend", "silence.withdraw"] if standing is State.RUNNING else []
        names += ["silence.receive"] if open_until else []
        names += ["silence.conclude"] if standing is State.BROKEN else []
    return tuple(names)


def silences_waiting(viewer: Viewer) -> list[Silence]:
    """The procedures that run now and in which the viewer can answer for a party that has not, the next to expire first. Inside a visit."""
    if P.SILENCE_BREAK not in viewer.permissions or not viewer.party:
        return []
    rows = Silence.objects.filter(
        state=State.RUNNING, expiry__gt=clock.now(), under__contains=f",{viewer.party},"
    ).exclude(agreements__party=viewer.party)
    return list(rows.select_related("text").order_by("expiry", "pk"))
