"""Reports of talks, visits and lists of guests: whom they name, what they tell of, who is quoted in them."""

from __future__ import annotations

import pytest

from mithaq.reading.findings import Meeting
from mithaq.reading.reader import read

Slots = tuple[str, int | None, str | None, str | None, str | None]


def slots(meeting: Meeting) -> Slots:
    return meeting.series, meeting.ordinal, meeting.date, meeting.city, meeting.country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("صرحت الوزيرة ماريا روسيني للصحافيين بأن العمل مستمر.", ["ماريا روسيني"]),
        ("وقال الوزير أنور خليل أبلغ المجلس بالقرار.", ["أنور خليل"]),
        ("استقبل الشيخ سالم بن فهد بمقر الوزارة الوفد.", ["سالم بن فهد"]),
        ("هنأ السفير بدر العازمي بالإنجاز فريقه.", ["بدر العازمي"]),
        ("برئاسة وزير الخارجية المغربي ناصر بوريقة، الذي وصل أمس.", ["ناصر بوريقة"]),
        ("وحضر اللقاء وزير الدولة الدكتور مساعد بن سعد العلي.", ["مساعد بن سعد العلي"]),
        (
            "حضر اللقاء صاحب السمو الأمير فهد بن خالد ولي العهد نائب رئيس مجلس الوزراء وصاحب السمو الأمير تركي بن سعد أمير المنطقة.",
            ["فهد بن خالد", "تركي بن سعد"],
        ),
        ("وصل إلى مطار الملك فهد بن خالد الدولي وفد الوزارة.", []),
        ("The Attorney-General, Senator the Hon Mark Doyle QC spoke.", ["Mark Doyle"]),
        ("His Majesty Sultan Saeed bin Hamad received them.", ["Saeed bin Hamad"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [person.name for person in read(text).people] == names


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (
            "Ahmed Hashil, Head of the GCC and Regional Neighbourliness Department, attended.",
            "Head of the GCC and Regional Neighbourliness Department",
        ),
        (
            "The Indonesian Minister for Political, Legal and Security Affairs Budi Hartono spoke.",
            "Indonesian Minister for Political, Legal and Security Affairs",
        ),
        ("حضر الأمير فهد بن خالد ولي العهد، ووزير الصحة سعد العلي.", "ولي العهد"),
    ],
)
def test_whose_office_it_is(text: str, position: str) -> None:
    assert read(text).people[0].position == position


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وصف رئيس الوزراء، باسل الناصر، الخطة بالمهمة، وقال إن العمل بدأ.", "باسل الناصر"),
        ("وكان كوبلر قال أول من أمس إن المحادثات ستستأنف قريبا.", "كوبلر"),
        ('وقال ل"الاقتصادية" مصدر خليجي، إن الدراسة اكتملت.', "مصدر خليجي"),
        (
            "استقبل رئيس مجلس الوزراء وزير الخارجية فهد بن خالد الوفد. وأكد رئيس مجلس الوزراء وزير الخارجية خلال اللقاء عمق العلاقات.",
            "فهد بن خالد",
        ),
        (
            "استقبل الوزير سالم الكعبي وفدا. وتحدث معاليه عن الأوضاع في اليمن، مشددا على أهمية الحوار.",
            "سالم الكعبي",
        ),
        (
            "قال الوزير سالم الكعبي إن العمل مستمر. وأوضح أنه أطلع الوزير خالد المنصوري على الخطة، مضيفا أن التنفيذ قريب.",
            "سالم الكعبي",
        ),
        (
            "عقد مجلس جامعة الدول العربية دورته. ووفقا لبيان الجامعة؛ يتضمن جدول الأعمال عشرة بنود.",
            "جامعة الدول العربية",
        ),
        (
            "Minister Omar Saleh spoke. Kuwait's ambassador to Belgium said that a talk was held. The meeting discussed energy, he noted.",
            "Kuwait's ambassador to Belgium",
        ),
        ("“We share one goal. We will reach it together,” Minister Omar Saleh said.", "Omar Saleh"),
    ],
)
def test_who_is_speaking(text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "وتعمل اللجنة وفق الممارسات الدولية الصحيحة، وتعد تقريرها السنوي عن ذلك.",
        "ولم يعلن سوى القليل عن البرنامج.",
        "ويتوقع أن يتم البت فيها خلال العام المقبل.",
        "He conveyed the Emir's best wishes to the people of Oman.",
        "Noting the growing challenges in the region, the ministers met again.",
    ],
)
def test_what_is_told_by_nobody(text: str) -> None:
    assert read(text).statements == ()


