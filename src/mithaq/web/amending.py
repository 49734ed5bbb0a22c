"""The form that amends a proposal: the operation's own, filled in as it was read, with what can be chosen in each field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest

from mithaq.access.operation import one_visit
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid
from mithaq.proposals.reads import ProposalPage
from mithaq.register.commitments.reads import preview_many
from mithaq.web.cards import Card, card, ids_in
from mithaq.web.choices import choose
from mithaq.web.deciding import ACCEPT
from mithaq.web.reading import names_of
from mithaq.web.sending import refilled

MAIN = {
    "commitment": ("kind", "words", "speaker", "by", "addressees", "areas", "due_words"),
    "meeting": ("meeting", "series", "ordinal", "date", "until", "city_ar", "city_en"),
    "person": ("person", "name_ar", "name_en", "party", "title_ar", "title_en"),
    "figure": ("comparator", "value", "unit", "what_ar", "what_en", "as_of"),
}


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the page of an amendment shows: the proposal as read, and the form in the fields that matter most and the rest."""

    page: ProposalPage
    card: Card
    form: forms.Form
    main: tuple[forms.BoundField, ...]
    more: tuple[forms.BoundField, ...]


def amendment(viewer: Viewer, page: ProposalPage, request: HttpRequest, problem: Invalid | None = None) -> Amendment:
    """The form as read, or as it was decided before a corrected text opened it again; with `problem`, as it was sent."""
    entry = page.proposal
    with one_visit(viewer):
        (row,) = preview_many(viewer, document=page.entry.public_id, proposals=entry.public_id).entries
        names = names_of(viewer, [row.becomes], ids_in([entry]))
        values = dict(row.becomes) | (entry.decided or {})
        form = _form(entry.kind, values, request, problem)
        choose(viewer, form, values, names.things)
    fields = {name: form[name] for name in form.fields if name not in ("proposal", "version")}
    main = tuple(fields.pop(name) for name in MAIN[entry.kind])
    return Amendment(page, card(entry, row.becomes, names), form, main, tuple(fields.values()))


def _form(kind: str, values: Mapping[str, Any], request: HttpRequest, problem: Invalid | None) -> forms.Form:
    form = ACCEPT[kind].form
    return refilled(form, request.POST, problem.errors) if problem else form(initial=dict(values))
