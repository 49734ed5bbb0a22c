"""What several commitments would become: asked before, by the rules of the act on one."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, Problem
from mithaq.register.commitments import operations, reads
from mithaq.register.commitments.reads import Change
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID, SALIM
from tests.kept import kept
from tests.make import make_commitment, make_house
from tests.register.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> None:
    kept(make_house)


def assigning(viewer: Viewer, *commitments: str, **asked: Any) -> dict[str, Change]:
    with override("en"):
        changes = reads.preview_assign(viewer, commitments=",".join(commitments), **asked)
    return {change.row.public_id: change for change in changes}


def moving(viewer: Viewer, *commitments: str, state: str = "") -> dict[str, Change]:
    with override("en"):
        changes = reads.preview_state(viewer, commitments=",".join(commitments), state=state)
    return {change.row.public_id: change for change in changes}


def test_what_would_be_assigned_and_nothing_is_written() -> None:
    one, other = make_commitment(said_on="2016"), make_commitment("Another", owner="QAT", said_on="2020")
    shown = assigning(LAYLA, one, other, owner="QAT", due="2027-01-31")
    assert list(shown) == [other, one], "the newest said first"
    assert shown[one].changes == {"owner": ["", "QAT"], "due": [None, "2027-01-31"]}
    assert shown[other].changes == {"due": [None, "2027-01-31"]}
    assert [change.problem for change in shown.values()] == ["", ""]
    assert [line.operation for line in reads.commitment_history(LAYLA, commitment=one)] == ["commitments.add"]


def test_what_would_not_change_or_cannot_be_assigned_is_told_with_the_reason() -> None:
    stands, narrow = make_commitment(owner="KWT"), make_commitment("For Qatar", "QAT", "SEC")
    shown = assigning(LAYLA, stands, narrow, owner="KWT")
    assert shown[stands].problem == "It is like this already: nothing changes."
    assert "was not released to “KWT”" in shown[narrow].problem
    assert shown[narrow].changes == {}
    own = assigning(RASHID, make_commitment("Of Qatar", owner="QAT"), make_commitment("Of Kuwait"), focal="hessa")
    assert sorted(bool(change.problem) for change in own.values()) == [False, True], "its own focal point alone"


def test_steps_that_the_table_lacks_are_told() -> None:
    proposed, agreed = make_commitment(), make_commitment("Another")
    operations.change_state(LAYLA, commitment=agreed, state="agreed", reason="x", version=1)
    shown = moving(LAYLA, proposed, agreed, state="done")
    assert shown[agreed].changes == {"state": ["agreed", "done"], "percent": [0, 100]}
    assert (shown[agreed].version, shown[agreed].problem) == (2, "")
    assert "it cannot go to" in shown[proposed].problem
    assert all(change.problem for change in moving(RASHID, proposed, agreed, state="done").values())
    assert not any(change.problem for change in moving(LAYLA, proposed, agreed).values())


@pytest.mark.parametrize(
    ("asked", "state"), [({"owner": "QAT"}, "agreed"), ({"focal": "rashid"}, "not_done"), ({"due": "2027-01-01"}, "")]
)
@pytest.mark.parametrize("viewer", [LAYLA, RASHID, BADER, DANA, SALIM], ids=lambda viewer: viewer.account)
def test_the_preview_tells_what_the_act_on_one_does(viewer: Viewer, asked: dict[str, Any], state: str) -> None:
    made = [
        *(make_commitment(), make_commitment("Owned", owner="QAT", by=["KWT"]), make_commitment("All", level="PUBLIC")),
        *(make_commitment("Theirs", "KWT", "QAT", viewer=HESSA, by=["QAT"]), make_commitment("K", "KWT", viewer=BADER)),
    ]
    for change in assigning(viewer, *made, **asked).values():
        given = {"commitment": change.row.public_id, "version": change.version, "reason": "x"}
        stands = change.problem == "It is like this already: nothing changes."
        assert (bool(change.problem) and not stands) == _fails(operations.assign_commitment, viewer, **given, **asked)
    for change in moving(viewer, *made, state=state).values() if state else ():
        given = {"commitment": change.row.public_id, "version": change.version, "reason": "x"}
        assert bool(change.problem) == _fails(operations.change_state, viewer, **given, state=state)


def _fails(act: Any, viewer: Viewer, **given: Any) -> bool:
    try:
        act(viewer, **given)
    except Problem:
        return True
    return False


def test_what_is_hidden_or_not_there_is_left_out_alike() -> None:
    shared, hidden = make_commitment(), make_commitment("سرّ", "KWT", viewer=BADER)
    assert list(assigning(RASHID, hidden, shared, "nothing", owner="QAT")) == [shared]
    assert list(moving(RASHID, hidden, "nothing", state="agreed")) == []


def test_what_does_not_fit_is_said_by_field() -> None:
    with pytest.raises(Invalid) as said:
        assigning(LAYLA, make_commitment(), due="someday")
    assert list(said.value.errors) == ["due"]
    with pytest.raises(Invalid):
        moving(LAYLA, make_commitment(), state="gone")


def test_as_many_queries_for_three_as_for_one() -> None:
    made = [make_commitment(f"Call {n}", said_on="2016") for n in range(3)]
    few, more = made[:1], made
    assert counted(lambda: assigning(LAYLA, *few, owner="QAT", focal="hessa")) == counted(
        lambda: assigning(LAYLA, *more, owner="QAT", focal="hessa")
    )
    assert counted(lambda: moving(LAYLA, *few, state="agreed")) == counted(lambda: moving(LAYLA, *more, state="agreed"))
