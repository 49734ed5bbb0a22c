"""Parties: names only, the longest one, never inside the name of another body."""

from __future__ import annotations

import pytest

from mithaq.reading.page import Page
from mithaq.reading.parties import find_parties


def parties(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.party) for found in find_parties(Page(text))]


NAMES = [
    ("سفير دولة قطر لدى مملكة بلجيكا", [("دولة قطر", "QAT"), ("مملكة بلجيكا", "BEL")]),
    ("حلف شمال الأطلسي (الناتو )", [("حلف شمال الأطلسي", "NATO"), ("الناتو", "NATO")]),
    ('سفراء دول حلف "الناتو" ومنظمة (أوبك)', [('حلف "الناتو"', "NATO"), ("منظمة (أوبك)", "OPEC")]),
    ('أطلقت "مبادرة إسطنبول" للتعاون', [('"مبادرة إسطنبول" للتعاون', "ICI")]),
    ("مبادرة استانبول للتعاون ومبادرة اسطنبول", [("مبادرة استانبول للتعاون", "ICI"), ("مبادرة اسطنبول", "ICI")]),
    ("مجلس حلف شمال الأطلسي", [("مجلس حلف شمال الأطلسي", "NAC")]),
    ("المركز الإقليمي لحلف الناتو (الناتو) ومبادرة إسطنبول للتعاون بالكويت",
     [("المركز الإقليمي لحلف الناتو (الناتو) ومبادرة إسطنبول للتعاون", "NATO-ICI-RC"), ("الكويت", "KWT")]),
    ("للسعودية وللإمارات وللأمم المتحدة ولدولة قطر",
     [("للسعودية", "SAU"), ("للإمارات", "ARE"), ("للأمم المتحدة", "UN"), ("دولة قطر", "QAT")]),
    ("البحرين والكويت وقطر وبعُمان", [("البحرين", "BHR"), ("الكويت", "KWT"), ("قطر", "QAT"), ("عُمان", "OMN")]),
    ("الجامعة العربية والاتحاد الإفريقي ورابطة (آسيان)",
     [("الجامعة العربية", "LAS"), ("الاتحاد الإفريقي", "AU"), ("رابطة (آسيان)", "ASEAN")]),
    ("اتحاد غرف دول مجلس التعاون الخليجي", [("اتحاد غرف دول مجلس التعاون الخليجي", "FGCCC")]),
    ("الجمهورية التشيكية وجمهورية ألبانيا", [("الجمهورية التشيكية", "CZE"), ("جمهورية ألبانيا", "ALB")]),
    ("مالي والنيجر وتشاد", [("مالي", "MLI"), ("النيجر", "NER"), ("تشاد", "TCD")]),
    ("مجموعة (5+1) وأوبك بلس", [("مجموعة (5+1)", "P5+1"), ("أوبك بلس", "OPEC+")]),
    ("the U.S.-ASEAN Summit and the Republic of Türkiye",
     [("U.S.", "USA"), ("ASEAN", "ASEAN"), ("Republic of Türkiye", "TUR")]),
    ("the Association\nof Southeast Asian Nations", [("Association\nof Southeast Asian Nations", "ASEAN")]),
    ("the State of Kuwait and the NATO-ICI Regional Centre", [("State of Kuwait", "KWT"), ("NATO-ICI Regional Centre", "NATO-ICI-RC")]),
    ("Kuwait's ambassador to the EU and NATO", [("Kuwait", "KWT"), ("EU", "EU"), ("NATO", "NATO")]),
    ("قَطَــر و\u200fالكويت\u00a0والإماراتُ", [("قَطَــر", "QAT"), ("الكويت", "KWT"), ("الإماراتُ", "ARE")]),
]  # fmt: skip
NOT_NAMES = [
    "الوزير القطري والوفد العماني والحلف والمجلس والمنظمة والمملكة",
    "دول الخليج والمغرب العربي وبلاد المغرب الإسلامي",
    "مدينة الكويت وتونس العاصمة",
    "بنك الكويت المركزي وجامعة البحرين وطيران الإمارات وقطر للطاقة",
    "بحر عمان ونهر الأردن وبحر الصين الجنوبي",
    "الدعم المالي وتقرير مالي",
    "القوات السعودية والحكومة السعودية",
    "مجلس الأمن القومي ومجلس الأمن الوطني",
    "تنظيم الدولة الإسلامية في العراق والشام",
    "أمريكا اللاتينية وأمريكا الشمالية",
    "Qatar Airways, the University of Bahrain, Kuwait City and the Gulf of Oman",
    "join us; who agreed; the alliance; American officials",
    "US$ 5 million",
    "قطرات المطر ومصرع شخص",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert parties(text) == expected


@pytest.mark.parametrize("text", NOT_NAMES)
def test_what_is_no_name_of_a_party(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شاركت عمان في الاجتماع", True),
        ("سلطنة عمان", True),
        ("وصل إلى عُمان", True),
        ("وصل إلى عمّان", False),
        ("في العاصمة الأردنية عمان", False),
        ("استقبل الوزير الأردني ضيفه في عمان", False),
        ("زار الوزير الأردني مسقط، ثم شكر لعمان ضيافتها", True),
    ],
)
def test_oman_is_told_from_amman(text: str, found: bool) -> None:
    assert ("OMN" in [party for _, party in parties(text)]) is found


def test_saudi_arabia_is_told_from_its_adjective() -> None:
    assert parties("أعلنت السعودية والإمارات") == [("السعودية", "SAU"), ("الإمارات", "ARE")]
    assert parties("القوات القطرية والسعودية") == []
    assert parties("التقى وزيرا خارجية قطر والسعودية") == [("قطر", "QAT"), ("السعودية", "SAU")]
