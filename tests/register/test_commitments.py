"""Commitments: added by hand, described, assigned, moved from state to state, answered, scored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mithaq.access.operation import OPERATIONS
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.commitments import operations, reads
from mithaq.register.commitments.reads import CommitmentPage
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_commitment, make_document, make_house, make_meeting, make_person, make_tenure

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


@pytest.fixture
def house() -> None:
    kept(make_house)


def page(commitment: str, viewer: Any = LAYLA) -> CommitmentPage:
    return reads.commitment_page(viewer, commitment=commitment)


def assign(commitment: str, viewer: Any = LAYLA, version: int = 1, **sent: Any) -> None:
    operations.assign_commitment(viewer, commitment=commitment, version=version, reason="Agreed in Doha", **sent)


def move(commitment: str, state: str, viewer: Any = LAYLA, version: int = 1) -> None:
    operations.change_state(viewer, commitment=commitment, state=state, reason="Because", version=version)


def test_added_by_hand_with_a_source_in_words() -> None:
    made = make_commitment(
        said_on="2016-11-21", by=["QAT"], addressees=["NATO"], due_words="2017-06", title_en="Evaluation"
    )
    shown = page(made, HESSA)
    assert (shown.row.ref[:6], shown.row.source, shown.row.due) == ("C-2016", "Test", "2017-06-30")
    assert (shown.row.by, shown.row.addressees, shown.row.title.en) == (("QAT",), ("NATO",), "Evaluation")
    assert (shown.passage, shown.row.cited, shown.row.late > 3000) == (None, None, True)


def test_added_by_hand_from_a_sentence_it_quotes_it_and_takes_its_date() -> None:
    document = make_document(LAYLA, "First. We call for one test. Last.", "QAT", published="2026-09-09")
    made = make_commitment("one test", source="", document=document, sentence=2, level="", audience=[])
    shown = page(made, HESSA)
    assert shown.passage is not None
    assert (shown.passage.before, shown.passage.quote, shown.passage.after) == ("We call for ", "one test", ".")
    assert (shown.row.said_on, shown.row.language, shown.row.seen.audience) == ("2026-09-09", "en", ("QAT", "SEC"))
    narrower = make_commitment(
        "one test", source="", document=document, sentence=2, level="CONFIDENTIAL", audience=["SEC"]
    )
    assert page(narrower).row.seen.audience == ("SEC",)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"source": ""}, "source"),
        ({"level": ""}, "level"),
        ({"kind": "wish"}, "kind"),
        ({"by": ["XYZ"]}, "by"),
        ({"addressees": ["XYZ"]}, "addressees"),
        ({"owner": "OMN"}, "owner"),
        ({"focal": "salim"}, "focal"),
        ({"said_on": "yesterday"}, "said_on"),
    ],
)
def test_what_does_not_fit_is_said_by_field(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_commitment(**bad)
    assert list(said.value.errors) == [field]


def test_words_that_the_sentence_does_not_hold() -> None:
    document = make_document(LAYLA, "First. We call for one test.", "QAT")
    for sentence, words in ((1, "one test"), (9, "one test"), (2, "one Test")):
        with pytest.raises(Invalid):
            make_commitment(words, source="", document=document, sentence=sentence)


def test_a_meeting_that_not_all_may_see_is_not_where_it_was_said() -> None:
    secret = make_meeting(level="RESTRICTED", audience=["KWT"], date="2016-11-20")
    with pytest.raises(Invalid):
        make_commitment(meeting=secret)
    assert page(make_commitment("Another", "KWT", "SEC", meeting=secret)).row.meeting is not None


def test_described_anew_what_is_left_out_stays() -> None:
    person = make_person("Salem Al-Mamari")
    make_tenure(person, "Head of mission", since="2014")
    made = make_commitment(areas=["political_dialogue"], said_on="2016-11-21")
    operations.describe_commitment(LAYLA, commitment=made, version=1, title_en="Evaluation", speaker=person)
    shown = page(made)
    assert (shown.row.title.en, shown.row.areas, shown.version) == ("Evaluation", ("political_dialogue",), 2)
    assert (shown.row.speaker.name.en, shown.row.speaker.post.en, shown.row.by) == (
        "Salem Al-Mamari",
        "Head of mission",
        ("QAT",),
    )
    assert reads.commitment_list(LAYLA, q="evaluations mamari").entries[0].public_id == made


def test_assigned_with_the_reason_in_the_journal() -> None:
    made = make_commitment()
    assign(made, owner="QAT", focal="hessa", due="2026-12-15")
    shown = page(made, RASHID)
    assert shown.focal is not None
    assert (shown.row.owner, shown.focal.account, shown.row.due) == ("QAT", "hessa", "2026-12-15")
    line = shown.history[0]
    assert (line.operation, line.reason, line.changes["owner"]) == ("commitments.assign", "Agreed in Doha", ["", "QAT"])


def test_a_party_names_its_own_focal_point_and_changes_nothing_else() -> None:
    made = make_commitment()
    with pytest.raises(Refused):
        assign(made, RASHID, owner="QAT")
    assign(made, owner="QAT")
    assign(made, RASHID, version=2, focal="hessa")
    with pytest.raises(Refused):
        assign(made, RASHID, version=3, due="2030-01-01")
    with pytest.raises(Refused):
        assign(made, BADER, version=3, focal="bader")


def test_who_may_not_see_it_answers_for_nothing() -> None:
    made = make_commitment()
    refused: list[dict[str, Any]] = [{"owner": "OMN"}, {"focal": "salim"}, {"focal": "nobody"}]
    for sent in refused:
        with pytest.raises(Invalid):
            assign(made, **sent)


def test_what_no_secretariat_sees_is_kept_by_the_parties_concerned() -> None:
    made = make_commitment("إنشاء خط اتصال", "KWT", "QAT", viewer=HESSA, by=["QAT"], addressees=["KWT"])
    assign(made, RASHID, owner="KWT")
    move(made, "agreed", BADER, version=2)
    assert page(made, HESSA).row.state == "agreed"
    assert "commitments.change_state" in page(made, BADER).may


def test_states_by_the_table_with_a_reason() -> None:
    made = make_commitment()
    move(made, "agreed")
    with pytest.raises(Problem):
        move(made, "proposed", version=2)
    with pytest.raises(Invalid):
        operations.change_state(LAYLA, commitment=made, state="done", reason="", version=2)
    move(made, "done", version=2)
    shown = page(made)
    assert (shown.row.state, shown.row.percent, shown.state_reason, shown.possible) == (
        "done",
        100,
        "Because",
        ("under_way",),
    )


def test_where_parties_stand_in_their_own_words() -> None:
    made = make_commitment()
    operations.state_stand(RASHID, commitment=made, stand="accept")
    operations.state_stand(BADER, commitment=made, stand="reserve", text_ar="على ألا تُنشر نتائج الأفراد")
    shown = page(made, HESSA).stands
    assert [(s.party, s.stand, s.text.ar) for s in shown] == [
        ("KWT", "reserve", "على ألا تُنشر نتائج الأفراد"),
        ("QAT", "accept", ""),
    ]
    operations.state_stand(RASHID, commitment=made, stand="note")
    assert [s.stand for s in page(made).row.stands] == ["reserve", "note"]
    assert page(made).history[0].changes["stand"] == ["accept", "note"]


@pytest.mark.parametrize("stand", ["reserve", "object"])
def test_a_reservation_needs_words(stand: str) -> None:
    with pytest.raises(Invalid):
        operations.state_stand(RASHID, commitment=make_commitment(), stand=stand)


def test_a_score_with_the_sentence_that_proves_it() -> None:
    made = make_commitment()
    proof = make_document(LAYLA, "Each course has a test now.", "QAT", "KWT")
    operations.score_commitment(LAYLA, commitment=made, party="QAT", value=1, document=proof, sentence=1)
    operations.score_commitment(RASHID, commitment=made, party="QAT", value=0, document=proof, sentence=1)
    (score,) = page(made, BADER).scores
    assert score.cited is not None
    assert (score.party, score.value, score.by, score.cited.quote) == (
        "QAT",
        0,
        "rashid",
        "Each course has a test now.",
    )


def test_a_head_of_mission_scores_no_other_state_and_no_proof_is_hidden() -> None:
    made = make_commitment()
    proof = make_document(LAYLA, "Each course has a test now.", "QAT", "KWT")
    with pytest.raises(Refused):
        operations.score_commitment(RASHID, commitment=made, party="KWT", value=-1, document=proof, sentence=1)
    hidden = make_document(RASHID, "Only for us.", "QAT")
    with pytest.raises(Invalid):
        operations.score_commitment(RASHID, commitment=made, party="QAT", value=1, document=hidden, sentence=1)


ACTS: dict[str, Callable[[str], dict[str, Any]]] = {
    "commitments.describe": lambda c: {"commitment": c, "version": 1, "title_en": "x"},
    "commitments.assign": lambda c: {"commitment": c, "version": 1, "owner": "QAT", "reason": "x"},
    "commitments.change_state": lambda c: {"commitment": c, "version": 1, "state": "agreed", "reason": "x"},
    "commitments.stand": lambda c: {"commitment": c, "stand": "accept"},
    "commitments.find_repeats": lambda c: {"commitment": c},
    "commitments.score": lambda c: {"commitment": c, "party": "QAT", "value": 1, "document": "x", "sentence": 1},
}


@pytest.mark.parametrize("name", ACTS)
def test_what_is_not_there_and_what_is_hidden_are_the_same(name: str) -> None:
    secret = make_commitment("سرّ", "KWT", viewer=BADER)
    for commitment in (secret, "nothing"):
        with pytest.raises(Absent) as said:
            OPERATIONS[name].run(LAYLA if name == "commitments.find_repeats" else RASHID, **ACTS[name](commitment))
        assert said.value.say() == Absent().say()


@pytest.mark.parametrize("name", [*ACTS, "commitments.judge_repeat"])
def test_an_observer_changes_nothing(name: str) -> None:
    made = make_commitment(level="PUBLIC")
    assert page(made, SALIM).may == ()
    with pytest.raises(Refused):
        OPERATIONS[name].run(SALIM, **ACTS.get(name, ACTS["commitments.stand"])(made))


@pytest.mark.parametrize("name", ["commitments.describe", "commitments.assign", "commitments.change_state"])
def test_a_stale_version_changes_nothing(name: str) -> None:
    made = make_commitment()
    with pytest.raises(Conflict):
        OPERATIONS[name].run(LAYLA, **{**ACTS[name](made), "version": 7})
    assert page(made).version == 1


def test_a_page_says_what_its_viewer_may_do() -> None:
    made = make_commitment(level="PUBLIC", owner="QAT")
    may = {viewer.account: page(made, viewer).may for viewer in (LAYLA, RASHID, HESSA, BADER, DANA, SALIM, PUBLIC)}
    assert "commitments.change_state" in may["layla"]
    assert "commitments.assign" in may["rashid"]
    assert "commitments.change_state" not in may["rashid"] + may["bader"]
    assert {"commitments.stand", "commitments.score"} <= set(may["bader"])
    assert "commitments.stand" not in may["hessa"] + may["dana"]
    assert may["salim"] == may["public"] == ()
