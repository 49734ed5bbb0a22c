"""Arabic: what follows a verb of saying, asking, deciding or promising, and so how far its subject may reach."""

from __future__ import annotations

import re
from typing import NamedTuple

from mithaq.reading.acts import ADVERBIAL, Scene
from mithaq.reading.lexicon import Hit, hits_between

_THAT = re.compile(r"(?<!\w)[بل]?ان(?:ه|ها|هم|هما|هن|ني|نا)?(?!\w)")
_SUBORDINATE = re.compile(r"(?<!\w)(?:بعد|قبل|منذ|دون|يجب|يمكن|ينبغي|شانه|شانها|بدل|الا|غير) (?:من )?$")
_ON = re.compile(r"(?<!\w)علي (?!هامش|متن|راس|مستوي|مدي|صعيد|ضوء)")
_TO = re.compile(r"(?<!\w)الي ")
_OF = re.compile(r"(?<!\w)عن ")
_FROM = re.compile(r"(?<!\w)(?:من|ضد) (?!جهت|جانب|ناحيت|خلال)")
_TOWARDS = re.compile(rf"(?<!\w)(?:الي |ل(?!دي|كن|ه[ام]?\b|ان\b|دعم\b)(?=\w{{3}}))|{_ON.pattern}")
_WITH = re.compile(r"(?<!\w)ب(?!(?:ين|عد|شان|عض|دور\w*|حسب|حضور|ها|هم)\b)(?=\w{3})")
_AMOUNT = re.compile(r"(?<!\w)[وب]?(?:ال[ -]?)?(?=\d|مبلغ|مليون|مليار|حزمه|منحه)")
_AFTER_SAYING = (("on", _ON), ("of", _OF), ("feel", _OF), ("from", _FROM), ("to", _TO))
_AFTER_ACTING = {
    ("call", "verb"): _TOWARDS,
    ("call", "demand"): _WITH,
    ("recommend", "verb"): _WITH,
    ("decide", "agree"): _ON,
    ("decide", "task"): _WITH,
    ("pledge", "verb"): _WITH,
    ("pledge", "commit"): _WITH,
    ("pledge", "give"): _AMOUNT,
    ("request", "hope"): _WITH,
}
_MAY_BE_DEFINITE = frozenset(("propose", "request"))
_ARTICLE = re.compile(r"ال(?!تزام|تماس|تحاق)")
_RELAYED = re.compile(r"(?<!\w)عن ")
_COLON = re.compile(r" ?: ?(?=\S)")
_BLANK = re.compile(" ")
_VERB = re.compile(r" [يت]\w{2,}")
_AT_ONCE = 60
_SAYS = re.compile(r"(?:قال|اضاف|تابع|اردف)(?:ت|وا|ا)?")
# وقال لقد ناقشنا: what only the speaker can say
_SPOKEN = re.compile(
    r" (?:لقد|نحن|اننا|انني|هدفنا|موقفنا|لدينا|عندنا|علينا|بلادنا|هناك|ليس|لا|لم|لن|يجب|ينبغي|سن\w{3,}|"
    r"ن(?:امل|ود|ري|دعو|عمل|ريد|سعي|تطلع|وكد|رحب|رفض))(?!\w)"
)
_PREPOSITION_BEFORE = re.compile(
    r"(?<!\w)(?:خلال|في|بعد|قبل|عقب|لدي|اثناء|بمناسبه|هامش|ضمن|من|الي|عن|عبر|حول|بشان|مع|علي|منذ|اطار|تم|سبل) $"
)
_GOES_ON = re.compile(
    r" (?!(?:في|خلال|عقب|بعد|قبل|اثناء|لدي|علي|عن|من|مع|الي|امس|اليوم|ان|انه|انها|بان|التي|الذي|عبر|ضمن|و\w+)(?!\w))\w{3}"
)
_NOUNS = frozenset(("noun", "need", "resolve"))
_QUOTED_WORDS = 4
_REACH = 160


class Frame(NamedTuple):
    """Where what was said begins and how (that, quote, noun, none); `zone` is where the subject may stand."""

    content: int
    how: str
    zone: tuple[int, int]


