"""People in English sentences: runs of capitalised words cut into office and name."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page
from mithaq.reading.people_ar import Mention
from mithaq.reading.people_en_tokens import SAID, Tokens, triggers

_LONGEST_NAME = 9
_ORGANS = frozenset(
    ("Department", "Division", "Directorate", "Authority", "Agency", "Commission", "Committee", "Institute", "Foundation", "Affairs", "Centre", "Center", "Bureau", "Board", "Fund")
)  # fmt: skip


def people_in_english(page: Page, index: int) -> Iterator[Mention]:
    """The people of the sentence of that index, in order."""
    if not triggers().isdisjoint(page.words_in(index).texts):
        yield from _Reader(page, index).mentions()


class _Reader(Tokens):
    """Reads the offices of one sentence and the names beside them."""

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
        joined = self._party_and_office(start)
        if joined:
            return None, joined
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

    def _party_and_office(self, start: int) -> int:
        """(Modi of) India and President ...: where the office begins after a party that is not a part of it; else 0."""
        place = start
        while self.kinds[place] == "O":
            place += 1
        joined = place > start and self.tokens[place : place + 1] == ["and"] and self.kinds[place + 1] in "ht"
        return place + 1 if joined else 0

    def _speaks(self, start: int, end: int) -> bool:
        """Jens Karlsen said: two names or three where a sentence or its main clause begins, and a verb of saying."""
        if not 2 <= end - start <= 4 or self.tokens[end : end + 1] == [] or self.tokens[end] not in SAID:
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
        headed = (
            "h" in self.kinds[first:place] or "Commissioner" in self.tokens[first:place]
        )  # UN High Commissioner for ...
        office = (first, place) if headed else None
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
        while step := self._office_step(place):
            place += step
        return place

    def _office_step(self, place: int) -> int:
        """How many tokens from here belong to the office that goes on; 0 where it ends."""
        kind = self.kinds[place]
        if kind in "oOh":
            return 1
        if kind == "l":
            return self._step_over_link(place)
        if kind == "t" and self.kinds[place - 1] in "oOh" and self.kinds[self._titles_end(place)] in "oh":
            return self._titles_end(place) - place  # Minister of Defence His Royal Highness Crown Prince
        if kind == "(" and self.kinds[place + 1 : place + 4] in ("O)h", "O)o"):
            return 3  # North Atlantic Treaty Organization (NATO) Secretary-General
        if kind == "x" and self.tokens[place] == "/" and self.kinds[place + 1] in "oOh":
            return 2
        if kind == "," and self._lists(place):
            return 2  # ambassador to NATO, the EU and Belgium; Minister for Political, Legal and Security Affairs
        organ = kind == "n" and self.kinds[place - 1] in "oOh" and self.tokens[place + 1 : place + 2]
        return 2 if organ and self.tokens[place + 1] in _ORGANS else 0  # Regional Neighbourliness Department

    def _step_over_link(self, place: int) -> int:
        """of, for, and: to more of the office, but not in "the President and President ..."."""
        if self.kinds[place + 1] in "oOh":
            again = self.tokens[place + 1].lower() == self.tokens[place - 1].lower()
            return 0 if again and self.kinds[place + 2] == "n" else 2
        return 3 if self.tokens[place + 1 : place + 2] == ["the"] and self.kinds[place + 2] in "oOh" else 0

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
