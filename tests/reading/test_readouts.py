"""Readouts of calls and visits: who is meant by an office, who acts together, what a headline or a source tells."""

from __future__ import annotations

import pytest

from mithaq.reading.findings import Meeting
from mithaq.reading.reader import read

Slots = tuple[str, int | None, str | None, str | None, str | None]


def slots(meeting: Meeting) -> Slots:
    return meeting.series, meeting.ordinal, meeting.date, meeting.city, meeting.country


TWO = "Norwegian Foreign Minister Erik Dahl met Omani Foreign Minister Salim Harthi in Muscat.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Norwegian foreign minister said that trade had grown.", "Erik Dahl"),
        ('"Trade has grown this year," the Omani minister added.', "Salim Harthi"),
        ("The Omani diplomat, too, expressed his readiness to cooperate.", "Salim Harthi"),
        ("The two ministers underlined the value of these ties.", "Erik Dahl+Salim Harthi"),
        ("Minister Dahl and Minister Harthi stressed that trade had grown.", "Erik Dahl+Salim Harthi"),
        ("As the top diplomat announced, trade had grown a lot.", "Erik Dahl"),
        ("The Turkish foreign minister said that trade had grown.", "Turkish foreign minister"),
    ],
)
def test_whom_an_office_names_in_english(text: str, speaker: str) -> None:
    assert read(TWO + text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد وزير الخارجية الأردني رامي خوري ونظيره التونسي نبيل عمار أن التعاون مستمر.", "رامي خوري+نبيل عمار"),
        ("أكد وزير الخارجية الأردني رامي خوري خلال لقائه ونظيره نبيل عمار أن التعاون مستمر.", "رامي خوري"),
        (
            "استقبل الوزير الأردني رامي خوري نظيره التونسي نبيل عمار. وقال الوزيران إن التعاون مستمر.",
            "رامي خوري+نبيل عمار",
        ),
        ("وبحسب نبيل عمار نائب وزير الخارجية التونسي فقد ناقش الجانبان ملف التجارة بينهما.", "نبيل عمار"),
        ("استقبل نبيل عمار وزير الخارجية التونسي الوفد. وأوضح معالي وزير الخارجية أن العمل مستمر.", "نبيل عمار"),
        ("قال المتحدث باسم الوزارة نبيل عمار إن العمل بدأ. وأضاف المتحدث أن العمل مستمر.", "نبيل عمار"),
        ("من جهته عبر الوزير نبيل عمار عن دعم بلاده للخطة.", "نبيل عمار"),
        ("لكن الوزير نبيل عمار لمح إلى أن العمل مستمر.", "نبيل عمار"),
    ],
)
def test_whom_an_office_names_in_arabic(text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وقال الوزير نبيل عمار قطر تدعم الحل، ونرحب بكل جهد.", "قطر تدعم الحل، ونرحب بكل جهد"),
        ("وصل الوزير نبيل عمار. وقال لقد ناقشنا ملف التجارة.", "لقد ناقشنا ملف التجارة"),
        ("وجاء في البيان أن القادة ناقشوا ملف التجارة.", "القادة ناقشوا ملف التجارة"),
        ('Minister Erik Dahl said in Oslo that "we are ready. We have a plan."', "we are ready. We have a plan"),
        (
            "Minister Erik Dahl highlighted the training given to partners, and expressed appreciation for their aid.",
            "the training given to partners",
        ),
        ("Minister Erik Dahl further said, the two sides have a plan.", "the two sides have a plan"),
        (
            "Trade is growing fast, Minister Erik Dahl said in a meeting held on Monday with his guest.",
            "Trade is growing fast",
        ),
    ],
)
def test_what_was_said(text: str, said: str) -> None:
    (statement,) = read(text).statements
    assert text[statement.start : statement.end] == said


@pytest.mark.parametrize(
    "text",
    [
        "وجاء في إطار حرص الدولة على أن يكون العالم آمنا.",
        "وجدد الوزير نبيل عمار شكر بلاده للمنظمة على جهودها.",
        "تبادلا الآراء حول أبرز القضايا الراهنة.",
        "Omani envoy Hamad bin Said held talks in Oslo.",
        "The envoy arrived in Oslo today, according to SANA.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وفي وقت سابق، التقى اليوم وزير الخارجية القطري بنظيره التونسي، في أول لقاء بينهما منذ عام.",
            ("bilateral", None, "2024-05-20", None, None),
        ),
        (
            "استعرض الوزير القطري سالم الكعبي ونظيره التونسي نبيل عمار في أنقرة أمس العلاقات الثنائية.",
            ("bilateral", None, "2024-05-19", "Ankara", "TUR"),
        ),
        (
            "سوف يزور الوزير نبيل عمار العاصمة الروسية موسكو، الثلاثاء المقبل.",
            ("visit", None, "2024-05-21", "Moscow", "RUS"),
        ),
        (
            "رحب الوزير بنتائج الدورة 12 للمجلس الأعلى لمجلس التعاون التي عقدت أمس في مدينة الرياض.",
            ("summit", 12, "2024-05-19", "Riyadh", "SAU"),
        ),
        (
            "استقبل اليوم الوزير نبيل عمار نظيره سالم الكعبي في مطار بغداد الدولي.",
            ("bilateral", None, "2024-05-20", "Baghdad", "IRQ"),
        ),
        (
            "Minister Erik Dahl met today with Omani counterpart Salim Harthi, on the sidelines of a conference in Oslo.",
            ("bilateral", None, "2024-05-20", "Oslo", "NOR"),
        ),
        (
            "Minister Erik Dahl on Monday held talks with Salim Harthi in the Omani capital Muscat.",
            ("bilateral", None, "2024-05-20", "Muscat", "OMN"),
        ),
        (
            "They held the third Istanbul Cooperation Initiative (ICI) Advisory Group Meeting today.",
            ("icg", 3, "2024-05-20", None, None),
        ),
        ("Minister Erik Dahl traveled this week to Oman.", None),
        (
            "The office recalled the NATO Centre in Kuwait, inaugurated in 2017 by ministers.",
            ("ceremony", None, "2017", None, "KWT"),
        ),
    ],
)
def test_what_a_readout_tells_of(text: str, expected: Slots | None) -> None:
    found = [slots(meeting) for meeting in read(text, published="2024-05-20").meetings]
    assert expected in found if expected else True


