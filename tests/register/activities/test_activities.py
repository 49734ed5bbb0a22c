"""Activities: planned, seats given to parties, opened, described, held; who may, who sees, what cannot be."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.archive.reads import search
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import activity_list, activity_page
from tests.cast import BADER, CAST, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_activity, make_house, make_nomination
from tests.register.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(db: None) -> Any:
    kept(make_house)
    with clock.stopped_at(datetime(2026, 12, 1, 8, tzinfo=UTC)):
        yield


def test_a_workshop_with_seats_of_parties_is_open() -> None:
    page = activity_page(HESSA, activity=make_activity(seats={"QAT": 3, "KWT": 2}, city_en="Kuwait", languages=("ar",)))
    assert page.row.ref.startswith("A-2027")
    assert (page.row.kind, page.row.state, page.row.host, page.row.capacity) == ("workshop", "open", "NATO-ICI-RC", 10)
    assert [(one.party, one.seats, one.offered, one.used) for one in page.quotas] == [
        ("KWT", 2, None, None),
        ("QAT", 3, 3, 0),
    ]
    assert (page.release_on, page.released_at, page.order) == ("2027-01-31", "", "priority")
    assert page.may == ("places.nominate", "swaps.offer")


def test_the_host_and_the_keeper_see_how_many_seats_are_used() -> None:
    activity = make_activity(seats={"QAT": 3})
    nomination = make_nomination(activity)
    activities.accept(DANA, nomination=nomination, version=2)
    assert [q.used for q in activity_page(DANA, activity=activity).quotas] == [1]
    assert [q.used for q in activity_page(RASHID, activity=activity).quotas] == [1]
    for viewer in (BADER, SALIM, LAYLA):
        assert [q.used for q in activity_page(viewer, activity=activity).quotas] == [None]


def test_those_to_whom_it_was_not_released_do_not_find_it() -> None:
    activity = make_activity("QAT")
    for viewer in (BADER, SALIM, PUBLIC, LAYLA):
        with pytest.raises(Absent):
            activity_page(viewer, activity=activity)
        assert activity_list(viewer).entries == ()
        assert search(viewer, q="energy security").hits == ()
    assert search(HESSA, q="energy security").hits[0].thing == activity
    with pytest.raises(Absent):
        make_nomination(activity, BADER)


def test_only_who_runs_or_keeps_it_changes_it() -> None:
    activity = make_activity()
    for viewer in (HESSA, RASHID, SALIM, PUBLIC):
        with pytest.raises(Refused):
            activities.describe_activity(viewer, activity=activity, version=2, city_en="Doha")
    with pytest.raises(Refused) as problem:
        activities.set_seats(LAYLA, activity=activity, version=2, party="QAT", seats=1)
    assert problem.value.code == "not_yours"
    kept = make_activity(viewer=LAYLA)
    activities.describe_activity(LAYLA, activity=kept, version=2, city_en="Doha")
    activities.describe_activity(DANA, activity=kept, version=3, city_ar="الدوحة")
    assert activity_page(HESSA, activity=kept).row.city.en == "Doha"


def test_what_is_left_out_stays() -> None:
    activity = make_activity(languages=("ar", "en"), order="turn")
    activities.describe_activity(DANA, activity=activity, version=2, title_en="Another title")
    page = activity_page(DANA, activity=activity)
    assert (page.row.title.en, page.row.languages, page.order) == ("Another title", ("ar", "en"), "turn")
    assert page.history[0].changes == {"title_en": ["Energy security workshop", "Another title"]}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"ends": "2027-03-01"}, "ends"),
        ({"begins": "soon"}, "begins"),
        ({"zone": "Asia/Nowhere"}, "zone"),
        ({"capacity": 0}, "capacity"),
        ({"title_ar": "", "title_en": ""}, "title_ar"),
        ({"host": "XXX"}, "host"),
        ({"host": "BHR"}, "host"),
        ({"areas": ("unheard_of",)}, "areas"),
        ({"kind": "party"}, "kind"),
    ],
)
def test_an_activity_that_cannot_be(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as problem:
        make_activity(**fields)
    assert field in problem.value.errors


def test_days_and_seats_are_read_in_arabic_digits() -> None:
    page = activity_page(DANA, activity=make_activity(begins="٢٠٢٧-٠٣-١٤", capacity="١٢"))
    assert (page.row.begins, page.row.capacity) == ("2027-03-14", 12)


def test_no_more_seats_are_given_than_there_are() -> None:
    activity = make_activity(capacity=5, seats={"QAT": 3})
    with pytest.raises(Invalid) as problem:
        activities.set_seats(DANA, activity=activity, version=3, party="KWT", seats=3)
    (error,) = problem.value.errors["seats"]
    assert (error["code"], "2" in error["message"]) == ("capacity", True)
    with pytest.raises(Invalid):
        activities.describe_activity(DANA, activity=activity, version=3, capacity=2)
    with pytest.raises(Invalid):
        activities.set_seats(DANA, activity=activity, version=3, party="BHR", seats=1)  # it may not see it
    activities.accept(DANA, nomination=make_nomination(activity), version=2)
    with pytest.raises(Invalid):
        activities.set_seats(DANA, activity=activity, version=3, party="QAT", seats=0)
    activities.set_seats(DANA, activity=activity, version=3, party="QAT", seats=1)
    with pytest.raises(Conflict):
        activities.set_seats(DANA, activity=activity, version=3, party="QAT", seats=2)


def test_the_table_of_steps_holds() -> None:
    activity = make_activity()
    with pytest.raises(Problem) as problem:
        activities.step_activity(DANA, activity=activity, version=2, state="planned")
    assert problem.value.code == "transition"
    with pytest.raises(Invalid):
        activities.step_activity(DANA, activity=activity, version=2, state="cancelled")
    activities.step_activity(DANA, activity=activity, version=2, state="cancelled", reason="No trainers")
    with pytest.raises(Problem) as problem:
        make_nomination(activity)
    assert problem.value.code == "not_open"
    assert activity_page(DANA, activity=activity).possible == ()


def test_the_list_is_filtered_and_paged() -> None:
    made = [make_activity(begins=f"2027-0{month}-01", ends=f"2027-0{month}-02") for month in (3, 4, 5)]
    assert [row.public_id for row in activity_list(HESSA).entries] == made[::-1]
    assert [row.public_id for row in activity_list(HESSA, after=made[1]).entries] == made[:1]
    for given, count in (({"kind": "course"}, 0), ({"host": "NATO-ICI-RC"}, 3), ({"year": "2027"}, 3), ({"q": "x"}, 0)):
        assert len(activity_list(HESSA, **given).entries) == count
    assert activity_list(HESSA, year="never").entries == activity_list(HESSA).entries


def test_a_page_asks_the_same_number_of_questions_for_one_and_for_many() -> None:
    activity = make_activity(seats={"QAT": 5})
    make_nomination(activity)
    one = counted(lambda: activity_page(DANA, activity=activity))
    for _ in range(4):
        make_nomination(activity)
    assert counted(lambda: activity_page(DANA, activity=activity)) == one


def test_everybody_of_the_cast_gets_an_answer() -> None:
    activity = make_activity(level="PUBLIC", audience=())
    for viewer in CAST:
        assert activity_page(viewer, activity=activity).row.public_id == activity
