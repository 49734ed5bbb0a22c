"""Commitments: clauses that recommend, call for, propose, decide, pledge or ask for what a party should or will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mithaq.reading.acts import Act
from mithaq.reading.areas import areas_of
from mithaq.reading.cast import Name
from mithaq.reading.findings import Commitment, Found
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech

_TYPES = {
    "call": "call",
    "recommend": "recommendation",
    "propose": "proposal",
    "decide": "decision",
    "pledge": "pledge",
    "request": "request",
}
_BY_PARTY = frozenset(("decision", "pledge", "request"))
_CLEAR = frozenset(("call.verb", "recommend.verb", "propose.verb", "decide.verb", "decide.agree", "pledge.verb", "say.need", "request.verb"))

# Arabic
_NEGATED_AR = re.compile(r"(?<!\w)(?:ليس|ليست|لم|غير|دون|بلا|لا) (?:في )?$")
_EVENT_AR = re.compile(
    r"(?<!\w)[وبل]?(?:ال)?(?:اجتماع\w*|موتمر\w*|قمه|ندوه|منتدي|جلس\w+|مداولات|محادثات|مباحثات|زيار\w+|لقاء\w*|ورشه|ورش|دوره|فعاليات|اعمال|مناقشات|"
    r"حفل|احتفال|مهرجان|معرض|جدول|كلمه|كلمات|انتخابات|بطوله|وفود|وفد)(?!\w)"
)
_FUTURE_AR = re.compile(r"(?:سوف|لن) $")
_BODY_AR = re.compile(r"(?<!\w)[وفبل]?(?:بلاده|بلادها|بلادنا|حكومته|حكومه|الحكومه|الحلف|الناتو|المجلس|المنظمه|الجامعه|الاتحاد|الوزاره|وزاره|المملكه|الدوله|دوله|دول|القوات|القياده|الامانه|"
    r"المركز|البرنامج|الصندوق|المفوضيه|الوكاله|اللجنه|هيئه|البنك|الجانبان|الطرفان|البلدان|الشركاء|الحلفاء|الاعضاء|حزمه|الحزمه|المبادره|الاتفاقيه)(?!\w)")
_OPENING_AR = re.compile(r"(?<!\w)(?:ان|بان|انه|انها|الذي|التي|كما|حيث|فيما|لكن|وان)(?!\w)|[،,؛:\"]")
_PLACED_AR = re.compile(r"(?:في|الي|من|مع|علي|عن|بين|لدي|ل|ب) ?$")
_PLACED_EN = re.compile(r"\b(?:in|to|from|with|for|by|at|of|between)(?: the)? $")
_AND = re.compile(r" و| and (?:the )?|, (?:the )?|، و?")
_MEETING_NOUN_AR = re.compile(r" ?(?:عقد|بحث|مناقش|استعراض|لقاء|اجتماع|محادثات|مباحثات|تبادل|زيار|طرح|تناول|اختيار|انتخاب|الاعلان|اعلان)")
_ANNOUNCED_AR = re.compile(
    r"(?:عن )?(?:انشاء|اطلاق|افتتاح|تقديم|تخصيص|تاسيس|استضافه|ارسال|زياده|تمويل|دعم|اقامه|مضاعفه|نشر|تبرع|منح|مساعد|خطه|خطط|عزم|نيه|توفير|فتح|بدء|مساهم|حزمه|مبادره|برنامج)"
)
_ACTION_AR = "تعزيز|تعميق|بذل|اتخاذ|تضافر|تكثيف|توحيد|توفير|وضع|العمل|عمل|دعم|تنسيق|تعاون|مزيد|جهود|مواجه|مواصل|معالج|تطوير|ايجاد|حلول|استجاب|تحرك|موقف|وقف|تفعيل"
_REQUIRED_AR = re.compile(rf" (?:\S+ ){{0,4}}?(?:ان |علي |من |ضروره |(?:ال)?(?:{_ACTION_AR}))|(?:ه|ها)? ")
_WITH_AR = re.compile(r"(?:\S+ ){0,6}?ب(?!(?:ين|عد|شان)\b)\w{3}")
_FOR_ITSELF_AR = re.compile(r"ب(?:ال)?(?:مساعد|دعم|عقد|تسليح|تدريب|تعويض|حماي|تمويل|استعاده|اعاده)")
_THAT_AR = re.compile(r"(?:علي )?ان(?:ه|ها)?(?!\w)")
_TO_DO_AR = re.compile(r"(?<!\w)(?:يجب|ضرور\w*|ينبغي|يتعين|لا بد|س[يت]\w{3,}|سوف|اهميه|يكون|تكون|يتم|تتم|يعقد|تعقد)(?!\w)")
_HOSTING_AR = re.compile(r"رحب\w* (?:\S+ ){0,4}?باستضاف\w+")
_CONVENED_AR = re.compile(
    r"(?<!\w)[وس]{0,2}[يت](?:ن)?عقد (?:\S+ ){0,7}?(?:اجتماع|قمه|جلس|دور|موتمر)\w* (?:\S+ ){0,4}?(?:طاري|استثناي)\w*"
)
_HOPE_AR = re.compile(r"(?:خالص |كبير )?امل\w* (?:في |ب)?(?:ان|انه|\w+)")

# English
_GERUND = re.compile(r"(?: \w+,?){0,2}? \w{3,}ing\b")
_NEED_OBJECT = re.compile(r" (?:\S+ ){0,8}?to \w+| \w+| (?:\S+ ){0,3}?\w+ing\b")
_WILL_VERB = re.compile(r"(?: (?:not|also|now|further|together|jointly|soon|always|never|therefore|in turn|likewise|only|both|still|each|all|\w+ly)(?=,? ))*,? (\w+)(?: (\w+))?(?: (\w+))?")
_NO_PLEDGE = frozenset(
    "be have meet attend participate discuss visit travel take hold join include mark arrive depart chair speak see receive brief "
    "review consider explore feature depend require need come become last go get make happen find know like also offer open enter affect cost "
    "impact lead result help give mean allow enable face cover appear pass await say tell show focus address host deliver convene bring begin start conclude".split()
)
_OURS_ONLY = frozenset("focus address host deliver convene bring begin start conclude make give help open offer lead allow enable take hold consider explore review go come hold discuss find receive be".split())
_PASSIVE_PLEDGE = frozenset("provided established created deployed delivered strengthened expanded increased allocated implemented launched invested funded set made offered supported trained continued doing providing supporting working taking investing".split())
_EVENT_EN = re.compile(r"\b(?:meetings?|summit|conference|talks|visit|session|forum|discussions?|event|workshop|exercise|ceremony|call|trip|agenda|election|game)s?\b[\w ]{0,24}$")
_OWN = re.compile(r"(?:\bour|\bwe|\bi)\b")
_BODY_EN = re.compile(r"\b(?:alliance|allies|council|leaders|ministers|governments?|countries|nations|parties|sides|members|states|organi[sz]ation|commission|union|"
    r"partnership|initiative|programme?|fund|package|plan|centre|center|strategy|administration|president|secretary|minister|they|framework|agreement|team|forces)\b")
_POSSESSED = re.compile(r"(?:\bour|\btheir|\bits|\bhis|\bher|'s|\bu\.s\.|\bthe|\bof|\bstates|\bstrong|\bfirm|\bunwavering|\benduring|\bjoint|\bshared|\bmutual|\bcontinued|\blongstanding|\bironclad|\bsteadfast|\bfull) (?:[\w-]+,? (?:and )?){0,3}$")
_TO_EN = re.compile(r" (?:\S+ ){0,2}?(?:to|on|towards?|that) ")
_ANNOUNCED_EN = re.compile(r"[^.;]{0,60}?(?:\$|€|million|billion|\bnew\b|additional|\bplans?\b|\bintent|assistance|funding|support for|package|contribution|deployment|establishment|creation|launch of)")
_TO_DO_EN = re.compile(r"\b(?:will|would|should|must|can|shall|need|needs|to (?!be\b)\w+)\b")
_CONVENED_EN = re.compile(
    r"\b(?:will (?:hold|convene)|convenes?|to (?:hold|convene)|is convening|has called|called) (?:an? |its |the )(?:\w+ ){0,3}?(?:emergency|extraordinary|special) (?:\w+ ){0,3}?"
    r"(?:meeting|session|summit)\b"
)
_NEGATED_EN = re.compile(r"\b(?:not|never|no|without|if|whether) (?:\w+ )?$")
_CONDITION = re.compile(r"\b(?:if|what|how|who|where|when|which|whether)\b[^,]{0,40}$|^ ?should ")
_VAGUE_MUST = re.compile(r" (?:be noted|note|say|remember|recall|be recalled)\b")


class _Clause(NamedTuple):
    """A clause by folded offsets, with what it is and why."""

    start: int
    end: int
    type: str
    rule: str
    who: Name | None
    speaker: Name | None
    ours: bool


def find_commitments(page: Page, found: Found, speech: Speech) -> tuple[Commitment, ...]:
    """All commitments in order; of two in one another only the outer one."""
    reader = _Reader(page, found, speech)
    return tuple(commitment for index in range(len(page.edges)) for commitment in reader.commitments(index))


class _Reader:
    """Goes through the sentences of a page."""

    def __init__(self, page: Page, found: Found, speech: Speech) -> None:
        self._page = page
        self._text = page.folded.text
        self._found = found
        self._speech = speech
        self._arabic = page.language == "ar"
        self._main = speech.cast.main_party()
        self._speaker: Name | None = None

    def commitments(self, sentence: int) -> Iterator[Commitment]:
        """Those of one sentence."""
        acts = self._speech.acts[sentence]
        hits = self._page.hits_in(sentence, "acts")
        clauses = [*self._acted(acts, hits), *self._modal(sentence, acts, hits), *self._convened(sentence)]
        last = -1
        for clause in sorted(clauses, key=lambda item: (item.start, -item.end, item.rule)):
            if clause.start >= last and clause.end > clause.start:
                last = clause.end
                yield self._commitment(sentence, clause)

    # Verbs of asking, deciding, promising; what was affirmed or announced

    def _acted(self, acts: tuple[Act, ...], hits: list[Hit]) -> Iterator[_Clause]:
        for act in acts:
            if act.kind == "do" and (match := _HOSTING_AR.match(self._text, act.start)):
                yield _Clause(act.start, match.end(), "pledge", "pledge.host", act.who or self._host(act), act.who, False)
            if act.content is None or act.how == "turn":
                continue
            if act.kind in _TYPES and (self._arabic or self._followed(act)) and self._binds(act):
                trait = next(iter(sorted(act.traits - {"we", "base", "weak"})), "verb")
                yield self._clause(act.start, act, self._type(act), f"{act.kind}.{trait}")
            elif act.kind == "hope" and re.match(r" (?:that )?[^.;]{3,80}?\b(?:will|would|can|could)\b", self._text[act.end : act.content[1]]):
                yield self._clause(act.start, act, "request", "hope")
            elif act.kind == "say":
                yield from self._affirmed(act, hits)

    def _type(self, act: Act) -> str:
        """Who asks for something for themselves, of nobody in particular, requests it."""
        if act.kind == "call" and "demand" in act.traits and act.content and _FOR_ITSELF_AR.match(self._text, act.content[0]):
            if not self._speech.cast.between(act.content[0] - 24, act.content[0]):
                return "request"
        return _TYPES[act.kind]

    def _binds(self, act: Act) -> bool:
        """Is it more than a view that was agreed? "agreed that talks were useful" binds nobody."""
        if "agree" not in act.traits or act.content is None:
            return True
        said = self._text[act.content[0] : min(act.content[1], act.content[0] + 160)].strip()
        if self._arabic:
            return not _THAT_AR.match(said) or bool(_TO_DO_AR.search(said))
        return said.startswith(("to ", "on ", "upon ")) or bool(_TO_DO_EN.search(said))

    def _followed(self, act: Act) -> bool:
        """Does what an English verb needs follow it?"""
        rest = self._text[act.end : act.end + 90]
        if {"toverb", "forto"} & act.traits:
            return " to " in rest[:70] or ("forto" in act.traits and rest.startswith(" for"))
        if "to" in act.traits:
            return bool(re.match(r" (?:\w+ ){0,3}?(?:to|for|that) ", rest)) and not rest.startswith(" to the extent")
        if "agree" in act.traits:
            return not re.match(r" (?:with|in|at|by|today at)\b", rest) and bool(rest.strip(" ."))
        return "weak" not in act.traits and not re.match(r" (?:by|as|in)\b", rest)

    def _affirmed(self, act: Act, hits: list[Hit]) -> Iterator[_Clause]:
        """أكد أهمية تعزيز, أعرب عن التزامه, أعلن إنشاء; underscored the need to, reaffirmed the commitment to."""
        assert act.content is not None
        start = act.content[0]
        width = 26 if self._arabic else 70
        for hit in hits:
            if not start - 2 <= hit.start <= start + width:
                continue
            if hit.kind == "need" and self._is_action(hit, hits):
                yield self._clause(hit.start, act, "recommendation", "say.need")
                return
            if hit.kind == "resolve" and act.how != "quote" and self._is_resolve(hit, start):
                yield self._clause(act.start, act, "pledge", f"say.{hit.code}")
                return
        text = self._text
        announces = text.startswith(("اعلن", "معلن", "كشف", "كاشف", "يعلن", "تعلن", "announc"), act.start)
        if announces and act.how == "noun" and (_ANNOUNCED_AR if self._arabic else _ANNOUNCED_EN).match(text, start):
            yield self._clause(act.start, act, "pledge", "say.announce")
        elif self._arabic and _HOPE_AR.match(text, start) and self._speech.cast.between(start, start + 60):
            yield self._clause(act.start, act, "request", "say.hope")

    def _is_action(self, hit: Hit, hits: list[Hit]) -> bool:
        """Is it an action that is important or needed, not a thing?"""
        if not self._arabic:
            rest = self._text[hit.end : hit.end + 60]
            return bool(_GERUND.match(rest)) if hit.code == "importance" else bool(_NEED_OBJECT.match(rest))
        if hit.code == "necessity":
            return True
        return any(noun.kind == "noun" and noun.code == "action" and hit.end <= noun.start <= hit.end + 26 for noun in hits)

    def _is_resolve(self, hit: Hit, start: int) -> bool:
        if self._arabic:
            return hit.start <= start + 3 and (hit.code != "commitment" or bool(_WITH_AR.match(self._text, hit.end + 1)))
        return hit.code != "wish" and bool(_TO_EN.match(self._text, hit.end))

    # Words that oblige or look ahead, wherever they stand

    def _modal(self, sentence: int, acts: tuple[Act, ...], hits: list[Hit]) -> Iterator[_Clause]:
        for hit in hits:
            kind = hit.kind
            if kind == "must" and self._obliges(hit):
                yield self._free(sentence, hit, acts, "call", f"must.{hit.code}")
            elif kind == "need" and self._arabic and hit.code == "necessity" and self._governed(hit) and self._is_action(hit, hits):
                yield self._free(sentence, hit, acts, "recommendation", "say.need")
            elif kind == "resolve" and self._resolves(hit, acts):
                yield self._free(sentence, hit, acts, "pledge", f"resolve.{hit.code}")
            elif kind == "will" and self._will(hit, hits, sentence):
                yield self._free(sentence, hit, acts, "pledge", "will")
            elif kind == "aim" and "س" not in hit.clitic and self._aims(hit, acts):
                yield self._free(sentence, hit, acts, "pledge", f"aim.{hit.code}")

    def _obliges(self, hit: Hit) -> bool:
        text = self._text
        before = text[max(0, hit.start - len(hit.clitic) - 12) : hit.start - len(hit.clitic)]
        if self._arabic:
            if hit.code == "require" and not _REQUIRED_AR.match(text, hit.end):
                return False
            return not _NEGATED_AR.search(before) or hit.code == "verb"
        if hit.code == "phrase":
            return not _NEGATED_EN.search(before)
        return not _CONDITION.search(text[max(0, hit.start - 50) : hit.start]) and not _VAGUE_MUST.match(text, hit.end)

    def _governed(self, hit: Hit) -> bool:
        before = self._text[max(0, hit.start - 6) : hit.start]
        return before.endswith(("علي ", "الي ", "عن ")) or "ب" in hit.clitic

    def _resolves(self, hit: Hit, acts: tuple[Act, ...]) -> bool:
        text = self._text
        if any(act.kind == "do" and "judge" in act.traits and act.start < hit.start < act.end + 120 for act in acts):
            return False
        if self._arabic:
            return text.endswith(("نا",), hit.start, hit.end) and hit.code != "keen"
        own = _POSSESSED.search(text, max(0, hit.start - 60), hit.start)
        if hit.code != "commitment":
            return bool(own and re.search(r"\b(?:our|the u\.s\.|united states)\b", own[0])) and bool(_TO_EN.match(text, hit.end))
        return bool(own) and text.startswith(" to ", hit.end)

    def _will(self, hit: Hit, hits: list[Hit], sentence: int) -> bool:
        return self._will_ar(hit, hits) if self._arabic else self._will_en(hit, sentence)

    def _will_ar(self, hit: Hit, hits: list[Hit]) -> bool:
        text = self._text
        before = text[max(0, hit.start - len(hit.clitic) - 40) : hit.start - len(hit.clitic)]
        never = "never" in hit.code
        if never and not before.endswith("لن "):
            return False
        if not never and "س" not in hit.clitic and not before.endswith("سوف "):
            return False
        after = text[hit.end : hit.end + 40]
        if _EVENT_AR.search(before[-26:]) or _EVENT_AR.match(after.lstrip()):
            return False
        if text.startswith(("تم", "جري"), hit.start + 1):
            return not _MEETING_NOUN_AR.match(after) and any(
                noun.kind == "noun" and noun.code == "action" and hit.end <= noun.start <= hit.end + 12 for noun in hits
            )
        return text[hit.start] == "ن" or self._actor(hit) is not None

    def _will_en(self, hit: Hit, sentence: int) -> bool:
        text = self._text
        start, end = self._page.edges[sentence]
        begins = max(start, text.rfind(". ", start, hit.start), text.rfind("; ", start, hit.start), text.rfind(" that ", start, hit.start))
        subject = text[begins : hit.start]
        match = _WILL_VERB.match(text, hit.end, end)
        if not match or ("would" in hit.code and not self._reported(hit, sentence)):
            return False
        verb = match[1]
        ours = bool(_OWN.search(subject[-90:]))
        if verb in _NO_PLEDGE and not (ours and verb in _OURS_ONLY and verb != "be"):
            named = bool(self._speech.cast.between(max(start, hit.start - 40), hit.start))
            if not ((verb == "focus" and named) or (verb == "be" and {match[2], match[3]} & _PASSIVE_PLEDGE)):
                return False
        if _EVENT_EN.search(subject) or re.search(r"\b(?:this|it|which|that|there|these|those)(?: \w+)? $", subject):
            return False
        return ours or bool(_BODY_EN.search(subject[-60:])) or bool(self._speech.cast.between(max(begins, hit.start - 60), hit.start))

    def _reported(self, hit: Hit, sentence: int) -> bool:
        """Is it within what somebody is reported to have said?"""
        return any(
            act.kind == "say" and act.how == "that" and act.content and act.content[0] <= hit.start < act.content[1]
            for act in self._speech.acts[sentence]
        )

    def _aims(self, hit: Hit, acts: tuple[Act, ...]) -> bool:
        """An aim that somebody tells as their own: تسعى قطر إلى, نعمل على, نحن ملتزمون بـ."""
        text = self._text
        after = text[hit.end : hit.end + 24]
        if hit.code == "commit":
            return bool(re.match(r"(?: \S+)? (?:ب|ل|علي )", after))
        voice = self._speech.voices[self._page.sentence_at(hit.start)]
        said = voice is not None or any(act.kind == "say" and act.content and act.content[0] <= hit.start < act.content[1] for act in acts)
        if not said or _EVENT_AR.search(text[max(0, hit.start - 30) : hit.start]) or _EVENT_AR.match(after.lstrip()):
            return False
        return text[hit.start] == "ن" or self._actor(hit) is not None

    def _convened(self, sentence: int) -> Iterator[_Clause]:
        """A body that calls an extraordinary session or summit decides to."""
        start, end = self._page.edges[sentence]
        match = (_CONVENED_AR if self._arabic else _CONVENED_EN).search(self._text, start, end)
        if match:
            parties = [m.who for m in self._speech.cast.between(start, end) if m.who.kind == "party"]
            yield _Clause(match.start(), match.end(), "decision", "decide.convene", parties[0] if parties else None, None, False)

    def _host(self, act: Act) -> Name | None:
        parties = [m.who for m in self._speech.cast.between(act.end, act.end + 40) if m.who.kind == "party"]
        return parties[0] if parties else None

    # What a clause is made into

    def _clause(self, start: int, act: Act, kind: str, rule: str) -> _Clause:
        assert act.content is not None
        voice = self._speech.voices[act.sentence]
        who = act.who or (voice.who if voice else None)
        return _Clause(start, act.content[1], kind, rule, who, voice.who if voice and voice.who else who, "we" in act.traits)

    def _free(self, sentence: int, hit: Hit, acts: tuple[Act, ...], kind: str, rule: str) -> _Clause:
        """A clause that a word opens; it ends with what is said around it, or with the sentence."""
        around = [act for act in acts if act.content and act.content[0] <= hit.start < act.content[1] and act.kind == "say"]
        voice = self._speech.voices[sentence]
        speaker = around[-1].who if around else voice.who if voice else None
        end = around[-1].content[1] if around and around[-1].content else self._page.edges[sentence][1]
        nexts = [act.clause for act in acts if hit.end < act.clause < end and act.kind != "do" and not around]
        end = min([end, *nexts])
        while end > hit.end and self._text[end - 1] in " .,،;؛!":
            end -= 1
        ours = self._arabic and self._text[hit.start] == "ن" or bool(not self._arabic and _OWN.search(self._text, max(0, hit.start - 60), hit.start))
        who = self._party_near(hit, sentence) if kind == "pledge" else None
        if who is not None and who.kind == "body" and who.party is None:
            who = None
        return _Clause(hit.start, end, kind, rule, who or speaker, speaker, ours)

    def _actor(self, hit: Hit) -> Name | None:
        """The party or body that does what an Arabic verb says: before it (إن الحلف سيقدم) or after it (سيقدمها الحلف)."""
        text = self._text
        start, end = self._page.edges[self._page.sentence_at(hit.start)]
        verb = hit.start - len(hit.clitic)
        begins = max([start, *(match.end() for match in _OPENING_AR.finditer(text, start, verb))])
        for first, last in ((begins, verb), (hit.end, min(end, hit.end + 44))):
            while first < last and text[first] in " ،,\"":
                first += 1
            for mention in self._speech.cast.between(first, last):
                if mention.start <= first + (26 if first < verb else 9) and not _PLACED_AR.search(text, max(start, mention.start - 12), mention.start):
                    return self._joined(mention.start, last) if mention.who.kind == "party" else mention.who
            word = re.match(r"[وف]?ال(\w+)", text[first:last])
            if word and (named := self._speech.cast.by_head(word[1], first)):
                return named
            if _BODY_AR.match(text, first, last) or (first < verb and _BODY_AR.search(text, max(first, verb - 26), verb)):
                return Name(text[first:last], None, "body")
        return None

    def _joined(self, start: int, end: int) -> Name | None:
        """The parties named from `start` on, as far as "and" joins them."""
        mentions = [mention for mention in self._speech.cast.between(start, end) if mention.who.kind == "party"]
        codes = [mentions[0].who.party or ""]
        for one, other in zip(mentions, mentions[1:], strict=False):
            if not _AND.fullmatch(self._text[one.end : other.start]) or not other.who.party:
                break
            codes.append(other.who.party)
        return Name(mentions[0].who.name, "+".join(dict.fromkeys(codes)), "party")

    def _party_near(self, hit: Hit, sentence: int) -> Name | None:
        """Whose pledge a word like سيقدم, "will", "commitment" is."""
        if self._arabic:
            return self._actor(hit)
        start = max(self._page.edges[sentence][0], hit.start - 90)
        mentions = self._speech.cast.between(start, hit.start)
        if _OWN.search(self._text, max(start, hit.start - 60), hit.start) and not (mentions and mentions[-1].end > hit.start - 12):
            return None
        for mention in mentions:
            if mention.who.kind == "party" and not _PLACED_EN.search(self._text, max(start, mention.start - 14), mention.start):
                return self._joined(mention.start, hit.start)
        return None

    def _commitment(self, sentence: int, clause: _Clause) -> Commitment:
        start, end = self._page.source(clause.start, clause.end)
        areas = areas_of(self._page, (clause.start, clause.end), self._page.edges[sentence])
        by = self._by(clause)
        speaker = clause.speaker.name if clause.speaker else None
        return Commitment(
            sentence, start, end, clause.type, areas, by, self._to(clause, by), speaker, self._due(start, end),
            f"{self._page.language}.{clause.rule}", clause.rule in _CLEAR,
        )

    def _by(self, clause: _Clause) -> str | None:
        who = clause.who or (clause.speaker if clause.ours else None)
        if who is None:
            return self._main
        if clause.type in _BY_PARTY or who.kind == "party":
            return who.party or (self._main if who.kind == "body" else who.name)
        return who.name if who.kind == "person" else who.party or self._main or who.name

    def _to(self, clause: _Clause, by: str | None) -> str | None:
        for mention in self._speech.cast.between(clause.start, clause.end):
            if mention.who.kind == "party" and mention.who.party not in (by or "").split("+"):
                return mention.who.party
        return None

    def _due(self, start: int, end: int) -> str | None:
        """The date by which it is to be done, where the clause says one."""
        for date in self._found.dates:
            if start <= date.start and date.end <= end and date.type == "DATE":
                before = self._page.text[max(0, date.start - 14) : date.start].lower()
                if re.search(r"(?:قبل|بحلول|حتى|موعد أقصاه|في موعد|خلال|by|before|until|no later than)(?: نهاية| مطلع| the end of| end of| the)? *$", before):
                    return date.value
        return None
