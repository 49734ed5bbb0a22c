"""What stands open today: with a party, and over all centres; each viewer counts what he sees and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic_core import to_json

from mithaq.access.shapes import Seen
from mithaq.access.viewer import Viewer
from mithaq.followup import operations as actions
from mithaq.followup.reads import action_page
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.findings.reads import actions_of_party, put_to_me, standing
from mithaq.reviews.findings.reads.stands import ActionCounts, FindingCounts, PartyStands, counted, standing_of_action
from mithaq.reviews.findings.tick import escalate
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.reviews.findings.worlds import CENTRE, at, evaluate, make_course_run, make_evaluated, the_finding


@pytest.mark.parametrize(
    ("state", "outcome", "stands"),
    [
        *((state, outcome, "open") for state in ("proposed", "agreed", "under_way") for outcome in ("worked", "did_not")),
        ("done", "worked", "proved"), ("done", "did_not", "failed"), ("done", "not_yet_known", "unproved"),
        ("not_done", "worked", "unproved"), ("superseded", "did_not", "unproved"),
    ],
)  # fmt: skip
def test_closed_is_not_proved_and_what_was_not_done_proved_nothing(state: str, outcome: str, stands: str) -> None:
    assert standing_of_action(state, outcome) == stands


def test_late_are_those_of_the_open_ones_alone() -> None:
    rows = [("agreed", "not_yet_known", 3), ("agreed", "worked", 0), ("done", "worked", 9), ("not_done", "did_not", 9)]
    assert counted(rows) == ActionCounts(open=2, late=1, proved=1, failed=0, unproved=1)
    assert counted(rows).closed == 2
    assert counted([]) == ActionCounts()


@pytest.fixture
def courses(db: None) -> dict[str, str]:
    """A bad course among good ones, evaluated in June; Qatar and the centre were asked and act until August."""
    return kept(make_acted_on)


def make_acted_on() -> dict[str, str]:
    made = make_evaluated()
    with at(2026, 6):
        findings.share_finding(LAYLA, finding=the_finding(LAYLA).public_id, party="QAT")
        for viewer in (HESSA, DANA):
            act(viewer)
    return made


def act(viewer: Viewer, due: str = "2026-08-01") -> str:
    """The viewer's party accepts what it was asked and says what is done."""
    (row,) = put_to_me(viewer)
    findings.answer_finding(viewer, asked=row.asked.public_id, version=1, answer="accepted")
    told: dict[str, Any] = {"title_en": f"Done by {viewer.party}", "due": due, "predicted": "10"}
    return findings.act_on_finding(viewer, asked=row.asked.public_id, **told).public_id


def test_a_party_reads_its_open_actions_and_what_waits(courses: dict[str, str]) -> None:
    with at(2026, 8, 11):
        mine = actions_of_party(HESSA, party="QAT")
        assert mine.as_of == "2026-08-11"
        (done,) = mine.actions
        assert (done.title.en, done.owner, done.due, done.late, done.predicted) == (
            "Done by QAT",
            "QAT",
            "2026-08-01",
            10,
            "10",
        )
        assert (done.code, done.outcome) == ("RC-9", "not_yet_known")
        assert mine.counts == ActionCounts(open=1, late=1)
        assert mine.waiting == ()
        for viewer in (LAYLA, DANA, RASHID):
            assert [one.action for one in actions_of_party(viewer, party="QAT").actions] == [done.action]
        assert set(mine.seen.audience) == {"QAT", "SEC", CENTRE}
        assert [one.title.en for one in actions_of_party(LAYLA, party=CENTRE).actions] == [f"Done by {CENTRE}"]
        for blind in (BADER, SALIM, PUBLIC):
            assert actions_of_party(blind, party="QAT") == PartyStands(
                "QAT", "2026-08-11", (), ActionCounts(), (), Seen("PUBLIC", ())
            )
        assert actions_of_party(HESSA, party=CENTRE).actions == ()


def test_what_another_party_was_asked_and_does_changes_nothing(courses: dict[str, str]) -> None:
    with at(2026, 6, 20):
        before = [
            to_json(one)
            for one in (actions_of_party(HESSA, party="QAT"), actions_of_party(HESSA, party="KWT"), standing(HESSA))
        ]
        findings.share_finding(LAYLA, finding=the_finding(LAYLA).public_id, party="KWT", note_en="Tell us")
        (row,) = actions_of_party(BADER, party="KWT").waiting
        assert not any(letter.isdigit() for letter in row.statement.en + row.statement.ar)
        action = act(BADER)
        assert [one.action for one in actions_of_party(LAYLA, party="KWT").actions] == [action]
        assert before == [
            to_json(one)
            for one in (actions_of_party(HESSA, party="QAT"), actions_of_party(HESSA, party="KWT"), standing(HESSA))
        ]


def test_the_secretariat_counts_by_centre_and_together(courses: dict[str, str]) -> None:
    with at(2026, 7):
        (one,) = standing(LAYLA).centres
        assert one.centre == CENTRE
        assert one.actions == standing(LAYLA).together.actions == ActionCounts(open=2)
        assert one.findings == FindingCounts(open=1, escalated=0)
        assert set(standing(LAYLA).seen.audience) == {"SEC", CENTRE}
    with at(2026, 9, 15):
        assert escalate() == 1
        assert standing(LAYLA).together.actions == ActionCounts(open=2, late=2)
        assert standing(LAYLA).together.findings == FindingCounts(open=1, escalated=1)
    assert standing(BADER).centres == ()
    assert standing(BADER).together.actions == ActionCounts()


def test_closed_is_proved_by_the_next_run_alone(courses: dict[str, str]) -> None:
    (mine,) = actions_of_party(LAYLA, party="QAT").actions
    with at(2026, 7, 20):
        for state in ("agreed", "done"):
            version = action_page(LAYLA, action=mine.action).version
            actions.change_action_state(LAYLA, action=mine.action, version=version, state=state, reason="It is so")
        assert actions_of_party(HESSA, party="QAT").counts == ActionCounts(unproved=1)
        assert actions_of_party(HESSA, party="QAT").actions == ()
    with at(2026, 6, 20):
        make_course_run(courses["RC-9"], 18.0, "2026-09-01", LAYLA, seed=7)
    with at(2026, 10):
        evaluate(LAYLA)
        assert standing(LAYLA).together.actions == ActionCounts(open=1, late=1, proved=1)
        assert actions_of_party(LAYLA, party="QAT").counts == ActionCounts(proved=1)


def test_the_same_queries_however_many(courses: dict[str, str]) -> None:
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as found:
            actions_of_party(LAYLA, party=CENTRE)
            standing(LAYLA)
        counts.append(len(found))
        (row,) = put_to_me(DANA)
        for number in range(2):
            told: dict[str, Any] = {"title_en": f"More {number}", "due": "2027-01-01", "predicted": "5"}
            findings.act_on_finding(DANA, asked=row.asked.public_id, **told)
    assert counts[0] == counts[1]
