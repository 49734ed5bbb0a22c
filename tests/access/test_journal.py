"""What happened, newest first, page after page; and the accounts, for those who manage them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mithaq.access.operations import keep_draft, save_view
from mithaq.access.reads import Recorded, accounts, recent
from mithaq.access.shapes import PAGE
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Refused
from tests.cast import BADER, CAST, HESSA, LAYLA, PUBLIC, RASHID, account
from tests.register.counting import counted

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def act(viewer: Viewer = HESSA, name: str = "late") -> str:
    """Something that leaves a line for one's own party; what it was done to."""
    return save_view(viewer, page="commitments", name=name, query="", shared=False).public_id


def walked(viewer: Viewer) -> list[Recorded]:
    """All lines, page after page."""
    page = recent(viewer)
    found = list(page.entries)
    while page.more:
        assert len(page.entries) == PAGE
        page = recent(viewer, after=page.more)
        found += page.entries
    return found


def test_pages_hold_every_line_once_also_those_of_one_instant() -> None:
    made = []
    for instant, count in enumerate((3, PAGE * 2 + 7, 1, PAGE)):
        with clock.stopped_at(NOON + timedelta(minutes=instant)):
            made += [act(name=f"{instant} {n}") for n in range(count)]
    assert [entry.thing for entry in walked(HESSA)] == made[::-1]


def test_a_line_is_seen_by_those_who_see_what_it_is_about() -> None:
    mine = act(RASHID)
    assert [entry.thing for entry in recent(HESSA).entries] == [mine]
    assert recent(BADER).entries == recent(LAYLA).entries == recent(PUBLIC).entries == ()


def test_what_others_do_out_of_sight_changes_no_page() -> None:
    with clock.stopped_at(NOON):
        for _ in range(PAGE + 5):
            act()
    before = recent(HESSA)
    with clock.stopped_at(NOON):
        for _ in range(7):
            act(BADER)
    assert recent(HESSA) == before
    assert len(recent(HESSA, after=before.more).entries) == 5


def test_lines_of_an_account_an_operation_an_area_a_thing() -> None:
    mine, other = act(HESSA), act(RASHID)
    keep_draft(HESSA, form="x", typed={"words": "half a sentence"})
    for given, things in (
        ({"account": "hessa"}, [mine]),
        ({"thing": other}, [other]),
        ({"operation": "views.save"}, [other, mine]),
        ({"operation": "views"}, [other, mine]),
        ({"operation": "drafts"}, []),
        ({"operation": "view"}, []),
        ({}, [other, mine]),
    ):
        assert [entry.thing for entry in recent(HESSA, **given).entries] == things, given


@pytest.mark.parametrize(
    "after", ["x", "2026-11-01~1", "2026-11-01T12:00:00+00:00~-1", "2026-11-01T12:00:00+00:00", "~"]
)
def test_a_place_that_is_none_is_the_beginning(after: str) -> None:
    assert recent(HESSA, after=after) == recent(HESSA)


def test_it_asks_as_often_for_three_lines_as_for_one() -> None:
    act()
    one = counted(lambda: recent(HESSA))
    act(RASHID)
    act()
    assert counted(lambda: recent(HESSA)) == one


def test_accounts_are_for_those_who_manage_them() -> None:
    for viewer in CAST:
        account(viewer)
    for viewer in (RASHID, BADER, PUBLIC):
        with pytest.raises(Refused):
            accounts(viewer)
    rows = accounts(LAYLA).entries
    assert [row.party for row in rows] == sorted(row.party for row in rows)
    (hessa,) = accounts(LAYLA, account="hessa").entries
    assert (hessa.party, hessa.level, hessa.roles, hessa.active) == ("QAT", "RESTRICTED", ("mission_officer",), True)
    assert {row.account for row in accounts(LAYLA, party="QAT").entries} == {"hessa", "rashid"}
    assert accounts(LAYLA, after="hessa").entries[0].account == "rashid"
    assert counted(lambda: accounts(LAYLA)) == counted(lambda: accounts(LAYLA, account="hessa"))
