"""Nominations from the ministry by the mission to the centre, the waiting list, seats given back, swaps, who took part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.roles import permissions_of
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.followup.tick import release_seats
from mithaq.register.activities import operations as activities
from mithaq.register.activities.models import Nominee
from mithaq.register.activities.reads import activity_page, nomination_page, swap_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_activity, make_house, make_nomination

pytestmark = pytest.mark.django_db
NOURA = replace(HESSA, account="noura", permissions=permissions_of(("ministry_officer",)))  # a ministry of Qatar
DECEMBER, SIX_WEEKS = datetime(2026, 12, 1, 8, tzinfo=UTC), datetime(2027, 1, 31, 8, tzinfo=UTC)
DURING = datetime(2027, 3, 15, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(DECEMBER):
        yield


def accept(nomination: str, version: int = 2, **fields: Any) -> None:
    activities.accept(DANA, nomination=nomination, version=version, **fields)


def stage(nomination: str) -> str:
    return nomination_page(DANA, nomination=nomination).stage


def test_every_step_is_kept_with_its_time() -> None:
    activity = make_activity(seats={"QAT": 1})
    nomination = make_nomination(activity, NOURA, sent=False)
    with clock.stopped_at(datetime(2026, 12, 4, 9, tzinfo=UTC)):
        activities.forward(RASHID, nomination=nomination, version=1, reason="Our first choice")
    with clock.stopped_at(datetime(2026, 12, 11, 9, tzinfo=UTC)):
        accept(nomination)
    shown = nomination_page(HESSA, nomination=nomination)
    assert (shown.basis, shown.basis_words, shown.seat) == ("need", "She runs the office that needs it", "quota")
    assert [(one.stage, one.by, one.party, one.days) for one in shown.steps] == [
        ("proposed", "noura", "QAT", None),
        ("sent", "rashid", "QAT", 3),
        ("accepted", "dana", "NATO-ICI-RC", 7),
    ]


def test_a_ministry_nominates_and_the_mission_sends_it() -> None:
    activity = make_activity()
    nomination = make_nomination(activity, NOURA, sent=False)
    with pytest.raises(Refused):
        activities.forward(NOURA, nomination=nomination, version=1)
    with pytest.raises(Problem) as problem:
        accept(nomination, 1)
    assert problem.value.code == "transition"
    activities.forward(HESSA, nomination=nomination, version=1)
    with pytest.raises(Refused):
        activities.withdraw(NOURA, nomination=nomination, version=2, reason="x")
    with pytest.raises(Conflict):
        activities.withdraw(HESSA, nomination=nomination, version=1, reason="x")
    activities.withdraw(HESSA, nomination=nomination, version=2, reason="She has left the service")
    assert stage(nomination) == "withdrawn"


def test_the_name_is_seen_by_the_party_and_the_centre_alone() -> None:
    activity = make_activity(viewer=LAYLA)  # the secretariat keeps it
    nomination = make_nomination(activity)
    for viewer in (HESSA, RASHID, DANA):
        assert nomination_page(viewer, nomination=nomination).name.en == "Noura Al-Kuwari"
    kept = nomination_page(LAYLA, nomination=nomination)
    assert (kept.party, kept.number, kept.name.en, kept.function.ar) == ("QAT", 1, "", "")
    for viewer in (BADER, SALIM, PUBLIC):
        with pytest.raises(Absent):
            nomination_page(viewer, nomination=nomination)
        with acting_as(viewer):
            assert not Nominee.objects.exists()
    for viewer in (BADER, SALIM):
        assert activity_page(viewer, activity=activity).nominations == ()
    reader = replace(RASHID, clearance=replace(RASHID.clearance, personal=False))
    assert nomination_page(reader, nomination=nomination).name.en == ""


def test_who_may_not_does_not() -> None:
    activity = make_activity(seats={"QAT": 1})
    nomination = make_nomination(activity)
    for viewer in (HESSA, SALIM, PUBLIC):
        with pytest.raises(Refused):
            activities.accept(viewer, nomination=nomination, version=2)
    with pytest.raises(Absent):
        activities.withdraw(BADER, nomination=nomination, version=2, reason="x")
    for viewer in (SALIM, LAYLA):
        with pytest.raises(Refused):
            make_nomination(activity, viewer)
    with pytest.raises(Absent):
        accept("a" * 22)


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"name_en": ""}, "name_ar"), ({"basis_words": ""}, "basis_words"), ({"basis": "luck"}, "basis"), ({"priority": "9"}, "priority")],
)  # fmt: skip
def test_a_nomination_that_cannot_be(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as problem:
        make_nomination(make_activity(), **fields)
    assert field in problem.value.errors


def test_a_seat_is_refused_with_its_reason_and_then_waits() -> None:
    activity = make_activity(capacity=2, seats={"QAT": 1, "KWT": 1})
    first, second = make_nomination(activity), make_nomination(activity)
    accept(first)
    with pytest.raises(Problem) as problem:
        accept(second)
    assert problem.value.code == "quota_used"
    assert stage(second) == "sent"
    accept(second, or_wait=True)
    shown = nomination_page(HESSA, nomination=second)
    assert (shown.stage, shown.lack) == ("waiting", "quota_used")
    assert shown.reason == "The party has used its seats, and those that are left are kept for others."


def test_the_waiting_list_is_seen_by_all_who_see_the_activity_without_names() -> None:
    activity = make_activity(capacity=1)
    accept(make_nomination(activity))
    waits = [make_nomination(activity, priority="3"), make_nomination(activity, BADER, priority="1")]
    for nomination in waits:
        accept(nomination, or_wait=True)
    seen = activity_page(SALIM, activity=activity).waiting
    assert [(one.position, one.party, one.priority, one.nomination) for one in seen] == [
        (1, "KWT", 1, ""),
        (2, "QAT", 3, ""),
    ]
    assert [one.nomination for one in activity_page(HESSA, activity=activity).waiting] == ["", waits[0]]


def test_nobody_passes_those_who_wait() -> None:
    activity = make_activity(capacity=1)
    taken, waits = make_nomination(activity), make_nomination(activity)
    accept(taken)
    accept(waits, or_wait=True)
    activities.withdraw(HESSA, nomination=taken, version=3, reason="Cannot come")
    with pytest.raises(Problem) as problem:
        accept(make_nomination(activity, BADER))
    assert problem.value.code == "behind"
    accept(waits, 3)
    assert stage(waits) == "accepted"
    assert activity_page(HESSA, activity=activity).waiting == ()


def test_unused_seats_go_down_the_list_six_weeks_before() -> None:
    activity = make_activity(capacity=3, seats={"QAT": 1, "KWT": 2})
    accept(make_nomination(activity))
    late, early = make_nomination(activity, priority="3"), make_nomination(activity, priority="1")
    third = make_nomination(activity, priority="3")
    for nomination in (late, early, third):
        accept(nomination, or_wait=True)
    assert release_seats() == 0
    with clock.stopped_at(SIX_WEEKS):
        assert release_seats() == 2
        assert release_seats() == 0
        page = activity_page(HESSA, activity=activity)
        with pytest.raises(Problem) as problem:
            activities.set_seats(DANA, activity=activity, version=page.version, party="KWT", seats=1)
    assert [stage(nomination) for nomination in (early, late, third)] == ["accepted", "accepted", "waiting"]
    assert page.released_at.startswith("2027-01-31")
    assert problem.value.code == "released"
    last = nomination_page(HESSA, nomination=early).steps[-1]
    assert (last.by, last.reason) == (
        "system",
        "A seat was free, and this one was the first on the waiting list that it was for.",
    )


def test_a_seat_of_its_own_that_is_given_back_stays_the_partys_until_then() -> None:
    activity = make_activity(capacity=2, seats={"QAT": 1, "KWT": 1})
    taken = make_nomination(activity)
    accept(taken)
    accept(make_nomination(activity, BADER))
    others, own = make_nomination(activity, BADER, priority="1"), make_nomination(activity, priority="3")
    accept(others, or_wait=True)
    accept(own, or_wait=True)
    activities.withdraw(HESSA, nomination=taken, version=3, reason="Cannot come")
    assert release_seats() == 1
    assert (stage(own), stage(others)) == ("accepted", "waiting")


def test_no_nomination_once_it_has_begun() -> None:
    activity = make_activity()
    with clock.stopped_at(DURING), pytest.raises(Problem) as problem:
        make_nomination(activity)
    assert problem.value.code == "begun"


def test_parties_exchange_seats_when_both_agree() -> None:
    one, other = make_activity(seats={"QAT": 2}), make_activity(seats={"KWT": 3})
    swap = activities.offer_swap(HESSA, activity=one, taker="KWT", seats=2, in_return=other, return_seats=1).public_id
    assert swap_page(BADER, swap=swap).may == ("swaps.agree", "swaps.decline")
    for viewer in (HESSA, RASHID):
        with pytest.raises(Refused):
            activities.agree_swap(viewer, swap=swap, version=1)
    with pytest.raises(Absent):
        activities.agree_swap(replace(BADER, clearance=replace(BADER.clearance, party="OMN")), swap=swap, version=1)
    activities.agree_swap(BADER, swap=swap, version=1)
    seats = [{q.party: q.seats for q in activity_page(DANA, activity=a).quotas} for a in (one, other)]
    assert seats == [{"KWT": 2}, {"KWT": 2, "QAT": 1}]
    with pytest.raises(Problem) as problem:
        activities.decline_swap(BADER, swap=swap, version=2, reason="x")
    assert problem.value.code == "settled"
    assert activity_page(SALIM, activity=one).swaps == ()


def test_seats_that_are_used_are_not_exchanged() -> None:
    activity = make_activity(seats={"QAT": 1})
    swap = activities.offer_swap(HESSA, activity=activity, taker="KWT", seats=1).public_id
    accept(make_nomination(activity))
    with pytest.raises(Problem) as problem:
        activities.agree_swap(BADER, swap=swap, version=1)
    assert problem.value.code == "no_seats"
    assert swap_page(HESSA, swap=swap).state == "offered"
    activities.withdraw_swap(RASHID, swap=swap, version=1, reason="We need it")
    assert swap_page(BADER, swap=swap).state == "withdrawn"


def test_hours_and_what_came_of_it() -> None:
    activity = make_activity(seats={"QAT": 2})
    one, other = make_nomination(activity), make_nomination(activity)
    accept(one)
    accept(other)
    noted: dict[str, Any] = {"activity": activity, "hours": "6.5", "nominations": (one, other)}
    with pytest.raises(Problem) as problem:
        activities.note_attendance(DANA, **{**noted, "day": "2027-03-14"})
    assert problem.value.code == "not_begun"
    with clock.stopped_at(DURING):
        activities.note_attendance(DANA, **{**noted, "day": "2027-03-14"})
        activities.note_attendance(DANA, **{**noted, "day": "2027-03-15"})
        activities.note_attendance(DANA, **{**noted, "day": "2027-03-15", "hours": "3", "nominations": (one,)})
        with pytest.raises(Invalid):
            activities.note_attendance(DANA, **{**noted, "day": "2027-03-19"})
        with pytest.raises(Refused):
            activities.note_attendance(RASHID, **{**noted, "day": "2027-03-15"})
        activities.note_participation(DANA, nomination=one, version=3, result="completed")
        with pytest.raises(Problem):
            activities.note_participation(DANA, nomination=make_refused(activity), version=3, result="completed")
    shown = {n.public_id: (n.hours, n.result) for n in activity_page(HESSA, activity=activity).nominations}
    assert (shown[one], shown[other]) == (("9.5", "completed"), ("13", ""))


def make_refused(activity: str) -> str:
    with clock.stopped_at(DECEMBER):
        nomination = make_nomination(activity)
        activities.refuse(DANA, nomination=nomination, version=2, reason="Not the rank that is asked for")
    return nomination


def test_a_refusal_keeps_its_reason() -> None:
    shown = nomination_page(HESSA, nomination=make_refused(make_activity()))
    assert (shown.stage, shown.reason, shown.may) == ("refused", "Not the rank that is asked for", ())
