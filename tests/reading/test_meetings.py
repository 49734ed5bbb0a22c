"""Which meetings a text tells of: series, ordinal, date, place."""

from __future__ import annotations

import pytest

from mithaq.reading.reader import read

Slots = tuple[str, int | None, str | None, str | None, str | None]

FOUND: list[tuple[str, list[Slots]]] = [
    (
        "اختتمت في المنامة أمس أعمال الاجتماع الرابع للمجموعة الاستشارية لمبادرة إسطنبول للتعاون.",
        [("icg", 4, "2024-05-19", "Manama", "BHR")],
    ),
    (
        "عقد مجلس حلف شمال الأطلسي اجتماعا مع شركاء المبادرة في الكويت يوم 16 ديسمبر 2019.",
        [("nac_ici", None, "2019-12-16", None, "KWT")],
    ),
    ("وعقد المجلس الوزاري دورته الثامنة والثلاثين في جدة.", [("ministerial_council", 38, None, "Jeddah", "SAU")]),
    ("استضافت مدينة مراكش المؤتمر الوزاري السابع في مايو 2022.", [("conference", 7, "2022-05", "Marrakesh", "MAR")]),
    ("وكانت قمة لشبونة قد أقرت المفهوم الاستراتيجي.", [("summit", None, None, "Lisbon", "PRT")]),
    ("وتستضيف الدوحة القمة العربية الثالثة والثلاثين العام المقبل.", [("summit", 33, "2025", "Doha", "QAT")]),
    ("انطلقت في مسقط اليوم ورشة عمل حول الأمن البحري.", [("workshop", None, "2024-05-20", "Muscat", "OMN")]),
    ("وينفذ تمرين درع الصحراء في السعودية خلال مارس المقبل.", [("exercise", None, "2025-03", None, "SAU")]),
    ("وقام الأمين العام بزيارة إلى الكويت في يناير 2017.", [("visit", None, "2017-01", None, "KWT")]),
    (
        "استقبل الشيخ فهد الدوسري في الرياض اليوم السفير ناصر العتيبي.",
        [("bilateral", None, "2024-05-20", "Riyadh", "SAU")],
    ),
    ("عقدت لجنة الأمن السيبراني اجتماعها الخامس في أبوظبي.", [("committee", 5, None, "Abu Dhabi", "ARE")]),
    ("NATO leaders met at the Vilnius Summit in July 2023.", [("summit", None, "2023-07", "Vilnius", "LTU")]),
    (
        "The Third ASEAN-GCC Ministerial Meeting was held in Muscat on 4 March 2024.",
        [("ministerial", 3, "2024-03-04", "Muscat", "OMN")],
    ),
    ("The United Arab Emirates hosted COP28 in 2023.", [("conference", 28, "2023", None, "ARE")]),
    (
        "The Advisory Group of the Istanbul Cooperation Initiative held its 5th meeting in Rome.",
        [("icg", 5, None, "Rome", "ITA")],
    ),
    (
        "Minister Omar Saleh met today with Ambassador Laura Hensley in Brussels.",
        [("bilateral", None, "2024-05-20", "Brussels", "BEL")],
    ),
]

NOT_FOUND = [
    "وقال في مؤتمر صحفي بالدوحة اليوم إن العمل مستمر.",
    "وتعقد الاجتماعات بصفة دورية.",
    "والحوار السياسي بين الجانبين قائم.",
    "وتنعكس الأوضاع الاجتماعية في اليمن على المنطقة.",
    "He spoke at a press conference in Brussels on Monday.",
    "Regular meetings are useful.",
    "All parties should exercise restraint in Libya.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_meeting_with_its_slots(text: str, expected: list[Slots]) -> None:
    meetings = read(text, published="2024-05-20").meetings
    assert [(m.series, m.ordinal, m.date, m.city, m.country) for m in meetings] == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_press_conferences_and_meetings_in_general_are_none(text: str) -> None:
    assert read(text, published="2024-05-20").meetings == ()


def test_one_entry_a_meeting_however_often_it_is_mentioned() -> None:
    text = (
        "انطلق في الدوحة اليوم المؤتمر الثاني للأمن البحري. ويناقش المؤتمر قضايا الملاحة. "
        "وقال الوزير سعد الهاجري إن المؤتمر فرصة للحوار."
    )
    (meeting,) = read(text, published="2024-05-20").meetings
    assert (meeting.ordinal, meeting.date, meeting.city) == (2, "2024-05-20", "Doha")


def test_meetings_of_one_series_are_told_apart() -> None:
    text = "عقد الاجتماع الأول للمجموعة الاستشارية في إسطنبول في نوفمبر 2014، ثم عقد الثاني بالكويت في ديسمبر 2015."
    meetings = read(text).meetings
    assert [(m.series, m.ordinal, m.date, m.city, m.country) for m in meetings] == [
        ("icg", 1, "2014-11", "Istanbul", "TUR"),
        ("icg", 2, "2015-12", None, "KWT"),
    ]


def test_the_evidence_names_the_meeting() -> None:
    text = "The Third ASEAN-GCC Ministerial Meeting was held in Muscat."
    (meeting,) = read(text).meetings
    assert "Ministerial Meeting" in text[slice(*meeting.evidence)]