def test_a_quotation_of_several_sentences_is_one_statement() -> None:
    text = "وأضاف الوزير سالم الكعبي أن «التعاون مهم جدا لنا جميعا. والطريق طويل»."
    (statement,) = read(text).statements
    assert text[statement.start : statement.end] == "التعاون مهم جدا لنا جميعا. والطريق طويل"


def test_a_mark_that_was_never_closed_ends_with_its_sentence() -> None:
    text = 'قال الوزير سالم الكعبي "إن العمل بدأ فعلا منذ أيام. وأضاف الوزير سالم الكعبي "لكننا ما زلنا في أول الطريق".'
    assert [text[one.start : one.end] for one in read(text).statements] == [
        "إن العمل بدأ فعلا منذ أيام",
        "لكننا ما زلنا في أول الطريق",
    ]


def test_what_is_told_within_a_quotation_is_told_on() -> None:
    text = 'قال الوزير سالم الكعبي "إن المركز سيكون حيويا لنا، مشيرا إلى أن العمل فيه بدأ".'
    assert [text[one.start : one.end] for one in read(text).statements] == [
        "إن المركز سيكون حيويا لنا",
        "العمل فيه بدأ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الدوحة 20 - 5 (كونا) -- بحث الوزير سالم الكعبي اليوم مع الوزير خالد المنصوري ملفات المنطقة.",
            [("bilateral", None, "2024-05-20", "Doha", "QAT")],
        ),
        ("افتتح اليوم المركز الإقليمي للتدريب في دولة الكويت.", [("ceremony", None, "2024-05-20", None, "KWT")]),
        (
            "The Minister inaugurated the new embassy in Muscat on Monday.",
            [("ceremony", None, "2024-05-20", "Muscat", "OMN")],
        ),
        (
            "يصل الأمين العام للحلف، يوهان كارلسن، إلى الكويت، غدا، في زيارة تستمر يومين.",
            [("visit", None, "2024-05-21", None, "KWT")],
        ),
        (
            "Sheikh Fahad Al Jaber received today in Doha Minister Omar Saleh, who is on an official visit to Qatar.",
            [("bilateral", None, "2024-05-20", "Doha", "QAT")],
        ),
        (
            "بحث وزير الخارجية ناصر العتيبي في عمان أمس مع وفد لجنة المتابعة نتائج مؤتمر القاهرة الثاني.",
            [("bilateral", None, "2024-05-19", "Amman", "JOR"), ("conference", 2, None, "Cairo", "EGY")],
        ),
        (
            "التقى الوزير سالم الكعبي في جدة أمس الوزير خالد المنصوري. كما التقى الوزير سالم الكعبي في جدة أمس السفير ناصر العتيبي.",
            [("bilateral", None, "2024-05-19", "Jeddah", "SAU"), ("bilateral", None, "2024-05-19", "Jeddah", "SAU")],
        ),
        (
            "On 2 May 2024, the ministers of both countries met in Jakarta for the inaugural Indonesia-Australia Ministerial Council.",
            [("ministerial", 1, "2024-05-02", "Jakarta", "IDN")],
        ),
        (
            "قررت الجامعة العربية عقد اجتماع على مستوى وزراء الخارجية العرب يوم 25 مايو 2024.",
            [("ministerial_council", None, "2024-05-25", None, None)],
        ),
    ],
)
def test_what_a_verb_tells_of(text: str, expected: list[Slots]) -> None:
    assert [slots(meeting) for meeting in read(text, published="2024-05-20").meetings] == expected


