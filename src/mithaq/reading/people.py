"""People with their offices: the first full mention of each, in each script."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from mithaq.core.text import fold
from mithaq.reading.findings import Party, Person
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.people_ar import Mention, people_in_arabic
from mithaq.reading.people_en import people_in_english

_DATELINE = 3
_FIRST_LINES = 3
_REMEMBERED = 300
_NEAR_NAMES = 12
_ARAB = frozenset(
    ("QAT", "KWT", "SAU", "ARE", "BHR", "OMN", "JOR", "EGY", "IRQ", "LBN", "SYR", "PSE", "YEM", "SDN", "LBY", "TUN", "DZA", "MAR", "MRT")
)  # fmt: skip
_KINGDOMS: tuple[str, ...] = ("SAU", "BHR", "JOR", "MAR")
_ROYAL = frozenset(("الملك", "السلطان", "الأمير", "King", "Sultan", "Emir"))
_MONARCHIES = frozenset(("SAU", "KWT", "QAT", "BHR", "OMN", "JOR", "MAR"))
_PRESIDENT = re.compile(r"(?:الرئيس|رئيس الجمهورية)(?! التنفيذي)(?!\w)")
Home = tuple[str | None, str | None]
_OF = re.compile(" of (?:the )?")
_HEAD_NOUN = re.compile(r"(?:لل|ال)(منظمة|حلف|جامعة|اتحاد|مجلس|وكالة|رابطة|مركز)(?!\w)")
_THE_KINGDOM = re.compile(r"(?<!\w)(?:ال|لل)مملكة(?! المتحدة)(?!\w)")
_BARE_KINGDOM = re.compile(r"(?<!\w)[وف]?(?:[بك]?ال|لل)مملكه(?! ال(?:عربيه|متحده|مغربيه|اردنيه|هولنديه|بلجيكيه))(?!\w)")
_RULES = re.compile(r"(?<!\w)(?:حاكم|محافظ|عمده|ولي عهد) $")  # حاكم دبي
_SULTAN = re.compile(r"السلطان(?!\w)|Sultan\b")  # the genre knows of one
_OF_THE_UN = re.compile(
    r"(?<!\w)(?:الأممي|الأممية)(?!\w)|^(?:UN|U\.N\.) (?:special )?(?:envoy|representative|coordinator)", re.IGNORECASE
)
_AMERICAN_WORDS = ("white house", "first lady", "national security advis", "secretary of state", "camp david")
_WORD = re.compile(r"\w+")
_AMERICAN = re.compile(
    r"(?:Principal )?(?:Deputy |Assistant )*National Security Advis[eo]r|(?:Homeland Security|Defense|Treasury|Energy|Labor|Commerce) Secretary$|(?:Vice )?President$|Secretary(?: of [\w ]+)?$|National Security Advis[eo]r"
)
_MELTED = re.compile("^لل")
# The news agency at the head of a report tells whose ministers go without a country.
_AGENCIES = {
    "قنا": "QAT", "كونا": "KWT", "واس": "SAU", "وام": "ARE", "بنا": "BHR", "العمانيه": "OMN", "بترا": "JOR", "وفا": "PSE",
    "سبا": "YEM", "سانا": "SYR", "واج": "DZA", "وات": "TUN", "qna": "QAT", "kuna": "KWT", "spa": "SAU", "wam": "ARE",
    "bna": "BHR", "ona": "OMN", "petra": "JOR", "wafa": "PSE", "map": "MAR", "mena": "EGY", "tass": "RUS", "xinhua": "CHN",
}  # fmt: skip


def find_people(page: Page, parties: tuple[Party, ...]) -> tuple[Person, ...]:
    """The first full mention of each person, in order of their first mention."""
    found: list[Person] = []
    home = _home(page, parties)
    for index, (start, _) in enumerate(page.edges):
        english = page.folded.text[start] < "\u0600" and page.folded.text[start].isascii() and _is_latin(page, index)
        for mention in (people_in_english if english else people_in_arabic)(page, index):
            _keep(found, _person(page, index, mention, home, parties))
    return tuple(sorted(found, key=lambda person: person.start))


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(name).text.replace("عبد ", "عبد")))


def _is_latin(page: Page, index: int) -> bool:
    start, end = page.edges[index]
    letter = next((c for c in page.folded.text[start:end] if c.isalpha()), "")
    return letter.isascii()


def _keep(found: list[Person], person: Person) -> None:
    """Only the fullest name of a person stays: with its own office, or with the one of the shorter mention."""
    new = _words(person.name)
    for place, known in enumerate(found):
        old = _words(known.name)
        if len(new) > 1 and len(old) > 1 and new[0] != old[0] and not _is_surname(person.name, new, old):
            continue
        if any(_is_royal(one) and _words(one.name)[0] != other[0] for one, other in ((person, old), (known, new))):
            continue  # الملك سلمان is not محمد بن سلمان
        if set(new) <= set(old):
            if person.position and (known.position is None or known.rule.endswith("title")):
                found[place] = replace(known, position=person.position, party=person.party or known.party)
            return
        if set(old) < set(new):
            found[place] = person if person.position else replace(person, position=known.position, party=known.party)
            return
    found.append(person)


def _is_royal(person: Person) -> bool:
    """Is it a lone name after a royal title, and so a given name?"""
    return person.position in _ROYAL and " " not in person.name


def _is_surname(name: str, new: tuple[str, ...], old: tuple[str, ...]) -> bool:
    """Mr. Fogh Rasmussen, President al-Assad: an English surname of two words that ends a name known before."""
    return name < "\u0600" and old[-len(new) :] == new


def _person(page: Page, index: int, mention: Mention, home: Home, parties: tuple[Party, ...]) -> Person:
    start, end = page.source(*mention.name)
    name = page.text[start:end]
    offices = [_MELTED.sub("ال", " ".join(page.quote(*office).split())) for office in mention.offices]
    position = (", " if name.isascii() else "، ").join(offices) or None
    party = _party(page, index, mention, parties)
    if position and _OF_THE_UN.search(position):
        party = "UN"  # المبعوث الأممي لليمن
    if party is None and position and _THE_KINGDOM.search(position):
        party = _kingdom(start, home[0], parties)
    elif party is None and position:
        party = _party_called(position, start, parties) or _side(page, index, mention) or _own(position, home)
    return Person(start, end, name, " ".join(name.split()), position, party, mention.rule)


def _party(page: Page, index: int, mention: Mention, parties: tuple[Party, ...]) -> str | None:
    """The first party, or adjective of a state, in the offices; a word like بنين only where it is a party."""

    def is_name(hit: Hit) -> bool:
        if hit.kind != "state_or_word":
            return True
        first = page.source(hit.start, hit.end)[0]
        return next((party.start == first for party in _named_before(parties, first + 1)), False)

    hits = [hit for hit in page.hits_in(index, "names") if hit.code and is_name(hit)]
    of = _OF.match(page.folded.text, mention.name[1])
    offices = [*mention.offices, (of.end(), of.end() + 1)] if of else mention.offices
    named = (hit.code for first, last in offices for hit in hits if first <= hit.start < last)
    cities = (
        hit.code.partition("|")[2]
        for first, last in mention.offices
        for hit in page.hits_in(index, "meetings")
        if hit.kind == "city"
        and first < hit.start < last
        and (page.language == "en" or _RULES.search(page.folded.text, first, hit.start))
    )
    return next(named, None) or next(cities, None)


def _side(page: Page, index: int, mention: Mention) -> str | None:
    """وحضر من الجانب الفرنسي وزير الدفاع …: on whose side the sentence has come to."""
    hits = page.hits_in(index, "names")
    last = bisect_left(hits, mention.name[0], key=attrgetter("start"))
    near = reversed(hits[max(0, last - _NEAR_NAMES) : last])
    return next((h.code for h in near if h.code and page.word_before(h.start) in ("الجانب", "الوفد")), None)


def _party_called(position: str, start: int, parties: tuple[Party, ...]) -> str | None:
    """The organisation that «للمنظمة», «للحلف» in an office stands for: the last one of that noun named before."""
    noun = _HEAD_NOUN.search(position)
    if noun is None:
        return None
    return next((party.party for party in _named_before(parties, start) if _is_called(party.text, noun[1])), None)


def _named_before(parties: tuple[Party, ...], start: int) -> Iterator[Party]:
    """The parties named before an offset, the last one first, as far back as a reader remembers."""
    last = bisect_left(parties, start, key=attrgetter("start"))
    return (parties[place] for place in range(last - 1, max(-1, last - 1 - _REMEMBERED), -1))


def _kingdom(start: int, home: str | None, parties: tuple[Party, ...]) -> str:
    """Which one «المملكة» in an office is: the kingdom named last before, the one that reports, or Saudi Arabia."""
    named = (party.party for party in _named_before(parties, start) if party.party in _KINGDOMS)
    return next(named, None) or (home if home in _KINGDOMS else _KINGDOMS[0])


def _is_called(name: str, noun: str) -> bool:
    return noun in name.split(" ", 1)[0]


def _own(position: str, home: Home) -> str | None:
    if position.startswith("High Representative"):
        return "EU"
    if _SULTAN.match(position):
        return "OMN"
    if home[0] in _MONARCHIES and _PRESIDENT.match(position):
        return None
    return home[1] if _AMERICAN.match(position) else home[0]


def _of_the_kingdom(page: Page, states: list[str]) -> str | None:
    """«المملكة» without more is the kingdom that the report is written in."""
    if "مملك" not in page.folded.text or not _BARE_KINGDOM.search(page.folded.text):
        return None
    kingdoms = [code for code in states if code in _KINGDOMS] or [_KINGDOMS[0]]
    return max(dict.fromkeys(kingdoms), key=kingdoms.count)


def _dated_from(page: Page) -> str | None:
    """The Arab country of the city that an Arabic report begins with."""
    hits = page.hits_in(0, "meetings") if page.edges else []
    cities = (hit for hit in hits if hit.kind == "city" and hit.start < _DATELINE)
    country = next((hit.code.partition("|")[2] for hit in cities), None)
    return country if country in _ARAB or (country == "USA" and page.language == "en") else None


def _mostly(states: list[str]) -> str | None:
    """The state that the text names oftener than all others together."""
    best = max(dict.fromkeys(states), key=states.count, default=None)
    return best if best is not None and states.count(best) > max(1, len(states) / 2) else None


def _home(page: Page, parties: tuple[Party, ...]) -> Home:
    """Whose offices go without a country: the agency's that reports; in English the state's that is named first.

    The second is for offices in the form of the United States, where the text speaks of them.
    """
    first_words = page.words_in(0).texts[:12] if page.edges else []
    home = next((_AGENCIES[word] for word in first_words if word in _AGENCIES), None)
    states = [party.party for party in parties if party.rule == "party.state"]
    if home is None and page.language == "ar":
        home = _of_the_kingdom(page, states) or _dated_from(page) or _mostly(states)
    if home is None and page.language == "en":
        first = next((party for party in parties if party.rule == "party.state"), None)
        near = first is not None and first.start < page.source(*page.edges[min(_FIRST_LINES, len(page.edges)) - 1])[1]
        home = _dated_from(page) or (first.party if first is not None and near else None)
    american = (
        "USA" in states
        or any(word in page.folded.text for word in _AMERICAN_WORDS)
        or any(hit.code == "USA" for hit in (page.hits_in(0, "names") if page.edges else []))
    )
    return home, "USA" if american or _dated_from(page) == "USA" else home
