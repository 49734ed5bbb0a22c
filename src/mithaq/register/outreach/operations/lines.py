"""Lines of a house: added, worded otherwise, proven, asked about, retired."""

from __future__ import annotations

from typing import Any

from django.db import models

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.commitments.models import Commitment
from mithaq.register.outreach.filing import found_house, found_line, index_line, keep_wording, new_line
from mithaq.register.outreach.forms import (
    AddLine,
    AddQuestion,
    AmendLine,
    DropProof,
    DropQuestion,
    ProveLine,
    RetireLine,
)
from mithaq.register.outreach.models import Line, Proof, Question
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.resting import agreed_text
from mithaq.register.outreach.rights import NOT_THE_KEEPER, check, check_stands, keeps, proves
from mithaq.register.outreach.settling import MOST, proven, settle, settle_house
from mithaq.register.parties.models import Figure


@operation("outreach.add_line", needs=Permission.OUTREACH_WRITE, form=AddLine)
def add_line(
    viewer: Viewer, *, house: str, ar: str, en: str, level: str = "", audience: tuple[str, ...] = ()
) -> Reference:
    """Add a line to a house, in both languages, by its keeper; a house has three to five.

    Those see it who may see the house, or fewer if asked. Prove it next: without a proof nobody can agree to it.
    """
    found = found_house(house)
    check(keeps(viewer, found), NOT_THE_KEEPER)
    check_stands(found)
    label = narrowed(viewer, [found.label, *([label_for(viewer, level, audience)] if level else [])])
    rows = Line.objects.filter(house=found, label=label, overarching=False).exclude(state=State.RETIRED)
    if rows.count() >= MOST:
        raise Problem("A house has three to five lines. Retire one before you add another.", code="many_lines")
    line = new_line(viewer, found, label, ar, en)
    settle_house(found)
    return Reference(line.public_id, label.id, {"line": [None, ar]})


@operation("outreach.amend_line", needs=Permission.OUTREACH_WRITE, form=AmendLine)
def amend_line(viewer: Viewer, /, *, line: str, version: int, why: str, **sent: Any) -> Reference:
    """Word a line, or the message, otherwise; by the house's keeper. The earlier wording stays in its history.

    What was agreed was the earlier wording: the parties are asked again.
    """
    found = _kept(viewer, line)
    told = changed(found, **sent)
    again = {"wording": found.wording + 1, "text": None, "text_edition": 0} if told else {}
    update_at(Line.objects.filter(pk=found.pk), version, **sent, **again)
    for name, value in {**sent, **again}.items():
        setattr(found, name, value)
    if told:
        keep_wording(viewer, found, why)
        index_line(found)
        settle(found)
    return Reference(found.public_id, found.label_id, told, why)


@operation("outreach.retire_line", needs=Permission.OUTREACH_WRITE, form=RetireLine)
def retire_line(viewer: Viewer, *, line: str, version: int, reason: str) -> Reference:
    """Retire a line: it is said no more. It stays on the page of its house with the reason. By the house's keeper."""
    found = _kept(viewer, line)
    if found.overarching:
        raise Problem("A house always has its message. Word it otherwise, or retire the house.", code="overarching")
    rows = Line.objects.filter(pk=found.pk)
    update_at(rows, version, state=State.RETIRED, agreed_on=None, retired_for=reason)
    told = {"message": [found.state, State.RETIRED.value]}
    found.state = State.RETIRED
    index_line(found)
    settle_house(found.house)
    return Reference(found.public_id, found.label_id, told, reason)


@operation("outreach.prove", needs=Permission.OUTREACH_WRITE, form=ProveLine)
def prove(
    viewer: Viewer,
    *,
    line: str,
    figure: str = "",
    commitment: str = "",
    document: str = "",
    sentence: int | None = None,
    text: str = "",
) -> Reference:
    """Say what shows that a line is true: a figure, a commitment, a sentence of a document, or a text that was agreed.

    By the keeper or a party whose agreement is asked. Those see the proof who may see the line and what proves it.
    """
    found = _proved(viewer, line)
    named: dict[str, Any] = {}
    if figure:
        named["figure"] = find(Figure.objects.select_related("label"), figure)
    elif commitment:
        named["commitment"] = find(Commitment.objects.select_related("label"), commitment)
    elif document:
        named["citation"] = cite_sentence(document, sentence or 1)
    else:
        named["text"] = agreed_text(text)
    (thing,) = named.values()
    if not document and Proof.objects.filter(line=found, **named).exists():
        raise Problem("This proves the line already.", code="proven")
    label = narrowed(viewer, [found.label, _label_of(thing)])
    proof = Proof.objects.create(label=label, line=found, by=viewer.account, at=clock.now(), **named)
    settle(found)
    return Reference(proof.public_id, label.id, {"proof": [None, next(iter(named))]})


def _label_of(thing: models.Model) -> Label:
    label: Label = thing.label  # type: ignore[attr-defined]
    return label


@operation("outreach.drop_proof", needs=Permission.OUTREACH_WRITE, form=DropProof)
def drop_proof(viewer: Viewer, *, proof: str, reason: str) -> Reference:
    """Take a proof away, by the house's keeper. A line that was agreed keeps at least one that all see who see the line."""
    row = find(Proof.objects.select_related("line"), proof)
    found = _kept(viewer, row.line.public_id)
    Proof.objects.filter(pk=row.pk).delete()
    if found.state == State.AGREED and not proven(found):
        raise Problem(
            "This is the last proof of an agreed line. Add another before you take it away.", code="last_proof"
        )
    return Reference(found.public_id, row.label_id, {"proof": [_what(row), None]}, reason)


def _what(row: Proof) -> str:
    return next(name for name in ("figure", "commitment", "citation", "text") if getattr(row, f"{name}_id"))


@operation("outreach.add_question", needs=Permission.OUTREACH_WRITE, form=AddQuestion)
def add_question(viewer: Viewer, /, *, line: str, **said: str) -> Reference:
    """Add a question that a line answers, with the answer in both languages. It rests on what proves the line."""
    found = _proved(viewer, line)
    row = Question.objects.create(label=found.label, line=found, by=viewer.account, at=clock.now(), **said)
    return Reference(row.public_id, found.label_id, {"question": [None, said["question_ar"]]})


@operation("outreach.drop_question", needs=Permission.OUTREACH_WRITE, form=DropQuestion)
def drop_question(viewer: Viewer, *, question: str, reason: str) -> Reference:
    """Take a question away with its answer, by the house's keeper."""
    row = find(Question.objects.select_related("line"), question)
    found = _kept(viewer, row.line.public_id)
    Question.objects.filter(pk=row.pk).delete()
    return Reference(found.public_id, row.label_id, {"question": [row.question_ar, None]}, reason)


def _kept(viewer: Viewer, named: str) -> Line:
    """A line of a house that this viewer's party keeps; neither was retired."""
    line = found_line(named)
    check(keeps(viewer, line.house), NOT_THE_KEEPER)
    check_stands(line.house, line)
    return line


def _proved(viewer: Viewer, named: str) -> Line:
    """A line to which this viewer may add what it rests on; neither it nor its house was retired."""
    line = found_line(named)
    check(proves(viewer, line.house), NOT_THE_KEEPER)
    check_stands(line.house, line)
    return line
