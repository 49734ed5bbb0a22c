"""What an act is: a verb of saying, asking, deciding or promising, whoever does it, and what follows it."""

from __future__ import annotations

from dataclasses import dataclass, field

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
KINDS = frozenset(("say", "call", "recommend", "propose", "decide", "pledge", "request", "hope", "do", *ADVERBIAL))


@dataclass(frozen=True, slots=True)
class Act:
    """One act; offsets are folded.

    `kind` is say, call, recommend, propose, decide, pledge, request, hope or do (which only ends what was said before);
    `traits` are the words of its code in the lexicon. The verb is at `start`..`end`, its clause begins at `clause`;
    `content` is what was said, called for or decided, None where nothing that could be it follows. `how` is that,
    noun, quote or none.
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
    """What the listeners of both languages share while they go through a text."""

    cast: Cast
    focus: Focus = field(default_factory=Focus)


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans inside the quotation marks of a folded sentence; one left open goes to the end."""
    spans = []
    opening = text.find('"', start, end)
    while opening >= 0:
        closing = text.find('"', opening + 1, end)
        spans.append((opening + 1, closing if closing >= 0 else end))
        opening = text.find('"', closing + 1, end) if closing >= 0 else -1
    return spans
