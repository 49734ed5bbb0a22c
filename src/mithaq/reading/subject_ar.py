"""Arabic: who a noun phrase after (or before) a verb names."""

from __future__ import annotations

import re

from mithaq.reading.acts import Act, Scene
from mithaq.reading.cast import Name
from mithaq.reading.lexicon import Hit, hits_between
from mithaq.reading.page import Page
from mithaq.reading.several import Several

LINKED = re.compile(
    r"(?:^|[\s،,;؛.])(?:و|كما|لكنه|لكنها|لكن|ثم|فيما|بينما|حيث|وقد|كذلك|ايضا|من جهه اخري|الي ذلك|في حين|في المقابل|من (?:جانب|جهت|ناحيت)(?:ه|ها|هم))[\s،,]*(?:قد )?$"
)
RELATIVE = re.compile(r"(?:الذي|التي|الذين|والذي|والتي) (?:قد )?$")
_LEADING = re.compile(
    r"(?:ايضا|كذلك|من (?:جهت|جانب|ناحيت|طرف)(?:ه|ها|هم|هما)|بدور(?:ه|ها|هم)|في (?:هذا|ذات|نفس) \w+|في الوقت (?:ذاته|نفسه)|"
    r"في المقابل|النظر|الانتباه|في (?:تصريح|تصريحات|كلمه|بيان|حديث|مقابله|موتمر صحفي)(?: \w+){0,3}?(?= ?[:،,\"]| ان )|قايلا|قايله|بالقول|"
    r"[،,] ?(?:وفق|حسب|بحسب|نقلا|بناء|ردا|تعليقا|في|خلال|علي هامش|عقب|قبل|بعد|اثناء|امام|لدي|عبر|من|اليوم|امس)(?:ا|ما)?(?!\w)[^،,]{0,90}(?:[،,]|$)|"
    r"(?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)(?: (?:الماضي|الفايت|المنصرم))?|"
    r"(?:اول (?:من )?)?امس(?: (?!ان)\w+)?|ل ?\"[^\"]{2,30}\"|لل(?:صحفيين|صحافيين)|ب(?:ال|لغه ال|اللغه ال)(?:انجليزيه|عربيه|فرنسيه|انكليزيه)|اليوم(?: ال\w+)?|مجددا|اخيرا|بوضوح|بشده|مرارا|قد|مساء \w+|صباح \w+|بحسب \w+|[،,\"])(?!\w) ?"
)
_ADJUNCT = re.compile(
    r" ?(?<!\w)و?(?:عند|في|خلال|عقب|بعد|قبل|اثناء|لدي|ضمن|عبر|امس|اليوم|غدا|امام|ردا|تعليقا|بمناسبه|مع|الذي|التي|الذين|عن|بحضور|"
    r"بدوره|بدورها|ايضا|كذلك|قايلا|قايله|مساء|صباح|ظهر|يوم|حيث|انه|ان|الي|علي|من|منذ|قد|لوكاله|لقناه|لصحيفه|لوسايل|للصحفيين|"
    r"للصحافيين|بان|بانه|هنا|بشان|حول|وذلك|و[يت]\w{3,}(?= ان))(?!\w)| ?[،,;:؛(\"]| - "
)
_NO_SUBJECT = re.compile(
    r"(?:في|خلال|عقب|بعد|قبل|اثناء|لدي|ضمن|عبر|امام|ردا|تعليقا|مع|عن|علي|الي|من|ب\w+ ان|ان|انه|بان|له|لها|لهم|فيه|فيها|كل ما|ما|"
    r"عند|لل\w+|هذا|ذلك|[يتن]\w{3,} (?:ان|في|علي|الي)|يوم|حول|بشان)(?!\w)"
)
_APART = re.compile(
    r"(?<!\w)(?:خلال|عقب|علي هامش|مع|لدي (?:لقاي|استقبال)|في (?:كلم|تصريح|بيان|حديث|ختام|افتتاح|اتصال|موتمر)\w*|امام|استقبال\w*|"
    r"لقاي\w*)(?!\w)"
)
TITLE_FOR_NAME = re.compile(r"(?:سعادت|معالي|سمو|فخامت|جلالت|سيادت|دولت|سماحت|فضيلت|غبطت)(?:ه|ها|هم|هما)(?!\w)")
_HONOUR = re.compile(
    r"(?:(?:معالي|سعاده|سمو|فخامه|جلاله|سياده|سماحه|السيد|السيده|الدكتور|الدكتوره|الشيخ|الامير) )+(?=\w)"
)
_PAPER = re.compile(r"(?:ال)?(?:بيان|بلاغ|تقرير|مذكره|رساله|ناطق|متحدث|مصدر|مصادر)(?!\w)")
_SPOKESMAN = re.compile("المتحدثه?|الناطقه?")
_OBJECT = re.compile(
    r"(?:المجتمع|الدول|دول|جميع|كل|كافه|الاطراف|الطرفين|الجانبين|الامم|مجلس الامن|السلطات|الحكومات|الحكومه|المشاركين|الشركاء|"
    r"المواطنين|الحاضرين)(?!\w)"
)
_WAS = re.compile(r"(?:^|[\s،,])و?كان(?:ت|وا)? |(?:^|[\s،,])(?:لكن|الا ان|غير ان|فيما|بينما|كما ان) ")
_PRESENT = re.compile(r"[يت]\w{3,}")
_OF_SEVERAL = re.compile(r"(?<!دع)(?<!عز)(?<!سع)(?<!رج)(?:ا|وا)$")
_GATHERING = re.compile(r"(?:ال)?(?:قمه|موتمر|اجتماع|مجلس|لجنه|دوره|ملتقي|منتدي|ورشه|ندوه|جمعيه)(?!\w)")
_ISSUED_BY = re.compile(
    r"(?:ال)?(?:بيان|بلاغ|تصريح|تقرير)\w{0,2} (?:\w+ ){0,2}?(?:ل|عن |من |اصدرته |نشرته |صادر عن |صدر عن |صدر من |)((?:ال)?(?:وزاره|رياسه|ديوان|سفاره|مكتب|قياده|بعثه|هييه|خارجيه|مجلس|لجنه|امانه|منظمه|حكومه)(?!\w))"
)
_PLACED = re.compile(
    r"(?<!\w)(?:و?(?:في|من|الي|عن|علي|مع|بين|لدي|حول|بشان)|لل\w+|ل) (?:دوله |مملكه |سلطنه |جمهوريه )?$|(?<!\w)[وف]?[بل]$"
)
_WAS_ALONE = re.compile(r"[وف]?كان(?:ت)? (?:(?:قد )?((?:(?!قد )\w+ ){1,3})(?:قد )?|((?:(?!قد )\w+ ){4,8})قد )$")
_MARKS = " ،,.ـ-\"'«»“”()"
_NAME_WORDS = 10
_ROLE_WORDS = 5
_NEAR = 45
_REACH_WITHIN = 70
_BEGUN = 70


