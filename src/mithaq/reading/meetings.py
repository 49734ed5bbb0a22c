"""Meetings and events that a text reports, announces or refers to: which series, which one of it, when and where."""

from __future__ import annotations

import re
from dataclasses import replace

from mithaq.reading.cast import Cast, is_state
from mithaq.reading.event_mentions import Mention
from mithaq.reading.events import Events
from mithaq.reading.findings import Found, Meeting
from mithaq.reading.page import Page

_GENERAL = frozenset(("other", "conference", "bilateral"))
_ELSEWHERE = frozenset(("visit", "exercise", "course"))
_REMOTE = re.compile(r"هاتف|اتصال|مرءي|مريي|افتراضي|الفيديو|\b(?:phone|call|spoke|virtual|video|online)")
_DATELINE = re.compile(
    r": (?=[^\n]{120})| ?(?:[-/:،,(ـ]|\d{1,2} ?- ?\d{1,2}(?!\d)|(?:في )?\d{1,2} \w+|\n|$).{0,40}?(?:قنا|كونا|واس|وام|بنا|العماني|وكالات|رويترز|[:(]| - |/|\d{1,2}(?:st|nd|rd|th)?\b|\n|$)"
)
_RARE = frozenset(("ceremony", "visit", "exercise"))  # a report tells of one
_GATHERINGS = frozenset(("bilateral", "meeting", "ministerial", "session"))  # all of them «الاجتماع» afterwards
_LEAD = 2
_MONTH = 7
_DATELINE_FROM = 3


def find_meetings(page: Page, found: Found, cast: Cast) -> tuple[Meeting, ...]:
    """Every distinct meeting with a date, a place or an ordinal, in the order of its first mention."""
    events = Events(page, found, cast)
    kept: list[Mention] = []
    headed = bool(page.edges) and page.folded.text[page.edges[0][1] - 1] not in '.:!؟?"'
    for sentence in range(len(page.edges)):
        for mention in events.mentions(sentence):
            _keep(kept, mention, headed)
    if kept:
        kept[0] = _at_dateline(page, kept[0], cast)
    return tuple(_meeting(page, mention) for mention in kept if _is_told(mention))


def _is_told(mention: Mention) -> bool:
    """Is enough known of it? «الاجتماع» that nothing was told of before, with a country alone, is not."""
    known = mention.ordinal is not None or mention.date or mention.city
    return bool(known) or (
        mention.country is not None and (mention.named or not mention.definite or mention.noun == "visit")
    )


def _at_dateline(page: Page, first: Mention, cast: Cast) -> Mention:
    """What a report tells first took place where it is dated from, unless it says otherwise or is a call."""
    text = page.folded.text
    if first.city or first.country or first.sentence > _LEAD or first.series in _ELSEWHERE:
        return first
    if first.date and page.published and not page.published.startswith(first.date[:_MONTH]):
        return first
    if _REMOTE.search(text, first.start - 30 if first.start > 30 else 0, first.end + 30):
        return first
    for hit in page.hits_in(0, "meetings"):
        if hit.kind == "city" and not hit.clitic and hit.start <= _DATELINE_FROM and _DATELINE.match(text, hit.end):
            city, _, country = hit.code.partition("|")
            return replace(first, city=city, country=country)
    for start, end, who in cast.between(0, _DATELINE_FROM + 1):
        if who.kind == "party" and is_state(who.party) and _DATELINE.match(text, end) and not text[:start].strip():
            return replace(first, country=who.party)
    return first


def _meeting(page: Page, mention: Mention) -> Meeting:
    rule = f"meeting.{mention.verb or ('cop' if mention.noun == 'cop' else 'noun')}"
    evidence = page.source(mention.start, mention.end)
    return Meeting(
        mention.sentence, mention.series, mention.ordinal, mention.date, mention.city, mention.country, evidence, rule
    )


def _keep(kept: list[Mention], mention: Mention, headed: bool) -> None:
    """Join the mention with the latest one before that it is about, or keep it as a new one.

    A day beside «the meeting» is another matter's where the meeting has had one already.
    """
    if mention.definite and not mention.named and mention.ordinal is None and not mention.other:
        dated = next((one for one in reversed(kept) if one.noun == mention.noun), None)
        if dated is not None and dated.date and not _agree(dated, mention):
            mention = replace(mention, date=None)
    for index in range(len(kept) - 1, -1, -1):
        told_again = headed and _in_headline(kept[index], mention)
        if told_again or _same(kept[index], mention, index == len(kept) - 1):
            kept[index] = _joined(kept[index], mention)
            return
    kept.append(mention)


def _in_headline(earlier: Mention, mention: Mention) -> bool:
    """What a headline tells of, the first sentence tells again."""
    lead = earlier.sentence == 0 and mention.sentence == 1
    return lead and earlier.noun == mention.noun and earlier.series == mention.series and _agree(earlier, mention)


def _joined(earlier: Mention, mention: Mention) -> Mention:
    """The better named of the two with the slots of both."""
    named = earlier if earlier.slots >= mention.slots or not mention.named else mention
    general = earlier.noun == mention.noun and earlier.series in _GENERAL and mention.series not in _GENERAL
    finer = earlier.date is not None and mention.date is not None and mention.date.startswith(earlier.date)
    return replace(
        named,
        series=mention.series if general else earlier.series,
        ordinal=mention.ordinal if earlier.ordinal is None else earlier.ordinal,
        date=mention.date if finer or earlier.date is None else earlier.date,
        city=earlier.city or mention.city,
        country=earlier.country or mention.country,
    )


def _same(earlier: Mention, mention: Mention, latest: bool) -> bool:
    """Are both about one meeting? «الاجتماع» without more is the one last told of."""
    if mention.other and mention.verb == "talk" and earlier.people != mention.people:
        return False
    if earlier.people and mention.people and earlier.people - mention.people and mention.people - earlier.people:
        return False
    noun = earlier.noun == mention.noun or (
        latest and mention.definite and not mention.named and {earlier.noun, mention.noun} <= _GATHERINGS
    )
    series = earlier.series == mention.series
    if not (noun or series) or not _agree(earlier, mention):
        return False
    if mention.definite and not mention.named and mention.ordinal is None:
        return noun
    if not series and "other" not in (earlier.series, mention.series):
        return False
    if mention.definite and mention.slots == 1 and mention.ordinal is not None and earlier.ordinal is None:
        return noun and series
    shared = any(one is not None and one == other for one, other in _slots(earlier, mention))
    return shared or (noun and (latest or earlier.noun in _RARE) and 0 in (earlier.slots, mention.slots))


def _agree(earlier: Mention, mention: Mention) -> bool:
    """Do no two slots contradict each other?"""
    one, other = earlier.date, mention.date
    if one and other and not (one.startswith(other) or other.startswith(one)):
        return False
    return all(one is None or other is None or one == other for one, other in _slots(earlier, mention)[1:])


def _slots(earlier: Mention, mention: Mention) -> list[tuple[str | int | None, str | int | None]]:
    return [
        (earlier.date, mention.date),
        (earlier.ordinal, mention.ordinal),
        (earlier.city, mention.city),
        (earlier.country, mention.country),
    ]
