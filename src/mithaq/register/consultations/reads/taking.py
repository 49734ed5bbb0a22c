"""What taking a document into minutes would do, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Document
from mithaq.archive.reads import AT_ONCE, Sentence, next_first, sentences_of, text_of
from mithaq.core.words import Bilingual
from mithaq.reading.areas import cues
from mithaq.reading.page import Page
from mithaq.register.consultations.laying import HEADING, Laid, Point, laid_out
from mithaq.register.consultations.models import Minutes, MinutesItem, MinutesSource
from mithaq.register.consultations.reads.shapes import LaidSentence, MinutesPreview

Items = Sequence[MinutesItem]


@read("minutes.preview")
def preview_minutes(viewer: Viewer, *, minutes: str, document: str, first: int = 1) -> MinutesPreview:
    """The sentences of a document laid out under the items of the minutes: by its headings, else by the areas they name.

    Nothing is written; `minutes.take_in` takes what it is sent, as it stands here or otherwise. 200 sentences a page.
    """
    found = find(Minutes.objects.all(), minutes)
    paper = find(Document.objects.all(), document)
    text = text_of(paper)
    items = list(MinutesItem.objects.filter(minutes=found).select_related("agenda_item").order_by("general", "number"))
    sentences = list(sentences_of(text, 1, len(text.spans)))
    laid = list(laid_out(sentences, list(_areas(text.text, paper.language, sentences)), _points(items)))
    taken = _taken(found, paper)
    shown = slice(max(1, first) - 1, max(1, first) - 1 + AT_ONCE)
    pairs = zip(sentences[shown], laid[shown], strict=True)
    return MinutesPreview(
        found.public_id,
        paper.public_id,
        paper.ref,
        paper.title,
        paper.language,
        paper.edition,
        tuple((item.public_id, Bilingual(item.title_ar, item.title_en)) for item in items),
        tuple(_shown(sentence, place, items, sentence.number in taken) for sentence, place in pairs),
        next_first(text, first),
        seen_by(paper.label_id),
    )


def _points(items: Items) -> list[Point]:
    return [
        Point(item.public_id, item.number, (item.title_ar, item.title_en), item.agenda_item.areas)
        for item in items
        if item.agenda_item and not item.general
    ]


def _areas(text: str, language: str, sentences: Sequence[Sentence]) -> Iterator[tuple[str, ...]]:
    """The areas that each sentence names, by the reader's own words for them."""
    page = Page(text, language=language)
    if len(page.edges) != len(sentences):  # the sentences were cut by an earlier reader
        yield from (() for _ in sentences)
        return
    for edge in page.edges:
        yield cues(page, *edge) or cues(page, *edge, "hint")


def _taken(minutes: Minutes, paper: Document) -> set[int]:
    rows = MinutesSource.objects.filter(item__minutes=minutes, citation__document=paper)
    return set(rows.values_list("citation__number", flat=True))


def _shown(sentence: Sentence, laid: Laid, items: Items, taken: bool) -> LaidSentence:
    """A heading is left out, for its item says it; so is what stands in the minutes already."""
    general = next((item.public_id for item in items if item.general), "")
    place = "" if laid.why == HEADING or taken else laid.key or general
    return LaidSentence(sentence.number, sentence.text, sentence.opens, place, laid.why, taken)
