"""Actions, what they serve, and their progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.access.models import Account
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.followup import operations, reads
from mithaq.register.commitments.operations import assign_commitment, undo
from mithaq.register.commitments.reads import commitment_page
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID, SALIM
from tests.kept import kept
from tests.make import make_action, make_commitment, make_document, make_house, make_report
from tests.register.counting import counted
from tests.register.proposing import accept, proposals, propose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> None:
    kept(make_house)


def page(action: str, viewer: Any = LAYLA) -> reads.ActionPage:
    return reads.action_page(viewer, action=action)


def confirm(report: str, viewer: Any = LAYLA, version: int = 1) -> None:
    operations.confirm_report(viewer, report=report, version=version)


def test_an_action_serves_commitments_and_is_seen_by_those_who_see_all_of_them() -> None:
    wide, narrow = make_commitment(), make_commitment("Another", "QAT", "SEC")
    row = page(make_action(wide, narrow, focal="hessa"), HESSA).row
    assert (row.ref[:7], row.owner, row.due, row.state, row.percent) == (
        f"A-{clock.today().year}-",
        "QAT",
        "2026-12-15",
        "proposed",
        0,
    )
    assert row.focal is not None
    assert (row.focal.account, row.seen.audience) == ("hessa", ("QAT", "SEC"))
    assert [served.public_id for served in row.serves] == [wide, narrow]


def test_narrower_if_asked_and_never_wider() -> None:
    made = make_commitment()
    narrow = make_action(made, level="CONFIDENTIAL", audience=["QAT"])
    assert (page(narrow).row.seen.level, page(narrow).row.seen.audience) == ("CONFIDENTIAL", ("QAT", "SEC"))
    wide = page(make_action(made, level="PUBLIC")).row.seen
    assert (wide.level, wide.audience) == ("RESTRICTED", ("KWT", "QAT", "SEC"))


def test_what_was_released_to_different_parties_is_served_by_nobody_but_who_sees_both() -> None:
    ours, theirs = make_commitment("Ours", "KWT"), make_commitment("Theirs", "QAT")
    assert page(make_action(ours, theirs, owner="SEC")).row.seen.audience == ("SEC",)
    with pytest.raises(Invalid):
        make_action(ours, theirs, owner="QAT")


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"title_en": ""}, "title_ar"),
        ({"due": ""}, "due"),
        ({"owner": "XYZ"}, "owner"),
        ({"owner": "OMN"}, "owner"),
        ({"focal": "salim"}, "focal"),
    ],
)
def test_what_does_not_fit_is_said_by_field(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_action(make_commitment(), **bad)
    assert list(said.value.errors) == [field]


def test_a_party_adds_its_own_actions_only() -> None:
    made = make_commitment()
    assert page(make_action(made, viewer=HESSA)).row.owner == "QAT"
    for viewer in (BADER, DANA, SALIM):
        with pytest.raises(Refused):
            make_action(make_commitment(level="PUBLIC"), viewer=viewer)


def test_described_assigned_and_moved_with_the_reason_in_the_journal() -> None:
    made = make_action(make_commitment())
    operations.describe_action(HESSA, action=made, version=1, title_ar="اختبار موحّد")
    operations.assign_action(RASHID, action=made, version=2, focal="hessa", due="2027-01-31", reason="Budget")
    operations.change_action_state(RASHID, action=made, version=3, state="agreed", reason="Both sides agreed")
    shown = page(made)
    assert (shown.row.title.ar, shown.row.title.en, shown.row.due, shown.version) == (
        "اختبار موحّد",
        "",
        "2027-01-31",
        4,
    )
    assert [(line.operation, line.reason) for line in shown.history] == [
        ("actions.change_state", "Both sides agreed"),
        ("actions.assign", "Budget"),
        ("actions.describe", ""),
        ("actions.add", ""),
    ]
    assert shown.history[1].changes == {"focal": [None, "hessa"], "due": ["2026-12-15", "2027-01-31"]}


def test_only_who_follows_all_up_hands_an_action_to_another_party() -> None:
    made = make_action(make_commitment())
    with pytest.raises(Refused):
        operations.assign_action(RASHID, action=made, version=1, owner="KWT", reason="x")
    operations.assign_action(LAYLA, action=made, version=1, owner="KWT", reason="x")
    assert page(made, BADER).row.owner == "KWT"


def test_one_more_commitment_is_seen_as_served_by_those_who_see_both() -> None:
    action = make_action(make_commitment())
    secret = make_commitment("Secret", "KWT", "SEC")
    operations.serve_commitment(LAYLA, action=action, commitment=secret)
    operations.serve_commitment(LAYLA, action=action, commitment=secret)
    assert [len(page(action, viewer).row.serves) for viewer in (LAYLA, BADER, RASHID)] == [2, 2, 1]
    assert len(reads.of_commitment(BADER, commitment=secret).actions) == 1


def test_a_report_counts_when_it_is_confirmed() -> None:
    commitment = make_commitment()
    action, other = make_action(commitment), make_action(commitment)
    proof = make_document(RASHID, "All courses have a test.", "QAT", "SEC")
    report = make_report(action, 60, document=proof, sentence=1, address="https://example.org/tests", note="List")
    assert (page(action).row.percent, page(action).row.filed) == (0, 60)
    confirm(report)
    assert (page(action).row.percent, page(action).row.filed) == (60, None)
    (shown,) = page(action, HESSA).reports
    assert (shown.state, shown.by, shown.answered_by) == ("confirmed", "rashid", "layla")
    assert [e.cited.quote if e.cited else e.address for e in shown.evidence] == [
        "All courses have a test.",
        "https://example.org/tests",
    ]
    assert [len(page(action, viewer).reports[0].evidence) for viewer in (LAYLA, BADER)] == [2, 1]
    assert commitment_page(BADER, commitment=commitment).row.percent == 30
    operations.change_action_state(LAYLA, action=other, version=1, state="superseded", reason="Not needed")
    assert commitment_page(BADER, commitment=commitment).row.percent == 60


def test_an_action_that_not_all_may_see_moves_no_percentage() -> None:
    commitment = make_commitment()
    secret = make_action(commitment, audience=["QAT"], level="RESTRICTED")
    confirm(make_report(secret, 90))
    assert page(secret).row.percent == 90
    assert commitment_page(BADER, commitment=commitment).row.percent == 0


def test_returned_with_a_question_and_answered_once() -> None:
    action = make_action(make_commitment())
    report = make_report(action)
    operations.return_report(LAYLA, report=report, version=1, answer="Which courses?")
    (shown,) = page(action, HESSA).reports
    assert (shown.state, shown.answer, page(action).row.percent) == ("returned", "Which courses?", 0)
    for version in (1, 2):
        with pytest.raises(Conflict):
            confirm(report, version=version)
    assert [line.operation for line in page(action).history][:2] == ["actions.return", "actions.report"]


@pytest.mark.parametrize(
    "bad", [{"text_en": ""}, {"percent": 101}, {"document": "x"}, {"address": "javascript:alert(1)"}]
)
def test_a_report_that_does_not_fit(bad: dict[str, Any]) -> None:
    action = make_action(make_commitment())
    given = {"action": action, "percent": 10, "text_en": "Some", **bad}
    with pytest.raises(Invalid):
        operations.report_progress(RASHID, **given)


def test_who_reports_and_who_confirms() -> None:
    action = make_action(make_commitment())
    with pytest.raises(Refused):
        make_report(action, viewer=BADER)
    report = make_report(action, viewer=HESSA)
    make_report(action, viewer=LAYLA)  # for a party without accounts
    for viewer in (RASHID, HESSA, BADER):
        with pytest.raises(Refused):
            confirm(report, viewer)
    confirm(report)


def test_what_no_secretariat_sees_counts_when_it_is_reported() -> None:
    between_two = make_commitment("Only ours", "QAT", "KWT", viewer=RASHID)
    action = make_action(between_two, viewer=RASHID)
    report = make_report(action)
    with pytest.raises(Absent):
        confirm(report)
    shown = page(action, BADER)
    assert (shown.row.percent, shown.reports[0].state) == (60, "confirmed")
    assert commitment_page(BADER, commitment=between_two).row.percent == 60


ACTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "actions.describe": lambda a: {"action": a, "version": 1, "title_en": "x"},
    "actions.assign": lambda a: {"action": a, "version": 1, "focal": "", "reason": "x"},
    "actions.change_state": lambda a: {"action": a, "version": 1, "state": "agreed", "reason": "x"},
    "actions.serve": lambda a: {"action": a, "commitment": "x"},
    "actions.report": lambda a: {"action": a, "percent": 1, "text_en": "x"},
}
ANSWERS: dict[str, dict[str, Any]] = {
    "actions.confirm": {"version": 1},
    "actions.return": {"version": 1, "answer": "x"},
}


@pytest.mark.parametrize("name", [*ACTS, *ANSWERS])
def test_what_is_not_there_and_what_is_hidden_are_the_same(name: str) -> None:
    secret = make_action(make_commitment("سرّ", "KWT", viewer=BADER), viewer=BADER, owner="KWT")
    hidden = make_report(secret, viewer=BADER) if name in ANSWERS else secret
    for thing in (hidden, "nothing"):
        data = {"report": thing, **ANSWERS[name]} if name in ANSWERS else ACTS[name](thing)
        with pytest.raises(Absent):
            OPERATIONS[name].run(LAYLA if name in ANSWERS else RASHID, **data)


@pytest.mark.parametrize("name", [*ACTS, *ANSWERS])
def test_an_observer_changes_nothing(name: str) -> None:
    action = make_action(make_commitment(level="PUBLIC"))
    assert page(action, SALIM).may == ()
    data = {"report": action, **ANSWERS[name]} if name in ANSWERS else ACTS[name](action)
    with pytest.raises(Refused):
        OPERATIONS[name].run(SALIM, **data)


@pytest.mark.parametrize("name", ["actions.describe", "actions.assign", "actions.change_state"])
def test_a_stale_version_changes_nothing(name: str) -> None:
    action = make_action(make_commitment())
    with pytest.raises(Conflict):
        OPERATIONS[name].run(LAYLA, **{**ACTS[name](action), "version": 7})
    assert page(action).version == 1


def test_actions_by_owner_state_commitment_words_and_focal_point() -> None:
    one, other = make_commitment(), make_commitment("Another")
    a = make_action(one, focal="hessa", due="2026-11-01")
    b = make_action(other, owner="KWT", title_en="A new centre", due="2026-10-01")
    operations.change_action_state(LAYLA, action=b, version=1, state="agreed", reason="x")

    def found(**asked: Any) -> list[str]:
        with clock.stopped_at(datetime(2026, 11, 25, tzinfo=UTC)):
            return [row.public_id for row in reads.action_list(HESSA, **asked).entries]

    assert found() == found(overdue=True) == found(state="open") == [b, a]
    assert found(owner="QAT") == found(commitment=one) == found(mine=True) == found(state="proposed") == [a]
    assert found(q="centre") == found(q=page(b).row.ref) == [b]


def test_page_after_page_shows_every_action_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reads.actions, "PAGE", 2)
    commitment = make_commitment()
    made = [
        make_action(commitment, due=day)
        for day in ("2026-12-01", "2026-12-01", "2026-11-01", "2027-01-01", "2026-12-01")
    ]
    shown: list[str] = []
    after = ""
    while True:
        listed = reads.action_list(LAYLA, after=after)
        shown += [row.public_id for row in listed.entries]
        if not (after := listed.more):
            break
    assert sorted(shown) == sorted(made)


def test_an_action_whose_commitment_was_taken_back_by_somebody_who_could_not_see_it() -> None:
    document = propose(level="PUBLIC")
    made = accept(document)
    secret = make_action(made, viewer=BADER, owner="KWT", level="RESTRICTED", audience=["KWT"])
    entry = proposals(document, HESSA)[0]
    undo(HESSA, proposal=entry.public_id, version=entry.version)
    shown = page(secret, BADER)
    assert (shown.row.serves, shown.taken_back) == ((), 1)


def test_an_action_that_is_seen_keeps_its_commitment_from_being_taken_back() -> None:
    document = propose()
    make_action(accept(document))
    entry = proposals(document)[0]
    with pytest.raises(Problem) as said:
        undo(LAYLA, proposal=entry.public_id, version=entry.version)
    assert said.value.code == "in_use"


def test_leaving_hands_over_what_is_open_and_may_be_seen() -> None:
    shared = make_commitment()
    action, closed = make_action(shared, focal="rashid"), make_action(shared, focal="rashid")
    operations.change_action_state(LAYLA, action=closed, version=1, state="superseded", reason="x")
    only_head = make_commitment("Confidential", "QAT", "SEC", level="CONFIDENTIAL")
    for commitment in (shared, only_head):
        assign_commitment(LAYLA, commitment=commitment, version=1, owner="QAT", focal="rashid", reason="x")
    leaves, comes = Account.objects.get(username="rashid"), Account.objects.get(username="hessa")
    with acting_as(LAYLA, writing=True):
        assert operations.reroute(leaves, comes) == 3
    focals = [page(thing).row.focal for thing in (action, closed)]
    focals += [commitment_page(LAYLA, commitment=thing).focal for thing in (shared, only_head)]
    assert [focal.account if focal else None for focal in focals] == ["hessa", "rashid", "hessa", None]


def one_of_each(commitment: str, n: int) -> None:
    action = make_action(commitment, make_commitment(f"Call {n}"), focal="hessa")
    document = make_document(LAYLA, f"Proof {n}.", "QAT", "KWT")
    operations.return_report(LAYLA, report=make_report(action), version=1, answer="?")
    make_report(action, document=document, sentence=1)


def test_as_many_queries_for_three_as_for_one() -> None:
    commitment = make_commitment()
    runs: list[Callable[[], Any]] = [
        lambda: reads.action_list(HESSA),
        lambda: reads.of_commitment(HESSA, commitment=commitment),
        lambda: reads.of_party(HESSA, party="QAT"),
        lambda: reads.desk(HESSA),
        lambda: reads.desk(LAYLA),
        lambda: reads.digest(HESSA),
        lambda: reads.progress(HESSA),
        lambda: reads.action_page(HESSA, action=reads.action_list(HESSA).entries[0].public_id),
    ]
    one_of_each(commitment, 1)
    once = [counted(run) for run in runs]
    one_of_each(commitment, 2)
    one_of_each(commitment, 3)
    assert [counted(run) for run in runs] == once