class Complements:
    """Finds the complement of verbs in one text."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.text
        self._cast = scene.cast

    def of(self, hit: Hit, hits: list[Hit], quotes: list[tuple[int, int]], limit: int) -> Frame | None:
        """What follows the verb `hit` before `limit`; None where it has nothing that it could have said or asked."""
        kind, traits = ADVERBIAL.get(hit.kind, hit.kind), hit.code.split()
        if kind == "do":
            return Frame(hit.end, "none", (hit.end, min(limit, hit.end + _REACH)))
        if kind != "say":
            return self._acted(hit, kind, traits, hits, limit)
        limit = next((other.start for other in hits_between(hits, hit.end + 1, limit) if self._says_that(other)), limit)
        options = [
            *self._that(hit, traits, limit),
            *self._quotation(hit, quotes, limit),
            *self._noun(hit, traits, hits, limit),
        ]
        return min(options, key=lambda frame: (frame.zone[1], frame.content), default=None)

    def _says_that(self, other: Hit) -> bool:
        """نفى المصدر تقريرا لمسؤول قال إن: what the other one said."""
        return other.kind == "say" and not other.clitic.strip("وفس") and bool(_THAT.match(self._text, other.end + 1))

    def _acted(self, hit: Hit, kind: str, traits: list[str], hits: list[Hit], limit: int) -> Frame | None:
        """What is called for, decided or promised: after أن, a preposition or an action's name."""
        if "noun" in traits or "convene" in traits:
            return Frame(hit.end, "none", (hit.end, hit.end))
        patterns = [_THAT, *(_AFTER_ACTING[kind, trait] for trait in traits if (kind, trait) in _AFTER_ACTING)]
        starts = [match.start() for pattern in patterns if (match := self._preposition(pattern, hit.end, limit))]
        if kind != "call" and "agree" not in traits:
            starts += [frame.content for frame in self._bare_noun(hit, hits, limit, kind in _MAY_BE_DEFINITE)]
        return Frame(min(starts), "none", (hit.end, min(starts))) if starts else None

    def _that(self, hit: Hit, traits: list[str], limit: int) -> list[Frame]:
        match = _THAT.search(self._text, hit.end, limit) if "that" in traits else None
        while match and self._subordinate(match.start(), hit.end, traits):
            match = _THAT.search(self._text, match.end(), limit)
        if not match:
            return []
        start = match.end() + (self._text[match.end() : match.end() + 1] == " ")
        source = _RELAYED.search(self._text, hit.end, match.start()) if "relay" in traits else None
        if source:
            return [
                Frame(
                    start,
                    "that",
                    (source.end(), max(source.end(), self._text.rfind(" قول", source.end(), match.start()))),
                )
            ]
        before = self._text[hit.end : match.start()].rstrip().removesuffix(" الي").removesuffix(" علي")
        return [Frame(start, "that", (hit.end, hit.end + len(before)))]

    def _subordinate(self, that: int, start: int, traits: list[str]) -> bool:
        """بعد أن، يجب أن, and على أن after a verb that is not said with على: not what was said."""
        before = self._text[max(start, that - 10) : that]
        return bool(_SUBORDINATE.search(before)) or ("on" not in traits and before.endswith(" علي "))

    def _quotation(self, hit: Hit, quotes: list[tuple[int, int]], limit: int) -> list[Frame]:
        for start, end in quotes:
            if hit.end < start <= limit:
                before = self._text[hit.end : start - 1].rstrip()
                if before.endswith(":") or self._text.count(" ", start, end) >= _QUOTED_WORDS:
                    return [Frame(start, "quote", (hit.end, start - 1))]
        spoken = _SPOKEN.match(self._text, hit.end)
        if spoken and _SAYS.fullmatch(self._text, hit.start, hit.end):
            return [Frame(hit.end + 1, "quote", (hit.end, hit.end))]
        reach = min(limit, hit.end + _REACH)
        match = _COLON.search(self._text, hit.end, reach) if self._text.find(":", hit.end, reach) >= 0 else None
        match = match or self._after_person(hit)
        return [Frame(match.end(), "quote", (hit.end, match.start()))] if match else []

    def _after_person(self, hit: Hit) -> re.Match[str] | None:
        """وقال الوزير سالم قطر تدعم ...: a party and its verb directly after who says it."""
        if not _SAYS.fullmatch(self._text, hit.start, hit.end):
            return None
        named = self._cast.between(hit.end, hit.end + _AT_ONCE)[:2]
        if [one.who.kind for one in named] != ["person", "party"] or named[1].start != named[0].end + 1:
            return None
        return _BLANK.match(self._text, named[0].end) if _VERB.match(self._text, named[1].end) else None

    def _noun(self, hit: Hit, traits: list[str], hits: list[Hit], limit: int) -> list[Frame]:
        frames = []
        for trait, pattern in _AFTER_SAYING:
            match = self._preposition(pattern, hit.end, limit) if trait in traits else None
            if match and self._may_be_said(trait, match.end(), hits):
                frames.append(Frame(match.end(), "noun", (hit.end, match.start())))
        if "np" in traits:
            frames += self._bare_noun(hit, hits, limit) or self._after_party(hit, limit) or self._at_once(hit, hits)
        if "to" in traits:
            frames += self._need_with(hit, hits, limit)
        return frames

    def _preposition(self, pattern: re.Pattern[str], start: int, limit: int) -> re.Match[str] | None:
        """The preposition, not the given name علي."""
        match = pattern.search(self._text, start, limit)
        while match and any(m.who.kind == "person" for m in self._cast.between(match.start(), match.start() + 1)):
            match = pattern.search(self._text, match.end(), limit)
        return match

    def _may_be_said(self, trait: str, start: int, hits: list[Hit]) -> bool:
        """أعرب عن شكره says nothing; أشار إلى the matter neither, but أشار إلى أهمية does."""
        nouns = [hit for hit in hits if start <= hit.start <= start + 14 and hit.kind in _NOUNS]
        if any(hit.code.startswith("thanks") for hit in nouns):
            return trait not in ("feel", "of")
        return trait != "to" or any(hit.start <= start + 2 for hit in nouns)

    def _need_with(self, hit: Hit, hits: list[Hit], limit: int) -> list[Frame]:
        """نوه بأهمية: a noun of need with its preposition joined."""
        needs = (noun for noun in hits if hit.end < noun.start < limit and noun.kind == "need" and "ب" in noun.clitic)
        return [Frame(noun.start, "noun", (hit.end, noun.start - len(noun.clitic))) for noun in needs][:1]

    def _after_party(self, hit: Hit, limit: int) -> list[Frame]:
        """أكدت الكويت موقفها: what stands directly after the party that is the subject."""
        named = self._cast.between(hit.end, min(limit, hit.end + 3))
        if not named or named[0].who.kind != "party" or not _GOES_ON.match(self._text, named[0].end, limit):
            return []
        return [Frame(named[0].end + 1, "noun", (hit.end, named[0].end))]

    def _at_once(self, hit: Hit, hits: list[Hit]) -> list[Frame]:
        """مؤكدا ريادة بلاده: after an adverbial any noun phrase is what was said, thanks excepted."""
        if hit.kind not in ADVERBIAL or not _GOES_ON.match(self._text, hit.end):
            return []
        start = hit.end + 1
        thanks = any(
            noun.start <= start < noun.end and noun.code.startswith("thanks") for noun in hits if noun.kind == "noun"
        )
        return [] if thanks else [Frame(start, "noun", (hit.end, start))]

    def _bare_noun(self, hit: Hit, hits: list[Hit], limit: int, definite: bool = False) -> list[Frame]:
        for noun in hits:
            if (
                not hit.end < noun.start < limit
                or noun.kind not in _NOUNS
                or noun.code.startswith("thanks")
                or noun.clitic
            ):
                continue
            if not definite and noun.kind == "noun" and _ARTICLE.match(self._text, noun.start):
                continue
            if not _PREPOSITION_BEFORE.search(self._text, max(hit.end, noun.start - 10), noun.start):
                return [Frame(noun.start, "noun", (hit.end, noun.start))]
        return []
