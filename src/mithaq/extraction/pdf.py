"""PDF: the text layer in reading order, what it is worth, and what else is hidden in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from statistics import median

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf.generic import ArrayObject, DictionaryObject

from mithaq.extraction.doubt import DOUBTFUL, quality
from mithaq.extraction.lines import Line, lines_of
from mithaq.extraction.names import safe_name
from mithaq.extraction.paragraphs import joined, words_of
from mithaq.extraction.refusals import Refusal
from mithaq.extraction.shapes import Extracted
from mithaq.extraction.tidy import paragraphs, tidy, tidy_title

_LETTER = re.compile(r"[^\W\d_]")
_FEW_LETTERS = 50  # on a page that is mostly a picture: a stamp or a page number, not its text
_PAGE_NUMBER = re.compile(r"\W*(?:page|صفحة)?\W*(\d{1,4})(?:\W*(?:of|من|/)\W*\d{1,4})?\W*", re.IGNORECASE)
_LONGEST_NUMBER = 40
_IDLE_TITLE = re.compile(
    r"untitled|document\d*|slide \d+|microsoft \w+ - .*|.*\.(?:docx?|indd|pptx?|pdf|rtf|odt|html?)", re.IGNORECASE
)
_ACTIVE = ("/JavaScript", "/Launch", "/ImportData", "/RichMediaExecute")
_MOST_ACTIONS = 100


def read(data: bytes) -> Extracted:
    """The text of the PDF in `data`, a paragraph ending at least where its page does.

    Raises Refusal: encrypted, broken, active_content (scripts, programs to start), no_text.
    """
    document = _opened(data)
    notes = _contents_notes(document, data)
    pages, damaged = _lines_by_page(document)
    pages = _without_page_numbers(pages)
    scanned = [at for at, lines in enumerate(pages) if at not in damaged and _is_picture(document, at, lines)]
    if not any(_letters(lines) for at, lines in enumerate(pages) if at not in scanned):
        raise Refusal("no_text" if len(damaged) < len(pages) else "broken")
    text, doubtful = _best_text(pages, data)
    notes += ("text_layer_doubtful",) * doubtful + _pages_note("pages_without_text", scanned)
    notes += _pages_note("pages_damaged", damaged)
    return Extracted(text, "application/pdf", _title(document, pages), len(pages), notes)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise Refusal("encrypted" if error.err_code == raw.FPDF_ERR_PASSWORD else "broken") from error
    if not count:
        raise Refusal("broken")
    return document


def _contents_notes(document: pdfium.PdfDocument, data: bytes) -> tuple[str, ...]:
    """Notes on files inside it; scripts and programs are refused, wherever a viewer would start them."""
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise Refusal("active_content")
    names = [safe_name(document.get_attachment(at).get_name()) for at in range(document.count_attachments())]
    notes = (f"attachments: {', '.join(names)}",) if names else ()
    try:
        active = any(action.get("/S") in _ACTIVE for action in _actions(pypdf.PdfReader(BytesIO(data))))
    except Exception:  # pypdf may fail in any way on what pdfium reads
        return (*notes, "not_checked")
    if active:
        raise Refusal("active_content")
    return notes


def _actions(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """What a viewer does on opening, leaving, clicking: the actions of the document, its pages and their annotations."""
    for holder in _holders(reader):
        for key in ("/OpenAction", "/A"):
            yield from _chain(holder.get(key))
        occasions = _object(holder.get("/AA"))
        for action in occasions.values() if isinstance(occasions, DictionaryObject) else ():
            yield from _chain(action)


def _holders(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    yield reader.root_object
    for page in reader.pages:
        yield page
        notes = _object(page.get("/Annots"))
        for note in notes if isinstance(notes, ArrayObject) else ():
            if isinstance(note := _object(note), DictionaryObject):
                yield note


def _chain(action: object) -> Iterator[DictionaryObject]:
    """An action and those that follow it; a chain may be a list, and in a bad file a circle."""
    waiting = [action]
    for _ in range(_MOST_ACTIONS):
        if not waiting:
            return
        current = _object(waiting.pop())
        if isinstance(current, ArrayObject):
            waiting.extend(current)
        elif isinstance(current, DictionaryObject):
            yield current
            waiting.append(current.get("/Next"))


def _object(value: object) -> object:
    return value.get_object() if isinstance(value, pypdf.generic.PdfObject) else value


def _lines_by_page(document: pdfium.PdfDocument) -> tuple[list[list[Line]], list[int]]:
    """The lines of each page, and which pages cannot be opened."""
    pages: list[list[Line]] = []
    damaged: list[int] = []
    for at in range(len(document)):
        try:
            page = document[at]
            pages.append(lines_of(page))
            page.close()
        except pdfium.PdfiumError:
            pages.append([])
            damaged.append(at)
    return pages, damaged


def _without_page_numbers(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines without a first or last one that only numbers its page, as the others of the document do."""
    numbers = {
        (at, line): int(found.group(1)) - at
        for at, lines in enumerate(pages)
        for line in dict.fromkeys((*lines[:1], *lines[-1:]))
        if (found := _PAGE_NUMBER.fullmatch(line.text[:_LONGEST_NUMBER]))
    }
    steps = Counter(numbers.values())
    regular = {place for place, step in numbers.items() if steps[step] > 1}
    return [[line for line in lines if (at, line) not in regular] for at, lines in enumerate(pages)]


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(_LETTER.findall(line.text)) for line in lines)


def _is_picture(document: pdfium.PdfDocument, at: int, lines: Sequence[Line]) -> bool:
    """Whether a page has hardly any text and a picture over at least half of it, or nothing at all."""
    if _letters(lines) >= _FEW_LETTERS:
        return False
    page = document[at]
    width, height = page.get_size()
    boxes = [picture.get_bounds() for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return not lines or covered > width * height / 2


def _best_text(pages: Sequence[list[Line]], data: bytes) -> tuple[str, bool]:
    """The text, and whether it may be garbled. Only a doubtful text is worth a second opinion."""
    text = _text(pages)
    worth = quality(text)
    if worth >= DOUBTFUL:
        return text, False
    other = _second_opinion(data)
    other_worth = quality(other)
    if other_worth > worth and len(other) > len(text) / 2:
        text, worth = other, other_worth
    return text, worth < DOUBTFUL


def _text(pages: Sequence[list[Line]]) -> str:
    words = words_of(line for lines in pages for line in lines)
    return tidy(paragraphs(paragraph for lines in pages for paragraph in joined(lines, words)))


def _second_opinion(data: bytes) -> str:
    """What pypdf reads, its lines left as they are."""
    try:
        return tidy(paragraphs(page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages))
    except Exception:  # only an opinion; any failure means there is none
        return ""


def _title(document: pdfium.PdfDocument, pages: Sequence[list[Line]]) -> str | None:
    """The title property if the first page shows it, else the largest words of that page, else the property."""
    own = tidy_title(document.get_metadata_value("Title"))
    own = None if own and _IDLE_TITLE.fullmatch(own) else own
    first = next((lines for lines in pages if lines), [])
    if own and own in " ".join(line.text for line in first):
        return own
    usual = median(line.size for line in first) if first else 0
    largest = max((line.size for line in first), default=0)
    heading = " ".join(line.text for line in first if line.size > 0.95 * largest)
    return tidy_title(heading) if largest > 1.15 * usual and len(heading) < 300 else own


def _pages_note(code: str, pages: Sequence[int]) -> tuple[str, ...]:
    return (f"{code}: {', '.join(str(at + 1) for at in pages)}",) if pages else ()
