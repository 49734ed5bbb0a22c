"""What delegations ask to have changed in minutes, and what is answered."""

from __future__ import annotations

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.diff import put_together
from mithaq.core.errors import Conflict, Problem
from mithaq.core.words import Bilingual
from mithaq.register.consultations import rights
from mithaq.register.consultations.forms import AnswerCorrection, CorrectMinutes
from mithaq.register.consultations.models import Correction, Minutes, MinutesItem, MinutesText
from mithaq.register.consultations.wording import index_minutes, new_wording
from mithaq.register.meetings.formats import Right


@operation("minutes.correct", needs=Permission.MINUTES_CORRECT, form=CorrectMinutes)
def correct_minutes(
    viewer: Viewer, *, minutes_item: str, language: str, reason: str, version: int, wording: str = ""
) -> Reference:
    """Ask to have an item worded otherwise in one language, for a party whose role at that meeting allows it.

    Only while the minutes are circulated. `version` is that of the wording that was seen: it may have changed since.
    """
    item = find(MinutesItem.objects.select_related("minutes__meeting"), minutes_item)
    _check_circulated(item.minutes)
    rights.check(viewer, item.minutes.meeting, Right.CORRECT)
    seen = MinutesText.objects.filter(item=item, number=version).first()
    if seen is None:
        raise Conflict
    old = getattr(seen, f"text_{language}")
    if old == wording:
        raise invalid("wording", "This is the wording as it stands. Change what should be otherwise.", "same")
    made = Correction.objects.create(
        label_id=item.label_id,
        item=item,
        party=viewer.party,
        language=language,
        of_version=version,
        old=old,
        new=wording,
        reason=reason,
        by=viewer.account,
        at=clock.now(),
    )
    point = Bilingual(item.title_ar, item.title_en).written()
    return Reference(made.public_id, item.label_id, {"point": [None, point]}, reason)


def _check_circulated(minutes: Minutes) -> None:
    if minutes.state == Minutes.State.DRAFT:
        raise Problem("These minutes are still being written. Corrections come when they are circulated.", code="draft")
    if minutes.state == Minutes.State.APPROVED:
        raise Problem("These minutes were approved and change no more.", code="approved")


@operation("minutes.answer_correction", needs=Permission.MINUTES_WRITE, form=AnswerCorrection)
def answer_correction(viewer: Viewer, *, correction: str, decision: str, version: int, answer: str = "") -> Reference:
    """Accept a correction, so that the item is worded as it asks, or say why not.

    Where the item got another wording meanwhile, both changes are put together; a Conflict if they touch the same words.
    """
    found = find(
        Correction.objects.select_related("item__minutes__label", "item__minutes__meeting__series"), correction
    )
    if found.version != version or found.state != Correction.State.FILED:
        raise Conflict
    minutes = found.item.minutes
    _check_circulated(minutes)
    stamp = {"answer_by": viewer.account, "answer_at": clock.now()}
    update_at(Correction.objects.filter(pk=found.pk), version, state=decision, answer=answer, **stamp)
    if decision == Correction.State.ACCEPTED:
        _put_in(viewer, found)
        index_minutes(minutes, minutes.label)
    return Reference(correction, found.label_id, {"correction": [found.state, decision]}, answer)


def _put_in(viewer: Viewer, correction: Correction) -> None:
    item, field = correction.item, f"text_{correction.language}"
    together = put_together(correction.old, getattr(item, field), correction.new)
    if together is None:
        message = (
            "Another correction changed the same words meanwhile. Ask the delegation to correct the present wording."
        )
        raise Conflict(message, code="same_words")
    texts = {"text_ar": item.text_ar, "text_en": item.text_en, field: together}
    new_wording(viewer, item, item.version, MinutesText.How.CORRECTED, **texts)
