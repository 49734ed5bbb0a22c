"""People."""

from __future__ import annotations

from django.db.models import Q

from mithaq.access.models import Alias, Person, Tenure
from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.parties.names import name_key
from mithaq.register.parties.reads.shapes import PersonPage, PersonRow
from mithaq.register.parties.reads.tenures import held_posts


@read("parties.people")
def people(viewer: Viewer, *, q: str = "", party: str = "", after: str = "") -> Listing[PersonRow]:
    """People by their English, then Arabic name. `q`: part of a name in either script, however it is written."""
    rows = Person.objects.all()
    if q:
        rows = rows.filter(pk__in=Alias.objects.filter(folded__contains=name_key(q)).values("person_id"))
    if party:
        rows = rows.filter(pk__in=Tenure.objects.filter(post__party__code=party).values("person_id"))
    if after:
        last = find(Person.objects.all(), after)
        rows = rows.filter(Q(name_en__gt=last.name_en) | Q(name_en=last.name_en, pk__gt=last.pk))
    found = list(rows.order_by("name_en", "pk")[: PAGE + 1])
    return Listing(_person_rows(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _person_rows(people: list[Person]) -> tuple[PersonRow, ...]:
    held = held_posts(Tenure.objects.filter(person__in=[person.pk for person in people]))
    last = {tenure.person: tenure for tenure in reversed(held)}
    return tuple(
        PersonRow(
            person.public_id,
            Bilingual(person.name_ar, person.name_en),
            Bilingual(person.honorific_ar, person.honorific_en),
            last[person.public_id].title if person.public_id in last else Bilingual("", ""),
            last[person.public_id].party if person.public_id in last else "",
            seen_by(person.label_id),
        )
        for person in people
    )


@read("parties.person")
def person_page(viewer: Viewer, *, person: str) -> PersonPage:
    """A person: other writings of the name, posts held, others of the same name."""
    row = find(Person.objects.all(), person)
    aliases = list(Alias.objects.filter(person=row).order_by("pk").values_list("written", "folded"))
    same = Alias.objects.filter(folded__in=[folded for _, folded in aliases]).exclude(person=row).values("person_id")
    return PersonPage(
        row.public_id,
        Bilingual(row.name_ar, row.name_en),
        Bilingual(row.honorific_ar, row.honorific_en),
        tuple(written for written, _ in aliases if written not in (row.name_ar, row.name_en)),
        held_posts(Tenure.objects.filter(person=row)),
        _person_rows(list(Person.objects.filter(pk__in=same).order_by("pk")[:PAGE])),
        history_of(row.public_id),
        row.version,
        seen_by(row.label_id),
    )
