"""Meetings and events that a text reports, announces or refers to: which series, which one of it, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mithaq.reading.cast import Cast, is_state
from mithaq.reading.findings import Date, Found, Meeting
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

_REACH = 95
_DATE_REACH = 190
_SUBJECT = re.compile(
    r"(?<!\w)(?:لبحث|لمناقشه|حول|بشان|لدعم|لمواجهه|ازاء|تجاه|علي|منذ|لمكافحه|اوضاع\w*|الاوضاع|الازمه|النزاع|الحرب|قضايا|"
    r"to discuss|regarding|concerning|since|situation|conflict|crisis|war|against|toward|support|efforts)(?!\w)"
)
_NOT_ITS_DATE = re.compile(r"(?<!\w)(?:منذ|بعد|قبل|since|after|before|until|resolution|قرار|وقت سابق)(?!\w)[^،,]*$| (?:ل|for |since )$")
_NOT_ITS_DATE_BEFORE = re.compile(r"(?<!\w)(?:ان|بان|that)(?!\w)")
_FIRST_OF = re.compile(r"(?<!\w)(?:اول|the first|first) $")
_IN_AR = re.compile(r"(?:(?<!\w)(?:في|بمدينه|مدينه|بالعاصمه|العاصمه|العاصمه \w+|بمقر \w+|داخل|لدي|الي|استضاف\w*|تستضيف\w*|يستضيف\w*|ستستضيف\w*|احتضن\w*|تحتضن\w*|دوله|بدوله|بمملكه|مملكه|سلطنه|جمهوريه|ب\w+)) (?:دوله |مملكه |العاصمه |جمهوريه |سلطنه )?$")
_IN_EN = re.compile(r"\b(?:in|at|to|hosted by|host|near|outside|from)(?: the (?:city|kingdom|state) of| the| beautiful| historic)? $")
_HOSTS = re.compile(r"(?:استضاف\w*|تستضيف\w*|يستضيف\w*|ستستضيف\w*|احتضن\w*|تحتضن\w*|hosted by|hosting|will host|host|hosted|hosts) (?:the )?$")
_HOSTING_AFTER = re.compile(r" (?:باستضاف|استضاف|will host|hosted|hosts|is hosting|to host)")
_DEFINITE = re.compile(r"(?:هذا |هذه |ال|this |that |the (?:same )?|these )$")
_NUMBER_AFTER = re.compile(r"(?: (?:ال|رقم|ال-))? ?\(?\b(\d{1,3})(?!\d|[.,/]\d| ?(?:[-/]|اعضاء|دول|دوله|عام|يوم|ساع|من |مليون|" r"يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|january|february|march|april|may|june|july|august|september|october|november|december))\)?")
_NUMBER_BEFORE = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) (?:[\w.'-]+ ){0,4}$")
_COP = re.compile(r"(?<!\w)(?:cop|كوب)[ -]?(\d{2})(?!\d)")
_ACTED = re.compile(r"(?:(?<!\w)(?:[وف]?(?:عقد|عقدت|يعقد|تعقد|اختتم|اختتمت|انطلق|انطلقت|بدا|بدات|افتتح|افتتحت|استضاف\w*|شارك\w*|ترا?س\w*|حضر\w*|التام\w*|اقيم\w*|نظم\w*))(?!\w)|\b(?:held|convened|hosted|attended|concluded|opened|chaired|met|took place|joined)\b)")
_RECEIVED_AR = re.compile(r"(?<!\w)[وف]?(?:استقبل|استقبلت|يستقبل|التقي|التقت|يلتقي|اجتمع|اجتمعت|هاتف|بحث|بحثت|تلقي|تلقت) ")
_RECEIVED_EN = re.compile(r"\b(?:met(?: today| yesterday)? with|spoke(?: today| yesterday| by phone)? (?:with|to)|received|hosted|welcomed|held talks with|held a meeting with|met)\b")
_WITH_ONE = re.compile(r"(?: ثنايي| منفصل)?[ ,،]+(?:امس[ ,،]+|اليوم[ ,،]+)?مع (?!دول|ممثل|مسوول|رؤساء|اعضاء)| (?:today |yesterday )?with (?!the )[\w. ]{3,}| between the secretary")
_ELLIPTIC = re.compile(r"(?:عقد|التام|استضاف\w*|انعقد|جري|كان|held|took place)\W+(?:the )?$")


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention of an event; offsets are folded. `noun` is the base of the event, `named` whether more than its noun is said."""

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

    @property
    def slots(self) -> int:
        """How many of ordinal, date, place are known."""
        return sum(value is not None for value in (self.ordinal, self.date, self.city or self.country))


