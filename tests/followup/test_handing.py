"""Handing over what somebody who leaves is the focal point of."""

from __future__ import annotations

import pytest

from mithaq.core.errors import Absent, Invalid, Refused
from mithaq.followup.operations import hand_over
from mithaq.followup.reads import about, action_page, of_account
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_action, make_commitment, make_house, make_report

pytestmark = pytest.mark.django_db


def focal(action: str) -> str:
    """The account of the focal point; empty for nobody."""
    shown = action_page(RASHID, action=action).row.focal
    return shown.account if shown else ""


def test_what_is_open_goes_to_a_colleague_or_to_nobody() -> None:
    make_house()
    action = make_action(make_commitment(), focal="hessa")
    assert [row.public_id for row in of_account(LAYLA, account="hessa").actions] == [action]
    hand_over(LAYLA, account="hessa", to="rashid")
    assert focal(action) == "rashid"
    hand_over(LAYLA, account="rashid")
    assert focal(action) == ""


def test_it_reaches_as_far_as_the_viewer_sees() -> None:
    make_house()
    hidden = make_action(make_commitment("سرّ", "QAT", viewer=RASHID), viewer=RASHID, focal="hessa")
    assert of_account(LAYLA, account="hessa").actions == ()
    hand_over(LAYLA, account="hessa", to="rashid")
    assert focal(hidden) == "hessa"


def test_only_colleagues_take_over_and_only_who_manages_accounts_hands_over() -> None:
    make_house()
    with pytest.raises(Invalid):
        hand_over(LAYLA, account="hessa", to="bader")
    with pytest.raises(Absent):
        hand_over(LAYLA, account="nobody", to="rashid")
    for viewer in (RASHID, HESSA, SALIM):
        with pytest.raises(Refused):
            hand_over(viewer, account="hessa", to="rashid")


def test_a_report_is_about_its_action_for_those_who_see_it() -> None:
    make_house()
    action = make_action(make_commitment("سرّ", "QAT", "SEC"))
    report = make_report(action)
    assert about(RASHID, things=f"{report},{action},,x")[report].thing == action
    assert about(BADER, things=report) == {}
