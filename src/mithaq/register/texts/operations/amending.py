"""What parties would change in a joint text, and what becomes of it."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.register.texts.drafting import Words, amended, differ
from mithaq.register.texts.editions import waiting, wanted_by, words_of
from mithaq.register.texts.forms import AcceptAmendment, AmendText, SettleAmendment
from mithaq.register.texts.models import Amendment, Break, JointText
from mithaq.register.texts.operations.drafting import NOT_THE_PEN, check_drafting, check_paragraph
from mithaq.register.texts.rights import amends, check, drafts, own

State = Amendment.State
NO_AMENDING = Refused("By its role at the meeting your party does not amend this text.", code="no_amending")
NOT_YOURS = Refused("Only the party that proposed an amendment can withdraw it.", code="not_yours")


@operation("texts.amend", needs=Permission.TEXTS_AMEND, form=AmendText)
def amend(viewer: Viewer, /, *, text: str, edition: int, **wanted: Any) -> Reference:
    """Propose other words for a paragraph of a text in drafting, a new paragraph, or that one goes."""
    found = find(JointText.objects.select_related("label"), text)
    check(amends(viewer, found), NO_AMENDING)
    check_drafting(found)
    if edition != found.edition:
        raise Problem(
            "There is a newer edition of this text. Look at its words, then propose yours.", code="old_edition"
        )
    made = propose_words(viewer, found, found.edition, found.label, **wanted)
    return Reference(made.public_id, found.label_id, {"amendment": [None, made.change]})


def propose_words(
    viewer: Viewer, text: JointText, edition: int, label: Label, /, *, change: str, **wanted: Any
) -> Amendment:
    """An amendment to this edition under this label. Invalid where it names no paragraph of it or changes nothing."""
    words = {one.key: one for one in words_of(text, edition)}
    check_paragraph(words, "paragraph", wanted["paragraph"])
    check_paragraph(words, "after", wanted["after"])
    if change == Amendment.Change.REPLACE:
        wanted |= _other_words(words[wanted["paragraph"]], wanted)
    kept = {"ar": "", "en": ""} if change == Amendment.Change.REMOVE else {}
    placed = {"paragraph": ""} if change == Amendment.Change.ADD else {"after": ""}
    made: Amendment = Amendment.objects.create(
        label=label,
        text=text,
        edition=edition,
        change=change,
        party=viewer.party,
        by=viewer.account,
        at=clock.now(),
        **{**wanted, **kept, **placed},
    )
    return made


def _other_words(stands: Words, wanted: dict[str, Any]) -> dict[str, str]:
    """The new words in each language, empty where they are those that stand. Invalid if both are."""
    other = {
        name: wanted[name] if wanted[name] and differ(getattr(stands, name), wanted[name]) else ""
        for name in ("ar", "en")
    }
    if not any(other.values()):
        raise invalid("ar", "These are the words that stand. Write what you would have instead.", "same_words")
    return other


def _open(amendment: str) -> Amendment:
    """The open amendment of this id, its text locked until it is settled. Problem if it was settled already."""
    found: Amendment = find(Amendment.objects.select_related("label"), amendment)
    found.text = JointText.objects.select_for_update().get(pk=found.text_id)
    if found.state != State.OPEN:
        raise Problem("This amendment was settled already.", code="settled")
    return found


def _settle(viewer: Viewer, found: Amendment, version: int, state: State, reason: str) -> Reference:
    rows = Amendment.objects.filter(pk=found.pk, state=State.OPEN)
    update_at(rows, version, state=state, reason=reason, settled_by=viewer.account, settled_at=clock.now())
    return Reference(found.public_id, found.label_id, {"amendment": [found.state, state]}, reason)


@operation("texts.accept", needs=Permission.TEXTS_DRAFT, form=AcceptAmendment)
def accept_amendment(viewer: Viewer, *, amendment: str, version: int, reason: str = "") -> Reference:
    """Take an amendment: the next edition will have its words.

    Several to one paragraph are put together where they touch different words; else Problem, as when the paragraph is gone.
    """
    found = _open(amendment)
    check(drafts(viewer, found.text), NOT_THE_PEN)
    check_drafting(found.text)
    _, could = amended(words_of(found.text), wanted_by(found.text, [*waiting(found.text), found]))
    if not could[-1]:
        raise Problem(
            "The words that it changes were changed since, or are gone. Make a new edition with the words that are right.",
            code="collides",
        )
    return _settle(viewer, found, version, State.ACCEPTED, reason)


@operation("texts.reject", needs=Permission.TEXTS_DRAFT, form=SettleAmendment)
def reject_amendment(viewer: Viewer, *, amendment: str, version: int, reason: str) -> Reference:
    """Do not take an amendment, and say why. It stays to be read."""
    found = _open(amendment)
    check(drafts(viewer, found.text), NOT_THE_PEN)
    return _settle(viewer, found, version, State.REJECTED, reason)


@operation("texts.withdraw", needs=Permission.TEXTS_AMEND, form=SettleAmendment)
def withdraw_amendment(viewer: Viewer, *, amendment: str, version: int, reason: str) -> Reference:
    """Take back an amendment of one's own party. One by which silence was broken cannot be taken back."""
    found = _open(amendment)
    check(own(viewer, found), NOT_YOURS)
    if Break.objects.filter(amendment=found).exists():
        raise Problem("This amendment broke the silence: it cannot be taken back.", code="broke_silence")
    return _settle(viewer, found, version, State.WITHDRAWN, reason)
