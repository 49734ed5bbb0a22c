"""Arabic: the acts of a sentence. The verb comes first, then who, then أن, a preposition, a noun or a quotation."""

from __future__ import annotations

import re

from mithaq.core.text import fold
from mithaq.reading.acts import ADVERBIAL, KINDS, Act, Scene, without_stop
from mithaq.reading.cast import Name
from mithaq.reading.complement_ar import Complements, Frame
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.subject_ar import LINKED, RELATIVE, TITLE_FOR_NAME, Subjects

_FIRST_PERSON = re.compile(r"(?:اننا|انني|لقد \S+نا|نحن|لا ن\w{2,}|لن ن\w{2,}|نود|نري|نعمل|نوكد|اود|ادعو|اتطلع)(?!\w)")
_TAIL = re.compile(r"[\s،,;؛]*(?:(?:كما|لكنه|لكنها|لكن|ثم|فيما|بينما|حيث|وقد|في حين|في المقابل|و)(?= ?$))?[\s،,;؛]*$")
_ASIDE = re.compile(
    r"[،,] وكان(?:ت|وا)? |[،,]? (?:و?ذلك|جاء ذلك) (?:خلال|في (?:كلم|تصريح|بيان|ختام|مستهل|حديث|اتصال|اطار لق)\w*|علي هامش|اثناء|"
    r"لدي|عقب|ضمن كلم\w*)|[،,] (?:حسب|بحسب|وفق|حسبما|وفقا) "
)
_ASIDE_WORDS = ("ذلك", " وكان", "حسب", "وفق")
_IN_PAPER = re.compile(
    r" (?:ال)?(?:بيان|نص|تقرير|رساله|كلمه|خطاب|وثيقه|قرار|اعلان|بلاغ|مذكره|تصريح|برقيه)\w{0,2}(?!\w)"
)
_HAS_SAID = re.compile(r"(?<!\w)[بل]?ان(?:ه|ها)?(?!\w).*[،,\"] ?$")  # أضاف أن ...، قائلا
_SAID_ON = re.compile(r" (?!و)(?:[^\s،,.؛;]+ ){2,}[^\s،,.؛;]")
_ENDS_WITH = re.compile(r" ب(?:ان|القول)")
_PRESENT = re.compile(r"[يت]\w{2}")
_BACKGROUND = re.compile(r"و?يذكر ان(?:ه|ها)?(?!\w)")
_NOT_TOLD = re.compile(r"(?<!\w)(?:[وف]?(?:لم|لن|لا)|[لب]?ما|حسبما) $")  # لم يعلن, بحسب ما أعلن
_FORETOLD = frozenset(("say", "call", "request", "recommend"))
_ADJECTIVE = re.compile(r"(?<!\w)(?:(?!ال|وال)\w{2,}(?:ه|ات)|اليه) \w{3,}ه$")  # آلية مشددة
# في وقت سابق، ذكر ...
_FRONTED = re.compile(
    r"(?:وفي|في|خلال|عقب|حول|وحول|من|بعد|قبل|الي ذلك|هذا|اثر|ردا|و?بحسب|و?حسب|و?وفقا?|بدوره\w?|وفيما|فيما)(?!\w)[^،,:\"]{0,80}[،,] ?$"
)
_CONDITION = re.compile(r"(?<!\w)(?:اذا|لو|ما لم|في حال) $")
_SAYING = frozenset(("say", "saying"))
_AGAIN = re.compile(r"[بلف]?ان(?:ه|ها|هم)?(?!\w)")
_COMMA = re.compile(r"[،,:؛;] ?|(?<=\w) - |(?= ف(?:ان|قد) )")
_MAY_TELL = re.compile(
    r"(?:(?:عده|بعض) )?(?:ال)?(?:دبلوماسي\w*|قيادي|مصدر|مصادر|بيان\w*|تصريح\w*|مسوول\w*|متحدث\w*|ناطق\w*|تقرير|تقارير|احصاء\w*|احصاييات|دراسه|دراسات|وزاره|لجنه|منظمه|"
    r"مكتب|سفاره|هييه|مجلس|بعثه|قياده|مذكره|رساله|وثيقه|وثايق|موقع|شهود|خبراء|مراقبين|محللين|ديوان|رياسه|امانه|مركز|معهد|بيانات)(?!\w)"
)
_AGENCY = re.compile(
    r"(?<!\w)(?:لل|ال|ل)?(?:وكال|صحيف|قنا[هت]|رويترز|فرانس برس|وسايل|موقع|جريد|\"الفرنسيه\"|\"الالمانيه\")"
)
_BELONGING = re.compile(r" ?(?:ل(?=ل?\w)|(?:ما )?(?:ذكر|اورد|اعلن|قال|افاد|نقل|جاء)\w*(?: (?:في|عن|به))?)? ?")
# the last verb of saying with أن, and a verb of the present in what it says
_TOLD_THAT = re.compile(
    r"(?P<verb>\w*(?:قال|اكد|وكد|اوضح|اضاف|ذكر|اشار|اعتبر|شدد|اعلن|بين)\w{0,2})(?= )[^.؛]{0,160}? [بل]?ان(?:ه|ها)?(?!\w)[^.؛]*? ي\w{3,}(?= )[^.؛]*$"
)
# on the need of something that does this, and ...
_NEED_TOLD = re.compile(
    r"علي (?:اهميه|ضروره) [^.؛]{0,120} (?!تعزيز|تطوير|تنسيق|توحيد|تكثيف|تفعيل|تحقيق|توفير)ت\w{3,4} [^.؛]{0,80}، و$"
)
_NEED_REACH = 260
_REACH = 420
_LEAST = 20
_LONGEST_QUOTE = 1200
_INITIAL = 14
_TITLED = 40


