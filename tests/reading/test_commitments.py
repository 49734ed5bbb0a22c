"""What should or will be done: type, whose it is and which clause, in sentences of the genre."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from mithaq.reading.findings import Commitment
from mithaq.reading.reader import read

FOUND = [
    # calls
    ("ودعا الوزير سالم الكعبي المجتمع الدولي إلى حماية الملاحة.", "call", "سالم الكعبي", "دعا الوزير"),
    ("الناتو يدعو شركاءه إلى تكثيف الحوار", "call", "NATO", "يدعو شركاءه"),
    ("وحث حلف شمال الأطلسي دول الخليج على المشاركة في التمرين.", "call", "NATO", "حث حلف"),
    ("وطالبت قطر مجلس الأمن الدولي بوقف التصعيد فورا.", "call", "QAT", "طالبت قطر"),
    ("وأدانت البحرين الهجوم، داعية جميع الأطراف إلى ضبط النفس.", "call", "BHR", "داعية جميع"),
    ("وقال السفير ناصر العتيبي إنه يجب توحيد الجهود لمواجهة الهجمات السيبرانية.", "call", "ناصر العتيبي", "يجب توحيد"),
    (
        "وأوضح السفير ناصر العتيبي أن هذه المخاطر تتطلب تعاونا أوسع بين الجانبين.",
        "call",
        "ناصر العتيبي",
        "تتطلب تعاونا",
    ),
    ("ورأى السفير ناصر العتيبي أن هناك حاجة إلى مزيد من الدورات التدريبية.", "call", "ناصر العتيبي", "هناك حاجة"),
    (
        "Secretary General Pieter van Houten called on all parties to return to the table.",
        "call",
        "Pieter van Houten",
        "called on",
    ),
    ("Ambassador Laura Hensley said partners must share information faster.", "call", "Laura Hensley", "must share"),
    ("We urge all states to respect freedom of navigation in the Red Sea.", "call", None, "urge all states"),
    # recommendations
    ("وأكد السفير ناصر العتيبي أهمية إنشاء آلية لتقييم الدورات.", "recommendation", "ناصر العتيبي", "أهمية إنشاء"),
    ("وشدد السفير ناصر العتيبي على ضرورة عقد اجتماعات دورية.", "recommendation", "ناصر العتيبي", "ضرورة عقد"),
    ("وأوصى مجلس التعاون الخليجي بتشكيل فريق عمل مشترك.", "recommendation", "GCC", "أوصى مجلس"),
    (
        "Minister Omar Saleh stressed the need to expand joint exercises.",
        "recommendation",
        "Omar Saleh",
        "the need to expand",
    ),
    ("NATO recommended that the centre open a second branch.", "recommendation", "NATO", "recommended that"),
    # proposals
    ("واقترح الوزير خالد المنصوري عقد الاجتماع المقبل في المنامة.", "proposal", "خالد المنصوري", "اقترح الوزير"),
    ("Kuwait proposed to host a workshop on crisis management.", "proposal", "KWT", "proposed to host"),
    # decisions
    ("وافق حلف شمال الأطلسي على فتح مكتب اتصال في المنطقة.", "decision", "NATO", "وافق حلف"),
    ("واتفق الجانبان على استئناف المشاورات الفنية.", "decision", None, "اتفق الجانبان"),
    ("وقررت جامعة الدول العربية إنشاء صندوق لدعم التعليم.", "decision", "LAS", "قررت جامعة"),
    ("تعقد جامعة الدول العربية اجتماعا طارئا بطلب من الأعضاء.", "decision", "LAS", "تعقد جامعة"),
    (
        "The European Union and Qatar agreed to establish an energy dialogue.",
        "decision",
        "EU+QAT",
        "agreed to establish",
    ),
    ("Allied leaders decided to strengthen NATO's southern outreach.", "decision", "NATO", "decided to"),
    # pledges
    ("وسيقدم الاتحاد الأوروبي مساعدات إضافية للاجئين.", "pledge", "EU", "يقدم الاتحاد"),
    ("وتعهدت الإمارات بتمويل المشروع قبل نهاية 2027.", "pledge", "ARE", "تعهدت الإمارات"),
    ("وأكدت دولة الكويت التزامها بدعم المركز الإقليمي.", "pledge", "KWT", "أكدت دولة"),
    ("وأعلنت قطر تخصيص عشرين مليون دولار لبرامج التدريب.", "pledge", "QAT", "أعلنت قطر"),
    ("وأبدى حلف الناتو استعداده لتوسيع برامج التدريب.", "pledge", "NATO", "استعداد"),
    ("Kuwait pledged to double the number of places on the course.", "pledge", "KWT", "pledged to"),
    ("We will continue to support the Regional Centre.", "pledge", None, "will continue"),
    ("NATO reaffirmed its commitment to the security of its partners.", "pledge", "NATO", "reaffirmed its commitment"),
    ("The European Union will provide new equipment to the coast guard.", "pledge", "EU", "will provide"),
    # requests
    ("وطلبت البحرين من حلف الناتو إرسال فريق من الخبراء.", "request", "BHR", "طلبت البحرين"),
    ("وقال الوزير خالد المنصوري إن بلاده تأمل أن يزيد الحلف عدد الدورات.", "request", "خالد المنصوري", "تأمل أن"),
    ("Bahrain requested technical advice from NATO on border security.", "request", "BHR", "requested technical"),
    ("Kuwaiti Minister Omar Saleh said he hoped that Oman would join the initiative.", "request", "KWT", "hoped that"),
]

NOT_FOUND = [
    "سيعقد الاجتماع المقبل في الدوحة.",
    "وستناقش الجلسة ملفات الأمن البحري والطاقة.",
    "وسيشارك الوزير في أعمال المؤتمر.",
    "ومن المقرر أن يلقي الأمين العام كلمة في الافتتاح.",
    "ورحب الوزير بمستوى التعاون القائم.",
    "وبحث الجانبان سبل تعزيز العلاقات.",
    "وقد درب المركز ثلاثمئة ضابط.",
    "وأعرب الوزير سعد الهاجري عن تطلعه إلى لقاء قريب.",
    "والحلف ليس بحاجة إلى اتفاق جديد.",
    "عقدت حركة طالبان مؤتمرا صحفيا.",
    "وتخرج الطالب في كلية الدفاع.",
    "The meeting will take place in Doha.",
    "The Secretary General will attend the conference.",
    "They discussed the importance of the partnership.",
    "The two ministers agreed that their talks had been useful.",
    "Demand for oil rose last year.",
    "He made a phone call on Monday.",
    "The ministers looked forward to their next meeting.",
]


def _found(text: str) -> tuple[Commitment, ...]:
    return read(text, published="2024-05-20").commitments


@pytest.mark.parametrize(("text", "kind", "by", "words"), FOUND)
def test_a_commitment_is_found_with_its_type_and_whose_it_is(text: str, kind: str, by: str | None, words: str) -> None:
    found = [commitment for commitment in _found(text) if commitment.type == kind]
    assert found, _found(text)
    assert words in text[found[0].start : found[0].end]
    assert by is None or found[0].by == by


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_only_announced_wished_or_done_is_no_commitment(text: str) -> None:
    assert _found(text) == ()


@pytest.mark.parametrize("text", [text for text, *_ in FOUND])
def test_why_it_is_proposed_can_be_explained(text: str) -> None:
    rules = {
        row["rule"] for row in csv.DictReader((files("mithaq.reading") / "rules.csv").read_text("utf-8").splitlines())
    }
    reading = read(text, published="2024-05-20")
    used = [item.rule for item in reading.commitments] + [item.rule for item in reading.statements]
    assert set(used) <= rules


def test_the_areas_are_those_of_the_clause() -> None:
    (first,) = _found("وحث حلف الناتو شركاءه على تبادل المعلومات الاستخبارية.")
    (second,) = _found("NATO will provide training on cyber defence.")
    assert first.area == ("intelligence_sharing",)
    assert second.area == ("training_education", "cyber")


def test_by_when_it_is_due() -> None:
    (pledge,) = _found("وتعهدت الإمارات بتمويل المشروع قبل نهاية 2027.")
    (decision,) = _found("The Council agreed to open the office by June 2027.")
    assert (pledge.due, decision.due) == ("2027", "2027-06")


def test_to_whom_it_is_addressed() -> None:
    (request,) = _found("وطلبت البحرين من حلف الناتو إرسال فريق من الخبراء.")
    assert request.to == "NATO"


def test_only_plain_rules_may_be_accepted_in_bulk() -> None:
    (call,) = _found("ودعا حلف الناتو شركاءه إلى تكثيف الحوار.")
    (future,) = _found("وسيقدم الاتحاد الأوروبي مساعدات إضافية للاجئين.")
    assert (call.clear, future.clear) == (True, False)


def test_of_two_clauses_in_one_another_only_the_outer_one() -> None:
    assert len(_found("ودعا حلف الناتو شركاءه إلى ضرورة تكثيف الحوار.")) == 1


def test_a_meeting_of_the_initiative_gives_its_calls() -> None:
    text = (
        "وأكد السفير علي الهاشمي أهمية توسيع مجالات الاتفاقية عبر إعادة تقييم ما أنجز. "
        "وأشار إلى ضرورة إيجاد آلية لقياس الاستفادة من الدورات والعمل على معالجة أوجه القصور. "
        "وأضاف أنه يجب رفع مستوى الحوار السياسي، وأن ذلك يتطلب توحيد رؤى دول المبادرة."
    )
    found = read(text).commitments
    assert [commitment.type for commitment in found] == ["recommendation", "recommendation", "call"]
    assert {commitment.by for commitment in found} == {"علي الهاشمي"}
    assert {commitment.speaker for commitment in found} == {"علي الهاشمي"}
