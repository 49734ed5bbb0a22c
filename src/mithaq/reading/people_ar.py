"""People in Arabic sentences: titles and offices before a name, offices after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page
from mithaq.reading.people_names import Names
from mithaq.reading.people_words import DEFINITE, never_in_an_office, triggers

_LINKS = frozenset(("لدي", "باسم", "عن", "في", "الي", "علي"))
_HEADS = frozenset("TRHq")
# لحظر الأسلحة, لمكافحة الإرهاب: what an office is for.
_TASK = re.compile(
    "ل(?:حظر|مكافحه|حمايه|دعم|تنميه|تنظيم|حقوق|حفظ|منع|رعايه|تطوير|تعزيز|تنسيق|متابعه|مراقبه|نزع|ازاله|محاربه|مواجهه|ترويج|تشجيع|حوار|"
    "تمويل|تدريب|تاهيل|رقابه)"
)
_LEAST_PATRONYMIC = 3
_THING = re.compile(
    "و?[بل]?(?:ال)?(?:جامعه|قاعده|مدينه|جايزه|مستشفي|مركز|كليه|ميناء|مطار|مسجد|جامع|شارع|كاس|موسسه|مدرسه|مجمع|طريق|ميدان|استاد|اكاديميه|قلاده|وسام|قصر|قاعه|معرض|مجسم|حي|كرسي|"
    "برنامج|بطوله)"
)
_CLOSES = {'"': '"', "(": ")"}


class Mention(NamedTuple):
    """A person in a sentence: folded spans of the name and of the offices before and after it."""

    name: tuple[int, int]
    offices: tuple[tuple[int, int], ...]
    rule: str


def people_in_arabic(page: Page, index: int) -> Iterator[Mention]:
    """The people of the sentence of that index, in order."""
    texts = page.words_in(index).texts
    if "بن" in texts or not triggers().isdisjoint(texts):
        yield from _Reader(page, index).mentions()


class _Reader(Names):
    """Reads the offices of one sentence and the names beside them."""

    def mentions(self) -> Iterator[Mention]:
        """Each title or office with the name beside it."""
        place = 0
        while place < self.size:
            kinds = self.known[place].kinds
            found, after = None, place + 1
            if kinds and not _HEADS.isdisjoint(kinds) and not self.inside_name(place):
                found, after = self._from(place)
            elif kinds and self._is_patronymic(place):
                found, after = self._untitled(place)
            if found:
                yield found
            place = max(after, place + 1)

    def _is_patronymic(self, place: int) -> bool:
        """عبدالله بن سالم without a title; not the name of a university or a base."""
        if "N" not in self.known[place].kinds or self.texts[place + 1 : place + 2] not in (["بن"], ["بنت"]):
            return False
        return not place or not set(self.known[place - 1].kinds) & set("NCO")

    def _untitled(self, place: int) -> tuple[Mention | None, int]:
        end = self.name_end(place, titled=False)
        while end > place and "H" in self.known[end - 1].kinds and self.known[end : end + 1] and self._leads(end):
            end -= 1  # سالم الحمد مساعد وزير
        if end - place < _LEAST_PATRONYMIC or self._names_a_thing(place):
            return None, place + 1
        return self._person(None, (place, place), place, end)

    def _leads(self, place: int) -> bool:
        return "H" in self.known[place].kinds or self._definite_at(place)

    def _names_a_thing(self, place: int) -> bool:
        return place > 0 and bool(_THING.fullmatch(self.texts[place - 1]))

    def _from(self, start: int) -> tuple[Mention | None, int]:
        """The person whose titles or office begin here, and where to go on."""
        if self._names_a_thing(start) and set(self.known[start].kinds) & set("TR"):
            name = self._titles_end(start)
            return None, max(start + 1, self.name_end(name, titled=True, ranked=True))  # مطار الملك خالد
        place = self._titles_end(start)
        office: tuple[int, int] | None = None
        if (
            place < self.size
            and "H" in self.known[place].kinds
            and not self.is_given_name(place)
            and not self._name_follows_rank(place)
        ):
            end = self._office_end(place)
            office = (place, end)
            place = self._titles_end(end + 1 if self._title_after_comma(end) else end)
        ranks_from = office[1] if office else start
        ranks = place > ranks_from
        name_end = self.name_end(place, titled=ranks, ranked=self._ranked(ranks_from, place))
        if not name_end and self.texts[place : place + 1] == ['"']:  # الملك «سالم بن حمد»
            name_end = self.name_end(place + 1, titled=ranks)
            place += name_end > 0
        if office and not name_end and place == office[1] and self.texts[place : place + 1] in (["،"], [","]):
            place += 1
            place = self._after_demonym(place)
            name_end = self._name_between_commas(place)
        if name_end:
            return self._person(office, (ranks_from, place), place, name_end)
        if office:
            return self._name_before(start, office), office[1]
        return None, max(place, start + 1)

    def _name_between_commas(self, place: int) -> int:
        """الأمين العام للحلف، ينس ستولتنبرغ، ..."""
        end = self.name_end(place, titled=True)
        closed = end >= self.size or self.texts[end] in "،,.:؛-" or "c" in self.known[end].kinds
        return end if end - place > 1 and closed else 0

    def _after_demonym(self, place: int) -> int:
        """الأمين العام للحلف، النرويجي ينس ستولتنبرغ."""
        definite = (
            place in self.party_ends and self.texts[place].startswith("ال") and self.party_ends[place] == place + 1
        )
        return place + 1 if definite else place

    def _name_follows_rank(self, place: int) -> bool:
        """الرئيس محمود: a rank with the name at once."""
        return "R" in self.known[place].kinds and bool(self.name_end(place + 1, titled=True, ranked=True))

    def _title_after_comma(self, place: int) -> bool:
        return (
            place + 1 < self.size and self.texts[place] in "،," and bool(set(self.known[place + 1].kinds) & set("TR"))
        )

    def _titles_end(self, place: int) -> int:
        start = place
        while place < self.size:
            word = self.known[place]
            if place > start and (
                self.texts[place] == "/" or (self.texts[place] == "." and len(self.texts[place - 1]) == 1)
            ):
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
            or self.name_end(place + 1 + (self.texts[place + 1] == '"'), titled=True, ranked=True) > 0
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
        if "T" in kinds and self.known[place].clitic and self.texts[place].startswith("و"):
            return True  # الوزير المرافق ومعالي رئيس ...
        if "T" in kinds and "O" not in kinds:
            office = place + 1 < self.size and "H" in self.known[place + 1].kinds
            return not office or self.is_given_name(place + 1)
        if self.texts[place + 1 : place + 2] == ["بن"]:
            return True
        if "R" in kinds:
            return self._rank_only(place)
        return "N" in kinds and "O" not in kinds and "H" not in kinds and not self.known[place].clitic

    def _step_over_word(self, place: int) -> int:
        text, word = self.texts[place], self.known[place]
        if text.startswith("بنظير"):
            return 0  # جمع وزير الخارجية بنظيره
        if "H" in word.kinds or ("O" in word.kinds and (word.clitic or not self._definite(place - 1))):
            return 1
        if text == "لدي" and self.is_city(place + 1):
            return 2
        if text in _LINKS:
            return 1 if self._office_step_after_link(place) else 0
        if text[0] == "و" and len(text) > 2 and not word.kinds and self._definite_at(place + 1):
            return 1 if "T" in self.known[place + 1].kinds else 2  # وخفر السواحل
        if _TASK.fullmatch(text) and self._definite_at(place + 1):
            return 2  # لحظر الأسلحة
        return 1 if self._definite_at(place) and not self._begins_object(place) else 0

    def _begins_object(self, place: int) -> bool:
        """استقبل رئيس مجلس الوزراء الوفد: a common noun after a definite word is what the sentence goes on to."""
        return "c" in self.known[place].kinds and self.texts[place].startswith("ال") and self._definite_at(place - 1)

    def _definite_at(self, place: int) -> bool:
        """A definite word that can stand in an office."""
        text = self.texts[place] if place < self.size else ""
        return text.startswith(DEFINITE) and len(text) > 3 and text not in never_in_an_office()

    def _definite(self, place: int) -> bool:
        """After a definite word an indefinite noun begins something new: وزير الداخلية وفدا."""
        return self.texts[place].startswith(DEFINITE) and not self.texts[place + 1].startswith(DEFINITE)

    def _office_step_after_link(self, place: int) -> bool:
        if place + 1 >= self.size:
            return False
        if self.texts[place] == "في":
            return place + 1 in self.party_ends or self.texts[place + 1].removeprefix("ال") in words("office_place")
        if place + 1 in self.party_ends or set(self.known[place + 1].kinds) & set("OH"):
            return True
        oversees = self.texts[place] == "علي" and any("مشرف" in text for text in self.texts[max(0, place - 2) : place])
        return (oversees or self.texts[place] in ("لدي", "باسم", "عن")) and self.texts[place + 1].startswith("ال")

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
        start = place + 1 if place < self.size and self.texts[place] in "،,-؛" else place
        if start >= self.size or "H" not in self.known[start].kinds or self.known[start].clitic:
            return None, place
        end = self._own_office_end(start, self._office_end(start))
        next_name = self._titles_end(end)
        joined = next_name > end and self.known[end].clitic
        if not joined and self.name_end(next_name, titled=next_name > end) and end - start < self.size:
            return None, place
        return (start, end), end

    def _own_office_end(self, start: int, end: int) -> int:
        """ولي العهد، ووزير الدولة الدكتور ...: an office joined with و before a name is the next person's."""
        for place in range(start + 1, end):
            if self.known[place].clitic and "H" in self.known[place].kinds and self.texts[place][0] == "و":
                last = self._office_end(place)
                name = self._titles_end(last)
                if self.name_end(name, titled=name > last):
                    return place - 1 if self.texts[place - 1] in "،," else place
        return end

    def _name_before(self, start: int, office: tuple[int, int]) -> Mention | None:
        """A name without a title before its office: قال سورين دو كارو، مساعد الأمين العام."""
        if self.known[start].clitic or office[0] != start:
            return None
        end = start - 1 if start and self.texts[start - 1] in "،," else start
        first = self.name_before(end)
        if end - first < 2:
            return None
        name = (self.spans[first][0] + self.known[first].clitic, self.spans[end - 1][1])
        return Mention(name, (self._office_span(*office),), "person.ar.apposition")

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.spans[start][0], self.spans[end - 1][1]

    def _office_span(self, start: int, end: int) -> tuple[int, int]:
        first, last = self._span(start, end)
        melted = self.texts[start].startswith("لل")
        return first + (0 if melted else self.known[start].clitic), last
