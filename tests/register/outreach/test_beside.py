"""What stands beside a house: the agreed text a line stands in, the series that keeps it, the positions of its theme."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Invalid, Problem
from mithaq.register.consultations import operations as consultations
from mithaq.register.meetings.operations import add_series
from mithaq.register.outreach import operations, reads
from tests.cast import BADER, LAYLA, RASHID, SALIM
from tests.make import make_meeting, make_planned, make_silence, make_text
from tests.register.outreach.saying import (
    ALL,
    agree,
    make_agreed,
    make_line,
    make_message_house,
    make_proven,
    page,
    shown,
)

HELD = datetime(2027, 6, 12, tzinfo=UTC)


def make_issue(title: str, **stances: str) -> None:
    told: dict[str, Any] = {
        "level": "OFFICIAL",
        "audience": ALL,
        "areas": ["training_education"],
        "title_ar": title,
        "title_en": title,
    }
    issue = consultations.add_issue(LAYLA, **told).public_id
    for party, stance in stances.items():
        said: dict[str, Any] = {
            "party": party,
            "stance": stance,
            "words": f"قول {party}",
            "source": "محضر",
            "said_on": "2026-02",
        }
        consultations.record_position(LAYLA, issue=issue, **said)


def test_a_line_that_stands_in_an_agreed_text_is_agreed() -> None:
    text = make_text()
    make_silence(text)
    house = make_message_house(audience=("QAT", "KWT", "OMN", "SEC"))
    line = make_line(house, ar="تلتقي الأطراف مرتين في السنة.", en="The parties meet twice a year")
    with pytest.raises(Invalid) as said:
        operations.rest_on_text(LAYLA, line=line, version=1, text=text)
    assert set(said.value.errors) == {"text"}
    with clock.stopped_at(HELD):
        operations.rest_on_text(LAYLA, line=line, version=1, text=text)
        found = shown(line, SALIM)
        assert (found.state, found.agreed_on, found.text_edition) == ("agreed", "2027-06-12", 1)
        assert found.text is not None
        assert found.text.title.en == "Joint statement"
        assert found.answers == ()
        with pytest.raises(Problem, match="nobody is asked again"):
            agree(line, RASHID)
        (force,) = reads.lines_in_force(SALIM)
        assert force.lines[0].text == found.text
        operations.amend_line(LAYLA, line=line, version=2, en="They meet thrice.", why="x")
        assert (shown(line).state, shown(line).text) == ("draft", None)
        with pytest.raises(Problem, match="do not stand in"):
            operations.rest_on_text(LAYLA, line=line, version=3, text=text)


def test_an_agreed_text_proves_a_line() -> None:
    text = make_text()
    make_silence(text)
    line = make_line(make_message_house())
    with clock.stopped_at(HELD):
        operations.prove(BADER, line=line, text=text)
        (proof,) = shown(line, SALIM).proofs
        assert (proof.kind, proof.text and proof.text.public_id) == ("text", text)


def test_a_text_that_not_all_see_makes_no_line_agreed() -> None:
    text = make_text("QAT", "KWT", "SEC")
    make_silence(text, noting=())
    line = make_line(make_message_house(), ar="تلتقي الأطراف مرتين في السنة.", en="The parties meet twice a year.")
    with clock.stopped_at(HELD), pytest.raises(Problem, match="Not everybody"):
        operations.rest_on_text(LAYLA, line=line, version=1, text=text)


def test_the_series_that_keeps_it_says_when_it_met_and_whether_it_is_late() -> None:
    names = {"name_ar": "المجموعة", "name_en": "The group"}
    add_series(LAYLA, code="icg", every_months=6, tolerance_months=1, **names)
    last = make_meeting(date="2026-01-10", ordinal=1)
    planned = make_planned(date="2026-12-14")
    house = make_agreed()
    operations.attach_series(LAYLA, house=house, version=1, series="icg")
    found = page(house, SALIM)
    beat = found.series
    assert beat is not None
    assert (beat.last and beat.last.public_id, beat.planned and beat.planned.public_id) == (last, planned)
    assert (beat.next_due, beat.overdue_since) == ("2026-07-10", "2026-08-11")
    assert found.row.series_overdue
    assert [one.house.public_id for one in reads.lines_in_force(RASHID, series="icg")] == [house]
    assert reads.lines_in_force(RASHID, series="nac") == ()
    assert [row.public_id for row in reads.house_list(RASHID, series="icg").entries] == [house]
    with pytest.raises(Invalid) as said:
        operations.attach_series(LAYLA, house=house, version=2, series="nothing")
    assert set(said.value.errors) == {"series"}
    operations.attach_series(LAYLA, house=house, version=2, series="")
    assert page(house).series is None


def test_meetings_that_the_viewer_does_not_see_do_not_count() -> None:
    add_series(LAYLA, code="icg", every_months=6, name_ar="المجموعة", name_en="The group")
    make_meeting(date="2025-01-10", ordinal=1)
    secret = make_meeting(date="2026-10-10", ordinal=2, level="RESTRICTED", audience=("KWT", "SEC"))
    house = make_agreed()
    operations.attach_series(LAYLA, house=house, version=1, series="icg")
    seen = {viewer.account: page(house, viewer).series for viewer in (RASHID, BADER)}
    assert seen["rashid"] is not None
    assert seen["bader"] is not None
    assert seen["rashid"].overdue_since
    assert not seen["bader"].overdue_since
    assert seen["bader"].last is not None
    assert seen["bader"].last.public_id == secret


def test_the_positions_of_the_theme_stand_beside_the_lines() -> None:
    make_issue("وتيرة الاجتماعات", QAT="support", KWT="support")
    make_issue("نشر النتائج", QAT="reserve", KWT="support")
    found = page(make_message_house(), RASHID)
    assert [(one.issue.title.ar, one.issue.agreement) for one in found.grounds] == [
        ("نشر النتائج", "differ"),
        ("وتيرة الاجتماعات", "agree"),
    ]
    assert found.grounds[1].text.en == "Party KWT and Party QAT support: وتيرة الاجتماعات."
    assert page(make_message_house(theme="political_dialogue"), RASHID).grounds == ()
    assert page(make_message_house(theme="", areas=("training_education",)), RASHID).grounds == found.grounds


def test_a_line_of_a_theme() -> None:
    house = make_agreed()
    assert [one.house.public_id for one in reads.lines_in_force(RASHID, theme="training_education")] == [house]
    assert reads.lines_in_force(RASHID, theme="political_dialogue") == ()
    assert len(reads.lines_in_force(RASHID, house=house)[0].lines) == 4
    make_proven(make_message_house())
    assert len(reads.lines_in_force(RASHID)) == 1
