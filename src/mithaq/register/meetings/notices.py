"""Invitations by mail that calendar programs understand (RFC 5546, RFC 6047): to whom, when, and in which words.

Each mail is made when it goes, as the account that it is for, so that it can tell nothing that was not released to it. What the
server does not take is tried again (`mithaq.access.outgoing`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from mithaq.access.markings import may_see
from mithaq.access.models import Account
from mithaq.access.outgoing import send_due
from mithaq.access.standing import marking_of
from mithaq.core import clock
from mithaq.core.days import Language, clock_of, hour
from mithaq.core.errors import Absent
from mithaq.core.lines import apart, directed
from mithaq.papers.bidi import direction, plain
from mithaq.register.meetings.calendars import Entry, Mailbox, Method, Status, message
from mithaq.register.meetings.models import Invitation, Meeting, Notice
from mithaq.register.meetings.reads.calendars import in_calendar


def notify(meeting: Meeting, parties: Iterable[str] = (), *, withdrawn: bool = False) -> None:
    """Write down who is to be told, and when what is being done stands, send the meeting as it then is to the accounts of these parties, or of all that are
    invited: who is active, has an address, and may see it. `withdrawn`: these are invited no longer.

    What changes a meeting must have counted its `sequence` up: programs keep what they have otherwise. Inside a visit that
    writes.
    """
    asked = tuple(parties) or tuple(Invitation.objects.filter(meeting=meeting).values_list("party", flat=True))
    marking = marking_of(meeting.label_id)
    accounts = Account.objects.filter(party__in=asked, is_active=True).exclude(email="").order_by("username")
    told = [account.username for account in accounts if may_see(account.viewer().clearance, marking)]
    named = {"meeting": meeting.public_id, "withdrawn": withdrawn}
    Notice.objects.bulk_create(Notice(account=account, **named) for account in told)
    if told:
        transaction.on_commit(lambda: deliver.enqueue(meeting.public_id))


@task()
def deliver(meeting: str) -> None:
    """Send what waits about this meeting."""
    send_due(Notice.objects.filter(meeting=meeting), _made)


def deliver_waiting() -> int:
    """Send all that is due; how many mails went."""
    return send_due(Notice.objects.all(), _made)


def _made(waiting: Notice, account: Account) -> EmailMultiAlternatives | None:
    """The mail of this notice; None where a later one about the same meeting waits too: that tells how it is."""
    later = Notice.objects.filter(meeting=waiting.meeting, account=waiting.account, sent_at=None, pk__gt=waiting.pk)
    return None if later.exists() else notice(account, waiting.meeting, withdrawn=waiting.withdrawn)


def notice(account: Account, meeting: str, *, withdrawn: bool) -> EmailMultiAlternatives | None:
    """The mail to this account; None where it may not travel, has no day yet or is over, or the party is not invited any more."""
    language: Language = "en" if account.language == "en" else "ar"
    try:
        found = in_calendar(account.viewer(), meeting=meeting, language=language)
    except Absent:
        return None
    if found.entry is None or found.invited == withdrawn or _over(found.entry):
        return None
    with override(language):
        return _mail(found.entry, account, language, withdrawn)


def _over(entry: Entry) -> bool:
    """Whether it is over; `ends` is the first instant, or the first day, after it."""
    if isinstance(last := entry.ends or entry.starts, datetime):
        return last <= clock.now()
    today = clock.today(entry.zone or "UTC")
    return last <= today if entry.ends else last < today


def _mail(entry: Entry, account: Account, language: Language, withdrawn: bool) -> EmailMultiAlternatives:
    """Words for people, and the same for their calendar programs."""
    method = Method.CANCEL if withdrawn or entry.status is Status.CANCELLED else Method.REQUEST
    guest = Mailbox(account.name.in_language(language), account.email)
    title = plain(entry.title)
    heads = {
        Method.REQUEST: _("Invitation: %(title)s") if not entry.sequence else _("Changed: %(title)s"),
        Method.CANCEL: _("No longer invited: %(title)s") if withdrawn else _("Cancelled: %(title)s"),
    }
    lines = [
        _("Dear %(name)s,") % {"name": guest.name},
        "",
        heads[method] % {"title": title},
        "",
        *_told(entry, language),
    ]
    if method is Method.REQUEST:
        lines += ["", _("Answer with your calendar program, or on the page of the meeting.")]
    body = "\n".join(directed(line, direction(line, language)) for line in lines)
    subject = heads[method] % {"title": title}
    mail = EmailMultiAlternatives(
        directed(subject, direction(subject, language)), body, settings.DEFAULT_FROM_EMAIL, [account.email]
    )
    mail.attach_alternative(
        message(method, language, entry, guest, clock.now()).decode(), f"text/calendar; method={method}"
    )
    return mail


def _told(entry: Entry, language: Language) -> list[str]:
    """When by the clock of the place, where, and what else the calendar says."""
    told = entry.words.splitlines()
    if entry.place:
        told.insert(0, _("Place: %(place)s") % {"place": plain(entry.place)})
    hours = [hour(at, entry.zone) for at in (entry.starts, entry.ends) if isinstance(at, datetime)]
    if hours:
        words = _("Hour: %(hours)s by the clock of %(city)s")
        told.insert(0, words % {"hours": apart("–".join(hours), language), "city": clock_of(entry.zone, language)})
    return told
