"""Where a name begins and ends in an Arabic sentence.

Arabic has no capitals, so a name is what is left: it ends at the first word that is known to be no name (verbs,
prepositions, the common nouns of the genre) or that has the form of one (a feminine ending, a verbal noun, a future verb).
"""

from __future__ import annotations

import re

from mithaq.reading.page import Page
from mithaq.reading.people_words import UNKNOWN, Word, known, never_in_a_name, never_in_an_office

_WITH_PRONOUN = ("ته", "ها", "هم", "هما")
_LONGEST_NAME = 9
_LONGEST_FOREIGN_NAME = 4
# تعزيز, لتدريب, والاستعداد
_VERBAL_NOUN = re.compile(
    r"[وفبكل]{0,2}(?:ال)?(?:ت\w{1,2}ي\w|ا?ست\w{3,4}ا\w|ان\w{2}ا\w|ا\wت\w{1,2}ا\w|ات\w{1,2}ا\w)(?:ه|ها|هم|هما)?"
)
_FUTURE = re.compile("س[يتن]...")


class Names:
    """The words of one sentence. Places are indices of its words; `end` places are exclusive."""

    def __init__(self, page: Page, index: int) -> None:
        self.page = page
        self.index = index
        sentence = page.words_in(index)
        self.texts, self.spans = sentence.texts, sentence.spans
        self.size = len(self.texts)
        all_known = known()
        self.known = [all_known.get(text, UNKNOWN) for text in self.texts]
        if "علي" in self.texts:
            for place, text in enumerate(self.texts):
                if text == "علي" and page.quote(*self.spans[place]).endswith("ى"):
                    self.known[place] = Word("c", 0)  # the preposition على, not the name
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

    def name_end(self, place: int, *, titled: bool, ranked: bool = False) -> int:
        """The end of the name that begins here; 0 where there is none. Without a title a lone word is no name."""
        if place >= self.size or not self._begins_name(place):
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
        if self.texts[end - 1] == "صباح" and end < self.size and self.texts[end] in never_in_an_office():
            end -= 1  # صباح اليوم
        given = "N" in self.known[place].kinds
        if end - place == 1 and not (ranked or (titled and given)):
            return 0
        return end

    def _begins_name(self, place: int) -> bool:
        text, word = self.texts[place], self.known[place]
        if "N" in word.kinds and not word.clitic:
            return place not in self.party_ends or self.party_ends[place] == place + 1
        if never_in_a_name(text):
            return False
        if place in self.party_ends or word.kinds.strip("Ct") or len(text) < 3 or not text.isalpha():
            return word.kinds == "C" and not word.clitic
        return not self._joined(place) and self._looks_like_name(place)

    def _joined(self, place: int) -> bool:
        """Does the word begin with the article or with و? ألون and إلهام do not begin with the article."""
        text = self.texts[place]
        if text.startswith("ال"):
            return self.page.text[self.page.source(*self.spans[place])[0]] == "ا"
        return text.startswith(("و", "بال", "لل"))

    def _goes_on(self, start: int, place: int) -> bool:
        text, word = self.texts[place], self.known[place]
        if not text.isalpha():
            return text == "." and len(self.texts[place - 1]) == 1
        after_connector = "C" in self.known[place - 1].kinds
        if not after_connector and ("c" in word.kinds or never_in_a_name(text)):
            return False
        if not word.clitic and (set(word.kinds) & set("NCt") or (after_connector and not text.startswith("لل"))):
            return "c" not in word.kinds or "N" in word.kinds
        if "H" in word.kinds and self._is_given_name_too(place):
            return True
        if set(word.kinds) & set("HTRO") or (place in self.party_ends and not text.startswith("ال")):
            return False
        if text.startswith("ال") and self._joined(place):
            return self._surname(start, place) or self._is_last_name_with_ta(start, place)
        if text.startswith("بال") and len(text) > 5:
            return False  # بالإنجاز
        foreign = place - start < _LONGEST_FOREIGN_NAME and (text[0] != "و" or place == start + 1)
        return foreign and (self._looks_like_name(place) or self._is_last_name_with_ta(start, place))

    def _is_given_name_too(self, place: int) -> bool:
        """حسين أمير عبد اللهيان."""
        after = self.texts[place + 1] if place + 1 < self.size else ""
        return "N" in self.known[place - 1].kinds and after.startswith("عبد")

    def _is_last_name_with_ta(self, start: int, place: int) -> bool:
        """ناصر بوريطة، ...: a word with ة right after a given name, with nothing after it that it could govern."""
        after = self.texts[place + 1] if place + 1 < self.size else "."
        given = place == start + 1 and "N" in self.known[start].kinds
        known = self.known[place].kinds or never_in_a_name(self.texts[place])
        return given and not known and after in "،,.؛:()" and self._marked_feminine(place)

    def _surname(self, start: int, place: int) -> bool:
        """A definite word in a name; after بن any one will do."""
        text = self.texts[place]
        if text in never_in_an_office() or len(text) <= 3 or _VERBAL_NOUN.fullmatch(text):
            return False
        chained = any("C" in known.kinds for known in self.known[start:place])
        return chained or self._like_surname(place)

    def _like_surname(self, place: int) -> bool:
        """الحمادي, الضعيان: not the plural or the feminine of a common noun, nor a verbal noun."""
        text = self.texts[place]
        return text.endswith("ي") or not (
            text.endswith("ات") or text.startswith(("الاست", "الان", "الات")) or self._marked_feminine(place)
        )

    def _looks_like_name(self, place: int) -> bool:
        """No common word, no verbal noun, no ending of a feminine noun or of an accusative."""
        text = self.texts[place]
        if (
            _VERBAL_NOUN.fullmatch(text)
            or _FUTURE.match(text)
            or (text.endswith(_WITH_PRONOUN) and len(text) > 4)
            or "c" in self.known[place].kinds
            or self._marked_feminine(place)
        ):
            return False
        first, last = self.page.source(*self.spans[place])
        return "ً" not in self.page.text[first:last]

    def _marked_feminine(self, place: int) -> bool:
        if self.texts[place][-1] != "ه" or "t" in self.known[place].kinds or "N" in self.known[place].kinds:
            return False
        _, last = self.page.source(*self.spans[place])
        return "ة" in self.page.text[last - 2 : last]

    def name_before(self, end: int) -> int:
        """The start of the name without a title that ends here, before its office: قال سورين دو كارو، مساعد ..."""
        place = first = end
        while place and end - place < _LONGEST_NAME and self._may_be_in_name(place - 1):
            place -= 1
            if "N" in self.known[place].kinds:
                first = place
        if first == end and place and "c" in self.known[place - 1].kinds and self._begins_name(place):
            first = place
        return first

    def _may_be_in_name(self, place: int) -> bool:
        word, text = self.known[place], self.texts[place]
        if set(word.kinds) & set("NCt"):
            return "c" not in word.kinds
        if set(word.kinds) & set("cHTRO") or not text.isalpha() or place in self.party_ends or never_in_a_name(text):
            return False
        if text.startswith("ال"):
            return text not in never_in_an_office() and self._like_surname(place)
        return not self._joined(place) and self._looks_like_name(place)

    def is_city(self, place: int) -> bool:
        """Does the name of a city begin here?"""
        hits = self.page.hits_in(self.index, "meetings") if place < self.size else []
        return any(hit.kind == "city" and hit.start == self.spans[place][0] for hit in hits)

    def inside_name(self, place: int) -> bool:
        """إياد بن أمين: what follows بن is a name, whatever else it means."""
        return place > 0 and self.texts[place - 1] in ("بن", "ابن", "بنت")

    def is_given_name(self, place: int) -> bool:
        """سلطان بن سعد, أمين محمد, الدكتور مساعد العيبان: words of office that are names too."""
        following = self.known[place + 1] if place + 1 < self.size else UNKNOWN
        if self.texts[place + 1 : place + 2] in (["بن"], ["بنت"]):
            return True
        if place and "N" in self.known[place].kinds and self.known[place - 1].kinds == "T":
            return not self.known[place].clitic and self._goes_on(place, place + 1) if place + 1 < self.size else False
        return "N" in self.known[place].kinds and bool(set(following.kinds) & set("CN")) and not following.clitic
