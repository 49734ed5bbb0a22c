"""People and figures that come of proposals. They bear the label of the document, or a narrower one; nothing is lost that was read."""

from __future__ import annotations

from typing import Any

from mithaq.access.models import Alias, Label, Person, Post, Tenure
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite
from mithaq.archive.index import forget_record
from mithaq.core.dates import PartialDate
from mithaq.core.text import fold
from mithaq.proposals.deciding import decide, open_proposal
from mithaq.proposals.models import Proposal
from mithaq.register.parties.amending import decision, said_at
from mithaq.register.parties.as_read import figure_as_read, people_as_read
from mithaq.register.parties.forms import AcceptFigure, AcceptPerson
from mithaq.register.parties.models import Figure
from mithaq.register.parties.names import name_key
from mithaq.register.parties.operations.people import new_person
from mithaq.register.parties.reach import labels_as_wide
from mithaq.register.parties.resolving import party_named
from mithaq.register.parties.standing import Span


@operation("parties.accept_person", needs=Permission.PROPOSALS_DECIDE, form=AcceptPerson)
def accept_person(viewer: Viewer, /, *, proposal: str, version: int, **sent: str) -> Reference:
    """Accept somebody who was read of, as somebody known (by the name, if nobody else bears it) or somebody new.

    The name as written becomes one of their writings; a post that was read becomes a tenure seen on the day the document
    was published, with the sentence as its source. What is left out stands as it was read.
    """
    found = open_proposal(proposal, Proposal.Kind.PERSON, version)
    state, values = decision(people_as_read([found])[0], sent)
    person, made = _person(viewer, found, values)
    tenure = _seen_in_post(viewer, found, person, values)
    kept = {**values, "person": person.public_id, "made": made, "tenure": tenure.public_id if tenure else ""}
    decide(found, viewer, state, kept, person.public_id)
    return Reference(person.public_id, found.label_id, {"proposal": [found.quote, state]})


def _person(viewer: Viewer, proposal: Proposal, values: dict[str, Any]) -> tuple[Person, bool]:
    """Who it is, and whether the person is new."""
    names = {name: values[name] for name in ("name_ar", "name_en", "honorific_ar", "honorific_en")}
    if not values["person"]:
        return new_person(proposal.label, (proposal.fields["name"][:200],), **names), True
    person = find(Person.objects.select_related("label"), values["person"])
    written = proposal.fields["name"][:200]
    if not Alias.objects.filter(person=person, folded=name_key(written)).exists():
        label = narrowed(viewer, [person.label, proposal.label])
        Alias.objects.create(label=label, person=person, written=written, folded=name_key(written))
    return person, False


def _seen_in_post(viewer: Viewer, proposal: Proposal, person: Person, values: dict[str, Any]) -> Tenure | None:
    """The tenure this sentence shows; None if it names no post or no party, or if that is known for the day."""
    post = _post(proposal.label, values)
    if post is None:
        return None
    day = proposal.document.published
    known = Tenure.objects.filter(post=post, person=person)
    if any(not day or Span(t.since, t.until, t.seen_on).holds(PartialDate.parse(day)) for t in known):
        return None
    label = narrowed(viewer, [proposal.label, post.label, person.label])
    made: Tenure = Tenure.objects.create(label=label, post=post, person=person, seen_on=day, source=said_at(proposal))
    return made


def _post(label: Label, values: dict[str, Any]) -> Post | None:
    post: Post
    if values["post"]:
        post = find(Post.objects.select_related("label"), values["post"])
        return post
    titles = {fold(values[name]).text for name in ("title_ar", "title_en") if values[name]}
    if not values["party"] or not titles:
        return None
    party = party_named(values["party"], "party")
    known = Post.objects.filter(party=party, label__in=labels_as_wide(label.id))
    for post in known.select_related("label").order_by("pk"):
        if titles & {fold(post.title_ar).text, fold(post.title_en).text}:
            return post
    post = Post.objects.create(label=label, party=party, title_ar=values["title_ar"], title_en=values["title_en"])
    return post


def take_back_person(proposal: Proposal) -> None:
    """Remove the tenure that this acceptance made, and the person if it made that too. Inside a visit that writes.

    ProtectedError if something rests on the person.
    """
    decided = proposal.decided or {}
    Tenure.objects.filter(public_id=decided.get("tenure") or "").delete()
    if decided.get("made"):
        Person.objects.filter(public_id=proposal.thing).delete()
        forget_record("person", proposal.thing)


@operation("parties.accept_figure", needs=Permission.PROPOSALS_DECIDE, form=AcceptFigure)
def accept_figure(viewer: Viewer, /, *, proposal: str, version: int, **sent: Any) -> Reference:
    """Accept a number that was read, with its comparator and as-of date; it cites its words. What is left out stands as read."""
    found = open_proposal(proposal, Proposal.Kind.FIGURE, version)
    state, values = decision(figure_as_read(found), sent)
    if values["party"]:
        party_named(values["party"], "party")
    citation = cite(found.document, found.start, found.end)
    figure = Figure.objects.create(label=found.label, citation=citation, proposal=proposal, **values)
    decide(found, viewer, state, {**values, "value": str(values["value"])}, figure.public_id)
    return Reference(figure.public_id, found.label_id, {"proposal": [found.quote, state]})


def take_back_figure(proposal: Proposal) -> None:
    """Remove the figure that this acceptance made. Inside a visit that writes."""
    Figure.objects.filter(public_id=proposal.thing).delete()
