"""Is it a date here? The words that speak of time also mean other things: العام is "general", مارس "practised", may "might"."""

from __future__ import annotations

import re
from typing import NamedTuple

from mithaq.reading.lexicon import words
from mithaq.reading.page import Page, Words
from mithaq.reading.time_words import TimeWord

_NOWADAYS = re.compile(
    r"(?:عالم|عالمنا|حتي|يومنا|[يتن]?واجه\w*|[يتن]عيش\w*|[يتن]شهد\w*|اصبح\w*|بات\w*|بعد|مجتمع|مجتمعات|world|faces?|facing) (?:\w+ ){0,2}$|\bas (?:it|they|we) (?:do|does|is|are|stand|stands) $"
)
_GOES_ON_NOWADAYS = re.compile(
    r"[،,] ?(?:اصبح|بات|نواجه|تواجه|يواجه|نحن|لم |لا |we |more )|'s? (?:world|challenges|threats|environment|security|global"
    r"|complex|rapidly|interconnected)| more than ever| اكثر من اي"
)
_KIND_OF_DAY = re.compile(
    r" (?:ال(?:عالمي|وطني|دولي|اول|ثاني|ثالث|رابع|خامس|سادس|ختامي|واحد|تالي|سابق|اخير|دراسي|تدريبي|مفتوح|علمي|رسمي|اسلامي|عربي"
    r"|خليجي|مذكور)|نفسه|ذاته)(?!\w)"
)
_AGE = re.compile(r"عمر\w* (?:\w+ )?$")
_PLAN = re.compile(r"(?:رويه|رويتها|اجنده|خطه التنميه|vision|agenda|expo|اكسبو) (?:\S+ ){0,3}$")
# نسخة 2026, وارسو 2016: a year after a noun, with nothing after it that it could count.
_NAMED = re.compile(r"\w{3,} $")
_OF_A_YEAR = re.compile(
    r" (?:border\w*|lines?|war|agreement|accords?|treaty|summit|season|budget|plan|elections?|dialogue|conference|report|session|resolution)\b"
)
_FOLLOWS = re.compile(r" ?(?:$|[،,.؛;:)!؟?\-]|في |الي |علي |[وب]\w+|الذي|التي)")
_SAME_DAY = ("بنفس", "نفس", "ذات", "في", "طوال", "طيله", "ذلك")
_DEFINITE = re.compile(r"(?:^|\s)(?:[وف]?[بك]?ال|لل)\w{3,} $|\) $|[\"] $")


class Place(NamedTuple):
    """An expression where it stands: `time[start:end]` among the time words of the sentence of that number."""

    page: Page
    number: int
    sentence: Words
    time: list[TimeWord]
    letters: str
    start: int
    end: int
    earlier: str  # the letters of the expressions before in the sentence

    @property
    def fits(self) -> str:
        """The letters of the expression."""
        return self.letters[self.start : self.end]

    def before(self) -> str:
        """The folded text of the sentence before the expression."""
        first = self.page.edges[self.number][0]
        return self.page.folded.text[max(first, self.time[self.start].start - 60) : self.time[self.start].start]

    def after(self) -> str:
        """Some folded text after the expression."""
        end = self.time[self.end - 1].end
        return self.page.folded.text[end : min(end + 30, self.page.edges[self.number][1])]

    def last_word(self) -> str:
        """The word before the expression, or the clitic that is written on it."""
        before = self.before().split()
        return before[-1] if before else ""


def stands(pattern: str, place: Place) -> bool:
    """Does the expression of this pattern mean a date here?"""
    if place.start >= place.end:
        return False
    check = _CHECKS.get(pattern)
    return _capitals(place) and (check is None or check(place))


def _capitals(place: Place) -> bool:
    """English months and weekdays are written with a capital."""
    cased = place.page.folded.cased
    return all(
        word.letter not in "MW" or cased[word.start] >= "\u0600" or cased[word.start].isupper()
        for word in place.time[place.start : place.end]
    )


