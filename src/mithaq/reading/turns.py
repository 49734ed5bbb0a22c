"""Lines that begin with who speaks: the turns of a transcript, and headlines of the form "Minister: we will …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from mithaq.reading.acts import without_stop
from mithaq.reading.cast import Cast, Name
from mithaq.reading.page import Page

_LABEL = re.compile(
    r"([^:؟?!.\n\"]{1,70}|(?:(?:mr|mrs|ms|dr|gen|amb|sec)\. ?)[^:؟?!.\n\"]{1,60})(?: ?\([^)]{1,40}\))? ?: ?(?=\S)"
)
_CAPITALS = re.compile(r"[A-Z][A-Z .,'’()-]+$")
_TITLED = re.compile(r"(?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w.'-]+$")
_ANONYMOUS = re.compile(
    r"(?:question|q|a|answer|moderator|host|interviewer|reporter|journalist|interpreter|سوال|س|ج|المذيع|المذيعه|الصحفي|الصحافي|المحاور|جواب)(?: \d+)?$"
)
_NOT_SPEAKER = re.compile(
    r"(?:المصدر|مشاركه|تاريخ|المكان|الموضوع|صور|فيديو|تصوير|اقرا ايضا|source|date|location|subject|photo|note|tel|email|by|in|on|the following|the below|for immediate release)(?!\w)"
)
_LABEL_WORDS = 8
_LABEL_REACH = 120
_LEAST_WORDS = 3
_PARTY_LENGTH = 45


class Turn(NamedTuple):
    """What one speaker says under a label; `start` is at the label, `content` what follows, by folded offsets."""

    sentence: int
    start: int
    content: tuple[int, int]
    who: Name
    direct: bool
    guessed: bool = False


def find_turns(page: Page, cast: Cast) -> list[Turn]:
    """The turns of a transcript (two labelled lines or more), or one headline that quotes somebody."""
    text = page.folded.text
    labels = [label for index in range(len(page.edges)) if (label := _label(page, cast, index))]
    named = [turn.who.name.casefold() for turn in labels]
    told = any(_ANONYMOUS.match(name) for name in named) or len(set(named)) < len(named)
    labels = [turn for turn in labels if told or not turn.guessed]
    if len(labels) < 2:
        return [turn for turn in labels if turn.who.kind != "body" and turn.content[1] <= page.edges[turn.sentence][1]]
    turns = []
    for place, turn in enumerate(labels):
        last = labels[place + 1].sentence - 1 if place + 1 < len(labels) else len(page.edges) - 1
        end = without_stop(text, turn.content[0], page.edges[last][1])
        turns.append(turn._replace(content=(turn.content[0], max(end, turn.content[0] + 1)), direct=True))
    return turns


def _label(page: Page, cast: Cast, index: int) -> Turn | None:
    start, end = page.edges[index]
    text = page.folded.text
    if (start and text[start - 1] != "\n") or text.find(":", start, start + _LABEL_REACH) < 0:
        return None
    match = _LABEL.match(text, start, end)
    if not match or len(match[1].split()) > _LABEL_WORDS or _NOT_SPEAKER.match(match[1]):
        return None
    if text.count(" ", match.end(), end) < _LEAST_WORDS - 1 and not page.folded.cased[start : match.end(1)].isupper():
        return None
    if any(hit.kind in ("say", "saying") and hit.start < match.end(1) for hit in page.hits_in(index, "acts")):
        return None
    dated = any(hit.kind == "city" and hit.start == start for hit in page.hits_in(index, "meetings"))
    who = None if dated else _speaker(page, cast, match)
    if who is None:
        return None
    guessed = who.kind == "body" and not _ANONYMOUS.match(match[1].strip()) and not _CAPITALS.match(who.name)
    return Turn(index, start, (match.end(), without_stop(text, match.end(), end)), who, False, guessed)


def _speaker(page: Page, cast: Cast, match: re.Match[str]) -> Name | None:
    start, end = match.span(1)
    words = match[1].strip()
    named = [mention.who for mention in cast.between(start, end)]
    people = [who for who in named if who.kind == "person"]
    if people:
        return people[0]
    surname = cast.by_tail(words)
    if surname is not None:
        return surname
    role = cast.by_role(words.removeprefix("the "), len(page.folded.text))
    if role is not None:
        return role
    cased = page.folded.cased[start:end].strip()
    if _ANONYMOUS.match(words) or (len(cased) > 3 and _CAPITALS.match(cased)) or _TITLED.match(cased):
        return Name(page.quote(start, end).strip(), named[0].party if named else None, "body")
    first = named[0] if named and page.language == "ar" and len(words) <= _PARTY_LENGTH else None
    if first is not None and first.kind == "party" and not _dateline(match):
        return first
    return None


def _dateline(match: re.Match[str]) -> bool:
    """الكويت - كونا: a place and a news agency before the first words."""
    return bool(re.search(r" - |\(|/|واس|كونا|قنا|وام|بنا|العمانيه|رويترز|وكالات", match[0]))
