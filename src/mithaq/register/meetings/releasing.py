"""Somebody whom only one party knew becomes known to those who see a meeting. Inside a visit that writes."""

from __future__ import annotations

from mithaq.access.models import Alias, Label, Person
from mithaq.archive.index import index_record
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.parties.reach import as_wide


def release_person(person: Person, label: Label) -> None:
    """Let those who see this label see the person, if they do not yet.

    Problem where somebody who may see the person now could not any more: then only whoever knows both can help.
    """
    if as_wide(person.label, label):
        return
    if not as_wide(label, person.label):
        name = person.name_en or person.name_ar
        raise Problem(
            "%(person)s is known here to others than those who see this meeting. Name the person by a new entry.",
            code="person_narrower",
            person=name,
        )
    aliases = list(Alias.objects.filter(person=person, label_id=person.label_id))
    Alias.objects.filter(pk__in=[alias.pk for alias in aliases]).update(label=label)
    Person.objects.filter(pk=person.pk).update(label=label)
    written = (alias.written for alias in aliases)
    title = Bilingual(person.name_ar, person.name_en)
    index_record("person", person.public_id, label, "", *written, title=title)
