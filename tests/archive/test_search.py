"""What search finds, and how it shows it."""

from __future__ import annotations

import pytest

from mithaq.archive.reads import Found, named, search
from mithaq.core.words import Bilingual
from tests.archive.test_ranking import put
from tests.cast import BADER, LAYLA, PUBLIC, RASHID
from tests.make import ADDRESS, make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]


def marked(found: Found) -> list[list[str]]:
    return [[hit.passage.text[start:end] for start, end in hit.passage.marks] for hit in found.hits]


def test_a_hit_shows_the_sentence_its_number_and_the_words() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC", published="2026-09-09")
    found = search(RASHID, q="تقييم الدورات")
    (hit,) = found.hits
    assert (hit.kind, hit.thing, hit.day, hit.language) == ("document", document, "2026-09-09", "ar")
    assert hit.title == Bilingual("كلمة رئيس البعثة في ختام الاجتماع", "")
    assert (hit.passage.number, marked(found)) == (2, [["لتقييم", "الدورات"]])
    assert hit.seen.audience == ("QAT", "SEC")
    assert [(s.word, s.forms) for s in found.searched] == [("تقييم", ("لتقييم",)), ("الدورات", ("الدورات", "دوره"))]


@pytest.mark.parametrize("typed", ["اسطنبول", "إسطنبول", "بِإسطنبول", "ISTANBUL", "istanbul"])
def test_spelling_does_not_matter(typed: str) -> None:
    document = make_document(RASHID, "اجتماع في إسطنبول (Istanbul) عام ٢٠١٤.")
    assert [hit.thing for hit in search(RASHID, q=typed).hits] == [document]
    assert [hit.thing for hit in search(RASHID, q="2014").hits] == [document]


def test_english_is_found_in_its_forms() -> None:
    document = make_document(RASHID, "The centre evaluates how courses benefited officers.")
    found = search(RASHID, q="evaluation benefits")
    assert [hit.thing for hit in found.hits] == [document]
    assert marked(found) == [["evaluates", "benefited"]]


def test_a_phrase_stands_as_typed_in_one_sentence() -> None:
    hit = make_document(RASHID, "مع «حلف شمال\nالأطلسي». حلف شمال الأطلسي، أمس.")
    make_document(RASHID, "شمال الأطلسي حلف.")
    make_document(RASHID, "في حلف شمال. الأطلسي محيط.")
    found = search(RASHID, q='"حلف شمال الأطلسي"')
    assert [h.thing for h in found.hits] == [hit]
    assert marked(found) == [["حلف شمال الأطلسي"]]


def test_a_reference_finds_its_record_first() -> None:
    put("C-2016-012", "آلية مناسبة", "SEC", "QAT")
    put("C-2016-013", "آلية أخرى كما في الأولى", "SEC", "QAT")
    found = search(RASHID, q="c-٢٠١٦-٠١٢ آلية")
    assert [hit.ref for hit in found.hits] == ["C-2016-012", "C-2016-013"]
    assert search(BADER, q="C-2016-012").hits == ()


def test_a_record_is_shown_by_its_line() -> None:
    put("1", "إيجاد آلية\nمناسبة للتقييم", "SEC", "QAT")
    (hit,) = search(RASHID, q="تقييم").hits
    assert (hit.passage.number, hit.passage.text, hit.passage.marks) == (0, "مناسبة للتقييم", ((7, 14),))


def test_a_title_alone_finds_the_document() -> None:
    make_document(RASHID, "نص لا يذكره.", title="خطاب")
    (hit,) = search(RASHID, q="خطاب").hits
    assert (hit.passage.number, hit.passage.text, hit.passage.marks) == (1, "نص لا يذكره.", ())
    assert len(search(RASHID, q='"نص لا يذكره"').hits) == 1


def test_what_is_hidden_is_not_found_and_changes_nothing() -> None:
    make_document(RASHID, "آلية التقييم. نص قصير.")
    before = search(RASHID, q="آلية التقييم")
    for n in range(5):
        make_document(BADER, f"آلية {n} وآلية أخرى للتقييم بآليات كثيرة")
    assert search(RASHID, q="آلية التقييم") == before
    assert search(PUBLIC, q="آلية").hits == ()


def test_pages_follow_each_other_without_repeats() -> None:
    filed = {make_document(RASHID, f"آلية {'كلمة ' * n}") for n in range(45)}
    pages = [search(RASHID, q="آلية")]
    while pages[-1].more:
        pages.append(search(RASHID, q="آلية", after=pages[-1].more))
    assert [len(page.hits) for page in pages] == [20, 20, 5]
    assert {hit.thing for page in pages for hit in page.hits} == filed


def test_nothing_asked_finds_nothing() -> None:
    make_document(RASHID, ADDRESS)
    for typed in ("", "في من", '""', "%", "_", "\\"):
        assert search(RASHID, q=typed).hits == ()


def test_things_are_named_for_those_who_see_them() -> None:
    document = make_document(RASHID, ADDRESS, "QAT", "SEC")
    asked = f"{document},{'x' * 22}"
    assert named(LAYLA, things=asked)[document].title.ar == "كلمة رئيس البعثة في ختام الاجتماع"
    assert named(BADER, things=asked) == {}
