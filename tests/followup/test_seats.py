"""Nominations and seats offered: they wait on the desk of whose step is next, and the mail of the day says so once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core import clock
from mithaq.followup.reads import desk, digest
from mithaq.followup.tick import tick
from mithaq.register.activities.models import Nomination
from mithaq.register.activities.reads import activity_page, nomination_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_house

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
OF_ALL: dict[str, Any] = {"level": "OFFICIAL", "audience": ["QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC"]}
WHEN = {"begins": "2027-03-14", "ends": "2027-03-18", "zone": "Asia/Kuwait", "delivery": "resident", "capacity": 2}
WHO: dict[str, Any] = {"name_en": "Hamad Al-Kuwari", "basis": "need", "basis_words": "Asked for"}
Run = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def run(db: None, django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a mail went to, and its text."""
    with clock.stopped_at(NOW - DAY):
        make_house()
        Account.objects.update(language="en")

    def ticked(days: int = 0) -> list[tuple[str, str]]:
        before = len(mail.outbox)
        with clock.stopped_at(NOW + DAY * days), django_capture_on_commit_callbacks(execute=True):
            tick()
        return sorted((m.to[0].partition("@")[0], f"{m.subject}\n{m.body}") for m in mail.outbox[before:])

    return ticked


def do(viewer: Viewer, name: str, /, days: float = 0, **fields: Any) -> str:
    """One operation on a day."""
    with clock.stopped_at(NOW + DAY * days):
        return OPERATIONS[name].run(viewer, **fields).public_id


def make_workshop(**seats: int) -> str:
    """A workshop of the centre that is open, with these seats of parties; its id."""
    given = {"kind": "workshop", "title_en": "Survey", "host": "NATO-ICI-RC", **WHEN, **OF_ALL}
    activity = do(DANA, "activities.plan", **given)
    for version, (party, number) in enumerate(seats.items(), 1):
        do(DANA, "activities.set_seats", activity=activity, version=version, party=party, seats=number)
    do(DANA, "activities.step", activity=activity, version=len(seats) + 1, state="open")
    return activity


def nominate(activity: str, viewer: Viewer = HESSA, *, sent: bool = False) -> str:
    """Somebody put forward by this viewer; its id."""
    made = do(viewer, "places.nominate", activity=activity, **WHO)
    if sent:
        do(viewer, "places.forward", nomination=made, version=1)
    return made


def waiting(viewer: Viewer, days: int = 0) -> list[tuple[str, str]]:
    """What waits for this viewer and by what it is settled."""
    with clock.stopped_at(NOW + DAY * days):
        return [(item.kind, item.verb) for item in desk(viewer).waiting]


def to(mails: list[tuple[str, str]]) -> list[str]:
    return [name for name, _ in mails]


def test_a_nomination_waits_for_the_mission_then_for_the_centre_then_for_nobody(run: Run) -> None:
    activity = make_workshop(QAT=1)
    nomination = nominate(activity)
    assert waiting(RASHID) == waiting(HESSA) == [("forward", "places.forward")]
    assert waiting(DANA) == waiting(BADER) == waiting(SALIM) == waiting(PUBLIC) == []
    do(RASHID, "places.forward", nomination=nomination, version=1)
    assert waiting(DANA) == [("decide", "places.accept")]
    assert waiting(HESSA) == waiting(LAYLA) == waiting(BADER) == []
    do(DANA, "places.accept", nomination=nomination, version=2)
    assert waiting(DANA) == waiting(HESSA) == []


def test_the_item_leads_to_the_nomination_and_holds_no_name(run: Run) -> None:
    nomination = nominate(make_workshop(QAT=1), sent=True)
    with clock.stopped_at(NOW + DAY):
        (item,) = desk(DANA).waiting
    assert (item.thing, item.place, item.party) == (nomination, f"/nominations/{nomination}/", "QAT")
    assert (item.ref.rpartition("/")[2], item.title.en, item.day) == ("QAT-1", "Survey", "2026-11-25")
    assert "Hamad" not in str(item)


def test_what_can_be_done_no_more_waits_for_nobody(run: Run) -> None:
    activity = make_workshop(QAT=1)
    nominate(activity)
    assert waiting(HESSA, 300) == []  # it has begun
    nominate(activity, sent=True)
    version = activity_page(DANA, activity=activity).version
    do(DANA, "activities.step", activity=activity, version=version, state="cancelled", reason="x")
    assert waiting(HESSA) == waiting(DANA) == []


