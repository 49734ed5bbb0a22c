"""Reading documents, and rejecting what the reader proposed. Accepting is the business of the area that it belongs to."""

from __future__ import annotations

from typing import Any

from django.core.files import File

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.archive.analysis import analyse
from mithaq.archive.filing import NOT_READY, About, Ready, file_document
from mithaq.archive.forms import AddDocument, Original
from mithaq.archive.models import Document
from mithaq.archive.reads import text_of
from mithaq.core.errors import Conflict
from mithaq.proposals.deciding import decide, open_proposal
from mithaq.proposals.forms import ReadDocument, RejectProposal
from mithaq.proposals.models import Proposal
from mithaq.proposals.storing import NOTHING_READ, Read, read_text, store


def _read_before(viewer: Viewer, cleaned: dict[str, Any]) -> dict[str, Any]:
    document = find(Document.objects.all(), cleaned["document"])
    return {"reading": read_text(text_of(document).text, document.language, document.published, document.edition)}


@operation("proposals.read_document", needs=Permission.DOCUMENTS_ADD, form=ReadDocument, prepare=_read_before)
def read_document(viewer: Viewer, *, document: str, reading: Read = NOTHING_READ) -> Reference:
    """Let the reader read a document's present edition; what it finds waits for decisions, numbered as in the text.

    Once an edition. A corrected edition keeps the decisions whose words still stand, and opens the others again.
    Reading is done before anything is locked; Conflict if the text was corrected in between.
    """
    found = find(Document.objects.select_for_update(), document)
    if reading.edition != found.edition:
        raise Conflict
    return Reference(document, found.label_id, store(found, reading))


def _read_what_comes(viewer: Viewer, cleaned: dict[str, Any]) -> dict[str, Any]:
    """The reading tells the archive what it would find out itself."""
    reading = read_text(cleaned["text"], cleaned["language"], cleaned["published"])
    spans = tuple((start, end) for start, end in reading.found["sentences"])
    ready = Ready(reading.found["language"], spans, analyse(cleaned["title"], cleaned["text"]))
    return {"ready": ready, "reading": reading}


@operation("proposals.take_in", needs=Permission.DOCUMENTS_ADD, form=AddDocument, prepare=_read_what_comes)
def take_in(
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
    reading: Read = NOTHING_READ,
) -> Reference:
    """File a document as `archive.add` does and read it as `proposals.read_document` does, both or neither."""
    original = file if isinstance(file, Original) else Original(b"")
    about = About(title, level, audience, published, publisher, address, demonstration)
    document = file_document(viewer, text, original, about, ready)
    return Reference(document.public_id, document.label_id, store(document, reading))


@operation("proposals.reject", needs=Permission.PROPOSALS_DECIDE, form=RejectProposal)
def reject(viewer: Viewer, *, proposal: str, reason: str, version: int) -> Reference:
    """Decide that nothing comes of a finding, and say why. Conflict if somebody decided before."""
    found = open_proposal(proposal, "", version)
    decide(found, viewer, Proposal.State.REJECTED, None, "", reason)
    return Reference(proposal, found.label_id, {"state": [found.state, Proposal.State.REJECTED.value]}, reason)
