"""What calendar programs answer: taken where it is one's own, the newest, and to what stands; else nothing has changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.access.models import Account
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Invalid, Problem, Refused
from mithaq.register.meetings.operations import invite, plan_meeting, reply_by_calendar
from mithaq.register.meetings.reads import DelegationShown, meeting_page
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_house

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
REPLY = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%(method)s\r\nBEGIN:VEVENT\r\nUID:%(uid)s\r\n"
    "SEQUENCE:%(sequence)s\r\nDTSTAMP:%(at)s\r\nORGANIZER:mailto:mithaq@example.org\r\n"
    "ATTENDEE;PARTSTAT=%(partstat)s;CN=H:mailto:%(by)s\r\nCOMMENT:%(comment)s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture(autouse=True)
def house() -> Iterator[None]:
    """Everybody has an account; the clock stands."""
    with clock.stopped_at(NOW):
        make_house()
        yield


def make_planned(*parties: str) -> str:
    """A meeting to come to which these parties are invited, and nobody else may see but the secretariat; its id."""
    given: dict[str, Any] = {"level": "OFFICIAL", "audience": parties, "date": "2026-12-14", "title_en": "Eighth"}
    made = plan_meeting(LAYLA, series="icg", **given).public_id
    invite(LAYLA, meeting=made, parties=parties, role="member", quota=None)
    return made


@pytest.fixture
def meeting(house: None) -> str:
    """A meeting to come to which Qatar and Kuwait are invited."""
    return make_planned("QAT", "KWT")


def change(meeting: str, operation: str, **fields: str) -> None:
    """Move or cancel it, as the secretariat."""
    OPERATIONS[operation].run(
        LAYLA, meeting=meeting, version=meeting_page(LAYLA, meeting=meeting).version, reason="x", **fields
    )


def answer(meeting: str, **fields: str) -> str:
    """The text of an answer to this meeting, as a program writes it."""
    known = {"method": "REPLY", "uid": f"{meeting}@127.0.0.1", "sequence": "0", "at": "20261125T085500Z"}
    known |= {"partstat": "ACCEPTED", "by": "hessa@example.org", "comment": "نحضر"}
    return REPLY % {**known, **fields}


def delegation(meeting: str, party: str = "QAT") -> DelegationShown:
    """The invitation of this party as it stands."""
    return next(one for one in meeting_page(LAYLA, meeting=meeting).delegations if one.party == party)


@pytest.mark.parametrize(
    ("partstat", "reply"), [("ACCEPTED", "accepted"), ("TENTATIVE", "tentative"), ("DECLINED", "declined")]
)
def test_the_answer_of_an_account_is_that_of_its_party(meeting: str, partstat: str, reply: str) -> None:
    reply_by_calendar(HESSA, text=answer(meeting, partstat=partstat))
    shown = delegation(meeting)
    assert (shown.reply, shown.reply_words) == (reply, "نحضر")
    assert datetime.fromisoformat(shown.replied_at) == datetime(2026, 11, 25, 8, 55, tzinfo=UTC)
    assert delegation(meeting, "KWT").reply == "none"


def test_a_file_does_as_well_as_text(meeting: str) -> None:
    reply_by_calendar(RASHID, file=SimpleUploadedFile("reply.ics", answer(meeting, by="RASHID@example.org").encode()))
    assert delegation(meeting).reply == "accepted"


def test_a_colleague_and_those_who_manage_meetings_may_bring_it(meeting: str) -> None:
    reply_by_calendar(RASHID, text=answer(meeting))
    reply_by_calendar(LAYLA, text=answer(meeting, by="bader@example.org", partstat="DECLINED"))
    assert (delegation(meeting).reply, delegation(meeting, "KWT").reply) == ("accepted", "declined")


def codes(viewer: Viewer, text: str) -> str:
    """The code of the problem that this answer meets."""
    with pytest.raises(Problem) as said:
        reply_by_calendar(viewer, text=text)
    return said.value.code


def test_from_a_stranger_or_to_what_is_not_there_nothing_changes(meeting: str) -> None:
    other = make_planned("KWT")
    Account.objects.filter(username="rashid").update(is_active=False)
    strange = [
        *(
            answer(meeting, by=by)
            for by in ("nobody@example.org", "bader@example.org", "rashid@example.org", "salim@example.org")
        ),
        *(
            answer(meeting, uid=uid)
            for uid in ("x@127.0.0.1", f"{meeting}@elsewhere.example", f"{other}@127.0.0.1", meeting, "")
        ),
    ]
    assert {codes(HESSA, text) for text in strange} == {"stranger"}
    assert delegation(meeting).reply == "none"
    assert delegation(meeting, "KWT").reply == "none"


def test_hidden_and_absent_are_refused_in_the_same_words(meeting: str) -> None:
    hidden = make_planned("KWT")
    said = []
    for uid in (f"{hidden}@127.0.0.1", "absent@127.0.0.1"):
        with pytest.raises(Problem) as problem:
            reply_by_calendar(HESSA, text=answer(meeting, uid=uid))
        said.append(problem.value.say())
    assert said[0] == said[1]


def test_an_account_that_may_name_nobody_answers_for_nobody(meeting: str) -> None:
    Account.objects.filter(username="hessa").update(roles=("observer",))
    assert codes(RASHID, answer(meeting)) == "stranger"
    with pytest.raises(Refused):
        reply_by_calendar(SALIM, text=answer(meeting))


def test_an_answer_to_what_was_moved_since_changes_nothing(meeting: str) -> None:
    change(meeting, "meetings.move", date="2026-12-16")
    assert codes(HESSA, answer(meeting)) == "older_invitation"
    assert codes(HESSA, answer(meeting, sequence="2")) == "older_invitation"
    reply_by_calendar(HESSA, text=answer(meeting, sequence="1"))
    assert delegation(meeting).reply == "accepted"


def test_of_two_answers_the_later_written_stands_whichever_came_first(meeting: str) -> None:
    reply_by_calendar(HESSA, text=answer(meeting, partstat="DECLINED", at="20261125T085900Z"))
    assert codes(HESSA, answer(meeting, partstat="ACCEPTED", at="20261125T085800Z")) == "older_reply"
    assert delegation(meeting).reply == "declined"
    with clock.stopped_at(NOW + timedelta(hours=1)):
        reply_by_calendar(HESSA, text=answer(meeting, partstat="TENTATIVE", at="20261125T095900Z"))
    assert delegation(meeting).reply == "tentative"


def test_a_clock_that_runs_ahead_closes_the_way_to_nobody(meeting: str) -> None:
    reply_by_calendar(HESSA, text=answer(meeting, at="20990101T000000Z"))
    assert datetime.fromisoformat(delegation(meeting).replied_at) == NOW
    with clock.stopped_at(NOW + timedelta(minutes=1)):
        reply_by_calendar(HESSA, text=answer(meeting, partstat="DECLINED", at="20261125T090030Z"))
    assert delegation(meeting).reply == "declined"


def test_to_a_meeting_that_was_cancelled_nobody_replies(meeting: str) -> None:
    change(meeting, "meetings.cancel")
    assert codes(BADER, answer(meeting, by="bader@example.org", sequence="1")) == "cancelled"


BROKEN: dict[str, Any] = {
    "nothing": "x",
    "cut off": answer("m").partition("DTSTAMP")[0],
    "an invitation": answer("m", method="REQUEST"),
    "no method": answer("m").replace("METHOD:REPLY\r\n", ""),
    "two events": answer("m").replace("END:VCALENDAR\r\n", answer("m").partition("METHOD:REPLY\r\n")[2]),
    "two people": answer("m").replace("COMMENT:", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org\r\nCOMMENT:"),
    "nobody": "\r\n".join(line for line in answer("m").split("\r\n") if not line.startswith("ATTENDEE")),
    "undecided": answer("m", partstat="NEEDS-ACTION"),
    "handed on": answer("m", partstat="DELEGATED"),
    "no instant": answer("m", at="yesterday"),
    "a day": answer("m", at="20261125"),
    "no number": answer("m", sequence="many"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_answer_is_said_by_field(text: str) -> None:
    with pytest.raises(Invalid) as said:
        reply_by_calendar(HESSA, text=text)
    assert set(said.value.errors) == {"text"}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": "x", "file": SimpleUploadedFile("a.ics", b"x")},
        {"file": SimpleUploadedFile("a.ics", b"x" * 70_000)},
        {"text": "x" * 70_000},
    ],
)
def test_neither_nothing_nor_both_nor_too_much(sent: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        reply_by_calendar(HESSA, **sent)
