"""The addresses of things, by their kind and public id."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from mithaq.archive.reads import AT_ONCE

KINDS = (  # each is the name of its page, too
    *("document", "commitment", "meeting", "person", "party", "action", "text"),
    *("minutes", "idea", "issue", "position", "course", "activity", "centre"),
)
PAGES = (*KINDS, "silence")  # what has a page, searched or not


def place_of(kind: str, thing: str) -> str:
    """The page of this thing; empty where this house has no page for its kind."""
    try:
        return reverse(kind, args=[thing]) if kind in PAGES and thing else ""
    except NoReverseMatch:
        return ""


def sentence_place(document: str, number: int) -> str:
    """The permalink of a sentence. Beyond the first page of a long text it names the page, too."""
    page = f"?s={number}" if number > AT_ONCE else ""
    return f"{reverse('document', args=[document])}{page}#s{number}"


def proposal_place(document: str, number: int, sentence: int) -> str:
    """The reader's page with this proposal open."""
    page = f"s={sentence}&" if sentence > AT_ONCE else ""
    return f"{reverse('document', args=[document])}?{page}p={number}#p{number}"
