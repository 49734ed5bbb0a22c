"""Points of an agenda, their hours and their papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.register.meetings import operations, reads
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID
from tests.kept import kept
from tests.make import make_document, make_house, make_meeting, make_planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
DAY: dict[str, Any] = {"opens": "2026-12-14 09:00", "closes": "2026-12-14 17:00", "zone": "Asia/Qatar"}


@pytest.fixture
def house() -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


def add(meeting: str, title_en: str, hours: str = "", **fields: Any) -> str:
    """A point, from ``10:00-11:00`` on the day if hours are given."""
    begin, _, end = hours.partition("-")
    times: dict[str, Any] = {"opens": f"2026-12-14 {begin}", "closes": f"2026-12-14 {end}"} if hours else {}
    return operations.add_item(LAYLA, meeting=meeting, title_en=title_en, **{**times, **fields}).public_id


def titles(meeting: str, viewer: Any = PUBLIC) -> list[str]:
    items = reads.agenda(viewer, meeting=meeting)
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    return [item.title.en for item in items]


def test_points_are_added_moved_and_taken_off_in_order() -> None:
    meeting = make_planned(**DAY)
    for title in ("One", "Two", "Four"):
        last = add(meeting, title, areas=["training_education"], lead="QAT")
    third = add(meeting, "Three", number=3)
    assert titles(meeting) == ["One", "Two", "Three", "Four"]
    operations.move_item(LAYLA, item=last, version=1, number=1)
    assert titles(meeting) == ["Four", "One", "Two", "Three"]
    operations.move_item(LAYLA, item=last, version=2, number=99)
    assert titles(meeting) == ["One", "Two", "Three", "Four"]
    operations.remove_item(LAYLA, item=third, version=1)
    assert titles(meeting) == ["One", "Two", "Four"]
    item = reads.agenda(HESSA, meeting=meeting)[0]
    assert (item.areas, item.lead, item.opens, item.seen.level) == (("training_education",), "QAT", "", "PUBLIC")


def test_hours_stand_on_the_clock_of_the_place() -> None:
    meeting = make_planned(**DAY)
    add(meeting, "One", "09:00-10:00")
    (item,) = reads.agenda(PUBLIC, meeting=meeting)
    assert (item.opens, item.closes) == ("2026-12-14T09:00+03:00", "2026-12-14T10:00+03:00")


@pytest.mark.parametrize(
    ("hours", "code"),
    [("08:00-09:00", "outside"), ("16:00-17:30", "outside"), ("10:30-11:30", "overlap"), ("11:00-10:00", "order")],
)
def test_hours_that_do_not_fit_are_explained(hours: str, code: str) -> None:
    meeting = make_planned(**DAY)
    add(meeting, "First", "10:00-11:00")
    with pytest.raises(Invalid) as said:
        add(meeting, "Second", hours)
    (errors,) = said.value.errors.values()
    assert errors[0]["code"] == code
    if code == "overlap":
        assert "First" in errors[0]["message"]
        assert "Second" in errors[0]["message"]
    assert titles(meeting) == ["First"]


def test_one_point_begins_when_the_other_has_ended() -> None:
    meeting = make_planned(**DAY)
    first = add(meeting, "First", "10:00-11:00")
    add(meeting, "Second", "11:00-12:00")
    operations.describe_item(
        LAYLA, item=first, version=1, title_en="The first", opens="2026-12-14 09:00", closes="2026-12-14 11:00"
    )
    with pytest.raises(Invalid) as said:
        operations.describe_item(LAYLA, item=first, version=2, opens="2026-12-14 09:00", closes="2026-12-14 11:30")
    assert said.value.errors["opens"][0]["code"] == "overlap"
    with pytest.raises(Conflict):
        operations.describe_item(LAYLA, item=first, version=1, title_en="Another")
    operations.describe_item(LAYLA, item=first, version=2, opens="", closes="")
    assert [item.opens for item in reads.agenda(PUBLIC, meeting=meeting)] == ["", "2026-12-14T11:00+03:00"]


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"title_en": ""}, "title_ar"),
        ({"areas": ["alchemy"]}, "areas"),
        ({"lead": "XYZ"}, "lead"),
        ({"opens": "2026-12-14 10:00"}, "closes"),
        ({"closes": "2026-12-14 10:00"}, "opens"),
    ],
)
def test_what_does_not_fit_is_said_by_field(bad: dict[str, Any], field: str) -> None:
    meeting = make_planned(**DAY)
    with pytest.raises(Invalid) as said:
        operations.add_item(LAYLA, **{"meeting": meeting, "title_en": "One", **bad})
    assert set(said.value.errors) == {field}


def test_hours_need_a_meeting_whose_hour_is_set() -> None:
    meeting = make_planned(date="2026-12-14")
    with pytest.raises(Invalid) as said:
        add(meeting, "One", "10:00-11:00")
    assert said.value.errors["opens"][0]["code"] == "no_zone"


def test_a_paper_under_a_point_is_seen_by_those_who_may_see_both() -> None:
    meeting = make_planned(**DAY)
    item = add(meeting, "One")
    paper = make_document(LAYLA, "Only for Kuwait.", "KWT")
    operations.attach_paper(LAYLA, item=item, document=paper)
    operations.attach_paper(LAYLA, item=item, document=paper)
    assert [len(reads.agenda(v, meeting=meeting)[0].papers) for v in (LAYLA, BADER, RASHID, PUBLIC)] == [1, 1, 0, 0]
    with pytest.raises(Absent):
        operations.attach_paper(HESSA, item=item, document=paper)
    shown = reads.agenda(BADER, meeting=meeting)[0].papers[0]
    assert shown.seen.audience == ("KWT", "SEC")
    operations.detach_paper(LAYLA, paper=shown.public_id)
    assert reads.agenda(BADER, meeting=meeting)[0].papers == ()


def test_the_agenda_of_the_meeting_before_is_taken_over_once() -> None:
    earlier = make_meeting(date="2025-12-08")
    for title in ("Opening", "Training", "Energy"):
        add(earlier, title, areas=["training_education"])
    make_meeting(date="2026-03-01")  # without an agenda
    secret = make_meeting(date="2026-05-01", level="RESTRICTED", audience=["KWT"])
    add(secret, "What Kuwait alone knows")
    meeting = make_planned(**DAY)
    add(meeting, "Training")
    for _ in range(2):
        operations.carry_agenda(LAYLA, meeting=meeting)
        assert titles(meeting) == ["Training", "Opening", "Energy"]
    with pytest.raises(Invalid) as said:
        operations.carry_agenda(LAYLA, meeting=meeting, earlier=secret)
    assert set(said.value.errors) == {"earlier"}
    other = make_planned("summit", date="2026-12-14")
    with pytest.raises(Invalid):
        operations.carry_agenda(LAYLA, meeting=other)


def test_a_mission_changes_no_agenda_and_others_see_none_of_it() -> None:
    meeting = make_planned(date="2026-12-14", level="RESTRICTED", audience=["KWT"])
    item = add(meeting, "One")
    with pytest.raises(Refused):
        operations.add_item(BADER, meeting=meeting, title_en="Two")
    own = make_document(RASHID, "Mine.")
    for missing in (item, "nothing"):
        with pytest.raises(Absent):
            operations.attach_paper(RASHID, item=missing, document=own)
    assert titles(meeting, BADER) == ["One"]
