"""English: the acts of a sentence. Who comes first, then the verb, then "that", a noun phrase or a quotation."""

from __future__ import annotations

import re
from dataclasses import replace

from mithaq.reading.acts import ADVERBIAL, KINDS, Act, Scene, without_stop
from mithaq.reading.cast import Mention, Name
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page

_ADVERBS = r"(?:also|further|furthermore|again|then|once again|strongly|firmly|jointly|additionally|moreover|however|today|later|separately|clearly|publicly|repeatedly|has|have|had|unanimously|formally|thus|hereby|therefore|warmly|is|are|was|were|been|already|now|recently|in particular)"
_PLURAL = re.compile(rf"\b(?:we|i|they|leaders|ministers|sides|parties|states|allies|members|heads|countries|nations|governments|partners|to|and|not|presidents|secretaries)(?: {_ADVERBS},?)* $")
_FIRST_PERSON = re.compile(rf"\b(?:we|i)(?:,? (?:the )?[\w ,'-]{{0,120}}?,)?(?: {_ADVERBS},?)* $")
_PASSIVE = re.compile(rf"\b(?:is|are|was|were|been|being|be|as|had|has|have been|previously|the|a|an|its|their|of|recently)(?: (?:also|further|strongly|not))* $")
_OPENS = re.compile(rf"(?:[,;:-]|\band|\bbut|\bwhile|\bas well as|\bthen)(?: (?:{_ADVERBS}|he|she|they|it|who))*,? $")
_JOINED_ADVERBIAL = re.compile(r"(?:,|\band|\bwhile|\bby|;| -) ?(?:also )?$")
_TAIL = re.compile(rf"(?:[\s,;:-]+|\b(?:and|but|while|as well as|then|{_ADVERBS}|he|she|they|it|who|by)\b)*$")
_THAT = re.compile(r" ?(?:,[^,]{1,60},)? ?that ")
_ADJUNCT_THEN_THAT = re.compile(
    r" (?:(?:on|in|at|during|after|following|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|to|reporters|late|earlier|by|"
    r"here|once|again|with)\b[^.;:\"]{0,90}?)? ?\bthat "
)
_ADJUNCT = re.compile(r" (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|in (?:a|an|his|her|their|its) [\w-]+(?: [\w-]+)?|in a (?:joint )?statement)[,:]? ")
_NO_OBJECT = re.compile(r" ?(?:by|as|in|on|at|to|with|from|for|and|or|but|earlier|about|between|during|when|if|until|upon|into|since|after|before|under|through|against|via)\b|[,.;)]| ?$")
_THANKS = re.compile(
    r" (?:(?:his|her|their|its|our|the|a|an|deep|deepest|sincere|heartfelt|warm|great|profound|strong|special|grave|full|highest|utmost|collective) )*"
    r"(?:thank|gratitude|appreciation|condolence|sympath|congratulation|condemnation|greeting|admiration|respect|best wishes|regards)"
)
_LEAD = re.compile(
    r"(?:in|during|at|on|after|following|speaking|while|as|for|since|by|from|to|despite|with|addressing|through|under|building|opening|ahead|regarding|"
    r"recalling|noting|welcoming|concerning|within|upon|amid|commenting|asked|when|having|meanwhile|additionally|moreover|furthermore|finally|however)\b"
)
_PRONOUN = re.compile(rf"(?:[\"'(]|and |but |while |that |,|then )*(he|she|his|her|they|it|we|i|our|who|both)(?:'s)?(?: {_ADVERBS},?)*$")
_CONJUNCTION = re.compile(rf"(?:[\s,;:.\"-]+|\b(?:and|but|while|that|{_ADVERBS}|for (?:his|her|its|their) part),?(?= |$))*")
_DEFINITE = re.compile(r"the (\w+)$")
_WHO = re.compile(rf"(?:,? who|, which)(?: {_ADVERBS})* $")
_NEGATED = re.compile(r"\b(?:no|not|never|neither|nor|cannot|don't|doesn't|didn't)(?: \w+)? $")
_LIST_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")
_WHEN = re.compile(r" (?:on|in|at|during|after|following|today|yesterday|late|earlier|to)\b[^,;]{0,70}")
_INVERTED_SUBJECT = re.compile(r" (?:the |a |an |mr|ms|mrs|dr|president|prime|secretary|minister|foreign|ambassador|nato|\w+ (?:\w+ )?(?:spokes|secretary|minister))")
_INVERTED = re.compile(r"[, ]*$")
_AFTER_COMMA = re.compile(r", (the (?:\w+ ){1,4})$")
_NAME_WORDS = 10


