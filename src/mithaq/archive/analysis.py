"""The one analyser of search: a text or a query into words and their stems. Pure; both databases see the same words.

Arabic words lose their clitics and endings the light way (measured: heavier morphology finds no more), English ones by
Snowball. What stands in `names.txt` is never cut; what begins with an entry of `beginnings.txt` keeps its first letter.
A change of this module or of its lists needs the index to be made anew.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from Stemmer import Stemmer

from mithaq.core.text import fold

WORD = re.compile(r"[^\W_]+")
LONGEST = 40
FORMS = 1000  # bytes kept of the forms of one stem in one entry: what an index of PostgreSQL can hold, with room
_ARTICLES = ("وبال", "وكال", "فبال", "وال", "بال", "كال", "فال", "ولل", "فلل", "لل", "ال")
_CLITICS = ("وب", "ول", "وس", "فب", "فل", "فس", "و", "ف", "ب", "ل", "س")
_ENDINGS = (("هما", 3), ("تين", 3), ("تان", 3), ("هم", 3), ("وا", 3), ("ها", 2), ("ان", 2), ("ات", 2), ("ون", 2))
_LAST_ENDINGS = (("ين", 2), ("يه", 2), ("ه", 2), ("ي", 2))
_NISBA = ("", "ي", "يه", "يين", "يون", "يات")
_english = Stemmer("english")


@dataclass(frozen=True, slots=True)
class Word:
    """A stem in a text: how often it occurs and in which exact folded forms, with blanks around each."""

    stem: str
    times: int
    forms: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the index keeps of a text: how many words it has and which."""

    length: int
    words: tuple[Word, ...]


def analyse(*texts: str, folded: str = "") -> Analysis:
    """The words of these texts together; `folded` is one more text that is folded already. Stop words are left out."""
    forms: Counter[str] = Counter()
    for text in (*(fold(text).text for text in texts), folded):
        forms.update(WORD.findall(text))
    stems: dict[str, list[str]] = {}
    for form in forms:
        if worth(form):
            stems.setdefault(stem_of(form[:LONGEST]), []).append(form[:LONGEST])
    words = tuple(_word(stem, sorted(held), forms) for stem, held in sorted(stems.items()))
    return Analysis(sum(word.times for word in words), words)


def _word(stem: str, held: list[str], counts: Counter[str]) -> Word:
    forms = f" {' '.join(held)} "
    while len(forms.encode()) > FORMS:
        forms = forms[: forms.rstrip().rfind(" ") + 1]
    return Word(stem, sum(counts[form] or 1 for form in held), forms)


def worth(form: str) -> bool:
    """Is this folded word one to look for: no stop word, no lone letter?"""
    return form not in _list("stop") and (len(form) > 1 or form.isdigit())


@lru_cache(maxsize=300_000)
def stem_of(form: str) -> str:
    """The stem of a folded word."""
    if form.isascii():
        return form if form[0].isdigit() else str(_english.stemWord(form))
    return _arabic(form) if "\u0600" <= form[0] <= "\u06ff" else form


def _arabic(form: str) -> str:
    for cut in ("", *_ARTICLES, *_CLITICS):
        rest = form[len(cut) :]
        if not form.startswith(cut):
            continue
        for nisba in _NISBA:  # a name, or of a place: لبنان, لبناني, اللبنانية
            if rest.endswith(nisba) and rest.removesuffix(nisba) in _list("names"):
                return rest.removesuffix(nisba)
        if len(rest) > 2 and _beginnings().match(rest):
            return _without_ending(rest)
    return _without_ending(_without_clitics(form))


def _without_clitics(form: str) -> str:
    for article in _ARTICLES:
        if form.startswith(article) and len(form) >= len(article) + 2:
            return form[len(article) :]
    for clitic in _CLITICS:
        rest = form[len(clitic) :]
        if form.startswith(clitic) and len(rest) >= (3 if clitic == "و" else 4):
            if clitic[-1] == "س" and rest[0] not in "يتن":
                continue
            return rest
    return form


def _without_ending(form: str) -> str:
    for ending, least in _ENDINGS + _LAST_ENDINGS:
        if form.endswith(ending) and len(form) >= len(ending) + least:
            form = form[: -len(ending)]
            if ending in ("ها", "هم", "هما") and form.endswith("ت") and form[-2] != "ا" and len(form) > 3:
                form = form[:-1]
    return form


@cache
def _list(name: str) -> frozenset[str]:
    text = (files("mithaq.archive") / "words" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(fold(word).text for line in lines for word in line.split())


@cache
def _beginnings() -> re.Pattern[str]:
    """`وزير` stands for all words that begin so, `وقت$` for this word alone."""
    kept = sorted(_list("beginnings"), key=lambda beginning: (-len(beginning), beginning))
    return re.compile("|".join(kept))