@pytest.mark.parametrize(
    "text",
    [
        "بحثا عن حل سياسي في اليمن وصل الوزير سالم الكعبي.",
        "The Minister received a letter from Ambassador Omar Saleh on Monday.",
        "فتح المركز الباب أمام المتدربين.",
    ],
)
def test_no_meeting_took_place(text: str) -> None:
    assert read(text, published="2024-05-20").meetings == ()


def test_a_headline_looks_where_its_report_does() -> None:
    text = "الأمين العام يزور الكويت الخميس\nيصل الأمين العام إلى الكويت يوم الخميس المقبل."
    assert [date.value for date in read(text, published="2024-05-20").dates] == ["2024-05-23", "2024-05-23"]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("استقبل الوزير سالم الكعبي السفير. وجرى خلال اللقاء استعراض علاقات التعاون وتطورات غزة.", {"political_dialogue", "regional_conflicts"}),
        ("يبحث الخبراء سبل التعاون في مجال أمن الحدود.", {"border"}),
        ("التقى الوزير سالم الكعبي السفير وبحثا تعزيز التعاون.", {"political_dialogue"}),
        ("وافقت اللجنة على إطار التعاون في قطاع الأمن السيبراني.", {"cyber"}),
    ],
)  # fmt: skip
def test_what_a_talk_is_about(text: str, areas: set[str]) -> None:
    assert set(read(text).areas) == areas


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت مصادر خليجية إن اللقاء قريب. وأوضحت المصادر أن الموعد لم يحدد.", "مصادر خليجية"),
        ("وبحسب بيان لوزارة الخارجية العمانية اليوم فإن الاجتماع كان مثمرا للجانبين.", "وزارة الخارجية العمانية"),
        ('في وقت سابق، ذكر الوزير سالم الكعبي قبل الاجتماع، "أننا على تواصل دائم مع الجميع".', "سالم الكعبي"),
        ("The NATO secretary general said on Monday that work goes on.", "NATO secretary general"),
        ("The talks were useful, according to a foreign ministry statement. More of them are to come in the year, added the statement.", "foreign ministry statement"),
        ("The ministers have agreed to meet every year, according to a joint statement issued after the GCC summit.", "joint statement"),
        ("A report quoted Prime Minister Mark Doyle saying that officers had helped.", "Mark Doyle"),
        ("Minister Omar Saleh told reporters: “The centre is open” adding that “more will come of it soon.”", "Omar Saleh"),
        ("“The President looks forward to the visit and underscores the partnership,” Minister Omar Saleh said.", "Omar Saleh"),
    ],
)  # fmt: skip
def test_who_speaks_through_what(text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("أكدت الوزارة أن الموقف يعكس حرصها ويكشف عن رغبتها في الحوار.", 1),
        ("وقالت مصادر إن الوزير سيؤكد حرصه على إيجاد آلية مشددة للتفتيش على المنشآت.", 1),
        ('The forces stepped up their "acts of war," they said.', 0),
    ],
)
def test_how_many_things_are_said(text: str, number: int) -> None:
    assert len(read(text).statements) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بحث وزراء داخلية دول مجلس التعاون اليوم في تونس تعزيز التنسيق.", [("ministerial", None, "2024-05-20", "TUN")]),
        ("ناقشت اللجنة الفنية اليوم بالعاصمة القطرية الدوحة خطة العمل.", [("committee", None, "2024-05-20", "QAT")]),
        ("عقد وزراء الخارجية أمس لقاء تنسيقيا في الدوحة.", [("ministerial", None, "2024-05-19", "QAT")]),
        ("رحب مجلس جامعة الدول العربية في دورته غير العادية على المستوى الوزاري التي عقدت أمس في الدوحة بالدعوة.", [("ministerial_council", None, "2024-05-19", "QAT")]),
        ("وسيزور الوزير سالم الكعبي موسكو خلال سبتمبر المقبل.", [("visit", None, "2024-09", "RUS")]),
        ("وسيزور الوزير سالم الكعبي المركز في موسكو خلال سبتمبر المقبل.", []),
        ("وسيزور موسكو خلال سبتمبر المقبل.", [("visit", None, "2024-09", "RUS")]),
        ("عقدت أمس جلسة مشاورات بين الجانبين. وقال الوزير سالم الكعبي إن الاجتماع الذي عقد في مسقط كان مثمرا.", [("bilateral", None, "2024-05-19", "OMN")]),
        ("Canberra and Jakarta agree to host a summit next year.", [("summit", None, "2025", None)]),
        ("The third meeting of the Consultative Group of the ICI was held in Doha.", [("icg", 3, None, "QAT")]),
        ("The President will welcome Amir Fahad Al Jaber next week at the White House, Washington DC.", [("bilateral", None, "2024-W22", "USA")]),
    ],
)  # fmt: skip
def test_meetings_and_those_who_hold_them(
    text: str, expected: list[tuple[str, int | None, str | None, str | None]]
) -> None:
    meetings = read(text, published="2024-05-20").meetings
    assert [(one.series, one.ordinal, one.date, one.country) for one in meetings] == expected


