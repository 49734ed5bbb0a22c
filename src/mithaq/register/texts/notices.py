"""Who is told by mail of what happens in a silence procedure: everybody concerned, at once, each cut for its reader.

Whom to tell is written down with what happened, in the same transaction; the mails go when that stands, and what could not
go, or was cut short, is tried again (`mithaq.access.outgoing`). Two at once send each mail once.
"""

from __future__ import annotations

from enum import StrEnum

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django_tasks import task

from mithaq.access.markings import may_see
from mithaq.access.models import Account
from mithaq.access.outgoing import send_due
from mithaq.access.reads import parties
from mithaq.core.days import Language
from mithaq.core.errors import Absent
from mithaq.register.texts.models import JointText, Notice, Silence
from mithaq.register.texts.notice_mail import mail_of
from mithaq.register.texts.reads import silence_page
from mithaq.register.texts.table import table_marking


class Event(StrEnum):
    """What people are told of."""

    PROPOSED = "proposed"
    EXTENDED = "extended"
    BROKEN = "broken"
    JOINED = "joined"
    ATTACHED = "attached"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    CONCLUDED = "concluded"


AT_THE_TABLE = frozenset({Event.JOINED})  # of these only those are told who may know who broke the silence


def announce(silence: Silence, event: Event, about: str = "") -> None:
    """Write down who is to be told of this, and send it when all that was done stands. Inside a visit that writes.

    Every active account with an address, of the parties under silence, those that note and the chair's, if it may see it.
    Of what only demonstrates something nobody is told.
    """
    if JointText.objects.filter(pk=silence.text_id, demonstration=True).exists():
        return
    inner = event in AT_THE_TABLE
    marking = table_marking(silence) if inner else silence.label.marking
    concerned = {*silence.under, silence.chair, *(() if inner else silence.noting)}
    accounts = Account.objects.filter(party__in=concerned, is_active=True).exclude(email="").order_by("username")
    told = [account.username for account in accounts if may_see(account.viewer().clearance, marking)]
    named = {"silence": silence.public_id, "event": event, "about": about}
    Notice.objects.bulk_create(Notice(account=account, **named) for account in told)
    transaction.on_commit(lambda: deliver.enqueue(silence.public_id))


@task()
def deliver(silence: str) -> None:
    """Send what waits about this procedure."""
    send_due(Notice.objects.filter(silence=silence), _mail)


def deliver_waiting() -> int:
    """Send all that is due; how many mails went."""
    return send_due(Notice.objects.all(), _mail)


def _mail(notice: Notice, account: Account) -> EmailMessage | None:
    """The mail of this notice to this account; None if what was theirs to see then is not now."""
    viewer = account.viewer()
    try:
        page = silence_page(viewer, silence=notice.silence)
    except Absent:
        return None
    language: Language = "en" if account.language == "en" else "ar"
    mail = mail_of(page, notice.event, notice.about, account.name, account.party, parties(viewer), language)
    return EmailMessage(mail.subject, mail.body, settings.DEFAULT_FROM_EMAIL, [account.email])
