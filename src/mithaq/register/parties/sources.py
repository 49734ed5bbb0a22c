"""Where a record comes from: a sentence of a document in the archive, or a source in words. For all areas of the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mithaq.access.models import Label
from mithaq.access.resolving import label_for, narrowed
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_sentence
from mithaq.archive.models import Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """The words a record rests on, and where they stand. `path` is the address of the sentence in this house."""

    document: str
    ref: str
    title: str
    published: str
    language: str
    edition: int
    number: int
    quote: str
    path: str


def sentence_path(document: str, number: int) -> str:
    """The permanent address of a sentence of a document."""
    return f"/documents/{document}/#s{number}"


def cited(pks: Iterable[int | None]) -> dict[int, Cited]:
    """These citations by their key, as far as the viewer sees them and their documents. One query. Inside a visit."""
    rows = Citation.objects.filter(pk__in={pk for pk in pks if pk}).values_list(
        *("pk", "document__public_id", "document__ref", "document__title", "document__published"),
        *("document__language", "edition", "number", "quote"),
    )
    return {
        pk: Cited(document, ref, title, published, language, edition, number, quote, sentence_path(document, number))
        for pk, document, ref, title, published, language, edition, number, quote in rows
    }


class Sourced(forms.Form):
    """A document and the number of a sentence in it, or a source in words; one of the two."""

    document = forms.CharField(max_length=22, required=False, label=_("Document"))
    sentence = forms.IntegerField(min_value=1, required=False, label=_("Sentence"))
    source = forms.CharField(max_length=300, required=False, label=_("Source in words"))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("document") and not cleaned.get("sentence"):
            self.add_error("sentence", forms.ValidationError(_("Say which sentence of the document."), code="required"))
        if bool(cleaned.get("document")) == bool(cleaned.get("source")):
            message = _("Name a sentence of a document in the archive, or a source in words: one of the two.")
            self.add_error("source", forms.ValidationError(message, code="source"))
        return cleaned


def source_and_label(
    viewer: Viewer, *, level: str, audience: Iterable[str], document: str, sentence: int | None
) -> tuple[Citation | None, Label]:
    """The citation, if a document is named, and the label asked for, never wider than the document's. Inside a visit."""
    label = label_for(viewer, level, audience)
    if not document:
        return None, label
    citation = cite_sentence(document, sentence or 1)
    return citation, narrowed(viewer, [label, citation.label])
