"""Meetings that a verb tells of: somebody received or met somebody, a centre was opened."""

from __future__ import annotations

import re

from mithaq.reading.cast import Cast, is_state
from mithaq.reading.event_mentions import Mention, series_of
from mithaq.reading.lexicon import Hit
from mithaq.reading.page import Page
from mithaq.reading.surroundings import Surroundings

_TALKED = re.compile(
    r"will (?:welcome|host|receive|meet)(?: with)? |received (?!(?:a|an|the|his|her|their) (?:\w+ )?(?:letter|message|credentials|copy|copies|invitation|report|call|briefing|award))|(?:استقبل|[يت]ستقبل|التقي|التقت|يلتقي|اجتمع|هاتف|بحث|ناقش|تباحث|استعرض|تلقي|تلقت|تلتقي)\w*|met|spoke (?:(?:today|yesterday|by phone|by video(?: ?conference)?|virtually|this \w+|on \w+day|earlier|separately|again) )*(?:with|to)|hosted|welcomed"
)
_MET = re.compile(r"met\b|met(?: \w+)? with|(?:اجتمع|التقي|[يت]جتمع|[يت]لتقي)\w*")
# The house of a centre, an embassy ... is opened, by whom or on which day may stand between.
_OPENED = re.compile(
    r"(?<!\w)[وف]?س?(?:افتتحت?|[يت]فتتح|دشنت?|[يت]دشن) (?:\S+ ){0,6}?(?:ال)?(?:مركز|مقر|سفاره|قنصليه|مكتب|معهد|قاعده|متحف|مجمع)\w{0,3}(?!\w)|"
    r"\b(?:inaugurated|inaugurates|opened|opens) (?:\S+ ){0,6}?(?:centre|center|office|embassy|headquarters|base|facility|consulate|academy)\b|"
    r"\b(?:centre|center|embassy|headquarters|consulate|academy)(?: in \w+)?,? (?:which )?(?:was |were )?(?:officially )?(?:inaugurated|opened)\b"
)
_OPENS = ("فتتح", "دشن", "inaugurat", "opened", "opens")
_REVIEWED = re.compile(r"(?:استعرض|تباحث)\w* ")
_TOGETHER = re.compile(
    r"\b(?:met|spoke|talked)(?= (?:today|yesterday|this (?:morning|evening|afternoon)|by phone|on \w+day|in [a-z]))"
)
_AND = re.compile(r"\band\b")
_HEADS = re.compile(r"\b(?:president|prime minister|chancellor|king|emir|amir|sultan|crown prince|taoiseach)\b")
_COUNTERPART = re.compile(
    r"(?<!\w)[بل]?(?:ال)?(?:وزير|رييس|امير|ملك|سفير|مبعوث) (?:ال|وزراء|جمهوريه|دوله|خارجيه)|(?<!\w)[بل]?نظير(?:ه|ها|ته|تها)(?!\w)|\b(?:his|her) (?:\w+ ){0,2}counterpart\b"
)
_DURING_IT = re.compile(r" (?:خلالها|خلاله|فيها)(?!\w)")  # زيارة يلتقي خلالها
_DISCUSSED = re.compile(r"(?:بحث|ناقش|[يت]بحث|[يت]ناقش)\w* ")
_PLACE_WORDS = r"(?:كلا من |الي |دوله |مملكه |سلطنه |جمهوريه |العاصمه (?:ال\w+ه )?|ل)*"
_BEFORE_PLACE = re.compile(_PLACE_WORDS)
_VISITED = re.compile(
    rf"(?<!\w)[وف]?س?(?:زار|زارت|[يت]زور|[يت]قوم بزياره|قام بزياره|قامت بزياره) {_PLACE_WORDS}|"
    r"\b(?:visited|will visit|is visiting|visits|arrived in|arrives in|(?:will travel|travell?ed|travels|paid a visit|will pay a visit)(?: (?:this|last|next|today|yesterday|on) ?\w*)? to) (?:the )?"
)
_VISITS = ("زار", "زور", "زيار", "visit", "arrive", "travel")
# he meets his counterpart today, and goes on to Doha tomorrow
_MOVES_ON = re.compile(
    r"[،,] (?:و|ثم |قبل ان )(?:س)?(?:[يت]نتقل|[يت]توجه|[يت]غادر|[يت]سافر|انتقل|توجه|غادر)|"
    r", (?:and|before|then) (?:\w+ ){0,3}?(?:travel|head|fly|depart|leav|mov|go)(?:ing|s|es)?\b"
)
# On the other hand, he received ...: another talk than the one before
_APART = re.compile(
    r"(?:و?من (?:جهه|ناحيه) (?:اخري|ثانيه)|(?:و?الي ذلك|و?في سياق (?:اخر|متصل)|و?علي صعيد (?:اخر|متصل)|كما|وفي لقاء اخر|وفي وقت لاحق)(?!\w)|"
    r"(?:separately|later|earlier|in a separate)\b)"
)
_LINK = re.compile(r"(?:من|كما|هذا|الي|في|وفي|علي|وعلي|بدوره|هذا و|ثم)(?!\w)[^.،,]{0,24}[،,]? ?$")
_FOR_THE = re.compile(r"\bfor (?:the|its|their) $")
_DATED = re.compile(r"[-–:/)] ?[وف]?$")
_ASIDE = re.compile(r"(?:علي هامش|on the (?:sidelines|margins) of) (?:\S+ ){0,4}?$")
_GREAT = frozenset(("conference", "summit", "cop", "exercise"))
_AT_ONCE = 3
_TWO = 2
_JUST_AFTER = 50
_TALK_REACH = 110
_LEAD = 1


