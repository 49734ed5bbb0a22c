"""One progress report in each language, with everything a paper can hold."""

from __future__ import annotations

from mithaq.papers.bidi import Language
from mithaq.papers.report import Bullets, Cite, Facts, Heading, Paper, Paragraph, Quote, Run, Table

COMMUNIQUE = Cite(1, "بيان الاجتماع الوزاري، 12 مارس 2025، الفقرة 4 (REC-2019-014)", "https://example.org/d/7f3a/4")
MINUTES = Cite(2, "Minutes of the advisory meeting, paragraph 12.")

TITLE = {"ar": "تقرير التقدم في التعاون بين أعضاء المبادرة", "en": "Progress of cooperation among the members"}
SENTENCE = {
    "ar": "توصي اللجنة بإنشاء فريق عمل مشترك يجتمع مرتين سنوياً ويُقدِّم تقريراً إلى الأطراف.",
    "en": "The Committee recommends that training centres share their catalogues.",
}
LABEL = {"ar": "للأطراف: البحرين والكويت وقطر والأمانة", "en": "Releasable to: Bahrain, Kuwait, Qatar, Secretariat"}

_ARABIC = (
    Heading("خلاصة"),
    Paragraph(
        (
            Run("قُبلت التوصية 2026-014 في اجتماع الكويت.", cites=(COMMUNIQUE,)),
            Run(" بلغ الإنجاز 62.5% وارتفع المشاركون من 5–10 إلى 15–20 في عام 2024.", cites=(COMMUNIQUE, MINUTES)),
            Run(" ويبقى "),
            Run("إجراءان متأخران", bold=True),
            Run(" في الدفاع السيبراني (Cyber Defence).", cites=(MINUTES,)),
        )
    ),
    Quote(SENTENCE["ar"], "ar", "بيان الكويت، الفقرة 4", (COMMUNIQUE,)),
    Quote(SENTENCE["en"], "en", "", (MINUTES,)),
    Heading("الإجراءات", 2),
    Table(
        ("المرجع", "الإجراء", "الإنجاز"),
        tuple((f"ACT-2026-{n:03}", "إعداد دليل مشترك للاستجابة", f"{n}%") for n in range(1, 41)),
        (1, 3, 1),
    ),
    Facts((("المالك", "بعثة دولة الكويت"), ("الاسم", "Joint handbook, second edition."))),
    Bullets(("عقد الاجتماع الخامس.", (Run("مراجعة البند 3.2.", cites=(MINUTES,)),))),
)
_ENGLISH = (
    Heading("Summary"),
    Paragraph((Run("Recommendation 2026-014 was accepted.", cites=(COMMUNIQUE,)), Run(" It is «التوصية» 2026-014."))),
    Quote(SENTENCE["ar"], "ar", "Kuwait communiqué", (COMMUNIQUE,)),
    Quote(SENTENCE["en"], "en", "", (MINUTES,)),
    Table(("Reference", "Action"), (("ACT-2026-001", "إعداد دليل مشترك."), ("ACT-2026-002", "Prepare it."))),
    Facts((("Owner", "Mission of Kuwait"),)),
    Bullets(("The fifth meeting, 15–17 February 2027.",)),
)


def progress(language: Language) -> Paper:
    """The progress report of the tests: citations, both scripts, a table over two pages."""
    return Paper(
        title=TITLE[language],
        subtitle="مبادرة إسطنبول للتعاون (ICI)",
        language=language,
        label=LABEL[language],
        date_line="2026-11-25",
        blocks=_ARABIC if language == "ar" else _ENGLISH,
        footer="RPT-2026-007",
    )
