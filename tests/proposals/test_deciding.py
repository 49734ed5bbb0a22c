"""A decision is written once, by one person, and can be taken back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mithaq.access.models import JournalLine
from mithaq.access.viewer import Viewer, acting_as
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.proposals.deciding import decide, open_proposal, reopen
from mithaq.proposals.models import Proposal
from mithaq.proposals.operations import reject
from mithaq.proposals.reads import ProposalEntry, one, reader
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID, SALIM, account
from tests.make import make_proposals

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]
TEXT = "دعا إلى إنشاء آلية. دعا إلى عقد لقاء. أقيمت 24 دورة."
FOUND = (
    {"kind": "commitment", "quote": "إنشاء آلية"},
    {"kind": "commitment", "quote": "عقد لقاء"},
    {"kind": "figure", "quote": "24 دورة"},
)


@pytest.fixture
def document() -> str:
    """Three proposals that Qatar, the secretariat and (as an observer) Oman see."""
    return make_proposals(RASHID, TEXT, *FOUND, level="OFFICIAL", audience=("QAT", "SEC", "OMN"))


def first(document: str, viewer: Viewer = RASHID) -> ProposalEntry:
    return reader(viewer, document=document).proposals[0]


def test_a_rejection_says_who_when_and_why(document: str) -> None:
    account(HESSA)
    reject(HESSA, proposal=first(document).public_id, reason="خبر لا التزام", version=1)
    shown = first(document, LAYLA)
    assert (shown.state, shown.decided_by, shown.decided_name.ar, shown.reason) == (
        "rejected",
        "hessa",
        "حصة",
        "خبر لا التزام",
    )
    assert shown.decided_at
    assert (reader(RASHID, document=document).next, shown.version) == (2, 2)
    with acting_as(RASHID):
        line = JournalLine.objects.get(operation="proposals.reject")
    assert (line.thing, line.reason, line.changes) == (
        shown.public_id,
        "خبر لا التزام",
        {"state": ["waiting", "rejected"]},
    )


def test_who_may_not_decide_is_refused_and_who_does_not_see_finds_nothing(document: str) -> None:
    proposal = first(document).public_id
    with pytest.raises(Refused):
        reject(SALIM, proposal=proposal, reason="لا", version=1)
    for viewer in (BADER, DANA):
        for public_id in (proposal, "x" * 22):
            with pytest.raises(Absent):
                reject(viewer, proposal=public_id, reason="لا", version=1)
            with pytest.raises(Absent):
                one(viewer, proposal=public_id)
    with pytest.raises(Invalid):
        reject(RASHID, proposal=proposal, reason="", version=1)


def test_the_second_to_decide_meets_a_conflict(document: str) -> None:
    proposal = first(document).public_id
    reject(RASHID, proposal=proposal, reason="لا", version=1)
    for version in (1, 2):
        with pytest.raises(Conflict):
            reject(LAYLA, proposal=proposal, reason="لا", version=version)


def test_an_area_opens_only_its_own_kind(document: str) -> None:
    proposal = first(document).public_id
    with acting_as(RASHID, writing=True):
        assert open_proposal(proposal, "commitment", 1).quote == "إنشاء آلية"
        with pytest.raises(Absent):
            open_proposal(proposal, "figure", 1)
        with pytest.raises(Conflict):
            open_proposal(proposal, "commitment", 2)


def test_a_decision_taken_back_leaves_the_proposal_as_it_was_read(document: str) -> None:
    before = first(document)
    with acting_as(RASHID, writing=True):
        row = open_proposal(before.public_id, "commitment", 1)
        decide(row, RASHID, Proposal.State.AMENDED, {"type": "pledge"}, "t" * 22)
        assert (first(document).decided, first(document).fields) == ({"type": "pledge"}, before.fields)
        reopen(Proposal.objects.select_related("document").get(pk=row.pk))
    after = first(document)
    assert (after.state, after.decided, after.decided_by, after.thing, after.version) == ("waiting", None, "", "", 3)
    assert after.fields == before.fields
    assert (reader(RASHID, document=document).waiting, reader(RASHID, document=document).decided) == (3, 0)


def test_a_record_that_was_not_released_to_the_viewer_is_not_named(document: str) -> None:
    with acting_as(RASHID, writing=True):
        row = open_proposal(first(document).public_id, "commitment", 1)
        decide(row, RASHID, Proposal.State.ACCEPTED, None, "t" * 22)
    assert (first(document).thing, first(document).ref) == ("", "")


def test_one_proposal_stands_with_its_sentence(document: str) -> None:
    page = one(LAYLA, proposal=first(document).public_id)
    assert (page.sentence, page.entry.public_id, page.proposal.number) == ("دعا إلى إنشاء آلية.", document, 1)


def test_the_reader_asks_the_same_number_of_questions_for_one_and_for_three() -> None:
    asked = []
    for found in (FOUND[:1], FOUND):
        document = make_proposals(RASHID, f"{TEXT} {len(found)}", *found)
        with acting_as(RASHID, writing=True):
            for row in Proposal.objects.filter(document__public_id=document).select_related("document"):
                decide(row, RASHID, Proposal.State.ACCEPTED, None, "t" * 22)
        with CaptureQueriesContext(connection) as listed:
            reader(RASHID, document=document)
        asked.append(len(listed))
    assert asked[0] == asked[1]
