"""English: which words oblige, promise or only look ahead, and whose promise it is."""

from __future__ import annotations

import re

from mithaq.reading.acts import Act
from mithaq.reading.cast import Mention, Name
from mithaq.reading.lexicon import Hit, words
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech

SAID_WIDTH = 70

_GERUND = re.compile(
    r" (?:of|in)(?: \w+,?){0,3}? \w{3,}ing\b|(?: for [^.;]{1,60}?)? to (?!the\b|our\b|their\b|his\b|its\b|a\b)\w+| that "
)
_NEEDED = re.compile(r" \w")
_WILL = re.compile(
    r"(?: (?:not|also|now|further|together|jointly|soon|always|never|therefore|in turn|likewise|only|both|still|each|all|\w+ly)(?=,? ))*,? "
    r"(\w+)(?: (\w+))?(?: (\w+))?"
)
_EVENT = re.compile(
    r"\b(?:meetings?|summit|conference|talks|visit|session|forum|discussions?|event|workshop|exercise|ceremony|call|trip|agenda|election|"
    r"game|dialogue)s?\b[\w ]{0,24}$"
)
_RELATIVE = re.compile(r"\bthe \w+ we $")
_POINTING = re.compile(r"\b(?:this|it|which|that|there|these|those)(?: \w+)? $")
_OWN = re.compile(r"\b(?:our|we|i)\b")
_BODY = re.compile(
    r"\b(?:alliance|allies|council|leaders|ministers|governments?|countries|nations|parties|sides|members|states|organi[sz]ation|commission|"
    r"union|partnership|initiative|programme?|fund|package|plan|centre|center|strategy|administration|president|secretary|minister|they|"
    r"framework|agreement|team|forces)\b"
)
_POSSESSED = re.compile(
    r"(?:\b(?:our|their|its|his|her|u\.s\.|the|of|states|strong|firm|unwavering|enduring|joint|shared|mutual|continued|longstanding|"
    r"ironclad|steadfast|full)|'s?) (?:[\w-]+,? (?:and )?){0,3}$"
)
_OURS = re.compile(r"\b(?:our|the u\.s\.|united states)\b")
_TOWARDS = re.compile(r" (?:of [\w .]{2,40}? |\S+ ){0,2}?(?:to|on|towards?|that) ")
_ANNOUNCED = re.compile(
    r"[^.;]{0,60}?(?:\$|€|million|billion|\bnew\b|additional|\bplans?\b|\bintent|assistance|funding|support for|package|contribution|"
    r"deployment|establishment|creation|launch of)"
)
_TO_DO = re.compile(
    r"\b(?:will|would|should|must|can|shall|need|needs|to (?!(?:be|the|a|an|our|their|its|this|that)\b)\w+)\b"
)
_CONVENED = re.compile(
    r"\b(?:will (?:hold|convene)|convenes?|to (?:hold|convene)|is convening|has called|called) (?:an? |its |the )(?:\w+ ){0,3}?"
    r"(?:emergency|extraordinary|special) (?:\w+ ){0,3}?(?:meeting|session|summit)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|without|if|whether) (?:\w+ )?$")
_CONDITION = re.compile(r"\b(?:if|what|how|who|where|when|which|whether)\b[^,]{0,40}$")
_SAID_OF_ITSELF = re.compile(r" (?:be noted|note|say|remember|recall|be recalled)\b")
_HOPED = re.compile(
    r" (?:that )?(?!(?:our|this|the|these|today's) (?:\w+ )?(?:talks?|meetings?|visit|discussions?|conference|summit|day|event|session|dialogue)\b)[^.;]{3,80}?\b(?:will|would|can|could)\b"
)
_TO = re.compile(r" (?:\w+ ){0,3}?(?:to|for|that) (?!the extent)")
_NOT_AGREED = re.compile(r" (?:with|in|at|by|today at)\b| ?$")
_NO_OBJECT = re.compile(r" (?:by|as|in|of)\b")
_PLACED = re.compile(r"\b(?:in|to|from|with|for|by|at|of|between)(?: the)? $")
_ASKED, _ASKED_FAR = 70, 220  # has asked the Secretary of State, the Secretary of ... to travel
_REACH = 90
_NEAR = 60


