"""The first account of a house, and who stands in for whom."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.models import Account, JournalLine
from mithaq.access.operations import add_account, found_house, set_deputy, viewer_named
from mithaq.access.viewer import acting_as
from mithaq.core.errors import Invalid, Refused
from tests.cast import HESSA, PUBLIC, RASHID, account

pytestmark = pytest.mark.django_db


def given(username: str, **changed: Any) -> dict[str, Any]:
    """The fields of an account of the secretariat, but for what is changed."""
    return {
        "username": username,
        "email": f"{username}@example.org",
        "name_ar": "ليلى",
        "name_en": "Layla",
        "party": "SEC",
        "level": "CONFIDENTIAL",
        "roles": ["secretariat"],
        "language": "ar",
        **changed,
    }


def test_the_first_account_is_made_by_itself_and_journaled() -> None:
    founder = found_house(**given("layla"))
    assert founder == viewer_named("layla")
    assert not Account.objects.get().has_usable_password()
    with acting_as(founder):
        line = JournalLine.objects.get()
    assert (line.account, line.operation, line.changes) == ("layla", "accounts.add", {"account": [None, "layla"]})


def test_a_house_is_founded_once() -> None:
    founder = found_house(**given("layla"))
    with pytest.raises(Refused):
        found_house(**given("omar"))
    with pytest.raises(Invalid) as refusal:
        add_account(founder, **given("omar"))
    assert refusal.value.errors["party"][0]["code"] == "unknown_party"


def test_who_could_not_add_the_others_founds_no_house() -> None:
    with pytest.raises(Refused):
        found_house(**given("rashid", roles=["mission_head"]))
    with pytest.raises(Invalid):
        found_house(**given("layla", roles=["secretariat", "king"]))
    assert not Account.objects.exists()


def test_a_deputy_is_of_the_same_party_and_somebody_else() -> None:
    mine, other = account(HESSA), account(RASHID)
    account(PUBLIC)
    set_deputy(HESSA, deputy="rashid")
    mine.refresh_from_db()
    assert mine.deputy == other
    for wrong in ("hessa", "public", "nobody"):
        with pytest.raises(Invalid):
            set_deputy(HESSA, deputy=wrong)
    set_deputy(HESSA, deputy="")
    mine.refresh_from_db()
    assert mine.deputy is None
