"""Activities for one party or for several, practical or study: what follows, and how a year is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Invalid, Problem
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import YearRow, activity_list, activity_page, activity_year
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_activity, make_house, make_nomination
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
BOTH = {"QAT": 2, "KWT": 1}


@pytest.fixture(autouse=True)
def december(db: None) -> Iterator[None]:
    make_house()
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


def code_of(act: Any, *args: Any, **given: Any) -> str:
    with pytest.raises(Problem) as problem:
        act(*args, **given)
    return problem.value.code


def test_a_bilateral_activity_is_for_the_party_that_has_its_seats() -> None:
    activity = make_activity(seats={"QAT": 2}, frame="bilateral")
    given: dict[str, Any] = {"activity": activity, "party": "KWT", "seats": 1}
    assert code_of(activities.set_seats, DANA, version=3, **given) == "bilateral"
    assert code_of(make_nomination, activity, BADER) == "bilateral"
    assert code_of(activities.offer_swap, RASHID, activity=activity, taker="KWT", seats=1) == "bilateral"
    assert make_nomination(activity)
    activities.set_seats(DANA, activity=activity, version=3, party="QAT", seats=0)
    activities.set_seats(DANA, **given, version=4)
    assert [one.party for one in activity_page(DANA, activity=activity).quotas] == ["KWT"]


def test_what_several_parties_have_seats_in_is_not_bilateral() -> None:
    activity = make_activity(seats=BOTH)
    change: dict[str, Any] = {"activity": activity, "version": 4, "frame": "bilateral"}
    with pytest.raises(Invalid) as problem:
        activities.describe_activity(DANA, **change)
    assert problem.value.errors.keys() == {"frame"}
    activities.describe_activity(DANA, **{**change, "frame": "collective"})
    assert activity_page(HESSA, activity=activity).row.frame == "collective"


def test_an_unknown_frame_is_refused() -> None:
    with pytest.raises(Invalid) as problem:
        make_activity(frame="regional")
    assert problem.value.errors.keys() == {"frame"}


def test_a_year_is_told_by_kind_mode_and_frame_with_the_seats_of_the_own_party() -> None:
    first = make_activity(seats=BOTH, frame="collective", mode="study")
    make_activity(seats={"QAT": 4}, frame="bilateral", mode="practical")
    make_activity(seats={"KWT": 4}, frame="bilateral", mode="practical")
    make_activity(begins="2028-03-14", ends="2028-03-18")
    called_off = make_activity(kind="visit")
    activities.step_activity(DANA, activity=called_off, version=2, state="cancelled", reason="x")
    activities.accept(DANA, nomination=make_nomination(first), version=2)
    activities.step_activity(DANA, activity=first, version=activity_page(DANA, activity=first).version, state="held")
    told = activity_year(HESSA, year="2027")
    assert told.rows == (
        YearRow("workshop", "practical", "bilateral", 2, 0, 20, 4, 0),
        YearRow("workshop", "study", "collective", 0, 1, 10, 2, 1),
    )
    observer = activity_year(SALIM, year="2027").rows
    assert [(row.own_seats, row.own_used) for row in observer] == [(0, None), (0, None)]  # not told who takes part
    assert [(row.mode, row.ahead) for row in activity_year(HESSA, year="2028").rows] == [("", 1)]


def test_a_year_counts_what_the_viewer_may_see() -> None:
    make_activity("QAT", "NATO-ICI-RC", frame="bilateral")
    assert [row.ahead for row in activity_year(HESSA, year="2027").rows] == [1]
    for viewer in (BADER, SALIM, LAYLA, PUBLIC):
        assert activity_year(viewer, year="2027").rows == ()


def test_without_a_year_it_is_this_one_and_a_strange_one_too() -> None:
    assert [activity_year(HESSA, year=year).year for year in ("", "-1", "10000", "1")] == [2026] * 4
    assert activity_year(HESSA, year="9998").rows == ()


@pytest.mark.parametrize("year", ["2027", "٢٠٢٧", "۲۰۲۷"])
def test_a_year_is_read_the_same_in_the_list_and_where_it_is_told(year: str) -> None:
    wanted = make_activity()
    make_activity(begins="2028-03-14", ends="2028-03-18")
    assert [row.public_id for row in activity_list(HESSA, year=year).entries] == [wanted]
    assert activity_year(HESSA, year=year).year == 2027


@pytest.mark.parametrize("year", ["27", "02027", "0000", "9999", "-202", "²⁰²⁷", "next"])
def test_what_is_no_year_is_none_in_both(year: str) -> None:
    make_activity()
    assert len(activity_list(HESSA, year=year).entries) == 1
    assert activity_year(HESSA, year=year).year == 2026


def test_seats_are_used_by_those_who_took_part_once_that_is_known() -> None:
    activity = make_activity(seats={"QAT": 3})
    first, second = make_nomination(activity), make_nomination(activity)
    for nomination in (first, second):
        activities.accept(DANA, nomination=nomination, version=2)
    assert _seats(activity) == (3, 2)
    with clock.stopped_at(datetime(2027, 3, 18, 12, tzinfo=UTC)):
        activities.note_participation(DANA, nomination=first, version=3, result="absent")
        assert _seats(activity) == (3, 0)
        activities.note_participation(DANA, nomination=second, version=3, result="part")
    assert _seats(activity) == (3, 1)
    (row,) = activity_year(HESSA, year="2027").rows
    assert (row.own_seats, row.own_used) == (3, 1)


def _seats(activity: str) -> tuple[int | None, int | None]:
    (one,) = activity_page(HESSA, activity=activity).quotas
    return one.offered, one.used


def test_a_list_is_narrowed_by_mode_and_frame() -> None:
    wanted = make_activity(seats={"QAT": 1}, frame="bilateral", mode="practical")
    make_activity(frame="collective", mode="study")
    for given in ({"frame": "bilateral"}, {"mode": "practical"}, {"frame": "bilateral", "mode": "practical"}):
        assert [row.public_id for row in activity_list(HESSA, **given).entries] == [wanted]
    assert activity_list(HESSA, frame="bilateral", mode="study").entries == ()


def test_a_year_takes_as_many_queries_for_many_as_for_one() -> None:
    make_activity(seats=BOTH)
    few = counted(lambda: activity_year(HESSA, year="2027"))
    for _ in range(4):
        make_activity(seats=BOTH, frame="collective")
    assert counted(lambda: activity_year(HESSA, year="2027")) == few
