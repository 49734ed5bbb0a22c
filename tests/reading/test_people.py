"""People with their offices: titles, appositions on both sides, names of many forms, and words that are no names."""

from __future__ import annotations

import pytest

from mithaq.reading.page import Page
from mithaq.reading.parties import find_parties
from mithaq.reading.people import find_people


def people(text: str) -> list[tuple[str, str | None, str | None]]:
    page = Page(text)
    return [(person.name, person.position, person.party) for person in find_people(page, find_parties(page))]


ARABIC = [
    ("وأكد سعادة الدكتور راشد بن سالم الكعبي، الأمين العام لوزارة الخارجية في كلمة ألقاها أن",
     [("راشد بن سالم الكعبي", "الأمين العام لوزارة الخارجية", None)]),
    ("وأكد الأمين العام لوزارة الخارجية القطرية راشد بن سالم الكعبي في كلمة الافتتاح",
     [("راشد بن سالم الكعبي", "الأمين العام لوزارة الخارجية القطرية", "QAT")]),
    ("من جهته قال ميشيل دو لاروش، مساعد الأمين العام للتحديات الأمنية الناشئة في حلف شمال الأطلسي \"لقد\"",
     [("ميشيل دو لاروش", "مساعد الأمين العام للتحديات الأمنية الناشئة في حلف شمال الأطلسي", "NATO")]),
    ("سعادة الشيخ ناصر بن حمد آل غانم سفير دولة قطر لدى مملكة بلجيكا، ورئيس بعثة دولة قطر لدى الاتحاد الأوروبي، أن",
     [("ناصر بن حمد آل غانم", "سفير دولة قطر لدى مملكة بلجيكا، ورئيس بعثة دولة قطر لدى الاتحاد الأوروبي", "QAT")]),
    ("اقترح نائب الأمين العام لحلف الناتو، السفير ماركو بيليني، النظر في الأمر",
     [("ماركو بيليني", "نائب الأمين العام لحلف الناتو", "NATO")]),
    ("قال الأمين العام للحلف، يوهان كارلسن، إن حلف شمال الأطلسي",
     [("يوهان كارلسن", "الأمين العام للحلف", None)]),
    ("حلف الناتو. يلقي الأمين العام للحلف يوهان كارلسن كلمة في الاجتماع", [("يوهان كارلسن", "الأمين العام للحلف", "NATO")]),
    ("استقبل صاحب السمو الملكي الأمير فهد بن تركي بن عبدالعزيز ولي العهد رئيس مجلس الوزراء الوفد",
     [("فهد بن تركي بن عبدالعزيز", "ولي العهد رئيس مجلس الوزراء", None)]),
    ("ترأس الوفد سعادة السيد سلطان بن سعد المهيري وزير الدولة للشؤون الخارجية",
     [("سلطان بن سعد المهيري", "وزير الدولة للشؤون الخارجية", None)]),
    ("بمشاركة وزير خارجية البحرين الدكتور سعد بن راشد العلي، ووزير خارجية الكويت بدر علي الفهد.",
     [("سعد بن راشد العلي", "وزير خارجية البحرين", "BHR"), ("بدر علي الفهد", "وزير خارجية الكويت", "KWT")]),
    ("صرح المتحدث باسم وزارة الخارجية الأمريكية جون ميلر بأن", [("جون ميلر", "المتحدث باسم وزارة الخارجية الأمريكية", "USA")]),
    ("وقع المذكرة اللواء الركن سعيد حمد النعيمي، والعميد بحري فارس بن سليمان النملة",
     [("سعيد حمد النعيمي", "اللواء", None), ("فارس بن سليمان النملة", "العميد", None)]),
    ("اتهم مندوب فرنسا الدائم لدى الأمم المتحدة فرانسوا ديلور نظام الحكم",
     [("فرانسوا ديلور", "مندوب فرنسا الدائم لدى الأمم المتحدة", "FRA")]),
    ("دعا رئيس اللجنة العسكرية للناتو الأدميرال روب باكر الأطراف إلى",
     [("روب باكر", "رئيس اللجنة العسكرية للناتو", "NATO")]),
    ("والمستشار بمكتب سمو وزير الداخلية الدكتور سعود المصيلحي", [("سعود المصيلحي", "المستشار بمكتب سمو وزير الداخلية", None)]),
    ("قاسم البدوي وزير الداخلية في الجمهورية التونسية", [("قاسم البدوي", "وزير الداخلية في الجمهورية التونسية", "TUN")]),
    ("الدوحة - قنا: أكد وزير الدفاع خالد بن محمد العطية أن", [("خالد بن محمد العطية", "وزير الدفاع", "QAT")]),
    ("إياد بن أمين الحسني الأمين العام لمنظمة التعاون الإسلامي", [("إياد بن أمين الحسني", "الأمين العام لمنظمة التعاون الإسلامي", "OIC")]),
]  # fmt: skip
ENGLISH = [
    ("President Robert R. Miller, Jr. today joined leaders of the United States.", [("Robert R. Miller, Jr.", "President", "USA")]),
    ("NATO Secretary-General Johan Karlsen delivers a speech.", [("Johan Karlsen", "NATO Secretary-General", "NATO")]),
    ("co-chaired by Minister Anna Bell and Indonesian Foreign Minister Sri Hartati of the group",
     [("Anna Bell", "Minister", None), ("Sri Hartati", "Indonesian Foreign Minister", "IDN")]),
    ("thanks His Highness Sheikh Rashid bin Salem Al Kaabi, President of the UAE, for his leadership",
     [("Rashid bin Salem Al Kaabi", "President of the UAE", "ARE")]),
    ("Carlos Ortega, NATO's Special Representative for the Southern Neighbourhood, opened it.",
     [("Carlos Ortega", "NATO's Special Representative for the Southern Neighbourhood", "NATO")]),
    ("met the Deputy Prime Minister and Minister of State for Defence Affairs Sheikh Saud bin Ali Al Ghanim.",
     [("Saud bin Ali Al Ghanim", "Deputy Prime Minister and Minister of State for Defence Affairs", None)]),
    ("the Commander of U.S. Central Command, General Mark Erik Stone, visited", [("Mark Erik Stone", "Commander of U.S. Central Command", None)]),
    ("acting NATO spokesman Dylan White said", [("Dylan White", "acting NATO spokesman", "NATO")]),
    ("the Amir of the State of Kuwait, H.H. Sheikh Fahad Al-Ahmad Al-Salem.", [("Fahad Al-Ahmad Al-Salem", "Amir of the State of Kuwait", "KWT")]),
    ("led by Minister Hale, played a role", [("Hale", "Minister", None)]),
]  # fmt: skip
NOBODY = [
    "رئيس الوزراء يفتتح المؤتمر ووزير الخارجية يؤكد أهمية الشراكة",
    "اجتماع الأمين العام مع وزراء الخارجية في شرم الشيخ",
    "أكد رئيس الوفد ضرورة تعزيز التعاون",
    "خطة مساعدة العراق على إصلاح قواته وفريق لتدريب القوات",
    "المقرر عقدها يومي 6 و7 ديسمبر المقبل",
    "رافق وزير الداخلية وفد رسمي كبير",
    "سيلتقي أمير البلاد الرئيس الفرنسي",
    "The Secretary General and NATO Ambassadors met the President's Cabinet.",
    "The Foreign Ministers Meeting and the Prime Minister's Office",
]


@pytest.mark.parametrize(("text", "expected"), ARABIC + ENGLISH)
def test_people_and_offices(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert people(text) == []


def test_a_person_is_found_once_by_the_fullest_name() -> None:
    text = "وصل الوزير راشد الكعبي. وقال وزير الخارجية القطري راشد بن سالم الكعبي. وأضاف الوزير الكعبي."
    assert people(text) == [("راشد بن سالم الكعبي", "وزير الخارجية القطري", "QAT")]


def test_two_people_of_one_family_are_two() -> None:
    text = "سمو الأمير فهد بن تركي بن عبدالعزيز آل غانم. وسمو الأمير تركي بن عبدالعزيز آل غانم."
    assert [name for name, *_ in people(text)] == ["فهد بن تركي بن عبدالعزيز آل غانم", "تركي بن عبدالعزيز آل غانم"]
