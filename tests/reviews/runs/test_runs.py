"""Runs: made from what their maker sees, frozen, made again, and seen by their makers alone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Problem, Refused
from mithaq.register.instruments.models import Result
from mithaq.reviews.runs import operations as runs
from mithaq.reviews.runs.models import Consent, Part, Release, Run
from mithaq.reviews.runs.plain import digest
from mithaq.reviews.runs.reads import ledger, run_json, run_list, run_page, run_rows
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_measured, make_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house() -> None:
    kept(make_house)


def queries(ask: Any) -> int:
    """How many queries this takes."""
    with CaptureQueriesContext(
        connection,
    ) as found:
        ask()
    return len(found)


def test_a_run_holds_what_was_measured() -> None:
    make_measured(courses=3)
    page = run_page(DANA, run=make_run())
    content = json.loads(page.content)
    assert [one["course"] for one in content["report"]["courses"]] == ["RC-201", "RC-202", "RC-203"]
    assert {one["verdict"] for one in content["report"]["courses"]} == {"benefit_shown"}
    assert page.parties == ("KWT", "OMN", "QAT")
    assert page.digest == digest(page.content)
    assert page.data_hash
    assert page.seed == 0
    assert page.made_with
    assert page.seen.audience == ("NATO-ICI-RC",)


def test_where_there_are_no_results_there_is_no_run() -> None:
    with pytest.raises(Problem, match="no results"):
        make_run()


def test_made_again_it_is_the_same_to_the_last_byte() -> None:
    make_measured(courses=3)
    run = make_run()
    runs.check(DANA, run=run)
    assert run_page(DANA, run=run).checked == "same"


def test_a_changed_datum_is_another_hash_and_the_old_run_stays() -> None:
    make_measured()
    run = make_run()
    before = run_page(DANA, run=run)
    with acting_as(DANA, writing=True):
        row = Result.objects.order_by("pk")[3]
        Result.objects.filter(pk=row.pk).update(post=row.post - 1)
    runs.check(DANA, run=run)
    after = run_page(DANA, run=run)
    assert after.checked == "data"
    assert (after.content, after.digest, after.data_hash) == (before.content, before.digest, before.data_hash)
    assert run_page(DANA, run=make_run()).data_hash != before.data_hash


def test_another_version_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    make_measured()
    run = make_run()
    with acting_as(DANA, writing=True):
        Run.objects.update(made_with="0.0.1")
    runs.check(DANA, run=run)
    assert run_page(DANA, run=run).checked == "code"


@pytest.mark.parametrize("viewer", [RASHID, HESSA, BADER, SALIM, PUBLIC, LAYLA], ids=lambda one: one.account)
def test_a_run_is_its_makers_alone(viewer: Viewer) -> None:
    make_measured()
    run = make_run()
    assert not run_list(viewer).entries
    for ask in (
        lambda: run_page(viewer, run=run),
        lambda: run_json(viewer, run=run),
        lambda: run_rows(viewer, run=run),
    ):
        with pytest.raises(Absent):
            ask()


def test_who_only_reads_cannot_make_one_again() -> None:
    make_measured()
    run = make_run()
    with pytest.raises(Refused):
        runs.check(SALIM, run=run)
    with pytest.raises(Absent):
        runs.check(LAYLA, run=run)


def test_the_rows_of_a_run() -> None:
    make_measured(courses=2)
    found = run_rows(DANA, run=make_run())
    assert found.columns[0] == "course"
    assert [row[0] for row in found.rows] == ["RC-201", "RC-202"]
    assert found.rows[0][3] == "24"


def test_the_ledger_of_a_party_before_any_release_is_for_the_makers() -> None:
    make_measured()
    run = make_run()
    shown = ledger(DANA, party="QAT")
    assert (shown.source, shown.thing, shown.learned, shown.verdict) == ("run", run, 8, "benefit_shown")
    assert shown.used == 8
    assert ledger(HESSA, party="QAT").source == ""
    assert ledger(BADER, party="QAT") == ledger(PUBLIC, party="QAT")


def test_the_list_takes_as_many_queries_for_three_as_for_one() -> None:
    make_measured()
    make_run()
    one = queries(lambda: run_list(DANA))
    make_run()
    make_run()
    assert queries(lambda: run_list(DANA)) == one
    assert len(run_list(DANA).entries) == 3


@pytest.mark.any_database
@pytest.mark.parametrize("model", [Run, Release, Part, Consent])
def test_who_sees_a_row_stands_before_what_is_long_in_it(model: Any) -> None:
    """SQLite reads a row from its head on: behind a long content the label would take longer to look at where one is there."""
    with connection.cursor() as cursor:
        columns = [one.name for one in connection.introspection.get_table_description(cursor, model._meta.db_table)]
    assert columns.index("label_id") == 2
    assert columns.index("content") >= len(columns) - 2
