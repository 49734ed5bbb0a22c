"""Ideas: filed by a mission, taken up by a sponsor, proposed, recommended; or refused, or withdrawn. Each step stays."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import Label, next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.archive.index import index_record
from mithaq.archive.models import Document
from mithaq.core import clock
from mithaq.core.errors import Conflict, Problem, Refused
from mithaq.core.words import Bilingual
from mithaq.register.commitments.operations.making import meeting_for
from mithaq.register.consultations.forms import DescribeIdea, FileIdea, SponsorIdea
from mithaq.register.consultations.models import Idea, IdeaStep
from mithaq.register.parties.resolving import party_named

State = Idea.State


@operation("ideas.file", needs=Permission.IDEAS_FILE, form=FileIdea)
def file_idea(
    viewer: Viewer,
    /,
    *,
    level: str,
    audience: tuple[str, ...] = (),
    meeting: str = "",
    document: str = "",
    sentence: int | None = None,
    **said: Any,
) -> Reference:
    """File an idea for one's own party, released to those who should think about it. It looks for a sponsor then."""
    party_named(viewer.party, "audience")
    label = label_for(viewer, level, audience)
    citation = None
    if document:
        citation = cite_sentence(find(Document.objects.all(), document).public_id, sentence or 1)
        label = narrowed(viewer, [label, citation.label])
    raised = meeting_for(meeting, label)
    idea = new_idea(viewer, label, viewer.party, meeting=raised, citation=citation, **said)
    return Reference(idea.public_id, label.id, {"ref": [None, idea.ref]})


def new_idea(viewer: Viewer, label: Label, party: str, **values: Any) -> Idea:
    """An idea of this party under this label, numbered, findable, at the first step of its path. Inside a visit that writes."""
    ref = next_ref("I", clock.today().year, label)
    stamp = {"by": viewer.account, "at": clock.now()}
    idea: Idea = Idea.objects.create(label=label, ref=ref, party=party, **stamp, **values)
    keep_step(viewer, idea, State.FILED, "", meeting=values.get("meeting"))
    _index(idea)
    return idea


def _index(idea: Idea) -> None:
    title = Bilingual(idea.title_ar, idea.title_en)
    day = idea.at.date().isoformat()
    index_record("idea", idea.public_id, idea.label, day, idea.text_ar, idea.text_en, ref=idea.ref, title=title)


def keep_step(viewer: Viewer, idea: Idea, step: str, reason: str, **what: Any) -> None:
    """Keep a step of an idea: what it became, by whom, why, at which meeting, as which commitment."""
    stamp = {"party": viewer.party, "by": viewer.account, "at": clock.now()}
    IdeaStep.objects.create(label_id=idea.label_id, idea=idea, step=step, reason=reason, **stamp, **what)


def idea_at(public_id: str, version: int, *states: str) -> Idea:
    """The idea with this id at this version. Conflict if it changed meanwhile; a Problem in any other state than these."""
    idea: Idea = find(Idea.objects.select_related("label", "commitment"), public_id)
    if idea.version != version:
        raise Conflict
    if idea.state not in states:
        message = "This idea is at another step already: %(step)s. Look at its path."
        raise Problem(message, code="step", step=State(idea.state).label)
    return idea


def step_to(viewer: Viewer, idea: Idea, step: str, reason: str, *, kept: Any = None, **what: Any) -> Reference:
    """Take an idea one step on; `what` stays with the step, `kept` are columns of the idea that change with it."""
    update_at(Idea.objects.filter(pk=idea.pk), idea.version, state=step, **(kept or {}))
    keep_step(viewer, idea, step, reason, **what)
    return Reference(idea.public_id, idea.label_id, {"step": [idea.state, step]}, reason)


@operation("ideas.describe", needs=Permission.IDEAS_FILE, form=DescribeIdea)
def describe_idea(viewer: Viewer, /, *, idea: str, version: int, **sent: Any) -> Reference:
    """Word an idea otherwise, by the party that filed it, until it is proposed. What is left out stays."""
    found = idea_at(idea, version, State.FILED, State.SPONSORED)
    if viewer.party != found.party:
        raise Refused("Only the party whose idea it is words it.", code="not_yours")
    told = changed(found, **sent)
    for name, value in sent.items():
        setattr(found, name, value)
    if not (found.title_ar or found.title_en):
        raise invalid("title_ar", "Give the title in at least one language.", "required")
    update_at(Idea.objects.filter(pk=found.pk), version, **sent)
    _index(found)
    return Reference(found.public_id, found.label_id, told)


@operation("ideas.sponsor", needs=Permission.IDEAS_SPONSOR, form=SponsorIdea)
def sponsor_idea(viewer: Viewer, *, idea: str, version: int, reason: str = "") -> Reference:
    """Take an idea up for one's own party, as its head of mission. It may then be proposed; several parties can do so."""
    found = idea_at(idea, version, State.FILED, State.SPONSORED)
    if viewer.party in found.sponsors:
        raise Problem("Your party has taken this idea up already.", code="sponsored")
    kept = {"sponsors": (*found.sponsors, viewer.party)}
    return step_to(viewer, found, State.SPONSORED, reason, kept=kept)