class Listener:
    """Goes through the sentences of one Arabic page in order."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._complements = Complements(scene)
        self._subjects = Subjects(page, scene)

    def acts(self, sentence: int) -> list[Act]:
        """The acts of a sentence, in order."""
        edge = self._page.edges[sentence]
        hits = self._page.hits_in(sentence, "acts")
        quotes = self._scene.quotes_in(*edge)
        verbs = [hit for hit in hits if hit.kind in KINDS and self._is_verb(hit, hits, edge[0])]
        found: list[Act] = []
        opening: list[int] = []
        told: list[int] = []
        initial = (hit for hit in hits if hit.kind == "according" and hit.start <= edge[0] + _INITIAL)
        self._subjects.source = next((who for hit in initial if (who := self._source(hit, edge)[0])), None)
        for place, hit in enumerate(verbs):
            frame = self._complements.of(hit, hits, quotes, self._limit(verbs, place, edge[1]))
            if frame is not None:
                found.append(self._act(sentence, hit, frame, found, edge))
            else:
                self._turn_to(hit, edge)
            if self._opens(hit) and (frame is not None or (hit.kind == "saying" and self._after_comma(hit))):
                opening.append(hit.start - len(hit.clitic))
                if hit.kind == "saying" and self._after_comma(hit):
                    told.append(opening[-1])
        found += [
            act for hit in hits if hit.kind == "according" and (act := self._according(sentence, hit, found, edge))
        ]
        if not any(act.who for act in found):
            self._settle(edge)
        return [self._ended(act, opening, told, quotes, edge[1]) for act in found]

    def _is_verb(self, hit: Hit, hits: list[Hit], start: int) -> bool:
        if (hit.clitic and hit.clitic.strip("وفس")) or self._is_no_act(hit):
            return False
        if self._text.startswith("قايل", hit.start):
            said = (other for other in hits if other.kind == "say" and other.end < hit.start < other.end + 200)
            return all(_HAS_SAID.search(self._text, other.end, hit.start) for other in said)
        if _NOT_TOLD.search(self._text, max(start, hit.start - 7), hit.start - len(hit.clitic)):
            return False
        if hit.start <= start + 2 and _BACKGROUND.match(self._text, hit.start):
            return False
        if _PRESENT.match(self._text, hit.start) and RELATIVE.search(self._text, max(start, hit.start - 12), hit.start):
            return False
        if hit.kind not in _SAYING and _CONDITION.search(self._text, max(start, hit.start - 8), hit.start):
            return False
        if hit.kind in _FORETOLD and "س" in hit.clitic:
            return False  # سيطالب, ستؤكد: nobody has yet
        if hit.kind == "saying" and _ADJECTIVE.search(self._text, max(start, hit.start - 16), hit.end):
            return False
        if "initial" in hit.code and hit.kind not in ADVERBIAL:
            return (
                hit.start == start
                or "و" in hit.clitic
                or self._text.endswith(" قد ", 0, hit.start)
                or bool(LINKED.search(self._text, max(start - 1, hit.start - 14, 0), hit.start))
                or bool(_FRONTED.match(self._text, start, hit.start))
            )
        return True

    def _is_no_act(self, hit: Hit) -> bool:
        """جاء في إطار: nothing is said, جاء في البيان أن is another matter; لجنة مكلفة is a committee."""
        if self._text.startswith("مكلف", hit.start):
            return not self._after_comma(hit)
        if self._text.startswith(("تصريحه", "كلمته", "حديثه", "كلمتها"), hit.start):
            return not _ENDS_WITH.match(self._text, hit.end)  # اختتم تصريحه بأن
        return self._text.startswith(("جاء", "ورد"), hit.start) and not _IN_PAPER.match(self._text, hit.end)

    def _limit(self, verbs: list[Hit], place: int, end: int) -> int:
        """Where the complement must have begun: at the next verb that opens a clause of its own."""
        hit = verbs[place]
        for later in verbs[place + 1 :]:
            if later.start >= hit.end and self._opens(later):
                return later.start - len(later.clitic)
        return min(end, hit.end + _REACH)

    def _opens(self, hit: Hit) -> bool:
        """Does this verb begin a clause that is told beside the one before?"""
        if hit.kind in ADVERBIAL:
            return hit.kind != "doing" or self._after_comma(hit)
        joined = ("و" in hit.clitic or "ف" in hit.clitic) and not self._goes_on_telling(hit)
        if hit.kind == "do":
            ours = self._text.startswith("ن", hit.start)  # ..., ونرحب بـ: the speaker goes on
            return joined and "judge" in hit.code and not ours and self._after_comma(hit)
        at = hit.start - len(hit.clitic)
        return joined or bool(LINKED.search(self._text, max(0, at - 14), at))

    def _goes_on_telling(self, hit: Hit) -> bool:
        """أكد أن المشروع يعكس … ويكشف عن …: a verb of the present joined to another one of the same content."""
        if hit.kind == "call" and self._text.startswith("ت", hit.start):  # حلول تضمن الاستقرار، وتشجع على التعاون
            told = _NEED_TOLD.search(self._text, max(0, hit.start - _NEED_REACH), hit.start)
            return told is not None
        if not self._text.startswith("ي", hit.start):
            return False
        before = _TOLD_THAT.search(self._text, max(0, hit.start - _REACH), hit.start)
        return before is not None and not before["verb"].startswith("ي")

    def _after_comma(self, hit: Hit) -> bool:
        at = hit.start - len(hit.clitic)
        return self._text[max(0, at - 2) : at].rstrip()[-1:] in ("،", ",", ";", "؛")

    def _act(self, sentence: int, hit: Hit, frame: Frame, found: list[Act], edge: tuple[int, int]) -> Act:
        kind, adverbial = ADVERBIAL.get(hit.kind, hit.kind), hit.kind in ADVERBIAL
        traits = frozenset(hit.code.split())
        if adverbial:
            who = self._subjects.of_adverbial(hit, found, edge)
        else:
            who = self._subjects.of(hit, frame.zone, found, edge)
            quoted = kind == "do" and any(a <= hit.start < b for a, b in self._scene.quotes_in(hit.start, hit.end))
            self._scene.focus.on(who if kind != "do" or (who and who.kind != "body" and not quoted) else None)
            if not self._opens(hit) and any(_holds(act, hit.start) for act in found):
                traits |= {"nested"}
        if kind == "say" and who is not None and who.kind == "body" and _AGENCY.match(fold(who.name).text):
            kind = "do"  # a news agency is the source of the news, not a speaker
        content = (frame.content, edge[1]) if kind != "do" else None
        direct = frame.how == "quote" or (frame.how == "that" and self._first_person(frame.content))
        clause = hit.start - len(hit.clitic)
        return Act(sentence, hit.start, hit.end, clause, kind, traits, adverbial, who, content, frame.how, direct)

    def _first_person(self, content: int) -> bool:
        before = self._text[max(0, content - 7) : content].rstrip()
        return before.endswith(("اننا", "انني")) or bool(_FIRST_PERSON.match(self._text, content))

    def _turn_to(self, hit: Hit, edge: tuple[int, int]) -> None:
        """A verb of saying without content still tells who is spoken of."""
        if hit.kind == "say" and (hit.start == edge[0] or self._opens(hit)):
            who = self._subjects.named(hit.end, min(edge[1], hit.end + 120))
            self._scene.focus.on(who if who and who.kind != "body" else None)

    def _settle(self, edge: tuple[int, int]) -> None:
        """Turn to whoever the sentence begins with where nobody acts in it; not past «معاليه»."""
        if TITLE_FOR_NAME.search(self._text, edge[0], min(edge[1], edge[0] + _TITLED)):
            return
        named = self._scene.cast.between(edge[0], min(edge[1], edge[0] + 120))
        self._scene.focus.on(next((mention.who for mention in named if mention.who.kind == "person"), None))

    def _ended(self, act: Act, opening: list[int], told: list[int], quotes: list[tuple[int, int]], end: int) -> Act:
        """The same act with the end of its content: at the next clause, the closing mark or the full stop.

        A quotation may hold several sentences; لافتا إلى (one of `told`) in it tells on and is not quoted.
        """
        if act.content is None or act.how == "according":
            return act
        start = act.content[0]
        clauses = (c for c in opening if c > start and (c in told or not _inside(c, quotes, start)))
        stop = next(clauses, end)  # they stand in order
        around = next((span for span in quotes if span[0] <= act.start < span[1]), None)
        quote = next((span for span in quotes if span[0] in (start, start + 1)), None)
        if quote is not None and stop == end < quote[1] and self._closes(quote, start):
            stop = quote[1]
        whole = quote is not None and quote[1] <= stop and (act.how == "quote" or self._text.count(" ", *quote) > 3)
        if whole and quote is not None and act.how == "that" and _SAID_ON.match(self._text, quote[1] + 1, stop):
            whole = False  # إنه «ينتظر وصول الوفد» إلى جنيف للمشاركة
        if around:
            stop = min(stop, around[1])
        elif quote and whole:
            start, stop = quote
        start, stop = self._trimmed(start, stop, act.how)
        return act._replace(
            content=(start, stop) if stop > start else None, direct=act.direct or (whole and not around)
        )

    def _closes(self, quote: tuple[int, int], start: int) -> bool:
        """Is the quotation closed by a mark, and not too long to be one?"""
        if not self._text.startswith('"', quote[1]) or quote[1] - start > _LONGEST_QUOTE:
            return False
        first, last = self._page.sentence_at(start), self._page.sentence_at(quote[1] - 1)
        return not any(
            hit.kind == "say" and hit.start <= self._page.edges[index][0] + 1
            for index in range(first + 1, last + 1)
            for hit in self._page.hits_in(index, "acts")
        )

    def _trimmed(self, start: int, stop: int, how: str) -> tuple[int, int]:
        text = self._text
        while start < stop and text[start] in ' "،,:-':
            start += 1
        if how in ("noun", "according") and (that := _AGAIN.match(text, start, stop)):
            start = min(stop, that.end() + 1)
        if how != "quote" and any(text.find(word, start, stop) >= 0 for word in _ASIDE_WORDS):
            aside = _ASIDE.search(text, start, stop)
            stop = aside.start() if aside else stop
        tail = _TAIL.search(text, max(start, stop - 14), stop)
        return start, without_stop(text, start, tail.start() if tail else stop)

    def _according(self, sentence: int, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Act | None:
        """بحسب البيان، …: what is told after somebody."""
        who, comma = self._source(hit, edge)
        said = [act.clause for act in found if act.kind == "say"]
        initial = hit.start <= edge[0] + _INITIAL or ("و" in hit.clitic and self._after_comma(hit))
        later = min((clause for clause in said if clause > hit.start), default=edge[1])
        if who is None or (said and not initial) or (initial and comma and later - comma.end() < _LEAST):
            return None
        span = (comma.end(), later) if initial and comma else (edge[0], hit.start - len(hit.clitic))
        span = self._trimmed(*span, "according")
        if span[1] - span[0] < _LEAST:
            return None
        traits = frozenset(("according",))
        return Act(sentence, hit.start, hit.end, hit.start, "say", traits, False, who, span, "according", False)

    def _source(self, hit: Hit, edge: tuple[int, int]) -> tuple[Name | None, re.Match[str] | None]:
        """Who stands after بحسب, and the mark behind; whoever it is, is spoken of."""
        comma = _COMMA.search(self._text, hit.end, edge[1])
        zone = (hit.end, comma.start() if comma else edge[1])
        if _AGENCY.search(self._text, *zone):
            return None, comma
        belonging = _BELONGING.match(self._text, *zone)
        who = self._subjects.named(belonging.end() if belonging else zone[0], zone[1])
        if who is not None and who.kind == "body" and not who.party and not _MAY_TELL.match(fold(who.name).text):
            return None, comma  # وفق الممارسات الدولية
        self._scene.focus.on(who)
        return who, comma


def _holds(act: Act, offset: int) -> bool:
    """Is the offset within what this act says in so many words?"""
    return (
        act.kind == "say"
        and act.how in ("that", "quote")
        and act.content is not None
        and (act.content[0] < offset or (act.how == "quote" and act.content[0] == offset))
    )


def _inside(offset: int, quotes: list[tuple[int, int]], content: int) -> bool:
    """Does the offset lie in a quotation that began after the content did, or with it?"""
    return any(start <= offset < end and start >= content - 1 for start, end in quotes)
