"""Mails that wait to be sent: written down with what happened, sent after it, tried again until they went.

Who sends one claims it for a while first, so that two at once send it once; if the house stops in between, the claim runs out
and it is tried again, under the same Message-ID, by which mail programs know that they have it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models
from django.utils.crypto import salted_hmac

from mithaq.access.models import Account
from mithaq.core import clock

log = logging.getLogger("mithaq.notices")
CLAIM = timedelta(minutes=10)  # longer than any mail server lets one wait
FIRST, LAST = timedelta(minutes=1), timedelta(hours=6)  # between one try and the next, four times as long each time


class Outgoing(models.Model):
    """An account is told of something by mail, once. Technical: who and when, no content. `due_at`: not before then."""

    account = models.CharField(max_length=150)
    at = models.DateTimeField(default=clock.now)
    due_at = models.DateTimeField(default=clock.now)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


N = TypeVar("N", bound=Outgoing)


def send_due(waiting: models.QuerySet[N], mail_of: Callable[[N, Account], EmailMessage | None]) -> int:
    """Send those of these that are due, the first first; how many mails went.

    `mail_of` makes a mail when its turn has come; None: there is nothing to tell any more. What the server does not take is
    tried again later, and keeps no other from going.
    """
    due = waiting.filter(sent_at=None, due_at__lte=clock.now()).order_by("pk")
    return sum(_send(row, mail_of) for row in list(due))


def _send(row: N, mail_of: Callable[[N, Account], EmailMessage | None]) -> int:
    now, rows = clock.now(), type(row)._default_manager
    if not rows.filter(pk=row.pk, sent_at=None, due_at=row.due_at).update(due_at=now + CLAIM):
        return 0
    account = Account.objects.filter(username=row.account, is_active=True).exclude(email="").first()
    mail = mail_of(row, account) if account else None
    if mail is not None:
        mail.extra_headers["Message-ID"] = _message_id(row)
        try:
            mail.send()
        except (OSError, ValueError):  # the server, or an address that is none
            log.exception("the mail to %s could not be sent; it is tried again", row.account)
            again = now + min(FIRST * 4 ** min(row.tries, 9), LAST)
            rows.filter(pk=row.pk).update(due_at=again, tries=min(row.tries + 1, 999))
            return 0
    rows.filter(pk=row.pk).update(sent_at=now)
    return int(mail is not None)


def _message_id(row: Outgoing) -> str:
    """The same for each try of one mail; it tells nobody how many there are."""
    name = salted_hmac("mithaq.outgoing", f"{row._meta.label}:{row.pk}", algorithm="sha256").hexdigest()[:32]
    return f"<{name}@{urlsplit(settings.SITE_ADDRESS).hostname or 'localhost'}>"
