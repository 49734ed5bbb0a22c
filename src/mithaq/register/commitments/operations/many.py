"""Many proposals accepted at once, and one decision taken back."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.utils.translation import gettext

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record
from mithaq.archive.models import Document
from mithaq.core.errors import Conflict, Invalid, Problem
from mithaq.proposals.deciding import DECIDED, reopen
from mithaq.proposals.models import Proposal
from mithaq.register.commitments.forms import AcceptMany, UndoDecision
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations.making import accept_commitment
from mithaq.register.commitments.reads import ORDER
from mithaq.register.commitments.repeats import loaded_once
from mithaq.register.meetings.operations import accept_meeting, take_back_meeting
from mithaq.register.parties.operations import accept_figure, accept_person, take_back_figure, take_back_person

ACCEPT = {
    Proposal.Kind.MEETING: accept_meeting,
    Proposal.Kind.PERSON: accept_person,
    Proposal.Kind.FIGURE: accept_figure,
    Proposal.Kind.COMMITMENT: accept_commitment,
}


@operation("proposals.accept_many", needs=Permission.PROPOSALS_DECIDE, form=AcceptMany)
def accept_many(viewer: Viewer, *, document: str, proposals: tuple[str, ...]) -> Reference:
    """Accept these proposals of a document as they were read, of all kinds, all or none; each is journaled by itself.

    Meetings come first and people second, so that what is promised finds where and by whom it was said.
    """
    paper = find(Document.objects.all(), document)
    rows = Proposal.objects.filter(document=paper)
    chosen = [find(rows, public_id) for public_id in proposals]
    with loaded_once():
        for proposal in sorted(chosen, key=lambda p: (ORDER.index(p.kind), p.number)):
            _accept(viewer, proposal)
    return Reference(document, paper.label_id, {"accepted": [None, len(chosen)]})


def _accept(viewer: Viewer, proposal: Proposal) -> None:
    try:
        ACCEPT[Proposal.Kind(proposal.kind)](viewer, proposal=proposal.public_id, version=proposal.version)
    except Problem as problem:
        why = problem.say(gettext)
        if isinstance(problem, Invalid):
            why = " ".join(error["message"] for errors in problem.errors.values() for error in errors)
        message = "Proposal %(number)s cannot be accepted, so none was: %(why)s"
        raise Problem(message, code="accept_many", number=proposal.number, why=why) from problem


@operation("proposals.undo", needs=Permission.PROPOSALS_DECIDE, form=UndoDecision)
def undo(viewer: Viewer, *, proposal: str, version: int) -> Reference:
    """Take a decision back: the proposal waits again as it was read, and the record that came of it is gone.

    A Problem if something rests on the record already: an action, an answer, a score, another record.
    """
    found = find(Proposal.objects.select_related("document"), proposal)
    if found.version != version or found.state not in DECIDED:
        raise Conflict
    try:
        _take_back(found)
    except ProtectedError as error:
        message = "Something rests on this record already. Change its state instead, and say why."
        raise Problem(message, code="in_use") from error
    reopen(found)
    return Reference(proposal, found.label_id, {"state": [found.state, Proposal.State.WAITING.value]})


def _take_back(proposal: Proposal) -> None:
    take_back = {
        Proposal.Kind.MEETING: take_back_meeting,
        Proposal.Kind.PERSON: take_back_person,
        Proposal.Kind.FIGURE: take_back_figure,
        Proposal.Kind.COMMITMENT: _take_back_commitment,
    }
    if proposal.thing:
        take_back[Proposal.Kind(proposal.kind)](proposal)


def _take_back_commitment(proposal: Proposal) -> None:
    Commitment.objects.filter(public_id=proposal.thing).delete()
    forget_record("commitment", proposal.thing)
