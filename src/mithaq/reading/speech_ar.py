"""Arabic: the acts of a sentence. The verb comes first, then who, then أن, a preposition, a noun or a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from mithaq.reading.acts import ADVERBIAL, KINDS, Act, Scene, without_stop
from mithaq.reading.cast import Name
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

_THAT = re.compile(r"(?<!\w)[بل]?ان(?:ه|ها|هم|هما|هن|ني|نا)?(?!\w)")
_ON = re.compile(r"(?<!\w)علي (?!هامش|متن|راس|مستوي|مدي|صعيد|ضوء)")
_TO = re.compile(r"(?<!\w)الي ")
_OF = re.compile(r"(?<!\w)عن(?: |ه(?=\w))")
_FROM = re.compile(r"(?<!\w)(?:من|ضد) (?!جهت|جانب|ناحيت|خلال)")
_BY = re.compile(r"(?<!\w)ب(?=\w)")
_COLON = re.compile(r" ?: ?(?=\S)")
_FIRST_PERSON = re.compile(r"(?:ا?ن?انن?[اي]|اننا|انني|لقد \S+نا|نحن|نود|نري|نعمل|نوكد|اود|ادعو|اتطلع)(?!\w)")
_PREPOSITION_BEFORE = re.compile(r"(?<!\w)(?:خلال|في|بعد|قبل|عقب|لدي|اثناء|بمناسبه|هامش|ضمن|من|الي|عن|عبر|حول|بشان|مع|علي|منذ|اطار|تم|سبل) $")

_LEADING = re.compile(
    r"(?:ايضا|كذلك|من (?:جهت|جانب|ناحيت|طرف)(?:ه|ها|هم|هما)|بدور(?:ه|ها|هم)|في (?:هذا|ذات|نفس) \w+|في الوقت (?:ذاته|نفسه)|في المقابل|"
    r"في (?:تصريح|تصريحات|كلمه|بيان|حديث|مقابله|موتمر صحفي)(?: \w+){0,3}?(?= ?[:،,\"]| ان )|قايلا|قايله|بالقول|امس(?: \w+)?|اليوم(?: ال\w+)?|"
    r"مجددا|اخيرا|بوضوح|بشده|مرارا|قد|مساء \w+|صباح \w+|بحسب \w+|[،,\"])(?!\w) ?"
)
_ADJUNCT = re.compile(
    r" ?(?<!\w)(?:و?(?:في|خلال|عقب|بعد|قبل|اثناء|لدي|ضمن|عبر|امس|اليوم|غدا|امام|ردا|تعليقا|بمناسبه|مع|الذي|التي|الذين|عن|بحضور|بدوره|بدورها|"
    r"ايضا|كذلك|قايلا|قايله|مساء|صباح|ظهر|يوم|حيث|انه|ان|الي|علي|من|منذ|قد|لوكاله|لقناه|لصحيفه|لوسايل|للصحفيين|للصحافيين|بان|بانه|هنا|"
    r"بشان|حول|وذلك|و[يت]\w{3,}(?= ان))(?!\w)|[،,;:؛(\"]| - )"
)
_NOT_SUBJECT = re.compile(
    r"(?:في|خلال|عقب|بعد|قبل|اثناء|لدي|ضمن|عبر|امام|ردا|تعليقا|مع|عن|علي|الي|من|ب\w+ ان|ان|انه|بان|له|لها|لهم|فيه|فيها|كل ما|ما|هذا|ذلك|"
    r"[يتن]\w{3,} (?:ان|في|علي|الي)|يوم|حول|بشان|عبر)(?!\w)"
)
_FAR = re.compile(r"(?<!\w)(?:خلال|عقب|علي هامش|مع|لدي (?:لقاي|استقبال)|في (?:كلم|تصريح|بيان|حديث|ختام|افتتاح|اتصال|موتمر)\w*|امام|استقبال\w*|لقاي\w*)(?!\w)")
_TITLE_PRONOUN = re.compile(r"(?:سعادت|معالي|سمو|فخامت|جلالت|سيادت|دولت|سماحت|فضيلت|غبطت)(?:ه|ها|هم|هما)(?!\w)")
_PAPER = re.compile(r"(?:ال)?(?:بيان|بلاغ|تقرير|مذكره|رساله|ناطق|متحدث|مصدر|مصادر)(?!\w)")
_ISSUED = re.compile(r"(?:صادر[ه]?|صدر[ت]?|اصدرت?ه?|باسم|في|من|ل|عن)(?: عن)? ?")
_LINKED = re.compile(r"(?:^|[\s،,;؛.])(?:و|كما|لكنه|لكنها|لكن|ثم|فيما|بينما|حيث|وقد|كذلك|ايضا|من جهه اخري|الي ذلك)[\s،,]*(?:قد )?$")
_TAIL = re.compile(r"[\s،,;؛]*(?:(?:كما|لكنه|لكنها|لكن|ثم|فيما|بينما|حيث|وقد|و)(?= ?$))?[\s،,;؛]*$")
_ASIDE = re.compile(r"[،,] وكان(?:ت|وا)? |[،,]? (?:و?ذلك|جاء ذلك) (?:خلال|في (?:كلم|تصريح|بيان|ختام|مستهل|حديث|اتصال|اطار لق)\w*|علي هامش|اثناء|لدي|عقب|ضمن كلم\w*)|[،,] (?:حسب|بحسب|وفق|حسبما|وفقا) ")
_RELATIVE = re.compile(r"(?:الذي|التي|الذين|الذى|والذي|والتي) (?:قد )?$")
_PRESENT = re.compile(r"[يت]\w{2}")
_WAS = re.compile(r"(?:^|[\s،,])و?كان(?:ت|وا)? |(?:^|[\s،,])(?:لكن|الا ان|غير ان|فيما|بينما|كما ان) ")
_TOWARDS = re.compile(r"(?<!\w)(?:الي |ل(?!دي|كن|ه[ام]?\b|ان\b|دعم\b)(?=\w{3}))")
_WITH = re.compile(r"(?<!\w)ب(?!(?:ين|عد|شان|عض|دور\w*|حسب|حضور|ها|هم)\b)(?=\w{3})")
_PREPOSITIONS = {
    ("call", "verb"): re.compile(f"{_TOWARDS.pattern}|{_ON.pattern}"),
    ("call", "demand"): _WITH,
    ("recommend", "verb"): _WITH,
    ("decide", "agree"): _ON,
    ("pledge", "verb"): _WITH,
    ("pledge", "commit"): _WITH,
    ("request", "hope"): _WITH,
    ("decide", "direct"): _WITH,
    ("decide", "task"): _WITH,
}
_ARTICLE = re.compile(r"ال(?!تزام|تماس|تحاق)")
_DEFINITE = frozenset(("propose", "request"))
_COMMA = re.compile(r"[،,:] ?|(?<=\w) - |(?= فان)")
_BACKGROUND = re.compile(r"و?يذكر ان(?:ه|ها)?(?!\w)")
_AGENCY = re.compile(r"(?<!\w)(?:وكال|صحيف|قنا[هت]|رويترز|فرانس برس|وسايل|موقع|جريد)")
_BELONGING = re.compile(r" ?(?:ل(?=ل?\w)|ما (?:ذكر|اورد|اعلن|قال|افاد|نقل|جاء)\w*(?: (?:في|عن|به))?|(?:ذكر|اورد|اعلن|قال|افاد)\w*)? ?")
_OBJECT = re.compile(
    r"(?:المجتمع|الدول|دول|جميع|كل|كافه|الاطراف|الطرفين|الجانبين|الامم|مجلس الامن|السلطات|الحكومات|الحكومه|المشاركين|الشركاء|المواطنين|الحاضرين)(?!\w)"
)
_RELAYED = re.compile(r"(?<!\w)عن ")
_NAME_WORDS = 10


class _Frame(NamedTuple):
    """Where what was said begins and how; `zone` is where the subject may stand."""

    content: int
    how: str
    zone: tuple[int, int]


class Listener:
    """Goes through the sentences of one Arabic page in order."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._cast = scene.cast

    def acts(self, sentence: int) -> list[Act]:
        """The acts of a sentence, in order."""
        start, end = self._page.edges[sentence]
        hits = self._page.hits_in(sentence, "acts")
        quotes = self._scene.quotes_in(start, end)
        verbs = [hit for hit in hits if self._is_verb(hit, start)]
        found: list[Act] = []
        opening: list[int] = []
        for place, hit in enumerate(verbs):
            frame = self._frame(hit, hits, quotes, self._limit(verbs, place, end))
            opens = self._opens(hit)
            if frame is not None:
                found.append(self._act(sentence, hit, frame, found, (start, end)))
            elif hit.kind == "say" and (opens or hit.start == start):
                who = self.named(hit.end, min(end, hit.end + 120))
                self._scene.focus.on(who if who and who.kind != "body" else None)
            if opens and (frame is not None or (hit.kind == "saying" and self._text[hit.start - 2] in "،,;؛")):
                opening.append(hit.start - len(hit.clitic))
        for hit in hits:
            if hit.kind == "according" and (act := self._according(sentence, hit, found, start, end)):
                found.append(act)
        self._settle(found, start, end)
        return self._ended(found, opening, quotes, end)

    def _is_verb(self, hit: Hit, start: int) -> bool:
        if hit.kind not in KINDS or hit.clitic.strip("وفس"):
            return False
        if _BACKGROUND.match(self._text, hit.start) and hit.start <= start + 2:
            return False
        if self._text.startswith("قايل", hit.start):
            return not any(h.kind == "say" and h.end < hit.start < h.end + 200 for h in self._page.hits_in(self._page.sentence_at(hit.start), "acts"))
        if _PRESENT.match(self._text, hit.start) and _RELATIVE.search(self._text, start, hit.start):
            return False
        if "initial" in hit.code and hit.kind == "say":
            before = self._text[max(start, hit.start - 8) : hit.start]
            return "و" in hit.clitic or hit.start == start or bool(_LINKED.search(before))
        return True

    def _limit(self, verbs: list[Hit], place: int, end: int) -> int:
        """Where the complement must have begun: at the next verb that opens a clause of its own."""
        hit = verbs[place]
        for later in verbs[place + 1 :]:
            if later.start >= hit.end and self._opens(later):
                return later.start - len(later.clitic)
        return min(end, hit.end + 420)

    def _opens(self, hit: Hit) -> bool:
        """Does this verb begin a clause that is told beside the one before?"""
        at = hit.start - len(hit.clitic)
        before = self._text[max(0, at - 14) : at]
        if hit.kind in ADVERBIAL:
            return hit.kind != "doing" or before.rstrip()[-1:] in "،,;؛"
        joined = "و" in hit.clitic or "ف" in hit.clitic
        if hit.kind == "do":
            return joined and "judge" in hit.code and before.rstrip()[-1:] in "،,;؛"
        return joined or bool(_LINKED.search(before))

    # What follows the verb

    def _frame(self, hit: Hit, hits: list[Hit], quotes: list[tuple[int, int]], limit: int) -> _Frame | None:
        kind, traits = ADVERBIAL.get(hit.kind, hit.kind), hit.code.split()
        if kind == "do":
            return _Frame(hit.end, "none", (hit.end, min(limit, hit.end + 160)))
        if kind == "say":
            options = [*self._that(hit, traits, limit), *self._quote(hit, quotes, limit), *self._noun(hit, traits, hits, limit)]
            return min(options, key=lambda frame: (frame.zone[1], frame.content), default=None)
        return self._complement(hit, kind, traits, hits, limit)

    def _complement(self, hit: Hit, kind: str, traits: list[str], hits: list[Hit], limit: int) -> _Frame | None:
        """What is called for, decided or promised: after أن, a preposition or an action's name."""
        if "noun" in traits or "convene" in traits:
            return _Frame(hit.end, "none", (hit.end, hit.end))
        patterns = [_THAT, *(_PREPOSITIONS[kind, trait] for trait in traits if (kind, trait) in _PREPOSITIONS)]
        starts = [match.start() for pattern in patterns if (match := self._preposition(pattern, hit.end, limit))]
        if kind != "call" and "agree" not in traits:
            starts += [frame.content for frame in self._bare_noun(hit, hits, limit, kind in _DEFINITE)]
        if not starts:
            return None
        return _Frame(min(starts), "none", (hit.end, min(starts)))

    def _that(self, hit: Hit, traits: list[str], limit: int) -> list[_Frame]:
        match = _THAT.search(self._text, hit.end, limit)
        if not match or not ({"that"} & set(traits)):
            return []
        start = match.end() if match.end() >= limit or self._text[match.end()] != " " else match.end() + 1
        zone_end = match.start()
        begin = hit.end
        if "relay" in traits and (source := _RELAYED.search(self._text, hit.end, match.start())):
            begin, zone_end = source.end(), self._text.rfind(" قول", source.end(), match.start())
            return [_Frame(start, "that", (begin, max(begin, zone_end)))]
        before = self._text[hit.end : zone_end].rstrip()
        for preposition in (" الي", " علي"):
            if before.endswith(preposition) or before == preposition.strip():
                zone_end = hit.end + len(before) - len(preposition)
        return [_Frame(start, "that", (hit.end, max(hit.end, zone_end)))]

    def _quote(self, hit: Hit, quotes: list[tuple[int, int]], limit: int) -> list[_Frame]:
        for start, end in quotes:
            if start <= hit.end or start > limit:
                continue
            before = self._text[hit.end : start - 1].rstrip()
            if before.endswith(":") or self._text.count(" ", start, end) >= 4:
                return [_Frame(start, "quote", (hit.end, start - 1))]
        match = _COLON.search(self._text, hit.end, min(limit, hit.end + 160))
        return [_Frame(match.end(), "quote", (hit.end, match.start()))] if match else []

    def _noun(self, hit: Hit, traits: list[str], hits: list[Hit], limit: int) -> list[_Frame]:
        frames = []
        for trait, pattern in (("on", _ON), ("of", _OF), ("feel", _OF), ("from", _FROM), ("to", _TO)):
            if trait in traits:
                match = self._preposition(pattern, hit.end, limit)
                if match and self._may_be_content(trait, match.end(), hits):
                    frames.append(_Frame(match.end(), "noun", (hit.end, match.start())))
        if "np" in traits or "renew" in traits:
            frames += self._bare_noun(hit, hits, limit)
        if "to" in traits:
            frames += self._by_noun(hit, hits, limit)
        return frames

    def _preposition(self, pattern: re.Pattern[str], start: int, limit: int) -> re.Match[str] | None:
        """The preposition, not the given name علي."""
        match = pattern.search(self._text, start, limit)
        while match and any(m.who.kind == "person" for m in self._cast.between(match.start(), match.start() + 1)):
            match = pattern.search(self._text, match.end(), limit)
        return match

    def _may_be_content(self, trait: str, start: int, hits: list[Hit]) -> bool:
        nouns = [hit for hit in hits if start <= hit.start <= start + 14 and hit.kind in ("noun", "need", "resolve")]
        if any(hit.code == "thanks" for hit in nouns):
            return trait not in ("feel", "of")
        return trait != "to" or any(hit.code != "thanks" and hit.start <= start + 2 for hit in nouns)

    def _by_noun(self, hit: Hit, hits: list[Hit], limit: int) -> list[_Frame]:
        """نوه بأهمية, أشار إلى أهمية: nouns of need with the preposition joined."""
        for noun in hits:
            if hit.end < noun.start < limit and noun.kind == "need" and "ب" in noun.clitic:
                return [_Frame(noun.start, "noun", (hit.end, noun.start - len(noun.clitic)))]
        return []

    def _bare_noun(self, hit: Hit, hits: list[Hit], limit: int, definite: bool = False) -> list[_Frame]:
        for noun in hits:
            if not (hit.end < noun.start < limit and noun.kind in ("noun", "need", "resolve")) or noun.code == "thanks":
                continue
            if noun.clitic or (not definite and _ARTICLE.match(self._text, noun.start)) or _PREPOSITION_BEFORE.search(self._text, max(hit.end, noun.start - 10), noun.start):
                continue
            return [_Frame(noun.start, "noun", (hit.end, noun.start))]
        return []

    # Who

    def _act(self, sentence: int, hit: Hit, frame: _Frame, found: list[Act], edge: tuple[int, int]) -> Act:
        kind, adverbial = ADVERBIAL.get(hit.kind, hit.kind), hit.kind in ADVERBIAL
        who = self._adverbial_subject(hit, found, edge) if adverbial else self._subject(hit, frame, found, edge)
        if not adverbial and who is not None:
            self._scene.focus.on(who)
        content = (frame.content, edge[1]) if kind != "do" else None
        direct = frame.how == "quote" or bool(frame.how == "that" and self._first_person(frame.content))
        clause = hit.start - len(hit.clitic)
        traits = frozenset(hit.code.split())
        if not adverbial and not self._opens(hit) and any(_holds(act, hit.start) for act in found):
            traits |= {"nested"}
        return Act(sentence, hit.start, hit.end, clause, kind, traits, adverbial, who, content, frame.how, direct)

    def _first_person(self, content: int) -> bool:
        word = self._text[max(0, content - 7) : content].split()
        return bool(word) and word[-1].endswith(("اننا", "انني")) or bool(_FIRST_PERSON.match(self._text, content))

    def _adverbial_subject(self, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Name | None:
        for act in reversed(found):
            if act.who is not None:
                return act.who
        named = self._cast.between(edge[0], hit.start)
        people = [mention.who for mention in named if mention.who.kind == "person"]
        if people or named:
            return people[0] if people else named[0].who
        return self._scene.focus.anyone

    def _subject(self, hit: Hit, frame: _Frame, found: list[Act], edge: tuple[int, int]) -> Name | None:
        if "we" in hit.code or "passive" in hit.code:
            return None
        if hit.kind == "do":
            return self._doer(hit, frame, edge)
        named = self.named(*frame.zone)
        if named is not None and not (self._is_object(hit, frame, named, found)):
            return named
        verb = hit.start - len(hit.clitic)
        if _RELATIVE.search(self._text, edge[0], verb):
            mentions = self._cast.between(edge[0], verb)
            return mentions[-1].who if mentions and mentions[-1].end > verb - 60 else None
        before = self._named_before(hit, found, edge)
        return before if before is not None else self._scene.focus.anyone

    def _doer(self, hit: Hit, frame: _Frame, edge: tuple[int, int]) -> Name | None:
        """Whom a sentence that begins with what somebody does is about."""
        if hit.start > edge[0] + 45:
            return None
        who = self.named(*frame.zone)
        return who if who is not None and who.kind != "body" else None

    def _is_object(self, hit: Hit, frame: _Frame, named: Name, found: list[Act]) -> bool:
        """دعا المجتمع الدولي إلى: after a verb of asking the first name may be who is asked."""
        if hit.kind not in ("call", "request") or named.kind == "person":
            return False
        return bool(found) or bool(_OBJECT.match(self._text, frame.zone[0] + 1))

    def named(self, start: int, end: int) -> Name | None:
        """Who is named as the subject at the beginning of this folded span; None where there is no subject of its own."""
        text = self._text
        at = start
        while at < end and text[at] == " ":
            at += 1
        while (match := _LEADING.match(text, at, end)) and match.end() > at:
            at = match.end()
        if at >= end:
            return None
        for mention in self._cast.between(at, end):
            if mention.who.kind == "person" and not _FAR.search(text, at, mention.start):
                return mention.who
        if _NOT_SUBJECT.match(text, at, end):
            return None
        if _TITLE_PRONOUN.match(text, at, end):
            return self._scene.focus.person or self._scene.focus.anyone
        cut = _ADJUNCT.search(text, at + 1, end)
        return self._body(at, cut.start() if cut else end, end)

    def _body(self, start: int, stop: int, end: int) -> Name | None:
        """The role, party or other body that a noun phrase names."""
        text = self._text
        words = text[start:stop].split()
        if not words or len(words[0]) < 3:
            return None
        mentions = self._cast.between(start, end)
        if mentions and mentions[0].start <= start + 1:
            return mentions[0].who
        if _PAPER.match(words[0]):
            return self._issuer(start, stop, end)
        role = self._cast.by_role(text[start:stop], start, self._scene.focus.person)
        if role is not None and (len(words) <= 5 or mentions):
            return role
        if len(words) <= 2 and words[0].startswith("ال"):
            head = self._cast.by_head(words[0][2:], start)
            if head is not None:
                return head
        party = self._cast.both(words[0], start) or next((m.who.party for m in mentions if m.start < stop), None)
        last = start + len(" ".join(words[:_NAME_WORDS]))
        return self._scene.fullest(Name(self._page.quote(start, min(last, stop)).strip(), party, "body"))

    def _issuer(self, start: int, stop: int, end: int) -> Name | None:
        """Who speaks through a communiqué, a source or a spokesman."""
        mentions = [mention for mention in self._cast.between(start, min(end, start + 90))]
        if mentions:
            who = mentions[0].who
            return who if self._text[start:stop].startswith("بيان") or who.kind == "person" else Name(
                self._page.quote(start, max(stop, start + 4)).strip(), who.party, "body"
            )
        for word in self._text[start : min(end, start + 60)].split()[1:]:
            head = self._cast.by_head(word.removeprefix("ل").removeprefix("ال"), start) if "ال" in word or word.startswith("لل") else None
            if head is not None:
                return head
        return Name(self._page.quote(start, stop).strip(), None, "body")

    def _named_before(self, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Name | None:
        """A subject before the verb: الذي أوضح, وكان الوزير أكد, or a headline."""
        start = found[-1].end if found else edge[0]
        verb = hit.start - len(hit.clitic)
        mentions = self._cast.between(start, verb)
        if hit.clitic or _LINKED.search(self._text, max(start, verb - 14), verb):
            return None
        if start == edge[0] and mentions and (_WAS.search(self._text, start, verb) or mentions[0].start <= start + 45):
            people = [mention.who for mention in mentions if mention.who.kind == "person"]
            return people[0] if people else mentions[0].who
        return None

    # Afterwards

    def _settle(self, found: list[Act], start: int, end: int) -> None:
        """Turn to whoever the sentence begins with where nobody acts in it."""
        if not any(act.who for act in found):
            people = [m.who for m in self._cast.between(start, min(end, start + 120)) if m.who.kind == "person"]
            self._scene.focus.on(people[0] if people else None)

    def _ended(self, found: list[Act], opening: list[int], quotes: list[tuple[int, int]], end: int) -> list[Act]:
        """The same acts with the ends of their contents: at the next clause, the closing mark or the full stop."""
        done = []
        for act in found:
            if act.content is None:
                done.append(act)
                continue
            start = act.content[0]
            stop = min((clause for clause in opening if clause > start and not _inside(clause, quotes, start)), default=end)
            quote = next((span for span in quotes if span[0] in (start, start + 1) or span[0] <= act.start < span[1]), None)
            if quote and quote[0] <= act.start:
                stop, quote = min(stop, quote[1]), None
            if quote and quote[1] <= stop and (act.how == "quote" or self._text.count(" ", *quote) >= 4):
                start, stop = quote
            start, stop = self._trimmed(start, stop, act.how)
            direct = act.direct or bool(quote and quote[1] >= stop - 2 and quote[0] <= start)
            done.append(replace(act, content=(start, stop) if stop > start else None, direct=direct))
        return done

    def _trimmed(self, start: int, stop: int, how: str) -> tuple[int, int]:
        text = self._text
        while start < stop and text[start] in ' "،,:-':
            start += 1
        if how == "noun" and (that := _THAT.match(text, start, stop)):
            start = min(stop, that.end() + 1)
        if how != "quote" and (aside := _ASIDE.search(text, start, stop)):
            stop = aside.start()
        tail = _TAIL.search(text, start, stop)
        stop = tail.start() if tail else stop
        return start, without_stop(text, start, stop)

    # بحسب، وفقا لـ

    def _according(self, sentence: int, hit: Hit, found: list[Act], start: int, end: int) -> Act | None:
        comma = _COMMA.search(self._text, hit.end, end)
        zone = (hit.end, comma.start() if comma else end)
        if _AGENCY.search(self._text, *zone):
            return None
        at = zone[0] + len(_BELONGING.match(self._text, zone[0], zone[1])[0])  # type: ignore[index]
        who = self.named(at, zone[1])
        self._scene.focus.on(who)
        initial = hit.start - len(hit.clitic) <= start + 12
        if who is None or any(act.kind == "say" and act.start > hit.start for act in found):
            return None
        span = (comma.end(), end) if initial and comma else (start, hit.start - len(hit.clitic))
        span = self._trimmed(*span, "that")
        if span[1] - span[0] < 20 or (not initial and any(act.kind == "say" for act in found)):
            return None
        return Act(sentence, hit.start, hit.end, hit.start, "say", frozenset(("according",)), False, who, span, "according", False)


def _holds(act: Act, offset: int) -> bool:
    """Is the offset within what this act says in so many words?"""
    return act.kind == "say" and act.how in ("that", "quote") and act.content is not None and act.content[0] < offset


def _inside(offset: int, quotes: list[tuple[int, int]], content: int) -> bool:
    """Does the offset lie in a quotation that began after the content did, or with it?"""
    return any(start <= offset < end and start >= content - 1 for start, end in quotes)
