"""The page of search, and the short addresses of references."""

from __future__ import annotations

import re
from typing import Any

import pytest

from mithaq.archive.reads import KINDS, document_list
from tests.cast import BADER, HESSA, LAYLA
from tests.make import make_commitment, make_document
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

TEXT = "كلمة الوفد.\nدعا السفير إلى تقييم الدورات كل عام."


def found(q: str, viewer: Any = HESSA, language: str = "ar", **more: str) -> Any:
    """The answer to these words."""
    return signed_in(viewer, language).get("/search/", {"q": q, **more})


def test_a_hit_leads_to_its_sentence_with_the_words_marked_and_says_who_sees_it() -> None:
    document = make_document(HESSA, TEXT)
    shown = page(found("تقييم الدورة"))
    assert f"/documents/{document}/#s2" in shown
    assert re.findall(r"<mark>(.*?)</mark>", shown) == ["تقييم", "الدورات"]
    assert "aud plain" in shown
    assert "مقيّد" in words(found("تقييم الدورة"))


def test_other_forms_are_told_and_the_words_alone_can_be_asked_for() -> None:
    make_document(HESSA, TEXT)
    shown = page(found("دورة تقييم", language="en"))
    assert "Also found as <b><bdi>الدورات</bdi></b>" in " ".join(shown.split())
    assert "q=%3D%D8%AF%D9%88%D8%B1%D8%A9+%3D%D8%AA%D9%82%D9%8A%D9%8A%D9%85" in shown
    assert "q=%22%D8%AF%D9%88%D8%B1%D8%A9+%D8%AA%D9%82%D9%8A%D9%8A%D9%85%22" in shown
    assert "Only in this order" not in words(found('"تقييم الدورات"', language="en"))


def test_a_hit_in_the_other_language_is_an_island() -> None:
    make_document(HESSA, "The ambassador called for an evaluation of courses.", title="Address")
    shown = page(found("evaluation"))
    assert '<article class="hit" lang="en" dir="ltr">' in shown
    assert '<p class="meta" lang="ar">' in shown


def test_one_kind_alone() -> None:
    make_document(HESSA, TEXT)
    commitment = make_commitment("تقييم الدورات في نهاية كل عام", "QAT", viewer=HESSA)
    everything, alone = page(found("تقييم")), page(found("تقييم", kind="commitment"))
    assert (everything.count('class="hit"'), alone.count('class="hit"')) == (2, 1)
    assert commitment in alone
    assert page(found("تقييم", kind="no such kind")).count('class="hit"') == 2


def test_more_than_a_page() -> None:
    for n in range(21):
        make_document(HESSA, f"تقييم الدورة {n}.")
    first = page(found("تقييم"))
    assert first.count('class="hit"') == 20
    after = re.search(r"after=([\w-]+)", first)
    assert after
    assert page(found("تقييم", after=after[1])).count('class="hit"') == 1


def test_hidden_things_are_not_found_and_nothing_found_says_what_to_do() -> None:
    make_document(BADER, TEXT)
    shown = words(found('"=تقييم"', language="en", kind="document"))
    assert "Nothing released to you has these words" in shown
    assert "without them, other orders are found too" in shown
    assert "without it, all its forms are found" in shown
    assert "Look through everything" in shown


def test_without_words_it_says_how() -> None:
    assert "A reference leads to its record." in words(signed_in(HESSA, "en").get("/search/"))
    assert 'class="hit"' not in page(found("   "))


def test_a_reference_leads_to_its_thing_for_those_who_see_it() -> None:
    document = make_document(BADER, TEXT, "KWT", "SEC")
    ref = document_list(LAYLA).entries[0].ref
    for asked in (ref, ref.lower()):
        assert signed_in(LAYLA).get(f"/r/{asked}").headers["Location"] == f"/documents/{document}/"
    for asked in (ref, "D-1999-001", "x", "تقييم"):
        assert signed_in(HESSA).get(f"/r/{asked}").status_code == 404


@pytest.mark.parametrize("q", ["<script>alert(1)</script>", "\u202e", '"', "=", "'; --", "a" * 5000])
def test_strange_words_are_words(q: str) -> None:
    make_document(HESSA, TEXT)
    answer = found(q)
    assert answer.status_code == 200
    assert "<script>alert" not in page(answer)


def test_the_kinds_beside_stand_in_arabic_without_the_article() -> None:
    beside = page(found("تقييم")).split('<ul class="facet links">')[1].split("</ul>")[0]
    kinds = re.findall(r'kind=[\w-]+"[^>]*>([^<]+)</a>', beside)
    assert len(kinds) == len(KINDS)
    assert [kind for kind in kinds if kind.startswith("ال") and kind != "التزام"] == []
    assert not any(kind.isascii() for kind in kinds), "each is translated"
