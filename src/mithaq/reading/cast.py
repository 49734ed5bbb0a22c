"""Who is named in a text and where: people also by their last names, parties, and bodies by their head noun."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from mithaq.core.text import fold
from mithaq.reading.findings import Found, Person
from mithaq.reading.lexicon import CLITICS
from mithaq.reading.page import Page

_TAIL_AR = re.compile(r"(?:(?:ال|بن|ابن|ابو|عبد|اين) )?\S+$")
_TAIL_EN = re.compile(r"(?:(?:al|de|van|von|bin|di|el) )*[^\s,]+(?=(?:,? (?:jr|sr|iii?)\b\.?)?$)")
_ROLE_AR = re.compile(
    r"(?:ال)?(?:امين|وزير|رييس|سفير|متحدث|ناطق|مدير|نايب|مندوب|مبعوث|ممثل|مفوض|منسق|مستشار|وكيل|مساعد|مسوول|قايم|سكرتير|ملحق|قنصل|"
    r"مشرف|مقرر|خبير|باحث|استاذ|نقيب|عضو|قايد|امير|شيخ|مستشار|محافظ|حاكم|وسيط)ه?(?!\w)|"
    r"(?:ال)?(?:ملك|ملكه|سلطان|لواء|فريق|عميد|عقيد|ولي|خادم|عاهل|قيصر|بابا|مفتي|قاضي)(?!\w)"
)
_ROLE_EN = re.compile(
    r"(?:(?:deputy|vice|acting|assistant|under|first|former|chief) )*(?:secretary|high representative|prime minister|foreign minister|"
    r"president|minister|ambassador|spokes(?:man|woman|person)|director|chair(?:man|woman|person)?|commissioner|envoy|chancellor|king|"
    r"emir|amir|crown prince|sultan|governor|general|admiral|commander|representative|senator|premier)\b"
)
_GIVEN = re.compile(r"\w{3,}(?= )")
_TITLED_EN = re.compile(
    r"\b(?:shei?kha?|shaikha?|prince|princess|king|sultan|emir|amir|sayyid|dr\.?|mr\.?|ms\.?|mrs\.?) $"
)
_TITLED_AR = re.compile(r"(?<!\w)و?(?:الشيخ|الشيخه|الامير|الاميره|الملك|السلطان|الدكتور|الدكتوره|السيد|السيده) $")
_ISO = 3
_LATEST = 60
_THREE_LETTERS = frozenset(
    ("NAC", "ICI", "GCC", "LAS", "OIC", "WHO", "IOM", "IMF", "ACG", "CRI", "OAU", "ECB", "ILO", "WTO", "FAO", "WFP")
)
_UNIVERSAL = frozenset(("UN", "UNSC", "UNGA"))
_TITLE = re.compile("الشيخ|الدكتور|السيد|السفير|الامير|المهندس|الاستاذ|اللواء|الفريق|الوزير|الرييس|سمو|معالي|سعاده")
_AND = re.compile(r" و| and (?:the )?|, (?:the )?|، و?")
_LINK = frozenset(("of", "the", "for", "and", "to"))


class Name(NamedTuple):
    """Who speaks or acts: the fullest name in the text, the code of the party, and `person`, `party` or `body`."""

    name: str
    party: str | None
    kind: str


class Mention(NamedTuple):
    """A place (folded offsets) where somebody is named; `start` is without the clitic."""

    start: int
    end: int
    who: Name


class Cast:
    """Everybody named in a page, in order of place."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page = page
        self._roles: dict[str, list[tuple[int, list[str], Name]]] = {}
        self._heads: dict[str, list[tuple[int, Name]]] = {}
        self._names: list[tuple[set[str], Name]] = []
        self.organisations: list[Mention] = []
        mentions = [*self._people(found.people), *self._parties(found)]
        self.mentions: list[Mention] = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._starts = [mention.start for mention in self.mentions]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in the folded span, by start; of two that overlap only the longer one."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        kept: list[Mention] = []
        for mention in self.mentions[first:last]:
            if not kept or mention.start >= kept[-1].end:
                kept.append(mention)
        return kept

    def by_role(self, words: str, before: int, focus: Name | None = None, *, whole: bool = False) -> Name | None:
        """The person whose office the folded `words` begin with (are, where `whole`); whoever is in focus, or else named last,
        where several fit."""
        if not (_ROLE_AR if self._page.language == "ar" else _ROLE_EN).match(words):
            return None
        asked = _office(words)
        fits = [
            (sum(word in position for word in asked) + (asked[0] == position[0]) / 2, start, name)
            for start, position, name in self._roles.get(asked[0], ())
        ]
        if not fits:
            return None
        best = max(score for score, _, _ in fits)
        if whole and best < len(asked):
            return None
        names = [(start, name) for score, start, name in fits if score == best]
        if focus is not None and any(name == focus for _, name in names):
            return focus
        earlier = [name for start, name in names if start <= before]
        return earlier[-1] if earlier else names[0][1]

    def official(self, words: str, code: str, before: int) -> Name | None:
        """The person of that party whose office the folded `words` are a part of; the one named last before."""
        asked = _office(words)
        fits = [
            (start, who)
            for start, position, who in self._roles.get(asked[-1], ())
            if who.party == code and set(asked) <= set(position)
        ] or [(start, who) for start, _, who in self._roles.get("counterpart", ()) if who.party == code]
        return next((who for start, who in reversed(fits) if start <= before), fits[0][1] if fits else None)

    def last_of(self, code: str, before: int) -> Name | None:
        """The person of that party named last before a folded offset, not far away."""
        last = bisect_left(self._starts, before)
        near = reversed(self.mentions[max(0, last - _LATEST) : last])
        return next((m.who for m in near if m.who.kind == "person" and m.who.party == code), None)

    def by_tail(self, words: str) -> Name | None:
        """The person whose name ends with these folded words."""
        tail, who = self._tails.get(words.rsplit(" ", 1)[-1], ("", None))
        return who if tail.endswith(words) else None

    @cached_property
    def _tails(self) -> dict[str, tuple[str, Name]]:
        names = [(fold(who.name).text, who) for _, who in reversed(self._names)]
        return {name.rsplit(" ", 1)[-1]: (name, who) for name, who in names}

    def by_words(self, words: str) -> Name | None:
        """The person whose name holds two or more of these folded words, and all that are no titles."""
        asked = [word for word in words.split() if not _TITLE.fullmatch(word)]
        if len(asked) < 2:
            return None
        return next((who for name, who in self._names if set(asked) <= name), None)

    def joined(self, mention: Mention, end: int) -> Name:
        """The parties named from this mention on, as far as "and" joins them; a person stands alone."""
        if mention.who.kind != "party":
            return mention.who
        names, codes, last = [mention.who.name], [mention.who.party], mention
        for other in self.between(mention.end, end):
            if other.who.kind != "party" or not _AND.fullmatch(self._page.folded.text, last.end, other.start):
                break
            names.append(other.who.name)
            codes.append(other.who.party)
            last = other
        return Name("+".join(dict.fromkeys(names)), "+".join(dict.fromkeys(code for code in codes if code)), "party")

    @cached_property
    def main_party(self) -> str | None:
        """The party that the text is mostly about; an organisation before a state that is named little oftener."""
        counts: dict[str, int] = {}
        for mention in self.mentions:
            if mention.who.kind == "party" and mention.who.party:
                counts[mention.who.party] = counts.get(mention.who.party, 0) + 1
        for mention in self.organisations:
            if mention.who.party:
                counts[mention.who.party] += 1
        own = {code: count for code, count in counts.items() if code not in _UNIVERSAL}
        return max(own or counts, key=lambda code: counts[code], default=None)

    @cached_property
    def main_organisation(self) -> str | None:
        """The organisation named oftenest, or else the main party."""
        counts: dict[str, int] = {}
        for mention in self.organisations:
            if mention.who.party:
                counts[mention.who.party] = counts.get(mention.who.party, 0) + 1
        own = {code: count for code, count in counts.items() if code not in _UNIVERSAL}
        return max(own or counts, key=lambda code: counts[code], default=None) or self.main_party

    def by_head(self, noun: str, before: int) -> Name | None:
        """The party whose name begins with this noun (الحلف → حلف شمال الأطلسي), the last one named before."""
        named = self._heads.get(noun)
        if not named:
            return None
        return named[max(0, bisect_right(named, before, key=itemgetter(0)) - 1)][1]

    def _people(self, people: tuple[Person, ...]) -> list[Mention]:
        mentions: list[Mention] = []
        for person in people:
            who = Name(person.name, person.party, "person")
            start, end = self._page.folded.offset(person.start), self._page.folded.offset(person.end)
            mentions.append(Mention(start, end, who))
            self._names.append((set(self._page.folded.text[start:end].split()), who))
            office = _office(fold(person.position).text) if person.position else []
            for word in dict.fromkeys(office):
                self._roles.setdefault(word, []).append((start, office, who))
            mentions += self._again(self._page.folded.text[start:end], start, who)
        return mentions

    def _again(self, name: str, first: int, who: Name) -> list[Mention]:
        """Where the same person is named again, by the last name at least."""
        tail = (_TAIL_EN if name[:1].isascii() else _TAIL_AR).search(name)
        if tail is None or len(tail[0]) < 3:
            return []
        text = self._page.folded.text
        other = tail[0].replace("-", " ") if "-" in tail[0] else tail[0].replace(" ", "-")
        forms = (tail[0], other) if name[:1].isascii() or tail[0].startswith("ال") else (tail[0], other, f"ال{tail[0]}")
        found = [mention for form in dict.fromkeys(forms) for mention in self._named_again(form, name, first, who)]
        given = _GIVEN.match(name)
        if given is not None and given[0] != tail[0]:
            known = {mention.start for mention in found}
            titled = (_TITLED_EN if name[:1].isascii() else _TITLED_AR).search
            found += [
                mention
                for mention in self._named_again(given[0], name, -1 - len(name), who)
                if mention.start not in known
                and not first <= mention.start < first + len(name)
                and titled(text, max(0, mention.start - 12), mention.start)
            ]
        return found

    def _named_again(self, tail: str, name: str, first: int, who: Name) -> Iterator[Mention]:
        text = self._page.folded.text
        at = text.find(tail)
        while at >= 0:
            end = at + len(tail)
            if at > first + len(name) and not _inside_word(text, at, end):
                start = at - len(name) + len(tail)
                start = start if text.startswith(name, max(start, 0)) and start >= 0 else at
                yield Mention(start, end, who)
            at = text.find(tail, end)

    def _parties(self, found: Found) -> list[Mention]:
        fullest: dict[str, str] = {}
        for party in found.parties:
            if len(party.text) > len(fullest.get(party.party, "")):
                fullest[party.party] = party.text
        names = {code: Name(" ".join(text.split()), code, "party") for code, text in fullest.items()}
        offset, text = self._page.folded.offset, self._page.folded.text
        mentions = []
        for party in found.parties:
            name = names[party.party]
            mention = Mention(offset(party.start), offset(party.end), name)
            mentions.append(mention)
            if not is_state(party.party):
                self.organisations.append(mention)
            for head in _head_nouns(text[mention.start : mention.end]):
                self._heads.setdefault(head, []).append((mention.start, name))
        return mentions


def is_state(code: str | None) -> bool:
    """Is this the code of a state, not of an organisation?"""
    return code is not None and len(code) == _ISO and code.isalpha() and code not in _THREE_LETTERS


def _office(words: str) -> list[str]:
    """The words of an office without articles and prepositions."""
    words = words.replace("secretary-general", "secretary general")
    found = [re.sub(r"^(?:و?لل|و?ب?ال)(?=\w{3})", "", word) for word in re.findall(r"[\w'-]+", words)]
    return [word for word in found if word not in _LINK]


def _head_nouns(name: str) -> list[str]:
    """The nouns by which a party is called again: the first one in Arabic, any in English."""
    if name[:1].isascii():
        return [word for word in name.split() if len(word) > 4]
    return [name.split()[0].removeprefix("ال")]


def _inside_word(text: str, start: int, end: int) -> bool:
    if end < len(text) and text[end].isalnum():
        return True
    first = start
    while first and start - first < 3 and text[first - 1].isalnum():
        first -= 1
    return text[first:start] not in CLITICS
