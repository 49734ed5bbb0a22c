"""People in English sentences: runs of capitalised words cut into office and name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page
from mithaq.reading.people_ar import Mention

_TOKEN = re.compile(r"[A-Za-z](?:[\w]|['\-](?=\w)|\.(?=[A-Za-z]))*\.?|\S")
_LINKS = frozenset(("of", "for", "to", "the", "and", "on", "at", "in"))
_ABBREVIATED = frozenset(
    (
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Lt.",
        "Gen.",
        "Adm.",
        "Col.",
        "Maj.",
        "Brig.",
        "Hon.",
        "H.E.",
        "Prof.",
        "Eng.",
        "Sen.",
        "Rep.",
        "Amb.",
        "Capt.",
        "Sgt.",
        "Rt.",
    )
)
_JOINED_PARTICLE = re.compile("(?:al|el|an|as|ash|ad|ar|at|az|bin|ben)-[A-Z]")
_LETTERS_OF_TITLE = ("he", "hh", "hrh", "hm")
_STYLES = frozenset(
    ("Excellency", "Highness", "Majesty", "Royal", "Honourable", "Honorable", "Eminence", "Holiness", "Right")
)
_LONGEST_NAME = 9
_UNITS = frozenset(
    (
        "section",
        "department",
        "division",
        "office",
        "unit",
        "directorate",
        "mission",
        "delegation",
        "authority",
        "agency",
        "desk",
    )
)
_SAID = frozenset(
    (
        "said",
        "says",
        "told",
        "added",
        "noted",
        "stressed",
        "warned",
        "explained",
        "argued",
        "tweeted",
        "announced",
        "made",
    )
)
_QUALIFIERS = frozenset(("acting", "former", "deputy", "visiting", "outgoing", "assistant", "caretaker"))
_ORGANS = frozenset(
    ("Department", "Division", "Directorate", "Authority", "Agency", "Commission", "Committee", "Institute", "Foundation", "Affairs", "Centre", "Center", "Bureau", "Board", "Fund")
)  # fmt: skip
_AFTER_SULTAN = (["Al"], ["bin"], ["Bin"], ["al"])


def people_in_english(page: Page, index: int) -> Iterator[Mention]:
    """The people of the sentence of that index, in order."""
    if not _triggers().isdisjoint(page.words_in(index).texts):
        yield from _Reader(page, index).mentions()


@cache
def _triggers() -> frozenset[str]:
    heads = (form.split("-", 1)[0].split(".", 1)[0] for form, letter in _kinds().items() if letter in "ht")
    return frozenset((*heads, *_SAID))


@cache
def _kinds() -> dict[str, str]:
    """Lower-case word to its letter: head or rest of an office, title, no name; the first kind that claims it."""
    letters: dict[str, str] = {}
    for kind, letter in (
        ("head_en", "h"),
        ("rank_en", "h"),
        ("office_en", "o"),
        ("title_en", "t"),
        ("not_name_en", "x"),
    ):
        for form in words(kind):
            letters.setdefault(form, letter)
    return letters


@lru_cache(maxsize=20_000)
def _kind_of(token: str) -> str:
    """The letter of a token by itself; ? for His, Her, Their, which are titles before Excellency."""
    if not token[0].isalpha():
        return token[0] if token[0] in ",()" else "x"
    if _JOINED_PARTICLE.match(token):
        return "n"
    if token[0].islower():
        return "l" if token in _LINKS else "p" if token in words("particle_en") else "x"
    low = token.lower().removesuffix("'s").rstrip(".")
    kind = _kinds().get(low, "n")
    if kind != "t":
        return kind
    if low in ("his", "her", "their", "the", "right"):
        return "?"
    return "x" if len(token) < 4 and token.isupper() != (low in _LETTERS_OF_TITLE) else "t"


class _Reader:
    """Reads one sentence: every token has one letter. h head and o rest of an office, t title, n name, p particle
    of a name, l link, x anything else; marks stand for themselves."""

    def __init__(self, page: Page, index: int) -> None:
        cased = page.folded.cased
        self.page = page
        self.index = index
        self.tokens: list[str] = []
        self.spans: list[tuple[int, int]] = []
        for match in _TOKEN.finditer(cased, *page.edges[index]):
            token, (start, end) = match[0], match.span()
            if token[-1] == "." and len(token) > 3 and token not in _ABBREVIATED and "." not in token[:-1]:
                token, end = token[:-1], end - 1
            self.tokens.append(token)
            self.spans.append((start, end))
        kinds = [_kind_of(token) for token in self.tokens]
        for place in self._in_parties(page, index):
            kinds[place] = "O"
        for place, word in enumerate(self.tokens):
            titled = (kinds[place - 1 : place] == ["t"] and self.tokens[place - 1] not in _STYLES) or self.tokens[
                place + 1 : place + 2
            ] in _AFTER_SULTAN
            if titled and word == "Sultan":
                kinds[place] = "n"  # the given name
        for place, kind in enumerate(kinds):
            if kind == "?":
                kinds[place] = "t" if self.tokens[place + 1 : place + 2] and self.tokens[place + 1] in _STYLES else "x"
        self.kinds = self._with_small_offices(kinds)

    def _in_parties(self, page: Page, index: int) -> Iterator[int]:
        """The places of the tokens in names of parties, adjectives of states and names of other bodies."""
        place = 0
        ruled = (
            hit for hit in page.hits_in(index, "meetings") if hit.kind == "city" and self._follows_of(page, hit.start)
        )
        for hit in sorted([*page.hits_in(index, "names"), *ruled], key=lambda hit: hit.start):
            while place < len(self.spans) and self.spans[place][0] < hit.start:
                place += 1
            first = place
            while first < len(self.spans) and self.spans[first][0] < hit.end:
                yield first
                first += 1

    @staticmethod
    def _follows_of(page: Page, start: int) -> bool:
        """Crown Prince of Abu Dhabi, Mayor of London: the city belongs to the office."""
        return page.folded.text.endswith(" of ", 0, start)

    def _with_small_offices(self, kinds: list[str]) -> str:
        """An office in small letters counts before a name: foreign minister Retno Marsudi."""
        for place in range(len(kinds) - 2, -1, -1):
            token = self.tokens[place]
            if kinds[place] == "x" and token.islower():
                if token in _QUALIFIERS and kinds[place + 1] in "Oho":
                    kinds[place] = "o"
                elif token in words("head_en") and self._heads_office(place, kinds):
                    kinds[place] = "h"
                elif token in _UNITS and place and kinds[place - 1] in "oO":
                    kinds[place] = "o"
                elif token in words("head_en") and (kinds[place + 1] == "n" or (place and kinds[place - 1] == "O")):
                    kinds[place] = "h"
                elif kinds[place + 1] in "ho" and self.tokens[place + 1].islower() and token in words("office_en"):
                    kinds[place] = "o"
        return "".join(kinds) + "$$"

    def _heads_office(self, place: int, kinds: list[str]) -> bool:
        """..., chief of Kuwaiti National Security; The head of the NATO section: an office in small letters."""
        if self.tokens[place + 1 : place + 2] not in (["of"], ["for"]):
            return False
        begins = place == 0 or kinds[place - 1] == "," or self.tokens[place - 1].lower() in ("the", "a")
        after = place + 2 + (self.tokens[place + 2 : place + 3] == ["the"])
        return begins and after < len(kinds) and kinds[after] in "oOh"

    def mentions(self) -> Iterator[Mention]:
        """Each name with the office before it, after it, or both."""
        place = 0
        while place < len(self.tokens):
            found, place = self._from(place)
            if found:
                yield found

    def _from(self, start: int) -> tuple[Mention | None, int]:
        kind = self.kinds[start]
        if kind not in "htnoO":
            return None, start + 1
        office, place = self._office(start)
        name_end = self._name_end(place)
        if office is None and place == start and name_end - place < 2:
            return None, max(name_end, start + 1)
        if name_end == place and office and self.kinds[place] == ",":
            name_end = self._name_between_commas(place) or place
            place += name_end > place
        if name_end == place:
            return None, place if place > start else start + 1
        after, go_on = self._office_after(name_end)
        if office is None and after is None and self.kinds[start] != "t" and not self._speaks(start, name_end):
            return None, name_end
        offices = [span for span in (office, after) if span]
        titled = "person.en.title" if self.kinds[start] == "t" else "person.en.speaker"
        rule = "person.en.office" if office else "person.en.apposition" if after else titled
        return Mention(self._span(place, name_end), tuple(self._span(*span) for span in offices), rule), go_on

    def _speaks(self, start: int, end: int) -> bool:
        """Jens Karlsen said: two names or three where a sentence or its main clause begins, and a verb of saying."""
        if not 2 <= end - start <= 4 or self.tokens[end : end + 1] == [] or self.tokens[end] not in _SAID:
            return False
        plain = all(
            kind in "np" and not token.isupper()
            for kind, token in zip(self.kinds[start:end], self.tokens[start:end], strict=True)
        )
        cities = (hit.start for hit in self.page.hits_in(self.index, "meetings") if hit.kind == "city")
        begins = start == 0 or self.tokens[start - 1] in ',"”'
        return plain and begins and self.spans[start][0] not in cities

    def _office(self, start: int) -> tuple[tuple[int, int] | None, int]:
        """The office that begins here, without the titles around it, and the place after all of them."""
        place = self._titles_end(start)
        if self.tokens[place : place + 1] == ["the"] and place > start:
            place += 1
        first = place
        place = self._office_end(first)
        office = (first, place) if "h" in self.kinds[first:place] else None
        if office is None and place > first:
            return None, place if place > start and self.kinds[start] != "t" else first
        return office, self._ranks_end(place) if office else self._titles_end(place)

    def _ranks_end(self, place: int) -> int:
        """Titles and ranks between an office and the name, also after a comma: the Commander, General ..."""
        start = place + 1 if self.kinds[place] == "," else place
        end = start + (self.tokens[start : start + 1] == ["the"] and self.kinds[start + 1] == "t")  # the Hon
        while self.kinds[end] == "t" or (
            self.kinds[end] == "h" and self.tokens[end].lower().rstrip(".") in words("rank_between_en")
        ):
            end += 1
        return end if end > start and self.kinds[end] == "n" else self._titles_end(place)

    def _titles_end(self, place: int) -> int:
        while self.kinds[place] == "t":
            place += 1
        return place

    def _office_end(self, place: int) -> int:
        """The place after the office: its words, and links that lead to more of them."""
        while True:
            kind = self.kinds[place]
            if kind in "oOh":
                place += 1
            elif kind == "l" and self.kinds[place + 1] in "oOh":
                place += 2
            elif kind == "t" and self.kinds[place - 1] in "oOh" and self.kinds[self._titles_end(place)] in "oh":
                place = self._titles_end(place)  # Minister of Defence His Royal Highness Crown Prince
            elif kind == "x" and self.tokens[place] == "/" and self.kinds[place + 1] in "oOh":
                place += 2
            elif kind == "l" and self.tokens[place + 1 : place + 2] == ["the"] and self.kinds[place + 2] in "oOh":
                place += 3
            elif kind == "," and self._lists(place):
                place += 2  # ambassador to NATO, the EU and Belgium; Minister for Political, Legal and Security Affairs
            elif (
                kind == "n"
                and self.kinds[place - 1] in "oOh"
                and self.tokens[place + 1 : place + 2]
                and self.tokens[place + 1] in _ORGANS
            ):
                place += 2  # Regional Neighbourliness Department
            else:
                return place

    def _lists(self, comma: int) -> bool:
        """Is this a comma in a list of fields or of parties inside an office?"""
        before, after = self.kinds[comma - 1], self.kinds[comma + 1]
        return before == after and before in "oO" and self.kinds[comma + 2] in ",l"

    def _name_between_commas(self, place: int) -> int:
        """The Secretary General, Jens Stoltenberg, ..."""
        end = self._name_end(place + 1)
        return end if end - place > 2 and self.kinds[end] in ",)$" + "x" else 0

    def _name_end(self, start: int) -> int:
        place = start
        if start and self.tokens[start - 1].endswith("'s"):
            return place
        while place - start < _LONGEST_NAME:
            kind = self.kinds[place]
            surname = kind == "o" and place == start + 1 and self.kinds[place + 1] not in "ohO"
            if (
                kind == "n"
                or surname
                or (
                    kind == "p" and self.kinds[place + 1] in "np" and (place > start or self.tokens[place][0].isupper())
                )
            ):
                place += 1
                if self.tokens[place - 1].endswith("'s"):
                    break
            else:
                break
        if (
            place > start
            and self.kinds[place] == ","
            and self.tokens[place + 1 : place + 2] in (["Jr."], ["Sr."], ["Jr"])
        ):
            return place + 2
        return place

    def _office_after(self, place: int) -> tuple[tuple[int, int] | None, int]:
        """The office in apposition, unless the name of another person follows it at once."""
        begins = self.kinds[place] in ",(" or self.tokens[place : place + 1] == ["as"]
        if not begins and not self._heads_a_line(place):
            return None, place
        start = place + begins
        if self.tokens[start : start + 1] in (["the"], ["a"], ["The"]):
            start += 1
        end = self._office_end(start)
        if "h" not in self.kinds[start:end] or self.kinds[self._titles_end(end)] == "n":
            return None, place
        return (start, end), end

    def _heads_a_line(self, place: int) -> bool:
        """A name alone on the first line of a paragraph and an office on the next one, as transcripts begin."""
        if place >= len(self.tokens) or self.kinds[place] not in "hoO" or self._name_end(0) != place:
            return False
        return "\n" in self.page.quote(self.spans[place - 1][1], self.spans[place][0])

    def _span(self, start: int, end: int) -> tuple[int, int]:
        last = self.spans[end - 1][1]
        return self.spans[start][0], last - 2 if self.tokens[end - 1].endswith("'s") else last
