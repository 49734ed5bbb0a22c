"""Feeds: who may make one, what is read through it, and when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, JournalLine, Label
from mithaq.access.operations import disable_account
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Invalid, Refused
from mithaq.register.meetings.calendars import Status
from mithaq.register.meetings.feed_keys import digest, holder_of, new_key
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.operations import describe_meeting
from mithaq.register.meetings.operations.calendars import make_feed, revoke_feed
from mithaq.register.meetings.reads.calendars import feed_calendar, feeds
from tests.cast import BADER, CAST, HESSA, LAYLA, PUBLIC, RASHID, SALIM, account
from tests.make import make_house, make_meeting
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house() -> Iterator[None]:
    """Everybody has an account; the clock stands."""
    with clock.stopped_at(NOW):
        make_house()
        yield


def make_key(viewer: Viewer, *, of_mission: bool = False, language: str = "ar") -> str:
    """A feed of this viewer's; its key."""
    key = new_key()
    make_feed(viewer, name="هاتفي", language=language, of_mission=of_mission, digest=digest(key))
    return key


def titles(key: str) -> list[str]:
    """What is read through a feed, the latest first."""
    holder = holder_of(key)
    return [entry.title for entry in feed_calendar(holder.viewer, language=holder.language).entries]


def test_a_person_reads_what_they_may_see_and_a_mission_what_is_official() -> None:
    for level in ("PUBLIC", "OFFICIAL", "RESTRICTED", "CONFIDENTIAL"):
        make_meeting(level=level, audience=["QAT"], date="2026-12-14", title_en=level)
    make_meeting(level="RESTRICTED", audience=["KWT"], date="2026-12-14", title_en="of Kuwait")
    assert titles(make_key(RASHID, language="en")) == ["CONFIDENTIAL", "RESTRICTED", "OFFICIAL", "PUBLIC"]
    assert titles(make_key(HESSA, language="en")) == ["RESTRICTED", "OFFICIAL", "PUBLIC"]
    assert titles(make_key(RASHID, of_mission=True, language="en")) == ["OFFICIAL", "PUBLIC"]


def test_what_looks_through_a_feed_can_do_nothing() -> None:
    assert holder_of(make_key(RASHID, of_mission=True)).viewer.permissions == frozenset()


def test_only_its_hash_is_kept_and_the_journal_has_none() -> None:
    key = make_key(HESSA)
    with acting_as(HESSA):
        lines = JournalLine.objects.filter(operation="feeds.make")
        assert [line.changes for line in lines] == [{"name": [None, "هاتفي"]}]
    assert key not in str(feeds(HESSA))


def test_rights_are_those_of_now() -> None:
    make_meeting(level="RESTRICTED", audience=["QAT"], date="2026-12-14", title_en="R")
    key = make_key(HESSA, language="en")
    assert titles(key) == ["R"]
    Account.objects.filter(username="hessa").update(level=Level.OFFICIAL)
    assert titles(key) == []


@pytest.mark.parametrize("of_mission", [False, True])
def test_revoked_closed_and_unknown_are_absent_alike(of_mission: bool) -> None:
    revoked, closed, moved = (make_key(viewer, of_mission=of_mission) for viewer in (HESSA, RASHID, BADER))
    revoke_feed(HESSA, feed=feeds(HESSA)[-1 if of_mission else 0].public_id)
    disable_account(LAYLA, account="rashid", reason="left")
    Account.objects.filter(username="bader").update(party="OMN")
    for key in (revoked, closed, moved, new_key(), ""):
        with pytest.raises(Absent):
            holder_of(key)


def test_a_colleague_sees_and_closes_the_feed_of_the_mission_but_not_mine() -> None:
    make_key(RASHID)
    make_key(RASHID, of_mission=True)
    mission, mine = feeds(RASHID)[0], feeds(RASHID)[1]
    assert [(feed.public_id, feed.mine) for feed in feeds(HESSA)] == [(mission.public_id, False)]
    assert feeds(BADER) == ()
    for viewer, feed in ((HESSA, mine), (BADER, mission)):
        with pytest.raises(Absent):
            revoke_feed(viewer, feed=feed.public_id)
    revoke_feed(HESSA, feed=mission.public_id)
    assert feeds(HESSA)[0].revoked_at == NOW
    with pytest.raises(Absent):
        revoke_feed(HESSA, feed=mission.public_id)