def test_seats_offered_wait_for_the_other_party(run: Run) -> None:
    activity = make_workshop(QAT=2)
    swap = do(HESSA, "swaps.offer", activity=activity, taker="KWT", seats=1, reason="We send nobody")
    assert waiting(BADER) == [("offered", "swaps.agree")]
    assert waiting(HESSA) == waiting(DANA) == []
    ((name, text),) = run()
    assert (name, "Party QAT offers seats to your party: agree or decline." in text) == ("bader", True)
    assert f"/activities/{activity}/#swaps" in text
    do(BADER, "swaps.decline", swap=swap, version=1, reason="Nor do we", days=1)
    assert waiting(BADER) == []
    assert to(run(1)) == ["hessa", "rashid"]


def test_who_must_act_is_told_once_and_once_more_after_a_week(run: Run) -> None:
    nominate(make_workshop(QAT=1))
    sent = {days: to(run(days)) for days in (0, 1, 6, 7, 8, 20, 60)}
    assert {days: names for days, names in sent.items() if names} == {0: ["hessa", "rashid"], 7: ["hessa", "rashid"]}


def test_the_party_is_told_what_was_decided_without_a_name(run: Run) -> None:
    activity = make_workshop(QAT=1, KWT=1)
    first, second, third = (nominate(activity, sent=True) for _ in range(3))
    assert to(run()) == ["dana"]
    do(DANA, "places.accept", nomination=first, version=2, days=0.5)
    do(DANA, "places.accept", nomination=second, version=2, or_wait=True, days=0.5)
    do(DANA, "places.refuse", nomination=third, version=2, reason="Too late", days=0.5)
    mails = dict(run(1))
    assert sorted(mails) == ["hessa", "rashid"]
    assert "Mithaq: 3 matters were decided" in mails["hessa"]
    for words in ("has a seat.", "was not accepted.", "is on the waiting list.", f"/nominations/{first}/"):
        assert words in mails["hessa"]
    assert "Hamad" not in mails["hessa"]
    assert run(2) == []


def test_a_seat_from_the_waiting_list_is_told_by_the_house(run: Run) -> None:
    activity = make_workshop(QAT=1, KWT=1)
    first, second = (nominate(activity, sent=True) for _ in range(2))
    do(DANA, "places.accept", nomination=first, version=2)
    do(DANA, "places.accept", nomination=second, version=2, or_wait=True)
    assert to(run()) == ["hessa", "rashid"]
    do(RASHID, "places.withdraw", nomination=first, version=3, reason="x", days=0.9)
    mails = dict(run(1))
    assert nomination_page(HESSA, nomination=second).stage == "accepted"
    assert "A nomination of yours has a seat." in mails["hessa"]
    with clock.stopped_at(NOW + DAY * 2):
        Account.objects.filter(username="hessa").update(seen_at=NOW)
        told = [(line.account, line.kind, line.thing) for line in desk(HESSA).news if line.operation == "places.accept"]
    assert ("system", "nomination", second) in told


def test_it_stands_in_the_one_mail_of_the_day(run: Run) -> None:
    make_commitment(owner="QAT", focal="hessa", due="2026-12-01")
    nominate(make_workshop(QAT=1))
    mails = dict(run())
    assert "1 matter is due soon and 1 decision waits for you" in mails["hessa"]


def test_what_may_not_travel_by_mail_waits_on_the_desk_alone(run: Run) -> None:
    nomination = nominate(make_workshop(QAT=1))
    with acting_as(DANA, writing=True):
        label = Label.objects.of(Level.RESTRICTED, "QAT", "NATO-ICI-RC", caveats=frozenset({Caveat.NOMAIL}))
        Nomination.objects.filter(public_id=nomination).update(label=label)
    assert run() == []
    assert waiting(HESSA) == [("forward", "places.forward")]


def test_the_digest_names_what_waits_and_nobody_elses(run: Run) -> None:
    nomination = nominate(make_workshop(QAT=1))
    with clock.stopped_at(NOW):
        assert [(due.kind, due.thing, due.stage) for due in digest(HESSA).entries] == [
            ("nomination", nomination, "forward")
        ]
        assert digest(BADER, things=nomination).entries == digest(DANA).entries == ()


def test_the_desk_asks_as_often_for_one_as_for_three(run: Run) -> None:
    activity = make_workshop(QAT=2)
    counts = []
    for _ in range(2):
        nominate(activity, sent=True)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            waiting(DANA)
        counts.append(len(asked))
        nominate(activity, sent=True)
    assert counts[0] == counts[1]