def find_meetings(page: Page, found: Found, cast: Cast) -> tuple[Meeting, ...]:
    """Every distinct meeting with a date, a place or an ordinal, in the order of its first mention."""
    finder = _Finder(page, found, cast)
    kept: list[_Mention] = []
    for sentence in range(len(page.edges)):
        for mention in finder.mentions(sentence):
            _merge(kept, mention)
    return tuple(_meeting(page, mention) for mention in kept if mention.slots)


def _meeting(page: Page, mention: _Mention) -> Meeting:
    rule = f"{page.language}.meeting.{mention.noun}"
    evidence = page.source(mention.start, mention.end)
    return Meeting(mention.sentence, mention.series, mention.ordinal, mention.date, mention.city, mention.country, evidence, rule)


def _merge(kept: list[_Mention], mention: _Mention) -> None:
    """Join the mention with the one before that it is about, or keep it as a new one."""
    for index in range(len(kept) - 1, -1, -1):
        earlier = kept[index]
        if _same(earlier, mention, index == len(kept) - 1):
            kept[index] = replace(
                earlier if earlier.slots >= mention.slots or not mention.named else replace(mention, series=_better(earlier, mention)),
                series=_better(earlier, mention),
                ordinal=earlier.ordinal if earlier.ordinal is not None else mention.ordinal,
                date=_finer(earlier.date, mention.date),
                city=earlier.city or mention.city,
                country=earlier.country or mention.country,
            )
            return
    kept.append(mention)


def _better(earlier: _Mention, mention: _Mention) -> str:
    plain = ("other", "conference", "bilateral")
    return mention.series if earlier.series in plain and mention.series not in plain and mention.noun == earlier.noun else earlier.series


def _finer(one: str | None, other: str | None) -> str | None:
    if one and other and other.startswith(one):
        return other
    return one or other


def _same(earlier: _Mention, mention: _Mention, latest: bool) -> bool:
    if earlier.noun != mention.noun and earlier.series != mention.series:
        return False
    if not _agree(earlier, mention):
        return False
    if mention.definite and not mention.named and mention.ordinal is None:
        return earlier.noun == mention.noun
    if earlier.series != mention.series and "other" not in (earlier.series, mention.series):
        return False
    shared = any(
        one is not None and one == other
        for one, other in (
            (earlier.ordinal, mention.ordinal), (earlier.city, mention.city), (earlier.date, mention.date), (earlier.country, mention.country)
        )
    )
    if mention.definite and mention.slots == 1 and mention.ordinal is not None and earlier.ordinal is None:
        return earlier.noun == mention.noun and earlier.series == mention.series
    return shared or (earlier.noun == mention.noun and (earlier.slots == 0 or mention.slots == 0) and latest)


def _agree(earlier: _Mention, mention: _Mention) -> bool:
    """Do no two slots contradict each other?"""
    one, other = earlier.date, mention.date
    if one and other and not (one.startswith(other) or other.startswith(one)):
        return False
    for a, b in ((earlier.ordinal, mention.ordinal), (earlier.city, mention.city), (earlier.country, mention.country)):
        if a is not None and b is not None and a != b:
            return False
    return True