class Subjects:
    """Finds subjects in one text."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._cast = scene.cast
        self._together = Several(page, scene.cast)
        self._sources: dict[str, Name] = {}
        self.source: Name | None = None  # whom the sentence begins with: بحسب ...

    def of(self, hit: Hit, zone: tuple[int, int], found: list[Act], edge: tuple[int, int]) -> Name | None:
        """Who does what the finite verb says; without a subject of its own, whoever was spoken of last."""
        if {"we", "passive"} & set(hit.code.split()):
            return None
        named = self.named(*zone)
        if hit.kind == "do":
            return named if hit.start <= edge[0] + _NEAR else None
        if named is not None and not self._is_asked(hit, zone, named, found):
            return named
        verb = hit.start - len(hit.clitic)
        if RELATIVE.search(self._text, max(edge[0], verb - 12), verb):
            mentions = self._cast.between(edge[0], verb)
            return mentions[-1].who if mentions and mentions[-1].end > verb - 60 else None
        begun = (self.source or self._begun(edge[0], verb)) if not found and hit.clitic else None
        before = self._before(hit, found, edge) or begun
        if before is not None:
            return before
        return (self._several(hit) if _OF_SEVERAL.search(self._text, hit.start, hit.end) else None) or (
            self._scene.focus.anyone
        )

    def _several(self, hit: Hit) -> Name | None:
        """أكدا، شددوا: the two or the body told of before, not one person."""
        body = self._scene.focus.body
        return body if body is not None and body is self._scene.focus.anyone else self._together.pair(hit.start) or body

    def of_adverbial(self, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Name | None:
        """Who does what مؤكدا, داعيا say: the one of the main clause."""
        told = [act for act in found if act.who is not None]
        own = [act for act in told if act.kind != "do" and "nested" not in act.traits] or told
        if own:
            return own[-1].who
        named = self._cast.between(edge[0], hit.start)
        people = [mention for mention in named if mention.who.kind == "person"]
        title = TITLE_FOR_NAME.search(self._text, edge[0], min(hit.start, edge[0] + _NEAR))
        if people and (title is None or people[0].start < title.start()):
            return people[0].who
        if title is not None:
            return self._scene.focus.person or self._scene.focus.anyone
        first = next((mention for mention in named if not _PLACED.search(self._text, edge[0], mention.start)), None)
        return first.who if first is not None else self._scene.focus.anyone

    def _begun(self, start: int, verb: int) -> Name | None:
        """وصف الوزير علي حسن الاتفاق بالمهم، وقال إنه: the person whom the sentence has begun with."""
        mentions = self._cast.between(start, verb)
        if not mentions or mentions[0].who.kind != "person" or mentions[0].start > start + _BEGUN:
            return None
        return mentions[0].who if not _PLACED.search(self._text, start, mentions[0].start) else None

    def named(self, start: int, end: int) -> Name | None:
        """Who is named at the beginning of this folded span; None where no subject stands there."""
        text = self._text
        at = start
        while at < end and text[at] == " ":
            at += 1
        while (match := _LEADING.match(text, at, end)) and match.end() > at:
            at = match.end()
        if at >= end:
            return None
        title = TITLE_FOR_NAME.match(text, at, end)
        if title is not None:
            minister = self._cast.by_role("وزير", at) if title[0].startswith("معالي") else None
            return self._scene.focus.person or self._scene.focus.anyone or minister
        for mention in self._cast.between(at, end):
            if mention.who.kind == "person" and not _APART.search(text, at, mention.start):
                return self._together.couple(mention, end)
        if _NO_SUBJECT.match(text, at, end):
            return None
        honour = _HONOUR.match(text, at, end)
        at = honour.end() if honour else at
        if TITLE_FOR_NAME.match(text, at, end):
            return self._scene.focus.person or self._scene.focus.anyone
        cut = _ADJUNCT.search(text, at + 1, end)
        return self._body(at, cut.start() if cut else end, end)

    def _body(self, start: int, stop: int, end: int) -> Name | None:
        """The office, party or other body that a noun phrase names."""
        words = self._text[start:stop].split()
        if not words or len(words[0]) < 3:
            return None
        mentions = self._cast.between(start, end)
        if mentions and mentions[0].start <= start + 1:
            return self._cast.joined(mentions[0], stop)
        spokesman = self._cast.by_role(words[0], start) if len(words) == 1 and _SPOKESMAN.fullmatch(words[0]) else None
        if spokesman is not None:
            return spokesman
        if _PAPER.match(words[0]):
            return self._issuer(start, stop, end)
        whole = len(words) > _ROLE_WORDS and not mentions
        role = self._cast.by_role(self._text[start:stop], start, self._scene.focus.person, whole=whole)
        if role is not None and self._state_of(start, stop) in (None, role.party):
            return role
        head = self._cast.by_head(words[0][2:], start) if len(words) <= 2 and words[0].startswith("ال") else None
        if head is not None:
            return head
        person = self._cast.by_words(self._text[start:stop])
        if person is not None:
            return person
        if (two := self._together.people(self._text[start:stop], start)) is not None:
            return two
        party = self._together.both(words[0], start) or next((m.who.party for m in mentions if m.start < stop), None)
        last = start + len(" ".join(words[:_NAME_WORDS]))
        name = self._page.quote(start, min(last, stop)).strip(_MARKS).removesuffix(" ل")
        return self._scene.fullest(Name(name, party or self._state_of(start, stop), "body"))

    def _state_of(self, start: int, stop: int) -> str | None:
        """وزارة الخارجية الروسية: the state that an adjective in a body's name is of."""
        hits = self._page.hits_in(self._page.sentence_at(start), "names")
        return next(
            (hit.code for hit in hits_between(hits, start + 1, stop) if hit.code and hit.kind == "demonym"), None
        )

    def _issuer(self, start: int, stop: int, end: int) -> Name:
        """Who speaks through a communiqué, a source or a spokesman; «المصادر» are those that were named before."""
        paper = self._text[start:stop].split(" ", 1)[0]
        if paper.startswith("ال"):
            again = self._sources.get(paper[2:]) if stop - start <= len(paper) + 1 else None
            return again or self._issuing(start, stop, end)
        issuer = self._sources[paper] = self._issuing(start, stop, end)
        return issuer

    def _issuing(self, start: int, stop: int, end: int) -> Name:
        text = self._text
        words = self._page.quote(start, max(stop, start + 4)).strip(_MARKS).removesuffix(" ل")
        named = Name(words, self._state_of(start, stop), "body")
        office = _ISSUED_BY.match(text, start, end)
        if office is not None:
            cut = _ADJUNCT.search(text, office.end(), end)
            head = self._cast.by_head(office[1].removeprefix("ال"), start) if office[1].startswith("ال") else None
            if head is not None:
                return head
            issuer = self._page.quote(office.start(1), cut.start() if cut else end).strip(_MARKS)
            return Name(" ".join(issuer.split()[:_ROLE_WORDS]), None, "body")
        mentions = self._cast.between(start, min(end, start + 90))
        if mentions:
            who = mentions[0].who
            return who if text.startswith("بيان", start) or who.kind == "person" else named._replace(party=who.party)
        for word in text[start : min(end, start + 60)].split()[1:]:
            head = self._cast.by_head(re.sub(r"^(?:لل|ال)", "", word), start) if word.startswith(("لل", "ال")) else None
            if head is not None:
                return head
        return (self._scene.focus.body if text.startswith(("البيان", "البلاغ", "التقرير"), start) else None) or named

    def _is_asked(self, hit: Hit, zone: tuple[int, int], named: Name, found: list[Act]) -> bool:
        """دعا المجتمع الدولي إلى: after a verb of asking the first name may be who is asked."""
        if hit.kind not in ("call", "request") or named.kind == "person":
            return False
        verb = hit.start - len(hit.clitic)
        if any(mention.end == verb - 1 for mention in self._cast.between(max(0, verb - 60), verb)):
            return True
        return bool(found) or bool(_OBJECT.match(self._text, zone[0] + 1))

    def _before(self, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Name | None:
        """A subject before the verb: وكان الوزير أكد, or a headline."""
        verb = hit.start - len(hit.clitic)
        if hit.clitic or LINKED.search(self._text, max(edge[0] - 1, verb - 14, 0), verb):
            return None
        if found:
            return self._within(found[-1], verb)
        mentions = self._cast.between(edge[0], verb)
        if mentions and (mentions[0].start <= edge[0] + _NEAR or _WAS.search(self._text, edge[0], verb)):
            people = [mention.who for mention in mentions if mention.who.kind == "person"]
            return people[0] if people else self._cast.joined(mentions[0], verb)
        was = _WAS_ALONE.match(self._text, edge[0], verb)
        if was is not None:
            return self._body(*was.span(1 if was[1] else 2), verb)
        return self._headline(edge[0], verb) if _PRESENT.match(self._text, hit.start) else None

    def _headline(self, start: int, verb: int) -> Name | None:
        """وزيرا الدفاع يؤكدان: a noun phrase before a verb of the present is its subject."""
        words = self._text[start:verb].split()
        if not 0 < len(words) <= _ROLE_WORDS or _NO_SUBJECT.match(self._text, start, verb):
            return None
        return self._body(start, verb, verb)

    def _within(self, act: Act, verb: int) -> Name | None:
        """أن الكويت وقطر اتفقتا، أن قمة الرياض أوصت: who stands between أن and the verb."""
        if act.content is None or not act.content[0] < verb <= act.content[0] + _REACH_WITHIN:
            return None
        mentions = self._cast.between(act.content[0], verb)
        if mentions and mentions[0].start == act.content[0]:
            who = self._cast.joined(mentions[0], verb)
            return who if mentions[-1].end >= verb - 1 or "," not in self._text[mentions[0].end : verb] else None
        if _GATHERING.match(self._text, act.content[0], verb):
            words = self._text[act.content[0] : verb].split()[:_ROLE_WORDS]
            name = self._page.quote(act.content[0], act.content[0] + len(" ".join(words)))
            return Name(name, self._cast.main_organisation, "body")
        return None