class Listener:
    """Goes through the sentences of one English page in order."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self._page = page
        self._text = scene.text
        self._scene = scene
        self._cast = scene.cast
        self._claimed: set[int] = set()

    def acts(self, sentence: int) -> list[Act]:
        """The acts of a sentence, in order."""
        start, end = self._page.edges[sentence]
        quotes = self._scene.quotes_in(start, end)
        found: list[Act] = []
        for hit in self._page.hits_in(sentence, "acts"):
            if hit.kind in KINDS and self._is_verb(hit, start, quotes):
                act = self._act(sentence, hit, found, quotes, (start, end))
                if act is not None:
                    found.append(act)
            elif hit.kind == "according" and (act := self._according(sentence, hit, found, (start, end))):
                found.append(act)
        self._settle(found, start, end)
        return self._ended(found, quotes, end)

    def _is_verb(self, hit: Hit, start: int, quotes: list[tuple[int, int]]) -> bool:
        before = self._text[max(start, hit.start - 160) : hit.start]
        if _NEGATED.search(before):
            return False
        if "base" in hit.code:
            return bool(_PLURAL.search(before))
        if hit.kind == "decide" and hit.start == start:
            return False
        if hit.kind in ADVERBIAL:
            return hit.start == start or bool(_JOINED_ADVERBIAL.search(before))
        return hit.kind in ("decide", "call", "request") or not _PASSIVE.search(before) or bool(re.search(r"\b(?:has|have|had) $", before))

    # What follows

    def _act(self, sentence: int, hit: Hit, found: list[Act], quotes: list[tuple[int, int]], edge: tuple[int, int]) -> Act | None:
        kind, adverbial = ADVERBIAL.get(hit.kind, hit.kind), hit.kind in ADVERBIAL
        traits = frozenset(hit.code.split())
        begins = self._clause(hit, found, edge[0])
        who, we = self._subject(hit, adverbial, found, begins)
        content: tuple[int, int] | None = None
        how = "none"
        if kind == "say":
            content, how = self._said(hit, traits, quotes, edge, begins)
            if how in ("quote", "before") and content is not None and content[1] <= hit.start:
                how = "that" if how == "before" else how
                who, we = self._beside_quotation(hit, content[1] + 1, edge[1])
            if content is None and not adverbial:
                return None
        elif kind != "do":
            content = (hit.end, edge[1])
        if not adverbial:
            self._scene.focus.on(who)
        traits = traits | {"we"} if we else traits
        direct = how == "quote" or self._first_person(content, quotes)
        return Act(sentence, hit.start, hit.end, hit.start, kind, traits, adverbial, who, content, how, direct)

    def _first_person(self, content: tuple[int, int] | None, quotes: list[tuple[int, int]]) -> bool:
        return False

    def _said(
        self, hit: Hit, traits: frozenset[str], quotes: list[tuple[int, int]], edge: tuple[int, int], begins: int
    ) -> tuple[tuple[int, int] | None, str]:
        text, end = self._text, edge[1]
        for span in quotes:
            if span[0] in self._claimed:
                continue
            between = text[hit.end : span[0] - 1] if span[0] > hit.end else ""
            if span[0] > hit.end and len(between) < 90 and (between.strip() in ("", ",", ":") or between.rstrip()[-1:] in ":,"):
                self._claimed.add(span[0])
                return span, "quote"
        earlier = [span for span in quotes if span[1] <= hit.start and hit.start - span[1] < 130 and span[0] not in self._claimed]
        if earlier and text.count(" ", *earlier[-1]) >= 2 and text[earlier[-1][1] - 1] in ",.!?" or (earlier and text[earlier[-1][1] + 1 : earlier[-1][1] + 2] == ","):
            self._claimed.add(earlier[-1][0])
            return earlier[-1], "quote"
        told = self._told_before(hit, traits, edge)
        if told is not None:
            return told, "before"
        match = _THAT.match(text, hit.end, end) or ((_ADJUNCT_THEN_THAT.match(text, hit.end, end)) if "that" in traits else None)
        if "told" in traits:
            match = re.compile(r"[^.;:\"]{2,90}? that ").match(text, hit.end, end)
        if match and ({"that", "told"} & traits):
            return (match.end(), end), "that"
        if {"told", "only", "quote"} & traits:
            return None, "none"
        return self._bare(hit, traits, edge)

    def _told_before(self, hit: Hit, traits: frozenset[str], edge: tuple[int, int]) -> tuple[int, int] | None:
        """What stands before ", the Minister said" or ", said the Minister", not in quotation marks."""
        text = self._text
        if "that" not in traits or hit.kind in ADVERBIAL:
            return None
        comma = text.rfind(", ", edge[0], hit.start)
        if comma < edge[0] + 20 or '"' in text[comma : hit.start]:
            return None
        subject = text[comma + 2 : hit.start].strip()
        rest = text[hit.end : edge[1]]
        closed = not rest.strip(" .") or rest.startswith(",") or bool(_WHEN.fullmatch(rest.rstrip(" .")))
        inverted = not subject and bool(_INVERTED_SUBJECT.match(rest)) and " that " not in rest[:70]
        if (subject and closed and len(subject.split()) <= 8) or inverted:
            return edge[0], comma
        return None

    def _bare(self, hit: Hit, traits: frozenset[str], edge: tuple[int, int]) -> tuple[tuple[int, int] | None, str]:
        """A clause without "that", or the noun phrase that was underscored or expressed."""
        text, end = self._text, edge[1]
        at = hit.end
        adjunct = _ADJUNCT.match(text, at, end)
        at = adjunct.end() - 1 if adjunct else at
        rest = text[at:end].strip(' ."')
        if _NO_OBJECT.match(text, at, end) or not rest:
            return None, "none"
        if "feel" in traits and _THANKS.match(text, at, end):
            return None, "none"
        if hit.kind in ADVERBIAL and ("np" not in traits or self._text.startswith("highlight", hit.start)):
            return None, "none"
        return (at, end), "noun" if "np" in traits else "that"

    # Who

    def _clause(self, hit: Hit, found: list[Act], start: int) -> int:
        """Where the clause of this verb begins."""
        begins = found[-1].end if found else start
        semicolon = self._text.rfind("; ", begins, hit.start)
        return semicolon + 2 if semicolon >= 0 else begins

    def _subject(self, hit: Hit, adverbial: bool, found: list[Act], begins: int) -> tuple[Name | None, bool]:
        """Who does it, and whether that is "we" or "I"."""
        text = self._text
        last = found[-1] if found else None
        if adverbial:
            if last is not None:
                return last.who, "we" in last.traits
            named = self._cast.between(begins, hit.start)
            return (_first_person_or_any(named) or self._scene.focus.anyone), False
        before = text[begins : hit.start]
        if last is not None and (_OPENS.search(before) or len(before.split()) <= 1) and not self._names(before, begins):
            pronoun = re.search(r"\b(he|she|they|it|we|i)(?: \w+)? $", before)
            if pronoun is None or pronoun[1] in ("he", "she", "they", "it"):
                return last.who, "we" in last.traits
        return self._named(begins, hit.start)

    def _beside_quotation(self, hit: Hit, start: int, end: int) -> tuple[Name | None, bool]:
        """The speaker in “…,” said the Minister / “…,” the Minister said."""
        text = self._text
        if _INVERTED.fullmatch(text, start, hit.start):
            stop = min(end, hit.end + 90)
            mentions = self._cast.between(hit.end, stop)
            if mentions and mentions[0].start <= hit.end + 60:
                people = [m.who for m in mentions if m.who.kind == "person"]
                return (people[0] if people else mentions[0].who), False
            stop = min([at for mark in (",", ".", ";", " in ", " during ") if (at := text.find(mark, hit.end, end)) >= 0], default=end)
            return self._noun_phrase(hit.end, stop, []), False
        return self._named(start, hit.start)

    def _names(self, before: str, begins: int) -> bool:
        """Does a subject of its own stand directly before the verb?"""
        at = begins + max(before.rfind(", "), before.rfind(" and "), 0)
        return any(mention.end > begins + len(before) - 14 for mention in self._cast.between(at, begins + len(before)))

    def _named(self, start: int, end: int) -> tuple[Name | None, bool]:
        text = self._text
        start = self._after_lead(start, end)
        words = text[start:end]
        if _FIRST_PERSON.search(words) or words.strip().startswith("our "):
            return None, True
        relative = _WHO.search(words)
        mentions = self._cast.between(start, end)
        if relative and mentions:
            return mentions[-1].who, False
        pronoun = _PRONOUN.match(words.strip())
        if pronoun:
            focus = self._scene.focus
            if pronoun[1] in ("they", "both") and (focus.body is None or focus.body.kind == "party") and (pair := self._cast.pair(start)):
                return pair, False
            return (focus.person or focus.anyone if pronoun[1] in ("he", "she", "his", "her", "who") else focus.body or focus.anyone), False
        return self._noun_phrase(start, end, mentions), False

    def _after_lead(self, start: int, end: int) -> int:
        """Past "In a call with the Minister on Monday, " and the like."""
        text = self._text
        mark = _LIST_MARK.match(text, start, end)
        start = mark.end() if mark else start
        lead = _CONJUNCTION.match(text, start, end)
        start = lead.end() if lead else start
        if _LEAD.match(text, start, end):
            comma = text.find(", ", start, end)
            while comma >= 0 and comma + 2 < end:
                rest = text[comma + 2 : end]
                if rest.strip() and not rest.startswith(("and ", "including ", "with ")) and self._is_subject(comma + 2, end):
                    return comma + 2
                comma = text.find(", ", comma + 2, end)
        return start

    def _is_subject(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        mentions = self._cast.between(start, end)
        near = bool(mentions) and mentions[0].start <= start + 45
        return near or bool(re.match(r"(?:the |both |he |she |they |we |it |i |leaders|ministers)", words))

    def _noun_phrase(self, start: int, end: int, mentions: list[Mention]) -> Name | None:
        apart = _AFTER_COMMA.search(self._text, start, end)
        if apart:
            start, mentions = apart.start(1), [mention for mention in mentions if mention.start >= apart.start(1)]
        people = [mention for mention in mentions if mention.who.kind == "person"]
        if people and not re.search(r"\b(?:with|of the meeting with|to|for|by|welcomed|from) $", self._text[start : people[0].start]):
            return people[0].who
        words = _CONJUNCTION.sub("", self._text[start:end], count=1).strip(" ,.:\"'")
        asked = re.sub(r"^(?:the|our|his|her) ", "", words)
        role = self._cast.by_role(asked, start, self._scene.focus.person) if asked != words else None
        if role is not None and len(words.split()) <= 5:
            return role
        if mentions and mentions[0].start <= start + 5:
            return mentions[0].who
        head = _DEFINITE.match(words)
        if head and (named := self._cast.by_head(head[1], start)):
            return named
        if not words:
            return self._scene.focus.anyone
        first = self._text.find(words, start)
        if len(words.split()) > _NAME_WORDS:
            return mentions[0].who if mentions else self._scene.focus.anyone
        quoted = re.sub(r"\s+", " ", re.sub(rf"(?:,? {_ADVERBS})+$", "", self._page.quote(first, first + len(words)), flags=re.I))
        return Name(re.sub(r"^(?:The|the) ", "", quoted), self._cast.both(words, start) or (mentions[0].who.party if mentions else None), "body")

    # Afterwards

    def _settle(self, found: list[Act], start: int, end: int) -> None:
        if not any(act.who for act in found):
            named = self._cast.between(start, min(end, start + 90))
            people = [mention.who for mention in named if mention.who.kind == "person"]
            self._scene.focus.on(people[0] if people else named[0].who if named and named[0].start < start + 12 else None)

    def _ended(self, found: list[Act], quotes: list[tuple[int, int]], end: int) -> list[Act]:
        done = []
        for act in found:
            if act.content is None:
                done.append(act)
                continue
            start, stop = act.content
            if act.how != "quote" and stop == end and start >= act.end:
                stop = min((later.start for later in found if later.start > start and self._opens(later, start, quotes)), default=end)
                stop = min([stop, *(span[1] for span in quotes if span[0] <= act.start < span[1])])
                stop = self._trimmed(start, stop)
            start += len(self._text[start:stop]) - len(self._text[start:stop].lstrip(' ",:'))
            stop = without_stop(self._text, start, stop)
            done.append(replace(act, content=(start, stop) if stop > start else None))
        return done

    def _opens(self, act: Act, start: int, quotes: list[tuple[int, int]]) -> bool:
        if any(first <= act.start < last and first >= start - 1 for first, last in quotes):
            return False
        before = self._text[max(start, act.start - 60) : act.start]
        if act.adverbial and act.kind == "say" and act.content is None:
            return before.endswith(", ")
        if act.adverbial:
            return bool(re.search(r",(?: also)? $", before)) or (act.kind != "do" and bool(_JOINED_ADVERBIAL.search(before)))
        if act.kind == "do" and "judge" not in act.traits:
            return bool(re.search(r"\band (?:also )?$", before))
        return bool(_OPENS.search(before)) or bool(act.who and act.who.kind == "person" and re.search(r"(?:,|;) (?:and|but|while) ", before))

    def _trimmed(self, start: int, stop: int) -> int:
        tail = _TAIL.search(self._text, start, stop)
        return tail.start() if tail and tail.start() > start else stop

    def _according(self, sentence: int, hit: Hit, found: list[Act], edge: tuple[int, int]) -> Act | None:
        start, end = edge
        comma = self._text.find(", ", hit.end, end)
        initial = hit.start < start + 5
        zone = (hit.end, comma if comma >= 0 and initial else end)
        if re.search(r"\b(?:agency|reuters|afp|media|newspaper|reports?|news|press|sources)\b", self._text[zone[0] : zone[1]]):
            return None
        who, _ = self._named(hit.end + 1, zone[1])
        span = (comma + 2, end) if initial and comma >= 0 else (start, hit.start)
        if who is None or span[1] - span[0] < 25 or any(act.kind == "say" for act in found):
            return None
        stop = self._trimmed(*span)
        return Act(sentence, hit.start, hit.end, hit.start, "say", frozenset(("according",)), False, who, (span[0], stop), "according", False)


def _first_person_or_any(named: list[Mention]) -> Name | None:
    people = [mention.who for mention in named if mention.who.kind == "person"]
    return people[0] if people else named[0].who if named else None
