"""English: what was said. It follows its verb or, in a quotation or before ", he said", goes before it."""

from __future__ import annotations

import re

from mithaq.reading.acts import ADVERBIAL, Scene
from mithaq.reading.lexicon import Hit

_THAT = re.compile(r" ?(?:,[^,]{1,60},)? ?that ")
_LATER_THAT = re.compile(
    r" (?:(?:on|in|at|during|after|following|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|to|reporters|late|"
    r"earlier|by|here|once|again|with)\b[^.;:\"]{0,90}?)? ?\bthat "
)
_TOLD_THAT = re.compile(r"[^.;:\"]{2,90}? that ")
_ADJUNCT = re.compile(
    r" (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|in (?:a|an|his|her|their|its) [\w-]+(?: [\w-]+)?|"
    r"in a (?:joint )?statement)[,:]?(?= )"
)
_NO_OBJECT = re.compile(
    r" ?(?:by|as|in|on|at|to|with|from|for|and|or|but|earlier|about|between|during|when|if|until|upon|into|since|after|before|under|through|"
    r"against|via)\b|[,.;)]| ?$"
)
_THANKS = re.compile(
    r" (?:(?:u\.s\.|american|his|her|their|its|our|the|a|an|deep|deepest|high|sincere|heartfelt|warm|great|profound|strong|special|grave|full|highest|utmost|"
    r"collective|best|good|\w+(?: \w+){0,3}'s) )*(?:thank|wishes|gratitude|appreciation|condolence|sympath|congratulation|condemnation|greeting|admiration|respect|best wishes|regards)"
)
_NEED = re.compile(r" the (?:\w+ )?(?:need|importance|necessity|urgency)\b")
_MIDWAY = re.compile(r"\b(?!(?:and|but|or|added|said|saying|that|as)\b)[a-z][\w']* $")
_WHEN = re.compile(r" (?:on|in|at|during|after|following|today|yesterday|late|earlier|to)\b[^,;]{0,110}")
_INVERTED = re.compile(
    r" (?:the |a |an |mr|ms|mrs|dr|president|prime|secretary|minister|foreign|ambassador|nato|\w+ (?:\w+ )?(?:spokes|secretary|minister))"
)
_CONDEMNED = re.compile(r" (?:his|her|their|its|our|the) (?:\w+ )?(?:condemnation|denunciation|rejection)\b")
_SAID_COMMA = re.compile(r"said, (?:the|it|there|this|we|he|she|they|his|her|both)\b")
_QUOTE_REACH = 130
_AS = 60
_SUBJECT_WORDS = 8
_LEAST = 20


class Complements:
    """Finds what was said in one text; every quotation is taken once."""

    def __init__(self, scene: Scene) -> None:
        self._text = scene.text
        self._cast = scene.cast
        self._taken: set[int] = set()

    def of(self, hit: Hit, quotes: list[tuple[int, int]], edge: tuple[int, int]) -> tuple[tuple[int, int] | None, str]:
        """The span of what the verb `hit` of saying says, and how: that, noun, quote; None and "none" where nothing is said."""
        traits = frozenset(hit.code.split())
        quote = self._quotation(hit, quotes, edge)
        if quote is not None:
            return quote, "quote"
        if self._text.startswith("as ", edge[0]) and hit.start < edge[0] + _AS and self._text.startswith(", ", hit.end):
            return (hit.end + 2, edge[1]), "that"  # As the Minister announced, ...
        before = self._before(hit, traits, edge)
        if before is not None:
            return before, "that"
        match = self._that(hit, traits, edge[1])
        if match:
            return (match.end(), edge[1]), "that"
        return self._bare(hit, traits, edge[1])

    def _quotation(self, hit: Hit, quotes: list[tuple[int, int]], edge: tuple[int, int]) -> tuple[int, int] | None:
        text = self._text
        for start, end in quotes:
            if start in self._taken:
                continue
            between = text[hit.end : start - 1].strip()
            whole = between.endswith("that") and end >= edge[1] - 2  # said in the meeting that "...
            after = hit.end < start < hit.end + _QUOTE_REACH and (
                between in ("", ",") or between.endswith((":", ",")) or whole
            )
            ended = text[end - 1] in ",.!?" or text[end + 1 : end + 2] == ","
            if end <= hit.start and _MIDWAY.search(text, max(0, start - 40), start - 1):
                continue  # ... their "acts of aggression," they said
            if after or (end <= hit.start < end + _QUOTE_REACH and ended and text.count(" ", start, end) > 1):
                self._taken.add(start)
                return start, end
        return None

    def _before(self, hit: Hit, traits: frozenset[str], edge: tuple[int, int]) -> tuple[int, int] | None:
        """What stands before ", the Minister said" or ", said the Minister", not in quotation marks."""
        text = self._text
        comma = text.rfind(", ", edge[0], hit.start) if "that" in traits and hit.kind not in ADVERBIAL else -1
        if comma < edge[0] + _LEAST or text.find('"', comma, hit.start) >= 0:
            return None
        subject, rest = text[comma + 2 : hit.start].strip(), text[hit.end : edge[1]]
        if not subject:
            named = bool(self._cast.between(hit.end, hit.end + 2))
            told = (named or bool(_INVERTED.match(rest))) and " that " not in rest[:70]
        else:
            ends = not rest.strip(" .") or rest.startswith(",") or bool(_WHEN.fullmatch(rest.rstrip(" .")))
            told = ends and subject.count(" ") < _SUBJECT_WORDS
        return (edge[0], comma) if told else None

    def _that(self, hit: Hit, traits: frozenset[str], end: int) -> re.Match[str] | None:
        if "told" in traits:
            return _TOLD_THAT.match(self._text, hit.end, end)
        if "that" not in traits:
            return None
        return _THAT.match(self._text, hit.end, end) or _LATER_THAT.match(self._text, hit.end, end)

    def _bare(self, hit: Hit, traits: frozenset[str], end: int) -> tuple[tuple[int, int] | None, str]:
        """A clause without "that", or the noun phrase that was underscored or expressed."""
        text = self._text
        nouns = "np" in traits
        if {"told", "only", "quote"} & traits or (
            hit.kind in ADVERBIAL
            and not text.startswith("saying", hit.start)
            and (not nouns or (text.startswith("highlight", hit.start) and not _NEED.match(text, hit.end)))
        ):
            return None, "none"
        adjunct = _ADJUNCT.match(text, hit.end, end)
        at = adjunct.end() if adjunct else hit.end
        if nouns and _CONDEMNED.match(text, at, end):
            return None, "none"
        if text.startswith(", ", at) and _SAID_COMMA.match(text, hit.start):
            return (at + 2, end), "that"
        if _NO_OBJECT.match(text, at, end) or ("feel" in traits and _THANKS.match(text, at, end)):
            return None, "none"
        return (at, end), "noun" if nouns else "that"
