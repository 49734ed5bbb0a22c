"""What a document is about."""

from __future__ import annotations

import pytest

from mithaq.reading.areas import areas_of, cues
from mithaq.reading.page import Page
from mithaq.reading.reader import read

CUES = [
    ("مكافحة الإرهاب والتطرف", ("counter_terrorism", "extremism")),
    ("وللأمن السيبراني وحرية الملاحة", ("cyber", "maritime")),
    ("أمن الحدود وتهريب المخدرات", ("border", "trafficking")),
    ("انتشار أسلحة الدمار الشامل والصواريخ الباليستية", ("wmd_cbrn", "missiles")),
    ("الطاقة المتجددة وتغير المناخ", ("energy", "climate")),
    ("إصلاح قطاع الأمن وتبادل المعلومات", ("sector_reform", "intelligence_sharing")),
    ("الدبلوماسية العامة والتشغيل البيني", ("public_diplomacy", "interoperability")),
    ("cyber defence, energy security and climate change", ("cyber", "energy", "climate")),
    ("refugees, food security and public health", ("displacement", "food_security", "health")),
    ("joint exercises and crisis management", ("exercises", "crisis_management")),
]


@pytest.mark.parametrize(("text", "areas"), CUES)
def test_words_of_an_area(text: str, areas: tuple[str, ...]) -> None:
    assert cues(Page(text), 0, len(text)) == areas


@pytest.mark.parametrize(
    "text",
    [
        "وزير الدفاع",
        "دول مجلس التعاون",
        "البريد الإلكتروني",
        "the Defence Minister",
        "Gulf Cooperation Council",
        "exercise restraint",
    ],
)
def test_names_of_offices_and_organisations_are_no_area(text: str) -> None:
    assert cues(Page(text), 0, len(text)) == ()


def test_a_general_word_counts_only_where_nothing_says_it_better() -> None:
    text = "تعزيز الشراكة في مجال الأمن البحري"
    page = Page(text)
    assert areas_of(page, (0, len(text)), (0, len(text))) == ("maritime",)
    assert areas_of(page, (0, 14), (0, 14)) == ("political_dialogue",)


def test_a_document_holds_the_areas_of_its_commitments_and_statements_and_of_lists() -> None:
    text = (
        "وحث حلف الناتو شركاءه على تأمين الملاحة. وقال السفير ناصر العتيبي إن الأمن الغذائي أولوية. "
        "وتشمل المجالات الطاقة والصحة والبيئة. وفي المدينة شركة لتجارة السيارات."
    )
    assert set(read(text).areas) == {"maritime", "food_security", "energy", "health", "environment"}
