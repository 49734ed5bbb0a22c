"""Arabic: which words oblige, promise or only look ahead, and whose promise it is."""

from __future__ import annotations

import re

from mithaq.reading.acts import Act
from mithaq.reading.cast import Name
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech

SAID_WIDTH = 26

_ON_WHOM = re.compile(
    r"(?<!\w)(?P<whom>علي (?:(?:ال)?(?:جميع|كل|كافه|دول\w*|مجتمع|اطراف|حكوم\w+|قاد\w+|شركاء|حلفاء|مجلس|حلف)|اوروبا|الغرب|العالم|العرب|ايران|اسراييل)"
    r"(?!\w) (?:\S+ ){0,3})$"
)
_NEGATED = re.compile(r"(?<!\w)(?:ليس|ليست|لم|غير|دون|بلا|لا|[وف]?ل[نا] [يت]كون) (?:في )?$")
_EVENT = re.compile(
    r"(?<!\w)[وبل]?(?:ال)?(?:اجتماع\w*|موتمر\w*|قمه|ندوه|منتدي|جلس\w+|مداولات|محادثات|مباحثات|زيار\w+|لقاء\w*|ورشه|ورش|دوره|فعاليات|"
    r"اعمال|مناقشات|حفل|احتفال|مهرجان|معرض|جدول|كلمه|كلمات|انتخابات|بطوله|وفود|وفد)(?!\w)"
)
_BODY = re.compile(
    r"(?<!\w)[وفبل]?(?:بلاده|بلادها|بلادنا|حكومته|حكومه|الحكومه|الحلف|الناتو|المجلس|المنظمه|الجامعه|الاتحاد|الوزاره|وزاره|المملكه|"
    r"الدوله|دوله|دول|القوات|القياده|الامانه|المركز|البرنامج|الصندوق|المفوضيه|الوكاله|اللجنه|هييه|الهييه|البنك|الجانبان|الطرفان|"
    r"البلدان|الشركاء|الحلفاء|الاعضاء|حزمه|الحزمه|المبادره|الاتفاقيه)(?!\w)"
)
_OPENING = re.compile(r"(?<!\w)(?:ان|بان|انه|انها|الذي|التي|كما|حيث|فيما|لكن|وان)(?!\w)|[،,؛:\"]")
_PLACED = re.compile(r"(?:في|الي|من|مع|علي|عن|بين|لدي|ل|ب) ?$")
_MEETING = re.compile(
    r" ?(?:عقد|بحث|مناقش|استعراض|لقاء|اجتماع|محادثات|مباحثات|تبادل|زيار|طرح|تناول|اختيار|انتخاب|الاعلان|اعلان)"
)
_NO_ACTION = ("لقاء", "اجتماع", "زياره", "الزياره")  # أهمية لقاء
_TALKING = re.compile(
    r" (?:\S+ ){0,4}?ب(?:ال)?(?:زيار|شرح|بحث|مناقش|القاء|عرض|جول|لقاء|افتتاح|تدشين|اجراء (?:محادث|مباحث|لقاء))"
)
_ANNOUNCED = re.compile(
    r"(?:عن )?(?:انشاء|اطلاق|افتتاح|تقديم|تخصيص|تاسيس|استضافه|ارسال|زياده|تمويل|دعم|اقامه|مضاعفه|نشر|تبرع|منح|مساعد|خطه|خطط|عزم|نيه|"
    r"توفير|فتح|بدء|مساهم|حزمه|مبادره|برنامج)"
)
_ANNOUNCING = re.compile(r"(?:[يت]?ا?علن|معلن|[يت]?كشف|كاشف)")
_REQUIRED = re.compile(
    r" (?:\S+ ){0,4}?(?:ان |علي |من |ضروره |(?:ال)?(?:تعزيز|تعميق|بذل|اتخاذ|تضافر|تكثيف|توحيد|توفير|وضع|عمل|دعم|تنسيق|تعاون|مزيد|"
    r"جهود|مواجه|مواصل|معالج|تطوير|ايجاد|حلول|استجاب|تحرك|موقف|وقف|تفعيل))|(?:ه|ها)? "
)
_WITH = re.compile(r" ?(?:\S+ ){0,6}?ب(?!(?:ين|عد|شان)\b)\w{3}")
_TO_WHAT = re.compile(r" (?:علي |ب\w)")
_OWNED_BY = re.compile(
    r" (?:المملكه|بلاده\w?|حكوم\w+|الحكومه|القياده|البلدين|الجانبين|الدولتين|الطرفين|دول\w*|قياد\w+)(?: \w+){0,3}? علي "
)
_FOR_ITSELF = re.compile(r"ب(?:ال)?(?:مساعد|دعم|عقد|تسليح|تدريب|تعويض|حماي|تمويل|استعاده|اعاده)")
_THAT = re.compile(r"(?:علي )?ان(?:ه|ها)?(?!\w)")
_TO_DO = re.compile(
    r"(?<!\w)(?:يجب|ضرور\w*|ينبغي|يتعين|لا بد|س[يت](?!سهم|سا[هع]م|ساعد|ودي|شكل|عزز|وفر|كون |مثل)\w{3,}|سوف|اهميه|يكون|تكون|يتم|تتم|يعقد|تعقد)(?!\w)"
)
_IN_WHAT = re.compile(r"(?<!\w)(?:[فبمع]ي?ما|ما) (?:سوف )?$")
_HOSTING = re.compile(r"رحب\w* (?:\S+ ){0,4}?باستضاف\w+")
_CONVENED = re.compile(
    r"(?<!\w)(?:[وس]{0,2}[يت]ن?عقد|و?وجه\w* (?:\S+ ){0,4}?الدعوه) (?:\S+ ){0,7}?(?:ل?لل?|ال)?(?:اجتماع|قمه|جلس|دور|موتمر)\w* (?:\S+ ){0,4}?(?:طاري|استثناي)\w*"
)
_HOPE = re.compile(r"(?:خالص |كبير )?امل\w* (?:في |ب)?ان")
_OTHERS = re.compile(
    r" [يت]\w{2,} (?:كل |جميع |كافه |بقيه )?(?:ال)?(?:دول|دوله|اطراف|طرف|حكوم\w+|جانب|مجتمع|شركاء|اعضاء|حلف|مجلس|منظم\w+|بلدان|سلطات|"
    r"حلفاء|موسسات|قوي|قياد\w+)(?!\w)"
)
_PRONOUN = re.compile(r"(?<!\w)[بف]?ان(?:هم|هما|ها|ه) (?:سوف )?$")
_BOUND = re.compile(r"(?: \S+)? (?:ب|ل|علي )")
_HEAD = re.compile(r"[وف]?ال(\w+)")
_NEAR = 26
_OFFICE = 26


