"""Mentions of meetings and events in a text, each with its series, ordinal and the dates and places nearest to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from mithaq.reading.cast import Cast, is_state
from mithaq.reading.findings import Found
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

_COP = re.compile(r"(?<!\w)(?:cop|كوب)[ -]?(\d{2})(?!\d)")
_PARTIES = re.compile(r"(?:موتمر الاطراف|conference of the parties)[^.؛;]{0,90}$")
_ELLIPTIC = re.compile(r"(?:عقد|التام|استضاف\w*|انعقد|جري|كان|held|took place)\W+(?:the )?$")
_ANOTHER = re.compile(r" (?:(?:ال)?(?:مقبل|قادم|تالي|سابق|ماضي|اخير|جديد)ه?)(?!\w)")
_ANOTHER_EN = re.compile(r"\b(?:next|last|previous|earlier|upcoming|recent) $")
_SCHOOL = re.compile(r"(?<!\w)[بلو]?(?:ال)?(?:كليه|معهد|اكاديميه|تدريب\w*|متدرب\w*|تخرج|تخريج|دارسين|منتسبي)(?!\w)")
_SESSION_TO_COME = re.compile(r" (?:ال(?:قادمه|مقبله|استثناييه|طاريه|عاديه|مستانفه)|غير العاديه)(?!\w)")
_COUNCILS = frozenset(("council", "las_council", "leaders"))
_FIRST_OF = re.compile(r"(?<!\w)(?:اول|the first|first) $")
_DEFINITE = re.compile(r"(?:هذا |هذه |this |that |the (?:same )?)$")
_WITH_ONE = re.compile(
    r"(?: ثنايي| منفصل)?[ ,،]+(?:امس[ ,،]+|اليوم[ ,،]+)?مع (?!دول|ممثل|مسوول|رؤساء|اعضاء|شركاء)| (?:today |yesterday )?with (?!the )[\w. ]{3,}"
)
_MONTHS = "يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|كانون|شباط|اذار|نيسان|ايار|حزيران|تموز|اب|ايلول|تشرين"
_NUMBER_AFTER = re.compile(
    rf"(?:(?: \w+){{0,4}}? ال[ -]{{0,2}}[(/]?|(?: \w+){{1,2}} [(/]| (?:رقم )?[(/]?)(\d{{1,3}})(?!\d|[.,]\d| ?(?:-|/\d|اعضاء|دول|دوله|عام|يوم|ساع|من |مليون|{_MONTHS}))"
)
_NUMBER_BEFORE = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) (?:[\w.'-]+ ){0,4}(?:\([^)]*\) )?$")
_HUNDRED = re.compile(r" بعد الما?[يء]?ه")
_APART = re.compile(r"[,،;:()]|(?<!\b[a-z])\.| في | علي | من | of | for ")

_ABOUT = re.compile(
    r"(?<!\w)(?:لبحث|لمناقشه|حول|بشان|لدعم|لمواجهه|ازاء|تجاه|علي(?! مستوي| هامش| راس)|منذ|لمكافحه|اوضاع\w*|الاوضاع|الازمه|النزاع|الحرب|قضايا|"
    r"قبل|بعد|عقب|before|after|following|to discuss|regarding|concerning|since|situation|conflict|crisis|war|against|toward|support|efforts)(?!\w)"
)
_OTHER_DATE = re.compile(
    r"(?<!\w)(?:منذ|بعد|قبل|بحلول|حتي|since|after|before|until|by|resolution|قرار|وقت سابق)(?!\w)[^،,]*$| (?:ل|for |since )$"
)
_OTHER_DATE_BEFORE = re.compile(r"(?<!\w)(?:ان|بان|that)(?!\w)")
_IN_AR = re.compile(
    r"(?<!\w)(?:في|ب?مدينه|ب?محافظه|ب?ولايه|ب?اماره|ب?منتجع|ب?ضاحيه|بالعاصمه|العاصمه|العاصمه \w+|بمقر \w+|داخل|لدي|الي|(?:ستستضيف|استضاف|[يت]ستضيف|احتضن|[يت]حتضن)\w*|دوله|بدوله|"
    r"بمملكه|مملكه|سلطنه|جمهوريه|ب\w+) (?:دوله |مملكه |العاصمه |جمهوريه |سلطنه )?$"
)
_IN_EN = re.compile(
    r"\b(?:in|at|to|hosted by|host|near|outside|from)(?: the (?:city|kingdom|state) of| the| beautiful| historic)? $"
)
_COUNTRY_IN = re.compile(r"(?: في |[ (]ب|\b(?:in|to) (?:the )?)$")
_VISITED = re.compile(r"(?: الي |[ (]ل|\bto (?:the )?)$")
_GATHERED = re.compile(r"\b(?:met|held|convened|gathered|assembled)\b[^,]*$")
_HOSTS = re.compile(
    r"(?:(?:ستستضيف|استضاف|[يت]ستضيف|احتضن|[يت]حتضن)\w*|hosted by|hosting|will host|host|hosted|hosts) (?:the )?$"
)
_HOSTS_AFTER = re.compile(r" (?:باستضاف|استضاف|will host|hosted|hosts|is hosting|to host)")
_TALKED = re.compile(
    r"(?:استقبل|[يت]ستقبل|التقي|التقت|يلتقي|اجتمع|هاتف|بحث|تلقي|تلقت|تلتقي)\w*|met|spoke (?:today |by phone |yesterday )?(?:with|to)|hosted|welcomed"
)
_MET = re.compile(r"met\b|met(?: \w+)? with|(?:اجتمع|التقي|[يت]جتمع|[يت]لتقي)\w*")
_SERIES = (
    ("icg", "icg"), ("nac", "nac"), ("committee", "committee"), ("council", "ministerial_council"), ("leaders", "summit"),
    ("ministers", "ministerial"), ("other", "other"), ("bilateral", "bilateral"), ("assembly", "other"),
)  # fmt: skip
_PLAIN = {"session": "other", "dialogue": "bilateral", "working": "committee", "meeting": "other"}
_UNNUMBERED = frozenset(("visit", "bilateral", "course", "ceremony", "exercise"))
_WHOLE = {
    ("conference", "summit"): "summit", ("meeting", "summit"): "summit", ("session", "summit"): "summit", ("summit", "session"): "summit",
    ("session", "meeting"): "meeting", ("meeting", "session"): "meeting", ("session", "ministerial"): "meeting", ("ministerial", "conference"): "ministerial", ("ministerial", "meeting"): "ministerial", ("ministerial", "session"): "ministerial",
}  # fmt: skip
_DETAILS = frozenset(("sort", "ordinal", "city"))
_SORT_REACH = 95
_DATE_REACH = 190
_PLACE_REACH = 260
_COUNTRY_REACH = 80
_TALK_REACH = 110
_JUST_BEFORE = 30
_ORDINAL_REACH = 46
_LEAD = 1
_ACROSS = 40
_LEVEL_REACH = 40
_YEAR = 4
_YEAR_REACH = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event; offsets are folded.

    `noun` is its base (meeting, summit, …; talk where a verb tells of it); `definite` and not `named` is «the meeting»,
    which was told of before; `other` is «the next meeting».
    """

    sentence: int
    start: int
    end: int
    noun: str
    series: str
    ordinal: int | None
    date: str | None
    city: str | None
    country: str | None
    definite: bool
    named: bool
    other: bool = False

    @property
    def slots(self) -> int:
        """How many of ordinal, date, place are known."""
        return sum(value is not None for value in (self.ordinal, self.date, self.city or self.country))


