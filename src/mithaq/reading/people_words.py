"""The words that make up offices and names in Arabic, from `lexicons/words/people.csv`, each with what it can be."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mithaq.reading.lexicon import single_words, words

# The letter of each kind; a word may be of several.
KINDS = {
    "title": "T", "rank": "R", "head": "H", "office": "O", "connector": "C", "name": "N", "common": "c",
    "name_with_ta": "t", "rank_qualifier": "q",
}  # fmt: skip
DEFINITE = ("ال", "لل", "وال", "ولل", "بال")
_CLITICS = ("و", "ف", "ب", "ك", "ل", "وب", "ول")
_BEFORE_COMMON_WORDS = ("و", "ف", "ب", "ل", "وب", "ول")
_CLITICS_OF_COMMON_WORDS = ("و", "ف", "ب", "ل", "ول")  # no ك: كيري is a name, not "as he sees"


class Word(NamedTuple):
    """The letters of the kinds of a word, and the length of the clitic before it."""

    kinds: str
    clitic: int


UNKNOWN = Word("", 0)


@cache
def known() -> dict[str, Word]:
    """Every known word, also with a clitic: the letters of its kinds, the length of the clitic."""
    kinds: dict[str, str] = {}
    for kind, letter in KINDS.items():
        for form in words(kind):
            kinds[form] = kinds.get(form, "") + letter
    known = {form: Word(letters, 0) for form, letters in kinds.items()}
    with_clitic = cache(Word)  # a few objects for many forms
    for form, letters in kinds.items():
        for clitic in _CLITICS if letters != "c" else _CLITICS_OF_COMMON_WORDS:
            known.setdefault(clitic + form, with_clitic(letters, len(clitic)))
        if form.startswith("ال"):
            known.setdefault("لل" + form[2:], Word(letters, 0))
            known.setdefault("ولل" + form[2:], Word(letters, 1))
    return known


@cache
def triggers() -> frozenset[str]:
    """The words beside which there may be a person: titles, ranks, heads of offices."""
    return frozenset(form for form, word in known().items() if set(word.kinds) & set("TRH"))


@cache
def never_in_a_name(text: str) -> bool:
    """Is this a word of the language that no name holds: a verb of saying or deciding, a common word, either with a clitic?"""
    word = known().get(text, UNKNOWN)
    if "N" in word.kinds:
        return False
    if text.startswith("لل") or text in _no_names():
        return True
    rests = (text[len(clitic) :] for clitic in _BEFORE_COMMON_WORDS if text.startswith(clitic))
    return any(len(rest) > 3 and rest in _no_names() for rest in rests)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words("no_name")) | single_words("acts")


@cache
def never_in_an_office() -> frozenset[str]:
    """Definite words that end an office: relative pronouns, days, «الماضي»."""
    relative = frozenset(
        (
            "الذي",
            "التي",
            "والذي",
            "والتي",
            "الذين",
            "اللذين",
            "اللتين",
            "الان",
            "الي",
            "اليه",
            "اليها",
            "الله",
            "الا",
            "اللذان",
        )
    )
    days = frozenset(("weekday", "today", "past", "next", "relative_day"))
    return relative | {
        form for form, code in words("time").items() if code.split()[0] in days and form.startswith("ال")
    }