class Talks:
    """Finds the talks and openings of one page."""

    def __init__(self, page: Page, cast: Cast, around: Surroundings) -> None:
        self._page = page
        self._text = page.folded.text
        self._arabic = page.language == "ar"
        self._cast = cast
        self._around = around
        self._visits = any(word in self._text for word in _VISITS)
        self._gathers = not self._arabic and any(word in self._text for word in (" met ", " spoke "))
        self._opens = any(word in self._text for word in _OPENS)

    def told(self, sentence: int, hits: list[Hit], events: list[Hit]) -> Mention | None:
        """Somebody received or met somebody, on a day or in a place that the sentence gives.

        Beside `events` that the sentence names a talk counts where the sentence is about it, and they are others: a
        summit that it was on the margin of, a conference that it was about. A visit that it was a part of is no other.
        """
        edge = self._page.edges[sentence]
        if not events and (together := self._together(sentence, hits)):
            return together
        for act in self._page.hits_in(sentence, "acts"):
            match = _TALKED.match(self._text, act.start) if act.kind == "do" else None
            if match is None or _DURING_IT.match(self._text, match.end()):
                continue
            if events and not (self._leads(act, edge, events) and all(self._is_another(event) for event in events)):
                return None
            return self._talk(sentence, hits, match, events)
        return None

    def _together(self, sentence: int, hits: list[Hit]) -> Mention | None:
        """President A and President B spoke this morning: two of them who talk, or three and more at a summit."""
        edge = self._page.edges[sentence]
        match = _TOGETHER.search(self._text, *edge) if self._gathers and sentence <= _LEAD else None
        if match is None:
            return None
        people = [m.who for m in self._cast.between(edge[0], match.start()) if m.who.kind == "person"]
        if len(people) < _TWO or not _AND.search(self._text, edge[0], match.start()):
            return None
        heads = len(_HEADS.findall(self._text, edge[0], match.start()))
        series = "bilateral" if len(people) == _TWO else "summit" if heads > _TWO else "other"
        event = Hit(match.start(), match.end(), "event", series, "")
        date, (city, country) = self._around.date(event, edge), self._around.place(event, hits, edge, edge)
        names = frozenset(who.name for who in people)
        return Mention(
            sentence, match.start(), match.end(), series, series, None, date, city, country, False, True,
            people=names, verb="talk",
        )  # fmt: skip

    def _leads(self, act: Hit, edge: tuple[int, int], events: list[Hit]) -> bool:
        """Is the sentence about this act?"""
        if act.start > events[0].start:
            return False
        first = act.start - len(act.clitic)
        return (
            not self._arabic
            or first <= edge[0] + 1
            or any(p.search(self._text, edge[0], first) for p in (_DATED, _LINK))
        )

    def _is_another(self, event: Hit) -> bool:
        return event.code in _GREAT or bool(_ASIDE.search(self._text, max(0, event.start - 60), event.start))

    def _talk(self, sentence: int, hits: list[Hit], match: re.Match[str], events: list[Hit]) -> Mention | None:
        text, edge = self._text, self._page.edges[sentence]
        near = self._cast.between(match.end(), match.end() + _TALK_REACH)
        sorts = [hit.code for hit in hits if hit.kind == "sort"] if _MET.match(text, match.start()) else []
        discussed = _DISCUSSED.match(text, match.start())
        if discussed:  # بحث وزراء الداخلية: who discusses stands at once
            sorts = [hit.code for hit in hits if hit.kind == "sort" and 0 <= hit.start - discussed.end() <= _AT_ONCE]
        apart = bool(_APART.match(text, self._page.edges[sentence][0]))
        people = frozenset(m.who.name for m in self._cast.between(*edge) if m.who.kind == "person")
        persons = not (discussed and sorts) and (
            any(mention.who.kind == "person" for mention in near)
            or bool(not discussed and _COUNTERPART.search(text, match.end(), match.end() + _TALK_REACH))
        )
        if _REVIEWED.match(text, match.start()) and len(people) < 2:
            return None  # reviewed a report
        if events and not persons:
            return None
        gathering = Hit(match.start(), match.end(), "event", "meeting", "")
        series = "bilateral" if persons else series_of(text, gathering, sorts)
        if series == "other" and "other" not in sorts and "delegates" not in sorts:
            return None
        event = Hit(match.start(), match.end(), "event", "bilateral", "")
        moves = _MOVES_ON.search(text, match.end(), edge[1])
        edge = (edge[0], moves.start()) if moves else edge
        span = (edge[0], events[0].start) if events else edge
        date, (city, country) = self._around.date(event, span), self._around.place(event, hits, span, span)
        aside = bool(events) and _ASIDE.search(text, max(0, events[0].start - 60), events[0].start) is not None
        if aside and not (city or country):
            city, country = self._around.place(events[0], hits, edge, edge)
        if not (date or city or country) and events:
            date, (city, country) = self._around.date(event, edge), self._around.place(event, hits, edge, edge)
        if not (date or city or sentence <= _LEAD):
            return None
        stops = [at for mark in (",", "،") if (at := text.find(mark, match.end(), edge[1])) >= 0]
        ordinal = next((int(hit.code) for hit in hits if hit.kind == "ordinal" and self._is_for_it(hit)), None)
        return Mention(
            sentence, match.start(), min([edge[1], *stops]), series, series, ordinal, date, city, country, False, True,
            other=apart, people=people, verb="talk",
        )  # fmt: skip

    def _is_for_it(self, ordinal: Hit) -> bool:
        """met in Jakarta for the inaugural Council."""
        return bool(_FOR_THE.search(self._text, max(0, ordinal.start - 10), ordinal.start))

    def visited(self, sentence: int, hits: list[Hit]) -> Mention | None:
        """Somebody visited a place on a day that the sentence gives."""
        edge = self._page.edges[sentence]
        told = self._visits and any(self._text.find(word, *edge) >= 0 for word in _VISITS)
        match = _VISITED.search(self._text, *edge) if told else None
        if match is None:
            return None
        at = self._place_after(match.end())
        city = next(
            (hit.code for hit in hits if hit.kind == "city" and hit.start - len(hit.clitic) <= at <= hit.start), None
        )
        state = next((m.who.party for m in self._cast.between(at, at + 1) if is_state(m.who.party)), None)
        if state is None and self._text.startswith("المملكه ", at):
            kingdom = self._cast.by_head("مملكه", at)
            state = kingdom.party if kingdom is not None else None
        date = self._around.date(Hit(match.start(), at, "event", "visit", ""), edge)
        if date is None or not (city or state):
            return None
        town, _, country = city.partition("|") if city else (None, None, state)
        return Mention(
            sentence, match.start(), at, "visit", "visit", None, date, town, country, False, True, verb="visit"
        )

    def _place_after(self, at: int) -> int:
        """Where the place is named: at once, or after who visits it (زار الوزير سالم الكعبي موسكو)."""
        who = next((m for m in self._cast.between(at, at + _JUST_AFTER) if m.who.kind == "person"), None)
        before = _BEFORE_PLACE.match(self._text, who.end + 1) if who is not None and self._arabic else None
        return before.end() if before else at

    def opened(self, sentence: int, hits: list[Hit]) -> Mention | None:
        """A centre, an embassy … was opened."""
        edge = self._page.edges[sentence]
        told = self._opens and any(self._text.find(word, *edge) >= 0 for word in _OPENS)
        match = _OPENED.search(self._text, *edge) if told else None
        if match is None:
            return None
        event = Hit(match.start(), match.end(), "event", "ceremony", "")
        date, (city, country) = self._around.date(event, edge), self._around.place(event, hits, edge, edge)
        return Mention(
            sentence,
            match.start(),
            match.end(),
            "ceremony",
            "ceremony",
            None,
            date,
            city,
            country,
            False,
            True,
            verb="opening",
        )
