"""What was said and by whom, in sentences of the genre."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.core.text import fold
from mithaq.reading.findings import Statement
from mithaq.reading.reader import read

SAID = [
    # after أن, with a speaker of its own
    (
        "وأكد معالي الدكتور سالم بن راشد الكعبي وزير الدولة أن الشراكة مع الحلف دخلت مرحلة جديدة.",
        [("سالم بن راشد الكعبي", "الشراكة مع الحلف دخلت مرحلة جديدة")],
    ),
    # the same speaker goes on, and says a second thing in the sentence
    (
        "قال السفير ناصر العتيبي إن المركز درب مئات الضباط. وأضاف أن البرنامج سيتوسع، مشيرا إلى أن الطلب عليه كبير.",
        [
            ("ناصر العتيبي", "المركز درب مئات الضباط"),
            ("ناصر العتيبي", "البرنامج سيتوسع"),
            ("ناصر العتيبي", "الطلب عليه كبير"),
        ],
    ),
    # a title stands for the name
    (
        "استقبل سعادة الشيخ فهد الدوسري وفدا من الحلف. وأوضح سعادته أن الزيارة جاءت في وقتها.",
        [("فهد الدوسري", "الزيارة جاءت في وقتها")],
    ),
    # a noun phrase after أكد, شدد على, جدد, أعرب عن
    (
        "أكدت دولة الكويت موقفها الثابت من قضايا المنطقة.",
        [("دولة الكويت", "موقفها الثابت من قضايا المنطقة")],
    ),
    (
        "وشدد الوزير خالد المنصوري خلال اللقاء على عمق العلاقات بين البلدين، معربا عن ارتياحه لمستوى التعاون.",
        [("خالد المنصوري", "عمق العلاقات بين البلدين"), ("خالد المنصوري", "ارتياحه لمستوى التعاون")],
    ),
    (
        "وأعرب الاتحاد الأوروبي عن قلقه من التصعيد في البحر الأحمر.",
        [("الاتحاد الأوروبي", "قلقه من التصعيد في البحر الأحمر")],
    ),
    # quoted; the head noun of an organisation
    (
        'يعمل حلف شمال الأطلسي مع شركائه. وقال الحلف في بيان: "لقد أنجزنا الكثير مع دول الخليج خلال هذا العام".',
        [("حلف شمال الأطلسي", "لقد أنجزنا الكثير مع دول الخليج خلال هذا العام")],
    ),
    # كان before, the verb after its subject
    (
        "وكان الأمين العام لجامعة الدول العربية سامي الحداد أعلن في تصريح سابق أن المشاورات مستمرة.",
        [("سامي الحداد", "المشاورات مستمرة")],
    ),
    # according to
    (
        "ووفقا لوزارة الخارجية القطرية، فإن الحوار يتناول ملفات عدة بين الجانبين.",
        [("وزارة الخارجية القطرية", "الحوار يتناول")],
    ),
    # who told it is not who relayed it
    (
        "ونقلت الوكالة عن الوزير طارق السالم، قوله إن الاتفاقية دخلت حيز التنفيذ.",
        [("طارق السالم", "الاتفاقية دخلت حيز التنفيذ")],
    ),
    # English
    (
        "Ambassador Laura Hensley said the exercise had met its goals. She added that planning for the next one has begun.",
        [("Laura Hensley", "the exercise had met its goals"), ("Laura Hensley", "planning for the next one has begun")],
    ),
    (
        "Secretary General Pieter van Houten underscored the value of the partnership and welcomed new offers of support.",
        [("Pieter van Houten", "the value of the partnership")],
    ),
    (
        '"Our door remains open," said Foreign Minister Karim Haddad after the talks.',
        [("Karim Haddad", "Our door remains open")],
    ),
    (
        "NATO expressed concern about the attacks on shipping, noting that freedom of navigation is at stake.",
        [("NATO", "concern about the attacks on shipping"), ("NATO", "freedom of navigation is at stake")],
    ),
    (
        "According to Minister Omar Saleh, the centre has trained officers from six countries since it opened.",
        [("Omar Saleh", "the centre has trained officers from six countries since it opened")],
    ),
    (
        "The talks had been useful and frank, Ambassador Laura Hensley said on Monday.",
        [("Laura Hensley", "The talks had been useful and frank")],
    ),
]

NOT_SAID = [
    "وأشاد الوزير خالد المنصوري بجهود دولة الكويت في استضافة المركز.",
    "ورحب الأمين العام بانضمام المملكة إلى المبادرة.",
    "وأعرب الوزير خالد المنصوري عن شكره وتقديره لدولة قطر.",
    "يذكر أن المبادرة أطلقت في مدينة إسطنبول.",
    "وإضافة إلى أن الطريق طويل فهو مكلف.",
    "بين الجانبين علاقات قديمة.",
    "We reaffirm our solidarity with the people of the region.",
    "The Secretary General thanked Kuwait and praised its role.",
    "Ministers expressed their deep appreciation to the host country.",
    "The ministers exchanged views on regional issues.",
]


def _told(statements: tuple[Statement, ...], text: str) -> list[tuple[str | None, str]]:
    return [(statement.speaker, text[statement.start : statement.end]) for statement in statements]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_who_said_what(text: str, expected: list[tuple[str, str]]) -> None:
    told = _told(read(text, published="2024-05-20").statements, text)
    assert [
        (speaker, words[: len(said)]) for (speaker, words), (_, said) in zip(told, expected, strict=False)
    ] == expected
    assert len(told) == len(expected)


@pytest.mark.parametrize("text", NOT_SAID)
def test_praise_thanks_and_background_are_no_statements(text: str) -> None:
    assert _told(read(text).statements, text) == []


def test_what_is_quoted_or_told_in_the_first_person_is_direct() -> None:
    direct = read('قال الوزير سعد الهاجري: "نحن مستعدون للعمل مع جميع الشركاء في المنطقة".').statements
    reported = read("قال الوزير سعد الهاجري إن بلاده مستعدة للعمل مع جميع الشركاء.").statements
    assert [statement.direct for statement in (*direct, *reported)] == [True, False]


def test_a_turn_of_a_transcript_is_one_direct_statement() -> None:
    text = "MINISTER SALEH: Thank you all. We had good talks today.\n\nQUESTION: Will there be a summit?\n\nMINISTER SALEH: We hope so."
    told = _told(read(text, language="en").statements, text)
    assert [words for _, words in told] == [
        "Thank you all. We had good talks today",
        "Will there be a summit",
        "We hope so",
    ]
    assert all(statement.direct for statement in read(text, language="en").statements)


def test_a_longer_quotation_goes_on_in_the_next_sentence() -> None:
    text = "“We stand together,” Minister Omar Saleh said. “Nobody is left alone in this effort.”"
    told = _told(read(text).statements, text)
    assert told == [("Omar Saleh", "We stand together"), ("Omar Saleh", "Nobody is left alone in this effort")]


def test_a_headline_quotes_whom_it_names() -> None:
    text = "الوزير سالم الكعبي: الشراكة مع الحلف خيار ثابت\nأكد الوزير سالم الكعبي أن المرحلة دقيقة."
    told = _told(read(text).statements, text)
    assert told[0] == ("سالم الكعبي", "الشراكة مع الحلف خيار ثابت")


def test_spans_are_quoted_from_marked_and_hard_wrapped_text() -> None:
    text = "وأكّـد الوزير\u00a0سعد الهاجري أنّ\u200f التّعاون قائم."
    (statement,) = read(text).statements
    assert text[statement.start : statement.end] == "التّعاون قائم"


@given(st.lists(st.tuples(st.integers(0, 60), st.sampled_from("\u200f\u200e\u0640\u064e\u061c")), max_size=8))
def test_marks_without_words_do_not_change_what_was_said(marks: list[tuple[int, str]]) -> None:
    text = "وأكد الوزير سعد الهاجري أن التعاون قائم بين الجانبين منذ سنوات."
    for place, mark in sorted(marks, reverse=True):
        if text[place : place + 1].isalpha() and text[place - 1 : place].isalpha():
            text = text[:place] + mark + text[place:]
    (statement,) = read(text).statements
    assert fold(text[statement.start : statement.end]).text == "التعاون قايم بين الجانبين منذ سنوات"
    assert fold(statement.speaker or "").text == "سعد الهاجري"


def test_the_same_text_gives_the_same_reading() -> None:
    text = " ".join(text for text, _ in SAID)
    assert read(text, published="2024-05-20") == read(text, published="2024-05-20")
