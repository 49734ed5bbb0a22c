"""Three files of the North Atlantic Council, as its archives tell of them, replayed: each comes to its right state.

C-M(2015)0043: held. C-M(2017)0074: extended, a joint letter of six delegations, held. C-M(2017)0049: broken, noted in session.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.followup.tick import tick
from mithaq.register.texts import operations as texts
from mithaq.register.texts.reads import SilencePage, sheet, silence_page, text_page
from tests.cast import LAYLA, RASHID, SALIM
from tests.make import make_house, make_meeting, make_parties, make_silence, make_text

pytestmark = pytest.mark.django_db

ALLIES = ("QAT", "KWT", "BEL", "DEU", "FRA", "GBR", "ITA", "NLD")  # two of the cast among them, so that they can act
SIX = ("BEL", "DEU", "FRA", "ITA", "NLD", "QAT")
NOBODY_NOTES: tuple[str, ...] = ("OMN",)


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    with clock.stopped_at(datetime(2015, 1, 1, tzinfo=UTC)):
        make_house()
        make_parties(*ALLIES)


def issued(when: datetime, title: str, **until: Any) -> str:
    with clock.stopped_at(when):
        text = make_text(*ALLIES, "OMN", "SEC", title_en=title, kind="report")
        return make_silence(text, zone="Europe/Brussels", under=ALLIES, noting=NOBODY_NOTES, **until)


def page_at(silence: str, at: datetime) -> SilencePage:
    with clock.stopped_at(at):
        return silence_page(SALIM, silence=silence)


def test_2015_0043_held() -> None:
    silence = issued(datetime(2015, 6, 8, 10, tzinfo=UTC), "C-M(2015)0043", on="2015-06-11", at="18:00")
    expiry = datetime(2015, 6, 11, 16, tzinfo=UTC)  # 18:00 in Brussels in summer
    assert page_at(silence, expiry - timedelta(seconds=1)).standing == "running"
    assert page_at(silence, expiry).standing == "held"
    with clock.stopped_at(datetime(2015, 6, 12, 8, tzinfo=UTC)):
        tick()
        page = sheet(SALIM, silence=silence).silence
    assert (page.standing, page.ended_at, page.closed_at) == (
        *("held", "2015-06-11T16:00:00+00:00"),
        "2015-06-12T08:00:00+00:00",
    )
    assert page.text.state == "agreed"


def test_2017_0074_extended_with_a_joint_letter_and_held() -> None:
    silence = issued(datetime(2017, 12, 18, 10, tzinfo=UTC), "C-M(2017)0074", on="2018-01-03", at="17:30")
    with clock.stopped_at(datetime(2018, 1, 3, 15, tzinfo=UTC)):
        texts.extend(
            LAYLA,
            silence=silence,
            version=1,
            reason="Six delegations asked for time",
            **dict[str, Any](on="2018-01-10", at="17:30", zone="Europe/Brussels"),
        )
    old, new = datetime(2018, 1, 3, 16, 30, tzinfo=UTC), datetime(2018, 1, 10, 16, 30, tzinfo=UTC)
    assert page_at(silence, old).standing == "running"
    with clock.stopped_at(datetime(2018, 1, 9, 10, tzinfo=UTC)):
        texts.receive(
            LAYLA,
            silence=silence,
            kind="interpretation",
            parties=SIX,
            record="C-M(2017)0074-ADD1, joint letter of six delegations",
            words_en="The six delegations join the consensus and recall …",
        )
    assert page_at(silence, new - timedelta(microseconds=1)).standing == "running"
    page = page_at(silence, new)
    assert (page.standing, page.expiry) == ("held", new.isoformat())
    assert [(one.was, one.until) for one in page.extensions] == [(old.isoformat(), new.isoformat())]
    assert [one.parties for one in page.statements] == [SIX]
    with clock.stopped_at(new):
        tick()
        assert sheet(SALIM, silence=silence).silence.closed_at == new.isoformat()


def test_2017_0049_broken_and_noted_in_session() -> None:
    silence = issued(datetime(2017, 10, 4, 10, tzinfo=UTC), "C-M(2017)0049", on="2017-10-12", at="17:30")
    expiry = datetime(2017, 10, 12, 15, 30, tzinfo=UTC)
    with clock.stopped_at(expiry - timedelta(minutes=2)):
        texts.break_silence(RASHID, silence=silence, objection="To be taken up in session.")
    for at in (expiry - timedelta(minutes=2), expiry, expiry + timedelta(days=30)):
        assert page_at(silence, at).standing == "broken"
    with clock.stopped_at(datetime(2018, 1, 11, 9, tzinfo=UTC)):
        tick()
        council = make_meeting(series="icg", date="2018-01-10")
        texts.conclude(LAYLA, silence=silence, outcome="noted", meeting=council, record="C-DS(2018)0002", version=1)
        page = sheet(SALIM, silence=silence).silence
        assert text_page(SALIM, text=page.text.public_id).row.state == "noted"
    assert (page.standing, page.outcome, page.session_on, page.session_record) == (
        *("concluded", "noted", "2018-01-10"),
        "C-DS(2018)0002",
    )
    assert page.breaks == ()
