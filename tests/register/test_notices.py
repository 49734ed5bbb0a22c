"""Invitations by mail: to whom, with which method and sequence, and in whose eyes they are made."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import pytest
from django.core import mail

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core import clock
from mithaq.core.lines import RLM
from mithaq.register.meetings.models import Meeting, Notice
from mithaq.register.meetings.notices import deliver_waiting
from mithaq.register.meetings.operations import (
    cancel_meeting,
    describe_meeting,
    invite,
    move_meeting,
    plan_meeting,
    uninvite,
)
from mithaq.register.meetings.reads import meeting_page
from tests.cast import LAYLA
from tests.make import make_house, make_meeting

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
Do = Callable[..., list[Any]]


@pytest.fixture
def do(db: None, django_capture_on_commit_callbacks: Any) -> Iterator[Do]:
    """Do an operation as the secretariat; the mails that went out."""
    with clock.stopped_at(NOW):
        make_house()

        def done(operation: Callable[..., Any], **fields: Any) -> list[Any]:
            before = len(mail.outbox)
            with django_capture_on_commit_callbacks(execute=True):
                operation(LAYLA, **fields)
            return sorted(mail.outbox[before:], key=lambda one: one.to)

        yield done


def nothing(_: Viewer) -> None:
    """Only what waits is sent."""
    deliver_waiting()


def make_planned(level: str = "OFFICIAL", *audience: str, **fields: Any) -> str:
    """A meeting to come that Qatar, Kuwait and the secretariat may see; its id."""
    given = {"series": "icg", "date": "2026-12-14", "title_ar": "الاجتماع الثامن", "title_en": "Eighth meeting"}
    return plan_meeting(LAYLA, level=level, audience=audience or ("QAT", "KWT"), **{**given, **fields}).public_id


def to(mails: list[Any]) -> list[str]:
    """Whom these mails are for."""
    return [one.to[0].partition("@")[0] for one in mails]


def calendar_in(one: Any) -> tuple[str, Any]:
    """The method that a mail names, and the event in it, as a mail program would find them."""
    received = email.message_from_bytes(one.message().as_bytes(linesep="\r\n"), policy=email.policy.default)
    assert received.get_content_type() == "multipart/alternative"
    plain, calendar = received.iter_parts()
    assert plain.get_content_type() == "text/plain"
    assert calendar.get_content_type() == "text/calendar"
    read = icalendar.Calendar.from_ical(calendar.get_content())
    assert calendar["Content-Type"].params["method"] == read["METHOD"]
    (event,) = read.walk("VEVENT")
    return str(read["METHOD"]), event


def version(meeting: str) -> int:
    """Which version of the meeting stands."""
    return meeting_page(LAYLA, meeting=meeting).version


def test_the_accounts_of_the_parties_invited_are_asked_each_alone(do: Do) -> None:
    meeting = make_planned()
    mails = do(invite, meeting=meeting, parties=["QAT"], role="member")
    assert to(mails) == ["hessa", "rashid"]
    method, event = calendar_in(mails[0])
    assert (method, event["SEQUENCE"], str(event["UID"])) == ("REQUEST", 0, f"{meeting}@127.0.0.1")
    assert str(event["ATTENDEE"]) == "mailto:hessa@example.org"
    assert str(event["ORGANIZER"]) == "mailto:mithaq@example.org"
    assert to(do(invite, meeting=meeting, parties=["KWT"], role="member")) == ["bader"]


def test_words_are_in_the_language_of_the_account(do: Do) -> None:
    Account.objects.filter(username="rashid").update(language="en")
    arabic, english = do(invite, meeting=make_planned(city_ar="الدوحة", city_en="Doha"), parties=["QAT"], role="member")
    assert arabic.subject == f"{RLM}دعوة: الاجتماع الثامن"
    assert english.subject == "Invitation: Eighth meeting"
    assert "14 December 2026 (5 Rajab 1448 AH)" in english.body
    assert "Place: Doha\n" in english.body
    assert f"{RLM}المكان: الدوحة\n" in arabic.body
    assert str(calendar_in(arabic)[1]["LOCATION"]) == f"{RLM}الدوحة"


def test_hours_are_told_by_the_clock_of_the_place(do: Do) -> None:
    Account.objects.filter(username="bader").update(language="en")
    meeting = make_planned(date="", opens="2026-12-14 09:30", closes="2026-12-14 17:00", zone="Europe/Brussels")
    (one,) = do(invite, meeting=meeting, parties=["KWT"], role="member")
    assert "Hour: 09:30–17:00 by the clock of Brussels\n" in one.body
    _, event = calendar_in(one)
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 12, 14, 8, 30, tzinfo=UTC)


def test_a_meeting_that_moves_keeps_its_id_and_its_sequence_grows(do: Do) -> None:
    meeting = make_planned()
    (first,) = do(invite, meeting=meeting, parties=["KWT"], role="member")
    with clock.stopped_at(NOW + timedelta(hours=1)):
        (moved,) = do(move_meeting, meeting=meeting, version=version(meeting), date="2026-12-16", reason="x")
        (again,) = do(describe_meeting, meeting=meeting, version=version(meeting), city_en="Doha")
    events = [calendar_in(one) for one in (first, moved, again)]
    assert [method for method, _ in events] == ["REQUEST"] * 3
    assert [event["SEQUENCE"] for _, event in events] == [0, 1, 2]
    assert len({str(event["UID"]) for _, event in events}) == 1
    assert events[1][1]["DTSTART"].dt.isoformat() == "2026-12-16"
    assert events[1][1]["DTSTAMP"].dt == NOW + timedelta(hours=1)
    assert "تغيير: " in moved.subject


def test_cancelled_and_no_longer_invited_are_told_so(do: Do) -> None:
    meeting = make_planned()
    do(invite, meeting=meeting, parties=["QAT", "KWT"], role="member")
    kuwait = next(one for one in meeting_page(LAYLA, meeting=meeting).delegations if one.party == "KWT")
    (gone,) = do(uninvite, invitation=kuwait.public_id, version=kuwait.version, reason="x")
    assert (to([gone]), calendar_in(gone)[0]) == (["bader"], "CANCEL")
    assert "سُحبت الدعوة" in gone.subject
    mails = do(cancel_meeting, meeting=meeting, version=version(meeting), reason="x")
    assert to(mails) == ["hessa", "rashid"]
    method, event = calendar_in(mails[0])
    assert (method, str(event["STATUS"]), event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert "إلغاء" in mails[0].subject


def test_who_may_not_see_it_has_no_address_or_left_gets_none(do: Do) -> None:
    Account.objects.filter(username="bader").update(email="")
    meeting = make_planned("CONFIDENTIAL")
    assert to(do(invite, meeting=meeting, parties=["QAT", "KWT"], role="member")) == ["rashid"]
    Account.objects.filter(username="rashid").update(is_active=False)
    assert do(move_meeting, meeting=meeting, version=version(meeting), date="2026-12-16", reason="x") == []


def test_a_mail_tells_each_reader_only_what_they_may_see(do: Do) -> None:
    inner = make_planned("OFFICIAL", "QAT", title_en="Inner", title_ar="داخلي")
    meeting = make_planned()
    with acting_as(LAYLA, writing=True):
        Meeting.objects.filter(public_id=meeting).update(margins_of=Meeting.objects.get(public_id=inner))
    mails = do(invite, meeting=meeting, parties=["QAT", "KWT"], role="member")
    told = {one.to[0].partition("@")[0]: (inner in one.message().as_string(), "داخلي" in one.body) for one in mails}
    assert told == {"hessa": (True, True), "rashid": (True, True), "bader": (False, False)}


def test_what_may_not_travel_by_mail_and_what_has_no_day_stays(do: Do) -> None:
    meeting, vague = make_planned(), make_planned(date="2026-12")
    with acting_as(LAYLA, writing=True):
        label = Label.objects.of(Level.OFFICIAL, "QAT", "KWT", "SEC", caveats=frozenset({Caveat.NOMAIL}))
        Meeting.objects.filter(public_id=meeting).update(label=label)
    assert do(invite, meeting=meeting, parties=["QAT"], role="member") == []
    assert do(invite, meeting=vague, parties=["QAT"], role="member") == []


def test_what_was_held_invites_nobody(do: Do) -> None:
    held = make_meeting(date="2016-11-20", level="OFFICIAL", audience=("QAT",))
    assert do(invite, meeting=held, parties=["QAT"], role="member") == []


def test_an_invitation_that_was_taken_back_meanwhile_does_not_go(do: Do) -> None:
    meeting = make_planned()
    Notice.objects.create(meeting=meeting, account="bader")
    assert do(nothing) == []
    assert not Notice.objects.filter(sent_at=None).exists()


def test_of_a_meeting_that_is_over_nothing_is_sent(do: Do) -> None:
    meeting = make_planned(date="2026-12-14", until="2026-12-15")
    with clock.stopped_at(datetime(2026, 12, 15, 9, tzinfo=UTC)):
        assert do(invite, meeting=meeting, parties=("KWT",), role="member")
    with clock.stopped_at(datetime(2026, 12, 16, 9, tzinfo=UTC)):
        assert do(invite, meeting=meeting, parties=("QAT",), role="member") == []
