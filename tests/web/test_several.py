"""Several commitments changed at once: ticked in the register, shown with what would change, changed each by itself."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.register.commitments.operations import change_state
from mithaq.register.commitments.reads import commitment_history, commitment_page
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_commitment
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

ASSIGN, STATE = "/commitments/assign/", "/commitments/state/"


def sent(viewer: Viewer, address: str, *chosen: str, step: str = "look", language: str = "en", **fields: Any) -> Any:
    """The form of the page, sent for these commitments."""
    return signed_in(viewer, language).post(address, {"c": chosen, "step": step, **fields})


def rows_in(shown: str) -> dict[str, bool]:
    """The rows of a preview as they would be sent, and whether each is ticked."""
    boxes = re.findall(r'name="rows" value="([^"]+)"( checked| disabled)', shown)
    return {value: ticked == " checked" for value, ticked in boxes}


def state_of(commitment: str) -> str:
    return commitment_page(LAYLA, commitment=commitment).row.state


def test_those_who_may_change_them_tick_them_in_the_list() -> None:
    made = make_commitment(level="PUBLIC")
    shown = page(signed_in(HESSA).get("/commitments/?state=open"))
    assert f'name="c" value="{made}" form="several"' in shown
    assert 'name="back" value="/commitments/?state=open"' in shown
    assert 'name="c"' not in page(signed_in(SALIM).get("/commitments/"))


def test_asked_shown_and_done_with_one_line_each() -> None:
    one, other = make_commitment(), make_commitment("Another", owner="QAT")
    client = signed_in(LAYLA, "en")
    asked = client.get(ASSIGN, {"c": [one, other], "back": "/commitments/?state=open"})
    assert page(asked).count('name="c"') == 2
    given = {"owner": "QAT", "focal": "hessa", "due": "2027-01-31", "reason": "Agreed in Doha"}
    looked = client.post(ASSIGN, {"c": [one, other], "back": "/commitments/?state=open", "step": "look", **given})
    assert commitment_page(LAYLA, commitment=one).row.owner == "", "nothing has changed yet"
    assert "31 January 2027" in words(looked)
    ticked = rows_in(page(looked))
    assert ticked == {f"{one}:1": True, f"{other}:1": True}
    answer = client.post(ASSIGN, {"rows": [*ticked], "back": "/commitments/?state=open", "step": "do", **given})
    assert answer.headers["Location"] == "/commitments/?state=open"
    assert "2 commitments were changed." in words(client.get(answer.headers["Location"]))
    for commitment in (one, other):
        row = commitment_page(LAYLA, commitment=commitment).row
        assert (row.owner, row.due) == ("QAT", "2027-01-31")
        lines = commitment_history(LAYLA, commitment=commitment)
        assert [(line.operation, line.reason) for line in lines] == [
            ("commitments.assign", "Agreed in Doha"),
            ("commitments.add", ""),
        ]


def test_what_is_left_empty_stays() -> None:
    made = make_commitment(owner="KWT", due="2026-12-31")
    sent(LAYLA, ASSIGN, step="do", rows=[f"{made}:1"], due="2027-06-30", reason="x", owner="", focal="")
    row = commitment_page(LAYLA, commitment=made).row
    assert (row.owner, row.due) == ("KWT", "2027-06-30")


def test_one_that_cannot_take_the_step_is_named_with_the_reason_and_left_out() -> None:
    proposed, agreed = make_commitment(), make_commitment("Another")
    change_state(LAYLA, commitment=agreed, state="agreed", reason="x", version=1)
    looked = sent(LAYLA, STATE, proposed, agreed, state="done", reason="Seen in Doha")
    assert rows_in(page(looked)) == {f"{proposed}:1": False, f"{agreed}:2": True}
    assert "From “Proposed” it cannot go to “Done”" in words(looked)
    sent(LAYLA, STATE, step="do", rows=[f"{proposed}:1", f"{agreed}:2"], state="done", reason="Seen in Doha")
    assert (state_of(proposed), state_of(agreed)) == ("proposed", "done"), "also if its box was forced"


def test_only_steps_that_one_of_them_can_take_are_offered() -> None:
    form = page(signed_in(LAYLA, "en").get(STATE, {"c": make_commitment()}))
    assert re.findall(r'<option value="(\w+)"', form) == ["agreed", "not_done", "superseded"]


def test_who_was_slower_is_told_and_the_others_are_changed() -> None:
    stale, fresh = make_commitment(), make_commitment("Another")
    change_state(LAYLA, commitment=stale, state="not_done", reason="x", version=1)
    client = signed_in(LAYLA, "en")
    rows = [f"{stale}:1", f"{fresh}:1"]
    client.post(STATE, {"rows": rows, "step": "do", "state": "agreed", "reason": "Both agreed"})
    assert (state_of(stale), state_of(fresh)) == ("not_done", "agreed")
    told = words(client.get("/commitments/"))
    assert "1 commitment was changed." in told
    assert f"{commitment_page(LAYLA, commitment=stale).row.ref}: Somebody changed this" in told


def test_the_same_page_sent_twice_changes_once() -> None:
    made = make_commitment()
    client = signed_in(LAYLA, "en")
    for _ in range(2):
        answer = client.post(ASSIGN, {"rows": [f"{made}:1"], "step": "do", "owner": "QAT", "reason": "x"})
        assert answer.status_code == 302
    assert len(commitment_history(LAYLA, commitment=made)) == 2


@pytest.mark.parametrize(
    ("address", "fields", "wrong"),
    [
        (ASSIGN, {"owner": "QAT"}, "reason"),
        (ASSIGN, {"reason": "x"}, "owner"),
        (ASSIGN, {"reason": "Typed before", "due": "someday"}, "due"),
        (STATE, {"reason": "x"}, "state"),
        (STATE, {"state": "gone", "reason": "x"}, "state"),
    ],
)
@pytest.mark.parametrize("step", ["look", "do"])
def test_what_does_not_fit_is_said_at_its_field(address: str, fields: dict[str, str], wrong: str, step: str) -> None:
    made = make_commitment()
    answer = sent(LAYLA, address, made, step=step, rows=[f"{made}:1"], **fields)
    assert (answer.status_code, f'id="id_{wrong}_error"' in page(answer)) == (400, True)
    assert commitment_page(LAYLA, commitment=made).version == 1


def test_back_to_the_form_keeps_what_was_typed_and_no_tick_is_no_act() -> None:
    made = make_commitment()
    asked = page(sent(LAYLA, ASSIGN, made, step="back", owner="QAT", reason="Agreed in Doha"))
    assert 'value="QAT" selected' in asked
    assert 'value="Agreed in Doha"' in asked
    answer = sent(LAYLA, ASSIGN, made, step="do", owner="QAT", reason="x")
    assert answer.status_code == 400
    assert "Tick at least one of them." in words(answer)


def test_what_is_hidden_or_not_there_is_left_out_alike() -> None:
    shared, hidden = make_commitment(by=["QAT"]), make_commitment("سرّ", "KWT", viewer=BADER)
    for unseen in (hidden, "a" * 22):
        shown = page(signed_in(RASHID).get(STATE, {"c": [unseen, shared]}))
        assert re.findall(r'name="c" value="([^"]+)"', shown) == [shared]
    sent(RASHID, STATE, step="do", rows=[f"{hidden}:1"], state="agreed", reason="x")
    assert commitment_page(BADER, commitment=hidden).row.state == "proposed"
    assert "Tick those that you mean" in words(signed_in(RASHID, "en").get(STATE, {"c": hidden}))


def test_who_follows_none_of_them_up_is_told_so_before_anything_is_typed() -> None:
    shown = words(signed_in(RASHID, "en").get(ASSIGN, {"c": make_commitment()}))
    assert "This is done by those who follow it up" in shown


def test_observers_are_refused() -> None:
    made = make_commitment(level="PUBLIC")
    client = signed_in(SALIM)
    assert [client.get(at, {"c": made}).status_code for at in (ASSIGN, STATE)] == [403, 403]
    assert sent(SALIM, STATE, step="do", rows=[f"{made}:1"], state="agreed", reason="x").status_code == 403
    assert client.put(ASSIGN).status_code == 405


def test_it_leads_back_to_no_other_house() -> None:
    made = make_commitment()
    fields: dict[str, Any] = {
        "rows": [f"{made}:1"],
        "owner": "QAT",
        "reason": "x",
        "back": "https://elsewhere.example/",
    }
    assert sent(LAYLA, ASSIGN, step="do", **fields).headers["Location"] == "/commitments/"
