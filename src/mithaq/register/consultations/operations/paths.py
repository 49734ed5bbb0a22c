"""Where the path of an idea leads: into the register as a proposal and a recommendation, or to its end."""

from __future__ import annotations

from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.commitments.keeping import keeps
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.operations import add_commitment, change_state
from mithaq.register.commitments.operations.making import meeting_for
from mithaq.register.commitments.states import TRANSITIONS
from mithaq.register.commitments.states import State as Stands
from mithaq.register.consultations import rights
from mithaq.register.consultations.forms import CloseIdea, ProposeIdea, RecommendIdea
from mithaq.register.consultations.models import Idea
from mithaq.register.consultations.operations.ideas import idea_at, step_to
from mithaq.register.meetings.formats import Right
from mithaq.register.meetings.models import Meeting

State = Idea.State
UNSPONSORED = "An idea needs a sponsor before it becomes a proposal. Ask a head of mission to take it up."


def follows_up(viewer: Viewer, idea: Idea) -> bool:
    """Whether this viewer follows the idea up: the secretariat, or those concerned where it was released to no secretariat."""
    return keeps(viewer, idea.label_id, (idea.party, *idea.sponsors), Permission.COMMITMENTS_MANAGE)


@operation("ideas.propose", needs=Permission.IDEAS_FILE, form=ProposeIdea)
def propose_idea(
    viewer: Viewer,
    *,
    idea: str,
    words: str,
    version: int,
    addressees: tuple[str, ...] = (),
    meeting: str = "",
    reason: str = "",
) -> Reference:
    """Make a proposal of a sponsored idea, by its own party, a sponsor, or who follows it up.

    The proposal stands in the register of commitments from then on, with the idea as its source and under its label.
    """
    found = idea_at(idea, version, State.FILED, State.SPONSORED)
    if not found.sponsors:
        raise Problem(UNSPONSORED, code="unsponsored")
    if viewer.party not in (found.party, *found.sponsors) and not follows_up(viewer, found):
        raise Refused(
            "This is done by the party whose idea it is, by a sponsor, or by those who follow it up.", code="not_yours"
        )
    held = meeting_for(meeting, found.label)
    made = _enter(viewer, found, Commitment.Kind.PROPOSAL, words, held, addressees)
    kept = {"commitment": made}
    return step_to(viewer, found, State.PROPOSAL, reason, kept=kept, commitment=made, meeting=held)


@operation("ideas.recommend", needs=Permission.OUTCOMES_RECORD, form=RecommendIdea)
def recommend_idea(
    viewer: Viewer,
    *,
    idea: str,
    words: str,
    meeting: str,
    version: int,
    addressees: tuple[str, ...] = (),
    reason: str = "",
) -> Reference:
    """Keep that a meeting made a recommendation of a proposed idea, by who follows it up and may record at that meeting.

    The recommendation takes the place of the proposal in the register; the proposal stays there as superseded by it.
    """
    found = idea_at(idea, version, State.PROPOSAL)
    if not follows_up(viewer, found):
        raise Refused("This is done by those who follow the idea up.", code="not_yours")
    held = meeting_for(meeting, found.label)
    if held is not None:
        rights.check(viewer, held, Right.RECORD)
    made = _enter(viewer, found, Commitment.Kind.RECOMMENDATION, words, held, addressees)
    _let_go(viewer, found, Stands.SUPERSEDED, made.ref)
    kept = {"commitment": made}
    return step_to(viewer, found, State.RECOMMENDATION, reason, kept=kept, commitment=made, meeting=held)


def _enter(
    viewer: Viewer, idea: Idea, kind: str, words: str, meeting: Meeting | None, addressees: tuple[str, ...]
) -> Commitment:
    """What the idea becomes, in the register: said by its party and its sponsors, with the idea as the source."""
    marking = idea.label.marking
    source = f"{idea.ref}: {idea.title_ar or idea.title_en}"[:300]
    about: dict[str, Any] = {"level": marking.level.name, "audience": sorted(marking.audience), "source": source}
    about |= {"by": [*dict.fromkeys((idea.party, *idea.sponsors))], "addressees": addressees, "areas": idea.areas}
    about["demonstration"] = idea.demonstration
    about |= {"meeting": meeting.public_id if meeting else "", "title_ar": idea.title_ar, "title_en": idea.title_en}
    said_on = (meeting.date if meeting else "") or clock.today().isoformat()
    done = add_commitment(viewer, kind=kind, words=words, said_on=said_on, **about)
    made: Commitment = find(Commitment.objects.all(), done.public_id)
    return made


def _let_go(viewer: Viewer, idea: Idea, state: Stands, reason: str) -> None:
    """Close what stands in the register for the idea, where its state allows it."""
    was: Commitment | None = idea.commitment
    if was is not None and state in TRANSITIONS[Stands(was.state)]:
        change_state(viewer, commitment=was.public_id, state=state, reason=reason, version=was.version)


@operation("ideas.close", needs=Permission.IDEAS_FILE, form=CloseIdea)
def close_idea(viewer: Viewer, *, idea: str, state: str, reason: str, version: int) -> Reference:
    """End the path of an idea: withdrawn by its own party, or refused by those who follow it up. The reason is kept.

    Once it is a proposal, only those who follow it up end it, and what stands in the register for it is closed with it.
    """
    found = idea_at(idea, version, State.FILED, State.SPONSORED, State.PROPOSAL)
    own = state == State.WITHDRAWN and viewer.party == found.party and found.state != State.PROPOSAL
    if not own and not follows_up(viewer, found):
        raise Refused("This is done by those who follow the idea up.", code="not_yours")
    _let_go(viewer, found, Stands.NOT_DONE, reason)
    return step_to(viewer, found, state, reason)
