"""Mails that wait: tried again until the server takes them, never lost, never sent twice; one way for all of them."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connections

from mithaq.access.models import Account
from mithaq.access.outgoing import CLAIM, FIRST, LAST, send_due
from mithaq.core import clock
from mithaq.followup.tick import end_silences
from mithaq.register.meetings.models import Notice
from mithaq.register.meetings.operations import cancel_meeting, invite, move_meeting, plan_meeting, uninvite
from mithaq.register.meetings.reads import meeting_page
from mithaq.register.texts.models import Notice as SilenceNotice
from tests.cast import LAYLA
from tests.make import make_house, make_silence

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
REFUSED = smtplib.SMTPRecipientsRefused({"hessa@example.org": (450, b"mailbox busy")})
GONE = smtplib.SMTPServerDisconnected("Connection unexpectedly closed")
Server = Callable[..., None]


@pytest.fixture
def house(db: None) -> Iterator[None]:
    with clock.stopped_at(NOW):
        make_house()
        yield


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    """Let the mail server fail so for these addresses (all if none is named) until it is told otherwise."""
    takes = EmailMessage.send

    def set_up(error: Exception | None = None, *addresses: str) -> None:
        def send(self: EmailMessage, fail_silently: bool = False) -> int:
            if error and (not addresses or self.to[0] in addresses):
                raise error
            return takes(self, fail_silently)

        monkeypatch.setattr(EmailMessage, "send", send)

    return set_up


def make_invited(*parties: str) -> str:
    """A meeting to come with these parties invited; its id."""
    given: dict[str, Any] = {"level": "OFFICIAL", "audience": ("QAT", "KWT"), "date": "2026-12-14"}
    meeting = plan_meeting(LAYLA, series="icg", title_en="Eighth", **given).public_id
    invite(LAYLA, meeting=meeting, parties=parties or ("QAT",), role="member")
    return meeting


def beat(after: timedelta = timedelta()) -> list[str]:
    """What the house sends when it looks so much later; to whom."""
    before = len(mail.outbox)
    with clock.stopped_at(NOW + after):
        end_silences()
    return sorted(message.to[0].partition("@")[0] for message in mail.outbox[before:])


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("error", [REFUSED, GONE, ConnectionRefusedError(), TimeoutError(), UnicodeError("address")])
def test_an_invitation_that_the_server_refuses_is_tried_again_and_no_other_waits_for_it(
    server: Server, error: Exception
) -> None:
    make_invited()
    server(error, "hessa@example.org")
    assert beat() == ["rashid"]
    assert beat(timedelta(seconds=30)) == []
    server()
    assert beat(FIRST - timedelta(seconds=1)) == []
    assert beat(FIRST) == ["hessa"]
    assert beat(timedelta(days=1)) == []


@pytest.mark.usefixtures("house")
def test_the_same_way_for_what_is_told_of_silences(server: Server) -> None:
    make_silence()
    server(GONE)
    assert beat() == []
    assert set(SilenceNotice.objects.values_list("tries", flat=True)) == {1}
    server()
    assert beat(FIRST) == ["bader", "hessa", "layla", "rashid", "salim"]
    assert beat(FIRST) == []


@pytest.mark.usefixtures("house")
def test_it_waits_longer_each_time_and_is_never_given_up(server: Server) -> None:
    make_invited()
    server(REFUSED)
    after, waits = timedelta(), []
    for _ in range(9):
        assert beat(after) == []
        due = Notice.objects.filter(account="hessa").values_list("due_at", flat=True)[0]
        waits.append(due - (NOW + after))
        after = due - NOW
    assert waits == [FIRST, FIRST * 4, FIRST * 16, FIRST * 64, FIRST * 256, *[LAST] * 4]
    server()
    assert beat(after) == ["hessa", "rashid"]


@pytest.mark.usefixtures("house")
def test_what_changed_while_it_waited_is_sent_as_it_is_then_and_once(server: Server) -> None:
    meeting = make_invited()
    server(GONE)
    assert beat() == []
    move_meeting(LAYLA, meeting=meeting, version=meeting_page(LAYLA, meeting=meeting).version, date="2026-12-16")
    server()
    assert beat(timedelta(hours=1)) == ["hessa", "rashid"]
    assert "16 ديسمبر 2026" in mail.outbox[-1].body
    assert beat(timedelta(hours=9)) == []


@pytest.mark.usefixtures("house")
def test_of_an_invitation_that_waited_and_was_taken_back_only_the_withdrawal_goes(server: Server) -> None:
    meeting = make_invited()
    server(GONE)
    assert beat() == []
    (asked,) = meeting_page(LAYLA, meeting=meeting).delegations
    uninvite(LAYLA, invitation=asked.public_id, version=asked.version)
    server()
    before = len(mail.outbox)
    assert beat(timedelta(hours=1)) == ["hessa", "rashid"]
    assert all("METHOD:CANCEL" in str(message.alternatives) for message in mail.outbox[before:])  # type: ignore[union-attr]


@pytest.mark.usefixtures("house")
def test_who_left_and_a_cancelled_meeting(server: Server) -> None:
    meeting = make_invited()
    server(GONE)
    assert beat() == []
    Account.objects.filter(username="hessa").update(is_active=False)
    cancel_meeting(LAYLA, meeting=meeting, version=2, reason="The hall is closed")
    server()
    before = len(mail.outbox)
    assert beat(timedelta(hours=1)) == ["rashid"]
    (message,) = mail.outbox[before:]
    assert "METHOD:CANCEL" in str(message.alternatives)  # type: ignore[union-attr]
    assert not Notice.objects.filter(sent_at=None).exists()


@pytest.mark.usefixtures("house")
def test_a_house_that_stopped_while_it_sent_tries_again_under_the_same_message_id(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_invited()
    tried: list[str] = []

    def stops(self: EmailMessage, fail_silently: bool = False) -> int:
        tried.append(self.extra_headers["Message-ID"])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(EmailMessage, "send", stops)
        with pytest.raises(KeyboardInterrupt):
            beat()
    assert beat() == ["rashid"]  # the other one is claimed still
    assert beat(CLAIM) == ["hessa"]
    assert mail.outbox[-1].extra_headers["Message-ID"] == tried[0]
    assert len({message.extra_headers["Message-ID"] for message in mail.outbox[-2:]}) == 2


@pytest.mark.usefixtures("committed")
def test_two_workers_at_once_send_each_mail_once() -> None:
    with clock.stopped_at(NOW):
        make_house()
        make_invited("QAT", "KWT")
    start, failed = Barrier(4), list[BaseException]()
    before = len(mail.outbox)

    def work() -> None:
        try:
            start.wait(30)
            send_due(
                Notice.objects.all(), lambda waiting, account: EmailMessage(waiting.meeting, "", None, [account.email])
            )
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    sent = [message.to[0] for message in mail.outbox[before:]]
    assert sorted(sent) == sorted(set(sent))
    assert not Notice.objects.filter(sent_at=None).exists()