def _month(place: Place) -> bool:
    """A month alone needs a preposition where its word means something else too, or is English."""
    if place.fits.strip("K.") != "M":
        return True
    month = place.time[place.end - 1] if place.fits[-1] == "M" else place.time[place.end - 2]
    doubtful = month.code.endswith("?") or place.page.folded.text[month.start] < "\u0600"
    return not doubtful or "K" in place.fits or place.last_word() in words("dating")


def _named_month(place: Place) -> bool:
    return "M" in place.fits


def _day(place: Place) -> bool:
    """In words a day follows a preposition; after a definite noun the number counts something else."""
    return place.fits[0] != "o" or not place.last_word().startswith("ال")


def _year_word(place: Place, letter: str = "V") -> bool:
    """العام after an office is "general", not the year: الأمين العام الحالي."""
    before = place.last_word()
    for cut in (0, 1, 2, 3, 4):
        if before[cut:] in words("general"):
            return letter not in place.fits[:1]
    return True


def _unit(place: Place) -> bool:
    if place.fits in ("eZ", "eK", "eY"):
        return False
    return _year_word(place)


def _today(place: Place) -> bool:
    word = place.time[place.start]
    after = place.after()
    if _NOWADAYS.search(place.before()) or _GOES_ON_NOWADAYS.match(after):
        return False
    if word.letter != "t":
        return place.sentence.texts[word.place] != "الامس"
    if place.sentence.texts[word.place] not in ("اليوم", "واليوم"):
        return False
    if place.last_word() == "عين" and after.lstrip().startswith(("-", "–", ":")):
        return False  # a newspaper
    return "W" in place.fits or not (_KIND_OF_DAY.match(after) or place.last_word() in _SAME_DAY)


def _weekday(place: Place) -> bool:
    return place.last_word().removeprefix("و") not in ("صلاه", "بين", "كلا", "خطبه")


def _repeated(place: Place) -> bool:
    """حسن الشهري is a name."""
    return place.last_word() not in words("name")


def _duration(place: Place) -> bool:
    fits = place.fits
    if fits[0] == "D" and not _year_word(place, "D"):
        return False
    if _AGE.search(place.before()) or place.after().startswith(("-old", " old", " من العمر")):
        return False
    if fits.lstrip("T") in ("<U", ">U"):
        return place.sentence.texts[place.time[place.end - 1].place] == "decade"
    return True


def _ago(place: Place) -> bool:
    return not place.after().startswith(" من ") or place.letters[place.end - 1] == "g"


def _lone_year(place: Place) -> bool:
    """A number alone is a year after a preposition or the name of an event, not before what it would count."""
    before, after = place.before(), place.after()
    last = place.last_word()
    following = after.split()[:1]
    if (
        last in words("numbered")
        or _PLAN.search(before)
        or (following and following[0].strip(",.") in words("counted"))
    ):
        return False
    if (after.startswith((",", ".")) and after[1:2].isdigit()) or after.startswith((" agenda", "%", "/")):
        return False
    named = bool(_NAMED.search(before)) and bool(_FOLLOWS.match(after))
    bracketed = before.endswith("(") and after.startswith(")")
    listed = last == "و" and "y" in place.earlier + place.letters[: place.start]
    return last in words("dating") or bracketed or listed or named or bool(_DEFINITE.search(before)) or _event(place)


def _event(place: Place) -> bool:
    """ "The 2016 Warsaw Summit", "Exercise Eagle Resolve 2015"."""
    cased = place.page.folded.cased
    start, end = place.time[place.start].start, place.time[place.end - 1].end
    named = re.compile(r"[A-Z]\w+ $").search(cased, max(0, start - 30), start)
    after = place.last_word() == "the" and (cased[end + 1 : end + 2].isupper() or bool(_OF_A_YEAR.match(cased, end)))
    return bool(named) or after


_CHECKS = {
    "day": _day,
    "month": _month,
    "year": _year_word,
    "unit": _unit,
    "today": _today,
    "weekday": _weekday,
    "duration": _duration,
    "repeated": _repeated,
    "ago": _ago,
    "lone_year": _lone_year,
}
