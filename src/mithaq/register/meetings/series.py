"""The names of the series that the reader tells apart, so that what it reads can be filed before anybody names a series."""

from __future__ import annotations

from mithaq.core.words import Bilingual

READ_SERIES = {
    "icg": Bilingual(
        "المجموعة الاستشارية لمبادرة إسطنبول للتعاون", "Advisory Group of the Istanbul Cooperation Initiative"
    ),
    "nac": Bilingual("مجلس حلف شمال الأطلسي", "North Atlantic Council"),
    "nac_ici": Bilingual("مجلس حلف شمال الأطلسي ودول المبادرة", "North Atlantic Council with the initiative's states"),
    "summit": Bilingual("القمم", "Summits"),
    "ministerial": Bilingual("الاجتماعات الوزارية", "Ministerial meetings"),
    "ministerial_council": Bilingual("المجالس الوزارية", "Ministerial councils"),
    "conference": Bilingual("المؤتمرات", "Conferences"),
    "bilateral": Bilingual("اللقاءات الثنائية", "Bilateral talks"),
    "visit": Bilingual("الزيارات", "Visits"),
    "committee": Bilingual("اللجان وفرق العمل", "Committees and working groups"),
    "workshop": Bilingual("حلقات العمل", "Workshops"),
    "course": Bilingual("الدورات", "Courses"),
    "exercise": Bilingual("التمارين", "Exercises"),
    "ceremony": Bilingual("المراسم", "Ceremonies"),
    "other": Bilingual("اجتماعات أخرى", "Other meetings"),
}