class Modality:
    """Reads the modal words of one English page."""

    def __init__(self, page: Page, speech: Speech) -> None:
        self._page = page
        self._text = page.folded.text
        self._speech = speech
        self._cast = speech.cast
        self._rare = any(word in self._text for word in ("extraordinary", "emergency", "special"))

    def obliges(self, hit: Hit) -> bool:
        """must, should, need to, it is essential that; not "if they should" or "should be noted"."""
        if hit.code == "phrase":
            return not _NEGATED.search(self._text, max(0, hit.start - 14), hit.start)
        condition = _CONDITION.search(self._text, max(0, hit.start - 50), hit.start)
        return not condition and not _SAID_OF_ITSELF.match(self._text, hit.end)

    def burden(self, hit: Hit, sentence: int) -> int | None:
        """English says "should"."""
        return None

    def needs_action(self, hit: Hit, hits: list[Hit]) -> bool:
        """Is it an action that is important ("of strengthening") or needed?"""
        return bool((_GERUND if hit.code == "importance" else _NEEDED).match(self._text, hit.end))

    def governed(self, hit: Hit) -> bool:
        """A need counts in English only where it is what was said."""
        return False

    def resolves_in(self, hit: Hit, content: int) -> bool:
        """Does what was affirmed begin with a commitment to something?"""
        return hit.code != "wish" and bool(_TOWARDS.match(self._text, hit.end))

    def also_resolves(self, hit: Hit, content: int) -> bool:
        """English repeats the verb."""
        return False

    def resolves(self, hit: Hit) -> bool:
        """Somebody's commitment to something, our determination to do it."""
        own = _POSSESSED.search(self._text, max(0, hit.start - _NEAR), hit.start)
        if hit.code == "commitment":
            return own is not None and self._text.startswith(" to ", hit.end)
        return own is not None and bool(_OURS.search(own[0])) and bool(_TOWARDS.match(self._text, hit.end))

    def promises(self, hit: Hit, hits: list[Hit], sentence: int) -> bool:
        """We, the Alliance, Kuwait will provide; not that a meeting will discuss or somebody will attend."""
        text = self._text
        start, end = self._page.edges[sentence]
        begins = max(
            start,
            text.rfind(". ", start, hit.start),
            text.rfind("; ", start, hit.start),
            text.rfind(" that ", start, hit.start),
        )
        match = _WILL.match(text, hit.end, end)
        if not match or ("would" in hit.code and not self._speech.said(hit.start, sentence)):
            return False
        if any(pattern.search(text, begins, hit.start) for pattern in (_EVENT, _POINTING, _RELATIVE)):
            return False
        near = max(begins, hit.start - _NEAR)
        ours = bool(_OWN.search(text, max(begins, hit.start - _REACH), hit.start))
        named = bool(self._cast.between(near, hit.start))
        return self._may_pledge(match, ours, named) and (ours or named or bool(_BODY.search(text, near, hit.start)))

    def _may_pledge(self, match: re.Match[str], ours: bool, named: bool) -> bool:
        """Is "will" with this verb an act, not a mere event?"""
        kind = words("will_verb").get(match[1])
        if kind == "be":
            return bool({match[2], match[3]} & set(words("will_be")))
        return kind is None or (kind == "ours" and ours) or (kind == "named" and (ours or named))

    def aims(self, hit: Hit, sentence: int) -> bool:
        """An aim that somebody tells as their own: Kuwait seeks to, NATO is keen to."""
        if not (self._speech.said(hit.start, sentence) or self._page.edges[sentence][0] == 0):
            return False
        before = self._text[max(self._page.edges[sentence][0], hit.start - _NEAR) : hit.start]
        if _EVENT.search(before) or before.endswith((" which ", " it ", " this ")):
            return False
        named = self._cast.between(max(self._page.edges[sentence][0], hit.start - _REACH), hit.start)
        return any(mention.who.kind == "party" for mention in named) or bool(_OWN.search(before))

    def first_person(self, hit: Hit) -> bool:
        """Is it "we" who do it?"""
        return bool(_OWN.search(self._text, max(0, hit.start - _NEAR), hit.start))

    def actor(self, hit: Hit, sentence: int) -> Name | None:
        """The parties before "will" or "commitment" whose it is."""
        start = max(self._page.edges[sentence][0], hit.start - _REACH)
        mentions = self._cast.between(start, hit.start)
        if self.first_person(hit) and not (mentions and mentions[-1].end > hit.start - 12):
            return None
        if mentions and mentions[-1].end >= hit.start - 2:
            return self._acting(mentions, hit.start)
        for mention in mentions:
            if mention.who.kind == "party" and not _PLACED.search(
                self._text, max(start, mention.start - 14), mention.start
            ):
                return self._cast.joined(mention, hit.start)
        return None

    def _acting(self, mentions: list[Mention], end: int) -> Name | None:
        """Who stands directly before the verb, with those joined to it: ... and Oman is keen to."""
        last = mentions[-1].who.party or ""
        joined = (self._cast.joined(mention, end) for mention in mentions)
        return next((who for who in joined if who.kind == "party" and last in (who.party or "").split("+")), None)

    # What follows an act

    def follows(self, act: Act) -> bool:
        """Does what the verb needs to be a commitment follow it?"""
        rest = self._text[act.end : act.end + _REACH]
        if {"toverb", "forto"} & act.traits:
            far = _ASKED_FAR if self._text.startswith("asked", act.start) else _ASKED
            stop = min(act.end + far, act.content[1] if act.content else act.end + far)
            return self._text.find(" to ", act.end, stop) >= 0 or ("forto" in act.traits and rest.startswith(" for"))
        if "to" in act.traits:
            return bool(_TO.match(rest))
        if "agree" in act.traits:
            return not _NOT_AGREED.match(rest) and (rest.startswith((" to ", " on ", " upon ")) or self._to_do(act))
        return (
            "weak" not in act.traits and not _NO_OBJECT.match(rest) and (act.kind != "hope" or bool(_HOPED.match(rest)))
        )

    def _to_do(self, act: Act) -> bool:
        """ "agreed that talks were useful" binds nobody."""
        if act.content is None:
            return False
        start, end = act.content
        stop = self._text.find(". ", start, end)
        return bool(_TO_DO.search(self._text, start, stop if stop >= 0 else end))

    def asks_for_itself(self, act: Act) -> bool:
        """English says "asked" for that."""
        return False

    def announces(self, act: Act, content: int) -> bool:
        """announced $20 million, a new initiative."""
        return (
            act.how == "noun"
            and self._text.startswith("announc", act.start)
            and bool(_ANNOUNCED.match(self._text, content))
        )

    def hopes(self, act: Act, content: int) -> bool:
        """expressed the hope that somebody will."""
        return self._text.startswith(
            ("hope", "the hope", "his hope", "her hope", "their hope"), content
        ) and self._to_do(act)

    def offers_to_host(self, act: Act) -> int | None:
        """English says "offered to"."""
        return None

    def convenes(self, sentence: int) -> tuple[int, int] | None:
        """The folded span of "will hold an emergency session"."""
        match = _CONVENED.search(self._text, *self._page.edges[sentence]) if self._rare else None
        return match.span() if match else None