def test_what_will_be_was_not_said_then() -> None:
    text = "Minister Omar Saleh said on Monday that the centre will open."
    assert [date.value for date in read(text, published="2024-05-22").dates] == ["2024-05-20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("تعقد القمة يومي 26 و27 من شهر رمضان الحالي.", "2012-08-14/2012-08-15"),
        ("based on the 1967 borderlines", "1967"),
    ],
)
def test_days_and_years_of_the_genre(text: str, value: str) -> None:
    assert [date.value for date in read(text, published="2012-07-24").dates] == [value]


def test_days_of_a_hijri_month_need_a_day_of_publication() -> None:
    assert read("تعقد القمة يومي 26 و27 من شهر رمضان الحالي.").dates == ()


@pytest.mark.parametrize(
    ("text", "kind", "by"),
    [
        ("Minister Omar Saleh said Kuwait seeks to widen the partnership.", "pledge", "KWT"),
        ("وأوضحت الأمانة أنها تلقت طلبا من دولة الكويت لعقد هذا الاجتماع.", "request", "KWT"),
        ('قال الرئيس الأمريكي جون سميث "إنني سأدعم قطر في مسعاها هذا".', "pledge", "USA"),
        ("Ministers of Qatar and Oman met. Qatar, Oman agree to build a port.", "decision", "QAT+OMN"),
    ],
)
def test_what_is_promised_in_reports(text: str, kind: str, by: str) -> None:
    commitment = read(text).commitments[-1]
    assert (commitment.type, commitment.by) == (kind, by)


@pytest.mark.parametrize(
    "text",
    [
        "وقالت مصادر إن وزراء الخارجية سيطالبون الولايات المتحدة بتقديم توضيحات.",
        "وأشار سالم الكعبي إلى أن الوزيرة ستقوم خلال محادثاتها بشرح تفاصيل الاتفاق.",
        "وأكدت مصادر أهمية لقاء الوزيرين في الدوحة.",
        "President Mark Doyle will express his gratitude to the Emir.",
        "The initiative aims to contribute to security.",
    ],
)
def test_what_is_promised_by_nobody(text: str) -> None:
    assert read(text).commitments == ()


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Jens Karlsen said it was so.", ["Jens Karlsen"]),
        ("received his Omani counterpart Nasser Al-Harthy.", ["Nasser Al-Harthy"]),
        ("The head of the NATO section, Nicolas de Marco, spoke.", ["Nicolas de Marco"]),
        ("New Delhi said it was so. The Kuwait Times said it too.", []),
    ],
)
def test_names_without_an_office_in_capitals(text: str, people: list[str]) -> None:
    assert [person.name for person in read(text).people] == people
