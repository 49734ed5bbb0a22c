"""Areas of cooperation: which ones a clause, and which ones a whole document, is about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mithaq.reading.findings import Commitment, Meeting
from mithaq.reading.page import Page
from mithaq.reading.speech import Speech
from mithaq.reading.statements import is_statement

GENERAL = "political_dialogue"
_LIST = 3
_TREATS = re.compile(
    r"(?:discuss|review|exchang|explor|address|tackl|consider|examin|consult|deliberat|touched)\w*|"
    r"[يتن]?(?:بحث|ناقش|استعرض|تناول|تبادل|تطرق|تدارس)\w*"
)
# جرى خلال اللقاء بحث ...
_REVIEW = re.compile(
    r"(?<!\w)[وف]?(?:جري|جرت|تم|تمت|يتم|سيتم) (?:\S+ ){0,4}?(?:بحث|مناقشه|استعراض|تبادل|تناول|التطرق)(?!\w)"
)
_RELATIONS = re.compile(
    r"(?<!\w)(?:[بلو]?(?:ال)?علاقات|bilateral (?:relation\w*|ties|cooperation)|relations (?:between|of)|ties between)(?!\w)"
)
_TAUGHT = {"course": "training_education", "exercise": "exercises"}
_OF_TWO = frozenset(("bilateral", "visit"))
_AGAIN = 5
_OFTEN = 3


def cues(page: Page, start: int, end: int, kind: str = "area") -> tuple[str, ...]:
    """The codes of the areas that words in a folded span name, in order.

    `kind` is `area`, or `hint` for words that name an area only where nothing says it better (partnership, a country
    with a conflict).
    """
    if end <= start:
        return ()
    first, last = page.sentence_at(start), page.sentence_at(end - 1)
    hits = [hit for sentence in range(first, last + 1) for hit in page.hits_in(sentence, "areas")]
    return tuple(
        dict.fromkeys(
            hit.code for hit in hits if start <= hit.start and hit.end <= end and hit.kind == kind and hit.code
        )
    )


def areas_of(page: Page, clause: tuple[int, int], sentence: tuple[int, int]) -> tuple[str, ...]:
    """The areas of a clause, or else of the sentence around it; none where neither names one."""
    for kind in ("area", "hint"):
        for span in (clause, sentence):
            if codes := cues(page, *span, kind):
                return codes
    return ()


def main_area(page: Page) -> str:
    """The area named oftenest in the document; cooperation in general where none is named three times."""
    counts: dict[str, int] = {}
    for index in range(len(page.edges)):
        for hit in page.hits_in(index, "areas"):
            if hit.kind == "area" and hit.code:
                counts[hit.code] = counts.get(hit.code, 0) + 1
    best = max(counts, key=lambda code: counts[code], default=GENERAL)
    return best if counts.get(best, 0) >= _OFTEN else GENERAL


def _treated(page: Page, index: int, edge: tuple[int, int]) -> tuple[int, int] | None:
    """The folded span of what somebody discussed or reviewed in the sentence of that index."""
    text = page.folded.text
    verbs = (
        hit for hit in page.hits_in(index, "acts") if hit.kind in ("do", "doing") and _TREATS.match(text, hit.start)
    )
    first, noun = next(verbs, None), _REVIEW.search(text, *edge) if page.language == "ar" else None
    starts = [*([first.end] if first is not None else []), *([noun.end()] if noun is not None else [])]
    return (min(starts), edge[1]) if starts else None


def _is_about_cooperation(page: Page) -> bool:
    """Do partnership, cooperation, relations come again and again?"""
    hints = (
        hit
        for index in range(len(page.edges))
        for hit in page.hits_in(index, "areas")
        if hit.kind == "hint" and hit.code == GENERAL
    )
    return sum(1 for _ in hints) >= _AGAIN


def find_areas(
    page: Page, speech: Speech, meetings: Iterable[Meeting], commitments: Iterable[Commitment]
) -> tuple[str, ...]:
    """The areas that the document is about: those of its commitments, of what is said and of what meetings treat.

    A sentence that lists three areas or more counts too, as a list of threats or tasks does. Where none is named
    so, words that only hint at one count; where nothing hints, what is said or a meeting is about relations in general.
    """
    codes: dict[str, None] = {code: None for commitment in commitments for code in commitment.area}
    spans = [act.content for row in speech.acts for act in row if act.content is not None and is_statement(act)]
    for meeting in meetings:
        if meeting.series in _TAUGHT:
            codes[_TAUGHT[meeting.series]] = None
        spans.append(page.edges[meeting.sentence])
    treated = [span for index, edge in enumerate(page.edges) if (span := _treated(page, index, edge))]
    for index, edge in enumerate(page.edges):
        listed = cues(page, *edge) if len(page.hits_in(index, "areas")) >= _LIST else ()
        codes |= dict.fromkeys(listed if len(listed) >= _LIST else ())
    for span in (*spans, *treated):
        codes |= dict.fromkeys(cues(page, *span))
    if _is_about_cooperation(page) or _is_about_relations(page, treated, meetings):
        codes[GENERAL] = None
    codes = codes or {code: None for span in (*spans, *treated) for code in cues(page, *span, "hint")}
    return tuple(codes or ({GENERAL: None} if spans else {}))


def _is_about_relations(page: Page, treated: list[tuple[int, int]], meetings: Iterable[Meeting]) -> bool:
    """Were the relations of two sides discussed, or are they what a talk or a visit is for?"""
    talks = [page.edges[meeting.sentence] for meeting in meetings if meeting.series in _OF_TWO]
    return any(_RELATIONS.search(page.folded.text, *span) for span in (*treated, *talks))
