"""What was said of the runs in which a trainer taught: in shares, of no few, for those who may see the forms."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.reads import trainer_feedback
from mithaq.register.training import operations as training
from tests.cast import BADER, DANA, HESSA, LAYLA
from tests.kept import kept
from tests.make import make_course, make_house, make_instrument, make_offering
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
OF_BOTH: dict[str, Any] = {"level": "OFFICIAL", "audience": ("QAT", "SEC", "NATO-ICI-RC")}


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2027, 3, 20, 8, tzinfo=UTC)):
        yield


def make_trainer(*runs: str) -> str:
    trainer = training.add_trainer(DANA, centre="NATO-ICI-RC", name_en="Rossi", **OF_BOTH).public_id
    for run in runs:
        training.assign_trainer(DANA, trainer=trainer, activity=run)
    return trainer


def fill(run: str, form: str, *engaging: int) -> None:
    """Forms of people of Qatar's, each with this answer to the first question and another to the last."""
    given: dict[str, Any] = {"activity": run, "instrument": form, "wave": "reaction", "party": "QAT", "language": "en"}
    for number, one in enumerate(engaging):
        said = {"1": str(one), "4": "Longer"}
        instruments.record_form(DANA, answers=said, taken_on=date(2027, 3, 18), person=f"P{number}", **given)


def test_ten_answers_are_told_and_nine_are_not() -> None:
    course = make_course()
    first, second = make_offering(course), make_offering(course, begins="2027-02-01", ends="2027-02-05")
    form, trainer = make_instrument(course, level="L1"), make_trainer(first, second)
    assert trainer_feedback(DANA, trainer=trainer).forms == 0
    fill(first, form, 5, 4, 4, 3, 1, 5)
    fill(second, form, 5, 2, 4)
    told = trainer_feedback(DANA, trainer=trainer)
    assert (told.runs, told.forms, told.few, told.said) == (2, 9, True, ())
    one = counted(lambda: trainer_feedback(DANA, trainer=trainer))
    fill(second, form, 5)
    told = trainer_feedback(DANA, trainer=trainer)
    assert [(said.asks, said.yes, said.n, said.words.en) for said in told.said] == [
        ("engaging", 7, 10, "The course kept me engaged.")
    ]
    assert not told.few
    assert counted(lambda: trainer_feedback(DANA, trainer=trainer)) == one


def test_what_was_said_of_other_runs_does_not_count() -> None:
    course = make_course()
    taught, other = make_offering(course), make_offering(course, begins="2027-02-01", ends="2027-02-05")
    form, trainer = make_instrument(course, level="L1"), make_trainer(taught)
    fill(other, form, *[5] * 10)
    assert trainer_feedback(DANA, trainer=trainer).forms == 0


def test_a_state_is_told_nothing_of_it() -> None:
    course = make_course()
    run = make_offering(course)
    form, trainer = make_instrument(course, level="L1"), make_trainer(run)
    fill(run, form, *[5] * 10)
    assert trainer_feedback(HESSA, trainer=trainer).forms == 0
    assert trainer_feedback(LAYLA, trainer=trainer).forms == 0
    with pytest.raises(Absent):
        trainer_feedback(BADER, trainer=trainer)
