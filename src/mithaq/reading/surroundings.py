"""The day and the place that a sentence gives an event: the nearest ones that are said to be its own."""

from __future__ import annotations

import re
from bisect import bisect_left

from mithaq.reading.cast import Cast, is_state
from mithaq.reading.findings import Found
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

_ABOUT = re.compile(
    r"(?<!\w)(?:لبحث|لمناقشه|حول|بشان|لدعم|لمواجهه|ازاء|تجاه|علي(?! (?:ال)?(?:مستوي|هامش|راس))|منذ|لمكافحه|اوضاع\w*|الاوضاع|الازمه|النزاع|الحرب|قضايا|"
    r"اذا|قبل|بعد|عقب|before|after|following|to discuss|regarding|concerning|since|situation|conflict|crisis|war(?! cabinet)|against|toward|support|efforts)(?!\w)"
)
_OTHER_DATE = re.compile(
    r"(?<!\w)(?:منذ|بعد|قبل|بحلول|حتي|since|after|before|until|by|resolution|قرار|وقت سابق(?! من)|ذكري|ثوره|[يت]نتقل|[يت]توجه|[يت]غادر|anniversary)(?!\w)[^،,]*$| (?:ل|for |since )$"
)
_WAS_HELD = re.compile(
    r"(?<!\w)(?:عقد|عقدت|[يت]عقد|انعقد|انعقدت|اقيم|اقيمت|held|convened)(?: (?:في|on|in))? (?:ال?يوم )?$"
)
_PUBLISHED = re.compile(r"(?<!\w)[وف]?(?:نشر|بث|نقل|وزع|اذاع)\w* (?:\S+ ){0,3}$")
_OTHER_DATE_BEFORE = re.compile(r"(?<!\w)(?:ان|بان|that)(?!\w)")
_IN_AR = re.compile(
    r"(?<!\w)(?:في|ب?مدينه|ب?محافظه|ب?ولايه|ب?اماره|ب?منتجع|ب?ضاحيه|ب?مطار|ب?العاصمه(?: \w+)?|بمقر \w+|داخل|لدي|الي|(?:ستستضيف|استضاف|[يت]ستضيف|احتضن|[يت]حتضن)\w*|دوله|بدوله|"
    r"بمملكه|مملكه|سلطنه|جمهوريه|ب\w+) (?:دوله |مملكه |العاصمه |جمهوريه |سلطنه )?$"
)
_IN_EN = re.compile(
    r"\b(?:in|at|to|hosted by|host|near|outside|from|at (?:the )?[\w ]{3,24},)(?: the (?:city|kingdom|state) of|(?: the)?(?: \w+)? capital(?: city)?(?: of)?| the| beautiful| historic)? $"
)
_COUNTRY_IN = re.compile(r"(?: في |[ (]ب|\b(?:in|to) (?:the )?)$")
_VISITED = re.compile(r"(?: الي |[ (]ل|\bto (?:the )?)$")
_ARRIVES = re.compile(r"(?<!\w)[وف]?س?(?:[يت]?صل|وصلت?|[يت]توجه|توجهت?|[يت]غادر|غادرت?)(?!\w)")
_ARRIVES_AT = re.compile(r"(?<!\w)[وف]?س?(?:[يت]?صل|وصلت?|زارت?|[يت]زور) $")
_GATHERED = re.compile(r"\b(?:met|held|convened|gathered|assembled)\b[^,]*$")
_HOSTS = re.compile(
    r"(?:(?:ستستضيف|استضاف|[يت]ستضيف|احتضن|[يت]حتضن)\w*|hosted by|hosting|will host|host|hosted|hosts) (?:the )?$"
)
_HOSTS_AFTER = re.compile(r" (?:باستضاف|استضاف|will host|hosted|hosts|is hosting|to host)")
_DATE_REACH = 240
_PLACE_REACH = 260
_COUNTRY_REACH = 80
_ACROSS = 40
_NAME_REACH = 30
_PUBLISHED_REACH = 40
_YEAR = 4
_OF_OMAN = 8
_FRONT = 10  # On 21 December, ...
_ARRIVAL = 90
_YEAR_REACH = 60


