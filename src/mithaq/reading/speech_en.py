"""English: the acts of a sentence. Who comes first, then the verb, then "that", a noun phrase or a quotation."""

from __future__ import annotations

import re
from itertools import islice

from mithaq.reading.acts import ADVERBIAL, KINDS, Act, Scene, without_stop
from mithaq.reading.complement_en import Complements
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.subject_en import ADVERBS, Subjects

_PLURAL = re.compile(
    r"\b(?:we|i|they|leaders|ministers|sides|parties|states|allies|members|heads|countries|nations|governments|partners|to|and|not|"
    rf"presidents|secretaries)(?: {ADVERBS},?)* $"
)
_NOUN_BEFORE = re.compile(r"\b(?:to|on|for|by|with|from|all|these|those|his|her|our|new) $")
_AGENCY = re.compile(
    r"(?:the )?(?:(?:state|saudi|kuwait|qatar|emirates|bahrain|oman|official|kuwaiti|local) )*(?:news agency|press agency|media|wam|spa|kuna|qna|bna|ona|"
    r"petra|reuters|afp|xinhua|tass|anadolu|cnn|al arabiya|al jazeera)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|as|previously|the|a|an|its|their|of|recently)(?: (?:also|further|strongly|not))* $"
)
_NEGATED = re.compile(r"\b(?:no|not|never|neither|nor|cannot|don't|doesn't|didn't)(?: \w+)? $")
_OPENING = re.compile(rf"(?:[,;:-]|\band|\bbut|\bwhile|\bas well as|\bthen)(?: (?:{ADVERBS}|he|she|they|it|who))*,? $")
_OPENING_NAME = re.compile(r"[,;] (?:and|but|while) ")
_BESIDE = re.compile(r"(?:,|\band|\bwhile|\bby|;| -|\"),? ?(?:also )?$")
_QUOTED = re.compile(r"\bquoted [^,]{3,60} (?:as )?$")
_AFTER_COMMA = re.compile(r",(?: also)? $")
_AND = re.compile(r"\band (?:also )?$")
_TAIL = re.compile(rf"(?:[\s,;:-]+|\b(?:and|but|while|as well as|then|{ADVERBS}|he|she|they|it|who|by)\b)*$")
_NEWS = re.compile(
    r"\b(?:agency|reuters|afp|media|newspaper|reports?|news|press|sources|sana|spa|wam|kuna|qna|bna|ona|irna|tass|xinhua|petra|anadolu)\b"
)
_MAY_BE_PASSIVE = frozenset(("decide", "call", "request"))
_RECITALS = ("noting ", "recalling ")
_FOLLOWING = 30
_WINDOW = 70
_LEAST = 25


