"""Commitments: clauses that recommend, call for, propose, decide, pledge or ask for what a party should or will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mithaq.reading import modality_ar, modality_en
from mithaq.reading.acts import Act, without_stop
from mithaq.reading.areas import areas_of, main_area
from mithaq.reading.cast import Name
from mithaq.reading.findings import Commitment, Found, days_in
from mithaq.reading.lexicon import Hit, hits_between
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech

_TYPES = {
    "call": "call",
    "recommend": "recommendation",
    "propose": "proposal",
    "decide": "decision",
    "pledge": "pledge",
    "request": "request",
    "hope": "request",
}
_BY_PARTY = frozenset(("decision", "pledge", "request"))
_CLEAR = frozenset(
    (
        "call.verb",
        "recommend.verb",
        "propose.verb",
        "decide.verb",
        "decide.agree",
        "pledge.verb",
        "request.verb",
        "say.need",
        "say.commitment",
    )
)
_TRAITS = ("noun", "convene", "agree", "adopt", "task", "phrase")
_DUE = re.compile(
    r"(?:قبل|بحلول|حتى|في موعد أقصاه|خلال|by|before|until|no later than)(?: نهاية| مطلع| the end of| end of| the)? *$",
    re.IGNORECASE,
)
_DUE_REACH = 24


class _Clause(NamedTuple):
    """A clause by folded offsets: what it is and why, who does it (None: whoever the text is about), who says it."""

    start: int
    end: int
    type: str
    rule: str
    who: Name | None
    speaker: Name | None


def find_commitments(page: Page, found: Found, speech: Speech) -> tuple[Commitment, ...]:
    """All commitments in order; of two in one another only the outer one."""
    reader = _Reader(page, found, speech)
    return tuple(commitment for index in range(len(page.edges)) for commitment in reader.commitments(index))


class _Reader:
    """Goes through the sentences of a page."""

    def __init__(self, page: Page, found: Found, speech: Speech) -> None:
        self._page = page
        self._found = found
        self._speech = speech
        arabic = page.language == "ar"
        self._width = modality_ar.SAID_WIDTH if arabic else modality_en.SAID_WIDTH
        self._modality: modality_ar.Modality | modality_en.Modality = (
            modality_ar.Modality(page, speech) if arabic else modality_en.Modality(page, speech)
        )
        self._main = speech.cast.main_party
        self._area = main_area(page)

    def commitments(self, sentence: int) -> Iterator[Commitment]:
        """Those of one sentence."""
        acts = self._speech.acts[sentence]
        hits = self._page.hits_in(sentence, "acts")
        clauses = [*self._acted(acts, hits), *self._convened(sentence)]
        if self._page.folded.text[self._page.edges[sentence][1] - 1] not in "?؟":
            clauses += self._modal(sentence, acts, hits)
        last = -1
        for clause in sorted(clauses, key=lambda item: (item.start, -item.end, item.rule)):
            if clause.start >= last and clause.end > clause.start:
                last = clause.end
                yield self._commitment(sentence, clause)

    def _acted(self, acts: tuple[Act, ...], hits: list[Hit]) -> Iterator[_Clause]:
        """Verbs of asking, deciding, promising; what was affirmed or announced."""
        modality = self._modality
        for act in acts:
            if end := modality.offers_to_host(act):
                yield _Clause(act.start, end, "pledge", "pledge.host", act.who or self._party_in(act.end, end), act.who)
            elif act.content is None or act.how == "turn":
                continue
            elif act.kind == "say":
                yield from self._affirmed(act, act.content[0], hits)
            elif act.kind in _TYPES and modality.follows(act):
                kind = "request" if modality.asks_for_itself(act) else _TYPES[act.kind]
                clause = self._clause(act.start, act, kind, _rule(act))
                yield clause._replace(who=self._asked_by(act)) if clause.rule == "request.noun" else clause

    def _asked_by(self, act: Act) -> Name | None:
        """طلبا من الكويت: the party that the request came from."""
        named = (
            self._speech.cast.between(act.end, act.end + 3)
            if self._page.folded.text.endswith(" من", 0, act.end)
            else []
        )
        return named[0].who if named else act.who

    def _affirmed(self, act: Act, content: int, hits: list[Hit]) -> Iterator[_Clause]:
        """أكد أهمية تعزيز، أعرب عن التزامه، أعلن إنشاء; underscored the need to, reaffirmed the commitment to."""
        modality = self._modality
        reach = max(content + self._width + 1, act.content[1] if act.content else 0)
        for hit in hits_between(hits, content - 2, reach):
            beside = hit.kind == "resolve" and act.content and content + 3 < hit.start < act.content[1]
            if beside and modality.also_resolves(hit, content):
                yield self._clause(hit.start, act, "pledge", f"say.{hit.code}")
                return
            if hit.start > content + self._width:
                continue
            if hit.kind == "need" and modality.needs_action(hit, hits):
                yield self._clause(hit.start, act, "recommendation", "say.need")
                return
            if hit.kind == "resolve" and act.how != "quote" and modality.resolves_in(hit, content):
                yield self._clause(act.start, act, "pledge", f"say.{hit.code}")
                return
        if modality.announces(act, content):
            yield self._clause(act.start, act, "pledge", "say.announce")
        elif modality.hopes(act, content):
            yield self._clause(act.start, act, "request", "say.hope")

    def _modal(self, sentence: int, acts: tuple[Act, ...], hits: list[Hit]) -> Iterator[_Clause]:
        """Words that oblige or look ahead, wherever they stand."""
        modality = self._modality
        praised = [act.end for act in acts if act.kind == "do" and "judge" in act.traits]
        for hit in hits:
            kind, code = hit.kind, hit.code
            if kind == "noun" and (at := modality.burden(hit, sentence)) is not None:
                yield self._free(sentence, hit._replace(start=at), acts, "call", "must.on")
            elif kind == "must" and modality.obliges(hit):
                yield self._free(sentence, hit, acts, "call", f"must.{code}")
            elif kind == "need" and modality.governed(hit):
                yield self._free(sentence, hit, acts, "recommendation", "say.need")
            elif (
                kind == "resolve" and modality.resolves(hit) and not any(end < hit.start < end + 120 for end in praised)
            ):
                yield self._free(sentence, hit, acts, "pledge", f"resolve.{code}")
            elif kind == "will" and modality.promises(hit, hits, sentence):
                yield self._free(sentence, hit, acts, "pledge", "will")
            elif kind == "aim" and modality.aims(hit, sentence):
                yield self._free(sentence, hit, acts, "pledge", f"aim.{code}")

    def _convened(self, sentence: int) -> Iterator[_Clause]:
        """A body that calls an extraordinary session or summit decides to."""
        if span := self._modality.convenes(sentence):
            yield _Clause(*span, "decision", "decide.convene", self._party_in(*self._page.edges[sentence]), None)

    def _party_in(self, start: int, end: int) -> Name | None:
        return next(
            (mention.who for mention in self._speech.cast.between(start, end) if mention.who.kind == "party"), None
        )

    def _clause(self, start: int, act: Act, kind: str, rule: str) -> _Clause:
        voice = self._speech.voices[act.sentence]
        speaker = voice.who if voice and voice.who else act.who
        return _Clause(start, act.content[1] if act.content else act.end, kind, rule, act.who or speaker, speaker)

    def _free(self, sentence: int, hit: Hit, acts: tuple[Act, ...], kind: str, rule: str) -> _Clause:
        """A clause that a word opens; it ends with what is said around it, or before the next act."""
        around = self._speech.around(hit.start, sentence)
        speaker = around.who if around else None
        if around and around.content and around.sentence == sentence and around.how != "turn":
            end = around.content[1]
        else:
            edge = self._page.edges[sentence][1]
            end = min((act.clause for act in acts if hit.end < act.clause < edge and act.kind != "do"), default=edge)
        who = self._modality.actor(hit, sentence) if kind == "pledge" else None
        who = who if who is None or who.kind != "body" or who.party else None
        return _Clause(
            hit.start, without_stop(self._page.folded.text, hit.end, end), kind, rule, who or speaker, speaker
        )

    def _commitment(self, sentence: int, clause: _Clause) -> Commitment:
        page = self._page
        start, end = page.source(clause.start, clause.end)
        areas = areas_of(page, (clause.start, clause.end), page.edges[sentence]) or (self._area,)
        by = self._by(clause)
        speaker = clause.speaker.name if clause.speaker else None
        rule, clear = f"{page.language}.{clause.rule}", clause.rule in _CLEAR
        to = self._to(clause, by)
        return Commitment(sentence, start, end, clause.type, areas, by, to, speaker, self._due(start, end), rule, clear)

    def _by(self, clause: _Clause) -> str | None:
        """A party decides and pledges; a person who calls or recommends does so in their own name."""
        who = clause.who
        if who is None:
            return self._main
        if who.kind == "person" and clause.type not in _BY_PARTY:
            return who.name
        return who.party or self._main or who.name

    def _to(self, clause: _Clause, by: str | None) -> str | None:
        own = [by, *(by or "").split("+")]
        parties = (
            mention.who.party
            for mention in self._speech.cast.between(clause.start, clause.end)
            if mention.who.kind == "party"
        )
        return next((party for party in parties if party not in own), None)

    def _due(self, start: int, end: int) -> str | None:
        """The date by which it is to be done, where the clause says one."""
        text = self._page.text
        within = (date for date in days_in(self._found.dates, start, end) if date.end <= end)
        return next(
            (date.value for date in within if _DUE.search(text, max(start, date.start - _DUE_REACH), date.start)), None
        )


def _rule(act: Act) -> str:
    """The rule of an act: its kind, and what kind of verb or noun it is."""
    if act.kind == "hope" or "hope" in act.traits:
        return "request.hope"
    return f"{act.kind}.{next((trait for trait in _TRAITS if trait in act.traits), 'verb')}"
