"""Rows put past the operations, to see whether the gates hold without them."""

from __future__ import annotations

from mithaq.access.markings import Level
from mithaq.access.models import Label, Person, Tenure
from mithaq.access.models import Party as PartyRow
from mithaq.access.models import Post as PostRow
from mithaq.access.viewer import system


def person(name: str, *audience: str, level: Level = Level.RESTRICTED) -> Person:
    """Somebody released to these parties."""
    with system("test data"):
        made: Person = Person.objects.create(label=Label.objects.of(level, *audience), name_en=name)
    return made


def tenure(holder: Person, *audience: str, source: str = "test") -> Tenure:
    """A tenure released to these parties, of a person who may be released to others."""
    with system("test data"):
        public = Label.objects.of(Level.PUBLIC)
        party, _ = PartyRow.objects.get_or_create(
            code="NATO", defaults={"label": public, "name_ar": "n", "name_en": "n"}
        )
        post = PostRow.objects.create(label=public, party=party, title_ar="p", title_en="p")
        label = Label.objects.of(Level.RESTRICTED, *audience)
        made: Tenure = Tenure.objects.create(label=label, post=post, person=holder, source=source)
    return made
