"""Ideas and their path from a mission to a recommendation."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import Viewer
from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.commitments.reads import commitment_page
from mithaq.register.consultations import operations, reads
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document, make_meeting
from tests.register.consultations.table import ALL, make_table
from tests.register.counting import counted

WORDS = "إنشاء سجل مشترك للمدرّبين"


def make_idea(viewer: Viewer = HESSA, **fields: Any) -> str:
    """An idea of this viewer's mission, released to all; its id."""
    given = {
        "level": "OFFICIAL",
        "audience": ALL,
        "title_ar": "سجل المدرّبين",
        "text_ar": "سجل واحد لمن يدرّب.",
        **fields,
    }
    return operations.file_idea(viewer, **given).public_id


def page(idea: str, viewer: Viewer = LAYLA) -> reads.IdeaPage:
    return reads.idea_page(viewer, idea=idea)


def sponsor(idea: str, viewer: Viewer = BADER) -> None:
    operations.sponsor_idea(viewer, idea=idea, version=page(idea, viewer).version, reason="نحتاجه")


def propose(idea: str, viewer: Viewer = HESSA, **fields: Any) -> None:
    operations.propose_idea(viewer, idea=idea, version=page(idea, viewer).version, words=WORDS, **fields)


def recommend(idea: str, meeting: str, viewer: Viewer = LAYLA) -> None:
    version = page(idea, viewer).version
    operations.recommend_idea(viewer, idea=idea, version=version, words=f"يوصى بـ{WORDS}", meeting=meeting)


def close(idea: str, state: str, viewer: Viewer, reason: str = "لا حاجة إليه") -> None:
    operations.close_idea(viewer, idea=idea, state=state, reason=reason, version=page(idea, viewer).version)


def test_filed_sponsored_proposed_recommended_with_every_step_kept() -> None:
    idea, meeting = make_idea(areas=["training_education"]), make_table()
    sponsor(idea)
    propose(idea)
    recommend(idea, meeting)
    shown = page(idea, RASHID)
    assert [(step.step, step.party, step.reason) for step in shown.steps] == [
        ("filed", "QAT", ""),
        ("sponsored", "KWT", "نحتاجه"),
        ("proposal", "QAT", ""),
        ("recommendation", "SEC", ""),
    ]
    assert [step.by.en for step in shown.steps] == ["Hessa", "Bader", "Hessa", "Layla"]
    assert (shown.row.state, shown.row.sponsors, shown.row.ref) == ("recommendation", ("KWT",), shown.row.ref)
    assert shown.steps[3].meeting is not None
    assert shown.steps[3].meeting.public_id == meeting
    proposal, recommendation = (step.commitment for step in shown.steps[2:])
    assert proposal is not None
    assert recommendation is not None
    assert [proposal.state, recommendation.state] == ["superseded", "proposed"]
    made = commitment_page(RASHID, commitment=recommendation.public_id).row
    assert (made.kind, made.by, made.areas, made.source.split(":")[0]) == (
        "recommendation",
        ("QAT", "KWT"),
        ("training_education",),
        shown.row.ref,
    )
    assert made.seen == shown.seen
    assert [row.public_id for row in reads.idea_behind(BADER, commitment=made.public_id)] == [idea]
    assert recommendation.ref in commitment_page(LAYLA, commitment=proposal.public_id).state_reason


def test_without_a_sponsor_it_is_no_proposal() -> None:
    idea = make_idea()
    with pytest.raises(Problem, match="sponsor"):
        propose(idea)
    with pytest.raises(Problem, match="step"):
        recommend(idea, make_table())


def test_only_heads_sponsor_also_ones_own_and_each_party_once() -> None:
    idea = make_idea()
    for viewer in (HESSA, LAYLA, DANA):
        with pytest.raises((Refused, Absent)):
            sponsor(idea, viewer)
    sponsor(idea, RASHID)
    sponsor(idea, BADER)
    assert page(idea).row.sponsors == ("QAT", "KWT")
    with pytest.raises(Problem, match="already"):
        sponsor(idea, BADER)


def test_who_may_propose() -> None:
    idea = make_idea()
    sponsor(idea, RASHID)
    with pytest.raises(Refused):
        propose(idea, BADER)
    sponsor(idea, BADER)
    propose(idea, BADER)
    assert page(idea).row.state == "proposal"


def test_only_those_who_follow_it_up_and_may_record_there_recommend_it() -> None:
    idea = make_idea()
    sponsor(idea)
    propose(idea)
    with pytest.raises(Refused):
        recommend(idea, make_table(), HESSA)
    with pytest.raises(Absent):
        recommend(idea, "nothing")
    hidden = make_meeting(level="OFFICIAL", audience=["KWT", "SEC"], date="2026-01-01")
    with pytest.raises(Invalid):
        recommend(idea, hidden)


def test_what_no_secretariat_sees_is_followed_up_by_those_concerned() -> None:
    idea = make_idea(RASHID, audience=["QAT", "KWT"])
    sponsor(idea, BADER)
    propose(idea, RASHID)
    close(idea, "refused", BADER)
    assert page(idea, RASHID).row.state == "refused"
    with pytest.raises(Absent):
        page(idea, LAYLA)


