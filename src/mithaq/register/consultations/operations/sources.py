"""What items of minutes rest on: sentences that are cited, and a document that is taken in sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.archive.citing import cite_all, cite_sentence
from mithaq.archive.models import Document
from mithaq.archive.reads import Sentence, sentences_of, text_of
from mithaq.core.errors import Absent, Conflict
from mithaq.register.consultations.forms import CiteInMinutes, TakeIntoMinutes, UnciteInMinutes
from mithaq.register.consultations.models import Minutes, MinutesItem, MinutesSource, MinutesText
from mithaq.register.consultations.operations.minutes import check_draft, item_of_draft, items_by_id
from mithaq.register.consultations.wording import index_minutes, new_wording


@operation("minutes.cite", needs=Permission.MINUTES_WRITE, form=CiteInMinutes)
def cite_in_minutes(viewer: Viewer, *, minutes_item: str, document: str, sentence: int) -> Reference:
    """Say that what stands in an item rests on this sentence of a document."""
    item = item_of_draft(minutes_item)
    paper = find(Document.objects.all(), document)
    if not _resting(item, paper, sentence).exists():
        citation = cite_sentence(paper.public_id, sentence)
        MinutesSource.objects.create(label_id=item.label_id, item=item, citation=citation)
    return Reference(item.minutes.public_id, item.label_id, {"source": [None, f"{paper.ref}, {sentence}"]})


@operation("minutes.uncite", needs=Permission.MINUTES_WRITE, form=UnciteInMinutes)
def uncite_in_minutes(viewer: Viewer, *, minutes_item: str, document: str, sentence: int) -> Reference:
    """Take back that an item rests on this sentence."""
    item = item_of_draft(minutes_item)
    paper = find(Document.objects.all(), document)
    rows = _resting(item, paper, sentence)
    if not rows.exists():
        raise Absent
    rows.delete()
    return Reference(item.minutes.public_id, item.label_id, {"source": [f"{paper.ref}, {sentence}", None]})


def _resting(item: MinutesItem, paper: Document, sentence: int) -> QuerySet[MinutesSource]:
    return MinutesSource.objects.filter(item=item, citation__document=paper, citation__number=sentence)


@operation("minutes.take_in", needs=Permission.MINUTES_WRITE, form=TakeIntoMinutes)
def take_into_minutes(
    viewer: Viewer, *, minutes: str, document: str, edition: int, places: dict[int, str]
) -> Reference:
    """Take sentences of a document into a draft, each under the item named for it, after what stands there already.

    In the document's language, in its order and paragraphs; each item keeps the citation of every sentence. What
    `minutes.preview` proposes is a good answer to which item. Conflict if the text was corrected since it was shown.
    """
    found = find(Minutes.objects.select_related("label", "meeting__series"), minutes)
    check_draft(found)
    paper = find(Document.objects.all(), document)
    if paper.edition != edition:
        raise Conflict
    text = text_of(paper)
    if not places or max(places) > len(text.spans):
        raise Absent
    items = items_by_id(found, places.values())
    sentences = list(sentences_of(text, 1, len(text.spans)))
    for public_id, item in items.items():
        own = [sentence for sentence in sentences if places.get(sentence.number) == public_id]
        _append(viewer, item, paper, own)
        spans = [text.spans[sentence.number - 1] for sentence in own]
        citations = cite_all(paper, [(start, end) for start, end in spans])
        rows = [MinutesSource(label_id=item.label_id, item=item, citation=citation) for citation in citations]
        MinutesSource.objects.bulk_create(rows)
    index_minutes(found, found.label)
    return Reference(minutes, found.label_id, {"taken": [None, f"{paper.ref}: {len(places)}"]})


def _append(viewer: Viewer, item: MinutesItem, paper: Document, sentences: Sequence[Sentence]) -> None:
    field = f"text_{paper.language}"
    texts = {"text_ar": item.text_ar, "text_en": item.text_en}
    texts[field] = "\n".join(filter(None, (texts[field], joined(sentences))))
    new_wording(viewer, item, item.version, MinutesText.How.TAKEN, **texts)


def joined(sentences: Sequence[Sentence]) -> str:
    """Sentences as one text; what began a line of its own does so again."""
    text = ""
    for sentence in sentences:
        text += ("\n" if sentence.opens else " ") * bool(text) + sentence.text
    return text
