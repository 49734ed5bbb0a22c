"""Citations: the span of a document that a record rests on. Inside a visit that writes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from mithaq.access.operation import find
from mithaq.access.resolving import invalid
from mithaq.archive.models import Citation, Document, Text
from mithaq.core.errors import Problem


def cite(document: Document, start: int, end: int) -> Citation:
    """A new citation of ``text[start:end]`` of the document's present edition, under the document's own label.

    Problem (code ``span``) if there is no such span. Inside a visit that writes.
    """
    return cite_all(document, [(start, end)])[0]


def cite_all(document: Document, spans: Iterable[tuple[int, int]]) -> list[Citation]:
    """As `cite`, of many spans in their order: the text is read once and the rows are written at once."""
    text = Text.objects.get(document=document, edition=document.edition)
    starts = [start for start, _ in text.spans]
    return Citation.objects.bulk_create([_citation(document, text, starts, start, end) for start, end in spans])


def _citation(document: Document, text: Text, starts: list[int], start: int, end: int) -> Citation:
    if not 0 <= start < end <= len(text.text):
        raise Problem("The text of %(ref)s has no such place.", code="span", ref=document.ref)
    return Citation(
        label_id=document.label_id,
        document=document,
        edition=document.edition,
        number=max(1, bisect_right(starts, start)),
        start=start,
        end=end,
        quote=text.text[start:end],
    )


def cite_sentence(document_public_id: str, number: int) -> Citation:
    """A new citation of a whole sentence, by its number from 1. Absent if there is no such document for the viewer;
    Invalid for ``sentence`` if it has no sentence of that number. Inside a visit that writes."""
    document = find(Document.objects.all(), document_public_id)
    if not 1 <= number <= document.sentences:
        message = "This document has sentences 1 to %(count)s; there is no sentence %(number)s."
        raise invalid("sentence", message, count=document.sentences, number=number)
    spans = Text.objects.values_list("spans", flat=True).get(document=document, edition=document.edition)
    return cite(document, *spans[number - 1])
