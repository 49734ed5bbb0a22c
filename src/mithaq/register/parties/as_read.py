"""People and figures as the reader would fill the forms that accept them. Inside a visit; the same queries for one and many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from mithaq.access.models import Alias, Party, Person
from mithaq.core.text import language_of
from mithaq.proposals.models import Proposal
from mithaq.register.parties.names import name_key
from mithaq.register.parties.reach import labels_as_wide

_NAMES = ("name_ar", "name_en", "honorific_ar", "honorific_en", "title_ar", "title_en", "post")


def people_named(names: Iterable[str], label_id: int) -> dict[str, Person]:
    """Whom these names mean in a record under this label, in either script; those that mean nobody or several are left out.

    Only people and writings count that everybody sees who sees the record.
    """
    keys = {name: name_key(name) for name in names if name}
    by_key: dict[str, set[int]] = {}
    wide = labels_as_wide(label_id)
    rows = Alias.objects.filter(folded__in=set(keys.values()), person__label__in=wide, label__in=wide)
    for key, pk in rows.values_list("folded", "person_id"):
        by_key.setdefault(key, set()).add(pk)
    people = Person.objects.in_bulk({pk for pks in by_key.values() for pk in pks})
    known = {key: [people[pk] for pk in pks if pk in people] for key, pks in by_key.items()}
    return {name: known[key][0] for name, key in keys.items() if len(known.get(key, ())) == 1}


def known_codes(codes: Iterable[str | None]) -> frozenset[str]:
    """Which of these codes name a party here."""
    return frozenset(Party.objects.filter(code__in=set(filter(None, codes))).values_list("code", flat=True))


def people_as_read(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    """For each proposal of a person in one document the fields of `AcceptPerson`; `person` where the name means somebody known."""
    label_id = proposals[0].label_id if proposals else 0
    known = people_named((proposal.fields["name"] for proposal in proposals), label_id)
    codes = known_codes(proposal.fields["party"] for proposal in proposals)
    return [_person(proposal.fields, known, codes) for proposal in proposals]


def _person(fields: dict[str, Any], known: dict[str, Person], codes: frozenset[str]) -> dict[str, Any]:
    name, title = fields["name"][:200], (fields["position"] or "")[:300]
    person = known.get(fields["name"])
    return {
        **dict.fromkeys(_NAMES, ""),
        f"name_{language_of(name)}": name,
        f"title_{language_of(title)}": title,
        "person": person.public_id if person else "",
        "party": fields["party"] if fields["party"] in codes else "",
    }


def figure_as_read(proposal: Proposal) -> dict[str, Any]:
    """The fields of `AcceptFigure`; as of the day the text was published, where it says nothing else."""
    fields = proposal.fields
    what = {"what_ar": "", "what_en": "", f"what_{language_of(fields['what'])}": fields["what"][:300]}
    return {
        "party": "",
        "comparator": fields["comparator"],
        "value": Decimal(str(fields["value"])).quantize(Decimal("0.01")),
        "unit": fields["unit"][:80],
        "as_of": (fields["as_of"] or proposal.document.published)[:10],
        **what,
    }
