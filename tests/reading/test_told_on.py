"""Who goes on speaking, from sentence to sentence and past quotations; who stands on whose side; what is no news."""

from __future__ import annotations

import pytest

from mithaq.reading.reader import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'وأضاف الوزير نبيل عمار أن العمل بدأ، قائلا "ليس هذا بالأمر السهل علينا جميعا".',
            ["العمل بدأ", "ليس هذا بالأمر السهل علينا جميعا"],
        ),
        ('وقال الوزير نبيل عمار قائلا "ليس هذا بالأمر السهل علينا جميعا".', ["ليس هذا بالأمر السهل علينا جميعا"]),
        ("ومضى الوزير نبيل عمار بالقول إن العمل بدأ.", ["العمل بدأ"]),
        (
            'وقال الوزير نبيل عمار "قال الرئيس السابق إن العمل بدأ وقد صدق في ذلك".',
            ["قال الرئيس السابق إن العمل بدأ وقد صدق في ذلك"],
        ),
        (
            'وأعلن الوزير نبيل عمار أن العمل بدأ". وأضاف "ليس هذا بالأمر السهل علينا جميعا".',
            ["العمل بدأ", "ليس هذا بالأمر السهل علينا جميعا"],
        ),
        ("قال الوزير نبيل عمار إن العمل بدأ، في حين تصر تونس على أن العمل لم يبدأ.", ["العمل بدأ", "العمل لم يبدأ"]),
        ("قال الوزير جون كيري إن تونس بلد مهم.", ["تونس بلد مهم"]),
        ("واختتم الوزير نبيل عمار تصريحه بأن العمل بدأ.", ["العمل بدأ"]),
        ("وكرر الوزير نبيل عمار تصريحه أمس.", []),
        (
            "قال الوزير نبيل عمار إنه «ينتظر وصول الوفد من تونس» إلى جنيف للمشاركة في الحوار.",
            ["ينتظر وصول الوفد من تونس» إلى جنيف للمشاركة في الحوار"],
        ),
        ('وبحسب "الفرنسية"، فقد جاءت هذه الأنباء من باريس قبل أيام.', []),
        ("نفى المصدر تقريرا لمسؤول قال إن العمل قد بدأ في الموقع.", ["العمل قد بدأ في الموقع"]),
        ("Minister Erik Dahl reiterated his condemnation of the attack.", []),
    ],
)
def test_what_is_said_and_where_it_ends(text: str, said: list[str]) -> None:
    assert [text[one.start : one.end] for one in read(text).statements] == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وكان الدبلوماسي الكبير في الخارجية التونسية قد أوضح أن العمل بدأ.", "الدبلوماسي الكبير في الخارجية التونسية"),
        ('وقال الوزير نبيل عمار "يرفض الرئيس سالم الكعبي هذا الأمر كله". وأضاف أن العمل بدأ.', "نبيل عمار"),
        ("وحسب دبلوماسي تونسي، فإن العمل بدأ في الموقع الجديد، وأشار إلى أن الوزير نبيل عمار سيعود.", "دبلوماسي تونسي"),
        ("أكد معاليه أن العمل بدأ. وحضر وزير الصحة نبيل عمار.", "نبيل عمار"),
        ("أكد وزير الخارجية نبيل عمار أن العمل بدأ. ونفى وزير الخارجية الروسي أن العمل بدأ.", "وزير الخارجية الروسي"),
        (
            "استقبل الملك سالم بن حمد الوزير رامي خوري. ونقل معاليه تحيات الرئيس نبيل عمار، مؤكدا عمق العلاقات.",
            "سالم بن حمد",
        ),
        ('وقال الوزير نبيل عمار بالإنجليزية "لقد بدأ العمل في الموقع".', "نبيل عمار"),
        (
            "Minister Erik Dahl acknowledged Minister Omar Ramadi's concern, and reaffirmed his support for the plan.",
            "Erik Dahl",
        ),
        ("Minister Erik Dahl spoke of Oman's continued work and noted that trade had grown.", "Erik Dahl"),
    ],
)
def test_who_goes_on(text: str, speaker: str) -> None:
    assert read(text).statements[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "series", "date"),
    [
        ("President Erik Dahl and President Omar Ramadi of Tunisia spoke this morning.", "bilateral", "2024-05-20"),
        (
            "President Erik Dahl of Norway, King Saud of Oman, and Prime Minister Ana Lopes of Portugal met today in Oslo.",
            "summit",
            "2024-05-20",
        ),
        ("انطلق الحوار المصري التونسي الاستراتيجي أمس.", "bilateral", "2024-05-19"),
        ("تعقد أمس في جنيف جولة من محادثات السلام.", "other", "2024-05-19"),
        ("وصل الوزير نبيل عمار أمس الخرطوم في زيارة تستغرق أياما.", "visit", "2024-05-19"),
        ("عقد الوزير نبيل عمار اجتماعا أمس في الدوحة مع وزير الخارجية سالم الكعبي.", "bilateral", "2024-05-19"),
    ],
)
def test_who_met(text: str, series: str, date: str) -> None:
    (meeting,) = read(text, published="2024-05-20").meetings
    assert (meeting.series, meeting.date) == (series, date)


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير نبيل عمار نظيره للمرة الثانية.",
        "وتحدث في تصريحات نشرتها الوزارة اليوم عن اجتماع مع نظيره.",
        "أبقى الباب مفتوحا لاجتماع للمرة الثانية.",
    ],
)
def test_what_is_no_meeting_of_its_own(text: str) -> None:
    assert [one for one in read(text, published="2024-05-20").meetings if one.ordinal or one.date] == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "حضر وزير الثقافة عادل العلي الوزير المرافق ومعالي رئيس الديوان سالم الكعبي.",
            [("عادل العلي", "وزير الثقافة، الوزير المرافق"), ("سالم الكعبي", "رئيس الديوان")],
        ),
        (
            "حضر القائم بأعمال السفارة علي العلي.",
            [("علي العلي", "القائم بأعمال السفارة")],
        ),
        ("The President and President Omar Ramadi spoke.", [("Omar Ramadi", "President")]),
        (
            "The Deputy Prime Minister and Minister of State for Defence Affairs Saud bin Ali spoke.",
            [("Saud bin Ali", "Deputy Prime Minister and Minister of State for Defence Affairs")],
        ),
    ],
)
def test_offices_that_follow_each_other(text: str, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.position) for one in read(text).people] == people


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("المدير العام للبنين سالم الكعبي، مع مدير مدرسة للبنين في الأندية.", None),
        ("President Erik Dahl thanked the First Lady.", "USA"),
        ("حضر الاجتماع من الجانب الفرنسي وزير الدفاع جان لوران.", "FRA"),
        ("قال المبعوث الأممي لليمن سالم الكعبي إن العمل بدأ.", "UN"),
        ("The leaders spoke at the White House with Secretary of Homeland Security Ann Miller.", "USA"),
    ],
)
def test_on_whose_side(text: str, party: str) -> None:
    assert [one.party for one in read(text).people] == [party]


