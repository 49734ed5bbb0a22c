"""What can be done with documents."""

from __future__ import annotations

from typing import Any

from django.core.files import File

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.filing import NOT_READY, About, Ready, file_document, file_edition, index_again, made_ready
from mithaq.archive.forms import AddDocument, CorrectDocument, DescribeDocument, Original
from mithaq.archive.models import Document
from mithaq.archive.reads import text_of
from mithaq.core.errors import Refused

_FOUND_BY = {"title", "published"}  # what of a description search knows


def _ready_to_add(viewer: Viewer, cleaned: dict[str, Any]) -> dict[str, Any]:
    return {"ready": made_ready(cleaned["text"], cleaned["title"], cleaned["language"])}


@operation("archive.add", needs=Permission.DOCUMENTS_ADD, form=AddDocument, prepare=_ready_to_add)
def add(
    viewer: Viewer,
    *,
    level: str,
    audience: tuple[str, ...] = (),
    title: str = "",
    text: str = "",
    file: File[bytes] | Original | None = None,
    published: str = "",
    publisher: str = "",
    address: str = "",
    language: str = "",
    demonstration: bool = False,
    ready: Ready = NOT_READY,
) -> Reference:
    """File a document, from a text or a file, under a label the viewer can see; it gets a reference and is found by search.

    Without a title the file's own or the first line is taken. The same bytes filed again by the same party under the same
    label are refused with the reference they have.
    """
    about = About(title, level, audience, published, publisher, address, demonstration)
    document = file_document(viewer, text, _original(file), about, ready)
    return Reference(document.public_id, document.label_id)


def _original(file: File[bytes] | Original | None) -> Original:
    return file if isinstance(file, Original) else Original(b"")


def _own(viewer: Viewer, public_id: str) -> Document:
    """The document, if the viewer's party filed it; else Refused, or Absent if the viewer does not see it."""
    document: Document = find(Document.objects.all(), public_id)
    if document.added_party != viewer.party:
        raise Refused(
            "Only the party that filed a document may correct it. Ask them, or file your own.", code="not_yours"
        )
    return document


def _ready_to_correct(viewer: Viewer, cleaned: dict[str, Any]) -> dict[str, Any]:
    document = _own(viewer, cleaned["document"])
    return {"ready": made_ready(cleaned["text"], document.title, document.language)}


@operation("archive.correct", needs=Permission.DOCUMENTS_ADD, form=CorrectDocument, prepare=_ready_to_correct)
def correct(
    viewer: Viewer, *, document: str, text: str, reason: str, version: int, ready: Ready = NOT_READY
) -> Reference:
    """Give a document a corrected text as a new edition; the old one stays readable and what cites it still stands there.

    `proposals.read_document` then carries the decisions over; until that is done nothing can be decided on the old reading.
    """
    found = _own(viewer, document)
    changes = {"edition": found.edition + 1, "sentences": len(ready.spans)}
    told = changed(found, **changes)
    update_at(Document.objects.filter(pk=found.pk), version, **changes)
    file_edition(viewer, found, text, reason, ready)
    return Reference(document, found.label_id, told, reason)


def _ready_to_describe(viewer: Viewer, cleaned: dict[str, Any]) -> dict[str, Any]:
    """What finds the document anew, if that changes; its text may be long."""
    document = _own(viewer, cleaned["document"])
    if all(cleaned[name] == getattr(document, name) for name in _FOUND_BY):
        return {}
    return {"ready": made_ready(text_of(document).text, cleaned["title"], document.language)}


@operation("archive.describe", needs=Permission.DOCUMENTS_ADD, form=DescribeDocument, prepare=_ready_to_describe)
def describe(
    viewer: Viewer,
    *,
    document: str,
    title: str,
    version: int,
    published: str = "",
    publisher: str = "",
    address: str = "",
    ready: Ready = NOT_READY,
) -> Reference:
    """Put right what is said about a document. Its reference, text and label stay."""
    found = _own(viewer, document)
    changes = {"title": title, "published": published, "publisher": publisher, "address": address}
    told = changed(found, **changes)
    update_at(Document.objects.filter(pk=found.pk), version, **changes)
    if told.keys() & _FOUND_BY:
        found.title, found.published = title, published
        index_again(found, ready.analysis)
    return Reference(document, found.label_id, told)
