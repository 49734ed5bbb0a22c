"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from mithaq.reading.page import Page


def sentences(text: str, language: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in Page(text, language=language).sentences]


ARABIC = [
    ("اختتم الاجتماع أعماله. وصدر بيان.", ["اختتم الاجتماع أعماله.", "وصدر بيان."]),
    ("عنوان الخبر\nاختتم الاجتماع أعماله", ["عنوان الخبر", "اختتم الاجتماع أعماله"]),
    ("هل ينجح الحوار؟ نعم! ثم ماذا…", ["هل ينجح الحوار؟", "نعم!", "ثم ماذا…"]),
    ('قال: "هذا قرارنا." ثم غادر.', ['قال: "هذا قرارنا."', "ثم غادر."]),
    ("وقال «نريد السلام.» وأضاف", ["وقال «نريد السلام.»", "وأضاف"]),
    ("قرر المجلس ما يلي.. وبدأ التنفيذ.", ["قرر المجلس ما يلي.. وبدأ التنفيذ."]),
    ("بحث الجانبان ملفات عدة..\nوانتهى اللقاء", ["بحث الجانبان ملفات عدة..", "وانتهى اللقاء"]),
    ("قال د. سالم الكعبي إن النسبة بلغت 6.5 بالمئة.", ["قال د. سالم الكعبي إن النسبة بلغت 6.5 بالمئة."]),
    ("اجتماع\n***\n\n---\nبيان", ["اجتماع", "بيان"]),
    ("أكد ذلك ، .\nثم", ["أكد ذلك ، .", "ثم"]),
]
ENGLISH = [
    ("The ministers\nmet today. They agreed.", ["The ministers\nmet today.", "They agreed."]),
    ("Joint Statement\n\nThe ministers met.", ["Joint Statement", "The ministers met."]),
    ("The U.S. delegation met Gen. Smith on Jan. 5.", ["The U.S. delegation met Gen. Smith on Jan. 5."]),
    ("President John A. Smith, Jr. spoke.", ["President John A. Smith, Jr. spoke."]),
    ('"We agreed." He left.', ['"We agreed."', "He left."]),
    ("Topics:\n• cyber\n• energy", ["Topics:", "• cyber", "• energy"]),
    ("It rose 4.5 percent (see Fig. 2). Good.", ["It rose 4.5 percent (see Fig. 2).", "Good."]),
]


@pytest.mark.parametrize(("text", "expected"), ARABIC)
def test_arabic_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text, "ar") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text, "en") == expected
