"""A citation is the words, their place and their edition."""

from __future__ import annotations

import pytest

from mithaq.access.viewer import acting_as
from mithaq.archive.citing import cite, cite_all, cite_sentence
from mithaq.archive.models import Citation, Document
from mithaq.archive.operations import correct
from mithaq.core.errors import Absent, Invalid, Problem
from tests.cast import BADER, RASHID
from tests.make import make_document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("parties")]
TEXT = "الأولى. دعا إلى آلية. الثالثة."


def test_words_are_cited_where_they_stand() -> None:
    document = make_document(RASHID, TEXT, "QAT", "SEC")
    with acting_as(RASHID, writing=True):
        row = Document.objects.get(public_id=document)
        one, two = cite_all(row, [(16, 20), (0, 7)])
        assert (one.quote, one.number, one.edition, one.label_id) == ("آلية", 2, 1, row.label_id)
        assert (two.quote, two.number) == ("الأولى.", 1)
        assert cite_sentence(document, 2).quote == "دعا إلى آلية."
    correct(RASHID, document=document, text="غير ذلك.", reason="خطأ", version=1)
    with acting_as(RASHID):
        assert Citation.objects.get(pk=one.pk).quote == "آلية"


@pytest.mark.parametrize("span", [(5, 5), (6, 5), (-1, 3), (0, 10_000)])
def test_a_place_that_is_not_there_is_not_cited(span: tuple[int, int]) -> None:
    document = make_document(RASHID, TEXT)
    with acting_as(RASHID, writing=True), pytest.raises(Problem):
        cite(Document.objects.get(public_id=document), *span)


@pytest.mark.parametrize("number", [0, 4])
def test_a_sentence_that_is_not_there_is_not_cited(number: int) -> None:
    document = make_document(RASHID, TEXT)
    with acting_as(RASHID, writing=True), pytest.raises(Invalid):
        cite_sentence(document, number)


def test_hidden_and_absent_are_one() -> None:
    document = make_document(RASHID, TEXT)
    for public_id in (document, "x" * 22):
        with acting_as(BADER, writing=True), pytest.raises(Absent):
            cite_sentence(public_id, 1)
