"""Corrections of minutes by delegations."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.consultations import operations, reads
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.register.consultations.table import begin, items, make_circulated, make_table, write

WAS = "قرّر الاجتماع أن يُعقد مرتين في السنة في الكويت."


@pytest.fixture
def minutes() -> str:
    """Circulated minutes of a meeting of which Oman was an observer."""
    meeting = make_table(
        roles={"QAT": "member", "KWT": "member", "OMN": "observer"}, audience=("QAT", "KWT", "OMN", "SEC")
    )
    return make_circulated(meeting, WAS)


def correct(minutes: str, wording: str, viewer: Viewer = HESSA, **fields: Any) -> str:
    """Ask for this wording of the first item in Arabic; the id of the correction."""
    item = items(minutes)[0]
    given = {"version": item.version, "language": "ar", "reason": "هكذا قيل", **fields}
    return operations.correct_minutes(viewer, minutes_item=item.public_id, wording=wording, **given).public_id


def shown(correction: str, viewer: Viewer = LAYLA) -> Any:
    return reads.correction_page(viewer, correction=correction).shown


def answer(correction: str, decision: str = "accepted", viewer: Viewer = LAYLA, **fields: Any) -> None:
    given = {"version": shown(correction).version, "decision": decision, **fields}
    operations.answer_correction(viewer, correction=correction, **given)


def test_a_delegation_asks_and_everybody_at_the_table_sees_what_would_change(minutes: str) -> None:
    made = correct(minutes, WAS.replace("مرتين", "مرة"))
    for viewer in (LAYLA, BADER):
        (one,) = items(minutes, viewer)[0].corrections
        assert (one.public_id, one.party, one.state, one.fits, one.reason) == (made, "QAT", "filed", True, "هكذا قيل")
        assert [piece.text for piece in one.pieces if piece.kind != "same"] == ["مرتين ", "مرة "]
    assert reads.minutes_page(BADER, minutes=minutes).open == 1
    assert items(minutes)[0].text.ar == WAS


def test_accepted_it_is_the_wording(minutes: str) -> None:
    made = correct(minutes, WAS.replace("مرتين", "مرة"))
    answer(made, answer="صحيح")
    item = items(minutes, RASHID)[0]
    assert (item.text.ar, item.version) == (WAS.replace("مرتين", "مرة"), 3)
    assert (item.corrections[0].state, item.corrections[0].answer) == ("accepted", "صحيح")
    wordings = reads.minutes_wordings(RASHID, minutes_item=item.public_id).wordings
    assert [one.how for one in wordings] == ["corrected", "typed", "typed"]


def test_not_accepted_it_needs_a_reason_and_changes_nothing(minutes: str) -> None:
    made = correct(minutes, WAS.replace("مرتين", "مرة"))
    with pytest.raises(Invalid) as said:
        answer(made, "rejected")
    assert set(said.value.errors) == {"answer"}
    answer(made, "rejected", answer="التسجيل يثبت العكس")
    assert (items(minutes)[0].text.ar, shown(made).state) == (WAS, "rejected")
    with pytest.raises(Conflict):
        answer(made, "accepted")


def test_two_that_touch_different_words_are_both_in(minutes: str) -> None:
    one = correct(minutes, WAS.replace("مرتين", "مرة"))
    other = correct(minutes, WAS.replace("الكويت", "الدوحة"), BADER)
    answer(one)
    assert shown(other).fits
    answer(other)
    assert items(minutes)[0].text.ar == "قرّر الاجتماع أن يُعقد مرة في السنة في الدوحة."


def test_two_that_touch_the_same_words_are_a_conflict_and_nothing_is_lost(minutes: str) -> None:
    one = correct(minutes, WAS.replace("مرتين", "مرة"))
    other = correct(minutes, WAS.replace("مرتين", "ثلاث مرات"), BADER)
    answer(one)
    assert not shown(other).fits
    with pytest.raises(Conflict, match="same words"):
        answer(other)
    assert shown(other).state == "filed"
    answer(other, "rejected", answer="سبق غيره")


def test_one_of_an_older_wording_is_still_put_in(minutes: str) -> None:
    seen = items(minutes)[0].version
    answer(correct(minutes, WAS.replace("مرتين", "مرة")))
    answer(correct(minutes, WAS.replace("الكويت", "الدوحة"), BADER, version=seen))
    assert items(minutes)[0].text.ar == "قرّر الاجتماع أن يُعقد مرة في السنة في الدوحة."
    with pytest.raises(Conflict):
        correct(minutes, "x", version=99)


def test_who_may_not(minutes: str) -> None:
    for viewer in (SALIM,):
        with pytest.raises(Refused):
            correct(minutes, "x", viewer)
    made = correct(minutes, WAS.replace("مرتين", "مرة"))
    for viewer in (HESSA, BADER):
        with pytest.raises(Refused):
            answer(made, viewer=viewer)


def test_only_a_party_whose_role_at_that_meeting_has_the_right() -> None:
    minutes = make_circulated(make_table(roles={"QAT": "guest", "KWT": "member"}), WAS)
    with pytest.raises(Refused, match="role"):
        correct(minutes, "x", HESSA)
    correct(minutes, WAS.replace("مرتين", "مرة"), BADER)
    assert "minutes.correct" not in reads.minutes_page(HESSA, minutes=minutes).may
    assert "minutes.correct" in reads.minutes_page(BADER, minutes=minutes).may


def test_only_while_they_are_circulated(minutes: str) -> None:
    draft = begin(make_table(date="2026-05-10", ordinal=2))
    write(draft, 0, WAS)
    with pytest.raises(Problem, match="being written"):
        correct(draft, "x", LAYLA)
    made = correct(minutes, WAS.replace("مرتين", "مرة"))
    later = make_table(date="2026-09-10", ordinal=3)
    version = reads.minutes_page(LAYLA, minutes=minutes).version
    with pytest.raises(Problem, match="waits"):
        operations.approve_minutes(LAYLA, minutes=minutes, meeting=later, version=version)
    answer(made)
    operations.approve_minutes(LAYLA, minutes=minutes, meeting=later, version=version)
    with pytest.raises(Problem, match="approved"):
        correct(minutes, "x")


def test_what_changes_nothing_is_no_correction(minutes: str) -> None:
    with pytest.raises(Invalid) as said:
        correct(minutes, WAS)
    assert set(said.value.errors) == {"wording"}


def test_hidden_is_absent(minutes: str) -> None:
    hidden = make_circulated(
        make_table(date="2026-06-10", ordinal=2, audience=("KWT", "SEC"), roles={"KWT": "member"}), WAS
    )
    made = correct(hidden, "غيره", BADER)
    item = items(hidden)[0].public_id
    for asked in (
        lambda: reads.correction_page(RASHID, correction=made),
        lambda: reads.minutes_item(RASHID, minutes_item=item),
        lambda: operations.correct_minutes(
            RASHID, minutes_item=item, language="ar", wording="x", reason="x", version=1
        ),
        lambda: operations.answer_correction(LAYLA, correction="nothing", decision="accepted", version=1),
    ):
        with pytest.raises(Absent):
            asked()
