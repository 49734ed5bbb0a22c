"""What can be looked at: documents and what search finds. Frozen shapes, already cut for the viewer."""

from mithaq.archive.passages import Passage
from mithaq.archive.reads.documents import (
    AT_ONCE,
    FIELDS,
    DocumentEntry,
    DocumentPage,
    Edition,
    OriginalFile,
    Quoted,
    Sentence,
    document_list,
    document_page,
    entry,
    entry_of,
    next_first,
    original,
    sentence,
    sentences_of,
    text_of,
)
from mithaq.archive.reads.search import Found, Hit, Searched, search

__all__ = [
    "AT_ONCE",
    "FIELDS",
    "DocumentEntry",
    "DocumentPage",
    "Edition",
    "Found",
    "Hit",
    "OriginalFile",
    "Passage",
    "Quoted",
    "Searched",
    "Sentence",
    "document_list",
    "document_page",
    "entry",
    "entry_of",
    "next_first",
    "original",
    "search",
    "sentence",
    "sentences_of",
    "text_of",
]
