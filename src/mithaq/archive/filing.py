"""Filing a document and correcting its text: what archive and proposals both do, inside a visit that writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.access.models import next_ref
from mithaq.access.resolving import invalid, label_for
from mithaq.access.viewer import Viewer
from mithaq.archive.analysis import Analysis, analyse
from mithaq.archive.files import digest, keep
from mithaq.archive.forms import Original
from mithaq.archive.index import forget_record, index
from mithaq.archive.models import Document, Text
from mithaq.core import clock
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.reading.page import Page

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """What is found out of a text before anything is locked: its language, sentences and words."""

    language: str
    spans: Spans
    analysis: Analysis


NOT_READY = Ready("ar", (), Analysis(0, ()))


@dataclass(frozen=True, slots=True)
class About:
    """What is said about a document from outside: its title, day and origin, and who may see it."""

    title: str
    level: str
    audience: Iterable[str] = ()
    published: str = ""
    publisher: str = ""
    address: str = ""
    demonstration: bool = False


def made_ready(text: str, title: str, language: str = "") -> Ready:
    """Find out what the archive keeps of a text. No database."""
    page = Page(text, language=language or language_of(text))
    spans = tuple((sentence.start, sentence.end) for sentence in page.sentences)
    return Ready(page.language, spans, analyse(title, folded=page.folded.text))


def file_document(viewer: Viewer, text: str, original: Original, about: About, ready: Ready) -> Document:
    """File a document under a new reference, with the first edition of its text, found by search from now on.

    Invalid (code ``duplicate``) if the viewer's party filed the same bytes under the same label before.
    """
    label = label_for(viewer, about.level, about.audience)
    name = digest(original.data)
    before = Document.objects.filter(sha256=name, label=label, added_party=viewer.party).first()
    if before is not None:
        field = "file" if original.name else "text"
        raise invalid(field, "This is filed already as %(ref)s.", "duplicate", ref=before.ref)
    now = clock.now()
    document: Document = Document.objects.create(
        label=label,
        ref=next_ref("D", int(about.published[:4] or now.year), label),
        title=about.title,
        language=ready.language,
        published=about.published,
        publisher=about.publisher,
        address=about.address,
        file_name=original.name,
        media_type=original.media_type,
        sha256=keep(original.data),
        size=len(original.data),
        notes=original.notes,
        demonstration=about.demonstration,
        added_by=viewer.account,
        added_party=viewer.party,
        added_at=now,
        sentences=len(ready.spans),
    )
    _add_text(viewer, document, text, ready)
    index_document(document, ready.analysis)
    return document


def file_edition(viewer: Viewer, document: Document, text: str, reason: str, ready: Ready) -> None:
    """Put a corrected text in the place of the document's present one, which stays readable as an earlier edition."""
    document.edition += 1
    document.sentences = len(ready.spans)
    _add_text(viewer, document, text, ready, reason)
    index_again(document, ready.analysis)


def _add_text(viewer: Viewer, document: Document, text: str, ready: Ready, reason: str = "") -> None:
    Text.objects.create(
        label_id=document.label_id,
        document=document,
        edition=document.edition,
        text=text,
        spans=ready.spans,
        added_by=viewer.account,
        added_at=clock.now(),
        reason=reason,
    )


def index_document(document: Document, analysis: Analysis) -> None:
    """Make the document findable by this analysis of its title and text."""
    title = Bilingual(*((document.title, "") if document.language == "ar" else ("", document.title)))
    day = document.published or document.added_at.date().isoformat()
    index("document", document.public_id, document.label, day, analysis, ref=document.ref, title=title)


def index_again(document: Document, analysis: Analysis) -> None:
    """As `index_document`, in place of what was indexed for it before."""
    forget_record("document", document.public_id)
    index_document(document, analysis)
