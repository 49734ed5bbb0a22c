"""What an act is: a verb of saying, asking, deciding or promising, whoever does it, and what follows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from mithaq.core.text import fold
from mithaq.reading.cast import Cast, Name

ADVERBIAL = {
    "saying": "say",
    "calling": "call",
    "recommending": "recommend",
    "proposing": "propose",
    "deciding": "decide",
    "pledging": "pledge",
    "requesting": "request",
    "doing": "do",
}
_OFFICIAL = re.compile(
    r"(?:ambassador|minister|secretary|spokes\w+|official|envoy|president|chief|director|diplomat|representative|commander)\b",
    re.IGNORECASE,
)
_STRAY = re.compile(r'\w"(?:[\s،,.؛;)]|$)')
_OPENS = re.compile(r'[\s:(،]"\w')
KINDS = frozenset(("say", "call", "recommend", "propose", "decide", "pledge", "request", "hope", "do", *ADVERBIAL))


class Act(NamedTuple):
    """One act; offsets are folded.

    `kind` is say, call, recommend, propose, decide, pledge, request, hope or do (which only ends what was said before);
    `traits` are the words of its code in the lexicon. The verb is at `start`..`end`, its clause begins at `clause`;
    `content` is what was said, called for or decided, None where nothing that could be it follows. `how` is that,
    noun, quote, according, turn or none.
    """

    sentence: int
    start: int
    end: int
    clause: int
    kind: str
    traits: frozenset[str]
    adverbial: bool
    who: Name | None
    content: tuple[int, int] | None
    how: str
    direct: bool


@dataclass(slots=True)
class Focus:
    """Who was last spoken of, for verbs without a subject of their own and for pronouns."""

    person: Name | None = None
    anyone: Name | None = None
    body: Name | None = None

    def on(self, who: Name | None) -> None:
        """Turn to somebody."""
        if who is not None:
            self.anyone = who
            if who.kind == "person":
                self.person = who
            else:
                self.body = who


@dataclass(slots=True)
class Scene:
    """What the listeners of both languages share while they go through a text.

    `text` is folded; `quotes` are the spans inside quotation marks in it, in order.
    """

    text: str
    cast: Cast
    quotes: list[tuple[int, int]]
    focus: Focus = field(default_factory=Focus)
    bodies: dict[str, dict[tuple[str, ...], Name]] = field(default_factory=dict)

    def turn_to(self, who: Name | None, kind: str) -> None:
        """Turn to who does an act of this kind; a body that only does something is no "he", an official without a name is."""
        focus = self.focus
        if who is not None and who.kind == "body":
            if kind == "do":
                focus.body = who
                return
            if _OFFICIAL.search(who.name):
                focus.person = who
        focus.on(who)

    def fullest(self, body: Name) -> Name:
        """The same body by the fuller name it had before (رؤساء الأركان → رؤساء أركان جيوش الدول الأعضاء)."""
        words = tuple(word.removeprefix("ال") for word in fold(body.name).text.split())
        named = self.bodies.setdefault(words[0], {})
        for earlier, name in named.items():
            if len(earlier) > len(words) > 1 and set(words) <= set(earlier):
                return name
        named.setdefault(words, body)
        return body

    def quotes_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The quotations that have a part in the folded span."""
        first = bisect_left(self.quotes, (start, start))
        first -= 1 if first and self.quotes[first - 1][1] > start else 0
        last = bisect_left(self.quotes, (end, end))
        return self.quotes[first:last]


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans inside quotation marks; a mark left open at the end of a paragraph goes to that end.

    Where the next mark opens too, the first was never closed, and goes to the end of its sentence. A mark that closes
    what was not opened is none.
    """
    spans = []
    opening = text.find('"')
    while opening >= 0:
        if _STRAY.match(text, opening - 1 if opening else 0):
            opening = text.find('"', opening + 1)
            continue
        stop = text.find("\n", opening)
        stop = stop if stop >= 0 else len(text)
        closing = text.find('"', opening + 1, stop)
        end = text.find(". ", opening, closing) if closing > 0 and _OPENS.match(text, closing - 1) else -1
        if end > 0:
            spans.append((opening + 1, end))
            opening = closing
            continue
        closing = closing if closing >= 0 else stop
        spans.append((opening + 1, closing))
        opening = text.find('"', closing + 1)
    return spans


def without_stop(text: str, start: int, end: int) -> int:
    """The end of the folded span without blanks and the marks that close a sentence."""
    while end > start and text[end - 1] in ' ".،,;؛:!?؟…-':
        end -= 1
    return end