def test_withdrawn_by_its_own_party_and_refused_by_those_who_follow_it_up() -> None:
    first, second = make_idea(), make_idea()
    with pytest.raises(Refused):
        close(first, "refused", HESSA)
    with pytest.raises(Refused):
        close(first, "withdrawn", BADER)
    close(first, "withdrawn", HESSA)
    close(second, "refused", LAYLA)
    assert [(page(idea).row.state, page(idea).steps[-1].reason) for idea in (first, second)] == [
        ("withdrawn", "لا حاجة إليه"),
        ("refused", "لا حاجة إليه"),
    ]
    with pytest.raises(Problem, match="step"):
        sponsor(first)
    with pytest.raises(Invalid):
        close(make_idea(), "refused", LAYLA, reason="")


def test_a_proposal_that_is_refused_is_closed_in_the_register() -> None:
    idea = make_idea()
    sponsor(idea)
    propose(idea)
    with pytest.raises(Refused):
        close(idea, "withdrawn", HESSA)
    close(idea, "refused", LAYLA)
    commitment = page(idea).row.commitment
    assert commitment is not None
    assert commitment.state == "not_done"


def test_only_its_party_words_it_and_a_stale_one_is_a_conflict() -> None:
    idea = make_idea()
    operations.describe_idea(HESSA, idea=idea, version=1, title_en="Register of trainers")
    assert (page(idea).row.title.en, page(idea).row.title.ar) == ("Register of trainers", "سجل المدرّبين")
    with pytest.raises(Refused):
        operations.describe_idea(BADER, idea=idea, version=2, title_en="x")
    with pytest.raises(Conflict):
        operations.describe_idea(HESSA, idea=idea, version=1, title_en="x")
    with pytest.raises(Conflict):
        operations.sponsor_idea(BADER, idea=idea, version=1)
    with pytest.raises(Invalid):
        operations.describe_idea(HESSA, idea=idea, version=2, title_en="", title_ar="")


def test_it_is_found_by_its_words_and_its_reference_by_those_who_may_see_it() -> None:
    idea = make_idea(audience=["QAT", "SEC"])
    ref = page(idea).row.ref
    assert [hit.thing for hit in search(HESSA, q="المدرّبين").hits] == [idea]
    assert [hit.thing for hit in search(HESSA, q=ref).hits] == [idea]
    assert page(ref).row.public_id == idea
    for viewer in (BADER, SALIM, PUBLIC):
        assert search(viewer, q="المدرّبين").hits == ()
        assert reads.idea_list(viewer).entries == ()
        with pytest.raises(Absent):
            page(idea, viewer)


def test_where_it_comes_from() -> None:
    document = make_document(LAYLA, "اقترح السفير سجلاً.", "QAT", "SEC", level="OFFICIAL")
    idea = make_idea(document=document, sentence=1, meeting=make_table())
    shown = page(idea)
    assert shown.cited is not None
    assert shown.meeting is not None
    assert shown.seen.audience == ("QAT", "SEC")
    with pytest.raises(Invalid):
        make_idea(document=document)
    with pytest.raises(Invalid):
        make_idea(meeting=make_table(audience=("QAT", "SEC"), roles={}, ordinal=2))


@pytest.mark.parametrize("bad", [{"title_ar": ""}, {"text_ar": ""}, {"audience": []}, {"level": "SECRET"}])
def test_what_does_not_fit(bad: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as said:
        make_idea(**bad)
    assert set(said.value.errors) == set(bad)


def test_the_list_is_asked_and_paged(monkeypatch: pytest.MonkeyPatch) -> None:
    from mithaq.register.consultations.reads import ideas  # noqa: PLC0415

    made = [make_idea(title_ar=f"فكرة {n}", areas=["training_education"] if n else []) for n in range(3)]
    sponsor(made[1])
    close(made[2], "withdrawn", HESSA)

    def listed(**asked: str) -> list[int]:
        return [made.index(row.public_id) for row in reads.idea_list(LAYLA, **asked).entries]

    assert listed() == [2, 1, 0]
    assert listed(state="open") == [1, 0]
    assert listed(state="withdrawn") == listed(state="closed") == [2]
    assert listed(party="KWT") == [1]
    assert listed(area="training_education") == [2, 1]
    assert listed(q="فكرة 0") == [0]
    monkeypatch.setattr(ideas, "PAGE", 2)
    first = reads.idea_list(LAYLA)
    assert [len(first.entries), len(reads.idea_list(LAYLA, after=first.more).entries)] == [2, 1]


def test_as_many_queries_for_three_as_for_one() -> None:
    idea = make_idea()
    once = [counted(lambda: reads.idea_list(LAYLA)), counted(lambda: page(idea))]
    make_idea()
    make_idea()
    sponsor(idea)
    assert [counted(lambda: reads.idea_list(LAYLA)), counted(lambda: page(idea))] == once
