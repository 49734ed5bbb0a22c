"""Mentions of meetings and events in a text, each with its series, ordinal and the dates and places nearest to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from mithaq.reading.cast import Cast
from mithaq.reading.event_mentions import Mention, series_of
from mithaq.reading.findings import Found
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.surroundings import Surroundings
from mithaq.reading.talks import Talks

_COP = re.compile(r"(?<!\w)(?:cop|كوب)[ -]?(\d{2})(?!\d)")
_DIALOGUE = re.compile(r"(?<!\w)الحوار (?:ال\w+ ){1,3}الاستراتيجي(?!\w)")
_PARTIES = re.compile(r"(?:موتمر الاطراف|conference of the parties)[^.؛;]{0,90}$")
_ELLIPTIC = re.compile(r"(?:عقد|التام|استضاف\w*|انعقد|جري|كان|held|took place)\W+(?:the )?$")
_ANOTHER = re.compile(r" (?:(?:ال)?(?:مقبل|قادم|تالي|سابق|ماضي|اخير|جديد)ه?)(?!\w)")
_ANOTHER_EN = re.compile(r"\b(?:next|last|previous|earlier|upcoming|recent) $")
_SESSION_TO_COME = re.compile(r" (?:ال(?:قادمه|مقبله|استثناييه|طاريه|عاديه|مستانفه)|غير العاديه)(?!\w)")
_COUNCILS = frozenset(("council", "las_council", "leaders"))
_FIRST_OF = re.compile(r"(?<!\w)(?:اول|the first|first) $")
_THAT_WAS = re.compile(
    r"ذلك (?:خلال|في|علي هامش|اثناء|لدي) (?:ال)?$|(?:this|that) came (?:during|in|at) (?:a |an |the )?$"
)
_THIS = re.compile(r"(?:[لب]?هذ[اه]|this|that) $")
_AFTER = re.compile(r"\b(?:after|before|while|upon|by) $")
_THEIR = re.compile(r"\b(?:after|before|during|following|in|at) their $")
_HIS = re.compile(r" (?:his|her|their|with) ")
_HELD = re.compile(
    r"(?<!\w)[وف]?(?:عقد|عقدت|[يت]عقد|ستعقد|سيعقد|اختتم|اختتمت|بدا|بدات|[يت]بدا|ناقش|ناقشت|واصل|واصلت)(?!\w)"
)
_DEFINITE = re.compile(r"(?:هذا |هذه |this |that |the (?:same )?)$")
_MONTHS = "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين"
_NUMBER_AFTER = re.compile(
    rf"(?:(?: \w+){{0,4}}?(?<!الدول)(?<!البلدان) ال[ -]{{0,2}}[(/]?|(?: \w+){{1,2}} [(/]| (?:رقم )?[(/]?)(\d{{1,3}})(?!\d|[.,]\d| ?(?:-|/\d|اعضاء|دول|دوله|عام|يوم|ساع|من |مليون|{_MONTHS}))"
)
_NUMBER_BEFORE = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) (?:[\w.'-]+ ){0,4}(?:\([^)]*\) )?$")
_DIGIT = re.compile(r"\d")
_HUNDRED = re.compile(r" بعد الما?[يء]?ه")
_APART = re.compile(r"[,،;:()]|(?<!\b[a-z])\.| في | علي | من | of | for ")

_UNNUMBERED = frozenset(("visit", "bilateral", "course", "ceremony", "exercise"))
_WHOLE = {
    ("conference", "summit"): "summit", ("meeting", "summit"): "summit", ("session", "summit"): "summit", ("summit", "session"): "summit",
    ("session", "meeting"): "meeting", ("meeting", "session"): "meeting", ("session", "ministerial"): "meeting", ("ministerial", "conference"): "ministerial", ("ministerial", "meeting"): "ministerial", ("ministerial", "session"): "ministerial",
}  # fmt: skip
_DETAILS = frozenset(("sort", "ordinal", "city"))
_SORT_REACH = 95
_JUST_BEFORE = 30
_ORDINAL_REACH = 46
_NAME_REACH = 90
_LEVEL_REACH = 40
_HELD_REACH = 110


def _within(spans: list[tuple[int, int]], edge: tuple[int, int]) -> list[tuple[int, int]]:
    """Those of the spans that begin between the edges of a sentence."""
    return spans[bisect_left(spans, (edge[0], 0)) : bisect_left(spans, (edge[1], 0))] if spans else spans


class Events:
    """Finds the mentions of events in one page."""

    def __init__(self, page: Page, found: Found, cast: Cast) -> None:
        self._page = page
        self._text = page.folded.text
        self._arabic = page.language == "ar"
        self._cast = cast
        self._around = Surroundings(page, found, cast)
        self._talks = Talks(page, cast, self._around)
        numbered = "cop" in self._text or "كوب" in self._text
        self._cops = [match.span() for match in _COP.finditer(self._text)] if numbered else []
        strategic = "الاستراتيجي" in self._text
        self._dialogues = [match.span() for match in _DIALOGUE.finditer(self._text)] if strategic else []
        self._last_series = "other"

    def mentions(self, sentence: int) -> Iterator[Mention]:
        """The events of one sentence, in order."""
        start, end = self._page.edges[sentence]
        hits = self._page.hits_in(sentence, "meetings")
        events = self._told_of(self._events(hits, (start, end)))
        talk = self._talks.told(sentence, hits, [event for event in events if not self._belongs_to_talk(event)])
        if talk is not None:
            yield talk
            events = [event for event in events if event.code != "visit" and not self._tells_how(event)]
        elif not events and (told := self._talks.visited(sentence, hits) or self._talks.opened(sentence, hits)):
            yield told
        for place, event in enumerate(events):
            before = events[place - 1].end if place else talk.end if talk is not None else start
            follows = place > 0 or talk is not None
            earlier = max(before, event.start - _JUST_BEFORE) if follows else start
            first = event.start if follows and self._arabic else earlier
            last = end if place == len(events) - 1 else events[place + 1].start
            spans = (first, last), (earlier, last)
            yield self._mention(sentence, event, hits, spans, alone=len(events) == 1)

    def _events(self, hits: list[Hit], edge: tuple[int, int]) -> list[Hit]:
        events = [hit for hit in hits if hit.kind == "event" and (hit.code != "session" or self._is_session(hit, hits))]
        events = [self._talked(hit) for hit in events]
        events += [Hit(*span, "event", "cop", "") for span in _within(self._cops, edge)]
        events += [Hit(*span, "event", "bilateral", "") for span in _within(self._dialogues, edge)]
        for hit in hits if events else ():
            if hit.kind == "ordinal" and _ELLIPTIC.search(self._text, max(edge[0], hit.start - 24), hit.start):
                events += [
                    Hit(hit.start, hit.end, "event", event.code, "") for event in events[-1:] if event.end < hit.start
                ]
        return self._whole(sorted(events, key=lambda hit: hit.start)) if len(events) > 1 else events

    def _told_of(self, events: list[Hit]) -> list[Hit]:
        """Without «هذا الاجتماع» where the sentence tells of another one."""
        if len(events) < 2:
            return events
        return [
            event for event in events if not _THIS.search(self._text, max(0, event.start - 8), event.start)
        ] or events

    def _belongs_to_talk(self, event: Hit) -> bool:
        """A visit that a talk is a part of, «اللقاء» that it is."""
        definite = self._text.startswith("ال", event.start) and event.code == "bilateral" and not event.clitic
        return event.code == "visit" or definite or self._tells_how(event)

    def _tells_how(self, event: Hit) -> bool:
        """التقى نظيره في أول لقاء، في «حوار استراتيجي»: the talk itself."""
        first = _FIRST_OF.search(self._text, max(0, event.start - 11), event.start)
        return event.code == "bilateral" and bool(first or self._text.endswith((" في ", ' في "'), 0, event.start))

    def _talked(self, hit: Hit) -> Hit:
        """after meeting his counterpart: a talk, not a meeting."""
        if hit.code == "meeting" and _AFTER.search(self._text, max(0, hit.start - 8), hit.start):
            after = self._page.folded.cased[hit.end + 1 : hit.end + 2]
            if after.isupper() or _HIS.match(self._text, hit.end):
                return hit._replace(code="bilateral")
        if hit.code == "meeting" and _THEIR.search(self._text, max(0, hit.start - 18), hit.start):
            return hit._replace(code="bilateral")
        return hit

    def _is_session(self, hit: Hit, hits: list[Hit]) -> bool:
        """A session counts by its number, or as the next or an extraordinary one of a council."""
        if self._ordinal(hit, hits) is not None:
            return True
        owned = self._text[hit.end - 1] in "اهم"
        council = any(
            sort.kind == "sort"
            and sort.code in _COUNCILS
            and (hit.end < sort.start < hit.end + _SORT_REACH or (owned and 0 < hit.start - sort.end < _SORT_REACH))
            for sort in hits
        )
        return council and bool(_SESSION_TO_COME.match(self._text, hit.end))

    def _whole(self, events: list[Hit]) -> list[Hit]:
        """«مؤتمر القمة», "ministerial conference": one event, not two."""
        kept: list[Hit] = []
        for event in events:
            near = 2
            if kept and kept[-1].code == "session":
                near = 24 if "ل" in event.clitic else 46 if self._text.startswith(" of the ", kept[-1].end) else 2
            last = kept[-1] if kept and event.start - kept[-1].end <= near else None
            if event.code == "cop" and kept and _PARTIES.search(self._text, kept[-1].start, event.start):
                kept[-1] = Hit(kept[-1].start, event.end, "event", "cop", kept[-1].clitic)
            elif last and (code := _WHOLE.get((last.code, event.code))):
                kept[-1] = Hit(last.start, event.end, "event", code, last.clitic)
            elif not (last and last.code == event.code):
                kept.append(event)
        return kept

    def _mention(
        self, sentence: int, event: Hit, hits: list[Hit], spans: tuple[tuple[int, int], tuple[int, int]], alone: bool
    ) -> Mention:
        """The event with what the first span says of its sort and day, and the second, longer one of its place."""
        span, around = spans
        elliptic = any(hit.kind == "ordinal" and hit.start == event.start for hit in hits)
        sorts = self._sorts(event, hits, span, alone, self._page.edges[sentence][0])
        series = self._last_series = self._last_series if elliptic else series_of(self._text, event, sorts)
        ordinal, date, (city, country) = (
            self._ordinal(event, hits),
            self._around.date(event, span),
            self._around.place(event, hits, span, around),
        )
        if _FIRST_OF.search(self._text, max(0, event.start - 11), event.start):
            ordinal = date = city = country = None
        same = bool(_THAT_WAS.search(self._text, max(0, event.start - 24), event.start))
        definite = (
            same
            or self._text.startswith("ال", event.start)
            or bool(_DEFINITE.search(self._text, max(0, event.start - 10), event.start))
        )
        near = [hit for hit in hits if hit.kind in _DETAILS and event.start - 45 <= hit.start < event.end + 60]
        start = min([event.start, *(hit.start for hit in near if not self._arabic)])
        end = max([event.end, *(hit.end for hit in near)])
        same = same or bool(_THIS.search(self._text, max(0, event.start - 8), event.start))
        named = (bool(sorts) and not same) or (event.code in ("summit", "cop") and city is not None)
        other = bool(_ANOTHER.match(self._text, event.end)) or bool(
            _ANOTHER_EN.search(self._text, event.start - 10 if event.start > 10 else 0, event.start)
        )
        people = self._people(sentence) if event.code == "bilateral" and not definite else frozenset[str]()
        return Mention(
            sentence, start, end, event.code, series, ordinal, date, city, country, definite, named, other, people
        )

    def _people(self, sentence: int) -> frozenset[str]:
        mentions = self._cast.between(*self._page.edges[sentence])
        return frozenset(mention.who.name for mention in mentions if mention.who.kind == "person")

    def _sorts(self, event: Hit, hits: list[Hit], span: tuple[int, int], alone: bool, begins: int) -> list[str]:
        """What sort of meeting the words near it say: of ministers, of a committee, …

        «دورته» is a session of what was named before it in the sentence, which begins at `begins`.
        """
        first = event.start if self._arabic else event.start - 60
        owned = self._text[event.end - 1] in "اهم" and not self._text.startswith("ال", event.start)
        if event.code == "session":
            first = begins if owned else max(begins, event.start - _LEVEL_REACH)
            span = (first, span[1])
        elif owned and alone:
            first = span[0]
        elif self._arabic and alone and not self._text.startswith("ال", event.start):
            held = _HELD.search(self._text, max(begins, event.start - _HELD_REACH), event.start)
            first = held.start() if held else first
        if alone and not self._arabic:
            first = event.start - 2 * _SORT_REACH
        last = min(span[1], event.end + _SORT_REACH)
        return [hit.code for hit in hits if hit.kind == "sort" and max(first, span[0]) <= hit.start < last]

    def _numbers(self, first: int, last: int) -> bool:
        """Does an ordinal number the event beyond these folded offsets? The fourth ... Initiative (ICI) ... Meeting."""
        if 0 <= last - first <= _ORDINAL_REACH and not _APART.search(self._text, first, last):
            return True
        named = self._page.folded.cased[first:last] if not self._arabic and 0 <= last - first <= _NAME_REACH else ""
        return bool(named) and all(word.lstrip("(")[:1].isupper() for word in named.split())

    def _ordinal(self, event: Hit, hits: list[Hit]) -> int | None:
        text = self._text
        if event.code == "cop":
            return int(text[event.end - 2 : event.end])
        if event.code in _UNNUMBERED:
            return None
        for hit in hits:
            if hit.kind == "ordinal" and not hit.clitic and not text.endswith("مره ", 0, hit.start):
                first, last = (event.end, hit.start) if self._arabic else (hit.end, event.start)
                if event.start <= hit.start < event.end or self._numbers(first, last):
                    return int(hit.code) + (100 if _HUNDRED.match(text, hit.end) else 0)
        word_end = text.find(" ", event.start)
        number = _NUMBER_AFTER.match(text, word_end) if self._arabic and word_end >= 0 else None
        before = max(0, event.start - 80)
        if number is None and _DIGIT.search(text, before, event.start):
            number = _NUMBER_BEFORE.search(text, before, event.start)
        return int(number[1]) if number else None
