"""States and organisations mentioned by name: names only, the longest one, never inside the name of another body."""

from __future__ import annotations

import re

from mithaq.reading.findings import Party
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

# The form of state is part of its name: دولة قطر, جمهورية العراق, Republic of Iraq.
_HEAD = re.compile(r"(?:^|[^\w])(?:و?[بلكف]?)((?:دوله|جمهوريه|مملكه|سلطنه|امبراطوريه) )$")
_HEAD_EN = re.compile(
    r"(?:^|[^\w])((?:(?:islamic|arab|federal|democratic|people's|hashemite|co-operative|united|socialist) )*"
    r"(?:state|republic|kingdom|sultanate|commonwealth|grand duchy|principality) of (?:the )?)$"
)
# An organisation's head noun before its name in quotes or brackets: حلف "الناتو".
_QUOTED_HEAD = re.compile(r"((?:حلف|الحلف|منظمه|رابطه|وكاله|مجموعه|تحالف|مبادره|منتدي|اتحاد) [\"(] ?)$")
_CLOSING = re.compile(r" ?[\")]")
# A body, place or firm that carries a state's name and is no party.
_BODY = re.compile(
    r"(?:^|[^\w])(?:و?[بلكف]?)(?:بنك|مصرف|جامعه|موسسه|شركه|غرفه|بورصه|تلفزيون|اذاعه|صحيفه|جريده|قناه|متحف|متاحف|نادي|مستشفي|مطار|"
    r"ميناء|معهد|كليه|اكاديميه|طيران|خطوط|جايزه|كاس|صندوق|جهاز|هييه|مركز|مدينه|مجله|مكتبه|اذاعه|انباء|نفط|خليج|بحر|نهر|جبل|غرفه تجاره"
    r"|تجاره وصناعه|سفينه|استاد|مونديال|معرض|رويه|العاصمه) $"
)
_BODY_AFTER = re.compile(
    r" (?:لل(?:طيران|طاقه|بترول|غاز|استثمار|اعلام|تامين|تنميه|مال|اسواق)\b|الخيريه\b|العاصمه\b|سيتي\b|(?:الوطني|المركزي)\b(?= (?!ل|ا|في)))"
)
_BODY_EN = re.compile(
    r"(?:Bank|University|Chamber|Museum|Institute|Gulf|Sea|Bay|Airlines|Times|Voice|College|Northern|New|Latin|Michael|River|Lake|Radio)"
    r"(?: of)?(?: the)? $"
)
_BODY_AFTER_EN = re.compile(
    r" (?:(?:[A-Z]\w+ )?(?:Airways|Airlines?|Air|University|Bank|Charity|Foundation|Chamber|Petroleum|Oil|Aramco|Times|Post|Daily|City|"
    r"Fund|Museums?|Airport|Agency|Authority|Company|Corporation|Institute|Crescent|Congress|Senate|Parliament|Embassy|Treasury|"
    r"Navy|Army|Air Force|Armed Forces|Marines|Marine Corps|Coast Guard|Command|Fleet|Council|House|Department|Observer|"
    r"Exchange|Stadium|Canal|River|Valley|Delta|Defen[cs]e Force|Naval Forces)\b"
    r"|[Dd]ollars?\b|Vision \d|National (?:Vision|Library|Bank))|\$|[A-Z]"
)
# Words that look like an adjective's noun but are not: what stands before السعودية as a name.
_NO_NOUN = frozenset(("اليوم", "الان", "الي", "التي", "الذي", "الله", "الدول", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه"))
_WORD_BEFORE = re.compile(r"(\w+) $")
_LISTED = re.compile(r"(?:^| )(?:و|و?[بل]?(?:جمهوريه|دوله|شمال|حكومه|في|الي|من|بين) )$")
_AMMAN = re.compile(r"(?:الاردنيه|الاردن|بالاردن|العاصمه) (?:-|،|\()? ?(?:في )?$|^(?:\W{0,3} )?$")


def find_parties(page: Page) -> tuple[Party, ...]:
    """All mentions of parties by name, in order."""
    found = []
    for index in range(len(page.edges)):
        hits = page.hits_in(index, "names")
        for place, hit in enumerate(hits):
            if hit.kind in _RULES:
                span = _RULES[hit.kind](page, hits, place)
                if span is not None:
                    found.append(_party(page, hit, span))
    return tuple(found)
