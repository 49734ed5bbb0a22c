"""How agencies, communiqués and readouts say things, beyond the plain verb with its plain subject."""

import pytest

from mithaq.reading.reader import read


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "قال القائم بالأعمال سالم الكعبي إن العمل مستمر. وأوضح القائم بالأعمال أن الدورة المقبلة قريبة.",
            "سالم الكعبي",
        ),
        (
            "ألقت معالي الدكتورة نورة الكعبي، وزيرة الثقافة، كلمة. وأكدت معالي الوزيرة أن التراث مسؤولية الجميع.",
            "نورة الكعبي",
        ),
        (
            "قال الوزير سعد الهاجري إن العمل مستمر. وأضاف، وفقا لوكالة الأنباء، أن التعاون قائم.",
            "سعد الهاجري",
        ),
        (
            "تحدث الشيخ محمد صباح السالم الصباح في البداية. وأوضح الدكتور محمد السالم أن جدول الأعمال حافل.",
            "محمد صباح السالم الصباح",
        ),
        ("زار الشيخ فهد بن حمد الجابر مقر الحلف. وأكد الشيخ فهد أن الشراكة راسخة.", "فهد بن حمد الجابر"),
        (
            "Sheikh Fahad bin Hamad Al Jaber arrived on Monday. Sheikh Fahad said that trust comes first.",
            "Fahad bin Hamad Al Jaber",
        ),
        (
            "Secretary of State Mark Rowe called Foreign Minister Omar Haddad to reaffirm the partnership of both armies.",
            "Mark Rowe",
        ),
        (
            "The EU and GCC Ministers stressed the weight of this partnership in a changing world.",
            "EU and GCC Ministers",
        ),
        (
            "Ambassador Jasem Al Rashed spoke first. “We need more of this,” he said. Al-Rashed noted that time was short.",
            "Jasem Al Rashed",
        ),
    ],
)
def test_who_speaks_last(text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وأقر الوزراء إنشاء مركز مشترك على أن يتولى المجلس تشغيله.",
        "وذكرت وكالة الأنباء العمانية أن الوفد وصل مساء.",
        "وأعرب الوزير سعد الهاجري عن الشكر لحكومة المملكة.",
        "The two leaders discussed trade, Reuters reported.",
        "The Minister expressed his high appreciation for the host country.",
        "Ministers acknowledged the steep rise in prices.",
    ],
)
def test_what_nobody_said(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("وقال الوزير سعد الهاجري إن الكويت وقطر اتفقتا على إنشاء مركز مشترك.", "decision", "KWT+QAT"),
        ("الاتحاد الأوروبي يخصص 5 مليارات يورو للاجئين.", "pledge", "EU"),
        ("أكد وزير الدفاع أن الكويت لن تقف مكتوفة الأيدي.", "pledge", "KWT"),
        ("الكويت تدعو الجامعة العربية إلى عقد اجتماع.", "call", "KWT"),
        ("The United States is prepared to work with all sides on this.", "pledge", "USA"),
        ("The leaders of ASEAN and the GCC pledged closer cooperation on energy.", "pledge", "ASEAN+GCC"),
    ],
)
def test_who_binds_whom(text: str, kind: str, by: str) -> None:
    (commitment,) = read(text).commitments
    assert (commitment.type, commitment.by) == (kind, by)


@pytest.mark.parametrize(
    "text",
    [
        "Both sides agreed that there is only a political way to the peace they seek.",
        "I hope our talk will be a good one.",
        "We will spend the evening talking about old times.",
        "She came back to pledges made at the conference.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert read(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("الدوحة - قنا: عقد مجلس حلف شمال الأطلسي اجتماعا مع دول مبادرة إسطنبول للتعاون.", ("nac_ici", None, "Doha", "QAT")),
        ("تعقد الدورة ال(88) للمجلس الوزاري لمجلس التعاون بمحافظة جدة.", ("ministerial_council", 88, "Jeddah", "SAU")),
        ("انطلق مؤتمر الأطراف في اتفاقية المناخ COP31 في دبي.", ("conference", 31, "Dubai", "ARE")),
        ("عقد مجلس الجامعة العربية اجتماعا على مستوى المندوبين الدائمين في القاهرة.", ("other", None, "Cairo", "EGY")),
        ("تخرج الضباط في الدورة الـ 12 بكلية الدفاع في روما.", ("course", 12, "Rome", "ITA")),
        ("خلال مجلس الجامعة على مستوى القمة الدورة العادية (40) في جدة.", ("summit", 40, "Jeddah", "SAU")),
        ("Heads of State met in Muscat.", ("summit", None, "Muscat", "OMN")),
        ("The 9th GCC-EU Joint Council (hereafter “Joint Council”) meeting was held in Muscat.", ("ministerial", 9, "Muscat", "OMN")),
    ],
)  # fmt: skip
def test_which_meeting(text: str, slots: tuple[str, int | None, str, str]) -> None:
    (meeting,) = read(text).meetings
    assert (meeting.series, meeting.ordinal, meeting.city, meeting.country) == slots


def test_a_call_is_not_where_the_report_is_dated_from() -> None:
    (meeting,) = read("واشنطن - كونا: تلقى الوزير اليوم اتصالا هاتفيا من نظيره.", published="2024-05-01").meetings
    assert meeting.city is None


def test_a_day_beside_the_meeting_is_another_matters() -> None:
    text = "The summit was held in Riyadh on 5 May 2023. The summit also welcomed the bid for the Games of 2034."
    (meeting,) = read(text).meetings
    assert meeting.date == "2023-05-05"


@pytest.mark.parametrize(
    ("text", "name", "position"),
    [
        (
            "قال رئيس اللجنة الوطنية لحظر الأسلحة اللواء الركن خالد بن سعد المري إن العمل مستمر.",
            "خالد بن سعد المري",
            "رئيس اللجنة الوطنية لحظر الأسلحة",
        ),
        ("ويرأس سعود بن فهد، وفد المملكة.", "سعود بن فهد", None),
        (
            "It was opened by the Crown Prince of Abu Dhabi, Sheikh Saeed bin Hamad Al Falasi.",
            "Saeed bin Hamad Al Falasi",
            "Crown Prince of Abu Dhabi",
        ),
        ("Pentagon Press Secretary Carl Mason spoke.", "Carl Mason", "Pentagon Press Secretary"),
    ],
)
def test_names_and_offices(text: str, name: str, position: str | None) -> None:
    (person,) = read(text).people
    assert (person.name, person.position) == (name, position)


def test_a_university_is_not_whom_it_is_named_after() -> None:
    assert read("وقعت جامعة سعود بن فهد الاتفاقية.").people == ()


def test_a_clause_without_an_area_of_its_own_is_about_what_the_document_is() -> None:
    text = "تدهور أمن المنافذ البحرية. الأمن البحري أولوية. الأمن البحري مسؤولية.\nقررت الدول عقد لقاء آخر."
    assert read(text).commitments[-1].area == ("maritime",)


def test_the_fifteenth_course_is_not_fifteen_of_them() -> None:
    assert read("اختتمت الدورة الـ 15 للتعاون الدولي.").figures == ()


def test_what_a_meeting_discussed_is_what_it_is_about() -> None:
    assert read("They reviewed maritime security and the fight against piracy.").areas == ("maritime", "piracy")
