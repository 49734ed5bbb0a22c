"""What the parties say to a commitment: where they stand, and how it was kept."""

from __future__ import annotations

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.core import clock
from mithaq.register.commitments.forms import (
    FindRepeats,
    JudgeRepeat,
    RelateCommitments,
    ScoreCommitment,
    StateStand,
)
from mithaq.register.commitments.keeping import check, check_released
from mithaq.register.commitments.models import Acceptance, Commitment, Repeat, Score
from mithaq.register.commitments.repeats import find_repeats, pair
from mithaq.register.parties.reach import as_wide
from mithaq.register.parties.resolving import party_named


@operation("commitments.stand", needs=Permission.COMMITMENTS_ANSWER, form=StateStand)
def state_stand(viewer: Viewer, *, commitment: str, stand: str, text_ar: str = "", text_en: str = "") -> Reference:
    """Say where the viewer's own party stands on a commitment; a reservation or an objection in its own words.

    Said again it takes the place of what was said before; the journal keeps both.
    """
    found = find(Commitment.objects.all(), commitment)
    party_named(viewer.party, "commitment")
    was = Acceptance.objects.filter(commitment=found, party=viewer.party).first()
    values = {"stand": stand, "text_ar": text_ar, "text_en": text_en}
    told = {"stand": [was.stand if was else None, stand]}
    if was:
        told |= changed(was, **values)
        update_at(Acceptance.objects.filter(pk=was.pk), was.version, at=clock.now(), **values)
    else:
        Acceptance.objects.create(
            label_id=found.label_id, commitment=found, party=viewer.party, at=clock.now(), **values
        )
    return Reference(commitment, found.label_id, told)


@operation("commitments.score", needs=Permission.SCORES_GIVE, form=ScoreCommitment)
def score_commitment(
    viewer: Viewer, *, commitment: str, party: str, value: int, document: str, sentence: int
) -> Reference:
    """Give a party −1 (not kept), 0 (in part or too early to say) or +1 (kept), with the sentence that proves it.

    Others than the secretariat score their own party only. The proof must have been released to all who see the score.
    """
    found = find(Commitment.objects.select_related("label"), commitment)
    check(Permission.COMMITMENTS_MANAGE in viewer.permissions or party == viewer.party)
    check_released("party", party, found.label_id)
    proof = cite_sentence(document, sentence)
    if not as_wide(proof.label, found.label):
        raise invalid("document", "This document was not released to all who see the commitment.", "not_released")
    was = Score.objects.filter(commitment=found, party=party).first()
    values = {"value": value, "citation": proof, "by": viewer.account, "at": clock.now()}
    if was:
        update_at(Score.objects.filter(pk=was.pk), was.version, **values)
    else:
        Score.objects.create(label_id=found.label_id, commitment=found, party=party, **values)
    return Reference(commitment, found.label_id, {f"score {party}": [was.value if was else None, value]})


@operation("commitments.judge_repeat", needs=Permission.COMMITMENTS_MANAGE, form=JudgeRepeat)
def judge_repeat(viewer: Viewer, *, repeat: str, decision: str, version: int) -> Reference:
    """Decide whether two commitments are the same call, complement each other, or differ."""
    found = find(Repeat.objects.all(), repeat)
    update_at(Repeat.objects.filter(pk=found.pk), version, decision=decision)
    return Reference(repeat, found.label_id, changed(found, decision=decision))


@operation("commitments.relate", needs=Permission.COMMITMENTS_MANAGE, form=RelateCommitments)
def relate(viewer: Viewer, *, commitment: str, other: str, decision: str) -> Reference:
    """Say that two commitments are the same call, complement each other or differ, also where no likeness was found.

    Seen by those who see both. A pair that is known already is decided anew, not made again.
    """
    rows = Commitment.objects.select_related("label")
    one, another = find(rows, commitment), find(rows, other)
    if one == another:
        raise invalid("other", "This is the commitment itself. Name another one.", "itself")
    found, new = pair(viewer, one, another)
    update_at(Repeat.objects.filter(pk=found.pk), found.version, decision=decision)
    told = {"pair": [None, f"{one.ref}, {another.ref}"]} if new else {}
    return Reference(found.public_id, found.label_id, {**told, **changed(found, decision=decision)})


@operation("commitments.find_repeats", needs=Permission.COMMITMENTS_MANAGE, form=FindRepeats)
def look_for_repeats(viewer: Viewer, *, commitment: str) -> Reference:
    """Look again for what may be the same call, among all that the viewer sees. What was judged stays judged."""
    found = find(Commitment.objects.select_related("label"), commitment)
    return Reference(commitment, found.label_id, {"repeats": [None, find_repeats(viewer, found)]})
