"""Search over documents and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from django.db.models import F, Q

from mithaq.access.models import FormerReference
from mithaq.access.operation import read
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Entry, Term, Text
from mithaq.archive.passages import Passage, best_passage, pattern_of
from mithaq.archive.query import Query, understood
from mithaq.archive.ranking import ranked
from mithaq.core.text import Folded, fold, language_of
from mithaq.core.words import Bilingual

HITS = 20  # on one page
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `thing` is the public id of what `kind` says; `day` partial or empty; `language` the passage's."""

    kind: str
    thing: str
    ref: str
    title: Bilingual
    day: str
    language: str
    passage: Passage
    seen: Seen


@dataclass(frozen=True, slots=True)
class Searched:
    """A word that was typed (folded) and the forms of it that were found on this page."""

    word: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, best first. `ranked` is False where the words are so frequent that the newest come first.

    `more`: what to send as `after`; empty when this is the last page.
    """

    hits: tuple[Hit, ...]
    more: str
    searched: tuple[Searched, ...]
    ranked: bool


@read("search.find")
def search(viewer: Viewer, *, q: str, kind: str = "", after: str = "") -> Found:
    """What was released to the viewer and answers the query, 20 a page: documents by sentence, and records.

    Words are found in all their forms, Arabic and English; ``=word`` only as typed, ``"words"`` only in this order;
    a reference number finds its record first. `kind`: document, commitment, meeting, person, party, action, text, minutes,
    idea, issue, position, course, activity, centre, house, line, fact_sheet, finding, asked, annual-review, run or release.
    """
    query = understood(q)
    referred = _referred(query, kind)
    answer = ranked(query, kind)
    ids = [*referred, *(entry for entry in answer.ids if entry not in referred)]
    if after:
        last = Entry.objects.filter(thing=after).values_list("id", flat=True).first()
        ids = ids[ids.index(last) + 1 :] if last in ids else []
    forms: dict[str, set[str]] = {}
    page = list(islice(_hits(ids, query, referred, forms), HITS + 1))
    searched = (Searched(" ".join(words), tuple(sorted(forms.get(stem, ())))) for stem, words in query.stems.items())
    return Found(tuple(page[:HITS]), page[HITS - 1].thing if len(page) > HITS else "", tuple(searched), answer.by_score)


def _referred(query: Query, kind: str) -> list[int]:
    if not query.references:
        return []
    former = FormerReference.objects.filter(ref__in=query.references).values("thing")
    rows = Entry.objects.filter(Q(ref__in=query.references) | Q(thing__in=former))
    return list((rows.filter(kind=kind) if kind else rows).order_by("ref", "id").values_list("id", flat=True))


def _hits(ids: list[int], query: Query, referred: list[int], forms: dict[str, set[str]]) -> Iterator[Hit]:
    """The hits in order, as many read at once as a page has. `forms` is filled with the forms found on the way."""
    size = HITS + 1 if not query.phrases else 4 * HITS  # of those that hold the words of a phrase, not all hold it
    for first in range(0, len(ids), size):
        chunk = ids[first : first + size]
        rows = Entry.objects.in_bulk(chunk)
        held = _held(chunk, query)
        texts = _texts(row.thing for row in rows.values() if row.kind == "document")
        for row in (rows[entry_id] for entry_id in chunk if entry_id in rows):
            text, spans, lines = texts.get(row.thing) or (*_lines(row.text), True)
            folded, found = fold(text, lines=lines), held.get(row.pk, {})
            if row.pk in referred or _holds(row, folded, query):
                for stem, stems_forms in found.items():
                    forms.setdefault(stem, set()).update(stems_forms)
                pattern = pattern_of(set().union(*found.values()), query.phrases)
                yield _hit(row, best_passage(folded, spans, pattern))


def _holds(row: Entry, text: Folded, query: Query) -> bool:
    """Does each phrase of the query stand in the text or in a title?"""
    titles = fold(f"{row.title_ar}\n{row.title_en}", lines=True)
    patterns = [pattern_of((), [phrase]) for phrase in query.phrases]
    return all(p and (p.search(text.text) or p.search(titles.text)) for p in patterns)


def _held(chunk: list[int], query: Query) -> dict[int, dict[str, set[str]]]:
    """Entry -> stem -> the forms of it that stand there; of what must stand as typed, only those."""
    exact: dict[str, set[str]] = {}
    for stem, form in query.required:
        exact.setdefault(stem, set()).add(form)
    held: dict[int, dict[str, set[str]]] = {}
    rows = Term.objects.filter(entry_id__in=chunk, word__in=query.stems).values_list("entry_id", "word", "forms")
    for entry_id, stem, forms in rows:
        held.setdefault(entry_id, {})[stem] = exact.get(stem, set(forms.split()))
    return held


def _texts(documents: Iterable[str]) -> dict[str, tuple[str, Spans, bool]]:
    """Document -> its present text, the spans of its sentences, and whether a line of it is a paragraph."""
    rows = Text.objects.filter(document__public_id__in=list(documents), edition=F("document__edition"))
    fields = ("document__public_id", "document__language", "text", "spans")
    return {thing: (text, spans, language == "ar") for thing, language, text, spans in rows.values_list(*fields)}


def _lines(text: str) -> tuple[str, Spans]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return text, spans


def _hit(row: Entry, passage: Passage) -> Hit:
    if row.kind != "document":
        passage = replace(passage, number=0)
    title = Bilingual(row.title_ar, row.title_en)
    language = language_of(passage.text or title.ar or title.en)
    return Hit(row.kind, row.thing, row.ref, title, row.day, language, passage, seen_by(row.label_id))
