"""Words of a joint text by paragraph: how they come into it and what amendments make of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from mithaq.core.diff import put_together
from mithaq.core.errors import Problem

MOST = 200  # paragraphs of one text
BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph: what names it through all editions (empty for one that is new), and its words."""

    key: str
    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an amendment wants: `replace` or `remove` the paragraph `key`, or `add` one under that key after `after`.

    `was`: the paragraph as it stood when the amendment was proposed; an empty language stays as it is.
    """

    change: str
    key: str
    ar: str = ""
    en: str = ""
    after: str = ""
    was: Words = Words("", "", "")


def paragraphs_of(ar: str, en: str) -> tuple[Words, ...]:
    """The paragraphs of a text in two languages, parted by blank lines; those in the same place belong together."""
    parted = [[part.strip() for part in BLANK.split(text.replace("\r\n", "\n")) if part.strip()] for text in (ar, en)]
    return tuple(Words("", *both) for both in zip_longest(*parted, fillvalue=""))


def check_size(words: Sequence[Words]) -> None:
    """Problem for a text without a paragraph, with too many, or with the same one twice."""
    if not words:
        raise Problem("A text needs at least one paragraph.", code="empty")
    if len(words) > MOST:
        raise Problem("A text has at most %(most)s paragraphs. Make it two texts.", code="too_long", most=MOST)
    keys = [one.key for one in words if one.key]
    if len(keys) != len(set(keys)):
        raise Problem("The same paragraph stands twice in what was sent.", code="paragraph_twice")


def differ(old: str, new: str) -> bool:
    """Whether two wordings differ in more than the space between words."""
    return old.split() != new.split()


def amended(words: Iterable[Words], wanted: Iterable[Wanted]) -> tuple[tuple[Words, ...], tuple[bool, ...]]:
    """The words with these amendments made in their order, and which of them could be made.

    One that wants other words where the words have changed since, or whose paragraph is gone, cannot; it is passed over.
    A new paragraph whose place is gone comes last.
    """
    made, last, could = list(words), dict[str, str](), []
    for one in wanted:
        if one.change == "add":
            _insert(made, one, last.get(one.after, one.after))
            last[one.after] = one.key
            could.append(True)
        else:
            could.append(_change(made, one))
    return tuple(made), tuple(could)


def _insert(made: list[Words], one: Wanted, behind: str) -> None:
    keys = [paragraph.key for paragraph in made]
    at = keys.index(behind) + 1 if behind in keys else len(made) if behind else 0
    made.insert(at, Words(one.key, one.ar, one.en))


def _change(made: list[Words], one: Wanted) -> bool:
    at = next((number for number, paragraph in enumerate(made) if paragraph.key == one.key), None)
    if at is None:
        return False
    if one.change == "remove":
        del made[at]
        return True
    ar, en = _merged(one.was.ar, made[at].ar, one.ar), _merged(one.was.en, made[at].en, one.en)
    if ar is None or en is None:
        return False
    made[at] = Words(one.key, ar, en)
    return True


def _merged(was: str, stands: str, wanted: str) -> str | None:
    """The words that stand with the change from `was` to `wanted` in them; None where it touches what was changed since."""
    return put_together(was, stands, wanted) if wanted else stands
