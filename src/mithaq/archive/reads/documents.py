"""Documents as pages show them: frozen shapes, already cut for the viewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.files import bytes_of
from mithaq.archive.models import Document, Text
from mithaq.archive.reads.search import search
from mithaq.core.errors import Absent

AT_ONCE = 200  # sentences on one page

FIELDS = (
    *("public_id", "ref", "title", "language", "published", "publisher", "address", "file_name", "media_type", "size"),
    *(
        "notes",
        "demonstration",
        "added_by",
        "added_party",
        "added_at",
        "edition",
        "read_edition",
        "sentences",
        "version",
    ),
    "label_id",
)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What is known of a document, without its text.

    `edition` is the present one; `unread`: the reader has not read that edition yet.
    `published` is partial or empty; `file_name` is empty for a typed text; `notes` are what extraction warned of, for
    `mithaq.extraction.say_note`; `size` in bytes, `sentences` of the present edition.
    """

    public_id: str
    ref: str
    title: str
    language: str
    published: str
    publisher: str
    address: str
    file_name: str
    media_type: str
    size: int
    notes: tuple[str, ...]
    demonstration: bool
    added_by: str
    added_party: str
    added_at: str
    edition: int
    unread: bool
    sentences: int
    version: int
    seen: Seen


def entry_of(row: tuple[Any, ...]) -> DocumentEntry:
    """The shape of a row of `FIELDS`."""
    *known, notes, demonstration, by, party, added_at, edition, read_edition, sentences, version, label_id = row
    added = (demonstration, by, party, added_at.isoformat(), edition, read_edition < edition)
    return DocumentEntry(*(*known, tuple(notes.splitlines()), *added, sentences, version, seen_by(label_id)))


def entry(document: Document) -> DocumentEntry:
    """The shape of a document that was found."""
    return entry_of(tuple(getattr(document, field) for field in FIELDS))


@read("archive.list")
def document_list(viewer: Viewer, *, q: str = "", language: str = "", after: str = "") -> Listing[DocumentEntry]:
    """Documents, newest filed first, 50 a page; with `q` those that search finds, best first. `language` is ar or en."""
    rows = Document.objects.order_by("-added_at", "-id")
    if language:
        rows = rows.filter(language=language)
    if q:
        return _searched(viewer, q, language, after)
    if after:
        last = find(Document.objects.all(), after)
        earlier = Q(added_at__lt=last.added_at) | Q(id__lt=last.id)
        rows = rows.filter(earlier, added_at__lte=last.added_at)
    found = [entry_of(row) for row in rows.values_list(*FIELDS)[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _searched(viewer: Viewer, q: str, language: str, after: str) -> Listing[DocumentEntry]:
    found = search(viewer, q=q, kind="document", after=after)
    things = [hit.thing for hit in found.hits]
    rows = Document.objects.filter(public_id__in=things)
    known = {
        row[0]: entry_of(row) for row in (rows.filter(language=language) if language else rows).values_list(*FIELDS)
    }
    return Listing(tuple(known[thing] for thing in things if thing in known), found.more)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its number from 1, as permalinks name it. `opens`: it begins a line of its own."""

    number: int
    text: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a text: by whom, when, and why it took the place of the one before."""

    edition: int
    added_by: str
    added_at: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with its sentences. `edition` is the one shown, `more` the `first` of the next page or 0."""

    entry: DocumentEntry
    edition: int
    sentences: tuple[Sentence, ...]
    more: int
    editions: tuple[Edition, ...]


@read("archive.page")
def document_page(viewer: Viewer, *, document: str, edition: int = 0, first: int = 1) -> DocumentPage:
    """A document with its text, 200 sentences a page from number `first`. `edition` 0 is the present one."""
    found = find(Document.objects.all(), document)
    text = text_of(found, edition)
    rows = Text.objects.filter(document=found).order_by("-edition")
    return DocumentPage(
        entry(found),
        text.edition,
        tuple(sentences_of(text, first, AT_ONCE)),
        next_first(text, first),
        tuple(
            Edition(number, by, at.isoformat(), reason)
            for number, by, at, reason in rows.values_list("edition", "added_by", "added_at", "reason")
        ),
    )


def text_of(document: Document, edition: int = 0) -> Text:
    """The text of an edition, 0 for the present one. Absent if there is none. Inside a visit."""
    text: Text | None = Text.objects.filter(document=document, edition=edition or document.edition).first()
    if text is None:
        raise Absent
    return text


def next_first(text: Text, first: int) -> int:
    """The number of the first sentence after a page that began at `first`; 0 if there is none."""
    following = max(1, first) + AT_ONCE
    return following if following <= len(text.spans) else 0


def sentences_of(text: Text, first: int, count: int) -> Iterator[Sentence]:
    """So many sentences from number `first` on."""
    first = max(1, first)
    before = text.spans[first - 2][1] if 1 < first <= len(text.spans) + 1 else 0
    for number, (start, end) in enumerate(text.spans[first - 1 : first - 1 + count], first):
        yield Sentence(number, text.text[start:end], number == 1 or "\n" in text.text[before:start])
        before = end


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in its place: what stands before and after it (empty at the edges), and in which document."""

    entry: DocumentEntry
    edition: int
    number: int
    text: str
    before: str
    after: str


@read("archive.sentence")
def sentence(viewer: Viewer, *, document: str, number: int, edition: int = 0) -> Quoted:
    """One sentence of a document, by its number from 1, with its neighbours. Absent if there is none."""
    found = find(Document.objects.all(), document)
    text = text_of(found, edition)
    if not 1 <= number <= len(text.spans):
        raise Absent
    near = {s.number: s.text for s in sentences_of(text, number - 1, 3 if number > 1 else 2)}
    return Quoted(entry(found), text.edition, number, near[number], near.get(number - 1, ""), near.get(number + 1, ""))


@dataclass(frozen=True, slots=True)
class WholeText:
    """The text of one edition as it stands, with what is known of the document."""

    entry: DocumentEntry
    edition: int
    text: str


@read("archive.text")
def whole_text(viewer: Viewer, *, document: str, edition: int = 0) -> WholeText:
    """The whole text of a document as one piece, to correct it or to take it along. `edition` 0 is the present one."""
    found = find(Document.objects.all(), document)
    text = text_of(found, edition)
    return WholeText(entry(found), text.edition, text.text)


@dataclass(frozen=True, slots=True)
class OriginalFile:
    """The bytes as they came, for download only, never for display: `media_type` is what they are."""

    name: str
    media_type: str
    data: bytes


@read("archive.original")
def original(viewer: Viewer, *, document: str) -> OriginalFile:
    """The document's original file. This is the only door through which bytes leave."""
    found = find(Document.objects.all(), document)
    return OriginalFile(found.file_name or f"{found.ref}.txt", found.media_type, bytes_of(found.sha256))