class _Finder:
    """Finds the mentions of events sentence by sentence."""

    def __init__(self, page: Page, found: Found, cast: Cast) -> None:
        self._page = page
        self._text = page.folded.text
        self._arabic = page.language == "ar"
        offset = page.folded.offset
        self._dates = [(offset(date.start), offset(date.end), date) for date in found.dates if date.type == "DATE"]
        self._cast = cast
        self._last: _Mention | None = None

    def mentions(self, sentence: int) -> Iterator[_Mention]:
        """The events of one sentence, each with the dates and places nearest to it."""
        start, end = self._page.edges[sentence]
        hits = self._page.hits_in(sentence, "meetings")
        events = self._events(hits, (start, end))
        for place, event in enumerate(events):
            first = start if place == 0 else max(events[place - 1].end, event.start - (0 if self._arabic else 30))
            last = end if place == len(events) - 1 else events[place + 1].start
            yield self._mention(sentence, event, hits, (first, last), alone=len(events) == 1)
        if not events:
            yield from self._talk(sentence, start, end, hits)

    def _events(self, hits: list[Hit], edge: tuple[int, int]) -> list[Hit]:
        events = [hit for hit in hits if hit.kind == "event"]
        for match in _COP.finditer(self._text, *edge):
            events.append(Hit(match.start(), match.end(), "event", "cop", ""))
        for hit in hits:
            before = [event for event in events if event.end < hit.start]
            if hit.kind == "ordinal" and before and _ELLIPTIC.search(self._text, max(edge[0], hit.start - 24), hit.start):
                events.append(Hit(hit.start, hit.end, "event", before[-1].code, hit.clitic))
        events = [event for event in events if not (event.code == "session" and not self._numbered(event, hits))]
        if any(self._text.startswith("قايمه", event.start) for event in events):
            return []
        return sorted(self._outer(events), key=lambda hit: hit.start)

    def _outer(self, events: list[Hit]) -> list[Hit]:
        """Of «مؤتمر القمة», «جلسة الاجتماع», «أعمال المؤتمر» only the event itself."""
        kept: list[Hit] = []
        for event in events:
            near = kept[-1] if kept and event.start - kept[-1].end <= 2 else None
            if near and near.code in ("conference", "meeting", "session") and event.code == "summit":
                kept[-1] = Hit(near.start, event.end, "event", "summit", near.clitic)
            elif near and near.code == "ministerial" and event.code in ("conference", "meeting", "session", "forum"):
                kept[-1] = Hit(near.start, event.end, "event", "ministerial", near.clitic)
            elif near and near.code in ("visit", "bilateral", "ceremony") and event.code == near.code:
                continue
            else:
                kept.append(event)
        return kept

    def _numbered(self, event: Hit, hits: list[Hit]) -> bool:
        return self._ordinal(event, hits) is not None

    # One mention

    def _mention(self, sentence: int, event: Hit, hits: list[Hit], span: tuple[int, int], alone: bool) -> _Mention:
        ordinal = self._ordinal(event, hits)
        window = (event.start - (60 if not self._arabic else 0), min(span[1], event.end + _REACH))
        sorts = [hit.code for hit in hits if hit.kind == "sort" and max(span[0], window[0]) <= hit.start < window[1]]
        if alone and self._text[event.end - 1] in "اه":
            sorts += [hit.code for hit in hits if hit.kind == "sort" and span[0] <= hit.start < event.start]
        elliptic = any(hit.kind == "ordinal" and hit.start == event.start for hit in hits)
        series = self._last.series if elliptic and self._last else self._series(event, sorts)
        date = self._date(event, span)
        city, country = self._place(event, hits, span, ordinal)
        if _FIRST_OF.search(self._text, max(0, event.start - 11), event.start):
            ordinal, date, city, country = None, None, None, None
        definite = bool(_DEFINITE.search(self._text, max(0, event.start - 10), event.start)) or self._text.startswith("ال", event.start)
        stop = max([event.end, *(hit.end for hit in hits if hit.kind in ("sort", "ordinal", "city") and event.end <= hit.start < event.end + 60)])
        begin = event.start if self._arabic else min(
            [event.start, *(hit.start for hit in hits if hit.kind in ("sort", "ordinal", "city") and event.start - 45 <= hit.start < event.start)]
        )
        named = bool(sorts) or event.code in ("summit", "cop") and (city is not None)
        mention = _Mention(sentence, begin, stop, event.code, series, ordinal, date, city, country, definite, named)
        self._last = mention
        return mention

    def _series(self, event: Hit, sorts: list[str]) -> str:
        code = event.code
        if code in ("cop", "conference"):
            return "ministerial" if "ministers" in sorts[:1] and not self._arabic else "icg" if "icg" in sorts else "conference"
        if code == "meeting" and _WITH_ONE.match(self._text, event.end):
            return "bilateral"
        if code in ("meeting", "session", "dialogue", "working"):
            if "nac" in sorts and "ici" in sorts:
                return "nac_ici"
            for sort, series in (
                ("icg", "icg"), ("nac", "nac"), ("committee", "committee"), ("council", "ministerial_council"), ("leaders", "summit"),
                ("ministers", "ministerial"), ("other", "other"), ("bilateral", "bilateral"), ("assembly", "other"),
            ):
                if sort in sorts:
                    return series
            return {"session": "other", "dialogue": "bilateral", "working": "committee"}.get(code, "other")
        return code

    def _ordinal(self, event: Hit, hits: list[Hit]) -> int | None:
        text = self._text
        if event.code == "cop":
            match = _COP.match(text, event.start)
            return int(match[1]) if match else None
        if event.code in ("visit", "bilateral", "course", "ceremony", "exercise"):
            return None
        for hit in hits:
            if hit.kind == "ordinal" and (hit.start, hit.end) == (event.start, event.end):
                return int(hit.code)
            if hit.kind == "ordinal" and hit.clitic in ("", "و"):
                gap = hit.start - event.end if self._arabic else event.start - hit.end
                between = text[event.end : hit.start] if self._arabic else text[hit.end : event.start]
                if 0 <= gap <= 32 and not re.search(r"[,،.;:()]| في | على | من | of | for ", between):
                    return int(hit.code)
        match = _NUMBER_AFTER.match(text, event.end) if self._arabic else None
        if match:
            return int(match[1])
        before = _NUMBER_BEFORE.search(text, max(0, event.start - 50), event.start)
        return int(before[1]) if before else None

    def _date(self, event: Hit, span: tuple[int, int]) -> str | None:
        best: tuple[int, str] | None = None
        for start, end, date in self._dates:
            if not (span[0] <= start and end <= span[1]):
                continue
            after = start >= event.end
            distance = start - event.end if after else event.start - end
            between = self._text[event.end : start] if after else self._text[end : event.start]
            if self._text.startswith("لعام", start):
                continue
            if distance <= _DATE_REACH and not (_NOT_ITS_DATE.search(between) if after else _NOT_ITS_DATE_BEFORE.search(between)):
                if best is None or distance < best[0]:
                    best = (distance, _first_day(date))
        return best[1] if best else None

    def _place(self, event: Hit, hits: list[Hit], span: tuple[int, int], ordinal: int | None) -> tuple[str | None, str | None]:
        city = self._city(event, hits, span)
        if city:
            name, _, state = city.partition("|")
            return name, state
        return None, self._country(event, span)

    def _city(self, event: Hit, hits: list[Hit], span: tuple[int, int]) -> str | None:
        text = self._text
        best: tuple[int, str] | None = None
        for hit in hits:
            if hit.kind != "city" or not (span[0] <= hit.start and hit.end <= span[1]):
                continue
            after = hit.start >= event.end
            distance = hit.start - event.end if after else event.start - hit.end
            between = text[event.end : hit.start] if after else text[hit.end : event.start]
            if not after and "," in between and not self._arabic:
                continue
            joined = distance <= 2 or (not after and not self._arabic and distance <= 30 and "," not in between)
            before = text[max(0, hit.start - len(hit.clitic) - 24) : hit.start - len(hit.clitic)]
            located = "ب" in hit.clitic or bool((_IN_AR if self._arabic else _IN_EN).search(before))
            if not (joined or located) or distance > 140 or (_SUBJECT.search(between) and not joined):
                continue
            if best is None or distance < best[0]:
                best = (distance, hit.code)
        return best[1] if best else None

    def _country(self, event: Hit, span: tuple[int, int]) -> str | None:
        text = self._text
        best: tuple[int, str | None] | None = None
        for mention in self._cast.between(*span):
            start, end, who = mention
            if who.kind != "party" or not is_state(who.party):
                continue
            after = start >= event.end
            distance = start - event.end if after else event.start - end
            between = text[event.end : start] if after else text[end : event.start]
            before = text[max(0, start - 24) : start]
            if not after and ("," in between or "،" in between):
                continue
            located = before.endswith((" ب", " في ", "(ب")) or bool(not self._arabic and re.search(r"\b(?:in|to) (?:the )?$", before))
            hosting = bool(_HOSTS.search(before)) or bool(_HOSTING_AFTER.match(text, end))
            if not (located or hosting) or distance > (140 if hosting else 80) or _SUBJECT.search(between):
                continue
            if best is None or distance < best[0]:
                best = (distance, who.party)
        return best[1] if best else None

    # Meetings told by a verb

    def _talk(self, sentence: int, start: int, end: int, hits: list[Hit]) -> Iterator[_Mention]:
        """Somebody received or met somebody, on a day or in a place that the sentence gives."""
        match = (_RECEIVED_AR if self._arabic else _RECEIVED_EN).search(self._text, start, end)
        if not match:
            return
        near = self._cast.between(match.end(), match.end() + 110)
        if not any(mention.who.kind == "person" for mention in near):
            return
        event = Hit(match.start(), match.end(), "event", "bilateral", "")
        date = self._date(event, (start, end))
        city, country = self._place(event, hits, (start, end), None)
        if date or city:
            stop = match.end() + len(self._text[match.end() : end].split(",")[0].split("،")[0])
            yield _Mention(sentence, match.start(), min(stop, end), "bilateral", "bilateral", None, date, city, country, False, True)


def _first_day(date: Date) -> str:
    return date.value.split("/")[0]