class Surroundings:
    """Looks for days and places around the events of one page."""

    def __init__(self, page: Page, found: Found, cast: Cast) -> None:
        self._page = page
        self._text = page.folded.text
        self._arabic = page.language == "ar"
        offset = page.folded.offset
        self._dates = [
            (offset(date.start), offset(date.end), date.value) for date in found.dates if date.type == "DATE"
        ]
        self._cast = cast

    def date(self, event: Hit, span: tuple[int, int]) -> str | None:
        """The first day of the date nearest to the event in the span."""
        near: list[tuple[int, str]] = []
        first, last = bisect_left(self._dates, span[:1]), bisect_left(self._dates, span[1:])
        for start, end, value in self._dates[first:last]:
            if end <= span[1] and not self._text.startswith("لعام", start):
                if start >= event.end:
                    gap, other = start - event.end, _OTHER_DATE.search(self._text, event.end, start)
                    gap = 0 if _WAS_HELD.search(self._text, event.end, start) else gap
                else:
                    gap, other = event.start - end, _OTHER_DATE_BEFORE.search(self._text, end, event.start)
                    gap = min(gap, _DATE_REACH) if not self._arabic and start <= span[0] + _FRONT else gap
                    gap += _ACROSS if self._arabic and "،" in self._text[end : event.start] else 0
                other = other or _PUBLISHED.search(self._text, max(span[0], start - _PUBLISHED_REACH), start)
                day, _, until = value.partition("/")
                fronted = start <= span[0] + _FRONT
                years = len(day) == _YEAR and ((gap > _YEAR_REACH and not fronted) or bool(until))
                near += [(gap, day)] if gap <= _DATE_REACH and not other and not years else []
        return min(near, key=lambda item: item[0])[1] if near else None

    def place(
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
        if not (span[0] <= hit.start and hit.end <= span[1]) or self._is_oman(hit):
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
        if last - first <= 2 or (before_it and last - first <= _NAME_REACH and self._is_in_name(first, last)):
            return last - first
        at = hit.start - len(hit.clitic)
        arrives = event.code == "visit" and _ARRIVES_AT.search(text, max(0, at - 12), at)
        led = event.code == "visit" and hit.start > event.start and hit.clitic == "ل"
        located = (
            led
            or arrives
            or "ب" in hit.clitic
            or (_IN_AR if self._arabic else _IN_EN).search(text, max(0, at - 24), at)
        )
        return last - first if located and not _ABOUT.search(text, first, last) else None

    def _is_oman(self, city: Hit) -> bool:
        """سلطنة عمان is no Amman."""
        if not city.code.startswith("Amman"):
            return False
        return any(m.end >= city.end for m in self._cast.between(city.start - _OF_OMAN, city.start))

    def _is_in_name(self, start: int, end: int) -> bool:
        """The Riyadh Arab-Islamic Summit; not "Jakarta agree to host a summit"."""
        between = self._page.folded.cased[start:end].replace("-", " ").split()
        return all(word[0].isupper() or word[0].isdigit() for word in between)

    def _country_gap(self, event: Hit, start: int, end: int) -> int | None:
        text = self._text
        first, last = (event.end, start) if start >= event.end else (end, event.start)
        before = max(0, start - 24)
        owned = text.startswith("'s ", end)  # hosted by Kuwait's ambassador
        hosting = not owned and (_HOSTS.search(text, before, start) or _HOSTS_AFTER.match(text, end))
        visited = event.code == "visit" and (last - first <= 2 or _VISITED.search(text, before, start))
        named_after = self._arabic and event.code == "summit" and 0 <= start - event.end <= 1
        located = hosting or visited or named_after or _COUNTRY_IN.search(text, before, start)
        if (
            event.code == "visit"
            and _ARRIVES.search(text, max(0, start - _ARRIVAL), start)
            and _VISITED.search(text, before, start)
        ):
            return last - first
        apart = start < event.start and ("," in text[first:last] or "،" in text[first:last])
        if (
            not located
            or apart
            or last - first > (_PLACE_REACH if hosting else _COUNTRY_REACH)
            or _ABOUT.search(text, first, last)
        ):
            return None
        return last - first
