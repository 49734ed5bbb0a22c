"""Message houses: opened, worded in lines, each proven; agreed party by party or in a text; retired."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.outreach import operations, reads
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_document
from tests.register.counting import counted
from tests.register.outreach.saying import (
    ALL,
    LINES,
    REASON,
    agree,
    make_agreed,
    make_figure,
    make_line,
    make_message_house,
    make_proven,
    page,
    prove,
    shown,
)


def test_a_house_is_agreed_when_all_its_lines_are_proven_and_agreed() -> None:
    house = make_agreed()
    found = page(house, BADER)
    assert (found.row.state, found.row.agreed_on) == ("agreed", "2026-11-25")
    assert [one.words.en for one in found.lines] == [en for _, en in LINES]
    assert {one.state for one in found.lines} == {"agreed"}
    assert [(one.party, one.answer) for one in found.lines[0].answers] == [("QAT", "accept"), ("KWT", "accept")]
    (proof,) = found.lines[0].proofs
    assert proof.figure is not None
    assert (proof.kind, proof.figure.value, proof.figure.as_of, proof.figure.source) == (
        *("figure", "889", "2019-12-16"),
        "KUNA",
    )
    assert found.row.ref.startswith("H-2026-")
    assert found.history[0].operation == "outreach.agree"
    assert [line.operation for line in page(make_message_house()).history] == ["outreach.open_house"]


def test_two_lines_are_no_house_and_six_are_too_many() -> None:
    house = make_message_house()
    message = page(house).message
    assert message is not None
    agree(message.public_id)
    for number in range(2):
        agree(make_proven(house, number))
    assert page(house).row.state == "draft"
    for _ in range(3):
        make_line(house)
    with pytest.raises(Problem, match="three to five"):
        make_line(house)
    assert page(house).row.state == "draft"


def test_without_its_proof_nobody_agrees_to_a_line() -> None:
    line = make_line(make_message_house())
    with pytest.raises(Problem, match="without its proof"):
        agree(line, RASHID)
    narrow = make_figure("5", "SEC", "KWT")
    prove(line, figure=narrow)
    with pytest.raises(Problem, match="without its proof"):
        agree(line, RASHID)
    assert shown(line, RASHID).proofs == ()
    assert len(shown(line, BADER).proofs) == 1
    prove(line)
    agree(line)
    assert shown(line).state == "agreed"


def test_a_proof_is_a_figure_a_commitment_a_sentence_or_an_agreed_text() -> None:
    line = make_line(make_message_house())
    commitment = make_commitment("تبادل المعلومات", level="PUBLIC")
    document = make_document(LAYLA, "اجتمعت الأطراف. واتفقت.", *ALL, level="OFFICIAL")
    prove(line, commitment=commitment)
    prove(line, document=document, sentence=2)
    with pytest.raises(Problem, match="proves the line already"):
        prove(line, commitment=commitment)
    kinds = [(one.kind, one.commitment, one.sentence) for one in shown(line, RASHID).proofs]
    assert [kind for kind, *_ in kinds] == ["commitment", "sentence"]
    assert kinds[0][1] is not None
    assert kinds[1][2] is not None
    assert (kinds[0][1].words, kinds[1][2].quote) == ("تبادل المعلومات", "واتفقت.")


@pytest.mark.parametrize(
    "named",
    [{}, {"document": "x"}, {"figure": "x", "commitment": "y"}, {"sentence": 2}],
    ids=["nothing", "no sentence", "two", "no document"],
)
def test_a_proof_names_one_thing(named: dict[str, Any]) -> None:
    line = make_line(make_message_house())
    with pytest.raises(Invalid):
        operations.prove(LAYLA, line=line, **named)
    assert shown(line).proofs == ()


def test_the_last_proof_of_an_agreed_line_stays() -> None:
    line = make_proven(make_message_house())
    agree(line)
    (proof,) = shown(line).proofs
    with pytest.raises(Problem, match="last proof"):
        operations.drop_proof(LAYLA, proof=proof.public_id, reason=REASON)
    prove(line, figure=make_figure("900"))
    with pytest.raises(Refused):
        operations.drop_proof(RASHID, proof=proof.public_id, reason=REASON)
    operations.drop_proof(LAYLA, proof=proof.public_id, reason=REASON)
    assert [one.figure.value for one in shown(line).proofs if one.figure] == ["900"]
    assert shown(line).state == "agreed"


def test_a_reservation_stands_beside_the_line_and_can_be_taken_back_with_the_agreement() -> None:
    line = make_proven(make_message_house())
    operations.reserve(RASHID, line=line, version=1, words="في حدود اختصاصنا")
    agree(line, BADER)
    found = shown(line, HESSA)
    assert found.state == "agreed"
    assert [(one.party, one.answer, one.words) for one in found.answers] == [
        ("QAT", "reserve", "في حدود اختصاصنا"),
        ("KWT", "accept", ""),
    ]
    assert reads.lines_in_force(SALIM)[0].lines[0].reserved == ("QAT",)
    operations.withdraw(BADER, line=line, version=1, reason=REASON)
    after = shown(line, HESSA)
    assert (after.state, after.agreed_on, after.answers[1].answer) == ("draft", "", "withdrawn")
    assert [(one.party, one.answer) for one in after.before] == [("KWT", "accept")]
    assert reads.lines_in_force(SALIM) == ()
    with pytest.raises(Problem, match="nothing to take back"):
        operations.withdraw(BADER, line=line, version=1, reason=REASON)
    agree(line, BADER)
    with pytest.raises(Problem, match="already"):
        agree(line, BADER)


def test_a_line_worded_otherwise_keeps_its_history_and_is_asked_for_again() -> None:
    house = make_agreed()
    line = page(house).lines[0].public_id
    operations.amend_line(LAYLA, line=line, version=1, en="It trains at home.", why=REASON)
    found = shown(line, RASHID)
    assert (found.state, found.wording, found.words.en) == ("draft", 2, "It trains at home.")
    assert [(one.number, one.words.en, one.why) for one in found.wordings] == [
        (2, "It trains at home.", REASON),
        (1, LINES[0][1], ""),
    ]
    assert [one.answer for one in found.answers] == ["", ""]
    assert {(one.party, one.wording) for one in found.before} == {("QAT", 1), ("KWT", 1)}
    assert page(house).row.state == "draft"
    with pytest.raises(Conflict):
        operations.agree(RASHID, line=line, version=1)
    agree(line)
    assert page(house).row.state == "agreed"


def test_nothing_changes_where_nothing_is_worded_otherwise() -> None:
    house = make_agreed()
    line = page(house).lines[0].public_id
    operations.amend_line(LAYLA, line=line, version=1, en=LINES[0][1], why=REASON)
    assert (shown(line).wording, page(house).row.state) == (1, "agreed")


def test_another_party_that_is_asked_opens_it_again() -> None:
    house = make_agreed()
    operations.amend_house(LAYLA, house=house, version=1, parties=("QAT", "KWT", "OMN"))
    assert page(house).row.state == "draft"
    operations.amend_house(LAYLA, house=house, version=2, parties=("QAT",), title_en="Together")
    assert (page(house).row.state, page(house).row.title.en) == ("agreed", "Together")


def test_retired_lines_and_houses_stay_and_take_nothing_more() -> None:
    house = make_agreed()
    line = page(house).lines[2].public_id
    operations.retire_line(LAYLA, line=line, version=1, reason=REASON)
    found = page(house, RASHID)
    assert (found.row.state, [one.public_id for one in found.retired]) == ("draft", [line])
    assert found.retired[0].retired_for == REASON
    with pytest.raises(Problem, match="retired"):
        operations.agree(RASHID, line=line, version=2)
    message = found.message
    assert message is not None
    with pytest.raises(Problem, match="always has its message"):
        operations.retire_line(LAYLA, line=message.public_id, version=1, reason=REASON)
    operations.retire_house(LAYLA, house=house, version=1, reason=REASON)
    assert (page(house).row.state, page(house).retired_for, page(house).may) == ("retired", REASON, ())
    assert reads.lines_in_force(LAYLA) == ()
    for refused in (
        lambda: make_line(house),
        lambda: prove(found.lines[0].public_id),
        lambda: operations.retire_house(LAYLA, house=house, version=2, reason=REASON),
    ):
        with pytest.raises(Problem, match="retired"):
            refused()
    assert search(LAYLA, q="consult").hits == ()


def test_questions_rest_on_a_line() -> None:
    line = make_proven(make_message_house())
    said = {"question_ar": "لماذا؟", "question_en": "Why?", "answer_ar": "لأنه كذا.", "answer_en": "Because."}
    question = operations.add_question(HESSA, line=line, **said).public_id
    assert [(one.question.en, one.answer.en) for one in shown(line, BADER).questions] == [("Why?", "Because.")]
    assert reads.question_page(BADER, question=question).line == line
    with pytest.raises(Refused):
        operations.drop_question(HESSA, question=question, reason=REASON)
    operations.drop_question(LAYLA, question=question, reason=REASON)
    assert shown(line).questions == ()


def test_who_keeps_it_amends_it_who_is_asked_answers_and_who_only_reads_does_nothing() -> None:
    house = make_message_house(parties=("QAT", "KWT", "OMN"))
    line = make_proven(house)
    for refused in (
        lambda: make_line(house, viewer=HESSA),
        lambda: operations.amend_house(HESSA, house=house, version=1, title_en="x"),
        lambda: operations.amend_line(RASHID, line=line, version=1, en="x", why=REASON),
        lambda: operations.agree(HESSA, line=line, version=1),
        lambda: operations.agree(LAYLA, line=line, version=1),
        lambda: operations.prove(SALIM, line=line, figure=make_figure("1")),
        lambda: operations.retire_house(RASHID, house=house, version=1, reason=REASON),
    ):
        with pytest.raises(Refused):
            refused()
    prove(line, HESSA, figure=make_figure("2"))
    assert shown(line, SALIM).may == ()
    assert "outreach.agree" in shown(line, RASHID).may
    assert "outreach.amend_line" in shown(line, LAYLA).may


def test_a_house_of_another_mission() -> None:
    house = make_message_house(HESSA, audience=("QAT", "KWT"), parties=("QAT", "KWT"))
    line = make_line(house, viewer=HESSA)
    prove(line, HESSA)
    agree(line)
    assert page(house, BADER).row.keeper == "QAT"
    for reader in (LAYLA, DANA, SALIM, PUBLIC):
        with pytest.raises(Absent):
            page(house, reader)
        assert reads.house_list(reader).entries == ()


def test_hidden_and_absent_are_alike() -> None:
    house = make_message_house(audience=("KWT", "SEC"), parties=("KWT",))
    line = make_proven(house)
    proof = shown(line).proofs[0].public_id
    for named in (house, "x" * 22):
        with pytest.raises(Absent):
            page(named, RASHID)
        with pytest.raises(Absent):
            make_line(named, viewer=HESSA)
    for named in (line, "x" * 22):
        with pytest.raises(Absent):
            shown(named, RASHID)
        with pytest.raises(Absent):
            operations.agree(RASHID, line=named, version=1)
    for named in (proof, "x" * 22):
        with pytest.raises(Absent):
            reads.proof_page(RASHID, proof=named)
    assert reads.house_list(RASHID).entries == ()
    assert search(RASHID, q=page(house).row.ref).hits == ()
    assert [hit.thing for hit in search(BADER, q=page(house).row.ref).hits] == [house]
    assert search(RASHID, q="الشراكة").hits == ()
    assert {hit.kind for hit in search(BADER, q="الشراكة").hits} == {"house", "line"}


def test_a_narrower_line_changes_nothing_for_those_who_do_not_see_it() -> None:
    house = make_agreed()
    narrow = make_line(house, 1, level="RESTRICTED", audience=("KWT",))
    assert page(house).row.state == "agreed"
    assert narrow in {one.public_id for one in page(house, BADER).lines}
    assert len(page(house, RASHID).lines) == 3
    prove(narrow)
    assert [one.party for one in shown(narrow).answers] == ["KWT"]
    agree(narrow, BADER)
    assert shown(narrow).state == "agreed"
    assert len(reads.lines_in_force(RASHID)[0].lines) == 4
    assert len(reads.lines_in_force(BADER)[0].lines) == 5


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"theme": "nothing"}, "theme"),
        ({"areas": ("nothing",)}, "areas"),
        ({"parties": ("XYZ",)}, "parties"),
        ({"parties": ("BHR",)}, "parties"),
        ({"parties": ()}, "parties"),
        ({"message_en": ""}, "message_en"),
        ({"title_ar": ""}, "title_ar"),
        ({"audience": ()}, "audience"),
    ],
)
def test_what_does_not_fit(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_message_house(**bad)
    assert set(said.value.errors) == {field}


def test_stale_versions_are_conflicts() -> None:
    house = make_message_house()
    operations.amend_house(LAYLA, house=house, version=1, title_en="Other")
    stales: tuple[Callable[[], Any], ...] = (
        lambda: operations.amend_house(LAYLA, house=house, version=1, title_en="x"),
        lambda: operations.attach_series(LAYLA, house=house, version=1, series=""),
        lambda: operations.retire_house(LAYLA, house=house, version=1, reason=REASON),
    )
    for stale in stales:
        with pytest.raises(Conflict):
            stale()


def test_the_list_by_words_state_theme_page_after_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from mithaq.register.outreach.reads import houses  # noqa: PLC0415

    made = [make_message_house(title_en=f"House {n}", theme="" if n else "political_dialogue") for n in range(3)]

    def listed(**asked: str) -> list[int]:
        return [made.index(row.public_id) for row in reads.house_list(RASHID, **asked).entries]

    assert listed() == [2, 1, 0]
    assert listed(q="house 1") == [1]
    assert listed(theme="political_dialogue") == [0]
    assert listed(state="agreed") == []
    assert listed(q=page(made[0]).row.ref) == [0]
    monkeypatch.setattr(houses, "PAGE", 2)
    first = reads.house_list(RASHID)
    assert [len(first.entries), len(reads.house_list(RASHID, after=first.more).entries)] == [2, 1]


def test_as_many_queries_for_three_as_for_one() -> None:
    house = make_message_house()
    first = make_proven(house)
    prove(first, commitment=make_commitment("قول", level="PUBLIC"))
    agree(first)

    def queries() -> list[int]:
        return [
            counted(lambda: page(house, RASHID)),
            counted(lambda: reads.house_list(RASHID)),
            counted(lambda: reads.lines_in_force(RASHID)),
        ]

    once = queries()
    for number in (1, 2):
        line = make_proven(house, number)
        prove(line, commitment=make_commitment(f"قول {number}", level="PUBLIC"))
        agree(line)
        make_message_house()
    assert queries() == once


def test_the_list_says_what_waits_for_ones_party() -> None:
    house = make_message_house(parties=("QAT",))
    line = make_proven(house)

    def waiting() -> list[int]:
        return [reads.house_list(viewer).entries[0].waiting for viewer in (RASHID, BADER, HESSA, LAYLA)]

    assert waiting() == [2, 0, 0, 0]
    agree(line, RASHID)
    assert waiting() == [1, 0, 0, 0]
    operations.amend_line(LAYLA, line=line, version=1, en="Other", why=REASON)
    assert waiting() == [2, 0, 0, 0]
    operations.retire_house(LAYLA, house=house, version=1, reason=REASON)
    assert waiting() == [0, 0, 0, 0]
