"""Who is meant where several act together: "both sides", "they", the Minister and his guest."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from mithaq.reading.cast import Cast, Mention, Name, is_state
from mithaq.reading.page import Page

_BLOCS = frozenset(("GCC", "EU", "ASEAN", "NATO", "LAS", "AU", "OIC", "UN"))
_OF_BLOCS = re.compile(r"(?:both|the two|two|they|the ministers|ministers|the leaders|leaders|القاد|الوزراء|الكتلت)")
_LEADERS = re.compile(r"(?:(?:both|the two|two|the) )?(?:leaders|presidents)\b|القايدان|الرييسان")
_TWO_PEOPLE = re.compile(
    r"(?:الوزيران|الرييسان|القايدان|الزعيمان|المسوولان|السفيران)(?!\w)|"
    r"(?:both|the two) (?:\w+ )?(?:leaders|presidents|ministers|officials|secretaries|ambassadors|chiefs)\b"
)
_GATHERED = (
    "ministers", "the ministers", "the leaders", "leaders", "members", "participants", "الوزراء", "القاده", "المشارك",
)  # fmt: skip
_TWO = re.compile(
    r"(?:القاده|الوزراء|الكتلتان|الجانبان|الجانبين|الطرفان|الطرفين|الوزيران|الوزيرين|البلدان|البلدين|الرييسان|القايدان|المسوولان|الدولتان|كلا|both|the two|two|they|the ministers|"
    r"ministers|the sides|the leaders|the presidents)(?!\w)"
)
_JOINED = {
    "en": re.compile(r"(?: of (?:the )?\w+(?: \w+)?|,[^,;:]{2,60},)? and (?:the |his |her |)(?:[\w.'-]+ ){0,7}"),
    "ar": re.compile(r"(?:[،,] ?(?!و)[^،,؛:]{2,60}[،,])? ?[،,]? ?و(?:\S+ ){0,9}"),
}
# What stands in a name or an office of the second one, and what says that he does not act too.
_WITH = re.compile(
    r"(?<!\w)(?:مع|خلال|في|من|علي|عن|عقب|امام|بحضور|استقبال\w*|لقاي\w*|with|to|from|by|in|during|that|who)(?!\w)"
)
_TWO_OF_THEM = 2
_LATEST = 60
_TO_VERB = {"en": 24, "ar": 70}


class Several:
    """Resolves plurals and couples in one page."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._text = page.folded.text
        self._language = page.language
        self._first = page.edges[0] if page.edges else None
        self._cast = cast

    def people(self, words: str, before: int) -> Name | None:
        """The two people that «الوزيران», "the two leaders" mean; "the leaders" where only two are named."""
        only = _LEADERS.match(words) and self._are_two(
            [code for code, at in self._first_of_each[0].items() if at <= before]
        )
        return (self.pair(before) or self._first_two) if only or _TWO_PEOPLE.match(words) else None

    @cached_property
    def _first_two(self) -> Name | None:
        """The two people named first."""
        people = dict.fromkeys(mention.who for mention in self._cast.mentions if mention.who.kind == "person")
        return _couple(*list(people)[:2]) if len(people) > 1 else None

    @staticmethod
    def _are_two(people: list[str]) -> bool:
        return len(people) == 2 and all(map(is_state, people))

    def both(self, words: str, before: int) -> str | None:
        """The codes of the two parties that «الجانبان», "both sides" mean, joined by `+`."""
        if not _TWO.match(words):
            return None
        people, states, organisations = (
            [code for code, start in first.items() if start <= before] for first in self._first_of_each
        )
        if words.startswith(_GATHERED):
            states = []
        if _LEADERS.match(words) and len(self._round) > _TWO_OF_THEM:
            return "+".join(self._round)
        blocs = [code for code in organisations if code in _BLOCS]
        of_two = self._are_two(people) and _LEADERS.match(words)
        of_blocs = not of_two and (len(blocs) > 1 or _OF_BLOCS.match(words))
        groups = (blocs, people, states) if of_blocs else (people, states)
        codes = list(dict.fromkeys(code for group in groups for code in group))[:2]
        return "+".join(codes) if len(codes) == 2 else None

    @cached_property
    def _round(self) -> list[str]:
        """The parties of the people of the first sentence, where it names three or more: the leaders who met."""
        people = [m.who for m in self._cast.between(*self._first) if m.who.kind == "person"] if self._first else []
        return list(dict.fromkeys(who.party for who in people if is_state(who.party) and who.party))

    @cached_property
    def _first_of_each(self) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        """Where each code is first named: by its people, as a party, as an organisation; in order of place."""
        people: dict[str, int] = {}
        states: dict[str, int] = {}
        organisations: dict[str, int] = {}
        for mention in self._cast.mentions:
            if mention.who.party:
                (people if mention.who.kind == "person" else states).setdefault(mention.who.party, mention.start)
        for mention in self._cast.organisations:
            if mention.who.party:
                organisations.setdefault(mention.who.party, mention.start)
        return people, states, organisations

    def pair(self, before: int) -> Name | None:
        """The last two people named, of two parties: whom "they" means after a meeting of two."""
        last = bisect_left(self._cast.mentions, before, key=lambda mention: mention.start)
        found: list[Name] = []
        for mention in reversed(self._cast.mentions[max(0, last - _LATEST) : last]):
            if mention.who.kind == "person" and mention.who.party not in [name.party for name in found]:
                found.append(mention.who)
            if len(found) == 2:
                first = self._first_of_each[0]
                found.sort(key=lambda name: first.get(name.party or "", before))
                return _couple(*found)
        return None

    def couple(self, first: Mention, end: int) -> Name:
        """Two people who act together before `end`: the Minister and his guest; or the first alone."""
        people = (m for m in self._cast.between(first.end, end) if m.who.kind == "person" and m.who != first.who)
        other = next(people, None)
        if other is None or other.end < end - _TO_VERB[self._language]:
            return first.who
        between = self._text[first.end : other.start]
        joined = _JOINED[self._language].fullmatch(between) and not _WITH.search(between)
        return _couple(first.who, other.who) if joined else first.who


def _couple(one: Name, other: Name) -> Name:
    party = "+".join(dict.fromkeys((one.party, other.party))) if one.party and other.party else None
    return Name(f"{one.name}+{other.name}", party, "body")
