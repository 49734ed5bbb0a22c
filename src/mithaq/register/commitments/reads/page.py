"""The page of a commitment."""

from __future__ import annotations

from django.db.models import Q

from mithaq.access.models import Account
from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import Line, history_of, officer
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Text
from mithaq.core.words import Bilingual
from mithaq.proposals.models import Proposal
from mithaq.register.commitments.changing import kept_by, owned_by
from mithaq.register.commitments.models import Acceptance, Commitment, Repeat, Score
from mithaq.register.commitments.reads.listing import commitment_names, rows_of
from mithaq.register.commitments.reads.shapes import (
    CommitmentPage,
    Passage,
    RepeatShown,
    ScoreShown,
    StandShown,
)
from mithaq.register.commitments.states import TRANSITIONS, State
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.parties.sources import cited

LINES = 20


@read("commitments.page")
def commitment_page(viewer: Viewer, *, commitment: str) -> CommitmentPage:
    """A commitment: its words in their sentence, who said it in which post, where each party stands, what says it again."""
    found = find(Commitment.objects.all(), commitment)
    (row,) = rows_of(Commitment.objects.filter(pk=found.pk))
    focal = Account.objects.filter(pk=found.focal_id).first() if found.focal_id else None
    return CommitmentPage(
        row,
        found.translation,
        _passage(found),
        found.proposal,
        found.due_words,
        found.state_reason,
        tuple(state.value for state in TRANSITIONS[State(found.state)]),
        officer(focal),
        _stands(found),
        _scores(found),
        _repeats(found),
        _source_changed(found),
        _may(viewer, found),
        history_of(found.public_id, limit=LINES),
        found.version,
        row.seen,
    )


@read("commitments.history")
def commitment_history(viewer: Viewer, *, commitment: str) -> tuple[Line, ...]:
    """Who did what to this commitment, the newest first, at most 500 lines."""
    return history_of(find(Commitment.objects.all(), commitment).public_id, limit=500)


def _passage(commitment: Commitment) -> Passage | None:
    """The cited words between the rest of the sentences they stand in."""
    if (citation := commitment.citation) is None:
        return None
    text = Text.objects.filter(document_id=citation.document_id, edition=citation.edition).first()
    if text is None:
        return None
    around = [span for span in text.spans if span[0] < citation.end and citation.start < span[1]]
    first = min([citation.start, *(start for start, _ in around)])
    last = max([citation.end, *(end for _, end in around)])
    return Passage(text.text[first : citation.start], citation.quote, text.text[citation.end : last])


def _stands(commitment: Commitment) -> tuple[StandShown, ...]:
    rows = Acceptance.objects.filter(commitment=commitment).order_by("party")
    return tuple(
        StandShown(row.party, row.stand, Bilingual(row.text_ar, row.text_en), row.at.isoformat()) for row in rows
    )


def _scores(commitment: Commitment) -> tuple[ScoreShown, ...]:
    rows = list(Score.objects.filter(commitment=commitment).order_by("party"))
    proofs = cited(row.citation_id for row in rows)
    return tuple(
        ScoreShown(row.party, row.value, proofs.get(row.citation_id), row.by, row.at.isoformat()) for row in rows
    )


def _repeats(commitment: Commitment) -> tuple[RepeatShown, ...]:
    """The likest first; pairs judged different come last."""
    pairs = list(Repeat.objects.filter(Q(earlier=commitment) | Q(later=commitment)).order_by("-likeness", "pk"))
    others = {p.pk: p.earlier_id if p.later_id == commitment.pk else p.later_id for p in pairs}
    names = commitment_names(others.values())
    rows = Commitment.objects.filter(pk__in=others.values()).values_list("pk", "meeting_id", "citation_id")
    keys = {pk: (meeting, citation) for pk, meeting, citation in rows}
    meetings, citations = meeting_names(k[0] for k in keys.values()), cited(k[1] for k in keys.values())
    shown = []
    for pair in pairs:
        other = others[pair.pk]
        if other in names:
            meeting, place = meetings.get(keys[other][0] or 0), citations.get(keys[other][1] or 0)
            earlier = (names[other].said_on, other) < (commitment.said_on, commitment.pk)
            head = (pair.public_id, names[other], meeting, place, earlier)
            shown.append(RepeatShown(*head, pair.likeness, pair.decision, pair.version))
    return tuple(sorted(shown, key=lambda repeat: repeat.decision == Repeat.Decision.DIFFERENT))


def _source_changed(commitment: Commitment) -> bool:
    if not commitment.proposal:
        return False
    return Proposal.objects.filter(public_id=commitment.proposal, state=Proposal.State.REOPENED).exists()


def _may(viewer: Viewer, commitment: Commitment) -> tuple[str, ...]:
    keeper, owns = kept_by(viewer, commitment), owned_by(viewer, commitment)
    allowed = {
        "commitments.describe": keeper or owns,
        "commitments.assign": keeper or owns,
        "commitments.change_state": keeper,
        "commitments.stand": P.COMMITMENTS_ANSWER in viewer.permissions,
        "commitments.score": P.SCORES_GIVE in viewer.permissions,
        "commitments.judge_repeat": P.COMMITMENTS_MANAGE in viewer.permissions,
        "commitments.relate": P.COMMITMENTS_MANAGE in viewer.permissions,
        "actions.add": P.ACTIONS_MANAGE in viewer.permissions,
    }
    return tuple(name for name, allows in allowed.items() if allows)
