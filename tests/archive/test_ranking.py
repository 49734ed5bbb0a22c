"""The order of search is BM25 over the visible, to the last entry, on both databases."""

from __future__ import annotations

import random
from collections import Counter
from math import log

import pytest

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.viewer import system
from mithaq.archive import ranking
from mithaq.archive.analysis import stem_of
from mithaq.archive.index import forget_record, index_record
from mithaq.archive.models import Entry, LabelCount, Term
from mithaq.archive.reads import search
from mithaq.core.words import Bilingual
from tests.cast import BADER, LAYLA, RASHID

pytestmark = pytest.mark.django_db
WORDS = ["plan", "plans", "course", "exercise", "water", "border", "fuel"]


def put(thing: str, text: str, *audience: str, day: str = "", kind: str = "commitment") -> None:
    with system("test data"):
        label = Label.objects.of(Level.RESTRICTED, *audience)
        index_record(kind, thing, label, day, text, ref=thing, title=Bilingual("", ""))


def bm25(texts: dict[str, str], query: str) -> dict[str, float]:
    """The formula of the books, over these texts alone; a word that stands exactly so counts twice."""
    held = {key: Counter(map(stem_of, text.split())) for key, text in texts.items()}
    average = sum(c.total() for c in held.values()) / len(held)
    scores: dict[str, float] = {}
    for word in query.split():
        holding = [key for key in texts if stem_of(word) in held[key]]
        weight = log(1 + (len(texts) - len(holding) + 0.5) / (len(holding) + 0.5))
        for key in holding:
            times, length = held[key][stem_of(word)], held[key].total()
            part = times * 2.2 / (times + 1.2 * (0.25 + 0.75 * length / average))
            exact = 2 if word in texts[key].split() else 1
            scores[key] = scores.get(key, 0) + exact * weight * part
    return scores


@pytest.mark.parametrize("query", ["plan", "plan water", "fuel border courses"])
def test_the_order_is_that_of_the_formula_whatever_is_hidden(query: str) -> None:
    chance = random.Random(3)
    texts = {f"T{n:03}": " ".join(chance.choices(WORDS, k=chance.randint(2, 15))) for n in range(40)}
    for n, (thing, text) in enumerate(texts.items()):
        put(thing, text, *(("SEC", "QAT"), ("QAT", "OMN"))[n % 2])
        put(f"H{n:03}", "plan " * 20 + "water", "KWT")
    scores = bm25(texts, query)
    pages = [search(RASHID, q=query)]
    while pages[-1].more:
        pages.append(search(RASHID, q=query, after=pages[-1].more))
    found = [hit.thing for page in pages for hit in page.hits]
    assert sorted(found) == sorted(scores)
    assert [round(scores[key], 3) for key in found] == sorted((round(s, 3) for s in scores.values()), reverse=True)
    assert {hit.thing[0] for hit in search(BADER, q="plan").hits} == {"H"}


def test_the_exact_word_stands_above_another_form_of_it() -> None:
    put("1", "أقيمت دورات في المركز", "SEC")
    put("2", "أقيمت دورة في المركز", "SEC")
    put("3", "أقيمت دورات في المركز", "SEC")
    assert [hit.thing for hit in search(LAYLA, q="دورة").hits] == ["2", "3", "1"]
    assert [hit.thing for hit in search(LAYLA, q="=دورة").hits] == ["2"]


def test_words_too_frequent_to_rank_give_the_newest_that_hold_them_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "CAP", 3)
    for n in range(6):
        put(f"T{n}", "plan water" if n % 2 else "plan fuel", "SEC", day=f"2020-0{n + 1}-01")
    found = search(LAYLA, q="plan")
    assert not found.ranked
    assert [hit.thing for hit in found.hits] == ["T5", "T4", "T3", "T2", "T1", "T0"]
    assert search(LAYLA, q="water").ranked
    both = search(LAYLA, q="plan water")
    assert both.ranked  # by the rarer word alone
    assert {hit.thing for hit in both.hits} == {"T1", "T3", "T5"}
    assert [hit.thing for hit in search(LAYLA, q='"plan fuel"').hits] == ["T4", "T2", "T0"]


def test_a_rare_form_of_a_frequent_word_ranks_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "CAP", 3)
    for n in range(6):
        put(f"T{n}", "plan" if n else "planning of planning", "SEC")
    found = search(LAYLA, q="=planning")
    assert ([hit.thing for hit in found.hits], found.ranked) == (["T0"], True)


def test_a_kind_is_all_that_is_asked_for() -> None:
    put("1", "plan", "SEC", kind="meeting")
    put("2", "plan", "SEC")
    assert [hit.kind for hit in search(LAYLA, q="plan", kind="meeting").hits] == ["meeting"]


def test_what_is_indexed_again_or_forgotten_leaves_nothing_behind() -> None:
    put("1", "plan water water", "SEC")
    put("1", "fuel", "SEC")
    assert [h.thing for h in search(LAYLA, q="fuel").hits] == ["1"]
    assert search(LAYLA, q="water").hits == ()
    with system("test"):
        assert LabelCount.objects.values_list("entries", "words").get() == (1, 1)
        forget_record("commitment", "1")
        forget_record("commitment", "1")
        assert LabelCount.objects.values_list("entries", "words").get() == (0, 0)
        assert (Entry.objects.count(), Term.objects.count()) == (0, 0)