class Events:
    """Finds the mentions of events in one page."""

    def __init__(self, page: Page, found: Found, cast: Cast) -> None:
        self._page = page
        self._text = page.folded.text
        self._arabic = page.language == "ar"
        offset = page.folded.offset
        self._dates = [
            (offset(date.start), offset(date.end), date.value) for date in found.dates if date.type == "DATE"
        ]
        self._cast = cast
        numbered = "cop" in self._text or "كوب" in self._text
        self._cops = [match.span() for match in _COP.finditer(self._text)] if numbered else []
        self._last_series = "other"

    def mentions(self, sentence: int) -> Iterator[Mention]:
        """The events of one sentence, in order."""
        start, end = self._page.edges[sentence]
        hits = self._page.hits_in(sentence, "meetings")
        events = self._events(hits, (start, end))
        for place, event in enumerate(events):
            earlier = start if place == 0 else max(events[place - 1].end, event.start - _JUST_BEFORE)
            first = event.start if place and self._arabic else earlier
            last = end if place == len(events) - 1 else events[place + 1].start
            spans = (first, last), (earlier, last)
            yield self._mention(sentence, event, hits, spans, alone=len(events) == 1)
        if not events:
            yield from self._talk(sentence, hits)

    def _events(self, hits: list[Hit], edge: tuple[int, int]) -> list[Hit]:
        events = [hit for hit in hits if hit.kind == "event" and (hit.code != "session" or self._is_session(hit, hits))]
        events += [Hit(*span, "event", "cop", "") for span in self._cops if edge[0] <= span[0] < edge[1]]
        for hit in hits if events else ():
            if hit.kind == "ordinal" and _ELLIPTIC.search(self._text, max(edge[0], hit.start - 24), hit.start):
                events += [
                    Hit(hit.start, hit.end, "event", event.code, "") for event in events[-1:] if event.end < hit.start
                ]
        return self._whole(sorted(events, key=lambda hit: hit.start)) if len(events) > 1 else events

    def _is_session(self, hit: Hit, hits: list[Hit]) -> bool:
        """A session counts by its number, or as the next or an extraordinary one of a council."""
        if self._ordinal(hit, hits) is not None:
            return True
        council = any(
            sort.kind == "sort" and sort.code in _COUNCILS and hit.end < sort.start < hit.end + _SORT_REACH
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
        series = self._last_series = self._last_series if elliptic else self._series(event, sorts)
        ordinal, date, (city, country) = (
            self._ordinal(event, hits),
            self._date(event, span),
            self._place(event, hits, span, around),
        )
        if _FIRST_OF.search(self._text, max(0, event.start - 11), event.start):
            ordinal = date = city = country = None
        definite = self._text.startswith("ال", event.start) or bool(
            _DEFINITE.search(self._text, max(0, event.start - 10), event.start)
        )
        near = [hit for hit in hits if hit.kind in _DETAILS and event.start - 45 <= hit.start < event.end + 60]
        start = min([event.start, *(hit.start for hit in near if not self._arabic)])
        end = max([event.end, *(hit.end for hit in near)])
        named = bool(sorts) or (event.code in ("summit", "cop") and city is not None)
        other = bool(_ANOTHER.match(self._text, event.end)) or bool(
            _ANOTHER_EN.search(self._text, event.start - 10 if event.start > 10 else 0, event.start)
        )
        return Mention(sentence, start, end, event.code, series, ordinal, date, city, country, definite, named, other)

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
        if alone and not self._arabic:
            first = event.start - 2 * _SORT_REACH
        last = min(span[1], event.end + _SORT_REACH)
        return [hit.code for hit in hits if hit.kind == "sort" and max(first, span[0]) <= hit.start < last]

    def _series(self, event: Hit, sorts: list[str]) -> str:
        code = event.code
        if code in ("cop", "conference"):
            return "icg" if "icg" in sorts else "conference"
        if code not in _PLAIN:
            return code
        if code == "session" and _SCHOOL.search(self._text, max(0, event.start - 60), event.end + 80):
            return "course"
        if "nac" in sorts and "ici" in sorts:
            return "nac_ici"
        if "delegates" in sorts and sorts[0] != "committee":
            return "other"
        if "las_council" in sorts and "ministers" in sorts:
            return "ministerial_council"
        if code == "meeting" and "icg" not in sorts and _WITH_ONE.match(self._text, event.end):
            return "bilateral"
        return next((series for sort, series in _SERIES if sort in sorts), _PLAIN[code])

    def _ordinal(self, event: Hit, hits: list[Hit]) -> int | None:
        text = self._text
        if event.code == "cop":
            return int(text[event.end - 2 : event.end])
        if event.code in _UNNUMBERED:
            return None
        for hit in hits:
            if hit.kind == "ordinal" and not hit.clitic:
                first, last = (event.end, hit.start) if self._arabic else (hit.end, event.start)
                if event.start <= hit.start < event.end or (
                    0 <= last - first <= _ORDINAL_REACH and not _APART.search(text, first, last)
                ):
                    return int(hit.code) + (100 if _HUNDRED.match(text, hit.end) else 0)
        word_end = text.find(" ", event.start)
        number = _NUMBER_AFTER.match(text, word_end) if self._arabic and word_end >= 0 else None
        number = number or _NUMBER_BEFORE.search(text, max(0, event.start - 80), event.start)
        return int(number[1]) if number else None

    def _date(self, event: Hit, span: tuple[int, int]) -> str | None:
        """The first day of the date nearest to the event in the span."""
        near: list[tuple[int, str]] = []
        first, last = bisect_left(self._dates, span[:1]), bisect_left(self._dates, span[1:])
        for start, end, value in self._dates[first:last]:
            if end <= span[1] and not self._text.startswith("لعام", start):
                if start >= event.end:
                    gap, other = start - event.end, _OTHER_DATE.search(self._text, event.end, start)
                else:
                    gap, other = event.start - end, _OTHER_DATE_BEFORE.search(self._text, end, event.start)
                    gap += _ACROSS if self._arabic and "،" in self._text[end : event.start] else 0
                day, _, until = value.partition("/")
                years = len(day) == _YEAR and (gap > _YEAR_REACH or bool(until))
                near += [(gap, day)] if gap <= _DATE_REACH and not other and not years else []
        return min(near, key=lambda item: item[0])[1] if near else None

    def _place(
        self, event: Hit, hits: list[Hit], span: tuple[int, int], around: tuple[int, int]
    ) -> tuple[str | None, str | None]:
        """City and country; a city tells its country, which may also stand somewhat before the span."""
        cities = [
            (gap, hit.code)
            for hit in hits
            if hit.kind == "city" and (gap := self._city_gap(event, hit, span)) is not None
        ]
        if cities:
            city, _, state = min(cities)[1].partition("|")
            return city, state
        countries = []
        for start, end, who in self._cast.between(*around):
            if (
                who.kind == "party"
                and is_state(who.party)
                and (gap := self._country_gap(event, start, end)) is not None
            ):
                countries.append((gap, who.party))
        return None, min(countries)[1] if countries else None

    def _city_gap(self, event: Hit, hit: Hit, span: tuple[int, int]) -> int | None:
        """How far the city is from the event, None where it is not said to be there."""
        if not (span[0] <= hit.start and hit.end <= span[1]):
            return None
        text = self._text
        first, last = (event.end, hit.start) if hit.start >= event.end else (hit.end, event.start)
        before_it = hit.start < event.start and not self._arabic
        apart = (
            before_it
            and text.find(",", first, last) >= 0
            and not _GATHERED.search(text, max(0, hit.start - 30), hit.start)
        )
        if last - first > _PLACE_REACH or apart:
            return None
        if last - first <= 2 or (before_it and last - first <= 30):
            return last - first
        at = hit.start - len(hit.clitic)
        located = "ب" in hit.clitic or (_IN_AR if self._arabic else _IN_EN).search(text, max(0, at - 24), at)
        return last - first if located and not _ABOUT.search(text, first, last) else None

    def _country_gap(self, event: Hit, start: int, end: int) -> int | None:
        text = self._text
        first, last = (event.end, start) if start >= event.end else (end, event.start)
        before = max(0, start - 24)
        owned = text.startswith("'s ", end)  # hosted by Kuwait's ambassador
        hosting = not owned and (_HOSTS.search(text, before, start) or _HOSTS_AFTER.match(text, end))
        visited = event.code == "visit" and (last - first <= 2 or _VISITED.search(text, before, start))
        named_after = self._arabic and event.code == "summit" and 0 <= start - event.end <= 1
        located = hosting or visited or named_after or _COUNTRY_IN.search(text, before, start)
        apart = start < event.start and ("," in text[first:last] or "،" in text[first:last])
        if (
            not located
            or apart
            or last - first > (_PLACE_REACH if hosting else _COUNTRY_REACH)
            or _ABOUT.search(text, first, last)
        ):
            return None
        return last - first

    def _talk(self, sentence: int, hits: list[Hit]) -> Iterator[Mention]:
        """Somebody received or met somebody, on a day or in a place that the sentence gives."""
        edge = self._page.edges[sentence]
        for act in self._page.hits_in(sentence, "acts"):
            match = _TALKED.match(self._text, act.start) if act.kind == "do" else None
            if match is None:
                continue
            persons = (m.who.kind == "person" for m in self._cast.between(match.end(), match.end() + _TALK_REACH))
            sorts = [hit.code for hit in hits if hit.kind == "sort"] if _MET.match(self._text, act.start) else []
            series = "bilateral" if any(persons) else self._series(Hit(0, 0, "event", "meeting", ""), sorts)
            if series == "other" and "other" not in sorts and "delegates" not in sorts:
                return
            event = Hit(match.start(), match.end(), "event", "bilateral", "")
            date, (city, country) = self._date(event, edge), self._place(event, hits, edge, edge)
            if date or city or sentence <= _LEAD:
                end = min(
                    [edge[1], *(at for mark in (",", "،") if (at := self._text.find(mark, match.end(), edge[1])) >= 0)]
                )
                yield Mention(sentence, match.start(), end, series, series, None, date, city, country, False, True)
            return
