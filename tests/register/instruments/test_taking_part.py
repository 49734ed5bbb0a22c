"""Who took part is told by results too: the seats of a course that was held are used by them, wherever seats are counted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.access.viewer import acting_as
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import activity_page, activity_year
from mithaq.register.instruments import operations as instruments
from mithaq.register.instruments.models import Result
from mithaq.register.instruments.results import results_table
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.runs.reads import ledger, run_page
from tests.cast import BADER, DANA, HESSA, RASHID, SALIM
from tests.make import make_offering, make_results
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
SEATS = {"KWT": 3, "QAT": 4}
HEAD = "offering,party,person,completed\n"


@pytest.fixture
def offering() -> str:
    """A run that was held, without a nomination."""
    made = make_offering(seats=SEATS)
    activities.step_activity(DANA, activity=made, version=4, state="held")
    return made


def seats(viewer: Any, offering: str) -> dict[str, tuple[int | None, int | None]]:
    return {one.party: (one.offered, one.used) for one in activity_page(viewer, activity=offering).quotas}


def take_in(content: str, **fields: Any) -> str:
    return instruments.take_in_results(DANA, file=SimpleUploadedFile("past.csv", content.encode()), **fields).public_id


def test_page_year_run_and_ledger_say_the_same(offering: str) -> None:
    assert seats(DANA, offering) == {"KWT": (3, 0), "QAT": (4, 0)}
    make_results(offering, ("QAT", "P1", 40, 70), ("QAT", "P2", 50, None), ("KWT", "P1", None, 60))
    assert seats(DANA, offering) == {"KWT": (3, 1), "QAT": (4, 2)}
    (row,) = activity_year(HESSA, year="2027").rows
    assert (row.own_seats, row.own_used) == (4, 2)
    findings.evaluate(DANA, title_en="Run")
    told = ledger(DANA, party="QAT")
    assert (told.offered, told.used) == (4, 2)


def test_who_is_not_told_of_seats_is_not_told_by_results(offering: str) -> None:
    make_results(offering, ("QAT", "P1", 40, 70), ("KWT", "P1", None, 60))
    assert seats(HESSA, offering) == {"KWT": (None, None), "QAT": (4, 1)}
    assert seats(BADER, offering) == {"KWT": (3, 1), "QAT": (None, None)}
    assert seats(SALIM, offering) == {"KWT": (None, None), "QAT": (None, None)}
    assert seats(RASHID, offering) == {"KWT": (None, None), "QAT": (4, 1)}


def test_more_people_than_seats_of_the_own_were_offered_one(offering: str) -> None:
    make_results(offering, *(("KWT", f"P{number}", 40, 70) for number in range(1, 6)), ("OMN", "P1", 1, 2))
    assert seats(DANA, offering) == {"KWT": (5, 5), "OMN": (1, 1), "QAT": (4, 0)}


def test_a_file_of_those_who_took_part_needs_no_scores(offering: str) -> None:
    ref = activity_page(DANA, activity=offering).row.ref
    taken = take_in(f"{HEAD}{ref},QAT,A1,yes\n{ref},QAT,A2,no\n{ref},KWT,أحمد علي,نعم\n")
    assert seats(DANA, offering) == {"KWT": (3, 1), "QAT": (4, 1)}
    with acting_as(DANA):
        assert not Result.objects.filter(person__contains="أحمد").exists()
        assert len(results_table()) == 3
    instruments.undo_results(DANA, taken_in=taken)
    assert seats(DANA, offering) == {"KWT": (3, 0), "QAT": (4, 0)}


def test_a_score_comes_later_out_of_its_own_maximum(offering: str) -> None:
    ref = activity_page(DANA, activity=offering).row.ref
    take_in(f"{HEAD}{ref},QAT,A1,yes\n{ref},QAT,A2,yes\n")
    later = take_in(f"offering,party,person,post,max\n{ref},QAT,A1,30,50\n")
    with acting_as(DANA):
        assert list(Result.objects.order_by("person").values_list("post", "maximum")) == [(30, 50), (None, 100)]
    instruments.undo_results(DANA, taken_in=later)
    assert seats(DANA, offering)["QAT"] == (4, 2)


def test_a_run_over_people_without_scores_is_not_measurable(offering: str) -> None:
    ref = activity_page(DANA, activity=offering).row.ref
    take_in(f"{HEAD}{ref},QAT,A1,yes\n{ref},KWT,B1,yes\n")
    run = findings.evaluate(DANA, title_en="Run").public_id
    (course,) = json.loads(run_page(DANA, run=run).content)["report"]["courses"]
    assert course["verdict"] == "not_measurable"
    told = ledger(DANA, party="QAT")
    assert (told.offered, told.used, told.completed) == (4, 1, 1)


def test_seats_take_as_many_queries_for_many_people_as_for_one(offering: str) -> None:
    make_results(offering, ("QAT", "P1", 40, 70))
    few = counted(lambda: activity_page(DANA, activity=offering)), counted(lambda: activity_year(HESSA, year="2027"))
    make_results(offering, *(("QAT", f"P{number}", 40, 70) for number in range(2, 5)), ("KWT", "P1", 1, 2))
    more = counted(lambda: activity_page(DANA, activity=offering)), counted(lambda: activity_year(HESSA, year="2027"))
    assert more == few