def test_the_leaders_are_those_who_met() -> None:
    text = (
        "President Erik Dahl of Norway, Chancellor Jan Adler of Germany, and Prime Minister Ana Lopes of Portugal met in Oslo.\n\n"
        "The leaders reaffirmed their commitment to supporting the United Nations."
    )
    assert [one.by for one in read(text).commitments] == ["NOR+DEU+PRT"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("وكان الوزير نبيل عمار قد وعد بتقديم الدعم لتونس.", ["ar.pledge.verb"]),
        ("وأكد الوزير نبيل عمار عمق العلاقات وحرص الحكومة على تعزيزها.", ["ar.say.keen"]),
        ("قال الوزير نبيل عمار إنه لن تكون هناك حاجة إلى العمل.", []),
        ("They discussed the assets, as decided at the summit.", []),
        (
            "Minister Erik Dahl has asked Ambassador Jan Berg, Ambassador Omar Ramadi, Adviser Ann Lopes and Director Ana Vik to travel to Oslo.",
            ["en.request.verb"],
        ),
    ],
)
def test_what_binds_whom(text: str, rules: list[str]) -> None:
    assert [one.rule for one in read(text).commitments] == rules


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("وقال الوزير نبيل عمار إن المعاهدات الدولية ملزمة.", ("political_dialogue",)),
        ("وقال الوزير نبيل عمار إن الأسلحة الكيميائية محظورة.", ("wmd_cbrn",)),
        ("Minister Erik Dahl said that the line runs to the border.", ("border",)),
        ("Minister Erik Dahl said that cyber security matters from the border to the sea.", ("cyber",)),
    ],
)
def test_words_that_only_hint_at_an_area(text: str, areas: tuple[str, ...]) -> None:
    assert read(text).areas == areas


def test_the_state_of_a_ministry_or_of_a_source() -> None:
    for text in ("وأكدت وزارة الخارجية التونسية أن العمل بدأ.", "قال مصدر دبلوماسي تونسي لـ«الصحيفة» إن العمل بدأ."):
        assert [one.party for one in read(text).statements] == ["TUN"]


@pytest.mark.parametrize(
    "text",
    ["أمن باب المندب مهم.", "عين اليوم – جدة", "حضر المدير حسن الشهري اللقاء.", "اقرأ المصري، باب الحوار مفتوح."],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert read(text, published="2024-05-20").dates == ()


def test_a_second_talk_on_one_day_is_another_one() -> None:
    text = "استقبل الوزير نبيل عمار أمس السفير سالم الكعبي.\nمن جهة أخرى، استقبل الوزير نبيل عمار أمس السفير رامي خوري."
    assert len(read(text, published="2024-05-20").meetings) == 2


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("استقبل أمس في مقر المركز سفير تونس لدى اليمن محمد سعيد آل جابر.", "سفير تونس لدى اليمن"),
        ("اللقاء الذي جمع وزير الخارجية القطري بنظيره الروسي سيرغي لاروف.", "نظيره الروسي"),
    ],
)
def test_where_an_office_begins(text: str, position: str) -> None:
    assert [one.position for one in read(text).people] == [position]


def test_a_talk_by_video_is_no_conference() -> None:
    text = "President Erik Dahl spoke by video conference today with President Omar Ramadi."
    assert [one.series for one in read(text, published="2024-05-20").meetings] == ["bilateral"]


def test_plurals_of_offices_are_no_names() -> None:
    assert read("He met virtually with the Deputy National Security Advisors of France.").people == ()


def test_where_a_visit_led_to_far_behind() -> None:
    text = "زيارة الأمير سالم بن حمد ولي العهد نائب رئيس مجلس الوزراء وزير الدفاع مؤخرا لموسكو كانت مهمة."
    assert [(one.series, one.city) for one in read(text).meetings] == [("visit", "Moscow")]


def test_a_commissioner_whose_office_is_a_party() -> None:
    text = "He met with the United Nations High Commissioner for Refugees, Filippo Grando, on Friday."
    assert [one.name for one in read(text).people] == ["Filippo Grando"]
