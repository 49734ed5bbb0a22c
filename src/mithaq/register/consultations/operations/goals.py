"""The way from what parties want to what they reach: interest, joint goal, measured result."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import known_parties, narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.archive.models import Document
from mithaq.core import clock
from mithaq.register.consultations.forms import AddGoal, AddInterest, RecordResult
from mithaq.register.consultations.models import Interest, JointGoal, Measured
from mithaq.register.parties.sources import source_and_label


@operation("goals.add_interest", needs=Permission.POSITIONS_RECORD, form=AddInterest)
def add_interest(
    viewer: Viewer,
    /,
    *,
    level: str,
    parties: tuple[str, ...],
    audience: tuple[str, ...] = (),
    document: str = "",
    sentence: int | None = None,
    **about: Any,
) -> Reference:
    """What parties want from working together, with the sentence or source that says so."""
    known_parties(parties, "parties")
    citation, label = source_and_label(viewer, level=level, audience=audience, document=document, sentence=sentence)
    made = Interest.objects.create(label=label, parties=parties, citation=citation, at=clock.now(), **about)
    return Reference(made.public_id, label.id, {"title": [None, made.title_ar or made.title_en]})


@operation("goals.add", needs=Permission.OUTCOMES_RECORD, form=AddGoal)
def add_goal(viewer: Viewer, /, *, interest: str, **about: Any) -> Reference:
    """A goal out of an interest, seen by those who see that. A goal without a measure is refused."""
    found = find(Interest.objects.all(), interest)
    made = JointGoal.objects.create(label_id=found.label_id, interest=found, at=clock.now(), **about)
    return Reference(made.public_id, made.label_id, {"title": [None, made.title_ar or made.title_en]})


@operation("goals.measure", needs=Permission.OUTCOMES_RECORD, form=RecordResult)
def measure_goal(
    viewer: Viewer,
    *,
    goal: str,
    value: Decimal,
    as_of: str,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
) -> Reference:
    """Keep what the measure of a goal was on a day, with its source. Seen by those who may see both. Earlier ones stay."""
    found = find(JointGoal.objects.select_related("label"), goal)
    citation = cite_sentence(find(Document.objects.all(), document).public_id, sentence or 1) if document else None
    label = narrowed(viewer, [found.label, *([citation.label] if citation else [])])
    stamp = {"by": viewer.account, "at": clock.now()}
    what = {"value": value, "as_of": as_of, "citation": citation, "source": source}
    Measured.objects.create(label=label, goal=found, **what, **stamp)
    return Reference(goal, label.id, {"value": [None, str(value)]})
