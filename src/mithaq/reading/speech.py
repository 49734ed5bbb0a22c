"""Who says, asks, decides or promises what: the acts of a text in order, with their speakers carried over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mithaq.reading.acts import Act, Scene, quotations, without_stop
from mithaq.reading.cast import Cast, Name
from mithaq.reading.findings import Found
from mithaq.reading.page import Page
from mithaq.reading.speech_ar import Listener as ArabicListener
from mithaq.reading.speech_en import Listener as EnglishListener
from mithaq.reading.turns import Turn, find_turns

_LEAST = 15
_TOLD_AFTER = re.compile(r'" *(?=[a-z])')


@dataclass(frozen=True, slots=True)
class Speech:
    """All acts of a page, a row a sentence, with the cast that their speakers come from.

    `voices[i]` is the act whose content the whole sentence `i` is a part of: a speaker's turn, a longer quotation.
    """

    cast: Cast
    acts: tuple[tuple[Act, ...], ...]
    voices: tuple[Act | None, ...]

    def around(self, offset: int, sentence: int) -> Act | None:
        """What is being said at a folded offset of this sentence: the innermost statement that holds it."""
        said = [
            act
            for act in self.acts[sentence]
            if act.kind == "say" and act.content and act.content[0] <= offset < act.content[1]
        ]
        return said[-1] if said else self.voices[sentence]

    def said(self, offset: int, sentence: int) -> bool:
        """Is this offset within what somebody is reported to have said?"""
        return self.around(offset, sentence) is not None


def listen(page: Page, found: Found) -> Speech:
    """Go through the page once, sentence by sentence."""
    cast = Cast(page, found)
    scene = Scene(page.folded.text, cast, quotations(page.folded.text))
    listener = ArabicListener(page, scene) if page.language == "ar" else EnglishListener(page, scene)
    turns = {turn.sentence: turn for turn in find_turns(page, cast)}
    acts: list[list[Act]] = []
    turn: Act | None = None
    for index in range(len(page.edges)):
        if index in turns:
            turn = _turn(page, turns[index])
            scene.focus.on(turn.who)
        inside = turn is not None and turn.content is not None and page.edges[index][0] < turn.content[1]
        row = listener.acts(index)
        if inside and turn is not None:
            row = [act for act in row if act.kind != "say" or act.start < (turn.content or (0, 0))[0]]
            scene.focus.on(turn.who)
        elif not row and acts:
            row = _still_quoted(scene, page.edges[index], index, acts[-1])
        acts.append([turn, *row] if index in turns and turn is not None else row)
    voices = _voices(page, acts)
    return Speech(cast, tuple(tuple(_nested(row, voice)) for row, voice in zip(acts, voices, strict=True)), voices)


def _nested(row: list[Act], voice: Act | None) -> list[Act]:
    """What is said inside a longer quotation is no statement of its own."""
    if voice is None or voice.how == "turn":
        return row
    return [act._replace(traits=act.traits | {"nested"}) if act.kind == "say" else act for act in row]


def _turn(page: Page, turn: Turn) -> Act:
    return Act(
        turn.sentence,
        turn.start,
        turn.start,
        turn.start,
        "say",
        frozenset(("turn",)),
        False,
        turn.who,
        turn.content,
        "turn",
        turn.direct,
    )


def _still_quoted(scene: Scene, edge: tuple[int, int], sentence: int, before: list[Act]) -> list[Act]:
    """A sentence wholly in quotation marks goes on with what was said in the one before."""
    spans = scene.quotes_in(*edge)
    if not spans or spans[0][0] > edge[0] + 1 or spans[0][0] < edge[0] or spans[0][1] < edge[1] - 3:
        return []
    if spans[0][1] > edge[1] and _TOLD_AFTER.match(scene.text, spans[0][1]):
        return []  # "... . ...," he said
    speakers: list[Name | None] = [act.who for act in before if act.kind == "say"]
    if not speakers or spans[0][1] - spans[0][0] < _LEAST:
        return []
    content = (spans[0][0], without_stop(scene.text, *spans[0]))
    return [Act(sentence, edge[0], edge[0], edge[0], "say", frozenset(), False, speakers[-1], content, "quote", True)]


def _voices(page: Page, acts: list[list[Act]]) -> tuple[Act | None, ...]:
    voices: list[Act | None] = [None] * len(page.edges)
    for row in acts:
        for act in row:
            if act.kind == "say" and act.content is not None:
                for index in range(page.sentence_at(act.content[0]), page.sentence_at(act.content[1] - 1) + 1):
                    if index != act.sentence or act.how == "turn":
                        voices[index] = act
    return tuple(voices)