class Listener:
    """Goes through the sentences of one English page in order."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._complements = Complements(scene)
        self._subjects = Subjects(page, scene)

    def acts(self, sentence: int) -> list[Act]:
        """The acts of a sentence, in order."""
        edge = self._page.edges[sentence]
        quotes = self._scene.quotes_in(*edge)
        found: list[Act] = []
        for hit in self._page.hits_in(sentence, "acts"):
            act = None
            if hit.kind in KINDS and self._is_verb(hit, edge[0]):
                act = self._act(sentence, hit, found, quotes, edge)
            elif hit.kind == "according" and not any(act.kind == "say" for act in found):
                act = self._according(sentence, hit, edge)
            if act is not None:
                nested = any(
                    _holds(other, act.start) and not self._opens(act, other.content[0], quotes)
                    for other in found
                    if other.content
                )
                found.append(act._replace(traits=act.traits | {"nested"}) if nested and not act.adverbial else act)
        said = [act.content for act in found if act.how == "quote" and act.content is not None]
        found = [
            act._replace(traits=act.traits | {"nested"})
            if act.kind == "say" and any(a <= act.start < b for a, b in said)
            else act
            for act in found
        ]
        if not any(act.who for act in found):
            self._settle(edge)
        if len(found) > 1 and found[0].adverbial and found[0].start == edge[0]:
            found[0] = found[0]._replace(who=next((act.who for act in found if not act.adverbial), found[0].who))
        return [self._ended(act, found, quotes, edge[1]) for act in found]

    def _is_verb(self, hit: Hit, start: int) -> bool:
        before = self._text[max(start, hit.start - _WINDOW) : hit.start]
        if _NEGATED.search(before) or (hit.kind == "decide" and hit.start == start) or self._is_no_act(hit, start):
            return False
        if _NOUN_BEFORE.search(before) and self._text[hit.end - 1] == "s":
            return False
        if "base" in hit.code:
            return bool(_PLURAL.search(before)) or self._several(start, hit.start)
        if hit.kind in ADVERBIAL:
            return hit.start == start or bool(_BESIDE.search(before)) or bool(_QUOTED.search(before))
        return hit.kind in _MAY_BE_PASSIVE or not _PASSIVE.search(before)

    def _is_no_act(self, hit: Hit, start: int) -> bool:
        """Qaboos bin Said, UN-mandated operations, as decided at the summit."""
        if hit.start == start:
            return False
        if hit.kind in _MAY_BE_PASSIVE and self._text.endswith(" as ", 0, hit.start):
            return True
        named = self._text.startswith("said", hit.start) and self._page.folded.cased[hit.start].isupper()
        return named or self._text[hit.start - 1] == "-"

    def _several(self, start: int, verb: int) -> bool:
        """GCC-EU agree, Qatar and Kuwait sign: two parties or more directly before the verb."""
        named = self._scene.cast.between(start, verb)
        return len(named) > 1 and named[-1].end == verb - 1 and named[-1].start - named[-2].end <= len(", and ")

    def _act(
        self, sentence: int, hit: Hit, found: list[Act], quotes: list[tuple[int, int]], edge: tuple[int, int]
    ) -> Act | None:
        kind, adverbial = ADVERBIAL.get(hit.kind, hit.kind), hit.kind in ADVERBIAL
        content, how = self._complements.of(hit, quotes, edge) if kind == "say" else ((hit.end, edge[1]), "none")
        if content is None and "quote" in hit.code:
            return None  # continued, posted
        if kind == "say" and content is None and not adverbial:
            kind = "do"  # acknowledged, expressed appreciation: nothing is said, but who does it goes on
        if adverbial and how == "noun" and hit.start == edge[0] and self._text.startswith(_RECITALS, hit.start):
            return None
        begins = max(found[-1].end if found else edge[0], self._text.rfind("; ", edge[0], hit.start) + 1)
        begins = max([begins, *(other.content[0] for other in found if other.content and _holds(other, hit.start))])
        if kind == "say" and content is not None and content[1] <= hit.start:
            subject = self._subjects.beside(hit, content[1] + 1, edge[1])
        elif adverbial:
            subject = self._subjects.of_adverbial(hit, found, begins)
        else:
            subject = self._subjects.of(hit, found, begins)
        if kind == "say" and subject.who and subject.who.kind == "body" and _AGENCY.match(subject.who.name):
            return None
        if not adverbial and not any(first <= hit.start < last for first, last in quotes):
            self._scene.turn_to(subject.who, kind)
        praise = ("judge",) if kind == "do" and hit.kind == "say" else ()
        traits = frozenset((*hit.code.split(), *praise, *(("we",) if subject.first_person else ())))
        content = None if kind == "do" else content
        return Act(
            sentence, hit.start, hit.end, hit.start, kind, traits, adverbial, subject.who, content, how, how == "quote"
        )

    def _settle(self, edge: tuple[int, int]) -> None:
        """Turn to whoever the sentence begins with where nobody acts in it."""
        named = self._scene.cast.between(edge[0], min(edge[1], edge[0] + 90))
        person = next((mention.who for mention in named if mention.who.kind == "person"), None)
        self._scene.focus.on(person or (named[0].who if named and named[0].start < edge[0] + 12 else None))

    def _ended(self, act: Act, found: list[Act], quotes: list[tuple[int, int]], end: int) -> Act:
        """The same act with the end of its content: at the next clause, the closing mark or the full stop."""
        if act.content is None:
            return act
        start, stop = act.content
        if act.how != "quote" and stop == end:
            following = islice((other for other in found if other.start > start), _FOLLOWING)
            later = (other.start for other in following if self._opens(other, start, quotes))
            around = (span[1] for span in quotes if span[0] <= act.start < span[1])
            stop = self._without_tail(start, min((next(later, end), *around)))
            if act.adverbial and act.start == self._page.edges[act.sentence][0]:
                stop = self._led_in(start, found, stop)
        while start < stop and self._text[start] in ' ",:':
            start += 1
        stop = without_stop(self._text, start, stop)
        return act._replace(content=(start, stop) if stop > start else None)

    def _led_in(self, start: int, found: list[Act], stop: int) -> int:
        """Highlighting the need to …, the Minister said: it ends where the main clause begins."""
        main = next((other.start for other in found if other.start > start and not other.adverbial), None)
        comma = self._text.rfind(", ", start, main) if main is not None else -1
        return comma if comma > 0 else stop

    def _opens(self, act: Act, start: int, quotes: list[tuple[int, int]]) -> bool:
        """Does the act begin a clause that is told beside the one whose content began at `start`?"""
        if any(first <= act.start < last and first >= start - 1 for first, last in quotes):
            return False
        before = self._text[max(start, act.start - _WINDOW) : act.start]
        if act.adverbial:
            said = act.kind != "do" and (act.kind != "say" or act.content is not None)
            return bool((_BESIDE if said else _AFTER_COMMA).search(before))
        if act.kind == "do" and "judge" not in act.traits:
            return bool(_AND.search(before))
        return bool(_OPENING.search(before)) or bool(
            act.who and act.who.kind == "person" and _OPENING_NAME.search(before)
        )

    def _without_tail(self, start: int, stop: int) -> int:
        tail = _TAIL.search(self._text, max(start + 1, stop - 40), stop)
        return tail.start() if tail else stop

    def _according(self, sentence: int, hit: Hit, edge: tuple[int, int]) -> Act | None:
        """According to the Minister, …: what is told after somebody."""
        start, end = edge
        comma = self._text.find(", ", hit.end, end) if hit.start < start + 5 else -1
        stop = comma if comma >= 0 else end
        if _NEWS.search(self._text, hit.end, stop):
            return None
        who = self._subjects.issued(hit.end + 1, stop)
        first, last = (comma + 2, end) if comma >= 0 else (start, hit.start)
        if who is None or last - first < _LEAST:
            return None
        span = (first, self._without_tail(first, last))
        traits = frozenset(("according",))
        return Act(sentence, hit.start, hit.end, hit.start, "say", traits, False, who, span, "according", False)


def _holds(act: Act, offset: int) -> bool:
    """Is the offset within what this act says in so many words?"""
    return (
        act.kind == "say"
        and act.how == "that"
        and act.content is not None
        and act.content[0] <= offset < act.content[1]
    )
