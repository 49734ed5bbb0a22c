"""What people wrote in their own words: read by those who see the forms, of few by those alone who evaluate, never in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mithaq.access.permissions import Permission
from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.reads import remarks
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, SALIM
from tests.kept import kept
from tests.make import make_course, make_house, make_instrument, make_offering
from tests.register.counting import counted
from tests.web.door import page, signed_in

pytestmark = pytest.mark.django_db
READER = replace(DANA, permissions=DANA.permissions - {Permission.FINDINGS_EVALUATE})
SAID = ("More practice", "مزيد من التمارين", "<b>Shorter</b>")


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2027, 3, 20, 8, tzinfo=UTC)):
        yield


def wrote(run: str, form: str, *texts: str, first: int = 0) -> None:
    """A reaction of each of these people; an empty text: nothing was written."""
    for number, text in enumerate(texts, first):
        said = {"1": "4"} | ({"4": text} if text else {})
        instruments.record_form(
            DANA, activity=run, instrument=form, wave="reaction", party="QAT", language="en", answers=said,
            taken_on=date(2027, 3, 18), person=f"P{number}",
        )  # fmt: skip


@pytest.fixture
def run() -> str:
    course = make_course()
    made = make_offering(course)
    wrote(made, make_instrument(course, level="L1"), *SAID, "")
    return made


def test_those_who_run_it_read_what_was_written(run: str) -> None:
    (one,) = remarks(DANA, activity=run)
    assert (one.wave, one.question.en, one.filled, one.withheld) == (
        "reaction",
        "What should be better next time?",
        4,
        False,
    )
    assert sorted(one.texts) == sorted(SAID)
    shown = page(signed_in(DANA).get(f"/activities/{run}/results/"))
    assert "مزيد من التمارين" in shown
    assert "<b>Shorter" not in shown


@pytest.mark.parametrize("viewer", [HESSA, BADER, SALIM, LAYLA, PUBLIC], ids=lambda one: one.account or "public")
def test_no_state_reads_them(run: str, viewer: object) -> None:
    try:
        assert remarks(viewer, activity=run) == ()  # type: ignore[arg-type]
    except Absent:
        assert viewer is PUBLIC


def test_of_fewer_than_ten_forms_others_read_nothing() -> None:
    course = make_course()
    run, form = make_offering(course), make_instrument(course, level="L1")
    wrote(run, form, *["Longer"] * 9)
    (one,) = remarks(READER, activity=run)
    assert (one.filled, one.texts, one.withheld) == (9, (), True)
    wrote(run, form, "Shorter", first=9)
    (one,) = remarks(READER, activity=run)
    assert (len(one.texts), one.withheld) == (10, False)


def test_the_order_tells_nothing() -> None:
    orders: list[tuple[str, ...]] = []
    for texts in (SAID, SAID[::-1]):
        course = make_course(code=f"RC-{len(orders)}")
        run = make_offering(course)
        wrote(run, make_instrument(course, level="L1"), *texts)
        orders.append(remarks(DANA, activity=run)[0].texts)
    assert orders[0] == orders[1]


def test_it_takes_as_many_queries_for_many(run: str) -> None:
    one = counted(lambda: remarks(DANA, activity=run))
    course = make_course(code="RC-9")
    other = make_offering(course)
    wrote(other, make_instrument(course, level="L1"), *map(str, range(12)))
    assert counted(lambda: remarks(DANA, activity=other)) == one


def test_what_is_no_activity_is_absent() -> None:
    with pytest.raises(Absent):
        remarks(DANA, activity="a" * 22)
