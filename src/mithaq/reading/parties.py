"""States and organisations mentioned by name: names only, the longest one, never inside the name of another body."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from mithaq.reading.findings import Party
from mithaq.reading.lexicon import CLITICS, Hit, words
from mithaq.reading.page import Page

# The form of state is part of its name: دولة قطر, Republic of Iraq.
_HEAD = re.compile(
    r"(?<!\w)(?:[وف]?[بلك]?)((?:دوله|جمهوريه|مملكه|سلطنه|امبراطوريه) )$"
    r"|(?<!\w)((?:(?:islamic|arab|federal|democratic|people's|hashemite|socialist) )*"
    r"(?:state|republic|kingdom|sultanate|commonwealth|grand duchy|principality) of (?:the )?)$"
)
_OF_STATE = re.compile(r"(?<!\w)(?:[وف]?[بلك]?)((?:ال|لل)(?:جمهوريه|مملكه) )$")
# An organisation's head noun before its name in quotes or brackets: حلف "الناتو".
_QUOTED_HEAD = re.compile(r"(?<!\w)(?:[وف]?[بلك]?)((?:حلف|الحلف|منظمه|رابطه|وكاله|مجموعه|تحالف|منتدي|اتحاد) ?[\"(] ?)$")
_CLOSING = re.compile(r" ?[\")]")
_CENTRE = re.compile(r"(?<!\w)(?:[وف]?[بلك]?)((?:ال|لل)?مركز (?:الاقليمي |المشترك )*(?:ل|بين |التابع ل|الخاص ب)?)$")
_FOUNDERS = ("NATO", "ICI")
_JOINT = re.compile(r"[ \"()\-/]*(?:و|و ?ل|ودول |and (?:the )?)?[ \"()]*")
_AMMAN_BEFORE = re.compile(r"(?:الاردني[هت]|العاصمه|مدينه) (?:في )?$")
_AMMAN_AFTER = re.compile(r" ?(?:-|/|\()? ?(?:بترا|وكاله الانباء الاردنيه|\( ?الاردن)")
_IN_LIST = re.compile(r"[\s,،]*(?:و|and )?[\s]*")
_DEFINITE = ("ال", "وال", "بال", "فال", "لل", "ولل")
# Before السعودية these are no noun that it could describe.
_NOT_DESCRIBED = frozenset(
    [
        "اليوم",
        "الان",
        "الي",
        "التي",
        "الذي",
        "الاثنين",
        "الثلاثاء",
        "الاربعاء",
        "الخميس",
        "الجمعه",
        "السبت",
        "الاحد",
        "الاتي",
        "التاليه",
    ]
)
_PLACES = frozenset(
    [
        "في",
        "من",
        "الي",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "حكومه",
        "رييس",
        "دوله",
        "جمهوريه",
        "سفير",
        "وزير",
        "بين",
        "لدي",
        "مع",
    ]
)

Mention = tuple[int, int, str, str]  # folded start and end, code, rule


def find_parties(page: Page) -> tuple[Party, ...]:
    """All mentions of parties by name, in order."""
    found: list[Party] = []
    for index in range(len(page.edges)):
        hits = page.hits_in(index, "names")
        if hits:
            found += _joined(page, list(_in_sentence(page, hits)))
    return tuple(found)


def _in_sentence(page: Page, hits: list[Hit]) -> Iterator[Mention]:
    for place, hit in enumerate(hits):
        rule = _RULES.get(hit.kind)
        if rule and "س" not in hit.clitic:
            yield from rule(page, hits, place)


def _state(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    hit = hits[place]
    if not _in_a_body(page, hit):
        head = _HEAD.search(page.folded.text, max(0, hit.start - 40), hit.start) if not hit.clitic else None
        start = head.start(head.lastindex or 0) if head else hit.start
        yield start, hit.end, hit.code, "party.state"


def _state_or_adjective(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    """السعودية is a name unless a definite noun before it is described by it."""
    hit = hits[place]
    before = page.word_before(hit.start - len(hit.clitic))
    described = before.startswith(_DEFINITE) and before not in _NOT_DESCRIBED
    if described and hit.clitic == "و":
        described = not any(other.end == hit.start - 2 and other.kind == "state" for other in hits[:place])
    if not described or hit.clitic not in ("", "و"):
        yield from _state(page, hits, place)


def _state_or_city(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    """عمان is Oman, unless the text speaks of Jordan's capital."""
    hit = hits[place]
    text = page.folded.text
    words_as_written = page.quote(hit.start, hit.end)
    amman = (
        "ّ" in words_as_written
        or bool(_AMMAN_BEFORE.search(text, max(0, hit.start - 20), hit.start))
        or bool(_AMMAN_AFTER.match(text, hit.end))
        or (_somewhere(page, hit) and "اردن" in text and not any(word in text for word in ("سلطنه", "مسقط", "عماني")))
    )
    if not amman or "ُ" in words_as_written:
        yield from _state(page, hits, place)


def _somewhere(page: Page, hit: Hit) -> bool:
    return hit.clitic == "ب" or (not hit.clitic and page.word_before(hit.start) in ("في", "الي", "من"))


