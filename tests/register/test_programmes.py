"""Areas of cooperation and who named them."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.core.errors import Invalid, Refused
from mithaq.register.programmes import operations, reads
from tests.cast import BADER, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_parties
from tests.register.counting import counted

pytestmark = pytest.mark.django_db


def add(code: str, order: int = 0) -> None:
    operations.add_area(LAYLA, code=code, name_ar=f"مجال {code}", name_en=f"Area {code}", order=order)


def test_areas_in_the_order_of_the_house_with_those_who_named_them() -> None:
    add("energy", 2)
    add("maritime", 1)
    for mode, since in (("agreed", "2019-12"), ("discussed", "2011-02")):
        operations.claim_area(LAYLA, area="maritime", mode=mode, since=since, source="S", level="PUBLIC")
    first, second = reads.area_list(PUBLIC)
    assert (first.code, second.code) == ("maritime", "energy")
    assert [(c.mode, c.since) for c in first.claims] == [("discussed", "2011-02"), ("agreed", "2019-12")]


def test_a_claim_is_seen_by_those_it_was_released_to() -> None:
    make_parties()
    add("cyber")
    given: dict[str, Any] = {
        "area": "cyber",
        "mode": "consulted",
        "source": "S",
        "level": "RESTRICTED",
        "audience": ["KWT"],
    }
    operations.claim_area(LAYLA, **given)
    assert [len(reads.area_list(viewer)[0].claims) for viewer in (BADER, RASHID)] == [1, 0]


def test_an_area_is_added_once_and_only_a_known_one_is_claimed() -> None:
    add("cyber")
    with pytest.raises(Invalid):
        add("cyber")
    with pytest.raises(Invalid):
        operations.claim_area(LAYLA, area="space", mode="agreed", source="S", level="PUBLIC")


def test_a_mission_adds_no_areas() -> None:
    for viewer in (RASHID, SALIM):
        with pytest.raises(Refused):
            operations.add_area(viewer, code="cyber", name_ar="سيبراني", name_en="Cyber")


def test_as_many_queries_for_three_as_for_one() -> None:
    add("a1")
    operations.claim_area(LAYLA, area="a1", mode="agreed", source="S", level="PUBLIC")
    once = counted(lambda: reads.area_list(RASHID))
    for code in ("a2", "a3"):
        add(code)
        operations.claim_area(LAYLA, area=code, mode="agreed", source="S", level="PUBLIC")
    assert counted(lambda: reads.area_list(RASHID)) == once
