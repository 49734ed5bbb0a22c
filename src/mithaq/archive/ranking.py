"""Which entries answer a query best: BM25 computed from what the viewer may see and from nothing else. Inside a visit.

Scores are whole numbers summed by the database, so both databases give the same order to the last entry. Words that
stand in very many entries do not rank: what holds all of them is given newest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from django.db.models import BigIntegerField, Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Cast

from mithaq.archive.models import Entry, LabelCount, Term
from mithaq.archive.query import Query

CAP = 10_000  # postings scored for one query at most: about 20 ms
MOST = 200  # entries ranked
MOST_READ = 100  # entries whose texts are read afterwards for a phrase, or that are only the newest


@dataclass(frozen=True, slots=True)
class Ranked:
    """The ids of the entries found, best first; or newest first if the words are too frequent to rank."""

    ids: tuple[int, ...]
    by_score: bool = True


def ranked(query: Query, kind: str = "") -> Ranked:
    """The entries (of this kind, empty for any) that hold any of the words, and all that the query requires."""
    most = MOST_READ if query.phrases else MOST
    whole = LabelCount.objects.aggregate(entries=Sum("entries"), words=Sum("words"))
    if not query.stems or not whole["entries"]:
        return Ranked(())
    held = {stem: int(_postings(stem, query).values("entry_id")[: CAP + 1].count()) for stem in query.stems}
    scored, left = [], CAP
    for stem in sorted(query.stems, key=lambda s: (held[s], s)):
        left -= held[stem]
        if left >= 0 and held[stem]:
            scored.append(stem)
    if not any(held.values()):
        return Ranked(())
    if not scored:
        return Ranked(_newest(query, kind), by_score=False)
    average = max(1, 1000 * whole["words"] // whole["entries"])
    weights = {stem: _weight(whole["entries"], held[stem]) for stem in scored}
    return Ranked(_best(query, kind, most, weights, average))


def _postings(stem: str, query: Query) -> QuerySet[Term]:
    """The rows of a stem; if a form of it is required, those that hold it."""
    rows: QuerySet[Term] = Term.objects.filter(word=stem)
    for required, form in query.required:
        if required == stem:
            rows = rows.filter(forms__contains=f" {form} ")
    return rows


def _weight(entries: int, held: int) -> int:
    """The inverse document frequency in millionths."""
    return round(1_000_000 * log(1 + (entries - held + 0.5) / (held + 0.5)))


def _best(query: Query, kind: str, most: int, weights: dict[str, int], average: int) -> tuple[int, ...]:
    """BM25 with k1 = 1.2 and b = 0.75; a word that stands exactly as typed counts twice. Then newest first."""
    rows = Term.objects.filter(word__in=weights)
    if kind:
        rows = rows.filter(entry__kind=kind)
    for stem, form in query.required:
        rows = rows.filter(~Q(word=stem) | Q(forms__contains=f" {form} "))
        if weights.keys() != {stem}:
            rows = rows.filter(Exists(_postings(stem, query).filter(entry_id=OuterRef("entry_id"))))
    exactly = [
        When(word=stem, forms__contains=f" {form} ", then=Value(2 * weight))
        for stem, weight in weights.items()
        for form in query.stems[stem]
    ]
    otherwise = [When(word=stem, then=Value(weight)) for stem, weight in weights.items()]
    weight = Case(*exactly, *otherwise, default=0, output_field=BigIntegerField())
    times, length = Cast(F("times"), BigIntegerField()), Cast(F("length"), BigIntegerField())
    part = 2200 * times * weight / (1000 * times + 300 + 900_000 * length / average)
    score = Sum(part, output_field=IntegerField()) if len(weights) > 1 else part  # of one word, an entry has one row
    best = rows.values("entry_id").annotate(score=score).order_by("-score", "-entry_id")[:most]
    return tuple(row["entry_id"] for row in best)


def _newest(query: Query, kind: str) -> tuple[int, ...]:
    """The newest entries that hold all the words; they are frequent, so they are soon found."""
    rows = Entry.objects.order_by("-day", "-id")
    if kind:
        rows = rows.filter(kind=kind)
    for stem in query.stems:
        rows = rows.filter(Exists(_postings(stem, query).filter(entry_id=OuterRef("id"))))
    return tuple(rows.values_list("id", flat=True)[:MOST_READ])
