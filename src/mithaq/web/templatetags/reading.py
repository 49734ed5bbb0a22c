"""What the pages of documents and of search load: sentences with their findings, passages, addresses of things."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from mithaq.archive.reads import Hit, Passage
from mithaq.extraction.shapes import say_note
from mithaq.proposals.reads import ProposalPage
from mithaq.web import marks, places
from mithaq.web.bidi import clean
from mithaq.web.cards import text
from mithaq.web.reading import Desk

register = template.Library()
register.filter("words", text)


@register.simple_tag
def sentences(desk: Desk) -> SafeString:
    """All sentences of the reader's page."""
    return marks.sentences(desk.reader.sentences, now=desk.now, base=desk.query)


@register.simple_tag
def swapped_sentences(desk: Desk, *numbers: int) -> SafeString:
    """The sentences with these numbers, to take the place of themselves on the page."""
    wanted = (shown for shown in desk.reader.sentences if shown.number in numbers)
    return marks.sentences(wanted, now=desk.now, base=desk.query, swapped=True)


@register.simple_tag
def passage(found: Passage) -> SafeString:
    """A passage of a hit, with the words that were looked for marked."""
    parts, at = ["…" if found.cut_before else ""], 0
    for start, end in found.marks:
        parts += [escape(clean(found.text[at:start])), "<mark>", escape(clean(found.text[start:end])), "</mark>"]
        at = end
    return mark_safe("".join([*parts, escape(clean(found.text[at:])), "…" if found.cut_after else ""]))  # noqa: S308


@register.simple_tag
def hit_place(hit: Hit) -> str:
    """Where a hit leads: to the very sentence, if it is one of a document."""
    if hit.kind == "document" and hit.passage.number:
        return places.sentence_place(hit.thing, hit.passage.number)
    return places.place_of(hit.kind, hit.thing)


@register.simple_tag
def record_place(kind: str, thing: str) -> str:
    """The page of what a proposal became; empty where there is none."""
    return places.place_of("" if kind == "figure" else kind, thing)


@register.filter
def warnings(notes: Iterable[str]) -> list[str]:
    """What the reading of a file warned of, as sentences."""
    return [say_note(note, gettext) for note in notes]


@register.filter
def said_size(size: int) -> SafeString:
    """The size of a file: 34 KB, 1.2 MB."""
    small = size < 1024 * 1024
    text = f"{max(1, round(size / 1024))} KB" if small else f"{size / 1024 / 1024:.1f} MB"
    return format_html("<bdi>{}</bdi>", text)


@register.simple_tag
def proposal_link(page: ProposalPage) -> str:
    """The reader's page with this proposal open."""
    return places.proposal_place(page.entry.public_id, page.proposal.number, page.proposal.sentence)
