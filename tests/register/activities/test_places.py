"""The rule for seats, whatever the numbers: never above capacity or quota, nobody passed on the list, nobody forgotten."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from mithaq.register.activities.places import (
    Lack,
    Order,
    Room,
    Seat,
    Waiting,
    decide,
    handed_down,
    in_order,
    release_day,
    seat_for,
)

START = datetime(2027, 1, 1, tzinfo=UTC)
PARTIES = ("BHR", "KWT", "QAT", "UAE")


def waiting(key: int, party: str = "QAT", priority: int = 2, hours: int = 0) -> Waiting:
    return Waiting(key, party, priority, START + timedelta(hours=hours))


lists = some.lists(
    some.builds(waiting, some.integers(0, 99), some.sampled_from(PARTIES), some.integers(1, 3), some.integers(0, 5)),
    unique_by=lambda one: one.key,
    max_size=30,
)
orders = some.sampled_from(Order)


@some.composite
def rooms(draw: some.DrawFn) -> Room:
    """A room that can be: what is used lies within the quotas, what is taken within the capacity."""
    quotas = {party: draw(some.integers(0, 6)) for party in draw(some.sets(some.sampled_from(PARTIES)))}
    used = {party: draw(some.integers(0, seats)) for party, seats in quotas.items()}
    more = draw(some.integers(0, 6))
    opened = draw(some.integers(0, more))
    return Room(sum(quotas.values()) + more, sum(used.values()) + opened, quotas, used, released=draw(some.booleans()))


@given(rooms(), lists, orders)
def test_never_above_capacity_or_quota(room: Room, entries: list[Waiting], order: Order) -> None:
    after = room
    for one, seat in handed_down(room, entries, order):
        after = after.with_seat(one.party, seat)
    assert after.taken <= room.capacity
    assert all(after.used_by(party) <= seats for party, seats in room.quotas.items())


@given(rooms(), lists, orders)
def test_handed_down_until_nothing_is_left_for_anybody(room: Room, entries: list[Waiting], order: Order) -> None:
    given_to = handed_down(room, entries, order)
    for one, seat in given_to:
        room = room.with_seat(one.party, seat)
    left = {one.key for one in entries} - {one.key for one, _ in given_to}
    assert all(isinstance(seat_for(room, one.party), Lack) for one in entries if one.key in left)


@given(rooms(), lists, orders)
def test_the_first_for_whom_there_is_a_seat_gets_it(room: Room, entries: list[Waiting], order: Order) -> None:
    given_to = handed_down(room, entries, order)
    if given_to:
        first, seat = given_to[0]
        assert decide(room, first.party, entries, order, first.key) is seat
        for one in in_order(entries, order):
            if one.key == first.key:
                break
            assert isinstance(seat_for(room, one.party), Lack)


@given(rooms(), lists, orders, some.sampled_from(PARTIES))
def test_nobody_passes_those_who_wait(room: Room, entries: list[Waiting], order: Order, party: str) -> None:
    if decide(room, party, entries, order) is Seat.OPEN:
        assert all(seat_for(room, one.party) is not Seat.OPEN for one in entries)


@given(lists, orders, some.randoms())
def test_the_order_depends_on_the_list_alone(entries: list[Waiting], order: Order, chance: object) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_order(shuffled, order) == in_order(entries, order)
    assert sorted(one.key for one in in_order(entries, order)) == sorted(one.key for one in entries)


def test_the_declared_orders() -> None:
    entries = [
        waiting(1, "QAT", 3, 0),
        waiting(2, "QAT", 1, 1),
        waiting(3, "KWT", 2, 2),
        waiting(4, "QAT", 2, 3),
        waiting(5, "BHR", 3, 4),
    ]
    keys = {order: [one.key for one in in_order(entries, order)] for order in Order}
    assert keys == {
        Order.PRIORITY: [2, 3, 4, 1, 5],
        Order.RECEIVED: [1, 2, 3, 4, 5],
        Order.TURN: [2, 3, 5, 4, 1],
    }


def test_each_reason() -> None:
    room = Room(4, 2, {"QAT": 2, "KWT": 2}, {"QAT": 2})
    assert seat_for(room, "QAT") is Lack.USED
    assert seat_for(room, "BHR") is Lack.NONE
    assert seat_for(room, "KWT") is Seat.QUOTA
    released = Room(4, 2, {"QAT": 2, "KWT": 2}, {"QAT": 2}, released=True)
    assert seat_for(released, "QAT") is Seat.OPEN
    assert decide(released, "QAT", [waiting(1, "KWT")], Order.PRIORITY) is Lack.BEHIND
    assert seat_for(Room(2, 2, {"KWT": 1}), "KWT") is Lack.FULL


def test_six_weeks_before() -> None:
    assert release_day(date(2027, 3, 14)) == date(2027, 1, 31)
    assert release_day(date(2027, 3, 14), 0) == date(2027, 3, 14)