def _state_or_word(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    """A name that is an ordinary word or a first name too: it needs a place word or another state beside it."""
    hit = hits[place]
    if page.folded.text[hit.start] < "\u0600":
        sure = not _is_personal(page, hit)
    else:
        sure = bool(_bare(page.word_before(hit.start), _PLACES)) or _beside_a_state(page.folded.text, hits, place)
    if sure:
        yield from _state(page, hits, place)


def _is_personal(page: Page, hit: Hit) -> bool:
    """Michael Jordan, Chad Smith: a capitalised word beside it that is no office and no common word."""
    for word, start in (
        (page.word_after(hit.end), hit.end + 1),
        (page.word_before(hit.start), page.word_start(hit.start - 1)),
    ):
        first = page.edges[page.sentence_at(start)][0] == start
        capital = bool(word) and not first and page.folded.cased[start].isupper()
        if capital and not any(word in words(kind) for kind in ("head_en", "office_en", "rank_en", "not_name_en")):
            return True
    return False


def _beside_a_state(text: str, hits: list[Hit], place: int) -> bool:
    for first, second in ((place - 1, place), (place, place + 1)):
        if first >= 0 and second < len(hits):
            gap = text[hits[first].end : hits[second].start]
            other = hits[first if second == place else second]
            if other.kind.startswith("state") and _IN_LIST.fullmatch(gap) and len(gap) > 1:
                return True
    return False


def _demonym(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    """الجمهورية التشيكية: the form of state with an adjective is a name."""
    hit = hits[place]
    head = _OF_STATE.search(page.folded.text, max(0, hit.start - 16), hit.start)
    if head and not hit.clitic:
        yield head.start(1), hit.end, hit.code, "party.state"


def _organisation(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    hit = hits[place]
    start, end = hit.start, hit.end
    head = _QUOTED_HEAD.search(page.folded.text, max(0, start - 14), start)
    closing = _CLOSING.match(page.folded.text, end) if head else None
    if head and closing:
        start, end = head.start(1), closing.end()
    yield start, end, hit.code, "party.organisation"


def _organisation_in_short(page: Page, hits: list[Hit], place: int) -> Iterator[Mention]:
    """التعاون الخليجي is the council in a headline, in quotes, and in the office of its secretary general."""
    hit = hits[place]
    text = page.folded.text
    starts = any(hit.start == start for start, _ in page.edges)
    quoted = text[hit.start - 1 : hit.start] == '"' == text[hit.end : hit.end + 1]
    if starts or quoted or (hit.clitic == "لل" and page.word_before(hit.start) == "العام"):
        yield hit.start, hit.end, hit.code, "party.organisation"


_RULES = {
    "state": _state,
    "state_or_adjective": _state_or_adjective,
    "state_or_city": _state_or_city,
    "state_or_word": _state_or_word,
    "demonym": _demonym,
    "organisation": _organisation,
    "organisation_in_short": _organisation_in_short,
}


def _in_a_body(page: Page, hit: Hit) -> bool:
    """Is this the name of a bank, an airline, a city ... that carries a state's name?"""
    if hit.clitic:
        return False
    bodies, followers = words("body"), words("body_after")
    before = page.word_before(hit.start)
    if before in ("of", "the"):
        before = page.word_before(page.word_start(hit.start - 1))
        before = page.word_before(page.word_start(hit.start - 4)) if before == "of" else before
    if _bare(before, bodies):
        return True
    after = page.word_after(hit.end)
    return after in followers or f"{after} {page.word_after(hit.end + 1 + len(after))}" in followers


def _bare(word: str, among: Container[str]) -> str:
    """The word, or what is left of it without a clitic, where it is among those; else nothing."""
    for cut in range(min(3, len(word))):
        if word[cut:] in among and word[:cut] in CLITICS:
            return word[cut:]
    return ""


def _joined(page: Page, mentions: list[Mention]) -> Iterator[Party]:
    """The regional centre is named by both its founders: المركز الإقليمي لحلف الناتو ومبادرة إسطنبول للتعاون."""
    text = page.folded.text
    place = 0
    while place < len(mentions):
        start, end, code, rule = mentions[place]
        place += 1
        before = max(0, start - 40)
        maybe = code in _FOUNDERS and text.find("مركز", before, start) >= 0
        centre = _CENTRE.search(text, before, start) if maybe else None
        if centre:
            last_founder = place
            while last_founder < len(mentions) and _goes_on(text, end, mentions[last_founder]):
                end = mentions[last_founder][1]
                last_founder += 1
            if "الاقليمي" in centre[0] or any(mention[2] == "ICI" for mention in mentions[place - 1 : last_founder]):
                start, code, rule, place = centre.start(1), "NATO-ICI-RC", "party.centre", last_founder
            else:
                end = mentions[place - 1][1]
        first, last = page.source(start, _closed(text, start, end))
        yield Party(first, last, page.text[first:last], code, rule)


def _closed(text: str, start: int, end: int) -> int:
    """With the bracket or quotation mark that closes one inside the name."""
    for opening, closing in ("()", '""'):
        inside = text[start:end]
        if (
            text[end : end + 1] == closing
            and inside.count(opening) - (opening != closing and inside.count(closing)) == 1
        ):
            end += 1
    return end


def _goes_on(text: str, end: int, mention: Mention) -> bool:
    return mention[2] in _FOUNDERS and bool(_JOINT.fullmatch(text, end, mention[0]))