class Modality:
    """Reads the modal words of one Arabic page."""

    def __init__(self, page: Page, speech: Speech) -> None:
        self._page = page
        self._text = page.folded.text
        self._speech = speech
        self._cast = speech.cast
        self._rare = "طاري" in self._text or "استثناي" in self._text

    def obliges(self, hit: Hit) -> bool:
        """يجب، يتطلب العمل، هناك حاجة إلى; not ليس بحاجة."""
        at = hit.start - len(hit.clitic)
        if hit.code == "require" and not _REQUIRED.match(self._text, hit.end):
            return False
        return hit.code == "verb" or not _NEGATED.search(self._text, max(0, at - 12), at)

    def burden(self, hit: Hit, sentence: int) -> int | None:
        """Where «على أوروبا مساعدة الجانبين» begins: an action that is somebody's duty, where a sentence or a quotation begins."""
        if hit.code != "action" or hit.clitic or self._text.startswith("ال", hit.start):
            return None
        start = self._page.edges[sentence][0]
        on = _ON_WHOM.search(self._text[max(start, hit.start - _NEAR * 2) : hit.start])
        at = hit.start - len(on["whom"]) if on else 0
        begins = on is not None and (at == start or self._text[:at].rstrip()[-1:] in '":')
        return at if begins else None

    def needs_action(self, hit: Hit, hits: list[Hit]) -> bool:
        """Is it an action that is important or needed (أهمية تعزيز), not a thing?"""
        actions = (
            noun.start
            for noun in hits
            if noun.kind == "noun" and noun.code == "action" and not self._text.startswith(_NO_ACTION, noun.start)
        )
        return hit.code == "necessity" or any(hit.end <= start <= hit.end + _NEAR for start in actions)

    def governed(self, hit: Hit) -> bool:
        """على ضرورة، إلى ضرورة، بضرورة: a need that is spoken of."""
        return hit.code == "necessity" and (
            "ب" in hit.clitic or self._text.endswith(("علي ", "الي ", "عن "), 0, hit.start)
        )

    def resolves_in(self, hit: Hit, content: int) -> bool:
        """Does what was affirmed begin with a commitment to something?"""
        return hit.start <= content + 3 and (hit.code != "commitment" or bool(_WITH.match(self._text, hit.end)))

    def also_resolves(self, hit: Hit, content: int) -> bool:
        """أكدت مواقفها، وعزمها على: told beside what was affirmed first."""
        if "و" not in hit.clitic:
            return False
        owned = self._text.endswith(("ه", "ها", "هم", "هما"), hit.start, hit.end)
        if owned and hit.code != "keen":
            return bool(_TO_WHAT.match(self._text, hit.end))
        return bool(_OWNED_BY.match(self._text, hit.end))  # وحرص المملكة على

    def resolves(self, hit: Hit) -> bool:
        """التزامنا، عزمنا: a commitment told in the first person."""
        return self._text.endswith("نا", hit.start, hit.end) and hit.code != "keen"

    def promises(self, hit: Hit, hits: list[Hit], sentence: int) -> bool:
        """سيقدم، سوف يقدم، لن يسمح, by somebody who can promise; not that a meeting will discuss something."""
        text = self._text
        at = hit.start - len(hit.clitic)
        before = text[max(0, at - _NEAR) : at]
        never = "never" in hit.code
        future = before.endswith("لن ") or (not never and ("س" in hit.clitic or before.endswith("سوف ")))
        after = text[hit.end : hit.end + 40]
        if _IN_WHAT.search(before) or not future or _EVENT.search(before) or _EVENT.match(after.lstrip()):
            return False
        if text.startswith("قوم", hit.start + 1) and _TALKING.match(text, hit.end):
            return False
        if text.startswith(("تم", "جري"), hit.start + 1):
            actions = (noun.start for noun in hits if noun.kind == "noun" and noun.code == "action")
            return not _MEETING.match(after) and any(hit.end <= start <= hit.end + 12 for start in actions)
        told = _PRONOUN.search(before) and self._speech.said(hit.start, sentence)
        return text[hit.start] in "نا" or bool(told) or self.actor(hit, sentence) is not None

    def aims(self, hit: Hit, sentence: int) -> bool:
        """An aim that somebody tells as their own: تسعى قطر إلى، نعمل على، نحن ملتزمون بـ."""
        if "س" in hit.clitic:
            return False
        text = self._text
        if hit.code == "commit":
            return bool(_BOUND.match(text, hit.end))
        if _EVENT.search(text, max(0, hit.start - 30), hit.start) or _EVENT.match(
            text[hit.end : hit.end + 24].lstrip()
        ):
            return False
        leads = sentence <= 1 and hit.start - len(hit.clitic) <= self._page.edges[sentence][0]
        return (leads or self._speech.said(hit.start, sentence)) and (
            text[hit.start] == "ن" or self.actor(hit, sentence) is not None
        )

    def first_person(self, hit: Hit) -> bool:
        """Is it "we" who do it?"""
        return self._text[hit.start] in "نا" or self._text.endswith("نا", hit.start, hit.end)

    def actor(self, hit: Hit, sentence: int) -> Name | None:
        """Who does what the verb says: before it (إن الحلف سيقدم) or after it (سيقدمها الحلف)."""
        text = self._text
        if hit.kind == "will" and text[hit.start] in "نا":
            return None  # سندعم قطر: whoever speaks
        start, end = self._page.edges[sentence]
        verb = hit.start - len(hit.clitic)
        begins = max([start, *(match.end() for match in _OPENING.finditer(text, start, verb))])
        return (
            self._actor_in(begins, verb, _NEAR)
            or self._actor_in(hit.end, min(end, hit.end + 44), 9)
            or self._capitals(sentence, begins, verb)
        )

    def _capitals(self, sentence: int, start: int, verb: int) -> Name | None:
        """الدوحة والقاهرة تسعيان إلى: the governments that sit there."""
        cities = [
            hit
            for hit in self._page.hits_in(sentence, "meetings")
            if hit.kind == "city" and start <= hit.start < verb and hit.clitic in ("", "و")
        ]
        if not cities or cities[-1].end < verb - 2 or self._text[start : cities[0].start].strip():
            return None
        codes = dict.fromkeys(hit.code.partition("|")[2] for hit in cities)
        return Name(self._page.quote(cities[0].start, cities[-1].end), "+".join(codes), "party")

    def _actor_in(self, start: int, end: int, reach: int) -> Name | None:
        text = self._text
        while start < end and text[start] in ' ،,"':
            start += 1
        for mention in self._cast.between(start, end):
            placed = _PLACED.search(text, max(0, mention.start - 12), mention.start)
            near = reach + (_OFFICE if mention.who.kind == "person" else 0)
            if mention.start <= start + near and not placed:
                return self._cast.joined(mention, end)
        head = _HEAD.match(text, start, end)
        named = self._cast.by_head(head[1], start) if head else None
        if named is None and _BODY.search(
            text, start if reach < _NEAR else max(start, end - _NEAR), min(end, start + 60)
        ):
            return Name(text[start:end], None, "body")
        return named

    # What follows an act

    def follows(self, act: Act) -> bool:
        """Does the act bind to something? «اتفقا على أن اللقاء كان مفيدا» binds nobody."""
        if "agree" not in act.traits or act.content is None:
            return True
        start, stop = act.content[0], min(act.content[1], act.content[0] + 160)
        return not _THAT.match(self._text, start, stop) or bool(_TO_DO.search(self._text, start, stop))

    def asks_for_itself(self, act: Act) -> bool:
        """Who demands aid or a session of nobody in particular requests it."""
        if "demand" not in act.traits or act.content is None or not _FOR_ITSELF.match(self._text, act.content[0]):
            return False
        return not self._cast.between(act.content[0] - 24, act.content[0])

    def announces(self, act: Act, content: int) -> bool:
        """أعلن تقديم، كشف عن افتتاح."""
        return act.how == "noun" and bool(
            _ANNOUNCING.match(self._text, act.start) and _ANNOUNCED.match(self._text, content)
        )

    def hopes(self, act: Act, content: int) -> bool:
        """أعرب عن أمله في أن, of somebody named."""
        hope = _HOPE.match(self._text, content)
        return hope is not None and (
            bool(self._cast.between(content, content + 60)) or bool(_OTHERS.match(self._text, hope.end()))
        )

    def offers_to_host(self, act: Act) -> int | None:
        """The folded end of «رحبت المملكة باستضافة»."""
        match = _HOSTING.match(self._text, act.start) if act.kind == "do" else None
        return match.end() if match else None

    def convenes(self, sentence: int) -> tuple[int, int] | None:
        """The folded span of «تعقد اجتماعا طارئا»."""
        match = _CONVENED.search(self._text, *self._page.edges[sentence]) if self._rare else None
        return match.span() if match else None
