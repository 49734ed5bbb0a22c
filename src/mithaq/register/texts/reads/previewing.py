"""What a proposal under silence would be, before it is made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils.translation import gettext

from mithaq.access.markings import Level
from mithaq.access.models import Account
from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PartyName, party_called, party_names
from mithaq.access.standing import marking_of
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.text import fold
from mithaq.register.meetings.formats import Right
from mithaq.register.texts.expiry import NoSuchTime, instant_of
from mithaq.register.texts.models import JointText
from mithaq.register.texts.reads.silence_shapes import SilencePreview
from mithaq.register.texts.rights import without


@read("silence.preview")
def preview(
    viewer: Viewer, *, text: str, on: str = "", at: str = "", zone: str = "", under: str = "", noting: str = ""
) -> SilencePreview:
    """Who would be under silence until when, if this text were proposed so; party codes are separated by commas.

    What is wrong is said field by field; nothing is kept.
    """
    found = find(JointText.objects.all(), text)
    problems: dict[str, str] = {}
    names = party_names()
    silent, notes = _codes(under), _codes(noting)
    for code in set(silent) & set(notes):
        problems["noting"] = gettext("“%(code)s” is either under silence or only notes, not both.") % {
            "code": party_called(code)
        }
    for field, codes in (("under", silent), ("noting", notes)):
        if outside := [code for code in codes if not _released(found, code, names)]:
            message = gettext("The text was not released to “%(party)s”: nobody can be silent on what they cannot see.")
            problems[field] = message % {"party": party_called(outside[0])}
    if noting_only := without(Right.DECIDE, found.meeting_id, silent):
        message = gettext("By its role at the meeting “%(party)s” decides nothing: it only notes.")
        problems["under"] = message % {"party": party_called(noting_only[0])}
    expiry = _expiry(on, at, zone, problems)
    return SilencePreview(
        expiry.isoformat() if expiry else "",
        zone,
        _named(silent, names),
        _named(notes, names),
        _named(_unable(viewer, silent), names),
        problems,
    )


def _named(codes: Iterable[str], names: dict[str, PartyName]) -> tuple[PartyName, ...]:
    return tuple(names[code] for code in codes if code in names)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip() for code in text.split(",") if code.strip()))


def _released(text: JointText, code: str, names: dict[str, PartyName]) -> bool:
    marking = marking_of(text.label_id)
    return code in names and (marking.level is Level.PUBLIC or code in marking.audience)


def _expiry(on: str, at: str, zone: str, problems: dict[str, str]) -> datetime | None:
    """The instant that is meant, None while it is not whole; what is wrong with it is added to the problems."""
    try:
        day, hour = date.fromisoformat(fold(on).text.strip()), time.fromisoformat(fold(at).text.strip())
        expiry = instant_of(day, hour, zone)
    except NoSuchTime as problem:
        if zone:
            problems[problem.field] = problem.say(gettext)
        return None
    except ValueError:
        return None
    if expiry <= clock.now():
        problems["on"] = gettext("This hour is past. Silence needs an hour that is still to come.")
    return expiry


def _unable(viewer: Viewer, codes: Iterable[str]) -> tuple[str, ...]:
    """The parties among these of which no active account can break silence; nothing for who conducts none."""
    wanted = tuple(codes)
    if P.SILENCE_CONDUCT not in viewer.permissions or not wanted:
        return ()
    accounts = Account.objects.filter(party__in=wanted, is_active=True)
    able = {account.party for account in accounts if P.SILENCE_BREAK in account.viewer().permissions}
    return tuple(code for code in wanted if code not in able)
