"""Lines of message houses wait on the desk of who may agree for a party that is asked, and the mail of the day says so once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.models import Account
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core import clock
from mithaq.followup.lines import matters
from mithaq.followup.reads import desk
from mithaq.followup.tick import tick
from mithaq.register.outreach import operations as outreach
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_house
from tests.register.outreach.saying import REASON, agree, make_line, make_message_house, make_proven, page, prove, shown

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = timedelta(days=1)
Run = Callable[..., dict[str, str]]


@contextmanager
def on(days: int = 0) -> Iterator[None]:
    with clock.stopped_at(NOW + DAY * days):
        yield


@pytest.fixture
def run(django_capture_on_commit_callbacks: Any) -> Run:
    """Tick on a day; whom a mail went to, and its text."""
    with on(-1):
        make_house()
        Account.objects.update(language="en")

    def ticked(days: int = 0) -> dict[str, str]:
        before = len(mail.outbox)
        with on(days), django_capture_on_commit_callbacks(execute=True):
            tick()
        return {m.to[0].partition("@")[0]: f"{m.subject}\n{m.body}" for m in mail.outbox[before:]}

    return ticked


def waiting(viewer: Viewer, days: int = 0) -> list[str]:
    """The lines that wait for this viewer."""
    with on(days):
        return [item.thing for item in desk(viewer).waiting if item.kind == "line"]


def make_asked(**fields: Any) -> tuple[str, str, str]:
    """A house with one line that is proven; its id, that of its message, that of the line."""
    house = make_message_house(**fields)
    line, message = make_proven(house), page(house).message
    assert message is not None
    return house, message.public_id, line


def test_a_line_waits_for_each_party_that_is_asked_until_it_answers(run: Run) -> None:
    with on():
        _, message, line = make_asked()
    assert waiting(RASHID) == waiting(BADER) == [message, line]
    assert [waiting(viewer) for viewer in (HESSA, LAYLA, SALIM, PUBLIC)] == [[]] * 4
    with on():
        agree(message, RASHID)
        outreach.reserve(RASHID, line=line, version=shown(line).version, words="Not on Fridays")
    assert (waiting(RASHID), waiting(BADER)) == ([], [message, line])
    with on(1):
        outreach.amend_line(LAYLA, line=line, version=shown(line).version, why=REASON, ar="غيره", en="Another")
    assert waiting(RASHID, 1) == [line]


def test_what_nobody_can_agree_to_waits_for_nobody(run: Run) -> None:
    with on():
        house, message, line = make_asked()
        bare = make_line(house, 1)
        agree(message, RASHID)
        outreach.retire_line(LAYLA, line=line, version=shown(line).version, reason=REASON)
    assert waiting(RASHID) == []
    with on(3):
        prove(bare)
    assert waiting(RASHID, 3) == [bare]
    with on(3):
        outreach.retire_house(LAYLA, house=house, version=page(house).version, reason=REASON)
    assert waiting(RASHID, 3) == []


def test_a_line_that_was_released_to_fewer_waits_for_them_alone(run: Run) -> None:
    with on():
        house, message, line = make_asked()
        hidden = make_line(house, 1, level="RESTRICTED", audience=("KWT", "SEC"))
        prove(hidden)
    assert waiting(BADER) == [message, line, hidden]
    assert waiting(RASHID) == [message, line]
    mails = run()
    assert hidden in mails["bader"]
    assert hidden not in mails["rashid"]
    assert "2 decisions wait for you" in mails["rashid"]


def test_the_item_leads_to_the_line_and_says_since_when(run: Run) -> None:
    with on():
        _, message, line = make_asked()
        item = desk(RASHID).waiting[1]
    assert (item.place, item.verb, item.party) == (f"/outreach/lines/{line}/", "outreach.agree", "SEC")
    assert (item.day, item.title.en) == ("2026-11-25", shown(line).words.en)
    assert message


def test_who_agrees_is_told_once_and_once_more_after_a_week(run: Run) -> None:
    with on():
        _, message, line = make_asked()
        agree(message)
    sent = {days: run(days) for days in (0, 1, 6, 7, 8, 30)}
    assert {days: sorted(mails) for days, mails in sent.items() if mails} == {
        0: ["bader", "rashid"],
        7: ["bader", "rashid"],
    }
    assert f"/outreach/lines/{line}/" in sent[0]["rashid"]
    assert "waits for your party: agree" in sent[0]["rashid"]
    with on(31):
        agree(line, BADER)
        outreach.amend_line(LAYLA, line=line, version=shown(line).version, why=REASON, ar="غيره", en="Another")
    assert sorted(run(31)) == ["bader", "rashid"]


def test_one_query_however_many(run: Run) -> None:
    counts = []
    for lines in (1, 3):
        with on():
            house = make_message_house(title_en=f"House {lines}")
            for number in range(lines):
                make_proven(house, number)
        with acting_as(RASHID), CaptureQueriesContext(connection) as queries:
            found = list(matters(RASHID, ()))
        counts.append((len(found), sum("outreach_line" in query["sql"] for query in queries)))
    assert counts == [(2, 1), (6, 1)]
