"""The addresses of things, by their kind and public id."""

from __future__ import annotations

import re
from functools import cache

from django.urls import NoReverseMatch, reverse

from mithaq.archive.reads import AT_ONCE, KINDS

PAGES = (
    *(*KINDS, "silence", "nomination", "instrument", "consent"),
    *("case", "draw", "cases-course"),
)  # each is the name of its page, searched or not
GAP = "-gap-"  # where the id of a thing stands in the address of its page
ID = re.compile(r"[\w-]+", re.ASCII)


@cache
def _address(kind: str, *more: str) -> str:
    """The address of the pages of this kind, with a gap. Reversing one for each link is a tenth of the time of a long page."""
    try:
        return reverse(kind, args=[GAP, *more])
    except NoReverseMatch:
        return ""


def place_of(kind: str, thing: str) -> str:
    """The page of this thing; empty where this house has no page for its kind."""
    return _address(kind).replace(GAP, thing) if kind in PAGES and ID.fullmatch(thing) else ""


def act_place(thing: str, act: str) -> str:
    """The page on which this act is done to this thing."""
    return _address("act", act).replace(GAP, thing) if ID.fullmatch(thing) else ""


def sentence_place(document: str, number: int) -> str:
    """The permalink of a sentence. Beyond the first page of a long text it names the page, too."""
    page = f"?s={number}" if number > AT_ONCE else ""
    return f"{reverse('document', args=[document])}{page}#s{number}"


def proposal_place(document: str, number: int, sentence: int) -> str:
    """The reader's page with this proposal open."""
    page = f"s={sentence}&" if sentence > AT_ONCE else ""
    return f"{reverse('document', args=[document])}?{page}p={number}#p{number}"
