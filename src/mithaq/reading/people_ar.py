"""People in Arabic sentences: titles and offices before a name, offices after it.

Arabic has no capitals, so a name is what is left: it follows a title or an office, and it ends at the first word that is
known to be no name (verbs, prepositions, the common nouns of the genre: `lexicons/words/people.csv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page, Words

_KINDS = {
    "title": "T",
    "rank": "R",
    "head": "H",
    "office": "O",
    "connector": "C",
    "name": "N",
    "common": "c",
    "name_with_ta": "t",
    "rank_qualifier": "q",
}
_CLITICS = ("و", "ف", "ب", "ك", "ل", "وب", "ول")
_LINKS = frozenset(("لدي", "باسم", "عن", "في", "الي", "علي", "لـ"))
_DEFINITE = ("ال", "لل", "وال", "ولل", "بال")
_HEADS = frozenset("TRHq")
_WITH_PRONOUN = ("ته", "ها", "هم", "هما")
_LONGEST_NAME = 9
# تعزيز, لتدريب, والاستعداد
_VERBAL_NOUN = re.compile(r"[وفبكل]{0,2}(?:ت\w{1,2}ي\w|ا?ست\w{3,4}ا\w|ان\w{2}ا\w|ا\wت\w{1,2}ا\w)(?:ه|ها|هم|هما)?")
_FUTURE = re.compile("س[يتن]...")
_CLOSES = {'"': '"', "(": ")"}


class Mention(NamedTuple):
    """A person in a sentence: folded spans of the name and of the offices before and after it."""

    name: tuple[int, int]
    offices: tuple[tuple[int, int], ...]
    rule: str


class _Word(NamedTuple):
    kinds: str
    clitic: int


_UNKNOWN = _Word("", 0)


@cache
def _known() -> dict[str, _Word]:
    """Every known word, also with a clitic: the letters of its kinds, the length of the clitic."""
    kinds: dict[str, str] = {}
    for kind, letter in _KINDS.items():
        for form in words(kind):
            kinds[form] = kinds.get(form, "") + letter
    known = {form: _Word(letters, 0) for form, letters in kinds.items()}
    for form, letters in kinds.items():
        for clitic in _CLITICS:
            known.setdefault(clitic + form, _Word(letters, len(clitic)))
        if form.startswith("ال"):
            known.setdefault("لل" + form[2:], _Word(letters, 0))
            known.setdefault("ولل" + form[2:], _Word(letters, 1))
    return known


@cache
def _triggers() -> frozenset[str]:
    return frozenset(form for form, word in _known().items() if set(word.kinds) & set("TRH"))


@cache
def _never_in_an_office() -> frozenset[str]:
    """Definite words that end an office: relative pronouns, days, «الماضي»."""
    relative = frozenset(
        ("الذي", "التي", "الذين", "اللذين", "اللتين", "الان", "الي", "اليه", "اليها", "الله", "الا", "اللذان")
    )
    days = frozenset(("weekday", "today", "past", "next", "relative_day"))
    return relative | {
        form for form, code in words("time").items() if code.split()[0] in days and form.startswith("ال")
    }


def people_in_arabic(page: Page, index: int) -> Iterator[Mention]:
    """The people of the sentence of that index, in order."""
    sentence = page.words_in(index)
    if not _triggers().isdisjoint(sentence.texts):
        yield from _Reader(page, index, sentence).mentions()


class _Reader:
    """Reads one sentence. Places are indices of its words; `end` places are exclusive."""

    def __init__(self, page: Page, index: int, sentence: Words) -> None:
        self.page = page
        self.texts, self.spans = sentence
        self.size = len(self.texts)
        known = _known()
        self.known = [known.get(text, _UNKNOWN) for text in self.texts]
        if "علي" in self.texts:
            for place, text in enumerate(self.texts):
                if text == "علي" and page.quote(*self.spans[place]).endswith("ى"):
                    self.known[place] = _Word("c", 0)  # the preposition على, not the name
        self.party_ends = self._party_ends(index)

    def _party_ends(self, index: int) -> dict[int, int]:
        """Where a word begins the name of a party or an adjective of a state: the place after it."""
        ends: dict[int, int] = {}
        place = 0
        for hit in self.page.hits_in(index, "names"):
            while place < self.size and self.spans[place][1] <= hit.start:
                place += 1
            first = place
            while place < self.size and self.spans[place][1] <= hit.end:
                place += 1
            ends[first] = max(place, ends.get(first, 0))
            place = first
        return ends

    def mentions(self) -> Iterator[Mention]:
        """Each title or office with the name beside it."""
        place = 0
        while place < self.size:
            kinds = self.known[place].kinds
            found, after = None, place + 1
            if kinds and not _HEADS.isdisjoint(kinds) and not self._inside_name(place):
                found, after = self._from(place)
            if found:
                yield found
            place = max(after, place + 1)

    def _inside_name(self, place: int) -> bool:
        """إياد بن أمين: what follows بن is a name, whatever else it means."""
        return place > 0 and self.texts[place - 1] in ("بن", "ابن", "بنت")

    def _from(self, start: int) -> tuple[Mention | None, int]:
        """The person whose titles or office begin here, and where to go on."""
        place = self._titles_end(start)
        office: tuple[int, int] | None = None
        if (
            place < self.size
            and "H" in self.known[place].kinds
            and not self._is_given_name(place)
            and not self._name_follows_rank(place)
        ):
            end = self._office_end(place)
            office = (place, end)
            place = self._titles_end(end + 1 if self._title_after_comma(end) else end)
        ranks_from = office[1] if office else start
        ranks = place > ranks_from
        name_end = self._name_end(place, titled=ranks, ranked=self._ranked(ranks_from, place))
        if office and not name_end and place == office[1] and self.texts[place : place + 1] in (["،"], [","]):
            place += 1
            name_end = self._name_between_commas(place)
        if name_end:
            return self._person(office, (ranks_from, place), place, name_end)
        if office:
            return self._name_before(start, office), office[1]
        return None, max(place, start + 1)

    def _name_between_commas(self, place: int) -> int:
        """الأمين العام للحلف، ينس ستولتنبرغ، ..."""
        end = self._name_end(place, titled=True)
        closed = end >= self.size or self.texts[end] in "،,.:؛-" or "c" in self.known[end].kinds
        return end if end - place > 1 and closed else 0

    def _is_given_name(self, place: int) -> bool:
        """سلطان بن سعد, أمين محمد: words of office that are names too."""
        following = self.known[place + 1] if place + 1 < self.size else _UNKNOWN
        return "N" in self.known[place].kinds and bool(set(following.kinds) & set("CN")) and not following.clitic

    def _name_follows_rank(self, place: int) -> bool:
        """الرئيس محمود: a rank with the name at once."""
        return "R" in self.known[place].kinds and bool(self._name_end(place + 1, titled=True, ranked=True))

    def _title_after_comma(self, place: int) -> bool:
        return (
            place + 1 < self.size and self.texts[place] in "،," and bool(set(self.known[place + 1].kinds) & set("TR"))
        )

    def _titles_end(self, place: int) -> int:
        start = place
        while place < self.size:
            word = self.known[place]
            if self.texts[place] == "." and place > start and len(self.texts[place - 1]) == 1:
                place += 1
                continue
            qualifies = "q" in word.kinds and (place > start or self.texts[place + 1 : place + 2] == ["."])
            if not (qualifies or "T" in word.kinds or "R" in word.kinds) or (place > start and word.clitic):
                break
            if "R" in word.kinds and not self._rank_only(place):
                break
            place += 1
        return place

    def _rank_only(self, place: int) -> bool:
        """A rank is a title when a name or another title follows, an office when an adjective or a genitive does."""
        if place + 1 >= self.size:
            return False
        following = self.known[place + 1].kinds
        return (
            bool(set(following) & set("TN"))
            or "H" not in self.known[place].kinds
            or self._name_end(place + 1, titled=True, ranked=True) > 0
        )

    def _ranked(self, start: int, end: int) -> bool:
        return any("R" in self.known[place].kinds for place in range(start, end))

    def _office_end(self, place: int) -> int:
        place += 1
        while place < self.size:
            step = self._office_step(place)
            if not step:
                break
            place += step
        return place

    def _office_step(self, place: int) -> int:
        """How many words from here belong to the office that goes on; 0 where it ends."""
        if place in self.party_ends:
            return self.party_ends[place] - place
        if not self.texts[place].isalpha():
            return self._step_over_mark(place)
        return 0 if self._begins_person(place) else self._step_over_word(place)

    def _step_over_mark(self, place: int) -> int:
        """A party in quotes or brackets, a comma before another office of the same person (، ورئيس بعثة)."""
        text = self.texts[place]
        if text in _CLOSES and place + 1 in self.party_ends:
            end = self.party_ends[place + 1]
            return end + 1 - place if end < self.size and self.texts[end] == _CLOSES[text] else 0
        if text not in "،," or place + 1 >= self.size:
            return 0
        following = self.known[place + 1]
        return 1 if "H" in following.kinds and self.texts[place + 1][0] == "و" and following.clitic else 0

    def _begins_person(self, place: int) -> bool:
        """Does a name or its titles begin here? The title of another office does not: مكتب سمو وزير الداخلية."""
        kinds = self.known[place].kinds
        if "T" in kinds:
            return not (place + 1 < self.size and "H" in self.known[place + 1].kinds)
        if "R" in kinds:
            return self._rank_only(place)
        return "N" in kinds and "O" not in kinds and "H" not in kinds and not self.known[place].clitic

    def _step_over_word(self, place: int) -> int:
        text, word = self.texts[place], self.known[place]
        if "H" in word.kinds or ("O" in word.kinds and (word.clitic or not self._definite(place - 1))):
            return 1
        if text in _LINKS:
            return 1 if self._office_step_after_link(place) else 0
        if text[0] == "و" and len(text) > 2 and not word.kinds and self._definite_at(place + 1):
            return 2  # وخفر السواحل
        return 1 if text.startswith(_DEFINITE) and len(text) > 3 and text not in _never_in_an_office() else 0

    def _definite_at(self, place: int) -> bool:
        return place < self.size and self.texts[place].startswith(_DEFINITE) and self.texts[place] not in _never_in_an_office()

    def _definite(self, place: int) -> bool:
        """After a definite word an indefinite noun begins something new: وزير الداخلية وفدا."""
        return self.texts[place].startswith(_DEFINITE) and not self.texts[place + 1].startswith(_DEFINITE)

    def _office_step_after_link(self, place: int) -> bool:
        if place + 1 >= self.size:
            return False
        if place + 1 in self.party_ends or set(self.known[place + 1].kinds) & set("OH"):
            return True
        return self.texts[place] in ("لدي", "باسم", "عن") and self.texts[place + 1].startswith("ال")

    def _name_end(self, place: int, *, titled: bool, ranked: bool = False) -> int:
        """The end of the name that begins here; 0 where there is none. Without a title a lone word is no name."""
        if place >= self.size or not self._begins_name(place, titled):
            return 0
        end = place + 1
        while end < self.size and end - place < _LONGEST_NAME and self._goes_on(place, end):
            end += 1
        while (
            end > place + 1
            and "C" in self.known[end - 1].kinds
            and "N" not in self.known[end - 1].kinds
            and self.texts[end - 1] != "الله"
        ):
            end -= 1
        given = "N" in self.known[place].kinds
        if end - place == 1 and not (ranked or (titled and given)):
            return 0
        return end

    def _begins_name(self, place: int, titled: bool) -> bool:
        text, word = self.texts[place], self.known[place]
        if "N" in word.kinds and not word.clitic:
            return place not in self.party_ends or self.party_ends[place] == place + 1
        if place in self.party_ends or word.kinds.strip("Ct") or len(text) < 3 or not text.isalpha():
            return word.kinds == "C" and not word.clitic
        return not text.startswith(("ال", "و", "بال", "لل")) and self._looks_like_name(place)

    def _goes_on(self, start: int, place: int) -> bool:
        text, word = self.texts[place], self.known[place]
        before = self.known[place - 1].kinds
        if text == "." and len(self.texts[place - 1]) == 1:
            return True
        if not text.isalpha():
            return False
        if ("N" in word.kinds or "C" in word.kinds or "t" in word.kinds) and not word.clitic:
            return True
        if "C" in before and not word.clitic and not text.startswith("لل"):
            return "c" not in word.kinds
        if set(word.kinds) & set("cHTRO") or (place in self.party_ends and not text.startswith("ال")):
            return False
        if text.startswith("ال"):
            if "C" in "".join(known.kinds for known in self.known[start:place]):
                return text not in _never_in_an_office()
            return text not in _never_in_an_office() and len(text) > 3 and self._like_surname(place)
        return self._looks_like_name(place) and (text[0] != "و" or place == start + 1) and place - start < 4

    def _like_surname(self, place: int) -> bool:
        """الحمادي, الضعيان: not the plural or the feminine of a common noun, nor a verbal noun."""
        text = self.texts[place]
        return text.endswith("ي") or not (
            text.endswith("ات") or text.startswith(("الاست", "الان", "الات")) or self._marked_feminine(place)
        )

    def _looks_like_name(self, place: int) -> bool:
        """No common word, no verbal noun, no ending of a feminine noun or of an accusative."""
        text = self.texts[place]
        if _VERBAL_NOUN.fullmatch(text) or _FUTURE.match(text) or (text.endswith(_WITH_PRONOUN) and len(text) > 4) or "c" in self.known[place].kinds or self._marked_feminine(place):
            return False
        first, last = self.page.source(*self.spans[place])
        return "ً" not in self.page.text[first:last]

    def _marked_feminine(self, place: int) -> bool:
        if self.texts[place][-1] != "ه" or "t" in self.known[place].kinds or "N" in self.known[place].kinds:
            return False
        _, last = self.page.source(*self.spans[place])
        return "ة" in self.page.text[last - 2 : last]

    def _person(
        self, office: tuple[int, int] | None, ranks: tuple[int, int], name: int, name_end: int
    ) -> tuple[Mention, int]:
        offices = [office] if office else []
        after, go_on = self._office_after(name_end)
        if after:
            offices.append(after)
        if not offices:
            offices = [(place, place + 1) for place in range(*ranks) if "R" in self.known[place].kinds][:1]
        rule = "person.ar.office" if office or after else "person.ar.title"
        return Mention(self._span(name, name_end), tuple(self._office_span(*office) for office in offices), rule), go_on

    def _office_after(self, place: int) -> tuple[tuple[int, int] | None, int]:
        """The office in apposition after a name, unless the name of another person follows it."""
        start = place + 1 if place < self.size and self.texts[place] in "،,-" else place
        if start >= self.size or "H" not in self.known[start].kinds or self.known[start].clitic:
            return None, place
        end = self._office_end(start)
        next_name = self._titles_end(end)
        if self._name_end(next_name, titled=next_name > end) and end - start < self.size:
            return None, place
        return (start, end), end

    def _name_before(self, start: int, office: tuple[int, int]) -> Mention | None:
        """A name without a title before its office: قال سورين دو كارو، مساعد الأمين العام."""
        if self.known[start].clitic or office[0] != start:
            return None
        end = start - 1 if start and self.texts[start - 1] in "،," else start
        place = first = end
        while place and end - place < _LONGEST_NAME and self._may_be_in_name(place - 1):
            place -= 1
            if "N" in self.known[place].kinds:
                first = place
        if first == end and place and "c" in self.known[place - 1].kinds and self._begins_name(place, titled=False):
            first = place
        if end - first < 2:
            return None
        name = (self.spans[first][0] + self.known[first].clitic, self.spans[end - 1][1])
        return Mention(name, (self._office_span(*office),), "person.ar.apposition")

    def _may_be_in_name(self, place: int) -> bool:
        word, text = self.known[place], self.texts[place]
        if set(word.kinds) & set("NCt"):
            return True
        if set(word.kinds) & set("cHTRO") or not text.isalpha() or text in _never_in_an_office():
            return False
        return (
            (self._like_surname(place) and place not in self.party_ends)
            if text.startswith("ال")
            else (self._looks_like_name(place) and text[0] not in "وبل" and place not in self.party_ends)
        )

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.spans[start][0], self.spans[end - 1][1]

    def _office_span(self, start: int, end: int) -> tuple[int, int]:
        first, last = self._span(start, end)
        melted = self.texts[start].startswith("لل")
        return first + (0 if melted else self.known[start].clitic), last
