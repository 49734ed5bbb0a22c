"""One mention of a meeting or event, and the series that its words put it in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mithaq.reading.lexicon import Hit

_SCHOOL = re.compile(r"(?<!\w)[بلو]?(?:ال)?(?:كليه|معهد|اكاديميه|تدريب\w*|متدرب\w*|تخرج|تخريج|دارسين|منتسبي)(?!\w)")
_WITH_ONE = re.compile(
    r"(?: ثنايي| منفصل)?[ ,،]+(?:امس[ ,،]+|اليوم[ ,،]+)?مع (?!دول|ممثل|مسوول|رؤساء|اعضاء|شركاء)|[^.،,]{0,50}? مع (?:نظيره|نظيرتها|وزير|رييس|الرييس|الامين|سفير|السفير|المبعوث|ولي|الملك|امير) | (?:today |yesterday )?with (?!the |their (?:counterparts|partners))[\w. ]{3,}|[^.,;]{0,50}? with (?:his|her) (?:\w+ ){0,3}counterpart\b"
)
_OF_TWO = re.compile(
    r"\b[a-z]+[-–][a-z]+ (?:joint |high |strategic )*(?:ministerial )?council\b"
)  # Indonesia-Australia
_AT_LEVEL = re.compile(r"(?<!\w)علي (?:ال)?مستوي (?:ال)?وزار|at (?:the )?ministerial level")
_MINISTERS_HOLD = re.compile(r"(?<!\w)[وف]?(?:عقد|[يت]عقد)(?:ت|وا)? (?:\S+ ){0,2}?وزراء ")
_OF_MINISTERS = re.compile(r" (?:ال)?وزراء (?:\w+ ){0,2}?(?:ال)?دول(?!\w)")
_OF_THREE = re.compile(r"(?:ثلاثي|رباعي|خماسي)|\b(?:trilateral|quadrilateral|three-way|four-way)\b")
_NEAR = 110
_HELD_REACH = 110
_SERIES = (
    ("icg", "icg"), ("nac", "nac"), ("committee", "committee"), ("council", "ministerial_council"), ("leaders", "summit"),
    ("ministers", "ministerial"), ("other", "other"), ("bilateral", "bilateral"), ("assembly", "other"),
)  # fmt: skip
_PLAIN = {"session": "other", "dialogue": "bilateral", "working": "committee", "meeting": "other"}


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event; offsets are folded.

    `noun` is its base (meeting, summit, …); `definite` and not `named` is «the meeting»,
    which was told of before; `other` is «the next meeting»; `people` are those who talk.
    Where no noun tells of it, `verb` says what does: talk, opening.
    """

    sentence: int
    start: int
    end: int
    noun: str
    series: str
    ordinal: int | None
    date: str | None
    city: str | None
    country: str | None
    definite: bool
    named: bool
    other: bool = False
    people: frozenset[str] = frozenset()
    verb: str = ""

    @property
    def slots(self) -> int:
        """How many of ordinal, date, place are known."""
        return sum(value is not None for value in (self.ordinal, self.date, self.city or self.country))


def series_of(text: str, event: Hit, sorts: list[str]) -> str:
    """The series that an event is of, by its noun and the sorts named near it."""
    code = event.code
    if code in ("cop", "conference"):
        return "icg" if "icg" in sorts else "conference"
    if code == "bilateral" and "ministers" in sorts:
        held = _MINISTERS_HOLD.search(text, max(0, event.start - _HELD_REACH), event.start)
        return "ministerial" if held or _OF_MINISTERS.match(text, event.end) else code
    if code not in _PLAIN:
        return code
    if code == "session" and _SCHOOL.search(text, max(0, event.start - 60), event.end + 80):
        return "course"
    return _by_sorts(text, event, sorts)


def _by_sorts(text: str, event: Hit, sorts: list[str]) -> str:
    if "nac" in sorts and "ici" in sorts:
        return "nac_ici"
    near = text[max(0, event.start - _NEAR) : event.end + _NEAR]
    if ("council" in sorts and _OF_TWO.search(near)) or ("committee" in sorts and _AT_LEVEL.search(near)):
        return "ministerial"
    if "delegates" in sorts and sorts[0] != "committee":
        return "other"
    if "las_council" in sorts and "ministers" in sorts:
        return "ministerial_council"
    if event.code == "meeting" and _OF_THREE.search(text, max(0, event.start - _NEAR // 4), event.end + _NEAR // 4):
        return "ministerial" if "ministers" in sorts or "وزير" in near else "other"
    if event.code == "meeting" and "icg" not in sorts and _WITH_ONE.match(text, event.end):
        return "bilateral"
    return next((series for sort, series in _SERIES if sort in sorts), _PLAIN[event.code])
