"""English: who the words before (or, after a quotation, behind) a verb name."""

from __future__ import annotations

import re
from typing import NamedTuple

from mithaq.reading.acts import Act, Scene
from mithaq.reading.cast import Mention, Name
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.several import Several

ADVERBS = (
    r"(?:also|further|furthermore|again|then|once again|strongly|firmly|jointly|additionally|moreover|however|today|later|separately|clearly|"
    r"publicly|repeatedly|has|have|had|unanimously|formally|thus|hereby|therefore|warmly|is|are|was|were|been|already|now|recently|in particular)"
)
_OPENING = re.compile(rf"(?:[,;:-]|\band|\bbut|\bwhile|\bas well as|\bthen)(?: (?:{ADVERBS}|he|she|they|it|who))*,? $")
_FIRST_PERSON = re.compile(
    rf"\b(?:we|i)(?:,? (?:the )?[\w ,'-]{{0,120}}?,)?(?: {ADVERBS},?)* $|\b(?:we|i)(?: \w+){{1,2}} to $"
)
_PRONOUN_LAST = re.compile(r"\b(he|she|they|it|we|i)(?: \w+)? $")
_PRONOUN = re.compile(
    rf"(?:[\"'(]|and |but |while |that |,|then )*(he|she|his|her|they|it|who|both)(?:'s)?(?: {ADVERBS},?)*$"
)
_LIST_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")
_CONJUNCTION = re.compile(
    rf"(?:[\s,;:.\"-]+|\b(?:and|but|while|that|{ADVERBS}|for (?:his|her|its|their) part),?(?= |$))*"
)
_TRAILING_ADVERBS = re.compile(rf"(?:,? {ADVERBS})+$", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:in|during|at|on|after|following|speaking|while|as|for|since|by|from|to|despite|with|addressing|through|under|building|opening|"
    r"ahead|regarding|recalling|noting|welcoming|concerning|within|upon|amid|commenting|asked|when|having|meanwhile|additionally|moreover|"
    r"furthermore|finally|however)\b"
)
_PLAIN_SUBJECT = re.compile(r"(?:the |both |he |she |they |we |it |i |leaders|ministers)")
_APART = re.compile(r", (the (?:\w+ ){1,4})$")
_PARTNER = re.compile(r"\b(?:with|to|for|by|welcomed|from) $")
_OWNER = re.compile(r"^(?:the|our|his|her) ")
_DEFINITE = re.compile(r"the (\w+)$")
_TOGETHER = re.compile(
    r"(?:he|she|the (?:president|secretary|minister|crown prince|emir|king|sultan|prime minister)) and (?:the|his|her) "
)
_THEY = re.compile(r"(they|he|she|both)\b")
_OFFICIAL = re.compile(r" the (?:\w+ ){0,3}(?:official|diplomat|envoy)\b")
_OFFICIALS = re.compile(
    r"\b(?:ministers|leaders|officials|ambassadors|representatives|delegations?|experts|chiefs|heads of \w+)$"
)
_WHO = re.compile(rf"(?:,? who|, which)(?: {ADVERBS})* $")
_PAPERS = frozenset(
    ("statement", "communique", "communiqué", "ministry", "spokesman", "spokesperson", "report", "readout")
)
_PAPER = re.compile(r"the (statement|communique|communiqué|ministry|spokesman|spokesperson|report|readout)$")
_OFFICE_AFTER = re.compile(
    r" (?:deputy |acting |assistant |under-?)?(?:secretary|foreign minister|prime minister|minister|ambassador|spokes\w+|chief|president|envoy|"
    r"official|commander)\b"
)
_QUOTED = re.compile(r"\bquoted [^,]{3,80}$")
_A_PAPER = re.compile(r"\b(?:statement|communiqu[eé]|readout|declaration|report)$")
_ISSUED = re.compile(
    r" (?:issued|released|published|made|obtained|seen|carried|posted|adopted|on|by|in|after|following|at|from)\b"
)
_STOPS = (",", ".", ";", " in ", " during ")
_OFFICIAL_OF = re.compile(
    r"(?:the |an? )?(?:[\w.'-]+ ){0,3}?(?:(?P<any>(?:top |senior |chief |visiting )?(?:diplomat|official|envoy))|(?P<role>(?:deputy |assistant |under|vice )?"
    r"(?:foreign minister|prime minister|defen[cs]e minister|interior minister|minister|president|ambassador|secretary[ -]general|"
    r"secretary of state|defen[cs]e secretary|foreign secretary|spokes(?:man|woman|person)|chancellor|crown prince|king|emir|amir|sultan)))(?:, too)?"
)
_THEIRS = re.compile(
    r"(?:their|its) (?!\w*(?:minister|leader|delegation|government|official|spokes))"
)  # their commitment to
_NAME_WORDS = 10
_ROLE_WORDS = 5
_NEAR = 45
_TITLE = 32
_FIRST_REACH = 60