def test_a_headline_and_its_first_sentence_tell_of_one_talk() -> None:
    text = "الوزير التونسي يجري مباحثات مع نظيره القطري في الدوحة\nأجرى الوزير نبيل عمار، اليوم الاثنين، جلسة مباحثات رسمية مع نظيره سالم الكعبي."
    assert [slots(one) for one in read(text, published="2024-05-20").meetings] == [
        ("bilateral", None, "2024-05-20", "Doha", "QAT")
    ]


def test_two_talks_in_two_paragraphs_are_two() -> None:
    text = "أجرى الوزير نبيل عمار أمس مباحثات مع نظيره سالم الكعبي.\nوأجرى اليوم مباحثات مع الوزير رامي خوري."
    assert len(read(text, published="2024-05-20").meetings) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("التقى الوزير حسين أمير عبد اللهيان الوفد.", [("حسين أمير عبد اللهيان", "الوزير")]),
        ("نقل تحيات الملك سالم، وولي العهد فهد بن سالم.", [("سالم", "الملك"), ("فهد بن سالم", "ولي العهد")]),
        ("اختتم العاهل السعودي الملك «سالم بن حمد» الزيارة.", [("سالم بن حمد", "العاهل السعودي")]),
        (
            "وكان في استقباله السفير المعين لدى مسقط عيد بن محمد العلي.",
            [("عيد بن محمد العلي", "السفير المعين لدى مسقط")],
        ),
        ("قال الأمين العام للحلف، الهولندي مارك روتسن في ختام الاجتماع.", [("مارك روتسن", "الأمين العام للحلف")]),
        ("Mr. Hans Olav Berg spoke. Minister Olav Berg left.", [("Hans Olav Berg", "Minister")]),
        ("Foreign Minister Hussein Amir Rahmani spoke.", [("Hussein Amir Rahmani", "Foreign Minister")]),
        ("The Kuwait Amir Sheikh Saeed Hamad spoke.", [("Saeed Hamad", "Kuwait Amir")]),
        ("Modi Kumar of India and President Rudi Hartono agreed.", [("Rudi Hartono", "President")]),
    ],
)
def test_names_that_hold_offices(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.position) for person in read(text).people] == expected


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("أكد وزير الخارجية سالم الكعبي أن المملكة تدعم اليمن. وتحدث عن العراق.", "SAU"),
        ("استقبل الشيخ سالم بن راشد حاكم دبي الوفد.", "ARE"),
        ("قال الرئيس سالم الكعبي إن المملكة تدعم بلاده.", None),
        ("North Atlantic Treaty Organization (NATO) Secretary-General Mark Ruttan said it was late.", "NATO"),
    ],
)
def test_for_whom_somebody_acts(text: str, party: str | None) -> None:
    assert read(text).people[0].party == party


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("وقال الوزير نبيل عمار: على أوروبا مساعدة الجانبين.", ["ar.must.on"]),
        ("اتفقا على أهمية لقاء الوزراء.", ["ar.decide.agree"]),
        ("وأكد أن الدوحة وتونس تسعيان لتعزيز العلاقات.", ["ar.aim.work"]),
        ("وأكدت قطر مواقفها الثابتة، وعزمها على تعزيز الشراكة.", ["ar.say.intent"]),
        ("الأمر يتوقف على ما ستقوم به قطر.", []),
        ("اتفق الوزراء على أن الخطة ستسهم في أمن المنطقة.", []),
        ("He said that the partnerships we will strengthen are vital to all.", []),
        ("They serve in UN-mandated military operations.", []),
        ("He approves of the approach of Oman.", []),
        ("Minister Erik Dahl stressed that it was necessary that the consultations continue.", ["en.must.phrase"]),
    ],
)
def test_what_binds(text: str, rules: list[str]) -> None:
    assert [commitment.rule for commitment in read(text).commitments] == rules


def test_the_one_who_stands_before_the_verb_aims() -> None:
    text = "Minister Salim Harthi said that Norway is a partner and Oman is keen to deepen its ties."
    assert [commitment.by for commitment in read(text).commitments] == ["OMN"]


def test_talk_of_nothing_special_is_political_dialogue() -> None:
    assert read("وقال الوزير نبيل عمار إن الأيام القادمة جميلة.").areas == ("political_dialogue",)
    assert read("الأيام القادمة جميلة.").areas == ()


def test_wishes_of_good_health_are_not_about_health() -> None:
    assert read("وذكر الوزير نبيل عمار أنه تمنى له موفور الصحة.").areas == ("political_dialogue",)


def test_months_with_or_are_one_time() -> None:
    (date,) = read("سيعود خلال شهر سبتمبر أو أكتوبر المقبلين.", published="2024-05-20").dates
    assert date.value == "2024-09/2024-10"
