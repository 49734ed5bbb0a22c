"""Issues, where parties stand on them, and what they hold in common."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.core.words import Bilingual
from mithaq.register.consultations import operations, reads
from mithaq.register.consultations.agreement import agreement, common_ground
from mithaq.register.meetings.operations import attach
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document
from tests.register.consultations.table import ALL, make_table
from tests.register.counting import counted

TEXT = "تؤيد قطر عقد اجتماعين في السنة. وترى الكويت أن اجتماعاً واحداً يكفي."


def make_issue(viewer: Viewer = LAYLA, **fields: Any) -> str:
    """An issue released to all; its id."""
    given = {"level": "OFFICIAL", "audience": ALL, "title_ar": "وتيرة الاجتماعات", "title_en": "How often to meet"}
    return operations.add_issue(viewer, **{**given, **fields}).public_id


def make_position(
    issue: str, party: str = "QAT", stance: str = "support", viewer: Viewer = LAYLA, **fields: Any
) -> str:
    """A position of this party, on a source in words if no document is named; its id."""
    given = {"words": f"موقف {party}", "source": "محضر مشترك", "said_on": "2026-01", **fields}
    if "document" in given:
        given.pop("source")
    return operations.record_position(viewer, issue=issue, party=party, stance=stance, **given).public_id


def row(issue: str, viewer: Viewer = LAYLA) -> reads.IssueRow:
    return next(one for one in reads.position_matrix(viewer).listing.entries if one.public_id == issue)


def test_a_cell_holds_the_newest_position_and_the_history_stays_beneath() -> None:
    issue = make_issue()
    for stance, day in (("open", "2024"), ("support", "2026-02-01"), ("reserve", "2025-11")):
        make_position(issue, stance=stance, said_on=day)
    make_position(issue, "KWT", "oppose")
    assert [(one.party, one.stance, one.said_on) for one in row(issue).positions] == [
        ("KWT", "oppose", "2026-01"),
        ("QAT", "support", "2026-02-01"),
    ]
    qatar = next(one for one in reads.issue_page(RASHID, issue=issue).stood if one.party == "QAT")
    assert [one.stance for one in qatar.positions] == ["support", "reserve", "open"]
    assert reads.position_matrix(LAYLA).parties == ("KWT", "QAT")


def test_it_rests_on_a_sentence_and_is_seen_by_those_who_may_see_issue_and_document() -> None:
    issue = make_issue()
    document = make_document(LAYLA, TEXT, "QAT", "SEC", level="OFFICIAL", published="2026-02-03")
    made = make_position(issue, words="عقد اجتماعين في السنة", document=document, sentence=1, said_on="")
    shown = reads.position_page(RASHID, position=made)
    assert shown.shown.cited is not None
    assert (shown.issue, shown.shown.said_on, shown.shown.cited.number) == (issue, "2026-02-03", 1)
    assert shown.shown.seen.audience == ("QAT", "SEC")
    with pytest.raises(Absent):
        reads.position_page(BADER, position=made)
    assert row(issue, BADER).positions == ()
    with pytest.raises(Invalid) as said:
        make_position(issue, words="ما لم يُقل", document=document, sentence=1)
    assert set(said.value.errors) == {"words"}


def test_a_document_that_reports_a_meeting_says_where_it_was_said() -> None:
    issue, meeting = make_issue(), make_table()
    document = make_document(LAYLA, TEXT, *ALL, level="OFFICIAL", published="2026-03-12")
    attach(LAYLA, meeting=meeting, document=document)
    made = make_position(issue, words="عقد اجتماعين", document=document, sentence=1, said_on="")
    shown = reads.position_page(LAYLA, position=made).shown
    assert shown.meeting is not None
    assert (shown.meeting.public_id, shown.said_on) == (meeting, "2026-03-10")


@pytest.mark.parametrize(
    ("stances", "found"),
    [
        ({}, "unknown"),
        ({"QAT": "support"}, "unknown"),
        ({"QAT": "support", "KWT": "open"}, "unknown"),
        ({"QAT": "support", "KWT": "support"}, "agree"),
        ({"QAT": "oppose", "KWT": "oppose", "OMN": "open"}, "agree"),
        ({"QAT": "support", "KWT": "reserve"}, "differ"),
        ({"QAT": "support", "KWT": "oppose"}, "differ"),
    ],
)
def test_where_they_agree(stances: dict[str, str], found: str) -> None:
    assert agreement(stances) == found


def test_agreement_is_computed_from_what_the_viewer_may_see() -> None:
    issue = make_issue()
    make_position(issue, "QAT", "support")
    make_position(issue, "KWT", "support")
    make_position(issue, "KWT", "oppose", said_on="2026-09", level="OFFICIAL", audience=["KWT", "SEC"])
    assert [row(issue, viewer).agreement for viewer in (RASHID, BADER, LAYLA)] == ["agree", "differ", "differ"]


def test_the_common_ground_is_a_line_with_its_sentences() -> None:
    issue = make_issue()
    for party, stance in (("QAT", "support"), ("KWT", "support"), ("BHR", "reserve")):
        make_position(issue, party, stance)
    ground = reads.issue_common_ground(RASHID, issue=issue)
    assert ground.text.ar == (
        "وتيرة الاجتماعات. يؤيد ذلك: طرف KWT وطرف QAT. ويؤيد ذلك مع تحفظ، بالعبارة أدناه: طرف BHR."
    )
    assert ground.text.en == (
        "Party KWT and Party QAT support: How often to meet. "
        "Supported with a reservation, in their own words below: Party BHR."
    )
    assert [one.words for one in ground.sentences] == ["موقف BHR", "موقف KWT", "موقف QAT"]
    assert ground.seen.audience == ("KWT", "QAT", "SEC")
    assert ground.agreement == "differ"


def test_where_there_is_no_common_ground_the_line_says_so() -> None:
    names = {code: Bilingual(code, code) for code in ("QAT", "KWT")}
    line = common_ground(Bilingual("", "X"), {"QAT": "support", "KWT": "oppose"}, names)
    assert line.en == "There is no common ground yet on: X. Not supported by: KWT."


def test_put_right_with_a_reason_and_the_words_stay() -> None:
    issue = make_issue()
    made = make_position(issue)
    operations.describe_position(HESSA, position=made, version=1, stance="reserve", reason="قرئت خطأ")
    shown = reads.issue_page(LAYLA, issue=issue)
    assert (shown.row.positions[0].stance, shown.row.positions[0].words) == ("reserve", "موقف QAT")
    assert shown.history[0].reason == "قرئت خطأ"
    with pytest.raises(Conflict):
        operations.describe_position(HESSA, position=made, version=1, stance="open", reason="x")
    operations.describe_issue(LAYLA, issue=issue, version=1, about_en="Once or twice")
    assert reads.issue_page(LAYLA, issue=issue).about.en == "Once or twice"
    with pytest.raises(Invalid):
        operations.describe_issue(LAYLA, issue=issue, version=2, title_ar="", title_en="")


def test_who_only_reads_changes_nothing() -> None:
    issue = make_issue(audience=(*ALL, "OMN"))
    made = make_position(issue)
    assert row(issue, SALIM).positions == row(issue, LAYLA).positions
    for asked in (
        lambda: make_issue(SALIM),
        lambda: make_position(issue, viewer=SALIM),
        lambda: operations.describe_position(SALIM, position=made, version=1, reason="x"),
    ):
        with pytest.raises(Refused):
            asked()
    assert not reads.position_matrix(SALIM).records


def test_hidden_is_absent() -> None:
    issue = make_issue(audience=["KWT", "SEC"])
    made = make_position(issue, "KWT")
    for named in (issue, "nothing"):
        for asked in (
            lambda named=named: reads.issue_page(RASHID, issue=named),
            lambda named=named: reads.issue_common_ground(RASHID, issue=named),
            lambda named=named: make_position(named, viewer=RASHID),
        ):
            with pytest.raises(Absent):
                asked()
    with pytest.raises(Absent):
        operations.describe_position(RASHID, position=made, version=1, reason="x")
    assert reads.position_matrix(RASHID).listing.entries == ()
    assert search(RASHID, q="وتيرة").hits == ()
    assert {hit.kind for hit in search(BADER, q="وتيرة").hits} == {"issue", "position"}


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"party": "XYZ"}, "party"),
        ({"stance": "maybe"}, "stance"),
        ({"words": ""}, "words"),
        ({"source": ""}, "source"),
        ({"said_on": "yesterday"}, "said_on"),
    ],
)
def test_what_does_not_fit(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_position(make_issue(), **bad)
    assert set(said.value.errors) == {field}


def test_issues_by_words_and_area_page_after_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from mithaq.register.consultations.reads import positions  # noqa: PLC0415

    made = [make_issue(title_en=f"Issue {n}", areas=["cyber"] if n == 1 else []) for n in range(3)]

    def listed(**asked: str) -> list[int]:
        return [made.index(one.public_id) for one in reads.position_matrix(LAYLA, **asked).listing.entries]

    assert listed() == [2, 1, 0]
    assert listed(area="cyber") == [1]
    assert listed(q="issue 2") == [2]
    monkeypatch.setattr(positions, "PAGE", 2)
    first = reads.position_matrix(LAYLA).listing
    assert [len(first.entries), len(reads.position_matrix(LAYLA, after=first.more).listing.entries)] == [2, 1]
    assert reads.position_matrix(PUBLIC).listing.entries == ()


def test_as_many_queries_for_three_as_for_one() -> None:
    issue = make_issue()
    make_position(issue)
    once = [counted(lambda: reads.position_matrix(RASHID)), counted(lambda: reads.issue_page(RASHID, issue=issue))]
    for party in ("KWT", "BHR"):
        make_position(make_issue(), party)
        make_position(issue, party)
    assert [
        counted(lambda: reads.position_matrix(RASHID)),
        counted(lambda: reads.issue_page(RASHID, issue=issue)),
    ] == once
