"""People, the posts they hold, and the figures that are told."""

from __future__ import annotations

from decimal import Decimal

from mithaq.access.models import Alias, Label, Person, Post, Tenure
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, label_for, narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core.dates import PartialDate
from mithaq.core.errors import Conflict
from mithaq.core.words import Bilingual
from mithaq.register.parties.forms import AddPerson, BeginTenure, EndTenure, RecordFigure
from mithaq.register.parties.models import Figure
from mithaq.register.parties.names import name_key
from mithaq.register.parties.resolving import party_named
from mithaq.register.parties.sources import source_and_label


@operation("parties.add_person", needs=Permission.PARTIES_MANAGE, form=AddPerson)
def add_person(
    viewer: Viewer, /, *, level: str, audience: tuple[str, ...] = (), aliases: tuple[str, ...] = (), **names: str
) -> Reference:
    """Somebody who holds or held posts. Others of the same name may be there: a person is known by posts, not by name."""
    label = label_for(viewer, level, audience)
    person = new_person(label, aliases, **names)
    return Reference(person.public_id, label.id, {"name_en": [None, person.name_en], "name_ar": [None, person.name_ar]})


def new_person(label: Label, aliases: tuple[str, ...] = (), **names: str) -> Person:
    """A person under this label, findable by all writings of the name. Inside a visit that writes."""
    person: Person = Person.objects.create(label=label, **names)
    written = {name_key(words): words for words in (*aliases, person.name_en, person.name_ar) if words}
    Alias.objects.bulk_create(
        Alias(label=label, person=person, written=words, folded=key) for key, words in written.items()
    )
    title = Bilingual(person.name_ar, person.name_en)
    index_record("person", person.public_id, label, "", *aliases, title=title)
    return person


@operation("parties.begin_tenure", needs=Permission.PARTIES_MANAGE, form=BeginTenure)
def begin_tenure(
    viewer: Viewer,
    *,
    level: str,
    post: str,
    person: str,
    source: str,
    since: str = "",
    until: str = "",
    seen_on: str = "",
    audience: tuple[str, ...] = (),
) -> Reference:
    """Somebody holds a post, since when or seen on a day; seen by nobody who may not see post and person."""
    office, holder = find(Post.objects.all(), post), find(Person.objects.all(), person)
    check_order(since or seen_on, until)
    label = narrowed(viewer, [label_for(viewer, level, audience), office.label, holder.label])
    tenure = Tenure.objects.create(
        label=label, post=office, person=holder, since=since, until=until, seen_on=seen_on, source=source
    )
    return Reference(tenure.public_id, label.id, {"post": [None, office.title_en or office.title_ar]})


def check_order(begin: str, end: str) -> None:
    """Invalid for ``until`` if it is over before it begins; partial dates, empty where not known."""
    if begin and end and PartialDate.parse(end).before(PartialDate.parse(begin)):
        raise invalid("until", "It ends before it begins.", "order")


@operation("parties.end_tenure", needs=Permission.PARTIES_MANAGE, form=EndTenure)
def end_tenure(viewer: Viewer, *, tenure: str, until: str, reason: str) -> Reference:
    """Somebody leaves a post. Conflict if an end is known already."""
    found = find(Tenure.objects.all(), tenure)
    check_order(found.since or found.seen_on, until)
    if not Tenure.objects.filter(pk=found.pk, until="").update(until=until):
        raise Conflict
    return Reference(tenure, found.label_id, {"until": ["", until]}, reason)


@operation("parties.record_figure", needs=Permission.PARTIES_MANAGE, form=RecordFigure)
def record_figure(
    viewer: Viewer,
    /,
    *,
    level: str,
    comparator: str,
    value: Decimal,
    document: str = "",
    sentence: int | None = None,
    source: str = "",
    party: str = "",
    speaker: str = "",
    audience: tuple[str, ...] = (),
    **described: str,
) -> Reference:
    """Keep a number with its comparator, as-of date and source. An earlier one on the same matter stays."""
    about = party_named(party, "party").code if party else ""
    said_by = find(Person.objects.all(), speaker) if speaker else None
    citation, label = source_and_label(viewer, level=level, audience=audience, document=document, sentence=sentence)
    figure = Figure.objects.create(
        label=label,
        party=about,
        comparator=comparator,
        value=value,
        speaker=said_by,
        citation=citation,
        source=source,
        **described,
    )
    return Reference(figure.public_id, label.id, {"value": [None, f"{comparator} {value}"]})