def test_who_may_make_one() -> None:
    make_key(SALIM)
    with pytest.raises(Refused):
        make_key(PUBLIC)
    account(PUBLIC)
    for viewer in CAST:
        if viewer.party and viewer.clearance.level >= Level.OFFICIAL:
            make_key(viewer, of_mission=True)
    given: dict[str, Any] = {"username": "low", "party": "QAT", "level": Level.PUBLIC, "roles": ("observer",)}
    low = Account.objects.create(**given)
    with pytest.raises(Invalid) as said:
        make_key(low.viewer(), of_mission=True)
    assert set(said.value.errors) == {"of_mission"}


def test_when_it_was_used_last_is_noted_now_and_then() -> None:
    key = make_key(HESSA)
    assert feeds(HESSA)[0].used_at is None
    for minutes, noted in ((0, 0), (9, 0), (11, 11)):
        with clock.stopped_at(NOW + timedelta(minutes=minutes)):
            holder_of(key)
        assert feeds(HESSA)[0].used_at == NOW + timedelta(minutes=noted)


def test_days_and_what_is_known_less_finely() -> None:
    make_meeting(date="2016-11-20", until="2016-11-21")
    make_meeting(date="2016-11-20", until="2016-12")
    for vague in ("2014", "2014-11", "2014-W46", "2014-SU", ""):
        make_meeting(date=vague)
    spans = [(e.starts.isoformat(), e.ends and e.ends.isoformat()) for e in feed_calendar(HESSA).entries]
    assert spans == [("2016-11-20", "2016-11-21"), ("2016-11-20", "2016-11-22")]


def test_what_may_not_travel_by_mail_is_in_no_feed() -> None:
    made = make_meeting(level="OFFICIAL", audience=["QAT"], date="2026-12-14")
    assert len(feed_calendar(HESSA).entries) == 1
    with acting_as(LAYLA, writing=True):
        label = Label.objects.of(Level.OFFICIAL, "QAT", "SEC", caveats=frozenset({Caveat.NOMAIL}))
        Meeting.objects.filter(public_id=made).update(label=label)
    assert feed_calendar(HESSA).entries == ()


def test_an_entry_changes_when_the_meeting_does_and_at_no_other_time() -> None:
    made = make_meeting(date="2026-12-14", title_ar="الأول", title_en="First")
    (before,) = feed_calendar(HESSA).entries
    assert before.changed == NOW
    with clock.stopped_at(NOW + timedelta(hours=1)):
        make_meeting(date="2026-12-15", level="RESTRICTED", audience=["KWT"])
        assert feed_calendar(HESSA).entries == (before,)
        describe_meeting(LAYLA, meeting=made, version=1, city_en="Doha")
    (after,) = feed_calendar(HESSA).entries
    assert (after.uid, after.changed) == (before.uid, NOW + timedelta(hours=1))


def test_in_either_language_with_who_may_see_it() -> None:
    made = make_meeting(
        ordinal=3,
        level="OFFICIAL",
        audience=["QAT"],
        date="2026-12-14",
        host="QAT",
        city_ar="الدوحة",
        city_en="Doha",
        country="QAT",
    )
    (arabic,), (english,) = (feed_calendar(HESSA, language=language).entries for language in ("ar", "en"))
    assert arabic.uid == english.uid == f"{made}@127.0.0.1"
    assert "المجموعة الاستشارية لمبادرة إسطنبول للتعاون (3)" in arabic.title
    assert english.title == "Advisory Group of the Istanbul Cooperation Initiative (3)"
    assert english.place == "Doha, Party QAT"
    assert "Who may see this: Official (Party QAT, Party SEC)\n" in english.words
    assert "14 December 2026 (5 Rajab 1448 AH)" in english.words
    assert "يطّلع على هذا: رسمي" in arabic.words
    assert english.words.endswith(f"/meetings/{made}/\n")
    assert (english.kind, english.status) == ("PRIVATE", Status.CONFIRMED)


def test_as_many_queries_for_three_as_for_one() -> None:
    make_meeting(date="2026-12-14")
    once = counted(lambda: feed_calendar(HESSA))
    for day in (15, 16):
        make_meeting(date=f"2026-12-{day}")
    assert counted(lambda: feed_calendar(HESSA)) == once
