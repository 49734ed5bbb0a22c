"""A document taken into minutes: laid out under their items, shown before, each sentence cited."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.archive import operations as archive
from mithaq.core.errors import Absent, Conflict, Invalid, Problem
from mithaq.register.consultations import operations, reads
from tests.cast import LAYLA, RASHID
from tests.make import make_document
from tests.register.consultations.table import ALL, SPEECH, begin, circulate, items, make_speech, make_table

take_in: Any = operations.take_into_minutes  # its form takes texts


def preview(minutes: str, document: str) -> reads.MinutesPreview:
    return reads.preview_minutes(LAYLA, minutes=minutes, document=document)


def take(minutes: str, document: str, **changed: str) -> None:
    """Take what the preview proposes, but for the sentences (``s3``) that go elsewhere."""
    shown = preview(minutes, document)
    places = {sentence.number: sentence.item for sentence in shown.sentences}
    places |= {int(name[1:]): item for name, item in changed.items()}
    sent = [f"{number}:{item}" for number, item in places.items() if item]
    take_in(LAYLA, minutes=minutes, document=document, edition=shown.edition, places=sent)


def test_sentences_are_laid_under_the_items_that_headings_name() -> None:
    minutes, document = begin(make_table()), make_speech()
    titles = dict(preview(minutes, document).items)
    laid = [(s.why, titles[s.item].en if s.item else "", s.text[:12]) for s in preview(minutes, document).sentences]
    assert [(why, title) for why, title, _ in laid] == [
        ("", "General"),
        ("heading", ""),
        ("below", "Political dialogue"),
        ("below", "Political dialogue"),
        ("heading", ""),
        ("below", "Training and education"),
        ("below", "Training and education"),
    ]
    assert items(minutes)[0].text.ar == ""


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("2- نقاش", "Training and education"),
        ("ثانياً: نقاش", "Training and education"),
        ("البند رقم 2: نقاش", "Training and education"),
        ("في التدريب والتعليم", "Training and education"),
        ("الحوار السياسي بين الطرفين", "Political dialogue"),
    ],
)
def test_headings_by_number_and_by_words(heading: str, title: str) -> None:
    minutes = begin(make_table())
    document = make_document(LAYLA, f"{heading}\nقيل كلام كثير.\n", *ALL, level="OFFICIAL")
    shown = preview(minutes, document)
    assert shown.sentences[0].why == "heading"
    assert dict(shown.items)[shown.sentences[1].item].en == title


def test_without_headings_they_go_by_the_areas_they_name_and_else_to_the_general_item() -> None:
    minutes = begin(make_table())
    document = make_document(
        LAYLA, "أقيمت دورات تدريبية كثيرة للضباط. وشكر الحاضرون المضيف على كرمه.", *ALL, level="OFFICIAL"
    )
    shown = preview(minutes, document)
    titles = dict(shown.items)
    assert [(titles[s.item].en, s.why) for s in shown.sentences] == [
        ("Training and education", "area"),
        ("General", ""),
    ]


def test_taken_each_item_keeps_the_citation_of_every_sentence() -> None:
    minutes, document = begin(make_table()), make_speech()
    take(minutes, document)
    dialogue, training, general = items(minutes)
    assert dialogue.text.ar == "قال السفير إن وتيرة الحوار لا تكفي. وقرّر الاجتماع أن يُعقد مرتين في السنة."
    assert dialogue.text.en == ""
    assert [source.number for source in dialogue.sources] == [3, 4]
    assert [source.quote in training.text.ar for source in training.sources] == [True, True]
    assert general.text.ar == "محضر الاجتماع"
    assert reads.minutes_wordings(LAYLA, minutes_item=dialogue.public_id).wordings[0].how == "taken"


def test_the_officer_moves_a_sentence_and_leaves_one_out() -> None:
    minutes, document = begin(make_table()), make_speech()
    training = items(minutes)[1].public_id
    take(minutes, document, s4=training, s1="")
    dialogue, trained, general = items(minutes)
    assert "مرتين" in trained.text.ar
    assert "مرتين" not in dialogue.text.ar
    assert [source.number for source in trained.sources] == [4, 6, 7]
    assert general.text.ar == ""


def test_what_was_taken_already_is_left_out_the_next_time() -> None:
    minutes, document = begin(make_table()), make_speech()
    take(minutes, document)
    assert {s.number for s in preview(minutes, document).sentences if s.taken} == {1, 3, 4, 6, 7}
    assert not [s for s in preview(minutes, document).sentences if s.item]


def test_an_english_document_fills_the_english_side() -> None:
    minutes = begin(make_table())
    text = "Item 1: Political dialogue\n\nThe group decided to meet twice a year.\n"
    take(minutes, make_document(LAYLA, text, *ALL, level="OFFICIAL"))
    assert items(minutes)[0].text.en == "The group decided to meet twice a year."


def test_a_text_corrected_meanwhile_is_a_conflict() -> None:
    minutes, document = begin(make_table()), make_speech()
    item = items(minutes)[0].public_id
    archive.correct(LAYLA, document=document, text=f"{SPEECH}\nوختم.", reason="نقص", version=1)
    with pytest.raises(Conflict):
        take_in(LAYLA, minutes=minutes, document=document, edition=1, places=[f"1:{item}"])


@pytest.mark.parametrize("places", [["x"], ["0:item"], ["1:"], []])
def test_places_that_are_none(places: list[str]) -> None:
    with pytest.raises(Invalid) as said:
        take_in(LAYLA, minutes="m", document="d", edition=1, places=places)
    assert set(said.value.errors) == {"places"}


def test_items_and_sentences_that_are_not_there() -> None:
    minutes, document = begin(make_table()), make_speech()
    other = items(begin(make_table(date="2026-05-10", ordinal=2)))[0].public_id
    for places in ([f"99:{items(minutes)[0].public_id}"], [f"1:{other}"], ["1:nothing"]):
        with pytest.raises(Absent):
            take_in(LAYLA, minutes=minutes, document=document, edition=1, places=places)


def test_taken_from_what_not_all_may_see_they_are_not_released_to_all() -> None:
    minutes = begin(make_table())
    take(minutes, make_document(LAYLA, SPEECH, "QAT", "SEC", level="OFFICIAL"))
    with pytest.raises(Problem, match="released"):
        circulate(minutes)
    circulate(minutes, "QAT", "SEC")
    assert len(items(minutes, RASHID)[0].sources) == 2
