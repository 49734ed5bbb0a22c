"""The tokens of an English sentence, each with one letter for what it can be in an office or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page

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
SAID = frozenset(
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
_ALSO_NAMES = frozenset(("Amir", "Emir", "Sultan", "Prince", "King", "Khan", "Malik"))
_AFTER_SULTAN = (["Al"], ["bin"], ["Bin"], ["al"])


@cache
def triggers() -> frozenset[str]:
    heads = (form.split("-", 1)[0].split(".", 1)[0] for form, letter in _kinds().items() if letter in "ht")
    return frozenset((*heads, *SAID))


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


class Tokens:
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
            inside = word in _ALSO_NAMES and kinds[place - 1 : place] == ["n"] and kinds[place + 1 : place + 2] == ["n"]
            if (titled and word == "Sultan") or inside:
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