class Subject(NamedTuple):
    """Who it is (None where it cannot be told), and whether it is "we" or "I"."""

    who: Name | None
    first_person: bool = False


class Subjects:
    """Finds subjects in one text."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._cast = scene.cast
        self._together = Several(page, scene.cast)
        self._papers: dict[str, Name] = {}

    def of(self, hit: Hit, found: list[Act], begins: int) -> Subject:
        """Who does what the finite verb says; `begins` is where its clause may begin."""
        before = self._text[begins : hit.start]
        found = [act for act in found if "noun" not in act.traits]
        if before.endswith(" to ") and not _FIRST_PERSON.search(before):
            return Subject(found[-1].who if found else self._first(begins, hit.start))
        if found and (_OPENING.search(before) or " " not in before.strip()) and not self._has_name(before, begins):
            pronoun = _PRONOUN_LAST.search(before)
            if pronoun is None or pronoun[1] not in ("we", "i"):
                return Subject(found[-1].who, "we" in found[-1].traits)
        return self.named(begins, hit.start)

    def _first(self, start: int, end: int) -> Name | None:
        """Who the clause begins with: called the Minister to reaffirm."""
        start = self._after_lead(start, end)
        named = self._cast.between(start, end)
        people = [mention for mention in named if mention.who.kind == "person" and mention.start < start + _FIRST_REACH]
        if people:
            return people[0].who
        return self._cast.joined(named[0], end) if named else self._scene.focus.anyone

    def of_adverbial(self, hit: Hit, found: list[Act], begins: int) -> Subject:
        """Who does what "stressing", "calling for" say: the one of the main clause."""
        told = [act for act in found if act.kind != "do" and "nested" not in act.traits] or found
        if told:
            return Subject(told[-1].who, "we" in told[-1].traits)
        if _QUOTED.search(self._text, begins, hit.start):
            quoted = self._cast.between(begins, hit.start)
            return Subject(quoted[-1].who if quoted else None)
        pronoun = _THEY.match(self._text, begins, hit.start)
        if pronoun is not None:
            return Subject(self._pronoun(pronoun[1], begins))
        named = self._cast.between(begins, hit.start)
        person = next((mention.who for mention in named if mention.who.kind == "person"), None)
        return Subject(person or (named[0].who if named else self._scene.focus.anyone))

    def beside(self, hit: Hit, start: int, end: int) -> Subject:
        """The speaker in “…,” said the Minister and “…,” the Minister said; `start` is where the quotation has ended."""
        if self._text[start : hit.start].strip(" ,"):
            return self.named(start, hit.start)
        mentions = self._cast.between(hit.end, min(end, hit.end + 90))
        if mentions and mentions[0].start <= hit.end + _TITLE:
            return Subject(next((mention.who for mention in mentions if mention.who.kind == "person"), mentions[0].who))
        if _OFFICIAL.match(self._text, hit.end) and self._scene.focus.person is not None:
            return Subject(self._scene.focus.person)
        stop = min([at for mark in _STOPS if (at := self._text.find(mark, hit.end, end)) >= 0], default=end)
        return Subject(self._noun_phrase(hit.end, stop, []))

    def issued(self, start: int, end: int) -> Name | None:
        """Who tells what stands beside "according to": without what tells when the statement was issued."""
        cut = _ISSUED.search(self._text, start + 4, end)
        if cut is not None and _A_PAPER.search(self._text, start, cut.start()):
            end = cut.start()
        start += 2 if self._text.startswith("a ", start) else 0
        return self.named(start, end).who

    def named(self, start: int, end: int) -> Subject:
        """Who is named in the folded span before a verb."""
        start = self._after_lead(start, end)
        words = self._text[start:end]
        if _FIRST_PERSON.search(words) or words.startswith("our "):
            return Subject(None, True)
        mentions = self._cast.between(start, end)
        if mentions and _WHO.search(words):
            return Subject(mentions[-1].who)
        if _TOGETHER.match(words) and (two := self._together.pair(end)) is not None:
            return Subject(two)
        pronoun = _PRONOUN.match(words.strip())
        return Subject(self._pronoun(pronoun[1], start) if pronoun else self._noun_phrase(start, end, mentions))

    def _has_name(self, before: str, begins: int) -> bool:
        """Does a subject of its own stand directly before the verb?"""
        at = begins + max(before.rfind(", "), before.rfind(" and "), 0)
        return any(mention.end > begins + len(before) - 14 for mention in self._cast.between(at, begins + len(before)))

    def _pronoun(self, word: str, start: int) -> Name | None:
        focus = self._scene.focus
        if word in ("he", "she", "his", "her", "who"):
            return focus.person or focus.anyone
        if word in ("they", "both") and (focus.body is None or focus.body.kind == "party"):
            return self._together.pair(start) or focus.body or focus.anyone
        return focus.body or focus.anyone

    def _after_lead(self, start: int, end: int) -> int:
        """Past a list number, "and", "In a call with the Minister on Monday, " and the like."""
        text = self._text
        mark = _LIST_MARK.match(text, start, end)
        start = mark.end() if mark else start
        joined = _CONJUNCTION.match(text, start, end)
        start = joined.end() if joined else start
        comma = text.find(", ", start, end) if _LEAD.match(text, start, end) else -1
        while comma >= 0:
            if not text.startswith(("and ", "including ", "with "), comma + 2) and self._may_begin(comma + 2, end):
                return comma + 2
            comma = text.find(", ", comma + 2, end)
        return start

    def _may_begin(self, start: int, end: int) -> bool:
        mentions = self._cast.between(start, end)
        return bool(mentions and mentions[0].start <= start + _NEAR) or bool(
            _PLAIN_SUBJECT.match(self._text, start, end)
        )

    def _noun_phrase(self, start: int, end: int, mentions: list[Mention]) -> Name | None:
        apart = _APART.search(self._text, max(start, end - 60), end)
        if apart:
            start, mentions = apart.start(1), [mention for mention in mentions if mention.start >= apart.start(1)]
        person = next((m for m in mentions if m.who.kind == "person" and not self._owns(m)), None)
        if person and not _PARTNER.search(self._text, max(start, person.start - 12), person.start):
            return self._together.couple(person, end)
        words = _CONJUNCTION.sub("", self._text[start:end], count=1).strip(" ,.:\"'")
        asked = _OWNER.sub("", words)
        role = self._cast.by_role(asked, start, self._scene.focus.person) if asked != words else None
        if role is not None and words.count(" ") < _ROLE_WORDS:
            return role
        official = self._official(words, start, end)
        if official is not None:
            return official
        if mentions and mentions[0].start <= start + 5 and not self._is_office_of(mentions[0], end):
            joined = self._cast.joined(mentions[0], end)
            return self._officials(joined, words, start) if _OFFICIALS.search(words) else joined
        head = _DEFINITE.match(words)
        named = self._cast.by_head(head[1], start) if head else None
        return named or self._body_again(words) or self._body(words, start, end, mentions)

    def _owns(self, mention: Mention) -> bool:
        """The Minister's disappointment: not who acts."""
        return self._text.startswith("'s ", mention.end)

    def _official(self, words: str, start: int, end: int) -> Name | None:
        """The Iranian foreign minister, the Omani diplomat: the person of that party; the diplomat: who was spoken of."""
        match = _OFFICIAL_OF.fullmatch(_TRAILING_ADVERBS.sub("", words))
        if match is None:
            return None
        hits = self._page.hits_in(self._page.sentence_at(start), "names")
        code = next((hit.code for hit in hits if start <= hit.start < end and hit.code), None)
        if code is None:
            return self._scene.focus.person if match["any"] else None
        if match["any"]:
            return self._cast.last_of(code, start)
        return self._cast.official(match["role"], code, start)

    def _is_office_of(self, mention: Mention, end: int) -> bool:
        """Kuwait's ambassador, the NATO secretary general: the party is not who speaks, its official is."""
        return self._text.startswith("'s ", mention.end) or bool(_OFFICE_AFTER.match(self._text, mention.end, end))

    def _body_again(self, words: str) -> Name | None:
        """The statement, the ministry: what was named more fully before, or whoever spoke last through it."""
        paper = _PAPER.match(words)
        if paper is None:
            return None
        return self._papers.get(paper[1]) or self._scene.focus.anyone

    def _officials(self, of: Name, words: str, start: int) -> Name:
        """The EU and GCC ministers: named as they stand, for the parties they are of."""
        first = self._text.find(words, start)
        quoted = " ".join(self._page.quote(first, first + len(words)).split())
        return Name(quoted.removeprefix("The ").removeprefix("the "), of.party, "body")

    def _body(self, words: str, start: int, end: int, mentions: list[Mention]) -> Name | None:
        if not words or words.count(" ") >= _NAME_WORDS or _THEIRS.match(words):
            return mentions[0].who if mentions else self._scene.focus.anyone
        first = self._text.find(words, start)
        quoted = _TRAILING_ADVERBS.sub("", " ".join(self._page.quote(first, first + len(words)).split()))
        if (two := self._together.people(words, start)) is not None:
            return two
        party = self._together.both(words, start) or (self._cast.joined(mentions[0], end).party if mentions else None)
        name = Name(quoted.removeprefix("The ").removeprefix("the "), party, "body")
        last = words.rsplit(" ", 1)[-1]
        if last in _PAPERS and " " in words.removeprefix("the ").removeprefix("a "):
            self._papers[last] = name
        return name
