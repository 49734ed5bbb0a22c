"""Adding documents from a page: one text, one file, or several files, each an act of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from mithaq.access.markings import Level
from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer
from mithaq.archive.forms import AddDocument
from mithaq.core.errors import Invalid
from mithaq.web.bidi import island
from mithaq.web.incoming import Arrival
from mithaq.web.middleware import viewer_of
from mithaq.web.sending import Errors, once, refilled, sent

CONTENT = ("text", "file")  # the fields whose errors are about one file alone


@dataclass(frozen=True, slots=True)
class Added:
    """What became of each file (or of the text, under no name), and what was wrong with the fields, by field."""

    files: tuple[Arrival, ...]
    errors: Errors


def fields_of(request: HttpRequest, *, several: bool) -> dict[str, Any]:
    """What was sent but the file. One's own party is always among those who see it; a title is that of one document."""
    fields = sent(request, AddDocument)
    fields.pop("file", None)
    if party := viewer_of(request).party:
        fields["audience"] = [*fields.get("audience", ()), party]
    if several:
        fields.pop("title", None)
    return fields


def wrong_fields(fields: dict[str, Any]) -> Errors:
    """What is wrong with the fields that hold for all files, before any of them is looked at."""
    form = AddDocument({**fields, "text": "x"})
    return {} if form.is_valid() else form.errors.get_json_data()


def add_each(request: HttpRequest, files: list[UploadedFile]) -> Added:
    """File and read the text, or these files one by one: what is wrong with one keeps no other out."""
    fields = fields_of(request, several=len(files) > 1)
    errors: dict[str, list[dict[str, str]]] = {}
    arrivals = []
    for number, file in enumerate(files or [None]):
        given = {**fields, "file": file} if file else fields
        arrival, wrong = _added(request, number, file, given)
        arrivals.append(arrival)
        errors.update(wrong)
    return Added(tuple(arrivals), errors)


def _added(
    request: HttpRequest, number: int, file: UploadedFile | None, fields: dict[str, Any]
) -> tuple[Arrival, Errors]:
    name, size = (file.name or "", file.size or 0) if file else ("", 0)
    try:
        done = OPERATIONS["proposals.take_in"].run(viewer_of(request), once=once(request, number), **fields)
    except Invalid as problem:
        about_it = {field: wrong for field, wrong in problem.errors.items() if field in CONTENT}
        return Arrival(name, size, message=Invalid(about_it or problem.errors).in_full(gettext)), dict(problem.errors)
    return Arrival(name, size, document=done.public_id), {}


def add_form(viewer: Viewer, request: HttpRequest | None = None, errors: Errors | None = None) -> forms.Form:
    """The form, empty or as it was sent, with the levels that the viewer could see."""
    form = refilled(AddDocument, request.POST, errors or {}) if request else AddDocument(initial={"level": "OFFICIAL"})
    form.fields["published"].help_text = date_help()
    form.fields["title"].help_text = gettext("Without one, the file's own title or the first line is taken.")
    field: Any = form.fields["level"]
    field.choices = [(level, words) for level, words in field.choices if Level[level] <= viewer.clearance.level]
    return form


def date_help() -> SafeString:
    """How a day that is known more or less finely is written, each form an island."""
    forms_of_a_date = {"day": island("2026-11-20"), "month": island("2026-11"), "year": "2026"}
    words = escape(gettext("As fine as it is known: %(day)s, %(month)s or %(year)s."))
    return mark_safe(words % forms_of_a_date)  # noqa: S308  escaped, islands ours
